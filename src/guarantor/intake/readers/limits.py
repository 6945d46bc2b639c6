"""How much a file may hold, so that no file takes the whole machine."""

from guarantor.model import NotRead

MOST_BYTES = 50_000_000
"""Of one file, and of one member of an archive once it is unpacked."""
MOST_UNPACKED = 500_000_000
"""Of all that one archive holds, at every depth."""
MOST_MEMBERS = 100_000
"""Of all that one archive holds, at every depth."""
MOST_DEPTH = 5
"""Archives within archives, and mails within mails."""
MOST_RATIO = 200
"""How many times larger than packed; prose makes 3 to 10."""
RATIO_COUNTS_FROM = 1_000_000
"""Bytes unpacked below which no ratio is suspicious."""
TOO_MANY = f"it holds more than {MOST_MEMBERS:,} files; unpack it into a folder"
TOO_MUCH = (
    f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB, and what follows in it was not "
    "read; if that is meant, unpack it into a folder"
)
TOO_DEEP = f"files lie more than {MOST_DEPTH} deep in one another; unpack it into a folder"


def too_large(name: str, size: int) -> NotRead | None:
    """Return why a file of that many bytes is not read, so that nobody needs to load it.

    Example:
        >>> too_large("all.txt", 2_000_000_000).reason
        'all.txt: 2,000 MB are more than the 50 MB of one file; split it or unpack it'
        >>> too_large("some.txt", 4_000)
    """
    if size <= MOST_BYTES:
        return None
    return not_read(
        name,
        f"{size / 1e6:,.0f} MB are more than the {MOST_BYTES / 1e6:.0f} MB of one file; split it "
        "or unpack it",
    )


def not_read(name: str, why: str, sha256: str = "") -> NotRead:
    """Return that a file was not read, with its name before the reason.

    Args:
        name: Where it stands.
        why: What is wrong and what to do, without the name and without a full stop.
        sha256: Hash of its bytes, where they could be had.
    """
    return NotRead(name=name, sha256=sha256, reason=f"{name}: {why}")


def printable(name: str) -> str:
    r"""Return a name without what cannot be shown, such as line breaks.

    Example:
        >>> printable("a\x07.txt")
        'a\ufffd.txt'
    """
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in name) or "unnamed"
