"""What is exported to an audience holds no trace of what is withheld from it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import UnknownId
from guarantor.ledger import known_audiences, released, view
from guarantor.ledger.visibility import is_releasable, resolved_steps, scrub
from guarantor.model import (
    Ask,
    ChangeKind,
    Condition,
    Kind,
    Offer,
    Operation,
    Piece,
    Term,
    View,
    parse_condition,
)
from guarantor.operation import build
from tests.ledger.secrets import AUDIENCES, OFFERS, Offers, Step, expressions, offers, pieces

audiences = st.sampled_from(AUDIENCES)


def released_to(audience: str, everything: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return what is released of pieces that make a sound operation."""
    return released(everything, build(everything, "test"), audience)


def text_of(everything: tuple[Piece, ...]) -> str:
    """Return pieces as one text."""
    return json.dumps([[piece.kind, piece.id, piece.content] for piece in everything])


def content_of(everything: tuple[Piece, ...], name: str) -> Any:  # noqa: ANN401  plain data
    """Return the content of the piece of an id."""
    return next(piece.content for piece in everything if piece.id == name)


def withheld_ids(operation: Operation, audience: str) -> set[str]:
    """Return, by plain counting, the offers, statements and audiences that may not be named."""
    known = known_audiences(operation, audience)
    seen = {"S-001"}  # which a proposition cites
    unseen: set[str] = set()
    hidden = set(operation.audiences) - set(known)
    for name, contribution in operation.contributions.items():
        shown = [step for step in resolved_steps(contribution) if is_releasable(step, known)]
        hidden |= set() if shown else {name}
        for step in resolved_steps(contribution):
            cited = {*step.evidence, *(said for term in step.terms for said in term.evidence)}
            (seen if step in shown else unseen).update(cited)
    about = {"A-772": "offer-two", "A-773": "offer-one"}
    asks = {name for name, offer in about.items() if offer in hidden}
    asks |= {"A-773"} if audience in {"public", "press"} else set()
    return hidden | asks | (unseen - seen)


@given(offers, expressions, expressions, audiences)
def test_no_id_of_a_withheld_thing_is_in_the_bytes(
    offers: Offers, when: str, term: str, audience: str
) -> None:
    """Neither in conditions, groups and lists nor in free text; ``inner`` is a word of English."""
    everything = pieces(offers, when, term)
    hidden = withheld_ids(build(everything, "test"), audience) - {"inner", "press", "coalition"}

    text = text_of(released_to(audience, everything))

    assert not [name for name in hidden if name in text]


@given(offers, audiences)
def test_an_audience_is_not_told_of_audiences_it_does_not_belong_to(
    offers: Offers, audience: str
) -> None:
    """Neither in the list of audiences nor as those to whom a step is releasable."""
    everything = released_to(audience, pieces(offers))
    known = {"public": [], "coalition": ["coalition"], "inner": ["coalition", "inner"]}
    named = content_of(everything, "north").get("audiences", {})

    assert list(named) == known.get(audience, ["press"])
    for piece in everything:
        for step in piece.content.get("steps", []):
            assert {
                *(
                    [step["releasable_to"]]
                    if isinstance(step["releasable_to"], str)
                    else step["releasable_to"]
                )
            } <= {"public", *named}


def is_withheld(step: Step, audience: str) -> bool:
    """Tell by the table of who belongs to whom whether a step is withheld."""
    may_read = {
        "public": {"public"},
        "coalition": {"public", "coalition"},
        "inner": {"public", "coalition", "inner"},
        "press": {"public", "press"},
    }
    named = step["releasable_to"]
    return may_read[audience].isdisjoint([named] if isinstance(named, str) else named)


def changed(
    offers: Offers, audience: str, change: Callable[[Step], list[Step]]
) -> tuple[Offers, Offers]:
    """Return offers, and the same with every withheld step changed.

    Neither takes terms back, and no note names what is withheld: what is blacked out is seen to be.
    """
    plain = {
        name: [{key: one[key] for key in one if key not in {"take_back", "note"}} for one in steps]
        for name, steps in offers.items()
    }
    other = {
        name: [
            new for one in steps for new in (change(one) if is_withheld(one, audience) else [one])
        ]
        for name, steps in plain.items()
    }
    return plain, other


SECRET = {
    "since": "2025-03-01",
    "firmness": "committed",
    "quantity": 77,
    "terms": ["backstop and not ceasefire", "undisclosed"],
    "note": "Nobody else is to know.",
    "evidence": ["S-999"],
}


