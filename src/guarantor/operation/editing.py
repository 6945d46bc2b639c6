"""A change to one YAML text that leaves every line that it does not touch as it stands."""

import io
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from guarantor.errors import Fault, FaultyFolder
from guarantor.operation.nodes import plain
from guarantor.operation.reading import Reading, Unread
from guarantor.operation.yaml_text import read_yaml

_Span = tuple[int, int, int, int]
"""Lines from and to on one side, from and to on the other."""


def edited_yaml(file: str, text: str, change: Callable[[Any], None], empty: Any) -> str:  # noqa: ANN401 - what ruamel calls data
    """Return a YAML text with a change made to its data.

    The data goes through ruamel's round trip twice, with and without the change. What differs
    between the two is the change, and only its lines are taken over into the text.

    Args:
        file: Name of the file, for messages.
        text: What it says.
        change: Changes the data in place.
        empty: The data of a text that says nothing.

    Raises:
        FaultyFolder: The text is no YAML that the folder allows.
    """
    reading = Reading()
    try:
        root = read_yaml(file, text, reading)
    except Unread:
        root = None
    if reading.faults:
        raise FaultyFolder(tuple(reading.faults))
    if root is None:
        change(empty)
        return text + _dumped(empty)
    line_end = "\r\n" if "\r\n" in text else "\n"
    stands = text.replace("\r\n", "\n")
    before, data = _round_trip(file, stands)
    change(data)
    after = _dumped(data)
    if after == before:
        return text
    merged = "".join(_merged(*(one.splitlines(keepends=True) for one in (stands, before, after))))
    is_faithful = _plain(file, merged) == _plain(file, after)
    return (merged if is_faithful else after).replace("\n", line_end)


def _round_trip(file: str, text: str) -> tuple[str, Any]:
    """Return a text as it comes back from a round trip, and its data to be changed."""
    try:
        return _dumped(_yaml().load(text)), _yaml().load(text)
    except (YAMLError, ValueError, OverflowError, TypeError, AttributeError) as error:
        sentence = "the file holds a value that cannot be edited; run guarantor check first"
        raise FaultyFolder((Fault(file, 1, 1, sentence),)) from error


class _DaysAreText(VersionedResolver):
    """Takes a day for the text it is, so that it is written back without quotes."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 - ruamel's own
        """Return the tag of a plain scalar."""
        tag = super().resolve(kind, value, implicit)
        return self.DEFAULT_SCALAR_TAG if str(tag).endswith(":timestamp") else tag


def _yaml() -> Any:  # noqa: ANN401 - ruamel leaves its attributes untyped
    yaml = YAML()
    yaml.Resolver = _DaysAreText
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(data: Any) -> str:  # noqa: ANN401 - what ruamel calls data
    """Return data as text; a list at the root is not indented, lists within it are."""
    stream = io.StringIO()
    _yaml().dump(data, stream)
    text = stream.getvalue()
    return re.sub("^  ", "", text, flags=re.MULTILINE) if isinstance(data, list) else text


def _plain(file: str, text: str) -> Any:  # noqa: ANN401 - plain data has no narrower type
    try:
        root = read_yaml(file, text, Reading())
    except Unread:
        return None
    return None if root is None else plain(root)


def _merged(stands: list[str], before: list[str], after: list[str]) -> Iterator[str]:
    """Yield the lines as they stand, with what differs between ``before`` and ``after`` replaced.

    A merge of three texts (diff3; Khanna, Kunal, Pierce 2007) without conflicts: where a changed
    line stands otherwise than ``before`` has it, the text of ``after`` wins.
    """
    at = 0
    for begin, end, new_begin, new_end in _replaced(stands, before, after):
        yield from stands[at:begin]
        yield from after[new_begin:new_end]
        at = end
    yield from stands[at:]


def _replaced(stands: list[str], before: list[str], after: list[str]) -> Iterator[_Span]:
    """Yield which lines of ``stands`` give way to which of ``after``, in order."""
    layout = _differences(*([_without_blanks(line) for line in one] for one in (before, stands)))
    pending: _Span | None = None
    for begin, end, new_begin, new_end in _differences(before, after):
        for low, high, _, _ in layout:
            if low < end and begin < high:
                new_begin -= max(0, begin - low)  # noqa: PLW2901 - the span grows to whole blocks
                new_end += max(0, high - end)  # noqa: PLW2901 - likewise
                begin, end = min(begin, low), max(end, high)  # noqa: PLW2901 - likewise
        if pending and begin < pending[1]:
            begin, new_begin = pending[0], pending[2]  # noqa: PLW2901 - likewise
        elif pending:
            yield _placed(pending, layout)
        pending = (begin, end, new_begin, new_end)
    if pending:
        yield _placed(pending, layout)


def _placed(span: _Span, layout: list[_Span]) -> _Span:
    begin, end, new_begin, new_end = span
    return _moved(begin, layout), _moved(end, layout), new_begin, new_end


def _moved(line: int, layout: list[_Span]) -> int:
    """Return where a line of ``before`` stands, which is not inside a block laid out otherwise."""
    shift = 0
    for _, high, _, stands_high in layout:
        if high <= line:
            shift = stands_high - high
    return line + shift


def _without_blanks(line: str) -> str:
    """Return what two lines share that differ in their blanks alone."""
    return "".join(line.split())


def _differences(one: list[str], other: list[str]) -> list[_Span]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [span for tag, *span in matcher.get_opcodes() if tag != "equal"]  # type: ignore[misc]  # four numbers
