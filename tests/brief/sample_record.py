"""What is offered, asked for and open in the sample, written down by hand."""

from guarantor.brief.document import (
    I,
    LesserChance,
    LineResult,
    OfferRow,
    PartyRow,
    PropositionRow,
    R,
    RecordRow,
    TermRow,
)
from tests.brief.sample_said import statements

ALWAYS: R[bool] = {"nobody_moves_first": True, "moving_together": True}
NEVER: R[bool] = {"nobody_moves_first": False, "moving_together": False}
NOTHING: I = {"low": 0, "high": 0}


def span(low: float | None, high: float | None) -> I:
    """Return an interval."""
    return {"low": low, "high": high}


def term(text: str, sentence: str, basis: str, evidence: list[str], needs: list[str]) -> TermRow:
    """Return a term; those that are assumed are common ones."""
    return {
        "text": text,
        "sentence": sentence,
        "basis": basis,
        "evidence": evidence,
        "note": "",
        "common": basis == "assumed",
        "needs": needs,
    }


def common() -> TermRow:
    """Return the term that every offer of the sample shares."""
    return term(
        "ceasefire and host_consent",
        "a ceasefire is in force and the south invites the force",
        "assumed",
        [],
        ["ceasefire", "host_consent"],
    )


def offer(  # noqa: PLR0913  a parameter for each column that differs
    name: str,
    capability: str,
    firmness: str,
    quantity: str,
    since: str,
    *,
    evidence: list[str],
    amount: I | None = None,
    terms: list[TermRow] | None = None,
) -> OfferRow:
    """Return a contribution; where no amount is given nobody disclosed one."""
    is_offer = firmness != "declined"
    return {
        "id": name,
        "party": name.partition("-")[0].upper(),
        "capability": capability,
        "unit": "persons",
        "firmness": firmness,
        "is_offer": is_offer,
        "quantity": quantity,
        "quantity_low": (amount and amount["low"]) or 0,
        "quantity_high": amount["high"] if amount else None,
        "quantity_basis": "stated" if amount else "undisclosed",
        "part_of": None,
        "since": since,
        "terms": [*(terms or []), common()] if is_offer else [],
        "caveats": ["not_on_the_line"] if name == "alf-troops" else [],
        "there": True if is_offer else None,
        "evidence": evidence,
        "note": "",
        "can_stand": ALWAYS if is_offer else NEVER,
    }


def party(
    code: str, name: str, last_heard: str | None, *, role: str, terms: list[TermRow] | None = None
) -> PartyRow:
    """Return a party with its offers and statements."""
    return {
        "code": code,
        "name": name,
        "roles": [role],
        "terms": terms or [],
        "last_heard": last_heard,
        "offers": [row["id"] for row in offers() if row["party"] == code],
        "statements": [row["id"] for row in statements() if code in row["about"]],
        "note": "",
    }


def record(since: str, state: str, evidence: list[str]) -> RecordRow:
    """Return a record."""
    return {"since": since, "state": state, "evidence": evidence, "note": ""}


def proposition(
    name: str,
    text: str,
    chance: I,
    *,
    when: tuple[str, str] | None = None,
    records: list[RecordRow] | None = None,
) -> PropositionRow:
    """Return a proposition; it is settled when its latest record says that it holds."""
    latest = records[-1]["state"] if records else ""
    return {
        "id": name,
        "text": text,
        "when": when[0] if when else None,
        "when_sentence": when[1] if when else None,
        "basis": "read" if when else None,
        "chance": chance,
        "chance_given": when is None and latest != "holds",
        "settled": True if latest == "holds" else None,
        "record": records or [],
        "settled_by": "a signed guarantee" if name == "backstop" else "",
        "note": "",
    }


def offers() -> list[OfferRow]:
    """Return the contributions."""
    either = "either Guarantia stands behind the force or the force has a UN mandate"
    enough = "3,000 or more of land troops are offered in all"
    no_un = "it is not so that the force has a UN mandate"
    return [
        offer(
            "alf-troops",
            "land_troops",
            "pledged",
            "5,000",
            "2025-03-02",
            evidence=["ALF-0", "ALF-1"],
            amount=span(5000, 5000),
            terms=[
                term(
                    "backstop or un_mandate",
                    either,
                    "stated",
                    ["ALF-1"],
                    ["backstop", "un_mandate"],
                )
            ],
        ),
        offer(
            "bra-troops",
            "land_troops",
            "signalled",
            "3,000–4,000",
            "2025-03-06",
            evidence=["BRA-1"],
            amount=span(3000, 4000),
        ),
        offer(
            "cha-troops",
            "land_troops",
            "floated",
            "undisclosed (at least 500, at most 2,000)",
            "2025-03-07",
            evidence=["CHA-1"],
            terms=[
                term("total(land_troops) >= 3000", enough, "stated", ["CHA-1"], ["land_troops"])
            ],
        ),
        offer(
            "del-monitors",
            "monitors",
            "committed",
            "250",
            "2025-01-21",
            evidence=["DEL-1"],
            amount=span(250, 250),
            terms=[term("not un_mandate", no_un, "stated", ["DEL-1"], ["un_mandate"])],
        ),
        offer(
            "del-troops", "land_troops", "declined", "undisclosed", "2025-01-21", evidence=["DEL-2"]
        ),
    ]


