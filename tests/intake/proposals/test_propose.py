"""Statements are proposed clause by clause and speaker by speaker."""

from datetime import date

import pytest

from guarantor.intake.propose import propose
from guarantor.model import Attribution, Firmness, Stance, Standing
from tests.intake.proposals.making import DAY, document, only, proposed


def test_one_sentence_may_hold_two_statements() -> None:
    """By clause: a refusal and an offer, each firm in its own way."""
    text = "Poland refuses to send soldiers, but would help with logistics, Donald Tusk said."
    refusal, offer = proposed(text)

    assert (refusal.stance, refusal.kind) == (Stance.REFUSED, "troops")
    assert (offer.stance, offer.kind) == (Stance.PLEDGED, "logistics")
    assert {refusal.speaker_parties, offer.speaker_parties} == {("POL",)}


def test_who_speaks_at_the_end_spoke_all_the_sentence() -> None:
    """Up to a semicolon: beyond it another may have spoken."""
    text = (
        "Belgian soldiers will not go; Belgian engineers will be sent, but no Belgian doctors "
        "will be lent, Theo Francken said."
    )
    before, offer, refusal = proposed(text)

    assert before.speaker == ""
    assert offer.speaker == refusal.speaker == "Theo Francken"
    assert (offer.stance, refusal.stance) == (Stance.PLEDGED, Stance.REFUSED)


def test_who_speaks_before_a_colon_speaks_all_that_follows() -> None:
    """A ticker's way to quote."""
    text = "Polish defence ministry: Poland will train pilots, but it will not send soldiers."

    assert [one.speaker for one in proposed(text)] == ["Polish defence ministry"] * 2


def test_a_sentence_beyond_all_prose_is_not_read() -> None:
    """A list of two thousand characters is a table that lost its lines."""
    item = "Kenya will send 850 police officers and "

    assert proposed(item * 60) == ()
    assert len(proposed(item * 2)) == 1


def test_an_offer_is_read_in_full() -> None:
    """Speaker, party, office, amount, unit, firmness, day and attribution."""
    found = only(
        "Kenya's defence minister said on Wednesday that Nairobi would send up to 850 police "
        "officers to Haiti."
    )

    assert found.speaker == "Kenya's defence minister"
    assert found.speaker_parties == found.about == ("KEN",)
    assert found.standing is Standing.MINISTER
    assert (found.stance, found.kind) == (Stance.PLEDGED, "police")
    assert found.firmness is Firmness.PLEDGED
    assert (found.quantity, found.unit) == ("850", "persons")
    assert found.said_on == date(2025, 3, 12)
    assert found.attribution is Attribution.NAMED
    assert not found.is_quoted
    assert found.rule


def test_a_day_to_come_is_not_the_day_it_was_said() -> None:
    """Troops leave on the 28th; when that was said, nobody tells."""
    found = only("Uganda will send 400 soldiers by 28 March, its president said.")

    assert found.said_on is None
    assert [(one.text, one.day) for one in found.days] == [("28 March", date(2025, 3, 28))]


def test_without_the_documents_day_nothing_is_reckoned() -> None:
    """*On Wednesday* of which week?"""
    found = only("Kenya's president said on Wednesday that it would send doctors.", dated=None)

    assert found.said_on is None
    assert [one.day for one in found.days] == [None]


def test_a_condition_makes_an_offer_conditional_and_meets_its_proposition() -> None:
    """The offer is as firm as its words; the condition is kept in words and as an expression."""
    (found,) = proposed(
        "Norway is ready to send a field hospital once a peace agreement is signed, "
        "its prime minister said.",
        propositions={"peace_agreement": "A peace agreement is signed"},
    )

    assert found.stance is Stance.CONDITIONAL
    assert found.firmness is Firmness.SIGNALLED
    assert found.condition == "once a peace agreement is signed"
    assert found.expression == "peace_agreement"
    assert (found.kind, found.quantity, found.unit) == ("medical", "1", "hospitals")


def test_a_pronoun_speaks_for_the_last_fitting_speaker() -> None:
    """*He* is a person, *it* a body."""
    text = (
        "Germany's defence minister said that Berlin will train two brigades. "
        "He declined to say where."
    )
    offer, kept_back = proposed(text)

    assert kept_back.stance is Stance.UNDISCLOSED
    assert kept_back.speaker_parties == offer.speaker_parties == ("DEU",)
    assert kept_back.speaker == "Germany's defence minister"


def test_a_denial_in_the_passive_has_no_speaker() -> None:
    """Who denied it, the text does not say."""
    found = only("Reports of Ugandan soldiers being surrounded were denied.")

    assert (found.stance, found.kind) == (Stance.DENIED, "encirclement")
    assert found.speaker == ""
    assert found.speaker_parties == ()
    assert found.about == ("UGA",)
    assert found.standing is Standing.PRESS


