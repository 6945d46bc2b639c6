"""Random operations of which audiences may see different parts, as pieces."""

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from guarantor.model import Kind, Piece

AUDIENCES = ("public", "coalition", "inner", "press")
OFFERS = ("offer-one", "offer-two", "offer-three")
CAPABILITIES = ("troops", "airlift", "police", "undisclosed")
ATOMS = (*OFFERS, "backstop", "ceasefire", "ALF", "BRA")

Step = dict[str, Any]
Offers = dict[str, list[Step]]
"""The steps of each offer."""


def _expression(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        parts.map(lambda texts: " or ".join(f"({text})" for text in texts)),
        parts.map(lambda texts: " and ".join(f"({text})" for text in texts)),
    )


_listed = st.lists(st.sampled_from(ATOMS), max_size=3).map(", ".join)
_leaves = st.one_of(
    st.sampled_from(ATOMS),
    st.builds("at_least({}, [{}])".format, st.integers(0, 2), _listed),
    st.sampled_from(["at_least(some, offers)", "at_least(some, [offer-one, offer-two])"]),
    st.sampled_from(["total(troops) >= 10", "total(police) >= 5", "total(airlift) >= 0"]),
    st.sampled_from(["not backstop", "not (backstop or ceasefire)"]),
)
expressions = st.recursive(_leaves, _expression, max_leaves=4)
terms = st.one_of(
    st.just("undisclosed"),
    expressions,
    st.builds(
        lambda text, basis: {"if": text, "basis": basis, "evidence": ["S-001"], "note": "so"},
        expressions,
        st.sampled_from(["stated", "reported", "read", "assumed"]),
    ),
)


@st.composite
def steps(draw: st.DrawFn, place: int) -> Step:
    """Return a step of the offer in a place, which cites a statement of its own."""
    number = draw(st.integers(0, 2))
    step: Step = {
        "since": "2025-03-01",
        "firmness": draw(st.sampled_from(["floated", "pledged", "declined"])),
        "evidence": [f"S-{place}{number}1", *draw(st.sampled_from([[], ["S-001"]]))],
        "releasable_to": draw(
            st.one_of(
                st.sampled_from(AUDIENCES),
                st.lists(st.sampled_from(AUDIENCES), min_size=1, max_size=2, unique=True),
            )
        ),
    }
    if draw(st.booleans()):
        step["terms"] = draw(st.lists(terms, min_size=1, max_size=2))
    if draw(st.booleans()):
        step["quantity"] = draw(st.integers(0, 99))
    if draw(st.booleans()):
        step["note"] = draw(st.sampled_from(["as offer-two", "see S-111", "for inner", "plain"]))
    if place and draw(st.booleans()):
        step["part_of"] = OFFERS[draw(st.integers(0, place - 1))]
    if draw(st.booleans()):
        step["take_back"] = draw(st.integers(0, 3))
    return step


offers: st.SearchStrategy[Offers] = st.fixed_dictionaries(
    {name: st.lists(steps(place), min_size=1, max_size=3) for place, name in enumerate(OFFERS)}
)


