"""A folder, or the pieces of a ledger, checked and built into an operation."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from guarantor.errors import Fault, FaultyFolder
from guarantor.model import Kind, Operation, Piece
from guarantor.operation.conditions import check_clauses
from guarantor.operation.entries import Entry, entries_besides, entries_of_folder, entries_of_pieces
from guarantor.operation.folder import read_texts
from guarantor.operation.header import Header
from guarantor.operation.ids import declared
from guarantor.operation.nodes import Node, plain
from guarantor.operation.offers import check_definitions, check_drops, check_parts, check_units
from guarantor.operation.parts import FILES
from guarantor.operation.reading import Reading, Unread
from guarantor.operation.references import check_claims, check_mentions

_NAMED = frozenset({Kind.STATEMENT, Kind.CONTRIBUTION})
"""Kinds of what stands beside a folder and may be named in its files."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        faults: What is wrong, in order of file, line and column; empty when nothing is.
        warnings: What is allowed and probably not meant, in the same order.
        operation: The operation; ``None`` where there are faults.
        pieces: Its content as plain data, in order of the files; empty where there are faults.
    """

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    operation: Operation | None
    pieces: tuple[Piece, ...]


def check_folder(path: Path, besides: Iterable[Piece] = ()) -> Checked:
    """Return every fault of a folder, or its operation where there is none.

    Args:
        path: The folder.
        besides: What stands beside its files, such as statements that were decided on: they may be
            cited, and so may contributions be named. They are no part of the content returned.
    """
    reading = Reading()
    own = entries_of_folder(read_texts(path, reading), reading)
    named = {(entry.part.kind, entry.id.text) for entry in own if entry.id}
    others = [
        piece for piece in besides if piece.kind in _NAMED and (piece.kind, piece.id) not in named
    ]
    checked = _checked((*own, *entries_besides(others, str(path), reading)), reading)
    return replace(checked, pieces=checked.pieces[: len(own)])


def open_folder(path: Path, besides: Iterable[Piece] = ()) -> tuple[Operation, tuple[Piece, ...]]:
    """Return the operation of a folder, and its content as plain data.

    Args:
        path: The folder.
        besides: What stands beside its files, and may be named in them.

    Raises:
        FaultyFolder: The folder has faults.
    """
    checked = check_folder(path, besides)
    if checked.operation is None:
        raise FaultyFolder(checked.faults)
    return checked.operation, checked.pieces


def build(pieces: Iterable[Piece], place: str) -> Operation:
    """Return the operation that plain content makes.

    Args:
        pieces: The content, as a folder or a ledger holds it.
        place: Where it is kept, for messages; each fault is placed at the piece's number.

    Raises:
        FaultyFolder: The content has faults.
    """
    reading = Reading()
    checked = _checked(entries_of_pieces(pieces, place, reading), reading)
    if checked.operation is None:
        raise FaultyFolder(checked.faults)
    return checked.operation


def _checked(entries: tuple[Entry, ...], reading: Reading) -> Checked:
    nouns = _Nouns()
    for entry in entries:
        nouns.read(entry, reading)
    ids = declared(entries, reading)
    check_mentions(ids, reading)
    check_claims(
        {name: one.published_on for name, one in nouns.of(Kind.STATEMENT).items()}, reading
    )
    check_clauses(nouns.header, nouns.of(Kind.PROPOSITION), ids, reading)
    check_parts(nouns.of(Kind.CONTRIBUTION), nouns.nodes, reading)
    check_units(nouns.of(Kind.REQUIREMENT), nouns.of(Kind.CONTRIBUTION), nouns.nodes, reading)
    check_definitions(nouns.of(Kind.PROPOSITION), nouns.nodes, reading)
    check_drops(
        nouns.of(Kind.ASK),
        {**nouns.of(Kind.PARTY), **nouns.of(Kind.CONTRIBUTION)},
        nouns.nodes,
        reading,
    )
    faults, warnings = _in_order(reading.faults), _in_order(reading.warnings)
    if faults or nouns.header is None:
        return Checked(faults, warnings, None, ())
    pieces = tuple(
        Piece(kind=entry.part.kind, id=entry.id.text if entry.id else "", content=plain(entry.node))
        for entry in entries
    )
    return Checked(faults, warnings, nouns.operation(nouns.header), pieces)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, in order of the files, of line and of column."""
    order = {name: number for number, name in enumerate(FILES)}
    return tuple(sorted(set(faults), key=lambda fault: (order.get(fault.file, -1), fault)))


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The nouns read so far, by kind and id, with the nodes they came from."""

    by_kind: dict[Kind, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in Kind})
    nodes: dict[tuple[Kind, str], Node] = field(default_factory=dict)

    def read(self, entry: Entry, reading: Reading) -> None:
        """Read an entry into its noun; one with faults is left out."""
        if not entry.is_whole:
            return
        try:
            noun = entry.part.shape.read(entry.node, reading)
        except Unread:
            return
        name = entry.id.text if entry.id else ""
        self.by_kind[entry.part.kind].setdefault(name, noun)
        self.nodes.setdefault((entry.part.kind, name), entry.node)

    def of(self, kind: Kind) -> dict[str, Any]:
        """Return the nouns of a kind."""
        return self.by_kind[kind]

    @property
    def header(self) -> Header | None:
        """What ``operation.yaml`` says, if it could be read."""
        return next(iter(self.of(Kind.OPERATION).values()), None)

    def operation(self, header: Header) -> Operation:
        """Return the whole."""
        shared = {item.name: getattr(header, item.name) for item in fields(header)}
        return Operation(
            **shared,
            parties=self.of(Kind.PARTY),
            propositions=self.of(Kind.PROPOSITION),
            contributions=self.of(Kind.CONTRIBUTION),
            requirements=self.of(Kind.REQUIREMENT),
            statements=self.of(Kind.STATEMENT),
            events=self.of(Kind.EVENT),
            asks=self.of(Kind.ASK),
            arrangements=tuple(self.of(Kind.ARRANGEMENT).values()),
            documents=self.of(Kind.DOCUMENT),
        )
