"""The labelled stories: which texts are of one report, and which only of the same event."""

import json
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from guarantor.intake.origins import origins
from tests.intake.origins.making import printed

STORIES = Path(__file__).parents[2] / "data" / "intake" / "stories-dev.jsonl"


class Scored(NamedTuple):
    """Over all pairs of texts: how many are rightly, wrongly and not held together."""

    right: int
    wrong: int
    missed: int

    @property
    def recall(self) -> float:
        """The share of pairs of one report that were found."""
        return self.right / (self.right + self.missed)

    @property
    def precision(self) -> float:
        """The share of pairs held together that are of one report."""
        return self.right / (self.right + self.wrong)


def scored(path: Path) -> Scored:
    """Hold the origins found against the labels."""
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    prints = [
        printed(row["id"], row["text"], date.fromisoformat(row["dated"]) if row["dated"] else None)
        for row in rows
    ]
    home = {name: one.id for one in origins(prints) for name in one.documents}
    counts = {(True, True): 0, (False, True): 0, (True, False): 0, (False, False): 0}
    for one, other in combinations(rows, 2):
        is_one = one["story"] == other["story"] and "independent" not in {
            one["kind"],
            other["kind"],
        }
        counts[is_one, home[one["id"]] == home[other["id"]]] += 1
    return Scored(counts[True, True], counts[False, True], counts[True, False])


def test_rewritings_are_found_and_independent_reports_are_not() -> None:
    """On the stories that the rule was written with; the others are measured apart."""
    found = scored(STORIES)

    assert found.recall >= 0.95
    assert found.precision >= 0.95
