"""What a sound folder says, as nouns."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guarantor.model import (
    CERTAIN,
    UNDISCLOSED,
    UNKNOWN,
    Arrangement,
    ArrangementState,
    AtLeast,
    Atom,
    Attribution,
    Base,
    Basis,
    Chance,
    CommonTerm,
    Contribution,
    DateBasis,
    Event,
    EventKind,
    EventStatus,
    Firmness,
    Line,
    Need,
    Operation,
    Parameter,
    Party,
    Priority,
    Proposition,
    Quantity,
    Record,
    RecordState,
    Requirement,
    Role,
    Stance,
    Standing,
    Statement,
    Status,
    Step,
    Term,
    Topic,
    Window,
    parse_condition,
)
from guarantor.operation import bundled, open_folder
from tests.operation.small import CONTRIBUTIONS, broken, check_small

WHATEVER_STEPS = """\
- {id: aaa-troops, party: AAA, capability: land, firmness: floated, evidence: [A-1]}
- {id: bbb-troops, party: BBB, capability: land, firmness: floated, evidence: [B-1]}
"""


def _sound(folder: Path, **changed: str) -> Operation:
    checked = check_small(folder, **changed)
    assert checked.faults == ()
    assert checked.operation
    return checked.operation


def test_a_folder_is_the_operation_that_it_says(tmp_path: Path) -> None:
    """Every key of the small operation, by hand."""
    backstop = Term(condition=Atom("backstop"), evidence=("A-1",))

    assert _sound(tmp_path) == Operation(
        id="small",
        name="A small force",
        as_known_on=date(2025, 3, 15),
        requirement="watch",
        audiences={"friends": ("AAA",)},
        groups={"offers": ("aaa-troops", "bbb-troops")},
        parameters={
            "others": Parameter(name="others", value=Decimal(1), low=Decimal(1), high=Decimal(2)),
            "share": Parameter(
                name="share", value=Decimal("0.5"), low=Decimal("0.5"), high=Decimal("0.5")
            ),
        },
        common_terms=(
            CommonTerm(
                capabilities=("land",),
                term=Term(condition=Atom("ceasefire"), basis=Basis.ASSUMED),
            ),
        ),
        parties={
            "AAA": Party(
                code="AAA",
                name="Aland",
                roles=(Role.HOST,),
                decision=Chance(low=0.9, high=0.9),
                is_decision_given=True,
            ),
            "BBB": Party(
                code="BBB",
                name="Beland",
                terms=(Term(condition=AtLeast("others", "offers"), evidence=("B-1",)),),
            ),
        },
        propositions={
            "ceasefire": Proposition(
                id="ceasefire",
                text="It holds",
                chance=Chance(low=0.2, high=0.4),
                is_chance_given=True,
            ),
            "backstop": Proposition(
                id="backstop",
                text="Somebody stands behind it",
                record=(
                    Record(since=date(2025, 2, 1), state=RecordState.OPEN, evidence=("A-1",)),
                    Record(since=date(2025, 3, 1), state=RecordState.HOLDS, evidence=("A-1",)),
                ),
            ),
            "peace": Proposition(
                id="peace",
                text="There is peace",
                when=parse_condition("ceasefire and backstop"),
                basis=Basis.STATED,
                chance=CERTAIN,
            ),
        },
        contributions={
            "aaa-troops": Contribution(
                id="aaa-troops",
                party="AAA",
                capability="land",
                base=Base(unit="persons"),
                steps=(
                    Step(
                        since=date(2025, 2, 1),
                        firmness=Firmness.SIGNALLED,
                        terms=(backstop,),
                        evidence=("A-1",),
                    ),
                    Step(
                        since=date(2025, 3, 1),
                        quantity=Quantity.exactly(500),
                        withdrawn_terms=("backstop",),
                        evidence=("B-1",),
                    ),
                ),
            ),
            "bbb-troops": Contribution(
                id="bbb-troops",
                party="BBB",
                capability="land",
                base=Base(unit="persons"),
                steps=(
                    Step(
                        since=None,
                        firmness=Firmness.PLEDGED,
                        quantity=Quantity(low=Decimal(100), high=Decimal(200)),
                        evidence=("B-1",),
                    ),
                ),
            ),
        },
        requirements={
            "watch": Requirement(
                name="watch",
                lines=(
                    Line(
                        id="land",
                        capability="land",
                        need=Need(low=Decimal(300), high=Decimal(300)),
                        unit="persons",
                    ),
                ),
            )
        },
        statements={
            "A-1": Statement(
                id="A-1",
                said_on=date(2025, 1, 31),
                published_on=date(2025, 2, 1),
                date_basis=DateBasis.PAGE,
                speaker="Ann",
                speaker_parties=("AAA",),
                standing=Standing.MINISTER,
                about=("AAA", "BBB"),
                kind="",
                stance=Stance.PLEDGED,
                firmness=None,
                quantity="",
                unit="",
                condition="",
                paraphrase="So.",
                source="https://a.org",
                attribution=Attribution.NAMED,
                reliability="A",
                credibility=1,
            ),
            "B-1": Statement(
                id="B-1",
                said_on=date(2025, 2, 28),
                published_on=date(2025, 3, 1),
                date_basis=DateBasis.PAGE,
                speaker="Bea",
                speaker_parties=("BBB",),
                standing=Standing.MINISTER,
                about=("BBB",),
                kind="",
                stance=Stance.PLEDGED,
                firmness=None,
                quantity="1-2",
                unit="",
                condition="",
                paraphrase="So, too.",
                source="",
                attribution=Attribution.NAMED,
                reliability="B",
                credibility=2,
            ),
        },
        events={
            "talks": Event(
                id="talks",
                day=date(2025, 2, 10),
                until=date(2025, 2, 12),
                kind=EventKind.MEETING,
                text="They met",
                participants=("AAA", "BBB"),
                status=EventStatus.HELD,
                evidence=("A-1",),
            )
        },
        arrangements=(
            Arrangement(topic=Topic.COMMAND, state=ArrangementState.OPEN, evidence=("A-1",)),
        ),
    )


def test_what_is_left_out_is_unknown_and_never_zero(tmp_path: Path) -> None:
    """Quantity, chances, dates: unknown. Only a ``when`` alone is certain."""
    operation = _sound(tmp_path, contributions=WHATEVER_STEPS)

    assert operation.activation is None
    assert operation.valid_on is None
    assert operation.notice_days_default is None
    assert operation.status is Status.HISTORICAL
    assert operation.parties["BBB"].decision == UNKNOWN
    assert not operation.parties["BBB"].is_decision_given
    assert operation.propositions["backstop"].chance == UNKNOWN
    assert operation.propositions["peace"].chance == CERTAIN
    assert not operation.propositions["peace"].is_chance_given
    assert operation.contributions["aaa-troops"].steps == (
        Step(since=None, firmness=Firmness.FLOATED, evidence=("A-1",)),
    )


def test_unknown_is_a_word_where_a_day_need_or_chance_may_be(tmp_path: Path) -> None:
    """A chance given as unknown is given; a need that is unknown has no end."""
    operation = _sound(
        tmp_path,
        operation=broken(
            "operation.yaml",
            "requirement: watch",
            "requirement: watch\nactivation: unknown\nvalid_on: unknown\n"
            "notice_days_default: unknown",
        ),
        parties=broken("parties.yaml", "decision: 0.9", "decision: unknown"),
        requirements=broken("requirements.yaml", "need: 300", "need: unknown"),
    )

    assert operation.activation is None
    assert operation.valid_on is None
    assert operation.notice_days_default is None
    assert operation.parties["AAA"].decision == UNKNOWN
    assert operation.parties["AAA"].is_decision_given
    assert operation.requirements["watch"].lines[0].need == Need(low=None, high=None)


@pytest.mark.parametrize(
    ("written", "chance"),
    [
        ("0", Chance(low=0, high=0)),
        ("1", CERTAIN),
        ("0.3", Chance(low=0.3, high=0.3)),
        ("'0.3'", Chance(low=0.3, high=0.3)),
        ("3e-1", Chance(low=0.3, high=0.3)),
        ("{low: 0.1, high: 0.2}", Chance(low=0.1, high=0.2)),
        ("almost no chance", Chance(low=0.01, high=0.05)),
        ("roughly even", Chance(low=0.45, high=0.55)),
        ("almost certain", Chance(low=0.95, high=0.99)),
    ],
)
def test_chances_are_numbers_ranges_or_words(tmp_path: Path, written: str, chance: Chance) -> None:
    """The words have the bands of ICD 203."""
    operation = _sound(
        tmp_path, parties=broken("parties.yaml", "decision: 0.9", f"decision: {written}")
    )

    assert operation.parties["AAA"].decision == chance


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        ("0", Quantity.exactly(0)),
        ("12500.5", Quantity.exactly(Decimal("12500.5"))),
        ("{low: 3000, high: 4000}", Quantity(low=Decimal(3000), high=Decimal(4000))),
        ("undisclosed", UNDISCLOSED),
        (
            "{undisclosed: {at_least: 2000}}",
            Quantity(low=Decimal(2000), high=None, is_disclosed=False),
        ),
        (
            "{undisclosed: {at_most: 20000}}",
            Quantity(low=Decimal(0), high=Decimal(20000), is_disclosed=False),
        ),
        (
            "{undisclosed: {at_least: 2000, at_most: 20000}}",
            Quantity(low=Decimal(2000), high=Decimal(20000), is_disclosed=False),
        ),
    ],
)
def test_quantities_are_exact_or_say_what_nobody_disclosed(
    tmp_path: Path, written: str, quantity: Quantity
) -> None:
    """Decimal numbers, never by way of a float."""
    contributions = broken("contributions.yaml", "{low: 100, high: 200}", written)

    operation = _sound(tmp_path, contributions=contributions)

    assert operation.contributions["bbb-troops"].steps[0].quantity == quantity


def test_a_month_is_its_last_day(tmp_path: Path) -> None:
    """Of a year that leaps, too; the pieces keep what was written."""
    changed = broken("operation.yaml", "as_known_on: 2025-03-15", "as_known_on: 2024-02")

    checked = check_small(tmp_path, operation=changed)

    assert checked.operation
    assert checked.operation.as_known_on == date(2024, 2, 29)
    assert checked.pieces[0].content["as_known_on"] == "2024-02"


def test_terms_keep_whose_word_they_are(tmp_path: Path) -> None:
    """A bare term is stated on the step's evidence; one without evidence stays without."""
    reported = "{if: AAA, basis: reported, note: x}"
    terms = f"[backstop, {{if: undisclosed, basis: read}}, undisclosed, {reported}]"
    contributions = broken("contributions.yaml", "terms: [backstop]", f"terms: {terms}")

    step = _sound(tmp_path, contributions=contributions).contributions["aaa-troops"].steps[0]

    assert step.terms == (
        Term(condition=Atom("backstop"), basis=Basis.STATED, evidence=("A-1",)),
        Term(condition=None, basis=Basis.READ),
        Term(condition=None, basis=Basis.STATED, evidence=("A-1",)),
        Term(condition=Atom("AAA"), basis=Basis.REPORTED, note="x"),
    )


