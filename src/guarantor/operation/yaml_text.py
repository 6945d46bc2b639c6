"""YAML text into nodes: YAML 1.2 by its core schema, without anything that could blow up.

The parser is ruamel's, in Python, for its places; nothing is ever constructed from a text. Anchors,
aliases, merge keys, tags and second documents are faults, and size, depth and number of parts are
bounded.
"""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from guarantor.operation.nodes import (
    DEEPEST,
    UNPRINTABLE,
    Hole,
    Keyed,
    Listed,
    Node,
    Place,
    Scalar,
    Sort,
)
from guarantor.operation.numbers import is_number
from guarantor.operation.reading import Reading, shown

MOST_NODES = 200_000
_TRUTHS = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_ENDS = re.compile("end of stream|document separator|<document|<stream")
_REMEDIES = (
    (r"'\\t'|tab", "indent with spaces, not with tabs"),
    (
        r"mapping values are not allowed",
        "put a text with a colon and a blank in quotes, and line the keys up",
    ),
    (_ENDS.pattern, "close the quote or bracket that is open"),
    (r"expected ',' or '[]}]'", "set a comma or close the bracket"),
    (r"could not find expected ':'", "set a colon and a blank after the key"),
    (r"block end", "line the entries up: one level, one indentation"),
    (r"escape", "write a backslash twice, or use single quotes"),
    (r"cannot start any token|'[@`%|>]'", "put a text that begins with this character in quotes"),
)


def read_yaml(file: str, text: str, reading: Reading) -> Node | None:
    """Return what a YAML text says, or ``None`` where it says nothing.

    Raises:
        Unread: The text is no YAML, and the fault is noted.
    """
    composer = _Composer(file, text, reading)
    try:
        return composer.compose()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and _ENDS.search(str(error.problem)):
            mark = error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else composer.here
        raise reading.fault(place, _syntax_sentence(error)) from error
    except (YAMLError, YAMLStreamError) as error:
        sentence = f"this is no YAML ({shown(str(error))}); write it anew"
        raise reading.fault(composer.here, sentence) from error
    except (ValueError, OverflowError, IndexError, AssertionError) as error:  # of the parser itself
        sentence = "the YAML breaks off here; look for an escape or a directive that is none"
        raise reading.fault(composer.here, sentence) from error


def _syntax_sentence(error: MarkedYAMLError) -> str:
    parts = [str(part) for part in (error.problem, error.context) if part]
    if error.problem and error.context and error.context_mark:
        parts.append(f"that begins in line {error.context_mark.line + 1}")
    problem = " ".join(" ".join(parts).split()).replace("'\\x00'", "the end of the file")
    found = next(
        (remedy for pattern, remedy in _REMEDIES if re.search(pattern, problem)),
        "look at the quotes, brackets and indentation around",
    )
    return f"this is no YAML ({problem}); {found}"


class _Composer:
    """Turns the parser's events into nodes."""

    def __init__(self, file: str, text: str, reading: Reading) -> None:
        self._file = file
        self._reading = reading
        self._count = 0
        self.here = Place(file, 1, 1)
        parser: Any = YAML(typ="safe", pure=True)
        self._events: Iterator[Event] = parser.parse(text)

    def compose(self) -> Node | None:
        """Return the one document of the text, or ``None`` where there is none."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if not isinstance(event, DocumentStartEvent):
                continue
            documents += 1
            self._check_directives(event)
            if documents > 1:
                sentence = "a second document begins here; a file holds one, so take the --- out"
                raise self._reading.fault(self._place(event), sentence)
            root = self._node(next(self._events), 0)
        is_empty = isinstance(root, Scalar) and root.sort is Sort.NOTHING
        return None if is_empty else root

    def _check_directives(self, event: DocumentStartEvent) -> None:
        if event.tags or (event.version is not None and tuple(event.version) != (1, 2)):
            sentence = "every file is YAML 1.2 without tags; take the line that begins with % out"
            self._reading.fault(Place(self._file, 1, 1), sentence)

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _node(self, event: Event, depth: int) -> Node:
        self._count += 1
        self.here = place = self._place(event)
        if self._count > MOST_NODES:
            sentence = f"a file has at most {MOST_NODES:,} parts; split the operation"
            raise self._reading.fault(place, sentence)
        if depth > DEEPEST:
            sentence = f"lists and mappings stand at most {DEEPEST} deep in one another; flatten it"
            raise self._reading.fault(place, sentence)
        self._check_anchor_and_tag(event, place)
        match event:
            case ScalarEvent():
                return self._scalar(event, place)
            case MappingStartEvent():
                return Keyed(place, tuple(self._pairs(depth)))
            case SequenceStartEvent():
                return Listed(place, tuple(self._items(depth)))
            case _:
                return Hole(place)

    def _check_anchor_and_tag(self, event: Event, place: Place) -> None:
        if isinstance(event, AliasEvent):
            self._reading.fault(place, f"the alias *{event.anchor} is not read; write it out here")
        elif isinstance(event, NodeEvent) and event.anchor:
            sentence = f"the anchor &{event.anchor} is not read; take it out"
            self._reading.fault(place, sentence)
        if tag := getattr(event, "tag", None):
            self._reading.fault(place, f"the tag {_written(tag)} is not read; take it out")

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                return
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, Place] = {}
        for event in self._events:
            if isinstance(event, CollectionEndEvent):
                return
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if self._is_new_key(key, first):
                yield key, value  # type: ignore[misc]  # a new key is a scalar

    def _is_new_key(self, key: Node, first: dict[str, Place]) -> bool:
        if not isinstance(key, Scalar):
            if not isinstance(key, Hole):
                self._reading.fault(
                    key.place, "a key is one word; write the list or mapping after it"
                )
            return False
        if key.text == "<<" and key.lead == 0:
            self._reading.fault(key.place, "merge keys are not read; write the keys out")
            return False
        if key.text in first:
            sentence = (
                f"the key {shown(key.text)} stands here a second time, "
                f"first in line {first[key.text].line}; keep one of the two"
            )
            self._reading.fault(key.place, sentence)
            return False
        first[key.text] = key.place
        return True

    def _scalar(self, event: ScalarEvent, place: Place) -> Node:
        text: str = event.value
        if UNPRINTABLE.search(text):
            self._reading.fault(
                place, "an escape in this text is no printable character; take it out"
            )
            return Hole(place)
        is_plain = event.style in {None, ""}
        return Scalar(place, text, sort_of(text) if is_plain else Sort.TEXT, _lead(event, text))


def sort_of(text: str) -> Sort:
    """Return what YAML 1.2 takes a plain scalar for."""
    if text in _NOTHING:
        return Sort.NOTHING
    if text in _TRUTHS:
        return Sort.TRUTH
    return Sort.NUMBER if is_number(text) else Sort.TEXT


def _written(tag: str) -> str:
    """Return a tag as it is written; the parser gives it in full."""
    return shown(re.sub("^tag:yaml.org,2002:", "!!", tag))


def _lead(event: ScalarEvent, text: str) -> int | None:
    start, end = event.start_mark, event.end_mark
    if start.line != end.line:
        return None
    around = end.column - start.column - len(text)
    return {0: 0, 2: 1}.get(around) if event.style in {None, "", "'", '"'} else None
