"""Texts, or the pieces of a ledger, into the entries of every part."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guarantor.model import Kind, Piece
from guarantor.operation.csv_text import read_rows
from guarantor.operation.folder import BYTE_ORDER_MARK, Folder
from guarantor.operation.nodes import Keyed, Listed, Node, Place, Scalar, Sort, from_plain, holes
from guarantor.operation.parts import PART_OF, PARTS, Part
from guarantor.operation.reading import Reading, Unread, shown
from guarantor.operation.requirements import NAME
from guarantor.operation.yaml_text import read_yaml

_OTHER_MARK = re.compile(r"[;\t|]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a part, not yet read into a noun.

    Attributes:
        part: The part.
        node: What it says.
        is_whole: Whether all of it is there to be read; else only its id counts.
    """

    part: Part
    node: Node
    is_whole: bool = True

    @property
    def id(self) -> Scalar | None:
        """What names it, if anything does."""
        found = self.node.get(self.part.id_key) if isinstance(self.node, Keyed) else None
        return found if isinstance(found, Scalar) else None


def entries_of_folder(folder: Folder, reading: Reading) -> tuple[Entry, ...]:
    """Return the entries of every file, in order; a file that cannot be read has none."""
    entries: list[Entry] = []
    for part in PARTS:
        if part.kind in reading.unread:
            continue
        try:
            entries.extend(_entries(part, folder, reading))
        except Unread:
            reading.unread.add(part.kind)
    return tuple(entries)


def _entries(part: Part, folder: Folder, reading: Reading) -> list[Entry]:
    text = folder.texts.get(part.file, "").removeprefix(BYTE_ORDER_MARK)
    if part.columns:
        return list(_rows(part, text, reading))
    return [Entry(part, node) for node in _nodes(part, folder, text, reading)]


def _nodes(part: Part, folder: Folder, text: str, reading: Reading) -> Iterable[Node]:
    root = read_yaml(part.file, text, reading)
    start = Place(part.file, 1, 1)
    match part.kind, root:
        case Kind.OPERATION, None:
            there = "is empty" if part.file in folder.texts else "is not in the folder"
            sentence = f"operation.yaml {there}; give id, name, as_known_on and requirement in it"
            raise reading.fault(start, sentence)
        case _, None:
            return ()
        case Kind.OPERATION, Keyed():
            return (root,)
        case Kind.REQUIREMENT, Keyed(_, items):
            return [_named(name, inner, reading) for name, inner in items]
        case ((Kind.OPERATION | Kind.REQUIREMENT), _):
            raise reading.fault(root.place, f"{part.file} is a mapping; write key: value")
        case _, Listed(_, items):
            return items
        case _:
            raise reading.fault(
                root.place, f"{part.file} is a list; write - before each {part.kind}"
            )


def _named(name: Scalar, node: Node, reading: Reading) -> Node:
    """Return what stands under a name with the name in it, as a ledger holds it."""
    if not isinstance(node, Keyed):
        return node
    if (inner := node.get(NAME.name)) is not None:
        sentence = "the name of a requirement set stands above it, before the colon; take this out"
        reading.fault(inner.place, sentence)
    key = Scalar(name.place, NAME.name)
    text = Scalar(name.place, name.text, Sort.TEXT, name.lead)
    return Keyed(name.place, ((key, text), *node.items))


def _rows(part: Part, text: str, reading: Reading) -> Iterator[Entry]:
    rows = read_rows(part.file, text, reading)
    if rows:
        _check_header(part, rows[0], reading)
    for row in rows[1:]:
        yield _row(part, rows[0], row, reading)


def _check_header(part: Part, header: tuple[Scalar, ...], reading: Reading) -> None:
    if len(header) == 1 and (mark := _OTHER_MARK.search(header[0].text)):
        sentence = "the columns are not set apart by commas; save the file with commas"
        raise reading.fault(header[0].at(mark.start()), sentence)
    count = len(reading.faults)
    names = [column.text for column in header]
    missing = [name for name in part.columns if name not in names]
    for number, column in enumerate(header):
        if column.text in names[:number]:
            sentence = f"the column {shown(column.text)} stands here a second time; take it out"
            reading.fault(column.place, sentence)
        elif column.text not in part.columns:
            remedy = reading.nearest(column.text, missing) or "take it out"
            sentence = f"{shown(column.text)} is no column of {part.file}; {remedy}"
            reading.fault(column.place, sentence)
    if missing:
        wanted = ",".join(part.columns)
        sentence = f"the header lacks {', '.join(missing)}; the first line is {wanted}"
        reading.fault(header[0].place, sentence)
    if len(reading.faults) > count:
        raise Unread


def _row(
    part: Part, header: tuple[Scalar, ...], row: tuple[Scalar, ...], reading: Reading
) -> Entry:
    node = Keyed(row[0].place, tuple(zip(header, row, strict=False)))
    if len(row) == len(header):
        return Entry(part, node)
    sentence = (
        f"the row has {len(row)} fields and the header {len(header)}; set a comma for each "
        "empty field, and quotes around a field with a comma"
    )
    reading.fault(row[0].place, sentence)
    return Entry(part, node, is_whole=False)


def entries_of_pieces(pieces: Iterable[Piece], place: str, reading: Reading) -> tuple[Entry, ...]:
    """Return the entries of plain content, each placed at its running number."""
    entries = entries_besides(pieces, place, reading)
    heads = [entry for entry in entries if entry.part.kind is Kind.OPERATION]
    if len(heads) != 1:
        sentence = (
            f"an operation has one entry of kind operation, not {len(heads)}; record just one"
        )
        reading.fault(heads[1].node.place if heads else Place(place, 1, 1), sentence)
    return entries


def entries_besides(pieces: Iterable[Piece], place: str, reading: Reading) -> tuple[Entry, ...]:
    """Return the entries of plain content that is a part of an operation only."""
    return tuple(
        _entry(piece, Place(place, n, 1), reading) for n, piece in enumerate(pieces, start=1)
    )


def _entry(piece: Piece, place: Place, reading: Reading) -> Entry:
    part = PART_OF[piece.kind]
    node = from_plain(dict(piece.content), place)
    entry = Entry(part, node, is_whole=not any(holes(node)))
    if not entry.is_whole:
        sentence = f"the {piece.kind} {shown(piece.id)} holds what is no plain data; record it anew"
        reading.fault(place, sentence)
    elif entry.id is None or entry.id.text != piece.id:
        sentence = (
            f"the {piece.kind} is kept as {shown(piece.id)}, and its {part.id_key} says otherwise; "
            "record it anew"
        )
        reading.fault(place, sentence)
    return entry
