"""The five answers where something is missing, single, settled or moves back."""

from tests.brief.sample import sample
from tests.brief.sample_record import NOTHING, span
from tests.brief.telling import change, headline, rows, said, section


def test_a_single_offer_is_told_without_a_count_of_its_firmness() -> None:
    """Deltia alone offers monitors."""
    document = sample()
    document["lines"] = document["lines"][1:2]

    assert headline(document, 1) == (
        "1 party has an offer of monitors on record (committed); it stated how many."
    )


def test_a_need_without_a_number_is_never_counted_as_met() -> None:
    """Neither in the headline nor where the undisclosed are held against it."""
    document = sample()
    document["lines"] = document["lines"][:1]
    change(document["lines"][0], need=span(None, None), undisclosed_must_reach=None)

    assert headline(document, 2) == (
        "Nobody put a number to the need, so it is never counted as met."
    )
    assert said(document, "answer-2")[1] == (
        "1 offer of land troops of undisclosed size, held against a need that nobody put a number "
        "to."
    )


def test_offers_that_cannot_stand_are_not_held_against_the_need() -> None:
    """They are on record, and no more."""
    document = sample()
    change(document["lines"][1], stated=NOTHING)

    assert said(document, "answer-1")[1] == (
        "Monitors: no offer that can stand and be there, against a need of 200 persons."
    )


def test_a_line_that_excludes_a_caveat_rests_on_offers_without_one() -> None:
    """Alfland's five thousand may not be used on the line: Bravia's are left."""
    document = sample()
    change(document["lines"][0], stated=span(3000, 4000))

    assert said(document, "answer-1")[0].startswith(
        "Land troops: 3,000–4,000 persons stated by 1 party, 1 offer of undisclosed size"
    )


def test_what_waits_for_others_is_named() -> None:
    """Where the readings differ, coordination is worth something."""
    document = sample()
    document["by_firmness"][2]["offers"]["nobody_moves_first"] = ["alf-troops", "del-monitors"]

    assert said(document, "answer-2")[2] == (
        "4 of the offers towards the need can stand moving together, 2 if nobody moves first. "
        "Waiting for others: Bravia’s land troops; Charland’s land troops."
    )
    assert rows(document, "answer-2", "Can the need be met?")[2][-1] == "2, together 4"


def test_nothing_on_its_own_may_break_it() -> None:
    """And sets that are not listed are counted, or said to be missing where nobody counted."""
    document = sample()
    together = document["logic"]["disclosed"]["moving_together"]
    nothing = (
        "Nothing must hold on its own: on what was disclosed and moving together no single "
        "failure breaks it."
    )

    change(together, must_hold=[], cut_sets=[], complete=False, is_counted=False)
    assert said(document, "answer-2")[5:7] == [
        nothing,
        "Larger sets may break it too; they were not looked for.",
    ]

    change(together, is_counted=True, count=4735)
    assert said(document, "answer-2")[5:7] == [
        nothing,
        "In all, 4,735 smallest sets of failures break it.",
    ]


def test_a_promise_against_a_definition_is_told_with_what_it_would_undo() -> None:
    """Alfland's promise meets what we read into the ceasefire, and an offer beyond that."""
    document = sample()
    promise = document["clashes"][1]
    change(promise, by_basis={"read": ["ceasefire"]}, offers=["del-monitors"], by=["ALF", "BRA"])
    document["clashes"] = [promise]

    assert headline(document, 4).endswith(
        ". Against that stands 1 promise: Alfland and Bravia have promised the opposite of what "
        "“A ceasefire is in force” takes, as we read it: “It is not so that the force has a UN "
        "mandate”."
    )
    assert said(document, "answer-4")[2] == (
        "Alfland and Bravia have promised since 2 Mar 2025 “The force has a UN mandate”; the "
        "opposite is needed by “A ceasefire is in force” (as we read it), and through that by "
        "1 offer."
    )


def test_what_moved_and_came_back_says_so() -> None:
    """One party, two, and one again."""
    document = sample()
    document["series"] = [*document["series"][:3], {**document["series"][1], "day": "2025-03-01"}]

    assert "went" not in headline(document, 5)
    assert "moved and came back to 4 (last on 1 Mar 2025)" not in headline(document, 5)
    assert "moved and came back to 1 (last on 1 Mar 2025)" in headline(document, 5)


def test_what_is_already_settled_is_told_so() -> None:
    """A wait that is over, and one that is over for good."""
    document = sample()
    change(document["waits"][0], settled=True)
    change(document["waits"][1], settled=False)
    table = rows(document, "answer-4", "What offers wait for")

    assert [row[-1] for row in table[-2:]] == ["already so", "settled: it fails"]


def test_names_are_told_for_ids_of_every_kind() -> None:
    """An undisclosed condition, an offer, a party, and an id that only the engine knows."""
    document = sample()
    together = document["logic"]["disclosed"]["moving_together"]
    change(
        together,
        must_hold=["BRA#undisclosed", "alf-troops#undisclosed", "cha-troops", "someone_else"],
        cut_sets=[],
    )
    document["offers"].append({**document["offers"][1], "id": "bra-more"})

    assert said(document, "answer-2")[6:10] == [
        "The undisclosed condition of Bravia is met",
        "The undisclosed condition of Alfland’s land troops is met",
        "The offer of Charland’s land troops stands",
        "Someone else",
    ]
    assert "Bravia’s land troops (bra-more): signalled, 3,000–4,000" in str(
        section(document, "answer-1").blocks
    )
