"""The folder as texts: read as it stands, written back byte for byte."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from guarantor.errors import CannotWrite, FaultyFolder, UnknownId
from guarantor.model import Kind
from guarantor.operation.editing import edited_yaml
from guarantor.operation.nodes import UNPRINTABLE, Place
from guarantor.operation.parts import PARTS
from guarantor.operation.reading import Reading, Unread

LARGEST_FILE = 4_000_000
"""How many bytes a file may have: seventy times the largest of the bundled operation."""
_ALIKE = 0.8
BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Folder:
    """The texts of an operation.

    Attributes:
        path: Where they were read.
        texts: The text of each file by its name, exactly as it stands; other files are left alone.
    """

    path: Path
    texts: Mapping[str, str]

    def write(self, path: Path) -> None:
        """Write every text into a folder byte for byte, each file whole or not at all.

        Raises:
            CannotWrite: The folder or a file of it cannot be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            for name, text in self.texts.items():
                new = path / f".{name}.new"
                new.write_bytes(text.encode())
                new.replace(path / name)
        except (OSError, ValueError) as error:
            raise CannotWrite(str(path), str(getattr(error, "strerror", error))) from error

    def edited(self, name: str, change: Callable[[Any], None]) -> "Folder":
        """Return the folder with a change made to one YAML file; every other line stays.

        Args:
            name: The file, such as ``parties.yaml``.
            change: Changes the data of the file in place, as ruamel's round trip gives it.

        Raises:
            FaultyFolder: The file is no YAML that the folder allows.
            UnknownId: The folder has no YAML file of that name.
        """
        part = next((part for part in PARTS if part.file == name and not part.columns), None)
        if part is None:
            raise UnknownId(kind="YAML file of a folder", name=name)
        empty: Any = {} if part.kind in {Kind.OPERATION, Kind.REQUIREMENT} else []
        text = edited_yaml(name, self.texts.get(name, ""), change, empty)
        return replace(self, texts={**self.texts, name: text})


def read_folder(path: Path) -> Folder:
    """Read the texts of a folder.

    Raises:
        FaultyFolder: There is no such folder, or a file of it is no readable text.
    """
    reading = Reading()
    folder = read_texts(path, reading)
    if reading.faults:
        raise FaultyFolder(tuple(reading.faults))
    return folder


def read_texts(path: Path, reading: Reading) -> Folder:
    """Read what can be read of a folder; a file that cannot be read is a fault and left out."""
    texts: dict[str, str] = {}
    if not _is_folder(path, reading):
        reading.unread.update(part.kind for part in PARTS)
        return Folder(path, texts)
    for part in PARTS:
        try:
            text = _read_text(path / part.file, reading)
        except Unread:
            reading.unread.add(part.kind)
            continue
        if text is not None:
            texts[part.file] = text
    _warn_of_misnamed(path, reading)
    return Folder(path, texts)


def _warn_of_misnamed(path: Path, reading: Reading) -> None:
    """Warn of files that look like parts of the operation and are not read."""
    stems = {part.schema_name: part.file for part in PARTS}
    try:
        files = sorted(path.iterdir())
    except OSError:  # a folder may be entered without being listed
        return
    for file in files:
        stem, ending = file.stem.lower(), file.suffix.lower()
        is_part = file.name in stems.values() or UNPRINTABLE.search(file.name)
        if is_part or ending not in {".yaml", ".yml", ".csv"}:
            continue
        if near := get_close_matches(stem, stems, n=1, cutoff=_ALIKE):
            sentence = f"this file is not read; rename it to {stems[near[0]]} if it is meant to be"
            reading.warn(Place(file.name, 1, 1), sentence)


def _is_folder(path: Path, reading: Reading) -> bool:
    place = Place(UNPRINTABLE.sub("?", str(path)), 1, 1)
    try:
        if path.is_dir():
            return True
        what = "is a file and no folder" if path.exists() else "is not there"
        reading.fault(place, f"the folder {what}; name one that holds an operation.yaml")
    except OSError as error:
        sentence = f"the folder cannot be read ({error.strerror}); see to its name and permissions"
        reading.fault(place, sentence)
    return False


def _read_text(path: Path, reading: Reading) -> str | None:
    start = Place(path.name, 1, 1)
    try:
        if not path.exists() and not path.is_symlink():
            return None
        if not path.is_file():
            raise reading.fault(start, "this is no file with a text in it; put one in its place")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        sentence = f"the file cannot be read ({error.strerror}); see to its permissions"
        raise reading.fault(start, sentence) from error
    if len(data) > LARGEST_FILE:
        sentence = f"the file has more than {LARGEST_FILE:,} bytes; split the operation"
        raise reading.fault(start, sentence)
    return _decoded(path.name, data, reading)


def _decoded(file: str, data: bytes, reading: Reading) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        place = _place_after(file, data[: error.start].decode())
        sentence = (
            f"byte {data[error.start]:#04x}, number {error.start + 1:,} of the file, is no UTF-8; "
            "save the file as UTF-8"
        )
        raise reading.fault(place, sentence) from error
    if match := UNPRINTABLE.search(text, text.startswith(BYTE_ORDER_MARK)):
        place = _place_after(file, text[: match.start()])
        sentence = f"the character U+{ord(match[0]):04X} has no place in a text; take it out"
        raise reading.fault(place, sentence)
    return text


def _place_after(file: str, text: str) -> Place:
    lines = _LINE_END.split(text.removeprefix(BYTE_ORDER_MARK))
    return Place(file, len(lines), len(lines[-1]) + 1)
