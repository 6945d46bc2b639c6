"""A small assessment, made by hand after the example operation, for the tests of the brief.

Its numbers are those of the example as known to the public on 15 March 2025; two rows of waits and
one clash are added so that every section has something to tell.
"""

from collections import Counter

from guarantor.brief.document import (
    Assessment,
    Clash,
    DayRow,
    DependenceFree,
    Disclosure,
    Floor,
    HangsOn,
    Logic,
    R,
    RequirementRow,
    SweepRow,
    Wait,
)
from tests.brief import sample_record as on_record
from tests.brief import sample_said as said
from tests.brief.sample_record import ALWAYS, NEVER, span

STAND = ["alf-troops", "bra-troops", "cha-troops", "del-monitors"]
POSSIBLE: Disclosure[R[bool]] = {"disclosed": ALWAYS, "undisclosed_enough": ALWAYS}
IMPOSSIBLE: Disclosure[R[bool]] = {"disclosed": NEVER, "undisclosed_enough": NEVER}
MUST_HOLD = [
    "ALF",
    "BRA",
    "backstop",
    "ceasefire",
    "host_consent",
    "north_accepts",
    "not un_mandate",
]


def floors() -> list[Floor]:
    """Return that the need can be met from signalled offers upwards."""

    def floor(name: str, possible: Disclosure[R[bool]], offers: list[str]) -> Floor:
        return {
            "floor": name,
            "possible": possible,
            "offers": {"nobody_moves_first": offers, "moving_together": offers},
        }

    return [
        floor("pledged", IMPOSSIBLE, ["alf-troops", "del-monitors"]),
        floor("signalled", POSSIBLE, ["alf-troops", "bra-troops", "del-monitors"]),
        floor("floated", POSSIBLE, STAND),
    ]


def hangs_on() -> list[HangsOn]:
    """Return what loses offers by failing."""

    def row(name: str, kind: str, lost: list[str]) -> HangsOn:
        firmness = {one["id"]: one["firmness"] for one in on_record.offers()}
        by_firmness: dict[str, list[str]] = {}
        for offer in lost:
            by_firmness.setdefault(firmness[offer], []).append(offer)
        return {
            "id": name,
            "kind": kind,
            "lost": lost,
            "lost_by_firmness": by_firmness,
            "weakened": [],
        }

    return [
        row("ceasefire", "proposition", STAND),
        row("host_consent", "proposition", STAND),
        row("north_accepts", "proposition", STAND),
        row("BRA", "party", ["bra-troops", "cha-troops"]),
        row("ALF", "party", ["alf-troops"]),
        row("CHA", "party", ["cha-troops"]),
        row("DEL", "party", ["del-monitors"]),
    ]


def weakens() -> list[HangsOn]:
    """Return that Alfland needs a UN mandate where the backstop fails."""
    return [
        {
            "id": "backstop",
            "kind": "proposition",
            "lost": [],
            "lost_by_firmness": {},
            "weakened": [{"offer": "alf-troops", "now_needs": [["un_mandate"]]}],
        }
    ]


def logic() -> Disclosure[R[Logic]]:
    """Return what must hold, the same in both readings and both countings."""
    single = [[name] for name in MUST_HOLD if name != "ceasefire"]
    one: Logic = {
        "possible": True,
        "must_hold": MUST_HOLD,
        "cut_sets": [*single, ["CHA", "un_mandate"]],
        "count": 7,
        "complete": True,
        "is_counted": True,
        "path_sets": [],
        "path_count": 0,
        "path_complete": True,
    }
    both: R[Logic] = {"nobody_moves_first": one, "moving_together": one}
    return {"disclosed": both, "undisclosed_enough": both}


def requirements() -> list[RequirementRow]:
    """Return the requirement asked about and another."""
    return [
        {
            "name": "monitoring",
            "text": "Watch the line and steady the towns behind it",
            "asked": True,
            "lines": on_record.lines(),
            "possible": POSSIBLE,
            "floors": floors(),
            "evidence": [],
            "note": "",
        },
        {
            "name": "reassurance",
            "text": "Steady the towns only",
            "asked": False,
            "lines": [on_record.land("land", span(5000, 5000), [], best=0.2)],
            "possible": POSSIBLE,
            "floors": [{**floor, "possible": POSSIBLE} for floor in floors()],
            "evidence": [],
            "note": "",
        },
    ]


