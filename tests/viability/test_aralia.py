"""The Aralia fault trees are read as they were written; skipped where they are absent."""

from functools import cache
from pathlib import Path

import pytest

from benchmarks.viability import aralia
from guarantor.viability.formulas import AtLeastOf, Both, Either, Event, No, Truth, leaves
from tests.viability.full_diagram import Diagram

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "aralia"
KINDS = """
<opsa-mef>
  <define-fault-tree name="kinds">
    <define-gate name="top">
      <atleast min="2"><gate name="one"/><gate name="neither"/><basic-event name="a"/></atleast>
    </define-gate>
    <define-gate name="one"><xor><basic-event name="a"/><basic-event name="b"/></xor></define-gate>
    <define-gate name="neither">
      <nor><basic-event name="a"/><basic-event name="b"/></nor>
    </define-gate>
  </define-fault-tree>
  <model-data>
    <define-basic-event name="a"><float value="0.5"/></define-basic-event>
    <define-basic-event name="b"><float value="0.25"/></define-basic-event>
  </model-data>
</opsa-mef>
"""
QUICK = ["baobab1", "chinese", "das9201", "das9204", "das9209", "ftr10", "isp9606", "isp9607"]

needs_the_trees = pytest.mark.skipif(not FOLDER.is_dir(), reason="the fault trees are absent")


def events_in_order(tree: aralia.FaultTree) -> tuple[str, ...]:
    """Return the events in the order in which a reader of the tree comes across them."""
    seen: dict[Event | Truth, None] = {}

    def note(gate: str) -> None:
        for leaf in leaves(tree.gates[gate]):
            if leaf not in seen:
                seen[leaf] = None
                if isinstance(leaf, Truth):
                    note(leaf.name)

    note(tree.top)
    return tuple(leaf.name for leaf in seen if isinstance(leaf, Event))


def chance(tree: aralia.FaultTree) -> float:
    """Return the chance of the top gate."""
    diagram = Diagram(events_in_order(tree))

    @cache
    def node(gate: str) -> int:
        return diagram.of(tree.gates[gate], node)

    top = node(tree.top)
    return diagram.all_chances(tree.chances)[top]


@needs_the_trees
def test_all_trees_are_read_whole() -> None:
    """As many gates and events as were counted in the files by others."""
    known = aralia.known(FOLDER)

    read = {tree.name: (len(tree.gates), len(tree.chances)) for tree in aralia.trees(FOLDER)}

    assert len(read) == 43
    assert read == {name: (one.gates, one.events) for name, one in known.items()}


@needs_the_trees
@pytest.mark.parametrize("name", QUICK)
def test_a_tree_has_the_chance_that_others_found(name: str) -> None:
    """Published or SCRAM's, both to six digits; those that a plain diagram gets through at once."""
    found = chance(aralia.read(FOLDER / f"{name}.xml"))

    assert found == pytest.approx(aralia.known(FOLDER)[name].chance, rel=1e-5)


def test_every_kind_of_gate_is_read(tmp_path: Path) -> None:
    """By hand: two of (exactly one, neither, a) is a without b, for neither goes with none else."""
    path = tmp_path / "kinds.xml"
    path.write_text(KINDS)

    tree = aralia.read(path)

    a, b = Event("a"), Event("b")
    assert tree.top == "top"
    assert tree.chances == {"a": 0.5, "b": 0.25}
    assert tree.gates == {
        "top": AtLeastOf(2, (Truth("one"), Truth("neither"), a)),
        "one": Either((Both((a, No(b))), Both((No(a), b)))),
        "neither": No(Either((a, b))),
    }
    assert chance(tree) == pytest.approx(1 / 2 * 3 / 4)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('<!DOCTYPE opsa-mef [<!ENTITY a "b">]><opsa-mef/>', "declares a document type"),
        ("<opsa-mef>", "is no XML"),
        ("<opsa-mef/>", "has 0 top gates"),
        (
            '<m><define-gate name="top"><maybe/></define-gate></m>',
            "no <maybe> in a formula",
        ),
    ],
)
def test_what_is_no_fault_tree_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    """A document type could hold entities that grow without end, or that read other files."""
    path = tmp_path / "odd.xml"
    path.write_text(text)

    with pytest.raises(aralia.NotATree, match=complaint):
        aralia.read(path)
