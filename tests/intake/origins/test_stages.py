"""Copies, edits and rewritings are of one origin; reports of others are not."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import Stage, fingerprint, origins
from guarantor.intake.passages import passages
from tests.intake.origins import making, plain
from tests.intake.origins.making import document, printed
from tests.intake.origins.stories import (
    INDEPENDENT,
    LIGHT,
    NOTICE,
    ORIGINAL,
    OTHER,
    REWRITTEN,
)

Grouped = Callable[[Mapping[str, str]], list[tuple[str, ...]]]

twins = pytest.mark.parametrize("grouped", [making.grouped, plain.grouped], ids=["fast", "slow"])


@twins
def test_copies_are_of_one_origin_whatever_their_case_and_spaces(grouped: Grouped) -> None:
    """The same words are the same body."""
    copy = ORIGINAL.upper().replace(" ", "  ")

    assert grouped({"a": ORIGINAL, "b": copy, "c": OTHER}) == [("a", "b"), ("c",)]


@twins
def test_light_edits_are_of_one_origin(grouped: Grouped) -> None:
    """Some words differ in every paragraph."""
    assert grouped({"a": ORIGINAL, "b": LIGHT, "c": OTHER}) == [("a", "b"), ("c",)]


@twins
def test_a_rewriting_is_of_the_origin_that_it_retells(grouped: Grouped) -> None:
    """Hardly three words in a row are left, but the figures, the names and the quotation are."""
    assert grouped({"a": ORIGINAL, "b": REWRITTEN, "c": OTHER}) == [("a", "b"), ("c",)]


@twins
def test_an_independent_report_of_the_same_event_is_its_own_origin(grouped: Grouped) -> None:
    """It shares three names and has its own figures, persons and quotation."""
    found = grouped({"a": ORIGINAL, "b": REWRITTEN, "c": INDEPENDENT, "d": OTHER})

    assert found == [("a", "b"), ("c",), ("d",)]


@twins
@pytest.mark.parametrize(("share", "least"), [(0.0, 24), (0.05, 24), (0.15, 22)])
def test_edited_articles_find_their_originals(grouped: Grouped, share: float, least: int) -> None:
    """All copies, all with 5 % of the words edited, and nine of ten with 15 %; no other pair."""
    writer = Writer(11)
    texts = {f"{number:02}": writer.article() for number in range(24)}
    edited = {f"{name} edited": writer.edited(text, share) for name, text in texts.items()}

    found = grouped(texts | edited)

    assert sum(group == (name, f"{name} edited") for name in texts for group in found) >= least
    assert all(len({name[:2] for name in group}) == 1 for group in found)


def test_the_reason_says_what_holds_a_document() -> None:
    """In one sentence each; of the 107 runs of three words in a and c, 71 are in both: 66 %."""
    [found] = origins(
        [
            printed("a", ORIGINAL, date(2024, 5, 3)),
            printed("b", ORIGINAL.upper(), date(2024, 5, 4)),
            printed("c", LIGHT, date(2024, 5, 4)),
            printed("d", REWRITTEN, date(2024, 5, 5)),
        ]
    )

    links = {link.document: link for link in found.links}

    assert {name: links[name].stage for name in "bcd"} == {
        "b": Stage.EXACT,
        "c": Stage.LIGHT,
        "d": Stage.STORY,
    }
    assert {link.other for link in found.links} == {"a"}
    assert links["b"].reason == "it says the same as a, word for word"
    assert links["c"].reason == (
        "it has the words of a with edits: of all runs of three words in either, 65% are in both"
    )
    assert links["d"].reason == (
        "it tells the rare facts of a: weighed by rarity, 80% of the one with less are in both, "
        "among them 4 pieces of quotations, 3 figures, 2 common figures, 6 names, 2 common names, "
        "such as 300, 640, 84000000"
    )
    assert found.reason == (
        "beside a: one other says the same word for word; one other has the words with edits; "
        "one other tells the same rare facts"
    )
    assert found.reason_of("d") == links["d"].reason
    assert found.reason_of("a") == found.reason


def test_one_that_is_alone_says_so() -> None:
    """Absence of a likeness is said as well."""
    [found] = origins([printed("a", OTHER)])

    assert found.reason == (
        "alone: no other document here repeats its words or most of its rare facts"
    )
    assert found.links == ()


def test_documents_without_words_are_alone_each() -> None:
    """Nothing is no likeness; two files with the very same marks are copies all the same."""
    found = origins([printed("a", "…"), printed("b", "!?"), printed("c", ""), printed("d", "…")])

    assert sorted(one.documents for one in found) == [("a",), ("b",), ("c",), ("d",)]
    assert {one.reason for one in found} == {"alone: it has no words of its own to compare"}


def test_boilerplate_leaves_no_trace() -> None:
    """What the readers marked counts neither for words nor for facts."""
    made = [
        document("a", f"{ORIGINAL}\n\n{NOTICE}", boilerplate=[NOTICE]),
        document("b", f"{OTHER}\n\n{NOTICE}", boilerplate=[NOTICE]),
        document("c", f"{NOTICE}\n\n{REWRITTEN}", boilerplate=[NOTICE]),
    ]

    found = origins([fingerprint(one, passages(one)) for one in made])

    assert sorted(tuple(sorted(one.documents)) for one in found) == [("a", "c"), ("b",)]


def test_pages_of_nothing_but_boilerplate_are_copies_at_most() -> None:
    """They are not alike for it, unless they say the same."""
    made = [
        document("a", NOTICE, boilerplate=[NOTICE]),
        document("b", NOTICE, boilerplate=[NOTICE]),
        document("c", NOTICE + " Bye.", boilerplate=[NOTICE + " Bye."]),
    ]

    found = origins([fingerprint(one, passages(one)) for one in made])

    assert sorted(tuple(sorted(one.documents)) for one in found) == [("a", "b"), ("c",)]


@pytest.mark.parametrize("count", [2, 3, 12])
def test_a_notice_that_a_site_puts_on_every_page_makes_no_two_alike(count: int) -> None:
    """It is most of each page, and no reader told it apart."""
    writer = Writer(3)
    bodies = [writer.article((2, 3)) for _ in range(count)]
    texts = {f"{number:02}": f"{NOTICE}\n\n{text}" for number, text in enumerate(bodies)}
    texts["copy"] = f"{bodies[0]}\n\n{NOTICE}"

    expected = [("00", "copy"), *((f"{number:02}",) for number in range(1, count))]
    assert making.grouped(texts) == expected


def test_short_pages_under_one_long_notice_are_not_alike() -> None:
    """Two thirds of the words are the notice; three strangers have it, so it is the site's."""
    shorts = {
        "a": "The bridge at Pelim was opened on Monday by two lorries, a goat and a brass band.",
        "b": "Wheat prices in Harle rose again, traders said, because the spring had been dry.",
        "c": "A committee of seven will look at the rules for ferries before the summer begins.",
        "d": "Nobody was hurt when the roof of the old theatre came down in the storm at night.",
    }

    found = making.grouped({name: f"{text}\n\n{NOTICE}" for name, text in shorts.items()})

    assert found == [("a",), ("b",), ("c",), ("d",)]