def test_a_bare_term_of_a_party_cites_nothing(tmp_path: Path) -> None:
    """There is no step whose evidence it could rest on."""
    parties = broken("parties.yaml", "roles: [host]", "terms: [peace]")

    assert _sound(tmp_path, parties=parties).parties["AAA"].terms == (
        Term(condition=Atom("peace")),
    )


def test_terms_are_taken_back_whatever_their_blanks(tmp_path: Path) -> None:
    """They are compared as conditions, and may come back."""
    contributions = """\
- id: aaa-troops
  party: AAA
  capability: land
  steps:
    - since: 2025-02-01
      firmness: floated
      terms: [(backstop) or peace, undisclosed]
      evidence: [A-1]
    - {since: 2025-02-02, withdraw_terms: [backstop  or peace, undisclosed], evidence: [A-1]}
    - {since: 2025-02-02, terms: [backstop or peace], evidence: [A-1]}
    - {since: 2025-02-03, withdraw_terms: [backstop or peace], evidence: [A-1]}
"""
    operation = broken("operation.yaml", ", bbb-troops", "")

    steps = (
        _sound(tmp_path, operation=operation, contributions=contributions)
        .contributions["aaa-troops"]
        .steps
    )

    assert [step.withdrawn_terms for step in steps] == [
        (),
        ("backstop or peace", "undisclosed"),
        (),
        ("backstop or peace",),
    ]


