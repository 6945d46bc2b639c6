"""CSV text into rows with their places (RFC 4180: commas, quotes doubled within quotes)."""

import itertools
import re
from collections.abc import Iterator

from guarantor.operation.nodes import Place, Scalar
from guarantor.operation.reading import Reading

MOST_FIELDS = 200
MOST_ROWS = 50_000
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_BARE = re.compile(r"[^,\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_EMPTY_LINES = re.compile(r"[\r\n]+")
_END = re.compile(r"\r\n|\r|\n|\Z")


class _Rows:
    """A walk through a CSV text, field by field."""

    def __init__(self, file: str, text: str, reading: Reading) -> None:
        self._file = file
        self._text = text
        self._reading = reading
        self._at = 0
        self._line = 1
        self._line_start = 0

    def __iter__(self) -> Iterator[tuple[Scalar, ...]]:
        count = 0
        while self._has_more():
            count += 1
            if count > MOST_ROWS:
                sentence = f"a file has at most {MOST_ROWS:,} rows; split the operation"
                raise self._reading.fault(self._place(self._at), sentence)
            yield tuple(self._fields())

    def _has_more(self) -> bool:
        """Go past empty lines, and tell whether anything comes after them."""
        if empty := _EMPTY_LINES.match(self._text, self._at):
            self._count_lines(empty.start(), empty.end())
            self._at = empty.end()
        return self._at < len(self._text)

    def _fields(self) -> Iterator[Scalar]:
        for count in itertools.count(1):
            if count > MOST_FIELDS:
                sentence = f"a row has at most {MOST_FIELDS} fields; look at the quotes and commas"
                raise self._reading.fault(self._place(self._at), sentence)
            yield self._field()
            if self._text[self._at : self._at + 1] == ",":
                self._at += 1
                continue
            self._end_line()
            return

    def _field(self) -> Scalar:
        place = self._place(self._at)
        if self._text[self._at : self._at + 1] == '"':
            return self._quoted(place)
        match = _BARE.match(self._text, self._at)
        text = match[0] if match else ""
        if (quote := text.find('"')) >= 0:
            sentence = (
                "a quote within a field; put the whole field in quotes and double the inner ones"
            )
            self._reading.fault(self._place(self._at + quote), sentence)
        self._at += len(text)
        return Scalar(place, text, lead=0)

    def _quoted(self, place: Place) -> Scalar:
        match = _QUOTED.match(self._text, self._at)
        if match is None:
            raise self._reading.fault(place, "the quote that begins here never ends; close it")
        self._count_lines(match.start(1), match.end(1))
        self._at = match.end()
        if not (_END.match(self._text, self._at) or self._text.startswith(",", self._at)):
            sentence = (
                "after a closing quote comes a comma or the end of the line; double a quote within"
            )
            raise self._reading.fault(self._place(self._at), sentence)
        raw = match[1]
        is_verbatim = '"' not in raw and self._line == place.line
        return Scalar(place, raw.replace('""', '"'), lead=1 if is_verbatim else None)

    def _count_lines(self, start: int, end: int) -> None:
        for newline in _LINE_END.finditer(self._text, start, end):
            self._line += 1
            self._line_start = newline.end()

    def _end_line(self) -> None:
        end = _END.match(self._text, self._at)
        self._at = end.end() if end else len(self._text)
        self._line += 1
        self._line_start = self._at

    def _place(self, index: int) -> Place:
        return Place(self._file, self._line, index - self._line_start + 1)


def read_rows(file: str, text: str, reading: Reading) -> tuple[tuple[Scalar, ...], ...]:
    """Return the rows of a CSV text, its header first; empty lines are no rows.

    Raises:
        Unread: A quote never ends, and the fault is noted.
    """
    return tuple(_Rows(file, text, reading))
