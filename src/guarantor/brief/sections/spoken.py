"""Of whom was it spoken? Breadth of words against breadth of offers."""

from guarantor.brief.content import Block, tell
from guarantor.brief.document import OfferRow
from guarantor.brief.index import Index
from guarantor.brief.naming import party_list
from guarantor.brief.words import count, listed, spaced

_ORGANISATION = "X"
"""How the code of an organisation begins; others are states."""


def spoken(index: Index) -> list[Block]:
    """Return of how many parties it was spoken, and how many of them offered or declined.

    What is spoken of are statements of the kinds on which the offers of what the need asks for
    rest, such as statements about troops.
    """
    kinds = _kinds(index)
    said = [row for row in index.statements.values() if row["kind"] in kinds]
    spoken_of = sorted({code for row in said for code in row["about"]} & index.parties.keys())
    if not spoken_of:
        return []
    offering = {row["party"] for name in index.capabilities for row in index.standing(name)}
    declining = {row["party"] for row in _declined(index)} - offering
    groups = (
        (offering.intersection(spoken_of), "with an offer of what the need asks for"),
        (declining.intersection(spoken_of), "that declined or keep it on hold"),
        (set(spoken_of) - offering - declining, "with neither"),
    )
    parts = [f"{len(codes)} {what}" for codes, what in groups if codes]
    if silent := sorted(groups[-1][0]):
        parts[-1] += f" ({party_list(index, silent)})"
    many = index.figure(_states(spoken_of), (row["id"] for row in said))
    of = listed(map(spaced, sorted(kinds)))
    return [tell(f"Statements about {of} speak of ", many, f": {listed(parts)}.")]


def _kinds(index: Index) -> set[str]:
    """Return the kinds of the statements that express the offers and refusals of what is asked."""
    rows = [row for name in index.capabilities for row in index.standing(name)]
    cited = (name for row in (*rows, *_declined(index)) for name in row["evidence"])
    statements = (index.statements[name] for name in cited if name in index.statements)
    return {said["kind"] for said in statements if said["firmness"]}


def _declined(index: Index) -> list[OfferRow]:
    return [
        row
        for row in index.offers.values()
        if not row["is_offer"] and row["capability"] in index.capabilities
    ]


def _states(codes: list[str]) -> str:
    """Return how many states and organisations some parties are."""
    organisations = sum(code.startswith(_ORGANISATION) for code in codes)
    states = count(len(codes) - organisations, "state")
    return f"{states} and {count(organisations, 'organisation')}" if organisations else states
