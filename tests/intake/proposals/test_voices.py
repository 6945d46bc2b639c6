"""Who stands behind the words that name a speaker."""

import pytest

from guarantor.model import Attribution, Standing
from tests.intake.proposals.making import only, proposed


@pytest.mark.parametrize(
    ("speaker", "party", "standing"),
    [
        ("Ghana's parliament", ("GHA",), Standing.PARLIAMENT),
        ("the Senate in Bogota", ("COL",), Standing.PARLIAMENT),
        ("a Kenyan court", ("KEN",), Standing.COURT),
        ("Georgia's opposition", (), Standing.OPPOSITION),
        ("Polish lawmakers", ("POL",), Standing.LEGISLATOR),
        ("the UN mission", ("XUN",), Standing.INTERNATIONAL_ORGANISATION),
        ("Kyiv", ("UKR",), Standing.OFFICIAL),
        ("Hamas", (), Standing.ARMED_GROUP),
        ("a rebel spokesman", (), Standing.ARMED_GROUP),
        ("Zelensky's office", ("UKR",), Standing.SPOKESPERSON),
        ("a newspaper in Rome", (), Standing.PRESS),
    ],
)
def test_a_speaker_has_a_party_and_a_standing(
    speaker: str, party: tuple[str, ...], standing: Standing
) -> None:
    """Georgia may be two, so its opposition's party is left open; an armed group has no code."""
    found = only(f"The force will not get more soldiers, {speaker} said.")

    assert found.speaker == speaker
    assert found.standing is standing
    assert found.speaker_parties == party


def test_she_is_the_last_person_named_where_nobody_spoke_before() -> None:
    """The commander has not said a word yet."""
    text = "Colonel Mary Otieno of the Kenyan army was tired. She denied that the base had fallen."
    found = proposed(text)[-1]

    assert found.speaker == "Mary Otieno"


def test_it_is_the_last_body_that_spoke() -> None:
    """A person spoke in between; *it* is not the minister."""
    text = (
        "Moldova's government said that it will send doctors. "
        "Norway's prime minister said that he will pay. "
        "It denied that money was short."
    )
    found = proposed(text)[-1]

    assert found.speaker == "Moldova's government"
    assert found.speaker_parties == ("MDA",)


def test_a_pronoun_without_anybody_before_it_names_nobody() -> None:
    """The text does not say who *it* is."""
    found = only("It denied that soldiers had crossed the border.")

    assert found.speaker == ""
    assert found.speaker_parties == ()


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Jamaica will send police, its prime minister said.", ("JAM",)),
        ("The observers' chief, a Norwegian brigadier, said that it will send monitors.", ("NOR",)),
        ("In Kampala, a presidential adviser said that it will send troops.", ("UGA",)),
        ("Canada will send doctors, two diplomats said.", ()),
        ("Kenya and Uganda said that they will send troops.", ("KEN", "UGA")),
        ("Kenyan officials with their Ugandan guests said that they will send troops.", ("KEN",)),
    ],
)
def test_the_sentence_tells_whose_office_it_is(text: str, party: tuple[str, ...]) -> None:
    """*Its*, an apposition, the place; two unnamed diplomats may be anybody's."""
    assert only(text).speaker_parties == party


def test_an_office_named_again_is_of_the_same_party() -> None:
    """*The minister* is the one who spoke before."""
    text = (
        "Kenya's defence minister said that police will be sent. Rain fell on Uganda. "
        "The minister declined to give a date."
    )
    found = proposed(text)[-1]

    assert found.speaker_parties == ("KEN",)
    assert found.standing is Standing.MINISTER


def test_a_mission_that_names_no_body_is_of_the_one_the_text_names() -> None:
    """The United Nations are the only organisation here."""
    text = "The United Nations met. The force commander denied that the base had fallen."
    found = proposed(text)[-1]

    assert found.speaker_parties == ("XUN",)
    assert found.standing is Standing.INTERNATIONAL_ORGANISATION


def test_where_two_bodies_are_named_as_often_it_stays_open() -> None:
    """Whose mission?"""
    text = "The UN met. NATO met. The head of mission denied that the base had fallen."

    assert proposed(text)[-1].speaker_parties == ()


@pytest.mark.parametrize(
    ("speaker", "attribution"),
    [
        ("the Kenyan defence minister", Attribution.NAMED),
        ("Kenyan President William Ruto", Attribution.NAMED),
        ("Kenya's government", Attribution.COLLECTIVE),
        ("Kenya's parliament", Attribution.COLLECTIVE),
        ("a Kenyan government source", Attribution.ANONYMOUS),
        ("a Kenyan foreign ministry spokesman", Attribution.SPOKESPERSON),
    ],
)
def test_how_a_word_is_attributed(speaker: str, attribution: Attribution) -> None:
    """A name or an office is a named source; *officials* and *sources* are not."""
    assert only(f"Police will be sent, {speaker} said.").attribution is attribution


def test_who_goes_on_speaking_in_the_same_sentence() -> None:
    """A resolution's verbs all have the same subject."""
    text = (
        "The Security Council decides to extend the mandate; calls upon Mali to lift the ban; "
        "rejects as unfounded the claim that patrols were fired on."
    )

    assert {one.speaker_parties for one in proposed(text)} == {("XUN",)}


def test_quoted_words_alone_are_of_whoever_spoke_last() -> None:
    """The paragraph goes on quoting."""
    text = 'The Kenyan foreign minister said that it will help. "We will send fifty doctors."'
    found = proposed(text)[-1]

    assert found.is_quoted
    assert found.speaker_parties == ("KEN",)


def test_what_others_must_do_is_a_request() -> None:
    """What one must do oneself is none."""
    others = only("France said that Mali must hold elections.")

    assert others.stance.value == "requested"
    assert (others.speaker_parties, others.about) == (("FRA",), ("MLI",))


def test_what_is_said_not_to_be_so_is_denied_by_who_says_it() -> None:
    """Told by the writer alone it is no denial."""
    assert only("Armenia says it has not closed the border crossing to troops.").stance.value == (
        "denied"
    )
    assert proposed("The harbour has not been dredged.") == ()


def test_to_leave_if_something_goes_on_is_a_threat_and_no_withdrawal() -> None:
    """Nothing has been taken back yet."""
    found = only("Kenya warned that it would take its soldiers home if the attacks went on.")

    assert found.stance.value == "conditional"
    assert found.condition == "if the attacks went on"


def test_what_is_kept_until_something_happens_is_suspended() -> None:
    """And the condition is told."""
    found = only("Niger keeps its soldiers in barracks until the border is open.")

    assert found.stance.value in {"suspended", "withdrawn"}
    assert found.condition == "until the border is open"


def test_a_vague_offer_is_of_what_was_spoken_of_before() -> None:
    """*A similar number* of police, for police were offered before."""
    text = (
        "Kenya will send 140 police officers, its president said. "
        "Chad would give a similar contribution, its prime minister said."
    )

    assert [one.kind for one in proposed(text)] == ["police", "police"]
