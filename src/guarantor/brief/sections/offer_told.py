"""One contribution in a sentence, and its terms as sentences."""

from guarantor.brief.content import Block, Bullets, Sentence, tell
from guarantor.brief.document import OfferRow, TermRow
from guarantor.brief.firmness import of_firmness
from guarantor.brief.index import Index
from guarantor.brief.naming import kind, offer
from guarantor.brief.sections.waits_shown import BASIS_WORDS
from guarantor.brief.words import capital, listed, say_date, some_of, spaced

MOST_SPEAKERS = 3


def offer_blocks(index: Index, row: OfferRow) -> list[Block]:
    """Return what is offered, how firm, how much, since when, on whose word; then its terms."""
    said = index.figure(capital(kind(row)), row["evidence"])
    details = [of_firmness(row["firmness"]), _amount(row), f"since {say_date(row['since'])}"]
    if row["caveats"]:
        details.append(f"caveats {listed(map(spaced, row['caveats']))}")
    if row["part_of"]:
        details.append(f"counted within {offer(index, row['part_of'])}")
    told = f": {', '.join(details)}. {_stands(row)}On the word of {_speakers(index, row)}."
    note = f" {capital(row['note'])}" if row["note"] else ""
    own = [term for term in row["terms"] if not term["common"]] if row["is_offer"] else []
    none = " No term of its own on record." if row["is_offer"] and not own else ""
    sentence = tell(said, told, note, none)
    return (
        [sentence, Bullets(tuple(term_sentence(term, index) for term in own))]
        if own
        else [sentence]
    )


def _amount(row: OfferRow) -> str:
    if row["quantity_basis"] == "undisclosed":
        return f"size {row['quantity']}"
    return f"{row['quantity']} {spaced(row['unit'])} ({row['quantity_basis']})"


def _stands(row: OfferRow) -> str:
    """Return whether it can stand where that says something beyond its firmness."""
    if not row["is_offer"]:
        return ""
    told = []
    if not row["can_stand"]["moving_together"]:
        told.append("cannot stand at the firmness and on the terms asked about")
    elif not row["can_stand"]["nobody_moves_first"]:
        told.append("can stand only moving together")
    if row["there"] is False:
        told.append("would not be there on the day")
    return f"{capital(' and '.join(told))}. " if told else ""


def _speakers(index: Index, row: OfferRow) -> str:
    said = [index.statements[name] for name in index.known(row["evidence"])]
    said.sort(key=lambda one: one["published_on"], reverse=True)
    names = dict.fromkeys(f"{one['speaker']} ({spaced(one['attribution'])})" for one in said)
    return listed(some_of(list(names), MOST_SPEAKERS, "others")) or "nobody in this file"


def term_sentence(term: TermRow, index: Index) -> Sentence:
    """Return a term as a sentence, on whose word, and what we read into it."""
    basis = index.figure(BASIS_WORDS.get(term["basis"], term["basis"]), term["evidence"])
    note = f" {capital(term['note'])}" if term["note"] else ""
    return tell(f"{capital(term['sentence'])} (", basis, f").{note}")
