"""On whose word an offer hangs on something."""

from guarantor.brief.grounds import grounds, is_assumed, on_whose_word
from guarantor.brief.index import Index
from tests.brief.sample import sample


def test_the_strongest_way_counts_and_is_as_strong_as_its_weakest_step() -> None:
    """Alfland states the backstop; the ceasefire is assumed, and what it takes with it."""
    found = grounds(Index(sample()))

    assert found["alf-troops"] == {
        "backstop": "stated",
        "un_mandate": "stated",
        "ALF": "stated",
        "ceasefire": "assumed",
        "host_consent": "assumed",
        "north_accepts": "assumed",
        "south_accepts": "assumed",
    }
    assert found["cha-troops"]["BRA"] == "stated"
    assert found["cha-troops"]["troop_offers"] == "stated"


def test_grounds_that_differ_are_told_with_their_numbers() -> None:
    """Charland stated that it follows Bravia; Bravia's own offer is its own."""
    document = sample()
    assumed, stated = document["hangs_on"][0], document["hangs_on"][3]
    stated["lost"] = ["bra-troops", "cha-troops", "del-monitors"]

    found = grounds(Index(document))

    assert on_whose_word(assumed, found) == "as we assume"
    assert on_whose_word(stated, found) == "as stated 2, through others 1"
    assert is_assumed(assumed, found)
    assert not is_assumed(stated, found)
