"""Serving: the app on an address of this machine, until it is told to end."""

import socket
import sys
from collections.abc import Callable
from datetime import datetime
from ipaddress import ip_address

import uvicorn

from guarantor.errors import CannotBuild, CannotServe, NotForEditing
from guarantor.web import front_end
from guarantor.web.app import make_app
from guarantor.web.refusals import Closed
from guarantor.web.security import LOOPBACK

_BACKLOG = 128


class Serving:
    """A room that listens on an address.

    Attributes:
        address: Where a browser finds it.
    """

    def __init__(  # noqa: PLR0913  as many as the command has options
        self,
        operation: str,
        *,
        host: str,
        port: int,
        audience: str,
        recorded_at: datetime | None,
        nodes: int,
        allowed: tuple[str, ...],
        say: Callable[[str], None],
        may_write: bool = False,
    ) -> None:
        self._say = say
        if may_write and (allowed or not _is_loopback(host)):
            raise NotForEditing(host)
        app = make_app(
            operation,
            audience=audience,
            recorded_at=recorded_at,
            nodes=nodes,
            hosts=(*LOOPBACK, host, *allowed),
            may_write=may_write,
        )
        try:
            app.state.desk.opened.check()
        except Closed as error:
            say("The operation has faults; the room says so and opens once they are mended:")
            say("\n".join(error.faults))
        _built(say)
        self._socket = _bound(host, port)
        name = f"[{host}]" if ":" in host else host
        self.address = f"http://{name}:{self._socket.getsockname()[1]}/"
        say(_meaning(host))
        config = uvicorn.Config(
            app,
            access_log=False,
            log_level="warning",
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=1,
            lifespan="on",
            ws="none",
        )
        self._server = uvicorn.Server(config)

    def close(self) -> None:
        """Listen no longer."""
        self._socket.close()

    def run(self) -> None:
        """Serve until told to end."""
        sys.stdout.flush()
        try:
            self._server.run(sockets=[self._socket])
        except KeyboardInterrupt:
            pass  # how it is ended
        finally:
            self.close()


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address.

    Raises:
        CannotServe: There is no such address on this machine, or it is taken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        bound = socket.socket(family, kind, protocol)
    except OSError as error:
        raise CannotServe(host, port, error.strerror or str(error)) from error
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(_BACKLOG)
    except OSError as error:
        bound.close()
        raise CannotServe(host, port, error.strerror or str(error)) from error
    return bound


def _meaning(host: str) -> str:
    """Return what it means to listen there."""
    if _is_loopback(host):
        return "Only this machine can reach it. Ctrl-C ends it."
    return (
        "Everyone who reaches this address can read everything that this audience may see, "
        "unencrypted and without a login. Ctrl-C ends it."
    )


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_number(host) and ip_address(host).is_loopback)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _built(say: Callable[[str], None]) -> None:
    """See to it that the pages are built; where they cannot be, the data are served anyway."""
    try:
        front_end.see_to_it(say)
    except CannotBuild as error:
        say(f"{error}; the data are served all the same")
