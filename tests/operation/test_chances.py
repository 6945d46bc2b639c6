"""Chances that are uncertain, that differ from case to case, and that something ends."""

from pathlib import Path

import pytest

from guarantor.model import UNKNOWN, Atom, Chance, GivenChance, Lasting, Operation, parse_condition
from guarantor.operation import build, open_folder, write_pieces
from tests.operation.small import broken, check_small, faults_of

BETA = Chance(low=0.4, high=0.4, weight=12.0)
WRITTEN = "{mean: 0.4, weight: 12}"
CEASEFIRE = "chance: {low: 0.2, high: 0.4}"


def _read(folder: Path, name: str, old: str, new: str) -> Operation:
    """Return a small operation, read alike from the folder, its pieces and a folder of these."""
    checked = check_small(folder, **{name.partition(".")[0]: broken(name, old, new)})
    assert checked.faults == ()
    assert checked.operation
    assert build(checked.pieces, "ledger") == checked.operation
    write_pieces(checked.pieces, folder / "again")
    assert open_folder(folder / "again") == (checked.operation, checked.pieces)
    return checked.operation


def _given(folder: Path, rows: str) -> tuple[GivenChance, ...]:
    new = f"chance_given: {rows}"
    return _read(folder, "propositions.yaml", CEASEFIRE, new).propositions["ceasefire"].chance_given