def test_a_contribution_says_once_what_holds_for_all_its_steps(tmp_path: Path) -> None:
    """With steps or without; a step overrides it key by key."""
    base = (
        "  available: {from: 2025-06, until: 2026-01-01}\n  notice_days: 60\n  transit_days: 30\n"
        "  caveats: [not_on_the_line]\n  part_of: aaa-troops\n  releasable_to: [friends]\n"
        "  note: as said\n"
    )
    contributions = CONTRIBUTIONS.replace("  firmness: pledged\n", f"  firmness: pledged\n{base}")
    contributions = contributions.replace(
        "quantity: 500",
        "unit: persons, notice_days: 5, caveats: [], releasable_to: public, note: y",
    )

    operation = _sound(tmp_path, contributions=contributions)

    assert operation.contributions["bbb-troops"].base == Base(
        unit="persons",
        available=Window(start=date(2025, 6, 30), end=date(2026, 1, 1)),
        notice_days=60,
        transit_days=30,
        caveats=("not_on_the_line",),
        part_of="aaa-troops",
        releasable_to=("friends",),
        note="as said",
    )
    assert operation.contributions["aaa-troops"].steps[1] == Step(
        since=date(2025, 3, 1),
        evidence=("B-1",),
        unit="persons",
        withdrawn_terms=("backstop",),
        notice_days=5,
        caveats=(),
        releasable_to=("public",),
        note="y",
    )


