"""Of a model's reply stays what the text bears out; the rest is dropped, and said so."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.llm import Reply, read_reply
from guarantor.intake.llm import portions as portions_of
from guarantor.model import Attribution, Document, Firmness, NamedDay, Proposal, Stance, Standing
from tests.intake.llm.texts import LOGISTICS, POLAND, SENEGAL, document, reply, statement, task


def read(content: str, one: Document | None = None, dated: date | None = date(2025, 3, 5)) -> Reply:
    """Return what is left of a reply about a document."""
    one = one or document()
    return read_reply(
        content, document=one, portion=portions_of(one)[0], task=task(dated), model="m-1"
    )


def proposed(**changes: Any) -> Proposal:  # noqa: ANN401  whatever a model writes
    """Return the one proposal of a statement in which something was changed."""
    (found,) = read(reply(statement(**changes))).proposals
    return found


def complaints(**changes: Any) -> list[str]:  # noqa: ANN401  whatever a model writes
    """Return what is found wrong with a statement in which something was changed."""
    return [finding.message for finding in read(reply(statement(**changes))).findings]


def test_a_good_statement_becomes_a_proposal() -> None:
    """Every field, as it was told."""
    found = read(reply(statement()))

    assert (found.findings, found.dropped, found.invented, found.is_read) == ((), 0, 0, True)
    (one,) = found.proposals
    assert one == Proposal(
        span=(0, len(POLAND)),  # type: ignore[arg-type]
        quote=POLAND,
        speaker="its prime minister",
        speaker_parties=("POL",),
        standing=Standing.HEAD_OF_GOVERNMENT,
        about=("POL",),
        stance=Stance.REFUSED,
        kind="troops",
        firmness=Firmness.DECLINED,
        said_on=date(2025, 3, 3),
        days=(NamedDay("Monday", date(2025, 3, 3)),),
        attribution=Attribution.NAMED,
        rule="llm:m-1",
        note="A language model reads it so; the quote stands in the text.",
    )


def test_proposals_come_in_the_order_of_the_text_and_each_once() -> None:
    """The last first, and one of them twice: one is dropped."""
    later = statement(quote=SENEGAL, passage=2, dates=[], said_on=None, speaker="Senegal")

    found = read(reply(later, statement(), later))

    assert [one.quote for one in found.proposals] == [POLAND, SENEGAL]
    assert found.dropped == 1


def test_an_invented_quote_is_dropped_and_counted() -> None:
    """One of two stands in the text."""
    found = read(reply(statement(), statement(quote="Poland will send soldiers")))

    assert len(found.proposals) == 1
    assert (found.dropped, found.invented) == (1, 1)
    (why,) = found.findings
    assert (why.code, why.entry) == ("llm_quote_not_found", "a.txt")
    assert why.message == (
        "m-1: a statement was dropped: its quote does not stand in the text "
        "(Poland will send soldiers)"
    )


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Poland  will\nnot send soldiers", "Poland will not send soldiers"),
        ('"but we would help with logistics', "“but we would help with logistics"),
        ("police. Rain fell", "police.\nRain  fell"),
        ("oland will not send soldiers", None),
        ("Poland will not send soldier", None),
        ("poland will not send soldiers", None),
        ("Poland", None),
        ("", None),
        ("Poland " * 400, None),
    ],
    ids=["space", "marks", "lines", "half first", "half last", "case", "a word", "none", "long"],
)
def test_a_quote_may_differ_in_space_and_marks_alone(quote: str, found: str | None) -> None:
    """Half words, another case and single words are no quotes."""
    assert [one.quote for one in read(reply(statement(quote=quote))).proposals] == (
        [] if found is None else [found]
    )


def test_of_several_places_the_one_in_its_passage_counts() -> None:
    """“Rain fell” stands in the second and in the last passage, which is the third sent."""
    told: dict[str, Any] = {"quote": "Rain fell", "speaker": "", "dates": [], "said_on": None}

    spans = [proposed(passage=number, **told).span.start for number in (2, 3, 9, "x")]

    text = document().text.readable
    first, last = text.index("Rain  fell"), text.index("Rain fell again")
    assert spans == [first, last, first, first]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I am sorry.",
        '{"statements": [{"quote": "Pol',
        "[" * 100_000,
        "[]",
        '{"statements": {}}',
        "7",
        "```json\nno\n```",
    ],
    ids=["nothing", "prose", "half", "deep", "list", "object", "number", "fenced prose"],
)
def test_a_reply_that_is_no_list_of_statements_proposes_nothing(content: str) -> None:
    """One finding says so, and nothing is raised."""
    found = read(content)

    assert (found.proposals, found.is_read) == ((), False)
    (why,) = found.findings
    assert why.code == "llm_unreadable"
    assert why.message.endswith("nothing of it was used")


def test_a_fence_around_the_reply_is_taken_off() -> None:
    """Many models set one."""
    assert len(read(f"```json\n{reply(statement())}\n```").proposals) == 1


@pytest.mark.parametrize(
    "told",
    [
        7,
        {},
        {"quote": 7},
        statement(stance="warned"),
        statement(stance=None),
        statement(stance=["refused"]),
        statement(standing="king"),
        statement(kind="weapons of war"),
        statement(kind={}),
    ],
)
def test_a_statement_that_does_not_fit_the_form_is_dropped(told: object) -> None:
    """Stance, standing and kind come from closed lists; a word beside them is none."""
    found = read(reply(told))

    assert (found.proposals, found.dropped, found.invented) == ((), 1, 0)
    assert [finding.code for finding in found.findings] == ["llm_schema"]


def test_unknown_parties_are_left_out() -> None:
    """Given codes, those of today's states and organisations, and old ones, which are mended."""
    one = proposed(party=["POL", "ZZ1", "XUN", "SEN", "QQQ", 7, ["POL"], "POL", "poland"])

    assert one.speaker_parties == ("POL", "ZZ1", "XUN", "SEN")
    assert complaints(party=["QQQ"]) == [
        f"m-1: party QQQ was left out: no party has that code ({POLAND[:60]}…)"
    ]
    assert len(complaints(about="POL")) == 1
    assert proposed(about=None).about == ()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"speaker": "the king of Poland"}, "speaker"),
        ({"speaker": 7}, "speaker"),
        ({"condition": "if the sun shines"}, "condition"),
        ({"quantity": "300"}, "quantity"),
        ({"quantity": "many"}, "quantity"),
        ({"unit": "men & women"}, "unit"),
        ({"proposition": "peace"}, "proposition"),
        ({"proposition": "truce and"}, "proposition"),
        ({"firmness": "certain"}, "firmness"),
        ({"attribution": "hearsay"}, "attribution"),
        ({"said_on": "soon"}, "said_on"),
        ({"said_on": "2025-02-30"}, "said_on"),
        ({"said_on": 20250303}, "said_on"),
        ({"dates": [{"text": "Tuesday", "day": None}]}, "dates"),
        ({"dates": [{"day": "2025-03-03"}]}, "dates"),
        ({"dates": ["Monday"]}, "dates"),
        ({"dates": 7}, "dates"),
        ({"dates": [{"text": "Monday", "day": "2025-13-03"}]}, "dates"),
    ],
)
def test_what_the_text_does_not_bear_out_is_left_out(changes: dict[str, Any], key: str) -> None:
    """The statement stays without it, and a finding names it."""
    (why,) = complaints(**changes)

    assert why.startswith(f"m-1: {key} ")
    assert "was left out" in why
    assert proposed(**changes).quote == POLAND


