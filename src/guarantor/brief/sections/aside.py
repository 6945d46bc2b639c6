"""What is refused or on hold, of which nobody knows the kind, and what no need asks for."""

from guarantor.brief.content import Block, tell
from guarantor.brief.index import Index
from guarantor.brief.naming import kind, party_list
from guarantor.brief.words import capital, count, listed


def aside(index: Index) -> list[Block]:
    """Return what stands beside the offers that count, a sentence for each sort."""
    return [*_stopped(index), *_unknown(index), *_unasked(index)]


def _stopped(index: Index) -> list[Block]:
    """Return the refusals, withdrawals and the like among what the need asks for."""
    by_firmness: dict[str, list[str]] = {}
    for row in index.offers.values():
        if not row["is_offer"] and row["capability"] in index.capabilities:
            by_firmness.setdefault(row["firmness"], []).append(row["id"])
    return [
        tell(
            f"{capital(word)}: ",
            index.resting(count(len(names), "contribution"), names),
            f" of what the need asks for ({party_list(index, index.whose(names))}).",
        )
        for word, names in by_firmness.items()
    ]


def _unknown(index: Index) -> list[Block]:
    names = [row["id"] for row in index.standing(None)]
    if not names:
        return []
    said = index.resting(f"{count(len(names), 'offer')} of a kind that nobody disclosed", names)
    is_counted = "is" if len(names) == 1 else "are"
    whose = party_list(index, index.whose(names))
    return [tell(said, f" ({whose}) {is_counted} on record and counted on no line.")]


def _unasked(index: Index) -> list[Block]:
    rows = [
        row
        for row in index.offers.values()
        if row["is_offer"] and row["capability"] and row["capability"] not in index.published
    ]
    if not rows:
        return []
    names = [row["id"] for row in rows]
    many = count(len(index.whose(names)), "party", "parties")
    kinds = listed(dict.fromkeys(map(kind, rows)))
    offer = "offers" if len(index.whose(names)) == 1 else "offer"
    said = index.resting(many, names)
    return [tell("No published need asks for what ", said, f" {offer} besides: {kinds}.")]
