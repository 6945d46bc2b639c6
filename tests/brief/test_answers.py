"""The five answers; every sentence worked by hand from the sample."""

from guarantor.brief.document import Assessment
from tests.brief.sample import IMPOSSIBLE, STAND, sample
from tests.brief.sample_record import NEVER, NOTHING, span
from tests.brief.telling import change, headline, rows, said, section

FAR = "cannot be met at any firmness, in either reading"


def single_line(document: Assessment) -> Assessment:
    """Return the sample with a need for land troops and nothing else."""
    return {**document, "lines": document["lines"][:1]}


def test_the_table_is_told_by_capability_and_firmness() -> None:
    """Three parties offer troops, one monitors; Charland alone gave no number."""
    assert headline(sample(), 1) == (
        "4 parties have an offer on record of what the need asks for: land troops 3 (1 pledged, "
        "1 signalled, 1 floated), monitors 1 (committed); 3 of them stated how many."
    )


def test_a_single_capability_is_named_once() -> None:
    """Declined troops of Deltia are no offer."""
    assert headline(single_line(sample()), 1) == (
        "3 parties have an offer of land troops on record: 1 pledged, 1 signalled, 1 floated; "
        "2 of them stated how many."
    )


def test_numbers_that_others_report_are_told_apart() -> None:
    """Where nobody stated a number, that is what the headline says; never zero."""
    document = single_line(sample())
    for offer in document["offers"]:
        offer["quantity_basis"] = "undisclosed"
    document["offers"][0]["quantity_basis"] = "reported"

    assert headline(document, 1).endswith(
        "; none of them stated how many, 1 number is reported by others."
    )


def test_the_table_against_each_need() -> None:
    """Eight to nine thousand are stated: 5,000 and 3,000–4,000; airlift nobody offers."""
    assert said(sample(), "answer-1") == [
        (
            "Land troops: 8,000–9,000 persons stated by 2 parties, 1 offer of undisclosed size, "
            "against a need of 8,000–9,000 persons."
        ),
        "Monitors: 250 persons stated by 1 party, against a need of 200 persons.",
        "Airlift: no offer on record, against a need of 6 aircraft (desired, not essential).",
        "2 published needs of land troops run from 5,000 to 9,000 persons.",
        "Declined: 1 contribution of what the need asks for (Deltia).",
    ]


def test_what_nobody_disclosed_is_never_zero() -> None:
    """No amount is stated: the sentence and the table say so in words."""
    document = single_line(sample())
    change(document["lines"][0], stated=NOTHING, undisclosed=STAND[:3])
    document["requirements"] = [{**document["requirements"][0], "lines": document["lines"]}]
    document["lines"][0]["need"] = span(None, None)

    assert said(document, "answer-1")[0] == (
        "Land troops: no number stated or reported, 3 offers of undisclosed size, against a need "
        "that nobody put a number to."
    )
    assert rows(document, "answer-1", "Published needs")[0][2:] == [
        "unknown",
        "none",
        "none",
        "3 offers",
    ]


def test_an_offer_of_unknown_kind_and_one_that_nobody_asked_for_are_told_apart() -> None:
    """Bravia's airlift becomes of unknown kind, Deltia's monitors asked for by nobody."""
    document = single_line(sample())
    document["requirements"] = document["requirements"][1:]
    document["offers"][1]["capability"] = None

    assert said(document, "answer-1")[-3:-1] == [
        "1 offer of a kind that nobody disclosed (Bravia) is on record and counted on no line.",
        "No published need asks for what 1 party offers besides: monitors.",
    ]


def test_the_firmest_floor_is_told_once_where_countings_agree() -> None:
    """At the floor of pledged the need is out of reach, from signalled on it is not."""
    assert headline(sample(), 2) == (
        "On what was disclosed the need can be met with offers signalled or firmer, in both "
        "readings."
    )


def test_a_need_out_of_reach_is_told_with_its_number() -> None:
    """The number stands where the need is a single line."""
    document = single_line(sample())
    for floor in document["by_firmness"]:
        floor["possible"] = IMPOSSIBLE

    assert headline(document, 2) == (
        f"The need of 8,000–9,000 persons {FAR}, even if the undisclosed offers were enough."
    )


