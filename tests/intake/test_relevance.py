"""Which documents bear on an operation: parties, words of peace operations, propositions."""

import pytest

from guarantor.intake.passages import passages
from guarantor.intake.relevance import Relevance, Triage, relevance
from tests.intake.origins.making import document

PARTIES = {"KEN": "Kenya", "GBR": "United Kingdom", "XUN": "United Nations", "CIV": "Côte d’Ivoire"}
PROPOSITIONS = {
    "backstop": "The United States gives a backstop",
    "ceasefire": "A ceasefire is in force",
    "bridges": "The bridges are mended",
}
TRIAGE = Triage(parties=PARTIES, propositions=PROPOSITIONS, aliases={"KEN": ["Nairobi", "Kenyan"]})


@pytest.mark.parametrize(
    "text", ["", "A baker in a small town bakes bread over bridges that are mended.", "Kenyatta"]
)
def test_without_a_party_and_a_word_of_peace_nothing_bears(text: str) -> None:
    """Words of propositions alone are too common; a name counts as a whole word."""
    assert TRIAGE.relevance(text) == Relevance(score=0.0)
    assert TRIAGE.relevance(text).reason == (
        "it names no party of the operation and has no word of peace operations"
    )


def test_the_score_adds_up() -> None:
    """By hand: 2 of 3 parties of 0.4, 3 of 5 words of 0.4, 1 of 5 words of propositions of 0.2."""
    found = TRIAGE.relevance("KENYA and the united   kingdom sent troops; a Truce, a ceasefire!")

    assert found.score == pytest.approx(0.4 * 2 / 3 + 0.4 * 3 / 5 + 0.2 / 5, abs=1e-4)
    assert found.parties == ("GBR", "KEN")
    assert found.words == ("ceasefire", "troop", "truce")
    assert found.propositions == ("ceasefire",)
    assert found.reasons == (
        "it names GBR, KEN of the operation's parties",
        "it has words of peace operations: ceasefire, troop, truce",
        "it has words of the propositions ceasefire",
    )
    assert found.reason == "; ".join(found.reasons)


def test_the_score_is_at_most_one() -> None:
    """Four parties, seven words of peace operations, all five words of propositions."""
    every = " ".join([*PARTIES.values(), *PROPOSITIONS.values()])
    text = f"{every} troops deploy under a mandate to verify the withdrawal and keep the peace"

    assert TRIAGE.relevance(text).score == 1.0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nairobi waits.", "KEN"),
        ("The Kenyan police wait.", "KEN"),
        ("In Côte d'Ivoire they wait.", "CIV"),
        ("The UNITED\nNATIONS wait.", "XUN"),
    ],
)
def test_a_party_is_known_by_its_names(text: str, code: str) -> None:
    """Aliases count; marks and spaces between the words of a name do not."""
    assert TRIAGE.relevance(text).parties == (code,)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a cease-fire", "cease-fire"),
        ("Peacekeepers wait", "peace"),
        ("the blue helmets", "blue helmet"),
        ("demilitarised", "demilitari"),
    ],
)
def test_words_of_peace_operations_count_in_every_form(text: str, word: str) -> None:
    """As they begin."""
    assert TRIAGE.relevance(text).words == (word,)


def test_a_proposition_needs_two_of_its_words() -> None:
    """Or its only one: mended alone is no bridge."""
    assert TRIAGE.relevance("The truce was mended.").propositions == ()
    assert TRIAGE.relevance("The truce mended bridges.").propositions == ("bridges",)


def test_boilerplate_does_not_bear() -> None:
    """Menus name every state."""
    made = document("a", "Kenya waits.\n\nUnited Kingdom", boilerplate=["United Kingdom"])

    assert TRIAGE.relevance(passages(made)).parties == ("KEN",)


def test_many_reasons_are_shortened() -> None:
    """Four are named."""
    text = "troops under a mandate keep peace after a truce and a ceasefire"

    assert TRIAGE.relevance(text).reasons[0].endswith("ceasefire, mandate, peace, troop and 1 more")


def test_without_an_operation_words_of_peace_are_left() -> None:
    """No party and no proposition."""
    found = relevance("Kenya sends troops.", parties={}, propositions={})

    assert (found.parties, found.words, found.score) == ((), ("troop",), 0.08)
