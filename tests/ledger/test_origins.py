"""Whose reports documents are, as an audience may know it."""

from dataclasses import replace

import pytest

from guarantor.ledger.origins import documents_in_view, first_of, origins
from guarantor.ledger.visibility import shown_reason
from guarantor.model import KnownDocument, Operation
from tests.ledger.test_visibility import operation


def known(name: str, origin: str = "", *, to: str = "public", reason: str = "") -> KnownDocument:
    """Return a document on record."""
    return KnownDocument(
        id=name,
        source=f"https://{name}.org",
        origin=origin or name,
        reason=reason,
        releasable_to=(to,),
    )


def of(*documents: KnownDocument) -> Operation:
    """Return an operation with some documents."""
    return replace(operation(), documents={one.id: one for one in documents})


def told(operation: Operation, audience: str = "public") -> dict[str, str]:
    """Return the origin of each document that an audience may know of, by ids."""
    seen = documents_in_view(operation, audience)
    found = origins(seen.values(), operation.documents)
    return {one.id: found[one.source] for one in seen.values()}


def test_documents_of_one_report_have_its_address() -> None:
    """Or its words, where it is none of those on record."""
    documents = of(
        known("a"), known("b", "a"), known("c", "A wire report"), known("d", "A wire report")
    )

    assert told(documents) == {
        "a": "https://a.org",
        "b": "https://a.org",
        "c": "A wire report",
        "d": "A wire report",
    }


def test_what_repeats_a_repetition_comes_from_the_first() -> None:
    """By hand: c repeats b, and b repeats a."""
    assert set(told(of(known("c", "b"), known("b", "a"), known("a"))).values()) == {"https://a.org"}
    assert first_of(known("c", "b"), of(known("b", "Reuters")).documents) == "Reuters"


@pytest.mark.parametrize("names", ["ab", "abc"])
def test_what_repeats_itself_in_a_circle_is_one_report(names: str) -> None:
    """Named for the first by id, whichever stands first; what repeats one of them, too."""
    circle = [known(one, other) for one, other in zip(names, names[1:] + names[0], strict=True)]

    found = told(of(*reversed(circle), known("z", names[-1])))

    assert set(found.values()) == {"https://a.org"}


def test_a_withheld_origin_is_named_by_the_first_that_shares_it() -> None:
    """The two are one source still, and nothing is told of the third."""
    documents = of(
        known("memo", to="inner"),
        known("one", "memo", reason="It retells memo."),
        known("two", "memo"),
        known("three", "two"),
        known("four"),
    )

    assert told(documents) == {
        "one": "https://one.org",
        "two": "https://one.org",
        "three": "https://one.org",
        "four": "https://four.org",
    }
    assert told(documents, "inner")["one"] == "https://memo.org"
    assert documents_in_view(documents, "public")["https://one.org"].reason == ""
    assert documents_in_view(documents, "inner")["https://one.org"].reason == "It retells memo."


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("The same report as memo: so", ""),
        ("It repeats memo.", ""),
        ("memo", ""),
        ("A memorandum says so; see memo-2.", "A memorandum says so; see memo-2."),
        ("", ""),
    ],
)
def test_a_reason_that_names_what_is_withheld_is_left_out(reason: str, shown: str) -> None:
    """A word that only begins so is no name."""
    assert shown_reason(known("one", "four", reason=reason), {"memo"}) == shown
    assert shown_reason(known("one", "memo", reason="Plain"), {"memo"}) == ""
