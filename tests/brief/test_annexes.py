"""What the answers rest on; every sentence worked by hand from the sample."""

from tests.brief.sample import sample
from tests.brief.sample_record import span
from tests.brief.telling import change, rows, said, section


def test_requirement_lines_stand_side_by_side() -> None:
    """The set asked about comes first; its chances were given, so they are told in numbers."""
    assert rows(sample(), "requirements", "Lines of “Watch") == [
        [
            "Land troops (land)",
            "8,000–9,000 persons",
            "essential",
            "8,000–9,000",
            "none",
            "1 offer (Charland)",
            "11,000",
            "can be met on what was disclosed",
            "0–11 %",
        ],
        [
            "Monitors (monitors)",
            "200 persons",
            "essential",
            "250",
            "none",
            "none",
            "250",
            "can be met on what was disclosed",
            "unlikely (26–38 %)",
        ],
        [
            "Airlift (airlift)",
            "6 aircraft",
            "desired",
            "none",
            "none",
            "none",
            "none",
            "cannot be met",
            "excluded on the terms stated",
        ],
    ]
    assert len(rows(sample(), "requirements", "Lines of “Steady")[0]) == 8


def test_a_need_that_nobody_put_a_number_to_is_never_met() -> None:
    """Whatever is offered."""
    document = sample()
    change(
        document["requirements"][1]["lines"][0],
        need=span(None, None),
        most_fielded=None,
        unknown_capability=["bra-troops"],
    )

    assert rows(document, "requirements", "Lines of “Steady")[0][1:] == [
        "unknown",
        "essential",
        "8,000–9,000",
        "none",
        "1 offer (Charland); of undisclosed kind 1 offer",
        "unbounded",
        "never counted as met",
    ]


def test_a_requirement_is_told_on_whose_word() -> None:
    """Its title is the first sentence of its text; what follows is told below."""
    document = sample()
    change(
        document["requirements"][1],
        text="Steady the towns only. Two of them.",
        evidence=["RQ-1"],
        note="Not ours.",
    )

    told = section(document, "requirements").blocks[1]

    assert getattr(told, "title", "") == "Steady the towns only"
    assert said(document, "requirements") == [
        "Two of them.",
        "On the word of Chief of staff.",
        "Not ours.",
    ]


def test_a_party_is_told_with_its_offers_terms_and_speakers() -> None:
    """The term that all offers share is told once, above them."""
    told = said(sample(), "parties")

    assert told[:7] == [
        (
            "Every offer of land troops and monitors also waits for this: A ceasefire is in "
            "force and the south invites the force (assumed)."
        ),
        "Framework nation; last heard 2 Mar 2025.",
        (
            "Land troops: pledged, 5,000 persons (stated), since 2 Mar 2025, caveats not on the "
            "line. On the word of Prime minister of Alfland (named)."
        ),
        "Either Guarantia stands behind the force or the force has a UN mandate (stated).",
        "Contributor; last heard 15 Mar 2025.",
        (
            "Land troops: signalled, 3,000–4,000 persons (stated), since 6 Mar 2025. On the word "
            "of Foreign minister of Bravia (named). No term of its own on record."
        ),
        "Takes part at all only on these terms:",
    ]
    assert told[-1] == (
        "Land troops: declined, size undisclosed, since 21 Jan 2025. On the word of Prime minister "
        "of Deltia (named)."
    )


def test_an_offer_says_where_it_cannot_stand() -> None:
    """Alone, at all, or on the day; and what already counts it."""
    document = sample()
    alone, never, late = document["offers"][:3]
    alone["can_stand"] = {"nobody_moves_first": False, "moving_together": True}
    never["can_stand"] = {"nobody_moves_first": False, "moving_together": False}
    change(late, there=False, part_of="bra-troops", note="with others", caveats=[])

    told = said(document, "parties")

    assert any("Can stand only moving together. On" in one for one in told)
    assert any(
        "Cannot stand at the firmness and on the terms asked about. On" in one for one in told
    )
    assert any(
        "counted within Bravia’s land troops. Would not be there on the day. On the word of "
        "President of Charland (named). With others" in one
        for one in told
    )


def test_parties_only_heard_of_stand_in_a_table() -> None:
    """Being heard is not offering."""
    assert rows(sample(), "parties", "Parties without")[0] == [
        "Guarantia (GUA)",
        "guaranteeing state",
        "10 Mar 2025",
        "2",
        "",
    ]


def test_arrangements_say_how_far_they_are_made() -> None:
    """Almost nothing is."""
    assert said(sample(), "arrangements") == [
        "Of 3 arrangements: 1 open, 1 contested and 1 unknown."
    ]
    assert rows(sample(), "arrangements", "Arrangements")[1] == [
        "Mandate",
        "contested",
        "Sought by some",
    ]


