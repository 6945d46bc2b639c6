"""What holds whatever the documents are."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import Fingerprint, origins
from guarantor.intake.origins.stars import stars
from tests.intake.origins.making import printed
from tests.intake.origins.stories import INDEPENDENT, LIGHT, ORIGINAL, OTHER, REWRITTEN

_WRITER = Writer(23)
_BASES = [ORIGINAL, OTHER, INDEPENDENT, *_WRITER.articles(3)]
TEXTS = [
    ORIGINAL,
    LIGHT,
    REWRITTEN,
    "",
    *(_WRITER.edited(text, share) for text in _BASES for share in (0.0, 0.05, 0.15, 0.4)),
]
FIRST = date(2024, 5, 1)

documents = st.lists(
    st.tuples(st.integers(0, len(TEXTS) - 1), st.none() | st.integers(0, 20)),
    max_size=12,
).map(
    lambda rows: [
        printed(f"{place}.txt", TEXTS[text], None if days is None else FIRST + timedelta(days=days))
        for place, (text, days) in enumerate(rows)
    ]
)
pairs = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])
graphs = st.dictionaries(pairs, st.floats(0.01, 1.0), max_size=25)


@settings(deadline=None, max_examples=60)
@given(documents, st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(
    prints: list[Fingerprint], chance: random.Random
) -> None:
    """Names, members, reasons and their order are the same."""
    shuffled = list(prints)
    chance.shuffle(shuffled)

    assert origins(shuffled) == origins(prints)


@settings(deadline=None, max_examples=60)
@given(documents)
def test_every_document_is_in_exactly_one_origin(prints: list[Fingerprint]) -> None:
    """None is lost, none counts twice, no two origins have one name, and each says why."""
    found = origins(prints)

    assert sorted(name for one in found for name in one.documents) == sorted(
        one.name for one in prints
    )
    assert len({one.id for one in found}) == len(found)
    assert all(len(one.links) == len(one.documents) - 1 for one in found)
    assert all(one.reason and all(link.reason for link in one.links) for one in found)


@settings(deadline=None, max_examples=20)
@given(documents, st.integers(0, 1))
def test_a_later_stranger_renames_no_origin(prints: list[Fingerprint], seed: int) -> None:
    """An origin is named after its first document."""
    stranger = printed("stranger.txt", Writer(900 + seed).article(), None)

    before = {one.id: one.documents for one in origins(prints)}
    after = {one.id: one.documents for one in origins([*prints, stranger])}

    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


@given(graphs)
def test_every_member_of_a_star_is_tied_to_its_centre(ties: dict[tuple[int, int], float]) -> None:
    """So that nothing counts by way of a third; and no two centres are tied."""
    found = stars(range(10), ties)

    assert sorted(found) == list(range(10))
    for member, centre in found.items():
        assert found[centre] == centre
        assert member == centre or (min(member, centre), max(member, centre)) in ties
    centres = set(found.values())
    assert not any(one in centres and other in centres for one, other in ties)


@given(graphs, st.sets(pairs, max_size=10))
def test_nobody_is_with_whom_he_is_to_be_kept_apart(
    ties: dict[tuple[int, int], float], apart: set[tuple[int, int]]
) -> None:
    """Whatever ties there are."""
    found = stars(range(10), ties, apart)

    assert sorted(found) == list(range(10))
    assert all(found[one] != found[other] for one, other in apart)


@pytest.mark.parametrize("count", [5, 40])
def test_a_chain_of_edits_does_not_become_a_giant(count: int) -> None:
    """Each is an edit of the one before; the first and the last have nothing in common."""
    writer = Writer(4)
    chain: list[str] = [writer.article()]
    for _ in range(count - 1):
        chain.append(writer.edited(chain[-1], 0.2))
    found = origins([printed(f"{number:02}", text) for number, text in enumerate(chain)])

    assert max(_reach(one.documents) for one in found) <= 12
    assert len(found) >= count / 12


def _reach(names: Sequence[str]) -> int:
    places = [int(name) for name in names]
    return max(places) - min(places)