@given(offers, expressions, audiences)
def test_changing_what_is_withheld_changes_no_byte(
    offers: Offers, when: str, audience: str
) -> None:
    """Whatever such a step says, and on whatever it rests, even that it is declined."""
    before, after = changed(
        offers, audience, lambda step: [SECRET | {"releasable_to": step["releasable_to"]}]
    )

    release = released_to(audience, pieces(before, when, says="It is quiet"))

    after_release = released_to(audience, pieces(after, when, says="It is quiet"))
    assert text_of(after_release) == text_of(release)


@given(offers, expressions, st.sampled_from(["public", "coalition"]))
def test_adding_or_removing_a_withheld_step_changes_no_byte(
    offers: Offers, when: str, audience: str
) -> None:
    """Only an offer that would lose its last step keeps one, because conditions name the offer."""
    before, without = changed(offers, audience, lambda _: [])
    without = {name: steps or before[name][:1] for name, steps in without.items()}
    added = {name: [*steps, SECRET | {"releasable_to": "inner"}] for name, steps in before.items()}

    release, without_it, with_more = (
        text_of(released_to(audience, pieces(one, when, says="It is quiet")))
        for one in (before, without, added)
    )

    assert without_it == release
    assert with_more == release


@given(offers, expressions, audiences)
def test_what_is_released_is_released_unchanged(offers: Offers, when: str, audience: str) -> None:
    """An audience that passes it on within itself passes on the same; it is a sound operation."""
    release = released_to(audience, pieces(offers, when))

    assert released_to(audience, release) == release


def seen(view: View) -> dict[str, Any]:
    """Return what matters of a view; terms that read alike count once."""
    return {
        "offers": {name: offer_seen(view, offer) for name, offer in view.offers.items()},
        "parties": {code: terms_seen(view, party.terms) for code, party in view.parties.items()},
        "when": condition_seen(view, view.propositions["agreed"].when),
        "cases": view.propositions["agreed"].chance_given,
        "asks": {name: ask_seen(view, ask) for name, ask in view.asks.items()},
        "groups": view.groups,
        "statements": list(view.statements),
        "audiences": view.audiences,
    }


def condition_seen(view: View, condition: Condition | None) -> Condition | None:
    """Return a condition; a capability of which nothing is offered or needed is never reached."""
    names = {*view.offers, *view.propositions, *view.parties}
    capabilities = {"troops", *(offer.capability or "" for offer in view.offers.values())}
    return condition and scrub(condition, names, capabilities)


def terms_seen(view: View, terms: tuple[Term, ...]) -> set[Condition | None]:
    """Return the conditions of terms."""
    return {condition_seen(view, term.condition) for term in terms}


def ask_seen(view: View, ask: Ask) -> tuple[object, ...]:
    """Return what matters of an ask."""
    change = ask.change
    assert change
    if change.kind is not ChangeKind.DROP or change.detail == "undisclosed":
        return change, ask.releasable_to
    return condition_seen(view, parse_condition(change.detail)), ask.releasable_to


def offer_seen(view: View, offer: Offer) -> tuple[object, ...]:
    """Return what matters of an offer."""
    return offer.firmness, offer.quantity, terms_seen(view, offer.terms), offer.since


@given(offers, expressions, expressions, audiences)
def test_the_release_shows_an_audience_what_the_whole_shows_it(
    offers: Offers, when: str, term: str, audience: str
) -> None:
    """Export and view follow one rule: the view of the release is the view of the whole."""
    everything = pieces(offers, when, term)
    release = released_to(audience, everything)

    of_release = view(build(release, "release"), audience=audience)

    assert seen(of_release) == seen(view(build(everything, "whole"), audience=audience))


STEPS: list[Step] = [
    {"since": "2025-03-01", "firmness": "floated", "evidence": ["S-001"], "terms": ["offer-two"]},
    {
        "since": "2025-03-02",
        "evidence": ["S-001"],
        "terms": [
            {"if": "offer-two and offer-two", "basis": "read", "note": "So we read it."},
            {"if": "offer-three", "basis": "assumed", "evidence": ["S-001"]},
        ],
    },
    {"since": "2025-03-03", "evidence": ["S-001"], "withdraw_terms": ["offer-two"]},
]
HIDDEN: list[Step] = [
    {"since": "2025-03-01", "firmness": "pledged", "evidence": ["S-911"], "releasable_to": "inner"}
]


