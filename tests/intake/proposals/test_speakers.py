"""Who speaks is found by the verb of saying, wherever it stands."""

import pytest

from guarantor.intake.clauses import quotations
from guarantor.intake.speakers import dateline, speaker, subject


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya's defence minister said on Wednesday that it would.", "Kenya's defence minister"),
        ("Warsaw sends none, the Polish prime minister repeated.", "the Polish prime minister"),
        ('"We stand ready," said President William Ruto.', "President William Ruto"),
        ('"We go," the envoy, a retired general, told reporters.', "the envoy"),
        ("The offer stands, according to a spokesman in Cotonou.", "a spokesman in Cotonou"),
        ("Four jets will fly, in the words of its defence minister.", "its defence minister"),
        ("In London, the defence secretary told MPs that it was ready.", "the defence secretary"),
        ("But on Tuesday he repeatedly denied that.", "he"),
        ("The chief of staff, who was wounded, confirmed the loss.", "The chief of staff"),
        ("The mayor was blunter: nobody will come.", "The mayor"),
        ("Zelensky's office: we never agreed.", "Zelensky's office"),
        ("Mali and Burkina Faso called on others to leave.", "Mali and Burkina Faso"),
        ("The U.S. said no.", "The U.S."),
    ],
)
def test_the_speaker_is_found(text: str, who: str) -> None:
    """Before the verb, after it, behind it, by *according to* and before a colon."""
    found = speaker(text, quotations(text))

    assert found is not None
    assert found.text == who
    assert text[found.span.start : found.span.end] == who


@pytest.mark.parametrize(
    "text",
    [
        "Reports of troops being surrounded were denied.",
        "The proposed force has a mandate.",
        "Nobody said a word.",
        "Rain fell on the harbour.",
        'They call it "the force they asked for".',
        "The battalion that it promised has arrived.",
    ],
)
def test_nobody_speaks_where_nothing_says_so(text: str) -> None:
    """A passive verb, an adjective and a noun are no verbs of saying."""
    assert speaker(text, quotations(text)) is None


def test_a_newspaper_that_relays_gives_way_to_who_spoke() -> None:
    """The word is the chancellor's, the television only carried it."""
    found = speaker("The chancellor says Berlin will wait, German television reports.")

    assert found is not None
    assert found.text == "The chancellor"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GENEVA (Agency) – Talks went on.", "Talks went on."),
        ("18.05 Still no sign.", "Still no sign."),
        ("Question: How many?", "How many?"),
        ("Talks – at last – went on.", "Talks – at last – went on."),
    ],
)
def test_where_and_when_a_text_was_written_is_left_aside(text: str, told: str) -> None:
    """A dateline is nobody's statement."""
    assert text[dateline(text) :] == told


def test_the_subject_comes_after_adjuncts_and_conjunctions() -> None:
    """*In Rome* tells where, *but* joins."""
    text = "But on Monday, in Rome, Italy said no."

    assert text[slice(*subject(text))] == "Italy said no."