def sweep() -> list[SweepRow]:
    """Return that with two others instead of one nobody but Alfland and Deltia moves first."""
    turned: Disclosure[R[bool]] = {
        "disclosed": {"nobody_moves_first": False, "moving_together": True},
        "undisclosed_enough": {"nobody_moves_first": False, "moving_together": True},
    }
    both: R[list[str]] = {"nobody_moves_first": STAND, "moving_together": STAND}
    few: R[list[str]] = {
        "nobody_moves_first": ["alf-troops", "del-monitors"],
        "moving_together": STAND,
    }
    return [
        {"parameter": "others", "value": 1, "possible": POSSIBLE, "offers": both, "chance": None},
        {"parameter": "others", "value": 2, "possible": turned, "offers": few, "chance": None},
    ]


def series() -> list[DayRow]:
    """Return the days on which something was published."""
    monitors = {"del-monitors": "committed"}
    floated = {**monitors, "alf-troops": "signalled"}
    pledged = {**monitors, "alf-troops": "pledged"}
    bravia = {**pledged, "bra-troops": "signalled"}
    charland = {**bravia, "cha-troops": "floated"}
    return [
        day("2025-01-21", 3, monitors, "del-monitors del-troops"),
        day("2025-02-12", 1, monitors),
        day("2025-02-20", 1, floated, "alf-troops", "E-1"),
        day("2025-03-01", 1, floated),
        day("2025-03-02", 1, pledged, "alf-troops"),
        day("2025-03-06", 1, bravia, "bra-troops"),
        day("2025-03-07", 1, charland, "cha-troops"),
        day("2025-03-10", 2, charland),
        day("2025-03-11", 1, charland, events="E-2"),
        day("2025-03-15", 1, charland),
    ]


def day(
    on: str, statements: int, on_record: dict[str, str], changed: str = "", events: str = ""
) -> DayRow:
    """Return a day; Alfland's offer had no number before it was pledged, Charland's never had."""
    sized = [
        name
        for name, firmness in on_record.items()
        if name != "cha-troops" and (name, firmness) != ("alf-troops", "signalled")
    ]
    return {
        "day": on,
        "statements": statements,
        "parties": len(on_record),
        "offers_by_firmness": dict(Counter(on_record.values())),
        "offers_with_quantity": len(sized),
        "can_stand": {
            "nobody_moves_first": len(on_record),
            "moving_together": len(on_record),
        },
        "changed": changed.split(),
        "events": events.split(),
        "on_record": on_record,
        "sized": sized,
    }


def waits() -> list[Wait]:
    """Return what the offers wait for, most waited for first."""

    def wait(
        name: str, text: str, by_basis: dict[str, list[str]], state: str | None = None
    ) -> Wait:
        offers = [offer for offers in by_basis.values() for offer in offers]
        return {
            "id": name,
            "text": text,
            "by_basis": by_basis,
            "parties": sorted({offer.partition("-")[0].upper() for offer in offers}),
            "settled": None,
            "state": state,
            "state_since": "2025-03-10" if state else None,
            "state_evidence": ["GUA-2"] if state else [],
            "evidence": ["ALF-1"] if "alf-troops" in by_basis.get("stated", []) else [],
        }

    return [
        wait("ceasefire", "A ceasefire is in force", {"assumed": STAND}),
        wait("host_consent", "The south invites the force", {"assumed": STAND}),
        wait(
            "backstop",
            "Guarantia stands behind the force",
            {"stated": ["alf-troops"], "read": ["bra-troops"]},
            "open",
        ),
        wait("BRA", "Bravia", {"stated": ["cha-troops"]}),
        wait("undisclosed", "a condition that was not disclosed", {"reported": ["cha-troops"]}),
    ]


def clashes() -> list[Clash]:
    """Return a refusal and a promise that stand against what is needed."""
    return [
        {
            "code": "refusal_against_term",
            "need": "backstop",
            "by": ["GUA"],
            "offers": ["alf-troops"],
            "propositions": [],
            "by_basis": {"stated": ["alf-troops"]},
            "with_alternative": [],
            "since": "2025-02-12",
            "evidence": ["GUA-1"],
        },
        {
            "code": "promise_against_term",
            "need": "not un_mandate",
            "by": ["ALF"],
            "offers": ["del-monitors"],
            "propositions": ["ceasefire"],
            "by_basis": {"stated": ["del-monitors"], "read": ["ceasefire"]},
            "with_alternative": [],
            "since": "2025-03-02",
            "evidence": ["ALF-1", "DEL-1"],
        },
    ]


