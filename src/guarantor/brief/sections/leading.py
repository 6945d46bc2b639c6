"""Who leads and who follows: whose staying out takes the offers of others along."""

from guarantor.brief.content import Block, Bullets, Sentence, tell
from guarantor.brief.document import HangsOn
from guarantor.brief.index import Index
from guarantor.brief.naming import offer, party_list, the_party, title
from guarantor.brief.words import capital, count, listed


def leading(index: Index) -> list[Block]:
    """Return the leaders with their followers, and the loops; nothing where parties are guarded."""
    rows = [row for row in index.hangs_on if row["kind"] == "party" and row["lost"]]
    if not rows:
        return []
    told = tuple(_lead(index, row) for row in rows if followers(index, row))
    nobody = tell("Nobody’s offer is lost merely because one other party stays out.")
    loops = [_loop(index, pact) for pact in index.document["pacts"]]
    return [Bullets(told) if told else nobody, *loops]


def followers(index: Index, row: HangsOn) -> list[str]:
    """Return the offers of others that are lost when a party stays out."""
    return [name for name in row["lost"] if index.offers[name]["party"] != row["id"]]


def _lead(index: Index, row: HangsOn) -> Sentence:
    offers = followers(index, row)
    said = index.resting(count(len(offers), "offer"), offers)
    whose = party_list(index, index.whose(offers))
    are = "is" if len(offers) == 1 else "are"
    leader = capital(the_party(index, row["id"]))
    return tell(f"{leader} leads: if it stays out, ", said, f" of {whose} {are} lost too.")


def _loop(index: Index, pact: list[str]) -> Sentence:
    names = [offer(index, one) if one in index.offers else _member(index, one) for one in pact]
    return tell(f"Waiting for each other in a loop: {listed(names)}.")


def _member(index: Index, one: str) -> str:
    return the_party(index, one) if one in index.parties else title(index, one)
