"""The opened operation, read again when its files change."""

from datetime import datetime
from math import inf
from threading import Lock
from time import monotonic

from guarantor.errors import FaultyFolder, GuarantorError
from guarantor.room import Options, Source, open_source, stamp
from guarantor.web.refusals import Closed

_LOOK = 1.0
"""For how many seconds the files are taken to be as they were."""


class Opened:
    """An operation whose files are looked at once a second at most.

    Attributes:
        name: A folder, a ledger file or a bundled operation.
    """

    def __init__(self, name: str, *, audience: str, recorded_at: datetime | None = None) -> None:
        self.name = name
        self._audience = audience
        self._recorded_at = recorded_at
        self._lock = Lock()
        self._looked = -inf
        self._stamp = ""
        self._read = ""
        self._found: Source | Closed | None = None

    def stamp(self) -> str:
        """Return the state of the files, as it was no more than a second ago."""
        if monotonic() - self._looked >= _LOOK:
            self._stamp = stamp(self.name)
            self._looked = monotonic()
        return self._stamp

    def look_again(self) -> None:
        """Look at the files at the next question: something was written."""
        self._looked = -inf

    def source(self) -> tuple[str, Source]:
        """Return the operation as its files stand, with their state.

        Raises:
            Closed: They have faults, or are gone, or nobody has the audience any longer.
        """
        with self._lock:
            now = self.stamp()
            if self._found is None or self._read != now:
                self._found, self._read = self._open(), now
            if isinstance(self._found, Closed):
                raise self._found.with_traceback(None)
            return now, self._found

    def check(self) -> None:
        """Check that there is such an operation, and such an audience.

        Raises:
            GuarantorError: There is not.
            Closed: The folder has faults, which may be mended.
        """
        try:
            self._open_now()
        except FaultyFolder as error:
            raise Closed(tuple(map(str, error.faults))) from error

    def _open_now(self) -> Source:
        source = open_source(self.name, recorded_at=self._recorded_at)
        Options(audience=self._audience).view(source.operation)
        return source

    def _open(self) -> Source | Closed:
        try:
            return self._open_now()
        except FaultyFolder as error:
            return Closed(tuple(map(str, error.faults)))
        except GuarantorError as error:
            return Closed((str(error),))
