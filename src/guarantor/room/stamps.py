"""Stamps: what tells one state of an operation on disk from the next."""

from hashlib import blake2b
from pathlib import Path

from guarantor.operation import BUNDLED, bundled

_PARTS = {".csv", ".jsonl", ".yaml", ".yml"}


def stamp(name: str) -> str:
    """Return what changes when an operation does: the sizes and times of its files, hashed.

    Args:
        name: What :func:`open_source` takes. What cannot be read has a stamp as well, so that it
            is seen when it can be.
    """
    digest = blake2b(digest_size=12)
    for path in _files(Path(name), name):
        try:
            state = path.stat()
        except OSError:
            digest.update(f"{path.name} missing\n".encode())
        else:
            digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files(path: Path, name: str) -> list[Path]:
    """Return the files that an operation is read from, in order of their names."""
    if path.is_file() and path.name != "operation.yaml":
        # Beside a ledger there may be the journal in which its latest entries are.
        return [path, path.with_name(f"{path.name}-wal")]
    folder = path.parent if path.is_file() else path
    if not (folder / "operation.yaml").is_file() and name in BUNDLED:
        folder = bundled(name)
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _PARTS)
    except OSError:
        return [folder]