def test_a_term_that_reads_like_one_taken_back_is_voiced_again() -> None:
    """All three become what is never true; only the first is taken back."""
    everything = pieces({"offer-one": STEPS, "offer-two": HIDDEN, "offer-three": HIDDEN})

    steps = content_of(released_to("public", everything), "offer-one")["steps"]

    assert steps[2]["withdraw_terms"] == ["at_least(1, [])"]
    assert steps[2]["terms"] == [
        {"if": "at_least(1, [])", "basis": "read", "note": "So we read it."},
        {"if": "at_least(1, [])", "basis": "assumed", "evidence": ["S-001"]},
    ]


def test_taking_back_a_term_that_only_a_withheld_step_gave_is_not_told() -> None:
    """Else it would tell the term."""
    steps: list[Step] = [
        {"since": "2025-03-01", "firmness": "floated", "evidence": ["S-001"]},
        {
            "since": "2025-03-02",
            "evidence": ["S-001"],
            "terms": ["backstop"],
            "releasable_to": "inner",
        },
        {
            "since": "2025-03-03",
            "evidence": ["S-001"],
            "withdraw_terms": ["backstop"],
            "releasable_to": "public",
        },
    ]
    everything = pieces({"offer-one": steps, "offer-two": HIDDEN, "offer-three": HIDDEN})

    assert content_of(released_to("public", everything), "offer-one")["steps"] == [
        steps[0],
        {"since": "2025-03-03", "evidence": ["S-001"], "releasable_to": "public"},
    ]


def test_an_offer_whose_firmness_is_withheld_is_of_undisclosed_firmness() -> None:
    """The public sees a later step only, which says how much, and not how firm."""
    steps = [
        HIDDEN[0],
        {"since": "2025-03-02", "quantity": 5, "evidence": ["S-001"], "releasable_to": "public"},
    ]
    everything = pieces({"offer-one": steps, "offer-two": HIDDEN, "offer-three": HIDDEN})

    release = released_to("public", everything)

    assert content_of(release, "offer-one")["steps"] == [steps[1] | {"firmness": "undisclosed"}]
    assert seen(view(build(release, "release"))) == seen(view(build(everything, "whole")))


def test_a_note_on_the_whole_offer_goes_with_its_default() -> None:
    """The entry is for the inner circle unless a step says otherwise; so is the entry's note."""
    steps = [STEPS[0] | {"releasable_to": "public"}]
    everything = pieces({"offer-one": steps, "offer-two": HIDDEN, "offer-three": HIDDEN})
    told = {"releasable_to": "inner", "note": "Between us."}
    everything = tuple(
        Piece(kind=piece.kind, id=piece.id, content={**piece.content, **told})
        if piece.id == "offer-one"
        else piece
        for piece in everything
    )

    content = content_of(released_to("public", everything), "offer-one")

    assert content.keys() == {"id", "party", "capability", "unit", "steps"}
    assert content_of(released_to("inner", everything), "offer-one").keys() >= told.keys()


def test_an_entry_without_steps_is_withheld_or_shown_whole() -> None:
    """Its keys are those of its one step."""
    everything = pieces(dict.fromkeys(OFFERS, HIDDEN))
    single = {
        "id": "offer-one",
        "party": "BRA",
        "capability": "undisclosed",
        "firmness": "pledged",
        "terms": ["undisclosed", "offer-two or backstop"],
        "evidence": ["S-001"],
    }

    def of(**more: str) -> tuple[Piece, ...]:
        content = single | more
        return tuple(
            Piece(kind=piece.kind, id=piece.id, content=content)
            if piece.id == "offer-one"
            else piece
            for piece in everything
        )

    shown = content_of(released_to("public", of()), "offer-one")
    assert shown == single | {"terms": ["undisclosed", "backstop"]}
    hidden = released_to("public", of(releasable_to="coalition"))
    assert [piece.id for piece in hidden if piece.kind is Kind.CONTRIBUTION] == []


def test_a_capability_that_nothing_shown_offers_or_needs_is_offered_nothing_of() -> None:
    """A sum of it is never reached, and a term that its offers share binds none."""
    everything = pieces(
        dict.fromkeys(OFFERS, HIDDEN), "backstop or total(airlift) >= 1", "backstop"
    )

    release = released_to("public", everything)

    assert content_of(release, "agreed")["when"] == "backstop"
    assert content_of(release, "north")["common_terms"] == [
        {"for": ["troops"], "if": "ceasefire", "basis": "assumed"}
    ]


def test_an_audience_nobody_named_is_told_with_the_nearest() -> None:
    """One sentence."""
    everything = pieces(dict.fromkeys(OFFERS, HIDDEN))

    with pytest.raises(UnknownId, match="coaliton: no such audience; did you mean coalition"):
        released_to("coaliton", everything)


