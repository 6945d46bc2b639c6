"""Facts are found by their shape: quotations, figures and names, in order."""

import pytest

from guarantor.intake.origins.facts import Fact, Kind, facts, long_words


def told(text: str) -> list[str]:
    """Return the facts of one passage, each behind the letter of its kind."""
    return [f"{fact.kind}:{fact.text}" for fact in facts([text])[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs 1,250 or 1.250 or 3.5 or 3,5 euros.", ["n:1250", "n:3.5"]),
        ("It took two weeks, twelve men and 1.3 million dollars.", ["m:2", "m:12", "n:1300000"]),
        ("Seventy lorries and five thousand men came in 2024.", ["n:70", "n:5000", "m:2024"]),
        ("It was signed on 14.03.2025.", ["n:14.03.2025"]),
        (
            "They said “we will not go home” there.",
            ["q:we will not", "q:will not go", "q:not go home"],
        ),
        ('A "huge amount" of it.', ["q:huge amount"]),
        ("A “word” alone.", []),
        ("Unclosed “we will stay", ["q:we will stay"]),
    ],
)
def test_figures_and_quotations(text: str, expected: list[str]) -> None:
    """Thousands are joined, words are numbers, a quotation is in pieces of three words."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Majura failed.", ["p:majura"]),
        ("Officials said nothing.", []),
        ("Karnov said so. Then Karnov left.", ["p:karnov"]),
        ("Ilse Karnov said so.", ["p:ilse", "p:karnov"]),
        ("He met Gen. Karnov’s staff on Monday.", ["p:gen", "p:karnov", "c:monday"]),
        ("In the end J. Doe left.", ["p:doe"]),
        ("“Nobody goes,” she said.", []),
        ("Bridges Fall As Army Leaves Town", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    """A capital counts where no sentence begins, and there where the word is a name elsewhere."""
    assert [fact for fact in told(text) if fact[0] in "pc"] == expected


def test_a_fact_is_told_once() -> None:
    """At its first place; a headline's capitals count where the text confirms them."""
    found = facts(
        ["Karnov Leaves Majura In Tears", "She left Majura, said Karnov, with 300 men.", "300"]
    )

    assert found == [
        [Fact(Kind.NAME, "karnov"), Fact(Kind.NAME, "majura")],
        [Fact(Kind.NUMBER, "300")],
        [],
    ]


def test_long_words_are_stems_and_no_names() -> None:
    """Each once, by passage; short words, names and numbers in words are left out."""
    named = facts(["The soldiers left Majura."])
    passages = [
        ["the", "soldiers", "left", "majura"],
        ["a", "soldier", "deployed", "seventeen", "12345"],
    ]

    assert long_words(passages, named) == [["soldi"], ["deploy"]]