def test_an_uncertain_chance_may_stand_wherever_a_chance_may(tmp_path: Path) -> None:
    """On a proposition, a decision, a fulfilment, a case and a hazard."""
    for number, (name, old, new) in enumerate(
        [
            ("propositions.yaml", CEASEFIRE, f"chance: {WRITTEN}"),
            ("parties.yaml", "decision: 0.9", f"decision: {WRITTEN}"),
            (
                "contributions.yaml",
                "  firmness: pledged",
                f"  firmness: pledged\n  fulfilment: {WRITTEN}",
            ),
            (
                "propositions.yaml",
                CEASEFIRE,
                f"chance_given: [{{if: backstop, chance: {WRITTEN}}}]",
            ),
            ("parties.yaml", "decision: 0.9", f"lasting: {{monthly_hazard: {WRITTEN}}}"),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert repr(BETA) in repr(_read(folder, name, old, new))


def test_the_first_true_case_gives_the_chance_and_else_comes_last(tmp_path: Path) -> None:
    """By hand: from 0.1, the low end of the last row, to 0.8, the high end of likely."""
    likely, otherwise = "{if: backstop, chance: likely}", f"{{if: not backstop, chance: {WRITTEN}}}"
    rows = f"[{likely}, {otherwise}, {{else: 0.1}}]"

    operation = _read(tmp_path, "propositions.yaml", CEASEFIRE, f"chance_given: {rows}")

    ceasefire = operation.propositions["ceasefire"]
    assert ceasefire.chance_given == (
        GivenChance(Atom("backstop"), Chance(low=0.55, high=0.8)),
        GivenChance(parse_condition("not backstop"), BETA),
        GivenChance(None, Chance(low=0.1, high=0.1)),
    )
    assert ceasefire.chance == Chance(low=0.1, high=0.8)
    assert ceasefire.is_chance_given


def test_where_no_case_is_true_the_chance_is_unknown(tmp_path: Path) -> None:
    """An else that is left out; the chance alone is then unknown, too."""
    rows = _given(tmp_path, "[{if: backstop, chance: 0.5}]")

    assert rows == (
        GivenChance(Atom("backstop"), Chance(low=0.5, high=0.5)),
        GivenChance(None, UNKNOWN),
    )


def test_a_definition_with_a_chance_by_case_is_no_equation(tmp_path: Path) -> None:
    """So there is nothing to warn of."""
    text = broken(
        "propositions.yaml",
        "basis: stated",
        "basis: read, chance_given: [{if: backstop, chance: 0.5}]",
    )

    assert check_small(tmp_path, propositions=text).warnings == ()


def test_what_lasts_carries_its_hazard(tmp_path: Path) -> None:
    """Left out, nothing is said of it."""
    new = f"{CEASEFIRE}, lasting: {{monthly_hazard: unknown, evidence: [A-1], note: as before}}"

    operation = _read(tmp_path, "propositions.yaml", CEASEFIRE, new)

    lasting = operation.propositions["ceasefire"].lasting
    assert lasting == Lasting(UNKNOWN, evidence=("A-1",), note="as before")
    assert operation.propositions["backstop"].lasting is None
    assert operation.parties["AAA"].lasting is None


AT = "propositions.yaml:1:"
ELSEWHERE = (
    "the if of a chance_given may stand only over propositions that rest neither on who joins or "
    "offers nor on a loop"
)
FAULTS = [
    (
        "chance: {mean: 0, weight: 12}",
        [f"{AT}50: a mean of 0 leaves nothing uncertain; give 0 alone as the chance"],
    ),
    (
        f"chance: {{mean: 0.{'9' * 20}, weight: 12}}",
        [f"{AT}50: a mean of 1 leaves nothing uncertain; give 1 alone as the chance"],
    ),
    (
        "chance: {mean: 1.5, weight: 12}",
        [f"{AT}50: a mean is at most 1; give a smaller number"],
    ),
    (
        "chance: {mean: 0.5, weight: 0}",
        [(f"{AT}63: a weight is above 0; give unknown as the chance where nothing is known of it")],
    ),
    (
        "chance: {mean: 0.5, weight: 1000001}",
        [f"{AT}63: a weight is at most 1,000,000; give a smaller number"],
    ),
    (
        "chance: {mean: 0.5, weight: .inf}",
        [f"{AT}63: .inf is no number to reckon with; write a weight in digits"],
    ),
    (
        "chance: {weight: 12}",
        [
            (
                f"{AT}43: this uncertain chance lacks mean; give the mean of the chance, a Beta "
                "distribution, within 0 to 1 and neither"
            )
        ],
    ),
    (
        "chance: {mean: 0.5, low: 0.2, weight: 3}",
        [f"{AT}55: low is no key of an uncertain chance; its keys are mean, weight"],
    ),
    (
        "chance: 0.5, chance_given: [{if: backstop, chance: 0.5}]",
        [
            (
                f"{AT}43: chance_given already says how likely it is; give one of chance and "
                "chance_given"
            )
        ],
    ),
    (
        "chance_given: []",
        [f"{AT}49: no row has an if; give one, or give a chance in place of chance_given"],
    ),
    (
        "chance_given: [{else: 0.5}]",
        [f"{AT}49: no row has an if; give one, or give a chance in place of chance_given"],
    ),
    (
        "chance_given: {if: backstop, chance: 0.5}",
        [f"{AT}49: a list of cases is wanted here; write - before each"],
    ),
    (
        "chance_given: [{else: 0.5}, {if: backstop, chance: 0.5}]",
        [f"{AT}50: else stands last, because no row after it counts; move it to the end"],
    ),
    (
        "chance_given: [{if: backstop, chance: 0.5, else: 0.4}]",
        [f"{AT}84: else stands alone in its row; put if and chance in a row above it"],
    ),
    (
        "chance_given: [{if: backstop}]",
        [
            (
                f"{AT}50: this case lacks chance; give the chance of the case, or else: CHANCE for "
                "every other one"
            )
        ],
    ),
    (
        "chance_given: [{chance: 0.5}]",
        [
            (
                f"{AT}50: this case lacks if; give the condition of the case, or else: CHANCE for "
                "every other one"
            )
        ],
    ),
    (
        "chance_given: [{if: backstp, chance: 0.5}]",
        [(f"{AT}55: backstp is no party, contribution or proposition; did you mean backstop?")],
    ),
    (
        "chance_given: [{if: undisclosed, chance: 0.5}]",
        [f"{AT}55: what nobody disclosed can be a term only; name here what has to hold"],
    ),
    (
        "chance_given: [{if: backstop, chance: 2}]",
        [f"{AT}73: a chance is at most 1; give a smaller number"],
    ),
    (
        "chance_given: [{if: BBB, chance: 0.5}]",
        [f"{AT}55: if BBB: it rests on BBB joining; {ELSEWHERE}"],
    ),
    (
        "chance_given: [{if: not bbb-troops, chance: 0.5}]",
        [f"{AT}59: if bbb-troops: it rests on bbb-troops being offered; {ELSEWHERE}"],
    ),
    (
        "chance_given: [{if: total(land) >= 3, chance: 0.5}]",
        [
            (
                f"{AT}55: if total(land) >= 3: it rests on what is offered: total(land) >= 3; "
                f"{ELSEWHERE}"
            )
        ],
    ),
    (
        "chance_given: [{if: ceasefire, chance: 0.5}]",
        [(f"{AT}55: if ceasefire: ceasefire rests on a loop (ceasefire → ceasefire); {ELSEWHERE}")],
    ),
    (
        "chance_given: [{if: backstop or peace, chance: 0.5}]",
        [(f"{AT}67: if peace: peace rests on a loop (peace → ceasefire → peace); {ELSEWHERE}")],
    ),
    (
        "lasting: 0.5",
        [
            (
                f"{AT}44: a lasting is a mapping with keys such as monthly_hazard, evidence, note; "
                "write it as one"
            )
        ],
    ),
    (
        "lasting: {hazard: 0.5}",
        [
            (
                f"{AT}44: this lasting lacks monthly_hazard; give the chance from 0 to 1 that it "
                "has ended a month later"
            ),
            f"{AT}45: hazard is no key of a lasting; did you mean monthly_hazard?",
        ],
    ),
    (
        "lasting: {monthly_hazard: 1.5, evidence: [A-11]}",
        [
            f"{AT}61: a chance is at most 1; give a smaller number",
            f"{AT}77: A-11 is no statement of statements.csv; did you mean A-1?",
        ],
    ),
]


@pytest.mark.parametrize(("new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(tmp_path: Path, new: str, faults: list[str]) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "propositions.yaml", CEASEFIRE, new) == faults


def test_a_not_over_what_rests_on_a_case_that_rests_on_a_loop_is_a_fault(tmp_path: Path) -> None:
    """What a case names is rested on like what a when names."""
    text = (
        "- {id: ceasefire, text: It holds, chance_given: [{if: peace, chance: 0.5}]}\n"
        "- {id: peace, text: There is peace, when: ceasefire, basis: stated}\n"
        "- {id: backstop, text: So, when: not peace, basis: stated}\n"
    )

    said = [fault.message for fault in check_small(tmp_path, propositions=text).faults]

    assert [one.partition(";")[0] for one in said if "peace" in one] == [
        "if peace: peace rests on a loop (peace → ceasefire → peace)",
        "not peace: peace rests on a loop (peace → ceasefire → peace)",
    ]