def test_countings_and_readings_that_differ_are_told_apart() -> None:
    """Disclosed: nowhere. Enough: together from signalled, from floated if nobody moves first."""
    document = sample()
    pledged, signalled, floated = document["by_firmness"]
    together = {"nobody_moves_first": False, "moving_together": True}
    for floor, enough in (
        (signalled, together),
        (floated, {**together, "nobody_moves_first": True}),
    ):
        floor["possible"] = {
            "disclosed": NEVER,
            "undisclosed_enough": {
                "nobody_moves_first": enough["nobody_moves_first"],
                "moving_together": enough["moving_together"],
            },
        }
    assert not pledged["possible"]["disclosed"]["moving_together"]

    assert headline(document, 2) == (
        f"On what was disclosed the need {FAR}; if the undisclosed offers were enough, it can be "
        "met with offers signalled or firmer moving together, with all offers, floated or firmer "
        "if nobody moves first."
    )


def test_the_second_answer_turns_with_the_parameter_and_says_what_must_hold() -> None:
    """With two others needed, Bravia and Charland wait: the need is out of reach one by one."""
    assert said(sample(), "answer-2")[1:] == [
        "1 offer of land troops of undisclosed size: at best not needed.",
        "4 of the offers towards the need can stand, whether or not anybody moves first.",
        (
            "The answer turns with the number assumed for “others”, taken from 1 to 2: if nobody "
            "moves first and on either counting, the need can be met at 1 only. Offers that can "
            "stand: if nobody moves first 4 at 1 and 2 at 2."
        ),
        (
            "Of 2 published needs, 2 can be met on what was disclosed, 2 if the undisclosed were "
            "enough, moving together."
        ),
        (
            "What must hold, on what was disclosed and moving together; each of these alone "
            "breaks it by failing:"
        ),
        "Alfland joins",
        "Bravia joins",
        "Guarantia stands behind the force",
        "A ceasefire is in force",
        "The south invites the force",
        "The north accepts the ceasefire",
        "It is not so that the force has a UN mandate",
        "It also breaks where everything in one of these sets fails.",
        "Charland joins · The force has a UN mandate",
        (
            "Chance of meeting the need, from the chances given in this file and as if they were "
            "independent: 0–8 %."
        ),
    ]


def test_the_undisclosed_have_to_reach_what_is_missing() -> None:
    """Twenty thousand over twelve hundred offers would be 16.7 each: over three, 6,667."""
    document = sample()
    change(document["lines"][0], undisclosed_must_reach=20000, undisclosed=STAND[:3])
    change(document["lines"][1], undisclosed_must_reach=None, undisclosed=["del-monitors"])

    assert said(document, "answer-2")[1:3] == [
        (
            "3 offers of land troops of undisclosed size: at best they would have to reach 20,000 "
            "persons in all, 6,667 on average."
        ),
        "1 offer of monitors of undisclosed size: none can stand on the terms on record.",
    ]


def test_where_nobody_bounds_the_chance_no_number_is_said() -> None:
    """The brief says so, and leads to what can be said without."""
    document = sample()
    change(document["chance"]["nobody_moves_first"], low=0.0, high=1.0)
    change(document["chance"]["moving_together"], low=0.0, high=1.0)

    assert said(document, "answer-2")[-1] == (
        "How likely that is, nobody said: the public record does not bound it. Without a chance it "
        "can be said which offers are lost with what (answer 3)."
    )


def test_losses_on_assumed_terms_alone_are_said_to_be_assumed() -> None:
    """Nobody named a ceasefire: the common term is this file's own."""
    assert headline(sample(), 3) == (
        "On assumed terms alone: unless a ceasefire is in force, the south invites the force and "
        "the north accepts the ceasefire, all 4 offers towards the need that could stand are lost "
        "(1 committed, 1 pledged, 1 signalled, 1 floated)."
    )


