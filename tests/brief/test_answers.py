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

    assert said(document, "answer-1")[-2:] == [
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


def test_a_single_offer_is_told_without_a_count_of_its_firmness() -> None:
    """Deltia alone offers monitors."""
    document = sample()
    document["lines"] = document["lines"][1:2]

    assert headline(document, 1) == (
        "1 party has an offer of monitors on record (committed); it stated how many."
    )


def test_a_need_without_a_number_is_never_counted_as_met() -> None:
    """Neither in the headline nor where the undisclosed are held against it."""
    document = single_line(sample())
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
    """And sets that were not looked for are said to be missing."""
    document = sample()
    together = document["logic"]["disclosed"]["moving_together"]
    change(together, must_hold=[], cut_sets=[], complete=False)

    assert said(document, "answer-2")[5:7] == [
        (
            "Nothing must hold on its own: on what was disclosed and moving together no single "
            "failure breaks it."
        ),
        "Larger sets may break it too; they were not looked for.",
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