def test_an_undisclosed_capability_is_none(tmp_path: Path) -> None:
    """It counts on no line, and its unit is nobody's matter."""
    contributions = CONTRIBUTIONS.replace("capability: land", "capability: undisclosed", 1)

    operation = _sound(tmp_path, contributions=contributions.replace("persons", "ships", 1))

    assert operation.contributions["aaa-troops"].capability is None


def test_a_priority_is_essential_unless_it_is_desired(tmp_path: Path) -> None:
    """A set with desired lines beside an essential one is sound."""
    requirements = broken(
        "requirements.yaml",
        "    - {",
        "    - {id: air, capability: air, need: 3, unit: aircraft, priority: desired, "
        "excludes_caveats: [by_day]}\n    - {",
    )

    air, land = _sound(tmp_path, requirements=requirements).requirements["watch"].lines

    assert (air.priority, air.excluded_caveats) == (Priority.DESIRED, ("by_day",))
    assert land.priority is Priority.ESSENTIAL


def test_the_example_is_built_as_its_comments_say() -> None:
    """Steps, terms taken back, bounds of what was not disclosed, an audience."""
    operation, _ = open_folder(bundled("example"))

    first, second = operation.contributions["alf-troops"].steps
    assert first.quantity == UNDISCLOSED
    assert first.terms == (Term(condition=Atom("backstop"), evidence=("ALF-0",)),)
    assert second.withdrawn_terms == ("backstop",)
    assert second.terms == (
        Term(condition=parse_condition("backstop or un_mandate"), evidence=("ALF-1",)),
    )
    assert operation.contributions["cha-troops"].steps[0].quantity == Quantity(
        low=Decimal(500), high=Decimal(2000), is_disclosed=False
    )
    assert operation.contributions["bra-airlift"].base.releasable_to == ("coalition",)
    assert operation.contributions["bra-airlift"].steps[0].terms == (
        Term(condition=None, evidence=("BRA-2",)),
    )
    assert operation.notice_days_default == Parameter(
        name="notice_days_default", value=Decimal(60), low=Decimal(60), high=Decimal(60)
    )
