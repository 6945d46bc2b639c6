"""How an offer came to stand as it does."""

from datetime import date
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import UnknownId
from tests.ledger.folders import opened, said

EXAMPLE = room.open_source("example").operation
UKRAINE = room.open_source("ukraine-2025").operation


def test_alfland_signalled_first_and_pledged_then() -> None:
    """By hand, off the two steps; each entry stands as its day left it."""
    document = room.history(EXAMPLE, room.Options(), "alf-troops")

    first, second = document["entries"]
    assert (first["day"], first["firmness"], first["quantity"]) == (
        "2025-02-20",
        "signalled",
        "undisclosed",
    )
    assert [term["text"] for term in first["terms"] if not term["common"]] == ["backstop"]
    assert [row["id"] for row in first["evidence"]] == ["ALF-0"]
    assert (second["day"], second["quantity_low"], second["quantity_basis"]) == (
        "2025-03-02",
        5000,
        "stated",
    )
    assert second["changes"][0] == (
        "alf-troops (Alfland, land troops) was raised from signalled to pledged."
    )
    assert [row["id"] for row in second["evidence"]] == ["ALF-1"]
    assert document["row"]["firmness"] == "pledged"


def test_it_ends_on_the_day_asked_from() -> None:
    """On 25 February nobody knew of the pledge."""
    options = room.Options(as_known_on=date(2025, 2, 25))

    document = room.history(EXAMPLE, options, "alf-troops")

    assert [entry["day"] for entry in document["entries"]] == ["2025-02-20"]
    assert document["row"]["firmness"] == "signalled"


@pytest.mark.parametrize("name", UKRAINE.contributions)
def test_the_ledger_says_how_long_a_history_is(name: str) -> None:
    """For every offer of the bundled operation; the last entry stands as the offer does."""
    document = room.history(UKRAINE, room.Options(), name)

    entries, row = document["entries"], document["row"]
    assert len(entries) == row["days"]
    last = entries[-1]
    assert (last["firmness"], last["quantity"], last["terms"]) == (
        row["firmness"],
        row["quantity"],
        row["terms"],
    )


CONTRIBUTIONS = """\
- {id: troops, party: ALF, capability: land_troops, unit: persons, firmness: floated,
   evidence: [S-1]}
"""
PARTIES = """\
- {code: ALF, name: Alfland, terms: [{if: backed, basis: stated, evidence: [S-2]},
   {if: asked, basis: stated, evidence: [S-0]}]}
"""
PROPOSITIONS = """\
- {id: backed, text: It is backed}
- {id: asked, text: It is asked}
"""


def test_what_its_party_waits_for_is_part_of_its_history(tmp_path: Path) -> None:
    """Alfland said a week later what it takes to take part; what it said before counts at once."""
    operation = opened(
        tmp_path,
        said("S-0", "2025-02-20"),
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-08"),
        parties=PARTIES,
        contributions=CONTRIBUTIONS,
        propositions=PROPOSITIONS,
    )

    document = room.history(operation, room.Options(), "troops")

    assert [(entry["day"], len(entry["terms"])) for entry in document["entries"]] == [
        ("2025-03-01", 1),
        ("2025-03-08", 2),
    ]
    assert document["entries"][1]["changes"] == [
        "A term of Alfland for taking part became known: backed (stated)."
    ]
    assert document["row"]["days"] == 2


def test_an_offer_that_is_not_in_view_has_none() -> None:
    """Withheld, not yet known or never recorded: the answer is the same."""
    for name in ("bra-airlift", "nobody-heard"):
        with pytest.raises(UnknownId, match=f"^{name}: no such offer in view for public"):
            room.history(EXAMPLE, room.Options(), name)
    with pytest.raises(UnknownId):
        room.history(EXAMPLE, room.Options(as_known_on=date(2025, 2, 1)), "alf-troops")


def test_what_is_said_again_is_part_of_it_too() -> None:
    """On 15 March Britain named the same terms again; the strip counts that as no change."""
    document = room.history(UKRAINE, room.Options(), "gbr-troops")

    last = document["entries"][-1]
    assert last["day"] == "2025-03-15"
    (change,) = last["changes"]
    assert change == (
        "What was known of gbr-troops (United Kingdom, land troops) was said again: pledged, "
        "nothing else changed."
    )
    assert [row["id"] for row in last["evidence"]] == [
        "GBR-20250315-troops-1",
        "GBR-20250315-backstop-1",
    ]
