"""States, organisations, seats, groups and places are found by name, in their own spelling."""

import itertools
from datetime import date

import pytest

from guarantor.intake.actors import Mention, Recognised, mentions

DAY = date(2025, 3, 15)


def named(text: str, **parties: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words that stand for a party, and the parties."""
    found = mentions(text, on=DAY, parties=parties)
    return [(text[one.span.start : one.span.end], one.codes) for one in found]


def only(text: str, **parties: str) -> Mention:
    """Return the one mention of a text."""
    (found,) = mentions(text, on=DAY, parties=parties)
    return found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kenya", "KEN"),
        ("the Republic of Moldova", "MDA"),
        ("the Democratic People's Republic of Korea", "PRK"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Côte d'Ivoire", "CIV"),
        ("the U.S.", "USA"),
        ("Poles", "POL"),
        ("South Sudanese", "SSD"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Downing Street", "GBR"),
        ("the Kremlin", "RUS"),
        ("the Élysée", "FRA"),
        ("the White House", "USA"),
        ("the Sejm", "POL"),
        ("the Security Council", "XUN"),
        ("NATO", "XNA"),
        ("the European Commission", "XEU"),
        ("the OSCE", "XOS"),
        ("ECOWAS", "XEC"),
        ("the coalition of the willing", "XCW"),
        ("M23", "COD"),
        ("Gaza", "PSE"),
    ],
)
def test_a_name_stands_for_its_party(words: str, code: str) -> None:
    """The codes are ISO 3166 alpha-3, those of organisations begin with X."""
    assert only(f"They asked {words} for help.").code == code


def test_us_is_a_state_only_in_capitals() -> None:
    """Else every sentence with the pronoun would name the United States."""
    assert named("They told us that the US agreed.") == [("US", ("USA",))]


def test_a_name_within_a_word_is_no_name() -> None:
    """*Oman* stands in *woman*, *Chad* in *Chadha*."""
    assert named("A woman named Chadha left the Romani camp in Malifax.") == []


@pytest.mark.parametrize(
    "text", ["American Samoa voted.", "The Washington Post wrote.", "Latin American food."]
)
def test_a_name_within_another_name_is_hidden(text: str) -> None:
    """None of these is the United States acting."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Georgia", ("GEO", "USA")),
        ("Congo", ("COD", "COG")),
        ("Korea", ("KOR", "PRK")),
        ("Brussels", ("BEL", "XEU")),
    ],
)
def test_an_ambiguous_name_keeps_all_its_candidates(name: str, codes: tuple[str, ...]) -> None:
    """A guess would put words into the wrong mouth."""
    found = only(f"Talks with {name} went on.")

    assert found.codes == codes
    assert not found.code
    assert found.note


def test_another_name_in_the_text_settles_an_ambiguous_one() -> None:
    """Goma lies in one of the two Congos, Tbilisi in one of the two Georgias."""
    assert ("Congo", ("COD",)) in named("Congo wants its soldiers out of Goma.")
    assert ("Georgia", ("GEO",)) in named("Georgia waits; Tbilisi says nothing.")


def test_the_united_states_in_a_text_do_not_make_georgia_a_state_of_theirs() -> None:
    """They are named in most texts about the other Georgia too."""
    assert ("Georgia", ("GEO", "USA")) in named("The US warned Georgia.")


def test_the_operations_parties_settle_an_ambiguous_name_and_it_is_said() -> None:
    """Of both Koreas one takes part in the operation."""
    found = only("Korea will send doctors.", KOR="South Korea")

    assert found.code == "KOR"
    assert "operation" in found.note


def test_two_candidates_among_the_parties_settle_nothing() -> None:
    """Both could be meant."""
    assert only("Brussels agreed.", BEL="Belgium", XEU="European Union").codes == ("BEL", "XEU")


def test_a_partys_own_name_is_recognised() -> None:
    """An operation may have parties that no table knows."""
    found = only("The Sahel Alliance met.", XSX="Sahel Alliance")

    assert (found.code, found.recognised) == ("XSX", Recognised.PARTY)


def test_polish_before_an_article_may_be_the_verb() -> None:
    """At the beginning of a sentence both are written with a capital."""
    assert not only("Polish the boots before the parade.").is_certain
    assert only("Polish soldiers stay at home.").code == "POL"


def test_a_name_that_is_part_of_a_persons_is_not_certain() -> None:
    """Neither man is a kingdom."""
    assert [one.code for one in mentions("He met Michael Jordan.", on=DAY)] == [""]
    assert [one.code for one in mentions("Then Jordan Reed spoke.", on=DAY)] == [""]
    assert only("Then Jordan spoke.").code == "JOR"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The European Union met. The Union will pay.", "Union", "XEU"),
        ("NATO met. Then the alliance agreed.", "alliance", "XNA"),
        ("The coalition of the willing met. Then the coalition agreed.", "coalition", "XCW"),
    ],
)
def test_a_short_name_means_what_the_text_named_before(text: str, words: str, code: str) -> None:
    """Alone it would be any union, any alliance."""
    assert (words, (code,)) in named(text)


def test_a_short_name_alone_means_nobody() -> None:
    """Nothing tells which union."""
    assert named("The union met.") == []
    assert named("The coalition government fell.") == []


def test_mentions_do_not_overlap_and_stand_in_order() -> None:
    """Each word stands for one party at most."""
    text = "UN Security Council members France, Britain and the US met Kenya's foreign minister."
    spans = [one.span for one in mentions(text, on=DAY)]

    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
