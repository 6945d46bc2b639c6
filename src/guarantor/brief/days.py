"""Breadth and substance day by day, of what the need asks for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from guarantor.brief.document import DayRow
from guarantor.brief.firmness import is_firm
from guarantor.brief.index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How things stood at the end of a day.

    Attributes:
        parties: Breadth: parties with an offer on record.
        by_firmness: Substance: their offers.
        sized: How many of these have a quantity that was disclosed.
    """

    day: str
    statements: int
    parties: int
    by_firmness: Mapping[str, int]
    sized: int
    events: tuple[str, ...]

    @property
    def firm(self) -> int:
        """How many offers are pledged or firmer."""
        return sum(many for word, many in self.by_firmness.items() if is_firm(word))


def days(index: Index) -> list[Day]:
    """Return the days on which something was published, from the first with an offer on."""
    told = [_day(index, row) for row in index.document["series"]]
    first = next((place for place, day in enumerate(told) if day.parties), len(told))
    return told[first:]


def _day(index: Index, row: DayRow) -> Day:
    counted = index.counted(row["on_record"])
    return Day(
        day=row["day"],
        statements=row["statements"],
        parties=len(index.whose(counted)),
        by_firmness=Counter(row["on_record"][name] for name in counted),
        sized=len(index.counted(row["sized"])),
        events=tuple(row["events"]),
    )