def parties() -> list[PartyRow]:
    """Return the parties."""
    others = "at least others of the troop offers stand"
    to_the_conflict = "party_to_the_conflict"
    return [
        party("ALF", "Alfland", "2025-03-02", role="framework_nation"),
        party(
            "BRA",
            "Bravia",
            "2025-03-15",
            role="contributor",
            terms=[
                term(
                    "at_least(others, troop_offers)", others, "stated", ["BRA-1"], ["troop_offers"]
                )
            ],
        ),
        party(
            "CHA",
            "Charland",
            "2025-03-07",
            role="contributor",
            terms=[term("BRA", "Bravia joins", "stated", ["CHA-1"], ["BRA"])],
        ),
        party("DEL", "Deltia", "2025-01-21", role="contributor"),
        party("GUA", "Guarantia", "2025-03-10", role="guaranteeing_state"),
        party("NOR", "The north", "2025-03-10", role=to_the_conflict),
        party("SOU", "The south", "2025-03-11", role=to_the_conflict),
    ]


def propositions() -> list[PropositionRow]:
    """Return the propositions."""
    both = "the north accepts the ceasefire and the south accepts the ceasefire"
    return [
        proposition("north_accepts", "The north accepts the ceasefire", span(0.5, 0.5)),
        proposition(
            "south_accepts",
            "The south accepts the ceasefire",
            span(1, 1),
            records=[record("2025-03-11", "holds", ["SOU-1"])],
        ),
        proposition(
            "ceasefire",
            "A ceasefire is in force",
            span(1, 1),
            when=("north_accepts and south_accepts", both),
        ),
        proposition(
            "backstop",
            "Guarantia stands behind the force",
            span(0.2, 0.4),
            records=[
                record("2025-02-12", "contested", ["GUA-1"]),
                record("2025-03-10", "open", ["GUA-2"]),
            ],
        ),
        proposition("un_mandate", "The force has a UN mandate", span(0.1, 0.1)),
        proposition(
            "host_consent",
            "The south invites the force",
            span(0.6, 0.9),
            records=[
                record("2025-01-21", "holds", ["SOU-0"]),
                record("2025-03-11", "open", ["SOU-1"]),
            ],
        ),
    ]


def chance(low: float, high: float) -> R[LesserChance]:
    """Return a chance that is the same in both readings."""
    return {
        "nobody_moves_first": {"low": low, "high": high},
        "moving_together": {"low": low, "high": high},
    }


def line(
    name: str, capability: str, need: I, *, unit: str = "persons", priority: str = "essential"
) -> LineResult:
    """Return a line that nothing is held against."""
    return {
        "id": name,
        "capability": capability,
        "need": need,
        "unit": unit,
        "priority": priority,
        "met": chance(0, 0),
        "stated": NOTHING,
        "reported": NOTHING,
        "undisclosed": [],
        "undisclosed_must_reach": None,
        "most_fielded": 0,
        "possible": {"disclosed": NEVER, "undisclosed_enough": NEVER},
        "unknown_capability": [],
        "evidence": [],
    }


def land(name: str, need: I, evidence: list[str], *, best: float) -> LineResult:
    """Return a line of land troops that can be met in both readings."""
    return {
        **line(name, "land_troops", need),
        "met": chance(0, best),
        "stated": span(8000, 9000),
        "undisclosed": ["cha-troops"],
        "undisclosed_must_reach": 0,
        "most_fielded": 11000,
        "possible": {"disclosed": ALWAYS, "undisclosed_enough": ALWAYS},
        "evidence": evidence,
    }


def lines() -> list[LineResult]:
    """Return the lines of the requirement asked about."""
    monitors: LineResult = {
        **line("monitors", "monitors", span(200, 200)),
        "met": chance(0.2565, 0.38475),
        "stated": span(250, 250),
        "undisclosed_must_reach": 0,
        "most_fielded": 250,
        "possible": {"disclosed": ALWAYS, "undisclosed_enough": ALWAYS},
    }
    return [
        land("land", span(8000, 9000), ["RQ-1"], best=0.1073088),
        monitors,
        line("airlift", "airlift", span(6, 6), unit="aircraft", priority="desired"),
    ]