def test_nothing_withheld_is_nothing_changed() -> None:
    """Every text stands as it was written, superfluous brackets, empty lists and all."""
    step = STEPS[0] | {"terms": ["((backstop))"], "note": "see S-001", "withdraw_terms": []}
    steps = [step, step | {"terms": []}]
    everything = pieces(dict.fromkeys(OFFERS, steps), "(ceasefire)", "(BRA)")

    release = released_to("inner", everything)

    left_out = content_of(everything, "north")["audiences"] | {}
    left_out.pop("press")
    assert release[1:] == everything[1:]
    assert content_of(release, "north") == content_of(everything, "north") | {"audiences": left_out}


def test_conditions_are_rewritten_as_their_parts_become_false() -> None:
    """By hand: c and d are unknown."""
    known = {"a", "b"}
    rewritten = {
        "a and b": "a and b",
        "a and c": "at_least(1, [])",
        "a or c": "a",
        "a or b or c": "a or b",
        "c or d": "at_least(1, [])",
        "not c": "at_least(0, [])",
        "not (a and c)": "at_least(0, [])",
        "not (a or c)": "not a",
        "not not c": "at_least(1, [])",
        "a and not c": "a",
        "not c and not d": "at_least(0, [])",
        "a or not c": "at_least(0, [])",
        "at_least(2, [a, b, c])": "at_least(2, [a, b])",
        "at_least(2, [a, a, c])": "at_least(1, [])",
        "at_least(2, [a, c])": "at_least(1, [])",
        "at_least(k, [a, c])": "at_least(k, [a])",
        "at_least(2, group)": "at_least(2, group)",
        "total(x) >= 3 or c": "total(x) >= 3",
    }

    assert {text: str(scrub(parse_condition(text), known)) for text in rewritten} == rewritten


def document(name: str, **more: str) -> Piece:
    """Return a document on record as a piece."""
    row = {
        "id": name,
        "source": f"documents/{name}.txt",
        "title": "",
        "site": "",
        "published_on": "",
        "date_basis": "",
        "origin": "",
        "reason": "",
        "releasable_to": "",
        "sha256": "",
        "read_from": "",
    }
    return Piece(kind=Kind.DOCUMENT, id=name, content={**row, **more})


def documents(*more: Piece) -> tuple[Piece, ...]:
    """Return an operation with documents as pieces."""
    return (*pieces(dict.fromkeys(OFFERS, HIDDEN)), *more)


def test_documents_are_released_without_those_withheld() -> None:
    """Neither as an origin, a reason nor an audience; nor the file's name, which is ours."""
    everything = documents(
        document("secret-memo", releasable_to="inner", read_from="x.pdf"),
        document("one", origin="secret-memo", reason="As secret-memo says", read_from="one.pdf"),
        document("two", origin="secret-memo"),
        document("three", origin="two", reason="It repeats two"),
        document("four", origin="A wire", releasable_to="inner;public"),
        document("five", origin="four", reason="It repeats secret-memo, too"),
        document("secret-link", releasable_to="inner", origin="seven"),
        document("six", origin="secret-link"),
        document("seven"),
    )

    release = released_to("public", everything)

    found = {one.id: one.content for one in release if one.kind is Kind.DOCUMENT}
    assert {name: row["origin"] for name, row in found.items()} == {
        "one": "",
        "two": "one",
        "three": "one",
        "four": "A wire",
        "five": "four",
        "six": "seven",
        "seven": "",
    }
    assert {row["reason"] for row in found.values()} == {"", "It repeats two"}
    assert {row["releasable_to"] for row in found.values()} == {"public"}
    assert {row["read_from"] for row in found.values()} == {""}
    assert "secret" not in text_of(release)
    assert released_to("public", release) == release


def test_a_release_counts_the_origins_that_the_whole_counts() -> None:
    """Two documents that share a withheld report are one source, there as here."""
    everything = documents(
        document("memo", releasable_to="inner"),
        document("one", origin="memo"),
        document("two", origin="one"),
        document("three", origin="memo"),
        document("four"),
    )
    release = released_to("public", everything)

    of_release = view(build(release, "release")).origins

    assert of_release == view(build(everything, "whole")).origins
    assert len(set(of_release.values())) == 2


def test_reviews_are_no_part_of_what_is_released() -> None:
    """They say how the ledger came about."""
    review = Piece(kind=Kind.REVIEW, id="r", content={})
    everything = documents()

    release = released((*everything, review), build(everything, "test"), "inner")

    assert [one for one in release if one.kind is Kind.REVIEW] == []
