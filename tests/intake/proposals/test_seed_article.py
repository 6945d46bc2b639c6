"""The article that the design speaks of: its main statements are proposed by the general rules."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from guarantor.intake.propose import propose
from guarantor.intake.readers import read
from guarantor.model import Document, Proposal, Stance
from guarantor.operation import bundled, open_folder

ARTICLE = Path(__file__).parents[4] / "shared" / "seed" / "article.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is absent")


@cache
def article() -> Document:
    """Return the article as its reader gives it."""
    (document,) = read(ARTICLE.read_bytes(), "article.txt")
    assert isinstance(document, Document)
    return document


@cache
def statements(dated: date | None = date(2025, 3, 15)) -> tuple[Proposal, ...]:
    """Return what is proposed of it in the bundled operation."""
    operation, _ = open_folder(bundled("ukraine-2025"))
    return propose(
        article(),
        dated=dated,
        parties={code: party.name for code, party in operation.parties.items()},
        propositions={name: one.text for name, one in operation.propositions.items()},
    )


def one(stance: Stance, kind: str, words: str) -> Proposal:
    """Return the one proposal of a stance and kind that quotes some words."""
    (found,) = [
        each
        for each in statements()
        if (each.stance, each.kind) == (stance, kind) and words in each.quote
    ]
    return found


def test_the_new_commitments_are_undisclosed() -> None:
    """He says that they exist and keeps back what they are."""
    found = one(Stance.UNDISCLOSED, "contributions", "did not disclose")

    assert found.speaker == "Starmer"
    assert found.speaker_parties == ("GBR",)


def test_the_operations_success_is_conditional_on_the_american_position() -> None:
    """The backstop must come, or the coalition may fail."""
    found = one(Stance.CONDITIONAL, "troops", "must evolve")
    absent = one(Stance.CONDITIONAL, "coalition", "absent a change")

    assert "backstop" in found.condition
    assert found.expression == "us_backstop"
    assert found.about == absent.about == ("USA",)
    assert absent.condition.startswith("absent a change in President Donald Trump's position")


def test_the_encirclement_is_denied_by_nobody_named() -> None:
    """*Have been denied*: the article does not say by whom."""
    found = one(Stance.DENIED, "encirclement", "have been vehemently denied")

    assert found.speaker_parties == ()
    assert found.about == ("UKR",)


def test_military_aid_is_pledged() -> None:
    """The agreement to maintain it; economic restrictions go with it."""
    assert one(Stance.PLEDGED, "military_aid", "maintain military aid").speaker_parties == ("GBR",)
    assert one(Stance.PLEDGED, "sanctions", "tightening").speaker_parties == ("GBR",)


def test_the_ceasefire_is_asserted_of_both_states() -> None:
    """That the two agreed is the article's word; the record of that day knows better."""
    found = one(Stance.ASSERTED, "ceasefire", "30-day ceasefire")

    assert set(found.about) == {"USA", "UKR"}
    assert (found.quantity, found.unit) == ("30", "days")


def test_next_thursday_is_known_only_with_the_articles_day() -> None:
    """15 March 2025 is a Saturday."""
    named = [day for each in statements() for day in each.days]
    unknown = [day for each in statements(None) for day in each.days]

    assert ("next Thursday", date(2025, 3, 20)) in named
    assert ("next Thursday", None) in unknown


def test_each_statement_is_proposed_once() -> None:
    """Four of its paragraphs stand there twice."""
    quotes = [each.quote for each in statements()]

    assert len(quotes) == len(set(quotes))
