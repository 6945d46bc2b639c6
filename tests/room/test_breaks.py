"""What follows when something fails."""

import pytest

from guarantor import room
from guarantor.errors import UnknownId


def breaks(what: str, **suppose: bool) -> str:
    """Return what is told when something of the example fails."""
    operation = room.open_source("example").operation
    return room.breaks_text(room.breaks(operation, what, room.Options(suppose=suppose)))


def test_the_rounds_are_told_in_order() -> None:
    """Consent, then the offers, then Bravia, then Charland."""
    assert breaks("host_consent").splitlines() == [
        "Suppose it fails that the south invites the force (host_consent).",
        "As known on 15 Mar 2025, to public, offers floated or firmer.",
        "All else as favourable as can be:",
        "  round 1: land troops of Alfland, pledged, no longer stand (alf-troops)",
        "  round 1: land troops of Bravia, signalled, no longer stand (bra-troops)",
        "  round 1: land troops of Charland, floated, no longer stand (cha-troops)",
        "  round 1: monitors of Deltia, committed, no longer stand (del-monitors)",
        "  round 2: Bravia no longer joins (BRA)",
        "  round 3: Charland no longer joins (CHA)",
    ]


def test_what_takes_nothing_with_it_is_said_so() -> None:
    """Guarantia joins or not: nobody waits for that."""
    assert breaks("GUA").endswith("no other proposition, party or contribution falls with it.")


def test_what_cannot_stand_anyway_is_said_so() -> None:
    """Deltia declined to send soldiers."""
    assert breaks("del-troops").endswith("on this record it cannot stand anyway.")


def test_a_contribution_can_fail_and_take_a_party_with_it() -> None:
    """Without Charland's, Bravia waits for Alfland's troops, and Charland follows Bravia."""
    assert "round 1: Bravia no longer joins (BRA)" in breaks("alf-troops", CHA=False)


def test_an_unknown_id_is_an_error() -> None:
    """With the nearest there is."""
    with pytest.raises(UnknownId, match="did you mean backstop"):
        breaks("backstp")
