"""Clusters: the workers of a Dask cluster, where one machine is not enough."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, InvalidStateError
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar
from weakref import WeakSet

from guarantor.errors import MissingExtra, NoCluster

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE = 10
"""Seconds that a scheduler may take to answer."""


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """Lend the workers of a Dask cluster.

    Guarantor has to be installed on them, in the same version.

    Args:
        address: Where the cluster's scheduler listens, such as ``tcp://10.0.0.1:8786``.

    Raises:
        MissingExtra: Dask is not installed.
        NoCluster: No scheduler answers at the address.
    """
    try:
        from dask import distributed
    except ImportError as error:
        raise MissingExtra(what="--cluster", extra="cluster") from error
    dask: Any = distributed  # its functions have no types
    asyncio.run(_meet(dask, address))
    client = dask.Client(address, timeout=_PATIENCE, set_as_default=False)
    executor, over = _ClusterExecutor(client), threading.Event()
    threading.Thread(target=executor.watch, args=(over,), daemon=True).start()
    try:
        yield executor
    finally:
        over.set()
        executor.shutdown(wait=False)
        client.close()


async def _meet(dask: Any, address: str) -> None:  # noqa: ANN401  a module
    """Check that a scheduler answers: a client that cannot connect may hang instead of failing."""
    try:
        connection = dask.Security().get_connection_args("client")
        async with dask.rpc(address, connection_args=connection) as scheduler:
            identity = await asyncio.wait_for(scheduler.identity(), _PATIENCE)
    except Exception as error:  # a wrong address fails in many ways, deep within the library
        reason = " ".join(str(error).split()) or f"nothing within {_PATIENCE} seconds"
        raise NoCluster(address, reason) from error
    if identity["type"] != "Scheduler":
        raise NoCluster(address, f"it is a {identity['type']}")


class _ClusterExecutor(Executor):
    """Dask's executor, whose tasks would wait for ever for a scheduler that is gone."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401  it has no types
        self._client = client
        # Impure: a task that is tried again is a new one, not the remembered failure of the first.
        self._dask = client.get_executor(pure=False)
        self._handed: WeakSet[Future[Any]] = WeakSet()

    @property
    def _is_gone(self) -> bool:
        """Whether the client gave the scheduler up; for a while it tries to find it again."""
        return self._client.status in {"closing", "closed"}

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand out a task.

        Raises:
            RuntimeError: The scheduler is gone.
        """
        if self._is_gone:
            msg = "the scheduler of the cluster is gone"
            raise RuntimeError(msg)
        future: Future[T] = self._dask.submit(fn, *args, **kwargs)
        self._handed.add(future)
        return future

    def watch(self, over: threading.Event) -> None:
        """Fail every task that is handed out once the scheduler is gone, until all is over."""
        while not over.wait(1):
            if self._is_gone:
                for future in list(self._handed):
                    with suppress(InvalidStateError):
                        future.set_exception(ConnectionError("the scheduler went away"))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002  as given
        """Let go of the cluster; the tasks that it still has are cancelled unless waited for."""
        if not self._is_gone:
            self._dask.shutdown(wait=wait)
