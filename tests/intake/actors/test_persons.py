"""Office holders are found by the day: whoever held the office then is meant."""

from datetime import date

import pytest

from guarantor.intake.actors import mentions, read
from guarantor.model import Standing

MARCH = date(2025, 3, 15)


@pytest.mark.parametrize(
    ("day", "chancellor"),
    [
        (date(2021, 12, 7), "Angela Merkel"),
        (date(2021, 12, 8), "Olaf Scholz"),
        (date(2025, 5, 5), "Olaf Scholz"),
        (date(2025, 5, 6), "Friedrich Merz"),
    ],
)
def test_the_chancellor_is_who_held_the_office_on_that_day(day: date, chancellor: str) -> None:
    """Scholz took over on 8 December 2021, Merz on 6 May 2025; the last day is not included."""
    (found,) = mentions("The German chancellor declined.", on=day)

    assert (found.code, found.person) == ("DEU", chancellor)


def test_a_surname_alone_names_who_held_an_office_on_the_day() -> None:
    """Sunak was prime minister until 5 July 2024."""
    assert [one.code for one in mentions("Sunak agreed.", on=date(2024, 7, 4))] == ["GBR"]
    assert mentions("Sunak agreed.", on=date(2024, 7, 5)) == ()


def test_one_person_may_speak_for_two_parties_at_different_times() -> None:
    """Rutte led the Dutch government until 2 July 2024, and NATO from 1 October."""
    (before,) = mentions("Mark Rutte warned Moscow's allies."[:10], on=date(2024, 6, 1))
    (after,) = mentions("Mark Rutte", on=date(2024, 11, 1))

    assert (before.code, before.standing) == ("NLD", Standing.HEAD_OF_GOVERNMENT)
    assert (after.code, after.standing) == ("XNA", Standing.INTERNATIONAL_ORGANISATION)


def test_without_a_day_such_a_person_stays_open() -> None:
    """Nobody gave the day, so nobody knows for whom he spoke."""
    (found,) = mentions("Mark Rutte warned.", on=None)

    assert set(found.codes) == {"NLD", "XNA"}


def test_a_former_holder_is_named_without_the_office() -> None:
    """Theresa May is a person of that state, and speaks for no office in 2025."""
    (found,) = mentions("Theresa May called it a mistake.", on=MARCH)

    assert found.code == "GBR"
    assert found.standing is None
    assert not found.office
    assert found.note


def test_a_surname_that_is_a_word_needs_a_title_or_a_full_name() -> None:
    """*May* begins sentences and months."""
    day = date(2017, 3, 15)

    assert mentions("May is a cold month there.", on=day) == ()
    assert [one.code for one in mentions("Mrs May agreed.", on=day)] == ["GBR"]


def test_a_given_name_before_a_surname_makes_it_somebody_elses() -> None:
    """Anna Scholz was never chancellor."""
    assert mentions("Then Anna Scholz spoke.", on=MARCH) == ()


def test_an_unknown_person_bears_the_office_that_the_text_gives() -> None:
    """The table cannot know everybody; later the surname is enough."""
    text = "Kenyan Defence Minister Amina Wanjiru spoke first. Wanjiru then left."
    first, again = mentions(text, on=MARCH)

    assert (first.code, first.person, first.standing) == (
        "KEN",
        "Amina Wanjiru",
        Standing.MINISTER,
    )
    assert (again.code, again.person) == ("KEN", "Amina Wanjiru")
    assert text[again.span.start : again.span.end] == "Wanjiru"


def test_an_office_behind_a_name_introduces_the_person_too() -> None:
    """*Name, the office,* is as common as *office name*."""
    text = "Elena Petrova, the Bulgarian foreign minister, waited. Petrova smiled."
    found = mentions(text, on=MARCH)

    assert {one.code for one in found} == {"BGR"}
    assert text[found[-1].span.start : found[-1].span.end] == "Petrova"


@pytest.mark.parametrize(
    ("words", "code", "standing"),
    [
        ("the German defence minister", "DEU", Standing.MINISTER),
        ("the Polish prime minister", "POL", Standing.HEAD_OF_GOVERNMENT),
        ("the president of Armenia", "ARM", Standing.HEAD_OF_STATE),
        ("Kenya's new foreign minister", "KEN", Standing.MINISTER),
        ("officials in Washington", "USA", Standing.OFFICIAL),
        ("a spokeswoman for the Bulgarian government", "BGR", Standing.SPOKESPERSON),
        ("the NATO secretary general", "XNA", Standing.INTERNATIONAL_ORGANISATION),
        ("Ugandan rebels", "UGA", Standing.ARMED_GROUP),
        ("Georgian lawmakers", "GEO", Standing.LEGISLATOR),
    ],
)
def test_an_office_takes_its_party_from_beside_it(
    words: str, code: str, standing: Standing
) -> None:
    """Demonym, possessive, *of* and *in* all tell whose office it is."""
    (found,) = mentions(f"Yesterday {words} disagreed.", on=MARCH)

    assert (found.code, found.standing) == (code, standing)


def test_an_office_that_names_no_party_is_read_but_mentions_none() -> None:
    """Who *the defence secretary* is, the context has to tell."""
    text = "The defence secretary spoke."

    assert mentions(text, on=MARCH) == ()
    assert [one.office for one in read(text, on=MARCH, parties={})] == ["defence secretary"]


@pytest.mark.parametrize("text", ["A general ceasefire holds.", "An official visit ended."])
def test_a_word_that_only_describes_is_no_office(text: str) -> None:
    """No general and no official speaks there."""
    assert read(text, on=MARCH, parties={}) == ()


def test_a_title_makes_a_common_surname_sure() -> None:
    """*Bush* alone is a plant."""
    day = date(2003, 3, 1)

    assert mentions("A burning bush. Bush fires spread.", on=day) == ()
    assert [one.code for one in mentions("President Bush agreed.", on=day)] == ["USA"]
    assert [one.code for one in mentions("The Bush administration agreed.", on=day)] == ["USA"]
