"""Phrases are found as a plain reader would find them, and fast."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.actors import read
from guarantor.intake.actors.matching import Found, Phrases, Token, plain, tokens

WORDS = st.sampled_from(["Ae", "ae", "B", "b", "Cé", "ce", "US", "us", "U.S."])
TABLE = ["Ae", "Ae B", "B Cé", "b", "US", "Ae B Cé", "ce Ae"]


def slowly(text: str, words: list[Token], phrases: list[str]) -> list[tuple[int, int, str]]:
    """Return the longest phrase at each place, left to right, comparing everything."""
    found: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        fitting = []
        for phrase in phrases:
            wanted = tokens(phrase)
            there = words[index : index + len(wanted)]
            is_same = len(there) == len(wanted) and all(
                one.key == other.key and spelled(one.text, other.text)
                for one, other in zip(there, wanted, strict=True)
            )
            if is_same and all(
                text[one.end : other.start] in {" ", "-"} for one, other in pairwise(there)
            ):
                fitting.append((len(wanted), phrase))
        if fitting:
            length, phrase = max(fitting)
            found.append((index, index + length, phrase))
            index += length
        else:
            index += 1
    return found


def spelled(word: str, wanted: str) -> bool:
    """Tell whether a word is written as its table has it."""
    if len(wanted) > 1 and wanted.isupper():
        return word.isupper()
    return word[0].isupper() or not wanted[0].isupper()


@given(st.lists(WORDS, max_size=12), st.sampled_from([" ", "-"]))
def test_phrases_are_found_as_by_comparing_everything(parts: list[str], joint: str) -> None:
    """The slow twin compares each phrase at each word."""
    text = joint.join(parts)
    words = tokens(text)
    found: list[Found[str]] = list(Phrases((one, one) for one in TABLE).all(text, words))

    assert [(one.first, one.after, one.payload) for one in found] == slowly(text, words, TABLE)


@given(st.text(max_size=40))
def test_words_stand_where_they_say(text: str) -> None:
    """Dots of an abbreviation are left out of the word, not of its place."""
    for word in tokens(text):
        assert text[word.start : word.end].replace(".", "") == word.text
        assert plain(word.text) == word.key


def test_five_megabytes_a_minute_are_read() -> None:
    """A folder of a hundred thousand articles has about half a gigabyte."""
    text = (
        "The German chancellor told Kyiv that NATO, Poland and the U.S. agreed on Monday. " * 1500
    )
    read(text[:200], on=None, parties={})
    begun = time.process_time()

    read(text, on=None, parties={})

    assert len(text) / (time.process_time() - begun) > 5_000_000 / 60