def pieces(
    offers: Offers,
    when: str = "ceasefire",
    party_term: str = "backstop",
    says: str = "It is quiet, as S-211 says",
) -> tuple[Piece, ...]:
    """Return an operation with some offers, a definition, a party's term and a text as pieces."""
    everything = [
        (Kind.OPERATION, "north", _header()),
        (Kind.PARTY, "ALF", {"code": "ALF", "name": "Alfland", "terms": [party_term]}),
        (Kind.PARTY, "BRA", {"code": "BRA", "name": "Bravia"}),
        (Kind.PARTY, "CHA", {"code": "CHA", "name": "Charland"}),
        (
            Kind.PROPOSITION,
            "backstop",
            {"id": "backstop", "text": "It is backed; see S-001", "evidence": ["S-001"]},
        ),
        (Kind.PROPOSITION, "ceasefire", {"id": "ceasefire", "text": says}),
        (
            Kind.PROPOSITION,
            "agreed",
            {
                "id": "agreed",
                "text": "It is agreed",
                "when": when,
                "chance_given": [{"if": "not (backstop or ceasefire)", "chance": 0.5}],
                "basis": "read",
            },
        ),
        (Kind.REQUIREMENT, "all", {"name": "all", "lines": [_line()]}),
        *(
            (Kind.CONTRIBUTION, name, _contribution(name, place, offers[name]))
            for place, name in enumerate(OFFERS)
            if name in offers
        ),
        *((Kind.STATEMENT, name, _statement(name)) for name in _cited(offers.values())),
        (Kind.ASK, "A-771", _ask("A-771", "secure backstop", note="before offer-two and A-772")),
        (Kind.ASK, "A-772", _ask("A-772", "fulfil offer-two")),
        (Kind.ASK, "A-773", _ask("A-773", "firm offer-one: committed", "coalition; inner")),
        (Kind.ASK, "A-774", _ask("A-774", f"drop ALF: {party_term}", "coalition;public")),
    ]
    return tuple(Piece(kind=kind, id=name, content=content) for kind, name, content in everything)


def _header() -> dict[str, Any]:
    return {
        "id": "north",
        "name": "Northland",
        "as_known_on": "2025-04-30",
        "requirement": "all",
        "audiences": {"coalition": ["ALF", "BRA", "CHA"], "inner": ["ALF", "BRA"], "press": []},
        "groups": {"offers": [*OFFERS, "ALF"]},
        "parameters": {"some": {"value": 1, "low": 1, "high": 2, "basis": "assumed"}},
        "common_terms": [
            {"for": ["troops", "airlift"], "if": "ceasefire or offer-three", "basis": "assumed"}
        ],
    }


def _line() -> dict[str, Any]:
    return {"id": "land", "capability": "troops", "need": 10, "unit": "persons"}


def _contribution(name: str, place: int, steps: Sequence[Step]) -> dict[str, Any]:
    return {
        "id": name,
        "party": "ALF" if place % 2 else "BRA",
        "capability": CAPABILITIES[place],
        "unit": "persons",
        "steps": list(_taken_back(steps)),
    }


def _taken_back(steps: Sequence[Step]) -> Iterable[Step]:
    """Let steps take back a term of an earlier step that at most as many may see."""
    standing: dict[str, None] = {}
    for given in steps:
        step = dict(given)
        place = step.pop("take_back", None)
        if place is not None and place < len(standing):
            text = list(standing)[place]
            step["withdraw_terms"] = [text]
            standing.pop(text)
        for term in step.get("terms", []):
            standing[term if isinstance(term, str) else term["if"]] = None
        yield step


def _cited(offers: Iterable[Sequence[Step]]) -> list[str]:
    cited = {name for steps in offers for step in steps for name in step["evidence"]}
    return sorted({"S-001", *cited})


def _ask(name: str, change: str, releasable_to: str = "", note: str = "") -> dict[str, Any]:
    return {
        "id": name,
        "asked_by": "BRA",
        "asked": "ALF;CHA",
        "change": change,
        "text": "",
        "asked_on": "2025-03-02",
        "due": "",
        "answer": "",
        "answered_on": "",
        "cost": "",
        "releasable_to": releasable_to,
        "evidence": "",
        "note": note,
    }


def _statement(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "said_on": "2025-01-01",
        "published_on": "2025-01-01",
        "date_basis": "page",
        "speaker": "somebody",
        "speaker_party": "ALF",
        "standing": "minister",
        "about": "ALF",
        "kind": "troops",
        "stance": "asserted",
        "firmness": "",
        "quantity": "",
        "unit": "",
        "condition": "",
        "paraphrase": "Said so.",
        "source": "https://example.org",
        "attribution": "named",
        "reliability": "A",
        "credibility": "1",
    }