def test_both_sides_of_what_is_contested_are_heard() -> None:
    """For it first, against it after, each in order of time and with its words."""
    assert said(sample(), "contested") == [
        "On the record open since 10 Mar 2025.",
        "Unnamed official, 10 Mar 2025, asserted: Not closed.",
        "Defence minister of Guarantia, 12 Feb 2025, refused: Ruled out a guarantee.",
        "11 Mar 2025, claimed",
        "Sought by some",
        "Parliament of Deltia, 21 Jan 2025, asserted: Voted for 250 monitors.",
        "Prime minister of Alfland, 2 Mar 2025, pledged: Ready to send five thousand.",
    ]


def test_events_of_one_matter_are_told_together() -> None:
    """Texts that open alike up to a colon are one matter with several versions."""
    document = sample()
    held, ceasefire, _ = document["events"]
    change(held, text="The line: the north says it moved", status="claimed")
    change(ceasefire, text="The line: the south says it did not", status="denied")

    told = [
        block
        for block in section(document, "contested").blocks
        if getattr(block, "title", "") == "The line"
    ]

    assert len(told) == 1
    assert said(document, "contested")[3:5] == [
        "20 Feb 2025, claimed: The north says it moved",
        "11 Mar 2025, denied: The south says it did not",
    ]


def test_assumptions_and_findings_are_told_in_words() -> None:
    """A term is told as its sentence, not as its expression."""
    document = sample()
    document["assumptions"].append(
        {
            "term": "ceasefire when north_accepts and south_accepts",
            "basis": "read",
            "value": "ceasefire",
            "low": None,
            "high": None,
            "note": "",
        }
    )

    assert rows(document, "doubts", "Already so") == [
        ["The south accepts the ceasefire", "holds", "11 Mar 2025"]
    ]
    assert [row[:3] for row in rows(document, "doubts", "Assumed")] == [
        ["Others", "assumed", "1, range 1–2"],
        ["A ceasefire is in force and the south invites the force", "assumed", ""],
        [
            (
                "A ceasefire is in force, when the north accepts the ceasefire and the south "
                "accepts the ceasefire"
            ),
            "read",
            "A ceasefire is in force",
        ],
    ]
    assert said(document, "doubts") == [
        "Guarantia has refused what alf-troops needs: backstop (1 statement)."
    ]


def test_indispensable_statements_say_what_becomes_of_the_answer() -> None:
    """Offers named by their ids are told by their names."""
    document = sample()
    document["indispensable"][0]["changes"] = ["no longer on the table: alf-troops"]

    assert said(document, "indispensable") == [
        "The answer would be another one without 1 statement alone."
    ]
    assert rows(document, "indispensable", "What becomes") == [
        [
            "ALF-1",
            "Prime minister of Alfland: Ready to send five thousand.",
            "No longer on the table: Alfland’s land troops",
        ]
    ]
    document["indispensable"] = []
    assert said(document, "indispensable") == [
        "No single statement changes the answer by being left out."
    ]


def test_aid_keeps_levels_of_promise_and_units_apart() -> None:
    """An amount stands under the level it has reached, and nothing is summed."""
    document = sample()
    promised, allocated, delivered, stopped, _ = document["offers"]
    for offer, firmness in (
        (promised, "pledged"),
        (allocated, "committed"),
        (delivered, "delivered"),
        (stopped, "suspended"),
    ):
        change(offer, capability="finance", unit="GBP bn", firmness=firmness)
    promised["part_of"] = "bra-troops"
    stopped["is_offer"] = False

    assert [row[1:5] for row in rows(document, "aid", "By firmness")] == [
        ["Alfland", "5,000 GBP bn (pledged)", "", ""],
        ["Bravia", "", "3,000–4,000 GBP bn (committed)", ""],
        ["Charland", "", "", "undisclosed (at least 500, at most 2,000) (delivered)"],
        ["Deltia", "suspended", "", ""],
    ]
    assert rows(document, "aid", "By firmness")[0][6] == "counted within Bravia’s finance"


def test_sources_are_told_with_day_speaker_grade_and_address() -> None:
    """The latest first; an inferred day says so, and so does a day said that differs."""
    document = sample()
    change(
        document["statements"][-1],
        date_basis="inferred",
        said_on="2025-03-14",
        quantity="6",
        unit="aircraft",
        condition="deal",
    )
    document["statements"][-1]["firmness"] = "floated"

    assert rows(document, "sources", "Statements")[0] == [
        "BRA-2",
        "15 Mar 2025 (inferred); said 14 Mar 2025",
        "Minister of Bravia; minister, named",
        "Spoke of more. 6 aircraft. Condition: deal. (undisclosed, floated, troops, about Bravia)",
        "B2",
        "https://example.org/bra-2",
    ]
