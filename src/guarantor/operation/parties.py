"""Shape of ``parties.yaml``."""

from guarantor.model import UNKNOWN, Party, Role
from guarantor.operation.amounts import CHANCE
from guarantor.operation.chances import LASTING
from guarantor.operation.shapes import Key, ListOf, Record, Values
from guarantor.operation.terms import NOTE, TERMS, evidence_key, with_evidence
from guarantor.operation.words import Id, Text, Word


def _party(values: Values) -> Party:
    decision = values["decision"]
    return Party(
        code=values["code"],
        name=values["name"],
        roles=values["roles"],
        decision=UNKNOWN if decision is None else decision,
        is_decision_given=decision is not None,
        terms=with_evidence(values["terms"], ()),
        lasting=values["lasting"],
        evidence=values["evidence"],
        note=values["note"],
    )


PARTY = Record(
    "party",
    (
        Key(
            "code", Id("party code"), "code: ISO 3166 alpha-3, or X.. for others", is_required=True
        ),
        Key("name", Text(), "name", is_required=True),
        Key(
            "roles",
            ListOf(Word("role", tuple(Role)), "a list of roles"),
            "roles in the operation",
            "none is recorded",
            default=(),
        ),
        Key(
            "decision",
            CHANCE,
            "chance from 0 to 1 that it decides to take part, whatever its terms",
            "unknown",
        ),
        Key("terms", TERMS, "terms for taking part at all", "none is on record", default=()),
        Key("lasting", LASTING, "way in which its taking part lasts", "nothing is said of that"),
        evidence_key(),
        NOTE,
    ),
    _party,
)
