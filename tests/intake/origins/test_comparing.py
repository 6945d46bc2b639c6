"""What is looked up quickly is what comparing every pair would find."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import Origin, Stage, origins
from guarantor.intake.origins.banding import HUBS, ROWS, alike
from guarantor.intake.origins.comparing import retellings
from guarantor.intake.origins.retelling import Retelling, is_retold
from guarantor.intake.origins.wording import VALUES
from tests.intake.origins.making import printed
from tests.intake.origins.stories import INDEPENDENT, ORIGINAL, OTHER, REWRITTEN


def test_bands_give_the_pairs_that_share_one() -> None:
    """Against every pair, where no band is shared by many."""
    chance = np.random.default_rng(1)
    rows = chance.integers(0, 6, (40, VALUES)).astype(np.uint16)
    bands = [slice(start, start + ROWS) for start in range(0, VALUES - ROWS + 1, ROWS)]

    expected = {
        (one, other)
        for one, other in combinations(range(40), 2)
        if any((rows[one, band] == rows[other, band]).all() for band in bands)
    }

    found = list(alike(rows))
    assert found == sorted(expected)


def test_where_many_share_a_band_each_is_held_against_the_first_ones() -> None:
    """A hundred copies are a hundred times sixteen pairs, not five thousand."""
    found = list(alike(np.zeros((100, VALUES), np.uint16)))

    assert len(found) == sum(range(100 - HUBS, 100))
    assert {hub for hub, _ in found} == set(range(HUBS))


def test_hundreds_of_edited_copies_are_one_origin() -> None:
    """The limit on a band costs none of them."""
    writer = Writer(2)
    text = writer.article()
    prints = [printed(f"{number:03}", writer.edited(text, 0.03)) for number in range(150)]

    assert [len(one.documents) for one in origins(prints)] == [150]


def test_candidates_miss_no_retelling() -> None:
    """Against every pair, among sixty articles and rewritings."""
    writer = Writer(8)
    texts = [ORIGINAL, REWRITTEN, INDEPENDENT, OTHER, *writer.articles(20)]
    texts += [writer.edited(text, 0.3) for text in texts]
    held = Retelling([printed(str(number), text) for number, text in enumerate(texts)])

    every = {pair for pair in combinations(range(48), 2) if is_retold(held.shared(*pair))}
    quick = {pair for pair in held.candidates() if is_retold(held.shared(*pair))}

    assert quick == every
    assert len(every) >= 24


def test_facts_in_another_order_weigh_less() -> None:
    """By a quarter where it is reversed: the likeness is 3/4 of what it was."""
    lines = [
        f"At Majura{letter} they saw {number} men."
        for letter, number in zip("abcdef", range(100, 700, 100), strict=True)
    ]
    prints = [
        printed("a", " ".join(lines)),
        printed("b", " ".join(lines)),
        printed("c", " ".join(lines[::-1])),
    ]
    held = Retelling(prints)

    assert held.shared(0, 1).likeness == pytest.approx(1.0)
    # Within each line the order stays: of 66 pairs of 12 facts, 6 do.
    assert held.shared(0, 2).likeness == pytest.approx((3 + 6 / 66) / 4)


def test_too_little_in_common_is_no_retelling() -> None:
    """Three names are the whole of a note, and still no evidence."""
    held = Retelling(
        [
            printed("a", "So said Karnov in Majura to Weil."),
            printed("b", "Then Karnov met Weil in Majura."),
        ]
    )

    shared = held.shared(0, 1)

    assert shared.likeness > 0.6
    assert not is_retold(shared)


def test_documents_without_facts_retell_nothing() -> None:
    """Nor does no document."""
    held = Retelling([printed("a", "and so on"), printed("b", "on and so")])

    assert list(held.candidates()) == []
    assert held.shared(0, 1).likeness == 0.0
    assert list(Retelling([]).candidates()) == []
    assert retellings([], [], frozenset()) == {}


def test_embeddings_decide_where_facts_nearly_do() -> None:
    """They are asked by name, and only about documents that share some facts."""
    half = """Tarvia and Norland count on Majura. The 640 of whom Ilse Karnov spoke are engineers.

Meanwhile the fishermen of Dorn complain about cormorants, which took 3,100 tons of herring last
year. A biologist at the station on Hallig, Peer Ohlsen, doubts it: “Cormorants eat what they find,
and herring is not what they find here.” His report of 212 pages goes to the committee in autumn."""
    texts = {"a": ORIGINAL, "b": half, "c": OTHER}
    asked: list[str] = []

    def same(names: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        asked.extend(names)
        return np.ones((len(names), 3))

    def unlike(names: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.eye(len(names))

    prints = [printed(name, text) for name, text in texts.items()]

    assert _members(origins(prints)) == [("a",), ("b",), ("c",)]
    assert _members(origins(prints, embeddings=unlike)) == [("a",), ("b",), ("c",)]
    found = origins(prints, embeddings=same)
    assert _members(found) == [("a", "b"), ("c",)]
    assert sorted(set(asked)) == ["a", "b"]
    [link] = [link for one in found for link in one.links]
    assert link.stage is Stage.EMBEDDING
    assert "cosine 1.00, and shares rare facts" in link.reason


def _members(found: Sequence[Origin]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(one.documents)) for one in found)