ANY: DependenceFree = {"low": 0, "high": 1, "low_is_best": True, "high_is_best": True}


def sample() -> Assessment:
    """Return the whole document."""
    return {
        "schema": "guarantor/assessment/1",
        "operation": "example",
        "requirement": "monitoring",
        "as_known_on": "2025-03-15",
        "valid_on": "2025-12-01",
        "audience": "public",
        "firm": "floated",
        "priors": None,
        "suppose": {},
        "without": [],
        "method": {
            "kind": "auto",
            "nodes": 6_000_000,
            "seed": 1,
            "tolerance": 0.001,
            "most_runs": 1 << 24,
        },
        "dependence_free": {"nobody_moves_first": ANY, "moving_together": ANY},
        "importance": [],
        "asks": [],
        "coverage": {"statements": 13, "origins": 12, "last_heard": "2025-03-15"},
        "logic": logic(),
        "by_firmness": floors(),
        "hangs_on": hangs_on(),
        "weakens": weakens(),
        "chance": {
            "nobody_moves_first": {"low": 0.0, "high": 0.07978176, "method": "exact"},
            "moving_together": {"low": 0.0, "high": 0.07978176, "method": "exact"},
        },
        "lines": on_record.lines(),
        "parties": [],
        "pacts": [],
        "already_so": [{"id": "south_accepts", "is": "holds", "since": "2025-03-11"}],
        "assumptions": [
            {
                "id": "others",
                "basis": "assumed",
                "value": 1,
                "low": 1,
                "high": 2,
                "note": "the statement says only together with others",
            },
            {
                "id": "ceasefire-term",
                "term": "ceasefire and host_consent",
                "basis": "assumed",
                "value": None,
                "low": None,
                "high": None,
                "note": "nobody was heard to offer troops without them",
            },
        ],
        "findings": [
            {
                "code": "refusal_against_term",
                "message": "Guarantia has refused what alf-troops needs: backstop.",
                "entry": "alf-troops",
                "evidence": ["GUA-1"],
            }
        ],
        "evidence": {"alf-troops": ["ALF-0", "ALF-1"], "backstop": ["GUA-1", "GUA-2"]},
        "name": "Monitoring force for Northland",
        "question": "Can a force that watches the line be in place half a year after activation?",
        "theatre": "Northland",
        "status": "historical",
        "activation": "2025-06-01",
        "note": "",
        "offers": on_record.offers(),
        "party_rows": on_record.parties(),
        "propositions": on_record.propositions(),
        "requirements": requirements(),
        "sweep": sweep(),
        "series": series(),
        "waits": waits(),
        "clashes": clashes(),
        "statements": said.statements(),
        "events": said.events(),
        "arrangements": said.arrangements(),
        "indispensable": [
            {"statement": "ALF-1", "changes": ["without it the need cannot be met at any firmness"]}
        ],
    }


def empty() -> Assessment:
    """Return the document of an operation on which nothing was heard yet."""
    return {
        **sample(),
        "coverage": {"statements": 0, "origins": 0, "last_heard": None},
        "logic": _impossible_logic(),
        "by_firmness": [],
        "hangs_on": [],
        "weakens": [],
        "lines": [],
        "already_so": [],
        "assumptions": [],
        "findings": [],
        "evidence": {},
        "offers": [],
        "party_rows": [],
        "propositions": [],
        "requirements": [],
        "sweep": [],
        "series": [],
        "waits": [],
        "clashes": [],
        "statements": [],
        "events": [],
        "arrangements": [],
        "indispensable": [],
        "question": "",
        "theatre": "",
        "activation": None,
        "valid_on": None,
    }


def _impossible_logic() -> Disclosure[R[Logic]]:
    one: Logic = {
        "possible": False,
        "must_hold": [],
        "cut_sets": [],
        "count": 0,
        "complete": True,
        "is_counted": True,
        "path_sets": [],
        "path_count": 0,
        "path_complete": True,
    }
    both: R[Logic] = {"nobody_moves_first": one, "moving_together": one}
    return {"disclosed": both, "undisclosed_enough": both}
