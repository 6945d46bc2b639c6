"""Shape of ``contributions.yaml``: who offers what, step by step."""

from dataclasses import dataclass
from typing import Any

from guarantor.model import PUBLIC, Base, Contribution, Firmness, Step
from guarantor.operation.amounts import CHANCE, QUANTITY, WINDOW, Whole
from guarantor.operation.claims import check_ascending, claim_since
from guarantor.operation.nodes import Keyed, Node, find
from guarantor.operation.reading import Reading, Target, listed
from guarantor.operation.shapes import Key, ListOf, Record, Schema, Values
from guarantor.operation.terms import (
    TERMS,
    UNDISCLOSED_WORD,
    ConditionText,
    evidence_key,
    with_evidence,
)
from guarantor.operation.words import Day, Id, OneOrList, Reference, Text, Word

_AUDIENCE = Reference(Target.AUDIENCE, words=frozenset({PUBLIC}))
_BASE_KEYS = (
    Key("unit", Text("a unit"), "unit of its quantities, such as persons", "none"),
    Key("available", WINDOW, "days on which it can be there", "any day"),
    Key(
        "notice_days",
        Whole("a notice in days"),
        "days from activation to moving",
        "notice_days_default of the operation",
    ),
    Key("transit_days", Whole("a transit in days"), "days from moving to arriving", "0"),
    Key(
        "caveats",
        ListOf(Id("caveat"), "a list of caveats"),
        "caveats: what it may not be used for, in words that lines can exclude",
        "none is on record",
    ),
    Key("part_of", Reference(Target.CONTRIBUTION), "contribution that already counts it", "none"),
    Key(
        "releasable_to",
        OneOrList(ListOf(_AUDIENCE, "a list of audiences"), _AUDIENCE),
        "audiences that may see it",
        PUBLIC,
    ),
    Key("note", Text(), "free text: anything else"),
)
_OWN_KEYS = (
    Key("id", Id("contribution"), "id", is_required=True),
    Key("party", Reference(Target.PARTY), "code of the party that offers it", is_required=True),
    Key(
        "capability",
        Id("capability", frozenset({UNDISCLOSED_WORD})),
        "kind of capability, or undisclosed",
        is_required=True,
    ),
)
_STATE_KEYS = (
    Key(
        "firmness",
        Word("firmness", tuple(Firmness)),
        "firmness: how far the party has bound itself",
    ),
    Key("quantity", QUANTITY, "quantity in its unit", "undisclosed, and never zero"),
    Key("terms", TERMS, "terms, all of which have to hold; they add up", default=()),
    Key("fulfilment", CHANCE, "chance from 0 to 1 that what is offered arrives", "unknown"),
    evidence_key(is_required=True),
)
_SINCE = Key(
    "since",
    Day(),
    "day from which this was known: when its evidence was published",
    is_required=True,
)
_WITHDRAWN = Key(
    "withdraw_terms",
    ListOf(ConditionText(may_be_undisclosed=True, is_noted=False), "a list of expressions"),
    "earlier terms that are taken back, as they were written",
    "none",
    default=(),
)


def _step(values: Values) -> Step:
    claim_since(values, "step")
    _check_evidence(values)
    return Step(since=values["since"], **_state(values), **_base(values))


def _check_evidence(values: Values) -> None:
    if not values["evidence"]:
        sentence = "the evidence is empty; cite the statements this rests on"
        raise values.fault(sentence, at="evidence")


def _state(values: Values) -> dict[str, Any]:
    withdrawn = values.given.get("withdraw_terms", ())
    return {
        "evidence": values["evidence"],
        "firmness": values["firmness"],
        "quantity": values["quantity"],
        "terms": with_evidence(values["terms"], values["evidence"]),
        "withdrawn_terms": tuple(UNDISCLOSED_WORD if c is None else str(c) for c in withdrawn),
        "fulfilment": values["fulfilment"],
    }


def _base(values: Values) -> dict[str, Any]:
    return {key.name: values[key.name] for key in _BASE_KEYS}


def _contribution(values: Values, steps: tuple[Step, ...]) -> Contribution:
    given = {name: value for name, value in _base(values).items() if value is not None}
    capability = values["capability"]
    return Contribution(
        id=values["id"],
        party=values["party"],
        capability=None if capability == UNDISCLOSED_WORD else capability,
        base=Base(**given),
        steps=steps,
    )


def _of_one_step(values: Values) -> Contribution:
    _check_evidence(values)
    _check_firmness(values.node, values["firmness"], values.reading)
    return _contribution(values, (Step(since=None, **_state(values)),))


def _of_steps(values: Values) -> Contribution:
    steps: tuple[Step, ...] = values["steps"]
    if not steps:
        sentence = "the list of steps is empty; give at least one step"
        raise values.fault(sentence, at="steps")
    check_ascending(values, "steps")
    _check_firmness(find(values.node, "steps", 0), steps[0].firmness, values.reading)
    _check_withdrawals(values, steps)
    return _contribution(values, steps)


def _check_firmness(node: Node, firmness: Firmness | None, reading: Reading) -> None:
    if firmness is None:
        sentence = f"the first step gives no firmness; give {listed(Firmness)}"
        raise reading.fault(node.place, sentence)


def _check_withdrawals(values: Values, steps: tuple[Step, ...]) -> None:
    standing: set[str] = set()
    for number, step in enumerate(steps):
        for index, text in enumerate(step.withdrawn_terms):
            if text not in standing:
                place = find(values.node, "steps", number, "withdraw_terms", index).place
                standing_now = (
                    f"standing are {', '.join(sorted(standing))}" if standing else "none stands"
                )
                sentence = (
                    f"no earlier step gave the term {text}; name one that stands ({standing_now})"
                )
                values.reading.fault(place, sentence)
        standing -= set(step.withdrawn_terms)
        standing |= {term.text for term in step.terms}


_STAYS = "never changes from step to step; give it once, above the steps"
_STEP = Record(
    "step",
    (_SINCE, *_STATE_KEYS, _WITHDRAWN, *_BASE_KEYS),
    _step,
    {key.name: f"{key.name} {_STAYS}" for key in _OWN_KEYS},
)
_IN_STEPS = {
    key.name: f"beside steps, {key.name} stands in the step that gave it; move it there"
    for key in (_SINCE, *_STATE_KEYS, _WITHDRAWN)
}
_STEPPED = Record(
    "contribution",
    (
        *_OWN_KEYS,
        *_BASE_KEYS,
        Key(
            "steps",
            ListOf(_STEP, "a list of steps"),
            "steps: what became known, since when; a later one overrides key by key",
            is_required=True,
        ),
    ),
    _of_steps,
    _IN_STEPS,
)
_SINGLE = Record(
    "contribution",
    (*_OWN_KEYS, *_STATE_KEYS, *_BASE_KEYS),
    _of_one_step,
    {
        "since": "without steps it is known once all its evidence was published; take since out, "
        "or write steps",
        "withdraw_terms": "without steps no term came earlier; take it out, or write steps",
    },
)


@dataclass(frozen=True, slots=True)
class ContributionShape:
    """A contribution: with steps, or with the keys of one step."""

    def read(self, node: Node, reading: Reading) -> Contribution:
        """Read a contribution in either form."""
        is_stepped = isinstance(node, Keyed) and node.get("steps") is not None
        return (_STEPPED if is_stepped else _SINGLE).read(node, reading)

    def schema(self) -> Schema:
        """Return either form's schema."""
        single = _SINGLE.schema()
        return {
            "anyOf": [_STEPPED.schema(), {**single, "required": [*single["required"], "firmness"]}]
        }


CONTRIBUTION = ContributionShape()
