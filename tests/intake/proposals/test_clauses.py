"""Clauses part where another statement begins, and nowhere else."""

import pytest

from guarantor.intake.clauses import clauses, quotations


@pytest.mark.parametrize(
    "parts",
    [
        ["Poland refuses to send soldiers", "but would help with logistics."],
        ["Kyiv agreed to the plan", "Moscow rejected it."],
        ["Talks were held on Monday", "yet nothing was signed."],
        ["While France offers troops", "Italy wants to send none."],
    ],
)
def test_two_statements_are_two_clauses(parts: list[str]) -> None:
    """A reader would record each of them."""
    marks = {"Kyiv": "; ", "Talks": ", ", "While": ", ", "Poland": ", "}
    text = marks[parts[0].split()[0]].join(parts)

    assert [text[start:end] for start, end in clauses(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Ghana could provide engineers, but only after its parliament has voted.",
        "It said that it could take part, but that it would need a mandate first.",
        "Norway, Sweden and Denmark will send doctors.",
        "If Kenya agrees, Uganda will send a battalion.",
        '"We will go, but we will not stay," he said.',
        "He went home; yes.",
        'While "talks, however slow, go on," he waits.',
        "While he waits, rain.",
        "Kenya will send police, and Uganda in May.",
        "Although asked, he left.",
    ],
)
def test_what_only_limits_a_statement_stays_with_it(text: str) -> None:
    """Conditions, lists and quoted words are no statements of their own."""
    assert len(clauses(text)) == 1


def test_a_clause_after_while_ends_at_the_comma_behind_its_verb() -> None:
    """Not at one within quotation marks, nor before it has a verb."""
    text = 'While the "new, larger" force is ready, Rome has sent nobody.'

    assert [text[a:b] for a, b in clauses(text)] == [
        'While the "new, larger" force is ready',
        "Rome has sent nobody.",
    ]


def test_what_goes_with_a_promise_is_a_clause() -> None:
    """Aid is one thing, sanctions are another."""
    text = "They agreed to keep up aid while tightening sanctions on Moscow."

    assert [text[a:b] for a, b in clauses(text)] == [
        "They agreed to keep up aid",
        "while tightening sanctions on Moscow.",
    ]


def test_quotations_are_told_without_their_marks() -> None:
    """Curly, straight and single marks; an apostrophe is none."""
    text = '“We go,” it’s said. "We stay," isn\'t.'

    assert [text[a:b] for a, b in quotations(text)] == ["We go,", "We stay,"]
