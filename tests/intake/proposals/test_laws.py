"""What holds of the proposals of any text."""

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.clauses import clauses
from guarantor.intake.kinds import KINDS
from guarantor.intake.sentences import sentences
from guarantor.model import Stance
from tests.intake.proposals.making import document, proposed

PHRASES = st.sampled_from(
    [
        "Kenya", "the minister", "Starmer", "said", "that", "will send", "850 troops", ",", ".",
        "but", "if", "NATO", "agrees", "he", "denied", '"', "on Thursday", "did not say", ";",
        "its", "president", "according to", "Congo", "U.S.", ":", "while", "asked", "for", "a",
        "battalion", "2 March", "the two nations", "has suspended", "\n", "not before", "until",
    ]
)  # fmt: skip
TEXTS = st.lists(PHRASES, max_size=30).map(" ".join) | st.text(max_size=120)


@given(TEXTS, st.none() | st.dates(date(1990, 1, 1), date(2035, 1, 1)))
def test_a_proposal_quotes_the_document(text: str, dated: date | None) -> None:
    """Its words stand where it says, within one block, and no two overlap."""
    blocks = document(text).blocks
    found = proposed(text, dated=dated)

    for one in found:
        assert text[one.span.start : one.span.end] == one.quote
        assert any(
            block.span.start <= one.span.start and one.span.end <= block.span.end
            for block in blocks
        )
        assert one.kind in KINDS
        assert one.rule
    spans = sorted(one.span for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(TEXTS)
def test_no_day_is_known_without_the_documents_own(text: str) -> None:
    """None of these texts names a year."""
    digits = any(f"{year}" in text for year in range(1900, 2100))
    for one in proposed(text, dated=None):
        assert digits or one.said_on is None
        assert digits or all(day.day is None for day in one.days)


@given(TEXTS)
def test_a_condition_and_an_amount_are_the_clauses_own(text: str) -> None:
    """Nothing is invented: the words stand in the quote."""
    for one in proposed(text):
        assert one.condition in one.quote
        assert bool(one.quantity) == bool(one.unit)
        assert not one.expression
        assert one.firmness is None or one.stance is not Stance.REQUESTED


@given(TEXTS)
def test_sentences_and_clauses_lose_no_word(text: str) -> None:
    """What lies between them is space; what lies between clauses is a comma or semicolon too."""
    end = 0
    for span in sentences(text):
        assert not text[end : span.start].strip()
        end = span.end
        sentence = text[span.start : span.end]
        inner = 0
        for clause in clauses(sentence):
            assert not sentence[inner : clause.start].strip(" ,;–—\n\t")
            assert clause.start < clause.end
            inner = clause.end
        assert not sentence[inner:].strip(" ,;–—\n\t")
    assert not text[end:].strip()
