"""What every store holds new entries to: they follow the last one kept, each the one before it."""

from collections.abc import Sequence

from guarantor.errors import BrokenLedger
from guarantor.model import FIRST, Entry, seal


def check_follow(entries: Sequence[Entry], last: Entry | None, place: str) -> None:
    """Check that sealed entries follow the last one that is kept.

    Args:
        entries: What is to be appended.
        last: The last entry kept; ``None`` where there is none.
        place: Name of the store for the message.

    Raises:
        BrokenLedger: The first does not follow it, or one of the others not the one before it, or
            an entry does not fit its hash.
    """
    number, previous = (last.number, last.hash) if last else (0, FIRST)
    for entry in entries:
        number += 1
        if entry != seal(entry.draft, number=number, previous=previous):
            msg = (
                f"{place}: nothing was appended, because what was sealed as entry "
                f"{entry.number} does not follow entry {number - 1}; read the ledger again "
                "and seal the entries anew"
            )
            raise BrokenLedger(msg)
        previous = entry.hash