def test_those_asked_are_whom_a_request_is_about() -> None:
    """The request is Kinshasa's, the soldiers would be Angola's."""
    found = only("Kinshasa asked Angola for 500 soldiers.")

    assert found.stance is Stance.REQUESTED
    assert (found.speaker_parties, found.about) == (("COD",), ("AGO",))
    assert (found.quantity, found.unit) == ("500", "persons")
    assert found.firmness is None


def test_quoted_words_are_the_speakers_own() -> None:
    """The rest is the writer's."""
    found = only('"We will send engineers," the Croatian foreign minister said.')

    assert found.is_quoted
    assert found.speaker_parties == ("HRV",)


def test_an_office_without_a_state_is_of_the_place_that_the_sentence_names() -> None:
    """The defence secretary in London is Britain's."""
    found = only("In London, the defence secretary said that it will train pilots.")

    assert found.speaker_parties == ("GBR",)
    assert found.standing is Standing.MINISTER


def test_what_the_writer_tells_of_a_partys_words_is_that_partys_statement() -> None:
    """Suspending is an act of words; that troops are there is the writer's own."""
    suspended = only("Serbia has suspended its patrols.")
    there = only("Uganda has deployed 1,000 soldiers.")

    assert (suspended.stance, suspended.speaker_parties) == (Stance.SUSPENDED, ("SRB",))
    assert suspended.firmness is Firmness.SUSPENDED
    assert (there.stance, there.speaker_parties) == (Stance.ASSERTED, ())
    assert (there.about, there.firmness) == (("UGA",), Firmness.DELIVERED)


def test_officials_without_a_name_are_anonymous() -> None:
    """And a spokesman is a spokesman."""
    unnamed = only("Canada will send doctors, officials in Ottawa said.")
    spokesman = only("Canada will send doctors, a government spokesman in Ottawa said.")

    assert unnamed.attribution is Attribution.ANONYMOUS
    assert spokesman.attribution is Attribution.SPOKESPERSON
    assert spokesman.standing is Standing.SPOKESPERSON


@pytest.mark.parametrize(
    "text",
    [
        "A light rain had fallen over the harbour all morning.",
        "The mission was established in 2011.",
        "He has served in four missions.",
        "The capital's main port was built in the nineteenth century.",
        "How many soldiers will Kenya send?",
        "",
    ],
)
def test_background_weather_and_questions_hold_no_statement(text: str) -> None:
    """Every false proposal costs a reviewer a decision."""
    assert proposed(text) == ()


def test_a_repeated_passage_gives_its_statements_once_at_its_first_place() -> None:
    """A page repeats itself; nobody says more for it."""
    line = "Kenya will send 850 police officers, its president said."
    text = f"{line}\nTalks went on.\n{line}"
    found = [one for one in proposed(text) if one.kind == "police"]

    assert [one.span for one in found] == [(0, len(line))]


def test_boilerplate_holds_no_statement() -> None:
    """Menus and calls to subscribe are of the page."""
    text = (
        "Kenya will send police, its president said.\nItaly will send troops, its president said."
    )
    found = propose(document(text, boilerplate=1), dated=DAY, parties={}, propositions={})

    assert [one.about for one in found] == [("KEN",)]


def test_the_operations_parties_settle_who_speaks() -> None:
    """Of both Koreas one is a party."""
    (found,) = proposed("Korea said it will send doctors.", parties={"KOR": "South Korea"})

    assert found.speaker_parties == ("KOR",)


def test_a_speaker_that_may_be_two_stays_open_and_it_is_said() -> None:
    """A person decides."""
    found = only("Korea said it will send doctors.")

    assert found.speaker_parties == ()
    assert "KOR" in found.note
    assert "PRK" in found.note


def test_the_operations_own_capability_is_the_kind_where_it_is_named() -> None:
    """Its word comes before what the words beside it would tell."""
    text = "Japan will give money for airlift, its prime minister said."
    (found,) = propose(
        document(text), dated=DAY, parties={}, propositions={}, capabilities=["airlift"]
    )

    assert found.kind == "airlift"


def test_what_two_states_did_together_is_about_both() -> None:
    """*The two nations* are those named last."""
    text = (
        "The envoy praised relations between Armenia and Azerbaijan, "
        "where a 30-day ceasefire was agreed by the two nations."
    )
    found = proposed(text)[-1]

    assert (found.stance, found.kind) == (Stance.ASSERTED, "ceasefire")
    assert found.about == ("ARM", "AZE")
    assert (found.quantity, found.unit) == ("30", "days")


def test_rebels_speak_for_no_state() -> None:
    """An armed group is no party that has a code."""
    found = only("Ugandan rebels announced that they will release prisoners.")

    assert found.standing is Standing.ARMED_GROUP
    assert found.speaker_parties == ()
