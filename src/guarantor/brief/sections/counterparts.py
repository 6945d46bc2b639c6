"""What was said to be offered without saying what: has it a counterpart in anybody's own words?"""

from itertools import pairwise

from guarantor.brief.content import Block, tell
from guarantor.brief.index import Index
from guarantor.brief.naming import party_list, the_party
from guarantor.brief.words import count, listed, say_date, spaced
from guarantor.model import LADDER, Firmness


def counterparts(index: Index) -> list[Block]:
    """Return, for each offer of a kind nobody disclosed, what others said from its day on."""
    return [_counterpart(index, row["id"]) for row in index.standing(None)]


def _counterpart(index: Index, name: str) -> Block:
    row = index.offers[name]
    voiced = index.resting(f"What was said on {say_date(row['since'])} for", [name])
    whose = f" {the_party(index, row['party'])} ({name}) "
    asked = listed(map(spaced, index.capabilities))
    raised = [
        one
        for one in _made_or_raised(index, row["since"])
        if index.offers[one]["party"] != row["party"]
    ]
    if not raised:
        return tell(
            voiced,
            whose,
            "has no public counterpart: from that day on nobody is on record as making or raising "
            f"an offer of {asked}.",
        )
    were = "was" if len(raised) == 1 else "were"
    many = index.resting(f"{count(len(raised), 'offer')} of {asked}", raised)
    parties = party_list(index, index.whose(raised))
    return tell(
        voiced,
        whose,
        "is not tied to any offer: from that day on ",
        many,
        f" {were} made or raised ({parties}), and nobody said whether that was meant.",
    )


def _made_or_raised(index: Index, since: str) -> list[str]:
    """Return the offers towards the need that were made or raised on a day or later."""
    series = index.document["series"]
    found: dict[str, None] = {}
    for before, row in pairwise([None, *series]):
        if row is None or row["day"] < since:
            continue
        earlier = before["on_record"] if before else {}
        for name in index.counted(row["on_record"]):
            if _rung(row["on_record"][name]) > _rung(earlier.get(name)):
                found[name] = None
    return list(found)


def _rung(word: str | None) -> int:
    """Return how high a firmness stands; below the ladder where there is no offer yet."""
    return -1 if word is None else LADDER.index(Firmness(word).rung)
