"""What things are called: by their ids, in a sentence or alone."""

import re
from collections.abc import Iterable

from guarantor.brief.document import OfferRow, RequirementRow
from guarantor.brief.index import Index
from guarantor.brief.words import capital, clause, listed, possessive, spaced, with_article
from guarantor.model import ID_PATTERN

UNDISCLOSED = "undisclosed"
NOT = "not "


def party(index: Index, code: str) -> str:
    """Return the name of a party as it stands alone."""
    return index.parties[code]["name"] if code in index.parties else code


def the_party(index: Index, code: str) -> str:
    """Return the name of a party as it reads in a sentence."""
    return with_article(party(index, code))


def party_list(index: Index, codes: Iterable[str]) -> str:
    """Return parties by name, as a list in English."""
    return listed(party(index, code) for code in codes)


def kind(row: OfferRow) -> str:
    """Return of which kind a contribution is."""
    return spaced(row["capability"]) if row["capability"] else "offer of undisclosed kind"


def offer(index: Index, name: str) -> str:
    """Return what a contribution is called, such as ``Alfland’s land troops``."""
    row = index.offers.get(name)
    if row is None:
        return spaced(name)
    said = f"{possessive(the_party(index, row['party']))} {kind(row)}"
    alike = (row["party"], row["capability"])
    twins = sum((one["party"], one["capability"]) == alike for one in index.offers.values())
    return f"{said} ({name})" if twins > 1 else said


def name(index: Index, what: str) -> str:
    """Return what an id of any kind is called, alone and with a capital."""
    if what in index.parties:
        return party(index, what)
    if what in index.offers:
        return capital(offer(index, what))
    if what in index.propositions:
        return capital(clause(index.propositions[what]["text"]))
    return what


def said_of(index: Index, literal: str) -> str:
    """Return a literal as it reads inside a sentence, such as ``Bravia joins``."""
    if literal.startswith(NOT):
        return f"it is not so that {said_of(index, literal.removeprefix(NOT))}"
    owner, _, event = literal.partition("#")
    if event == UNDISCLOSED:
        whose = offer(index, owner) if owner in index.offers else the_party(index, owner)
        return f"the undisclosed condition of {whose} is met"
    if literal in index.propositions:
        return clause(index.propositions[literal]["text"])
    if literal in index.parties:
        return f"{the_party(index, literal)} joins"
    if literal in index.offers:
        return f"the offer of {offer(index, literal)} stands"
    return spaced(literal)


def title(index: Index, literal: str) -> str:
    """Return a literal as it stands alone."""
    return capital(said_of(index, literal))


def need_title(row: RequirementRow) -> str:
    """Return what a published need is called: the first sentence of its text, or its name."""
    first = re.split(r"(?<=[^\s.]{2})\.\s+(?=[A-Z“])", row["text"])[0] if row["text"] else ""
    return first.rstrip(".") or capital(spaced(row["name"]))


def counted_offers(index: Index) -> str:
    """Return what the offers that count towards the need are called."""
    if len(index.capabilities) == 1:
        return f"offers of {spaced(index.capabilities[0])}"
    return "offers towards the need"


def with_names(index: Index, text: str) -> str:
    """Return a text with the contributions that it names by id called by their names."""

    def called(found: re.Match[str]) -> str:
        return offer(index, found[0]) if "-" in found[0] and found[0] in index.offers else found[0]

    return re.sub(ID_PATTERN, called, text)