def test_a_copy_with_a_paragraph_more_is_a_copy() -> None:
    """Whole passages that both have count where they are the document."""
    longer = f"{ORIGINAL}\n\nReaders have written to us about ferries, and we thank them for it."

    assert making.grouped({"a": ORIGINAL, "b": longer}) == [("a", "b")]


def test_a_wire_report_that_three_papers_print_is_one_origin() -> None:
    """Each puts a paragraph of its own before it; a notice quotes nobody, a report does."""
    heads = """Our readers will remember the long dispute about the ferries, which began in winter
when the ice broke early and took a pier along with two boats and a hut for bait.
From our own staff: the town hall keeps its flags at half mast for the mayor, who died on Sunday
after a short illness and leaves a garden that all the children know.
What moves the region today, beside a fair with thirty stalls and the closing of the last mill on
the upper road, is told by the agency in the lines that come below.""".splitlines()
    heads = [f"{one} {other}" for one, other in zip(heads[::2], heads[1::2], strict=True)]
    texts = {str(number): f"{head}\n\n{ORIGINAL}" for number, head in enumerate(heads)}

    assert making.grouped(texts) == [("0", "1", "2")]


def test_reports_of_other_days_do_not_retell_one_another() -> None:
    """Eleven days apart they are two; ten days apart, or where one bears no day, they are one."""
    first = printed("a", ORIGINAL, date(2024, 5, 3))

    def count(dated: date | None) -> int:
        return len(origins([first, printed("b", REWRITTEN, dated)]))

    assert [count(date(2024, 5, 14)), count(date(2024, 5, 13)), count(None)] == [2, 1, 1]


def test_copies_of_another_day_are_copies() -> None:
    """Whatever the days: a copy is one by its words."""
    found = origins(
        [printed("a", ORIGINAL, date(2024, 5, 3)), printed("b", LIGHT, date(2025, 5, 3))]
    )

    assert [one.documents for one in found] == [("a", "b")]
