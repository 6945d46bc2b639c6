"""A fingerprint is small, made of the words alone, and the same wherever it is made."""

import pickle
import random
import sys
from dataclasses import fields

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import Fingerprint, origins
from guarantor.intake.origins.facts import Fact, Kind
from guarantor.intake.origins.wording import bare_words, mended, shingles, signature
from tests.intake.origins.making import printed
from tests.intake.origins.stories import LIGHT, ORIGINAL


def size(one: Fingerprint) -> int:
    """Return what a fingerprint takes in memory, with all that it refers to."""
    return sys.getsizeof(one) + sum(
        sys.getsizeof(getattr(one, field.name)) for field in fields(one)
    )


def test_a_document_takes_at_most_two_kilobytes() -> None:
    """A short article less than one and a half in the mean; of a book the beginning is kept."""
    writer = Writer(9)
    short = [size(printed(f"{number:06}.txt", writer.article())) for number in range(100)]
    book = "\n\n".join(writer.articles(200))
    quotes = "\n\n".join(f"“{' '.join(bare_words(book)[at : at + 9])}”" for at in range(600))

    assert sum(short) / len(short) < 1500
    assert max(size(printed("book.txt", text)) for text in (book, quotes)) <= 2048


def test_a_fingerprint_does_not_depend_on_the_process() -> None:
    """Python's own hashes of texts do; these values were taken in another process."""
    found = printed("a", ORIGINAL)

    assert found.body.hex() == "77577d4752fc5731aeda9fd15e7010b6"
    assert found.signature[:4].tobytes().hex() == "4997a039fe90749d"


def test_a_fingerprint_survives_the_way_to_a_worker_and_back() -> None:
    """It is plain data."""
    found = printed("a", ORIGINAL)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  our own


def test_broken_halves_of_characters_do_no_harm() -> None:
    """They come from files that lie about their encoding."""
    found = printed(
        "a", "A half \ud83d of “a pair \udc00 of halves” in Town \udfff and 3,000 more."
    )

    found.told.encode()
    assert origins([found])[0].documents == ("a",)


def test_the_facts_of_a_fingerprint_are_those_of_the_text() -> None:
    """Behind the place of their passage; a copied passage has the same hash."""
    found = printed("a", "Ilse Karnov sends 640 men.\n\nThe talks in Majura took 14 weeks.")

    assert list(found.facts) == [
        (0, Fact(Kind.NAME, "ilse")),
        (0, Fact(Kind.NAME, "karnov")),
        (0, Fact(Kind.NUMBER, "640")),
        (1, Fact(Kind.NAME, "majura")),
        (1, Fact(Kind.COMMON_NUMBER, "14")),
    ]
    hashes, words = found.passages
    assert words.tolist() == [5, 7]
    assert hashes[1] == printed("b", "the TALKS in Majura took 14 weeks").passages[0][0]


def test_words_are_split_the_same_way_in_every_script() -> None:
    """By hand: letters, digits and the underscore make words, whatever stands between them."""
    assert bare_words("“We’ll go”, Zoë-Ann said – 3.5%…") == "we ll go zoë ann said 3 5".split()  # noqa: SIM905  one by one it reads worse
    assert bare_words("a_b C-D\te") == ["a_b", "c", "d", "e"]
    assert mended("Zoe\u0308") == "Zoë"


def test_a_short_text_is_one_shingle() -> None:
    """Nothing has none."""
    assert shingles(["one", "two"]) == ["one two"]
    assert shingles([]) == []


def test_a_signature_estimates_the_likeness_of_sets() -> None:
    """Its standard error at 128 values is under 0.045; twenty pairs are off by less in the mean."""
    chance = random.Random(5)  # noqa: S311  no secret hangs on it
    errors = []
    for _ in range(20):
        common = [str(chance.random()) for _ in range(chance.randint(10, 200))]
        one = common + [str(chance.random()) for _ in range(50)]
        other = common + [str(chance.random()) for _ in range(80)]
        estimate = float((signature(one) == signature(other)).mean())
        errors.append(abs(estimate - len(common) / (len(common) + 130)))

    assert sum(errors) / len(errors) < 0.045


def test_an_edit_changes_the_body_but_not_much_of_the_signature() -> None:
    """Two thirds of the shingles are in both."""
    one, other = printed("a", ORIGINAL), printed("b", LIGHT)

    assert one.body != other.body
    assert 0.5 < float((one.signature == other.signature).mean()) < 0.8