def test_what_the_text_bears_out_stays() -> None:
    """A range in words, a condition in the words of the text, an id of the operation."""
    one = proposed(
        quote=SENEGAL,
        speaker="Senegal",
        quantity="100-200",
        unit="police officers",
        condition="if there  is a truce",
        proposition="truce",
        dates=[],
    )

    assert (one.quantity, one.unit) == ("100-200", "police_officers")
    assert (one.condition, one.expression) == ("if there is a truce", "truce")


def test_words_count_as_the_speakers_own_only_between_marks() -> None:
    """The reply says so of both; one stands between quotation marks."""
    assert proposed(quoted=True).is_quoted is False
    assert proposed(quote=LOGISTICS.strip("“”"), quoted=True, dates=[]).is_quoted is True


def test_without_a_day_of_the_document_a_relative_day_stays_open() -> None:
    """Its year stands nowhere in the text, so nobody gave it."""
    found = read(reply(statement()), dated=None)

    (one,) = found.proposals
    assert (one.said_on, one.days) == (None, (NamedDay("Monday", None),))
    assert len(found.findings) == 2


def test_without_a_day_of_the_document_a_day_with_its_year_is_taken() -> None:
    """The text names 2025."""
    one = document("The talks of 3 March 2025 failed, the minister said.")
    told = statement(
        quote="The talks of 3 March 2025 failed",
        speaker="the minister",
        said_on=None,
        dates=[{"text": "3 March 2025", "day": "2025-03-03"}],
    )

    (found,) = read(reply(told), one, dated=None).proposals

    assert found.days == (NamedDay("3 March 2025", date(2025, 3, 3)),)


def test_more_statements_than_anybody_can_review_are_cut_off() -> None:
    """Of 401 good ones that say the same, 400 are read, 399 of them repeated."""
    found = read(reply(*[statement()] * 401))

    assert len(found.proposals) == 1
    assert found.dropped == 400
    assert [finding.code for finding in found.findings] == ["llm_too_many"]


def test_a_finding_is_one_short_line_whatever_the_model_writes() -> None:
    """Its words are cut and made printable."""
    (why,) = read(reply(statement(quote="no such\n\x1b[31m words " * 20))).findings

    assert why.message.isprintable()
    assert len(why.message) < 160


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(statement())), anything, max_size=6))
def test_whatever_a_model_writes_is_a_proposal_or_a_finding(changes: dict[str, Any]) -> None:
    """Never an error; and every proposal quotes the text."""
    one = document()

    found = read(reply(statement(**changes)), one)

    assert found.dropped + len(found.proposals) == 1
    assert len(found.findings) >= found.dropped
    for proposal in found.proposals:
        assert one.text.readable[slice(*proposal.span)] == proposal.quote


@given(st.text() | anything.map(json.dumps))
def test_whatever_comes_instead_of_statements_is_read_or_not(content: str) -> None:
    """Never an error."""
    assert read(content).proposals == ()
