"""What was said, what happened and what is arranged in the sample, written down by hand."""

from guarantor.brief.document import ArrangementRow, EventRow, StatementRow


def statement(  # noqa: PLR0913  a parameter for each column that differs
    name: str,
    day: str,
    speaker: str,
    paraphrase: str,
    *,
    stance: str = "asserted",
    about: str = "",
    attribution: str = "named",
) -> StatementRow:
    """Return a statement about the party that its id opens with, published the day it was said."""
    party = name.partition("-")[0]
    return {
        "id": name,
        "said_on": day,
        "published_on": day,
        "date_basis": "page",
        "speaker": speaker,
        "speaker_parties": [party],
        "standing": "minister",
        "about": [about or party],
        "kind": "troops",
        "stance": stance,
        "firmness": None,
        "quantity": "",
        "unit": "",
        "condition": "",
        "paraphrase": paraphrase,
        "source": f"https://example.org/{name.lower()}",
        "attribution": attribution,
        "reliability": "B",
        "credibility": 2,
    }


def statements() -> list[StatementRow]:
    """Return the statements known on 15 March 2025."""
    pm_alf, gua = "Prime minister of Alfland", "Defence minister of Guarantia"
    return [
        statement("DEL-1", "2025-01-21", "Parliament of Deltia", "Voted for 250 monitors."),
        statement(
            "DEL-2", "2025-01-21", "Prime minister of Deltia", "Will send none.", stance="refused"
        ),
        statement("SOU-0", "2025-01-21", "Head of the south", "Invited a neutral force."),
        statement("GUA-1", "2025-02-12", gua, "Ruled out a guarantee.", stance="refused"),
        statement("ALF-0", "2025-02-20", pm_alf, "Would send soldiers.", stance="conditional"),
        statement("RQ-1", "2025-03-01", "Chief of staff", "Eight to nine thousand.", about="ALF"),
        statement("ALF-1", "2025-03-02", pm_alf, "Ready to send five thousand.", stance="pledged"),
        statement("BRA-1", "2025-03-06", "Foreign minister of Bravia", "Three to four thousand."),
        statement("CHA-1", "2025-03-07", "President of Charland", "Would follow Bravia."),
        statement(
            "GUA-2", "2025-03-10", "unnamed official", "Not closed.", attribution="anonymous"
        ),
        statement("NOR-1", "2025-03-10", "Head of the north", "Would accept if watched."),
        statement("SOU-1", "2025-03-11", "Head of the south", "Ordered a ceasefire of 30 days."),
        statement(
            "BRA-2", "2025-03-15", "Minister of Bravia", "Spoke of more.", stance="undisclosed"
        ),
    ]


def events() -> list[EventRow]:
    """Return the events, one of them to come and one contested."""

    def event(name: str, when: str, what: str, text: str, cited: str) -> EventRow:
        kind, status = what.split()
        return {
            "id": name,
            "day": when,
            "until": None,
            "kind": kind,
            "text": text,
            "participants": ["ALF", "BRA"],
            "status": status,
            "evidence": [cited],
        }

    return [
        event("E-1", "2025-02-20", "meeting held", "Leaders meet in Alfland", "ALF-0"),
        event("E-2", "2025-03-11", "ceasefire claimed", "The south’s ceasefire", "SOU-1"),
        event("E-3", "2025-03-20", "meeting planned", "Chiefs of defence meet", "ALF-1"),
    ]


def arrangements() -> list[ArrangementRow]:
    """Return the arrangements."""

    def arrangement(topic: str, state: str, text: str, evidence: list[str]) -> ArrangementRow:
        return {"topic": topic, "state": state, "text": text, "evidence": evidence, "note": ""}

    return [
        arrangement("command", "open", "", ["ALF-1"]),
        arrangement("mandate", "contested", "Sought by some", ["ALF-1", "DEL-1"]),
        arrangement("legal_basis", "unknown", "", []),
    ]
