"""What became known of offers: new ones, firmness, quantity, terms and the rest, key by key."""

from collections.abc import Iterable, Iterator
from functools import partial

from guarantor.ledger.change import Change, ChangeKind
from guarantor.ledger.wording import offer_words
from guarantor.model import LADDER, Firmness, Offer, Term, View, Window, say_day

_KEYS = {
    "fulfilment": "The chance of fulfilment",
    "available": "The window",
    "notice_days": "The notice in days",
    "transit_days": "The transit in days",
    "caveats": "The list of caveats",
    "part_of": "The whole",
}
"""What the keys of an offer are called that are compared as they are."""


def offer_changes(before: View, after: View) -> Iterator[Change]:
    """Yield the offers that appeared, what changed of the others, and those that are gone."""
    for name, offer in after.offers.items():
        if name in before.offers:
            earlier = before.offers[name]
            yield from _keys(after, earlier, offer)
            yield from _terms(after, earlier, offer)
        else:
            yield Change(
                kind=ChangeKind.OFFER,
                id=name,
                key="known",
                after=_state(offer),
                evidence=offer.evidence,
                sentence=f"{offer_words(after, offer)} became known: {_state(offer)}.",
            )
    for name, offer in before.offers.items():
        if name not in after.offers:
            yield Change(
                kind=ChangeKind.OFFER,
                id=name,
                key="known",
                before=_state(offer),
                sentence=f"{offer_words(before, offer)} is no longer in view.",
            )


def missing_terms(terms: Iterable[Term], among: Iterable[Term]) -> list[Term]:
    """Return the terms whose text is not among others."""
    texts = {term.text for term in among}
    return [term for term in terms if term.text not in texts]


def term_words(term: Term) -> str:
    """Return a term by its text and on whose word it stands."""
    return f"{term.text} ({term.basis})"


def _keys(view: View, earlier: Offer, later: Offer) -> Iterator[Change]:
    words = offer_words(view, later)
    for key, was, is_now, sentence in (
        (
            "firmness",
            earlier.firmness.value,
            later.firmness.value,
            f"{words} {_moved(earlier.firmness, later.firmness)}.",
        ),
        (
            "quantity",
            _amount(earlier),
            _amount(later),
            f"The quantity of {words} went from {_amount(earlier)} to {_amount(later)}.",
        ),
        *((key, *_values(key, earlier, later), _went(key, words, earlier, later)) for key in _KEYS),
    ):
        if was != is_now:
            yield Change(
                kind=ChangeKind.OFFER,
                id=later.id,
                key=key,
                before=was,
                after=is_now,
                evidence=later.sources.get(key, ()),
                sentence=sentence,
            )


def _terms(view: View, earlier: Offer, later: Offer) -> Iterator[Change]:
    words = offer_words(view, later)
    told = partial(Change, kind=ChangeKind.OFFER, id=later.id, key="terms")
    for term in missing_terms(later.terms, earlier.terms):
        sentence = f"A term of {words} became known: {term_words(term)}."
        yield told(after=term.text, evidence=term.evidence, sentence=sentence)
    new = tuple(name for name in later.evidence if name not in earlier.evidence)
    for term in missing_terms(earlier.terms, later.terms):
        sentence = f"A term of {words} was taken back: {term_words(term)}."
        yield told(before=term.text, evidence=new, sentence=sentence)


def _moved(was: Firmness, is_now: Firmness) -> str:
    if was.is_offer and is_now.is_offer:
        steps = LADDER.index(is_now.rung) - LADDER.index(was.rung)
        if steps:
            return f"was {'raised' if steps > 0 else 'lowered'} from {was} to {is_now}"
    return f"went from {was} to {is_now}"


def _state(offer: Offer) -> str:
    is_known = offer.firmness is not Firmness.UNDISCLOSED
    return f"{offer.firmness if is_known else 'of undisclosed firmness'}, {_amount(offer)}"


def _amount(offer: Offer) -> str:
    unit = f" {offer.unit.replace('_', ' ')}" if offer.unit else ""
    if offer.quantity.is_disclosed:
        return f"{offer.quantity}{unit}"
    return "an undisclosed quantity" + str(offer.quantity).removeprefix("undisclosed")


def _values(key: str, earlier: Offer, later: Offer) -> tuple[str, str]:
    return _value(getattr(earlier, key)), _value(getattr(later, key))


def _went(key: str, words: str, earlier: Offer, later: Offer) -> str:
    was, is_now = (value or "nothing on record" for value in _values(key, earlier, later))
    return f"{_KEYS[key]} of {words} is now {is_now} (before: {was})."


def _value(value: object) -> str:
    match value:
        case None:
            return ""
        case Window(start=start, end=end):
            ends = [f"from {say_day(start)}"] if start else []
            return " ".join([*ends, f"until {say_day(end)}"] if end else ends)
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)
