"""Facets: narrowing a list by what its rows have, and counting what each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from typing_extensions import TypedDict

T = TypeVar("T")


class FacetValue(TypedDict):
    """A value that rows may be narrowed to, and how many there are of it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Facet(Generic[T]):
    """One way to narrow a list.

    Attributes:
        name: What it is called in the address.
        values: The values that a row has of it.
        chosen: A row stays that has one of these; every row where there are none.
        label: What a value is called.
        order: What values are sorted by.
    """

    name: str
    values: Callable[[T], Iterable[str]]
    chosen: tuple[str, ...]
    label: Callable[[str], str] = str
    order: Callable[[str], tuple[float, str]] = lambda value: (0, value)

    def keeps(self, row: T) -> bool:
        """Tell whether a row stays."""
        return not self.chosen or not set(self.chosen).isdisjoint(self.values(row))


def narrowed(rows: Iterable[T], facets: Sequence[Facet[T]]) -> list[T]:
    """Return the rows that every facet keeps."""
    return [row for row in rows if all(facet.keeps(row) for facet in facets)]


def facet_counts(rows: Sequence[T], facets: Sequence[Facet[T]]) -> dict[str, list[FacetValue]]:
    """Return, for each facet, how many rows there are of each value under the other facets.

    A value that the others leave nothing of stays, with 0; so does one that was chosen.
    """
    return {facet.name: _counted(rows, facet, facets) for facet in facets}


def _counted(rows: Sequence[T], facet: Facet[T], facets: Sequence[Facet[T]]) -> list[FacetValue]:
    others = [one for one in facets if one is not facet]
    counts = Counter({value: 0 for row in rows for value in facet.values(row)})
    counts.update(dict.fromkeys(facet.chosen, 0))
    for row in narrowed(rows, others):
        counts.update(set(facet.values(row)))
    return [
        {
            "value": value,
            "label": facet.label(value),
            "count": counts[value],
            "chosen": value in facet.chosen,
        }
        for value in sorted(counts, key=facet.order)
    ]


def has_words(wanted: str, *texts: str) -> bool:
    """Tell whether every word that is looked for stands in some text, in capitals or not.

    Example:
        >>> has_words("land brav", "Bravia", "land troops")
        True
    """
    text = "\n".join(texts).casefold()
    return all(word in text for word in wanted.casefold().split())
