"""What decides most, as the brief tells it."""

from guarantor.brief.compose import compose
from guarantor.brief.document import Ends, ImportanceRow, R
from tests.brief.sample import sample


def ends(low: float, high: float) -> R[Ends]:
    """Return a measure that is the same in both readings."""
    return {
        "nobody_moves_first": {"at_low": low, "at_high": high},
        "moving_together": {"at_low": low, "at_high": high},
    }


def row(name: str, kind: str, birnbaum: R[Ends], shapley: R[Ends]) -> ImportanceRow:
    """Return a row of which two measures matter."""
    nothing = ends(0, 0)
    return {
        "id": name,
        "kind": kind,
        "birnbaum": birnbaum,
        "criticality": nothing,
        "shapley": shapley,
        "banzhaf": nothing,
    }


def test_the_most_decisive_are_told_in_percentage_points() -> None:
    """In the order of the document; what decides nothing is left out."""
    document = sample()
    document["importance"] = [
        row("backstop", "proposition", ends(0.05, 0.199), ends(0, 0.0228)),
        row("BRA", "party", ends(-0.012, 0.1), ends(0, 0.01)),
        row("ALF", "party", ends(0, 0), ends(0, 0)),
    ]

    section = next(one for one in compose(document).annexes if one.anchor == "deciding")
    table = section.blocks[1]

    assert [[cell.text for cell in one.cells] for one in table.rows] == [  # type: ignore[union-attr]
        ["Guarantia stands behind the force", "+5.0", "+19.9", "+0.0", "+2.3"],
        ["Bravia joins", "−1.2", "+10.0", "+0.0", "+1.0"],
    ]


def test_without_chances_nothing_is_said_of_it() -> None:
    """What is lost with a thing ranks it then."""
    anchors = [section.anchor for section in compose(sample()).annexes]

    assert "deciding" not in anchors
