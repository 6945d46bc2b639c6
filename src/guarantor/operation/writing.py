"""Pieces written as a folder that reads back to the same pieces."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guarantor.errors import CannotWrite
from guarantor.model import Kind, Piece
from guarantor.operation.nodes import UNPRINTABLE, Sort
from guarantor.operation.parts import PARTS, Part
from guarantor.operation.requirements import NAME
from guarantor.operation.yaml_text import sort_of

_WIDEST = 100
_PLAIN = re.compile(r"\w(?:[\w ./()'=>–-]*[\w./)'=–-])?")
_CSV_QUOTED = re.compile(r'[,"\r\n]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_pieces(pieces: Iterable[Piece], path: Path) -> None:
    """Write pieces as a new folder; nothing that is there already is overwritten.

    Raises:
        CannotWrite: The folder holds such files already, or cannot be written.
    """
    write_texts(texts_of(pieces), path)


def write_texts(texts: Mapping[str, str], path: Path) -> None:
    """Write texts as the files of a new folder.

    Raises:
        CannotWrite: The folder holds such files already, or cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        if there := [part.file for part in PARTS if (path / part.file).exists()]:
            raise CannotWrite(str(path), f"it holds {there[0]} already")
        for name, text in texts.items():
            with (path / name).open("xb") as file:
                file.write(text.encode())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no name of a folder"
        raise CannotWrite(str(path), str(reason)) from error


def texts_of(pieces: Iterable[Piece]) -> dict[str, str]:
    """Return the text of each file that pieces make; a part without pieces has none."""
    contents: dict[Kind, list[Mapping[str, Any]]] = {}
    for piece in pieces:
        contents.setdefault(piece.kind, []).append(piece.content)
    return {part.file: _text(part, contents[part.kind]) for part in PARTS if part.kind in contents}


def _text(part: Part, contents: list[Mapping[str, Any]]) -> str:
    if part.columns:
        rows = [part.columns, *([row.get(name, "") for name in part.columns] for row in contents)]
        return "".join(f"{','.join(map(_field, row))}\n" for row in rows)
    match part.kind:
        case Kind.OPERATION:
            lines = [line for content in contents for line in _pairs(content, 0)]
        case Kind.REQUIREMENT:
            lines = list(_pairs({one[NAME.name]: _unnamed(one) for one in contents}, 0))
        case _:
            lines = list(_items(contents, 0))
    return "".join(f"{line}\n" for line in lines)


def _unnamed(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != NAME.name}


def _field(value: object) -> str:
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if _CSV_QUOTED.search(text) else text


def _pairs(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    """Yield the lines of a mapping: a key a line, what fits in a line within it."""
    for key, inner in value.items():
        start = f"{' ' * indent}{_scalar(key)}:"
        line = f"{start} {_flow(inner)}"
        if len(line) <= _WIDEST or not isinstance(inner, Mapping | list | tuple) or not inner:
            yield line
            continue
        yield start
        within = indent + 2
        yield from _pairs(inner, within) if isinstance(inner, Mapping) else _items(inner, within)


def _items(values: Iterable[Any], indent: int) -> Iterator[str]:
    """Yield the lines of a list: an item a line where it fits."""
    dash = f"{' ' * indent}- "
    for value in values:
        line = f"{dash}{_flow(value)}"
        if len(line) <= _WIDEST or not isinstance(value, Mapping) or not value:
            yield line
            continue
        first, *others = _pairs(value, indent + 2)
        yield f"{dash}{first.lstrip()}"
        yield from others


def _flow(value: object) -> str:
    match value:
        case Mapping():
            return f"{{{', '.join(f'{_scalar(key)}: {_flow(one)}' for key, one in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(_flow, value))}]"
        case _:
            return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    """Return a text plain where YAML reads it back as this text, else in double quotes."""
    if _PLAIN.fullmatch(text) and sort_of(text) is Sort.TEXT and not UNPRINTABLE.search(text):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if UNPRINTABLE.match(character) or character == "\x85":
        return f"\\U{ord(character):08x}"
    return character
