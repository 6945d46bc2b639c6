"""The plain structure: the logic of a view as data, for whoever asks it what happens if.

A floor, suppositions, decisions and the values of parameters are left to whoever evaluates it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from typing_extensions import TypedDict

from guarantor.model import Line, Need, Offer, Parameter, Party, Proposition, View
from guarantor.viability.breaking.lines import is_stated
from guarantor.viability.events import COMMON, is_uncertain
from guarantor.viability.plain_formulas import (
    Number,
    PlainFormula,
    plain_formula,
    plain_number,
    plain_term,
)
from guarantor.viability.plain_units import per_unit
from guarantor.viability.presence import there

PlainBasis = Literal["stated", "reported", "undisclosed"]


class PlainParameter(TypedDict):
    """An assumed number of the model with its range."""

    id: str
    value: Number
    low: Number
    high: Number
    text: str
    evidence: list[str]


class PlainProposition(TypedDict):
    """A proposition: true where its own event happens and its ``when`` holds.

    ``can``: its own event can happen. ``open``: it can go either way. ``cases``: where its chance
    is given case by case, for each case that gives it a chance that this is the first that holds;
    one of them must.
    """

    id: str
    text: str
    settled: bool | None
    can: bool
    open: bool
    when: PlainFormula | None
    cases: list[PlainFormula] | None


class PlainParty(TypedDict):
    """A party: it joins where it decides to and its terms hold."""

    code: str
    name: str
    can: bool
    open: bool
    terms: list[PlainFormula]


class PlainOffer(TypedDict):
    """A contribution: it stands on or above the floor where its party joins and its terms hold.

    ``terms`` are its own, then those it shares. ``high`` is ``None`` where nothing bounds it;
    ``there`` is ``None`` where notice is unknown.
    """

    id: str
    party: str
    capability: str | None
    unit: str
    firmness: str
    is_offer: bool
    low: Number
    high: Number | None
    disclosed: bool
    basis: PlainBasis
    fulfils: bool
    part_of: str | None
    there: bool | None
    caveats: list[str]
    terms: list[PlainFormula]


class PlainNeed(TypedDict):
    """How much is needed; ``None`` where nobody said."""

    low: Number | None
    high: Number | None


class PlainLine(TypedDict):
    """A line of a requirement."""

    id: str
    capability: str
    need: PlainNeed
    unit: str
    priority: str
    excluded_caveats: list[str]


class PlainRequirement(TypedDict):
    """A requirement set."""

    name: str
    text: str
    lines: list[PlainLine]


class PlainStructure(TypedDict):
    """What every truth rests on, and what is needed.

    ``per_unit`` says for each capability by how much its amounts and needs are to be multiplied so
    that all of them are whole.
    """

    parameters: list[PlainParameter]
    propositions: list[PlainProposition]
    parties: list[PlainParty]
    offers: list[PlainOffer]
    requirements: list[PlainRequirement]
    per_unit: dict[str, int]


def plain_structure(view: View, valid_on: date | None) -> PlainStructure:
    """Return the logic of a view as data.

    Args:
        view: What is on record.
        valid_on: The day asked about; ``None`` leaves dates aside.
    """
    return {
        "parameters": [_parameter(view, one) for one in view.parameters.values()],
        "propositions": [_proposition(view, one, valid_on) for one in view.propositions.values()],
        "parties": [_party(view, one) for one in view.parties.values()],
        "offers": [_offer(view, one, valid_on) for one in view.offers.values()],
        "requirements": [
            {"name": one.name, "text": one.text, "lines": [_line(line) for line in one.lines]}
            for one in view.requirements.values()
        ],
        "per_unit": per_unit(view),
    }


def _parameter(view: View, parameter: Parameter) -> PlainParameter:
    return {
        "id": parameter.name,
        "value": plain_number(parameter.value),
        "low": plain_number(parameter.low),
        "high": plain_number(parameter.high),
        "text": parameter.note,
        "evidence": [name for name in parameter.evidence if name in view.statements],
    }


def _proposition(view: View, proposition: Proposition, valid_on: date | None) -> PlainProposition:
    when = proposition.when
    return {
        "id": proposition.id,
        "text": proposition.text,
        "settled": view.settled(proposition.id, valid_on),
        "can": proposition.chance.high > 0,
        "open": is_uncertain(proposition.chance),
        "when": None if when is None else plain_formula(view, when, asker=None),
        "cases": list(_cases(view, proposition)) if proposition.chance_given else None,
    }


def _cases(view: View, proposition: Proposition) -> Iterator[PlainFormula]:
    """Yield each case that gives a chance: its condition is the first that holds."""
    earlier: list[PlainFormula] = []
    for given in proposition.chance_given:
        own: list[PlainFormula] = []
        if given.condition is not None:
            own = [plain_formula(view, given.condition, asker=None)]
        if given.chance.high > 0:
            yield {"is": "all", "of": [*earlier, *own]}
        earlier.extend({"is": "not", "of": [one]} for one in own)


def _party(view: View, party: Party) -> PlainParty:
    return {
        "code": party.code,
        "name": party.name,
        "can": party.decision.high > 0,
        "open": is_uncertain(party.decision),
        "terms": [
            plain_term(view, term, owner=party.code, asker=party.code) for term in party.terms
        ],
    }


def _offer(view: View, offer: Offer, valid_on: date | None) -> PlainOffer:
    quantity = offer.quantity
    return {
        "id": offer.id,
        "party": offer.party,
        "capability": offer.capability,
        "unit": offer.unit,
        "firmness": offer.firmness.value,
        "is_offer": offer.firmness.is_offer,
        "low": plain_number(quantity.low),
        "high": None if quantity.high is None else plain_number(quantity.high),
        "disclosed": quantity.is_disclosed,
        "basis": _basis(view, offer),
        "fulfils": offer.fulfilment.high > 0,
        "part_of": offer.part_of if offer.part_of in view.offers else None,
        "there": there(offer, view, valid_on),
        "caveats": list(offer.caveats),
        "terms": [
            *(plain_term(view, one, owner=offer.id, asker=offer.party) for one in offer.terms),
            *(
                plain_term(view, shared.term, owner=COMMON, asker=offer.party)
                for shared in view.common_terms
                if shared.binds(offer)
            ),
        ],
    }


def _basis(view: View, offer: Offer) -> PlainBasis:
    if not offer.quantity.is_disclosed:
        return "undisclosed"
    return "stated" if is_stated(offer, view) else "reported"


def _line(line: Line) -> PlainLine:
    return {
        "id": line.id,
        "capability": line.capability,
        "need": _need(line.need),
        "unit": line.unit,
        "priority": line.priority.value,
        "excluded_caveats": list(line.excluded_caveats),
    }


def _need(need: Need) -> PlainNeed:
    low, high = (None if end is None else plain_number(end) for end in (need.low, need.high))
    return {"low": low, "high": high}
