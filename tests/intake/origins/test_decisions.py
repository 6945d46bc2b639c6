"""What a person decided wins over what the machine finds."""

from itertools import combinations

import pytest

from benchmarks.intake.articles import Writer
from guarantor.errors import Unusable
from guarantor.intake.origins import Origin, Stage, origins
from tests.intake.origins.making import printed
from tests.intake.origins.stories import INDEPENDENT, LIGHT, ORIGINAL, OTHER, REWRITTEN

PRINTS = [
    printed("a", ORIGINAL),
    printed("b", LIGHT),
    printed("c", REWRITTEN),
    printed("d", INDEPENDENT),
    printed("e", OTHER),
    printed("f", ORIGINAL),
]


def members(found: tuple[Origin, ...]) -> list[tuple[str, ...]]:
    """Return the names in each origin, in order."""
    return sorted(tuple(sorted(one.documents)) for one in found)


def test_without_decisions_four_are_one() -> None:
    """The original, its copy, the edited one and the rewriting."""
    assert members(origins(PRINTS)) == [("a", "b", "c", "f"), ("d",), ("e",)]


def test_split_documents_are_apart() -> None:
    """One of the two stays with the others, and the other says why it is alone."""
    found = origins(PRINTS, splits=[("a", "c"), ("b", "c"), ("c", "f")])

    assert members(found) == [("a", "b", "f"), ("c",), ("d",), ("e",)]
    [alone] = [one for one in found if one.documents == ("c",)]
    assert alone.reason.startswith("alone: a person decided that it does not come from the same")


def test_a_group_of_a_split_is_apart_pair_by_pair() -> None:
    """Three names at once."""
    found = origins(PRINTS, splits=[("a", "b", "c")])

    homes = {name: one.id for one in found for name in one.documents}
    assert all(homes[one] != homes[other] for one, other in combinations("abc", 2))


def test_even_copies_can_be_split() -> None:
    """Two papers may have written the same sentence; their origins have different names."""
    found = origins([PRINTS[0], PRINTS[5]], splits=[("a", "f")])

    assert members(found) == [("a",), ("f",)]
    assert len({one.id for one in found}) == 2
    assert found[1].id == f"{found[0].id}-2"


def test_a_third_copy_goes_to_the_first_that_it_may_be_with() -> None:
    """Three copies, of which the first and the second are split."""
    copies = [printed(name, ORIGINAL) for name in "xyz"]

    assert members(origins(copies, splits=[("x", "y")])) == [("x", "z"), ("y",)]
    assert members(origins(copies, splits=[("x", "y"), ("x", "z")])) == [("x",), ("y", "z")]
    assert members(origins(copies, splits=["xyz"])) == [("x",), ("y",), ("z",)]


def test_merged_documents_are_together_with_what_each_attracts() -> None:
    """The independent report and the wheat are none, but a person says so."""
    found = origins(PRINTS, merges=[("d", "a"), ("e", "d")])

    assert members(found) == [("a", "b", "c", "d", "e", "f")]
    stages = {link.document: link.stage for link in found[0].links}
    assert Stage.PERSON in stages.values()
    assert "by a person's decision" in found[0].reason
    assert any(
        link.reason.startswith("a person decided that it comes from the same report as ")
        for link in found[0].links
    )


def test_a_file_is_named_by_its_hash_too() -> None:
    """The hash names every document of that content: the copy as well."""
    hashes = {one.name: one.sha256 for one in PRINTS}

    by_hash = origins(PRINTS, splits=[(hashes["a"], hashes["c"])], merges=[(hashes["d"], "e")])
    by_name = origins(PRINTS, splits=[("a", "c"), ("f", "c")], merges=[("d", "e")])

    assert by_hash == by_name


def test_a_decision_on_documents_that_are_not_here_binds_nobody() -> None:
    """It may be about another folder."""
    assert origins(PRINTS, splits=[("a", "gone")], merges=[("gone", "lost")]) == origins(PRINTS)


def test_a_contradiction_is_one_sentence() -> None:
    """It names both documents; also where the merging goes by way of a third."""
    with pytest.raises(Unusable, match="were both merged into one origin and split into two"):
        origins(PRINTS, splits=[("a", "e")], merges=[("a", "d"), ("d", "e")])


def test_of_many_merged_documents_each_is_in_the_one_origin() -> None:
    """Seven bodies; what repeats or retells any of them comes along."""
    writer = Writer(6)
    others = [printed(f"{number}", writer.article()) for number in range(6)]

    found = origins([*PRINTS[:3], *others], merges=[("a", *(one.name for one in others))])

    assert members(found) == [("0", "1", "2", "3", "4", "5", "a", "b", "c")]
