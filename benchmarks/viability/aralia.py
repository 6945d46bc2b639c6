"""The Aralia fault trees: real ones, from nuclear power, aviation and signalling, as formulas.

They come in the Open-PSA model exchange format (Epstein and Rauzy 2008), of which they use gates,
basic events and constant chances.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from xml.parsers import expat

from guarantor.viability.formulas import (
    AtLeastOf,
    Both,
    Either,
    Event,
    Formula,
    No,
    Truth,
    leaves,
)


class NotATree(ValueError):
    """A file that is no fault tree as these are written."""


@dataclass(frozen=True, kw_only=True)
class FaultTree:
    """One fault tree.

    Attributes:
        name: As it is known in the literature.
        top: The gate that no other gate reads.
        gates: The formula of each gate; it reads other gates as truths.
        chances: The chance of each basic event.
    """

    name: str
    top: str
    gates: Mapping[str, Formula]
    chances: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a fault tree.

    Attributes:
        gates: How many its file has.
        events: How many its file has.
        chance: Of its top gate, to six digits, as SCRAM has it, or else the published table; the
            table is wrong about ``das9204``. None where neither has one.
    """

    gates: int
    events: int
    chance: float | None


def known(folder: Path) -> dict[str, Known]:
    """Return what is known of each fault tree in a folder, from its ``expected.csv``."""
    with (folder / "expected.csv").open(newline="", encoding="utf-8") as file:
        return {
            row["name"]: Known(
                gates=int(row["gates_xml"]),
                events=int(row["events_xml"]),
                chance=_number(row["scram_prob"]) or _number(row["table_prob"]),
            )
            for row in csv.DictReader(file)
        }


def _number(cell: str) -> float | None:
    return None if cell in {"", "unknown"} else float(cell)


def trees(folder: Path) -> Iterator[FaultTree]:
    """Yield the fault trees in a folder, in order of name.

    Raises:
        NotATree: A file is none, or has a document type of its own, which could hold anything.
    """
    for path in sorted(folder.glob("*.xml")):
        yield read(path)


def read(path: Path) -> FaultTree:
    """Return the fault tree in a file.

    Raises:
        NotATree: It is none, or has a document type of its own, which could hold anything.
    """
    elements = _elements(path)
    gates = {
        one.name: _formula(one.parts[0]) for one in _all_of("define-gate", elements) if one.parts
    }
    chances = {
        one.name: float(one.parts[0].attributes["value"])
        for one in _all_of("define-basic-event", elements)
    }
    read_by_others = {
        leaf.name
        for leaf in chain.from_iterable(map(leaves, gates.values()))
        if isinstance(leaf, Truth)
    }
    tops = gates.keys() - read_by_others
    if len(tops) != 1:
        msg = f"{path.name} has {len(tops)} top gates, not one"
        raise NotATree(msg)
    return FaultTree(name=path.stem, top=tops.pop(), gates=gates, chances=chances)


@dataclass(frozen=True, kw_only=True)
class _Element:
    tag: str
    attributes: Mapping[str, str]
    parts: list["_Element"]

    @property
    def name(self) -> str:
        return self.attributes["name"]


def _elements(path: Path) -> _Element:
    """Return the outermost element of a file, with all that it holds."""
    outside = _Element(tag="", attributes={}, parts=[])
    stack = [outside]

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = _Element(tag=tag, attributes=attributes, parts=[])
        stack[-1].parts.append(element)
        stack.append(element)

    def refuse(*_: object) -> None:
        msg = f"{path.name} declares a document type; a fault tree needs none"
        raise NotATree(msg)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003  it takes no keywords
    except expat.ExpatError as error:
        msg = f"{path.name} is no XML: {error}"
        raise NotATree(msg) from error
    return outside


def _all_of(tag: str, element: _Element) -> Iterator[_Element]:
    for part in element.parts:
        if part.tag == tag:
            yield part
        yield from _all_of(tag, part)


def _formula(element: _Element) -> Formula:
    parts = tuple(map(_formula, element.parts))
    match element.tag:
        case "basic-event" | "event":
            return Event(element.name)
        case "gate":
            return Truth(element.name)
        case "atleast":
            return AtLeastOf(int(element.attributes["min"]), parts)
        case tag if tag in _OPERATORS:
            return _OPERATORS[tag](parts)
    msg = f"a fault tree as these are written has no <{element.tag}> in a formula"
    raise NotATree(msg)


def _exactly_one(parts: tuple[Formula, ...]) -> Formula:
    """Return that one of two holds and the other does not."""
    one, other = parts
    return Either((Both((one, No(other))), Both((No(one), other))))


_OPERATORS: Mapping[str, Callable[[tuple[Formula, ...]], Formula]] = {
    "and": Both,
    "or": Either,
    "xor": _exactly_one,
    "not": lambda parts: No(*parts),
    "nand": lambda parts: No(Both(parts)),
    "nor": lambda parts: No(Either(parts)),
    "imply": lambda parts: Either((No(parts[0]), parts[1])),
    "iff": lambda parts: No(_exactly_one(parts)),
}