def test_losses_are_told_firmest_first_and_on_whose_word() -> None:
    """The backstop takes the pledge, so it comes before two weaker offers lost to the north."""
    document = sample()
    document["hangs_on"] = [
        {
            "id": "un_mandate",
            "kind": "proposition",
            "lost": ["bra-troops", "cha-troops"],
            "lost_by_firmness": {"signalled": ["bra-troops"], "floated": ["cha-troops"]},
            "weakened": [],
        },
        {
            "id": "backstop",
            "kind": "proposition",
            "lost": ["alf-troops"],
            "lost_by_firmness": {"pledged": ["alf-troops"]},
            "weakened": [],
        },
    ]

    assert headline(document, 3) == (
        "Unless Guarantia stands behind the force, 1 of the 4 offers towards the need that could "
        "stand is lost (pledged); unless the force has a UN mandate, 2 of the 4 are lost "
        "(1 signalled, 1 floated)."
    )
    assert said(document, "answer-3") == [
        (
            "Unless Guarantia stands behind the force, 1 of the 4 offers towards the need is lost "
            "(pledged); as stated."
        ),
        (
            "Unless the force has a UN mandate, 2 of the 4 offers towards the need are lost "
            "(1 signalled, 1 floated); through others."
        ),
    ]


def test_leaders_take_the_offers_of_others_along() -> None:
    """Charland joins only if Bravia does."""
    assert said(sample(), "answer-3")[1:] == [
        "Bravia leads: if it stays out, 1 offer of Charland is lost too."
    ]
    assert rows(sample(), "answer-3", "Offers of any kind lost if a party") == [
        ["Bravia", "2", "1 signalled, 1 floated", "Charland’s land troops"]
    ]
    assert rows(sample(), "answer-3", "Offers that would then need") == [
        ["Guarantia stands behind the force", "Alfland’s land troops", "The force has a UN mandate"]
    ]


def test_waits_are_told_by_what_was_said_and_what_stands_against_them() -> None:
    """Five things; only Alfland, Charland and a report on Charland named one."""
    assert headline(sample(), 4) == (
        "4 offers wait for 5 things. Most often named in what was said: Guarantia stands behind "
        "the force (1 offer); Bravia joins (1 offer); a condition that nobody disclosed (1 offer). "
        "Against that stand 1 refusal and 1 promise; above all, Guarantia has refused what 1 offer "
        "waits for: Guarantia stands behind the force."
    )
    assert said(sample(), "answer-4") == [
        (
            "Of 5 things: 3 named by the party itself or by others of it and 2 assumed without "
            "anybody’s word."
        ),
        "As they stand on the record: 1 open; of 4 nothing is recorded.",
        (
            "Guarantia has refused since 12 Feb 2025 “Guarantia stands behind the force”; needed "
            "by Alfland’s land troops (stated)."
        ),
        (
            "Alfland has promised since 2 Mar 2025 “The force has a UN mandate”; the opposite is "
            "needed by Deltia’s monitors (stated) and “A ceasefire is in force” (as we read it)."
        ),
    ]


def test_an_offer_without_a_term_is_silence() -> None:
    """Deltia's monitors keep only the term that this file assumes for all of them."""
    document = sample()
    monitors = next(row for row in document["offers"] if row["id"] == "del-monitors")
    monitors["terms"] = [term for term in monitors["terms"] if term["common"]]

    assert said(document, "answer-4")[-1] == (
        "1 of the 4 offers towards the need has no term on record (Deltia): that is silence, not "
        "“unconditional”."
    )


def test_breadth_and_substance_are_told_with_their_last_change() -> None:
    """Deltia came first; Alfland pledged on 2 March; Charland came last and without a number."""
    assert headline(sample(), 5) == (
        "Breadth: since 21 Jan 2025 the parties with offers towards the need on record went from 1 "
        "to 4 (last on 7 Mar 2025). Substance: those pledged or firmer went from 1 to 2 (last on "
        "2 Mar 2025), those with a number went from 1 to 3 (last on 6 Mar 2025)."
    )


def test_the_last_meeting_is_held_against_what_followed() -> None:
    """From 20 February on: 9 statements, three offers, two of them with a new number."""
    assert said(sample(), "answer-5")[4:] == [
        (
            "Since the last meeting, 20 Feb 2025 (Leaders meet in Alfland): 9 statements, "
            "3 contributions new or changed, 2 new numbers among them."
        ),
        "1 statement among these speaks of something that is not disclosed:",
        "Minister of Bravia: Spoke of more.",
        "To come: 20 Mar 2025, Chiefs of defence meet (planned).",
    ]


def test_every_figure_of_an_answer_carries_its_statements() -> None:
    """The three offers of troops rest on Alfland's two statements, Bravia's and Charland's."""
    figures = list(section(sample(), "answer-1").figures())

    assert figures[1][0].text == "3"
    assert figures[1][0].evidence == ("ALF-0", "ALF-1", "BRA-1", "CHA-1")
