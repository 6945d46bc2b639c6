"""A live operation shown to everybody: parties' decisions are left out."""

from guarantor.brief import brief_text
from guarantor.brief.document import Assessment
from tests.brief.sample import sample
from tests.brief.telling import change, rows, said, section, tables


def live(audience: str = "public") -> Assessment:
    """Return the sample as an operation that is still being assembled."""
    document = sample()
    change(document, status="live", audience=audience, pacts=[["BRA", "CHA"]])
    return document


def test_what_breaks_it_is_worded_as_what_must_be_secured() -> None:
    """No party is named among what must hold, and no set with one."""
    told = said(live(), "answer-2")

    assert (
        "What must be secured, on what was disclosed and moving together; each of these alone"
        in (" ".join(told))
    )
    assert not any(one.endswith(" joins") for one in told)
    assert not any("Charland" in one for one in told)


def test_no_party_is_ranked_by_what_is_lost_without_it() -> None:
    """Neither leaders nor followers nor loops."""
    told = " ".join(said(live(), "answer-3"))

    assert "leads" not in told
    assert "loop" not in told
    assert "joins" not in told
    assert not any("party" in table.caption for table in tables(section(live(), "answer-3").blocks))


def test_no_party_is_ranked_by_what_is_weakened_without_it() -> None:
    """Neither as what fails nor among the alternatives."""
    document = live()
    document["weakens"][0]["weakened"][0]["now_needs"] = [["BRA"], ["un_mandate"]]
    document["weakens"].append({**document["weakens"][0], "id": "DEL", "kind": "party"})

    assert rows(document, "answer-3", "Offers that would") == [
        ["Guarantia stands behind the force", "Alfland’s land troops", "The force has a UN mandate"]
    ]


def test_the_coalition_itself_sees_them() -> None:
    """Also a public that looks back."""
    coalition, looking_back = brief_text(live("coalition")), brief_text(sample())

    assert "Bravia leads" in coalition
    assert "Bravia leads" in looking_back
    assert "Waiting for each other in a loop: Bravia and Charland." in coalition
    assert "What must hold" in coalition
