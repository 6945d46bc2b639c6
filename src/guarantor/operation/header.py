"""Shape of ``operation.yaml``: what is asked, for whom, and what all parts share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from guarantor.model import (
    LADDER,
    PUBLIC,
    CommonTerm,
    Firmness,
    Parameter,
    Status,
)
from guarantor.operation.amounts import MOST_DAYS, Number, Whole
from guarantor.operation.parameters import ParameterShape
from guarantor.operation.reading import Target
from guarantor.operation.shapes import Key, ListOf, Named, Record, Values
from guarantor.operation.terms import NOTE, common_term_keys, term
from guarantor.operation.words import Day, Id, OrUnknown, Reference, Text, Word

MOST_REVIEWERS = Decimal(2)
"""Four eyes; more persons would have to be told apart by more than their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What ``operation.yaml`` says."""

    id: str
    name: str
    question: str
    theatre: str
    status: Status
    activation: date | None
    valid_on: date | None
    as_known_on: date
    requirement: str
    firm: Firmness
    notice_days_default: Parameter | None
    note: str
    audiences: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, Parameter]
    common_terms: tuple[CommonTerm, ...]
    reviewers: int


def _common_term(values: Values) -> CommonTerm:
    return CommonTerm(capabilities=values["for"], term=term(values))


def _header(values: Values) -> Header:
    if values["reviewers"] < 1:
        sentence = f"nobody would have to agree; write 1 or {MOST_REVIEWERS}"
        raise values.fault(sentence, at="reviewers")
    notice: Parameter | None = values["notice_days_default"]
    given = {
        **values.given,
        "notice_days_default": notice and replace(notice, name="notice_days_default"),
        "audiences": dict(values["audiences"]),
        "groups": dict(values["groups"]),
        "parameters": {name: replace(one, name=name) for name, one in values["parameters"].items()},
    }
    return Header(**given)


_CAPABILITIES = ListOf(Reference(Target.CAPABILITY), "a list of capabilities")
_COMMON_TERM = Record(
    "common term",
    (
        Key("for", _CAPABILITIES, "capabilities whose offers all need it", is_required=True),
        *common_term_keys(),
    ),
    _common_term,
)
_AUDIENCES = Named(
    Id("audience"),
    ListOf(Reference(Target.PARTY), "a list of party codes"),
    "a mapping of audiences",
)
_GROUPS = Named(
    Id("group"), ListOf(Reference(Target.MEMBER), "a list of ids"), "a mapping of groups"
)
_PARAMETERS = Named(
    Id("parameter"), ParameterShape(Number("a parameter")), "a mapping of parameters"
)
_NOTICE = OrUnknown(ParameterShape(Number("a notice in days", most=MOST_DAYS, places=0)))

HEADER = Record(
    "operation",
    (
        Key("id", Id("operation id"), "id of the operation", is_required=True),
        Key("name", Text(), "name of the operation", is_required=True),
        Key("question", Text(), "question that the assessment answers, in words", default=""),
        Key("theatre", Text(), "place where the operation would be", default=""),
        Key(
            "status",
            Word("status", tuple(Status)),
            "status: live while it is still being assembled, or historical",
            "historical",
            default=Status.HISTORICAL,
        ),
        Key("activation", OrUnknown(Day()), "day from which notice to move runs", "unknown"),
        Key("valid_on", OrUnknown(Day()), "day asked about", "unknown, and dates are left aside"),
        Key("as_known_on", Day(), "day asked from: what was published by then", is_required=True),
        Key(
            "requirement",
            Reference(Target.REQUIREMENT),
            "name of the requirement set asked about",
            is_required=True,
        ),
        Key(
            "firm",
            Word("rung of the ladder", LADDER),
            "firmness from which on offers count",
            "floated",
            default=Firmness.FLOATED,
        ),
        Key(
            "notice_days_default",
            _NOTICE,
            "days from activation to moving, of a contribution that gives none",
            "unknown: such a contribution is there at the high end and not at the low end",
        ),
        NOTE,
        Key(
            "audiences",
            _AUDIENCES,
            f"audiences by name, each a list of party codes; {PUBLIC} is everybody",
            default={},
        ),
        Key(
            "groups",
            _GROUPS,
            "groups for at_least by name, each a list of parties, contributions or propositions",
            default={},
        ),
        Key("parameters", _PARAMETERS, "numbers of the model by name", default={}),
        Key(
            "common_terms",
            ListOf(_COMMON_TERM, "a list of common terms"),
            "terms that every offer of a capability shares, but for an offer that the term names",
            default=(),
        ),
        Key(
            "reviewers",
            Whole("a number of persons", most=MOST_REVIEWERS),
            "persons who have to agree before a proposal becomes a statement: 1 or 2",
            "1",
            default=1,
        ),
    ),
    _header,
)
