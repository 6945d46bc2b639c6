"""What a sound folder says, as nouns and as plain data."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guarantor.errors import FaultyFolder
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
    Kind,
    Line,
    Need,
    Operation,
    Parameter,
    Party,
    Piece,
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
from guarantor.operation import build, bundled, check_folder, open_folder
from tests.operation.small import CONTRIBUTIONS, broken, check_small, write_small

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


def test_the_pieces_carry_everything_as_the_folder_writes_it(tmp_path: Path) -> None:
    """In order of the files; days and words as given, numbers as numbers, columns as text."""
    pieces = check_small(tmp_path).pieces

    assert [(piece.kind, piece.id) for piece in pieces] == [
        (Kind.OPERATION, "small"),
        (Kind.PARTY, "AAA"),
        (Kind.PARTY, "BBB"),
        (Kind.PROPOSITION, "ceasefire"),
        (Kind.PROPOSITION, "backstop"),
        (Kind.PROPOSITION, "peace"),
        (Kind.CONTRIBUTION, "aaa-troops"),
        (Kind.CONTRIBUTION, "bbb-troops"),
        (Kind.REQUIREMENT, "watch"),
        (Kind.ARRANGEMENT, "command"),
        (Kind.STATEMENT, "A-1"),
        (Kind.STATEMENT, "B-1"),
        (Kind.EVENT, "talks"),
    ]
    assert pieces[8].content == {
        "name": "watch",
        "lines": [{"id": "land", "capability": "land", "need": 300, "unit": "persons"}],
    }
    assert pieces[12].content == {
        "id": "talks",
        "day": "2025-02-10",
        "until": "2025-02-12",
        "kind": "meeting",
        "text": "They met",
        "participants": "AAA;BBB",
        "status": "held",
        "evidence": "A-1",
    }


def test_a_ledger_of_the_pieces_is_the_same_operation(tmp_path: Path) -> None:
    """One road leads from both."""
    checked = check_small(tmp_path)

    assert build(checked.pieces, "ledger") == checked.operation


def test_a_faulty_piece_is_placed_at_its_number(tmp_path: Path) -> None:
    """A ledger has no lines and columns."""
    first, alfa, *others = check_small(tmp_path).pieces
    changed = Piece(kind=alfa.kind, id=alfa.id, content={**alfa.content, "decision": 1.5})

    with pytest.raises(FaultyFolder) as raised:
        build([first, changed, *others], "small.ledger")

    assert list(map(str, raised.value.faults)) == [
        "small.ledger:2:1: a chance is at most 1; give a smaller number"
    ]


@pytest.mark.parametrize(
    ("piece", "sentence"),
    [
        (
            Piece(kind=Kind.PARTY, id="CCC", content={"code": "DDD", "name": "x"}),
            "the party is kept as CCC, and its code says otherwise; record it anew",
        ),
        (
            Piece(kind=Kind.PARTY, id="CCC", content={"code": "CCC", "name": b"x"}),
            "the party CCC holds what is no plain data; record it anew",
        ),
        (
            Piece(kind=Kind.OPERATION, id="small", content={}),
            "an operation has one entry of kind operation, not 2; record just one",
        ),
    ],
)
def test_a_ledger_can_be_faulty_in_its_own_ways(
    tmp_path: Path, piece: Piece, sentence: str
) -> None:
    """Nothing that a folder could be."""
    pieces = check_small(tmp_path).pieces

    with pytest.raises(FaultyFolder) as raised:
        build([*pieces, piece], "x")

    assert sentence in {fault.message for fault in raised.value.faults}


def test_a_ledger_without_an_operation_is_a_fault() -> None:
    """It has no question and no day."""
    with pytest.raises(FaultyFolder, match="x:1:1: an operation has one entry of kind operation"):
        build([], "x")


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


def test_a_unit_may_change_where_no_line_counts_it(tmp_path: Path) -> None:
    """A step's unit is compared as well as the contribution's; without a number there is none."""
    changed = CONTRIBUTIONS.replace("quantity: 500", "quantity: 2, unit: battalions")
    bare = CONTRIBUTIONS.replace("  unit: persons\n", "").replace(
        "  quantity: {low: 100, high: 200}\n", ""
    )

    assert [str(fault) for fault in check_small(tmp_path, contributions=changed).faults] == [
        (
            "requirements.yaml:3:53: the line land counts persons, but land is offered by aaa-troops "
            "in battalions; give both one unit, or another capability"
        )
    ]
    assert [str(fault) for fault in check_small(tmp_path, contributions=bare).faults] == [
        (
            "requirements.yaml:3:53: the line land counts persons, but land is offered by aaa-troops "
            "without a unit; give both one unit, or another capability"
        )
    ]


def test_parts_that_count_each_other_are_faults(tmp_path: Path) -> None:
    """Nobody would count them at all."""
    contributions = CONTRIBUTIONS.replace(
        "  firmness: pledged\n", "  firmness: pledged\n  part_of: aaa-troops\n"
    )
    contributions = contributions.replace("quantity: 500", "quantity: 500, part_of: bbb-troops")

    assert [str(fault) for fault in check_small(tmp_path, contributions=contributions).faults] == [
        (
            "contributions.yaml:7:51: aaa-troops is part of a circle (aaa-troops → bbb-troops → "
            "aaa-troops); name the one that counts it all"
        ),
        (
            "contributions.yaml:13:12: bbb-troops is part of a circle (bbb-troops → aaa-troops → "
            "bbb-troops); name the one that counts it all"
        ),
    ]


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


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """In order of the files, of the lines and of the columns."""
    checked = check_small(
        tmp_path,
        operation=broken("operation.yaml", "requirement: watch", "requirement: wacth"),
        parties=broken("parties.yaml", "[host], decision: 0.9", "[hots], decision: 9"),
        contributions=broken("contributions.yaml", "firmness: pledged", "firmness: plegded"),
        statements="id\n",
        events=broken("events.csv", "held", "hold"),
    )

    assert [(fault.file, fault.line, fault.column) for fault in checked.faults] == [
        ("operation.yaml", 4, 14),
        ("parties.yaml", 1, 36),
        ("parties.yaml", 1, 53),
        ("contributions.yaml", 12, 13),
        ("statements.csv", 1, 1),
        ("events.csv", 2, 54),
    ]
    assert checked.operation is None
    assert checked.pieces == ()


def test_a_faulty_entry_is_still_known_by_its_id(tmp_path: Path) -> None:
    """What names it is not faulty for that."""
    faults = check_small(
        tmp_path, parties=broken("parties.yaml", "decision: 0.9", "decision: 9")
    ).faults

    assert len(faults) == 1


def test_after_two_hundred_suggestions_there_are_no_more(tmp_path: Path) -> None:
    """A folder full of faults is checked as soon as any other."""
    many = "".join(f"- {{code: P{n}, name: x, rolls: []}}\n" for n in range(300))

    faults = check_small(tmp_path, parties=many).faults

    messages = [fault.message for fault in faults if fault.file == "parties.yaml"]
    assert messages[0] == "rolls is no key of a party; did you mean roles?"
    assert messages[299].startswith("rolls is no key of a party; its keys are code, name, roles")


def test_opening_a_faulty_folder_raises_all_its_faults(tmp_path: Path) -> None:
    """A line each."""
    write_small(
        tmp_path, parties=broken("parties.yaml", "[host], decision: 0.9", "[hots], decision: 9")
    )

    with pytest.raises(FaultyFolder) as raised:
        open_folder(tmp_path)

    assert str(raised.value) == (
        "parties.yaml:1:36: hots is no role; did you mean host?\n"
        "parties.yaml:1:53: a chance is at most 1; give a smaller number"
    )


@pytest.mark.parametrize("name", ["example", "ukraine-2025"])
def test_a_bundled_operation_has_no_fault(name: str) -> None:
    """And a ledger of it is the same operation."""
    checked = check_folder(bundled(name))

    assert checked.faults == ()
    assert build(checked.pieces, "ledger") == checked.operation


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
