"""The card of a party."""

from dataclasses import replace
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import UnknownId
from guarantor.model import Status
from guarantor.viability import Kind, Method
from tests.ledger.folders import opened, said

EXAMPLE = room.open_source("example").operation
LIVE = replace(EXAMPLE, status=Status.LIVE)


def test_what_bravia_waits_for_and_who_waits_for_bravia() -> None:
    """By hand: Charland names it, and counts its soldiers in the sum; Bravia counts others'."""
    card = room.party_card(EXAMPLE, room.Options(), "BRA")

    assert [(one["kind"], one["term"]["text"]) for one in card["waits_for"]] == [
        ("party", "at_least(others, troop_offers)"),
        ("offer", "ceasefire and host_consent"),
    ]
    assert [
        (one["id"], one["how"], one["through"], one["names"]) for one in card["waited_for"]
    ] == [
        ("cha-troops", "total", "land_troops", ["bra-troops"]),
        ("CHA", "named", None, ["BRA"]),
    ]
    assert [row["id"] for row in card["offers"]] == ["bra-troops"]
    assert [row["id"] for row in card["said"]] == ["BRA-1"]
    assert [row["id"] for row in card["events"]] == ["E-1", "E-3"]
    assert (card["last_heard"], card["days_since_heard"]) == ("2025-03-06", 9)


def test_who_counts_a_group_waits_for_its_members() -> None:
    """Bravia needs one other offer of the group; Alfland's is one."""
    card = room.party_card(EXAMPLE, room.Options(), "ALF")

    found = [one for one in card["waited_for"] if one["how"] == "group"]
    assert [(one["kind"], one["id"], one["through"], one["names"]) for one in found] == [
        ("party", "BRA", "troop_offers", ["alf-troops"])
    ]


def test_what_is_lost_without_it_is_what_hangs_on_it() -> None:
    """Without Bravia its own soldiers and Charland's are lost."""
    card = room.party_card(EXAMPLE, room.Options(), "BRA")

    assert card["lost"] == {"signalled": ["bra-troops"], "floated": ["cha-troops"]}
    assert card["joins"] is not None
    assert card["joins"]["moving_together"]["low"] == pytest.approx(0.15024)
    assert card["contributes"] == card["joins"]
    assert room.party_card(EXAMPLE, room.Options(), "NOR")["lost"] == {}


@pytest.mark.parametrize("code", EXAMPLE.parties)
def test_an_assessment_at_hand_gives_the_same_card(code: str) -> None:
    """It only saves the work."""
    assessment = room.assess(EXAMPLE, room.Options())

    card = room.party_card(EXAMPLE, room.Options(), code, assessment["parties"])
    assert card == room.party_card(EXAMPLE, room.Options(), code)


@pytest.mark.parametrize("audience", ["public", "coalition"])
def test_the_public_of_a_live_operation_is_not_told_what_is_lost(audience: str) -> None:
    """Those who assemble the force are; an assessment at hand changes nothing."""
    options = room.Options(audience=audience)
    assessment = room.assess(LIVE, options)

    for given in (None, assessment["parties"]):
        card = room.party_card(LIVE, options, "BRA", given)
        assert (card["lost"] is None) == (audience == "public")


def test_what_it_refused_stands_apart() -> None:
    """Guarantia ruled a guarantee out; nobody said anything of the backstop for it."""
    card = room.party_card(EXAMPLE, room.Options(), "GUA")

    assert [row["id"] for row in card["refusals"]] == ["GUA-1"]
    assert [one["id"] for one in card["contradictions"]] == ["backstop"]
    assert card["offers"] == []


def test_what_others_say_of_it_is_not_its_own_word(tmp_path: Path) -> None:
    """A newspaper on Alfland; a term that Alfland stay out; a list that names it."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01", speaker_party="", attribution="anonymous"),
        said("S-2", "2025-03-02", about="ALF;BRA"),
        propositions="""\
- {id: alone, text: Bravia is alone, when: "not pact", basis: read}
- {id: pact, text: There is a pact, chance: 0.5}
- {id: backed, text: It is backed, when: "at_least(1, [ALF, GUA])", basis: read}
""",
        contributions="""\
- {id: one, party: ALF, capability: land_troops, unit: persons, firmness: declined,
   evidence: [S-2]}
- {id: two, party: BRA, capability: land_troops, unit: persons, firmness: pledged,
   terms: ["total(land_troops) >= 5", undisclosed, GUA, "one or backed"], evidence: [S-2]}
- {id: three, party: ALF, capability: monitors, unit: persons, firmness: pledged,
   terms: [one], evidence: [S-2]}
""",
    )

    card = room.party_card(operation, room.Options(), "ALF")

    assert [row["id"] for row in card["said"]] == ["S-2"]
    assert [row["id"] for row in card["said_of_it"]] == ["S-1"]
    assert [(one["id"], one["how"], one["names"]) for one in card["waited_for"]] == [
        ("two", "named", ["one"]),
        ("backed", "group", ["ALF"]),
    ]
    guarantia = room.party_card(operation, room.Options(), "GUA")
    assert [one["id"] for one in guarantia["waited_for"]] == ["two", "backed"]
    assert (guarantia["last_heard"], guarantia["days_since_heard"]) == (None, None)


def test_the_card_stands_without_its_chances() -> None:
    """Where they have to be exact and outgrow the budget there are none."""
    options = room.Options(method=Method(kind=Kind.EXACT, nodes=1))

    card = room.party_card(EXAMPLE, options, "BRA")

    assert (card["joins"], card["contributes"]) == (None, None)
    assert card["lost"] is not None


def test_an_unknown_party_is_told_from_those_there_are() -> None:
    """The nearest is named."""
    with pytest.raises(UnknownId, match="BRB: no such party; did you mean BRA"):
        room.party_card(EXAMPLE, room.Options(), "BRB")


def test_a_party_whose_word_others_contradict_is_a_side_of_it(tmp_path: Path) -> None:
    """Alfland refused; a newspaper has it pledge; of Bravia nobody said anything."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01", stance="refused", firmness="declined"),
        said("S-2", "2025-03-02", attribution="anonymous", speaker_party="", firmness="pledged"),
    )

    card = room.party_card(operation, room.Options(), "ALF")

    assert [one["code"] for one in card["contradictions"]] == ["contradicting_statements"]
    assert room.party_card(operation, room.Options(), "BRA")["contradictions"] == []


def test_the_list_has_every_party_with_how_much_of_it_is_on_record() -> None:
    """By hand from the folder: Bravia offers soldiers, and aircraft to the coalition alone."""
    document = room.party_list(EXAMPLE, room.Options())
    rows = {row["code"]: row for row in document["parties"]}

    assert [row["name"] for row in document["parties"]] == sorted(
        party.name for party in EXAMPLE.parties.values()
    )
    assert (rows["BRA"]["contributions"], rows["BRA"]["firmest"]) == (1, "signalled")
    assert (rows["NOR"]["contributions"], rows["NOR"]["firmest"]) == (0, None)
    told = room.party_list(EXAMPLE, room.Options(audience="coalition"))
    (bravia,) = [row for row in told["parties"] if row["code"] == "BRA"]
    assert bravia["contributions"] == 2
    assert room.party_list_table(document).rows[0][0] == "ALF"
