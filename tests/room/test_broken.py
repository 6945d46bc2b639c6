"""What breaks an operation, and the brief's answers, out of its assessment."""

from dataclasses import replace
from decimal import Decimal

from guarantor import room
from guarantor.brief.compose import compose
from guarantor.model import Status

OPERATION = room.open_source("example").operation
EXAMPLE = room.assess(OPERATION, room.Options())
LIVE = room.assess(replace(OPERATION, status=Status.LIVE), room.Options())
BUNDLED = room.assess(room.open_source("ukraine-2025").operation, room.Options())


def test_sets_are_those_of_the_assessment_with_names() -> None:
    """Every literal and id of it is called something."""
    for assessment in (EXAMPLE, LIVE, BUNDLED):
        document = room.broken(assessment)

        assert document["logic"] == assessment["logic"]
        assert document["pacts"] == assessment["pacts"]
        named = {row["id"] for row in document["hangs_on"]}
        named |= {name for row in document["hangs_on"] for name in row["lost"]}
        together = document["logic"]["undisclosed_enough"]["moving_together"]
        named |= {name for one in together["cut_sets"] for name in one}
        assert named <= document["labels"].keys()


def test_literals_are_called_as_sentences() -> None:
    """By hand."""
    labels = room.broken(EXAMPLE)["labels"]

    assert labels["not un_mandate"] == "It is not so that the force has a UN mandate"
    assert labels["ALF"] == "Alfland joins"
    assert labels["alf-troops"] == "Alfland’s land troops"


def test_of_a_live_operation_no_party_is_shown_to_the_public() -> None:
    """Neither in a set nor in what hangs on what."""
    document = room.broken(LIVE)

    assert document["parties_shown"] is False
    assert {row["kind"] for row in document["hangs_on"]} == {"proposition"}
    assert room.broken(EXAMPLE)["parties_shown"] is True


def test_what_was_switched_stands_on_what_is_told_from_an_assessment() -> None:
    """As it stands on the assessment."""
    options = room.Options(decides=("BRA",), parameters={"others": Decimal(2)})
    assessment = room.assess(OPERATION, options)

    for document in (room.broken(assessment), room.answers(assessment)):
        assert document["decides"] == ["BRA"]
        assert document["parameters"] == {"others": 2.0}
        assert document["marking"] == "Audience: public"
    assert "decides" not in room.broken(EXAMPLE)


def test_the_answers_are_the_very_sentences_of_the_brief() -> None:
    """Headline, its parts and its evidence; and the sentences beneath it."""
    for assessment in (EXAMPLE, LIVE, BUNDLED):
        document = room.answers(assessment)
        brief = compose(assessment)

        assert document["opening"]["title"] == brief.opening.title
        assert document["opening"]["coverage"] == brief.opening.coverage.text
        assert [one["anchor"] for one in document["answers"]] == [
            f"answer-{number}" for number in range(1, 6)
        ]
        for told, section in zip(document["answers"], brief.answers, strict=True):
            assert section.headline is not None
            assert told["text"] == section.headline.text
            assert told["evidence"] == list(section.headline.evidence)
            assert "".join(part["text"] for part in told["parts"]) == told["text"]
            assert told["points"]


def test_every_answer_cites_statements_that_are_in_view() -> None:
    """So that each figure opens its evidence."""
    known = {row["id"] for row in BUNDLED["statements"]}
    document = room.answers(BUNDLED)

    cited = {name for one in document["answers"] for name in one["evidence"]}
    cited |= {
        name for one in document["answers"] for point in one["points"] for name in point["evidence"]
    }
    assert cited
    assert cited <= known
