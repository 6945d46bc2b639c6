"""The labelled texts are what their format says, many enough and balanced."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

from guarantor.model import Firmness, Stance, Standing

FOLDER = Path(__file__).parents[1] / "data" / "intake"
PARTS = "dev", "unread"
KINDS = {
    *("troops", "monitoring", "backstop", "ceasefire", "peace_agreement", "military_aid", "air"),
    *("naval", "airlift", "logistics", "intelligence", "training", "medical", "police"),
    *("engineering", "funding", "sanctions", "mandate", "command", "planning", "meeting"),
    *("membership", "consent", "withdrawal", "encirclement", "control", "attack", "prisoners"),
    *("humanitarian", "elections", "contributions", "coalition", "other"),
}
CODES_BEYOND_ISO = {
    *("XEU", "XNA", "XUN", "XAU", "XOS", "XCW", "XEC", "XAR", "XSE", "XWB", "XIM", "XIC", "XKX"),
}
COPIES = "original", "light", "rewrite"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


DOCUMENTS = {part: _lines(f"statements-{part}.jsonl") for part in PARTS}
STORIES = {part: _lines(f"stories-{part}.jsonl") for part in PARTS}
EVERY_DOCUMENT = [document for part in PARTS for document in DOCUMENTS[part]]
EVERY_TEXT = [text for part in PARTS for text in STORIES[part]]


def _stances(documents: list[dict[str, Any]]) -> Counter[str]:
    return Counter(
        clause["statement"]["stance"] if clause["statement"] else "none"
        for document in documents
        for clause in document["clauses"]
    )


def _statements() -> Iterator[tuple[dict[str, Any], str, dict[str, Any]]]:
    for document in EVERY_DOCUMENT:
        for clause in document["clauses"]:
            if clause["statement"]:
                yield document, clause["quote"], clause["statement"]


@pytest.mark.parametrize("document", EVERY_DOCUMENT, ids=lambda document: document["id"])
def test_each_clause_stands_once_in_its_text_and_after_the_one_before(
    document: dict[str, Any],
) -> None:
    """Else a proposal could be held against the wrong words."""
    text = document["text"]
    spans = []
    for clause in document["clauses"]:
        assert text.count(clause["quote"]) == 1, clause["quote"]
        start = text.index(clause["quote"])
        spans.append((start, start + len(clause["quote"])))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert set(document) == {"id", "operation", "dated", "text", "clauses", "actors", "days"}


def test_every_statement_is_in_the_closed_lists() -> None:
    """A word outside them could never be proposed."""
    for _, quote, statement in _statements():
        assert statement["stance"] in set(Stance), quote
        assert statement["standing"] in set(Standing), quote
        assert statement["firmness"] in {None, *Firmness}, quote
        assert statement["kind"] in KINDS, quote
        for code in (*statement["party"], *statement["about"]):
            assert len(code) == 3, quote
            assert code.isupper(), quote
            assert not code.startswith("X") or code in CODES_BEYOND_ISO, quote


def test_speakers_and_conditions_are_in_the_words_of_the_text() -> None:
    """A condition is in those of its own clause."""
    for document, quote, statement in _statements():
        assert statement["speaker"] in document["text"]
        assert statement["condition"] in quote
        assert bool(statement["quantity"]) == bool(statement["unit"]), quote
        assert statement["standing"] != "press" or not statement["party"], quote


def test_what_is_conditional_names_its_condition() -> None:
    """Without one it would be a promise."""
    assert [quote for _, quote, one in _statements() if one["stance"] == "conditional"]
    assert not [
        quote
        for _, quote, one in _statements()
        if one["stance"] == "conditional" and not one["condition"]
    ]


@pytest.mark.parametrize("document", EVERY_DOCUMENT, ids=lambda document: document["id"])
def test_actors_and_days_stand_in_the_text_once_each(document: dict[str, Any]) -> None:
    """A day without a document's day is not known."""
    for what in document["actors"], document["days"]:
        quotes = [one["quote"] for one in what]
        assert all(quote in document["text"] for quote in quotes)
        assert len(quotes) == len(set(quotes))
    for day in document["days"]:
        known = date.fromisoformat(day["day"]) if day["day"] else None
        assert known or document["dated"] is None


def test_a_third_of_the_documents_is_unread() -> None:
    """Every third one: of 48 documents 16, of 36 stories 12."""
    assert {part: len(DOCUMENTS[part]) for part in PARTS} == {"dev": 32, "unread": 16}
    assert {part: len({one["story"] for one in STORIES[part]}) for part in PARTS} == {
        "dev": 24,
        "unread": 12,
    }
    ids = [one["id"] for one in (*EVERY_DOCUMENT, *EVERY_TEXT)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("part", PARTS)
def test_every_kind_of_operation_is_in_both_parts(part: str) -> None:
    """The parts are to be alike."""
    assert Counter(document["operation"] for document in DOCUMENTS[part]).keys() == {
        "a UN mission",
        "a regional force",
        "a monitoring mission",
        "coalition politics",
    }


def test_there_are_enough_clauses_and_they_are_balanced() -> None:
    """At least 330; no stance below 25; between a quarter and a half hold no statement."""
    counts = _stances(EVERY_DOCUMENT)
    total = counts.total()
    assert total >= 330
    assert {stance: counts[stance] for stance in Stance if counts[stance] < 25} == {}
    assert total / 4 <= counts["none"] <= total / 2


def test_every_stance_is_in_the_unread_third() -> None:
    """At least eight times each, that its recall can be told at all."""
    counts = _stances(DOCUMENTS["unread"])
    assert {stance: counts[stance] for stance in Stance if counts[stance] < 8} == {}


@pytest.mark.parametrize("part", PARTS)
def test_each_story_has_an_original_and_two_versions_of_it(part: str) -> None:
    """At least half have a report of its own beside them, which is another origin."""
    kinds = {
        story: [text["kind"] for text in texts]
        for story, texts in groupby(STORIES[part], key=lambda text: text["story"])
    }
    assert all(one[0] == "original" and one.count("original") == 1 for one in kinds.values())
    assert all(sum(kind in COPIES for kind in one) >= 3 for one in kinds.values())
    assert set().union(*kinds.values()) == {*COPIES, "independent"}
    assert sum("independent" in one for one in kinds.values()) * 2 >= len(kinds)


def test_the_texts_of_stories_are_short_reports() -> None:
    """An original has 115 to 260 words, and none is a copy to the letter."""
    for text in EVERY_TEXT:
        assert set(text) == {"id", "story", "kind", "dated", "text"}
        assert date.fromisoformat(text["dated"]).year > 2000
        words = len(text["text"].split())
        assert words >= 45
        assert text["kind"] != "original" or 115 <= words <= 260
    assert len({text["text"] for text in EVERY_TEXT}) == len(EVERY_TEXT)
