"""Progress: how a long question tells how far it is, wherever it is asked from."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Passes items through and tells how far they are."""

    def __call__(self, items: Sequence[T], label: str) -> Iterable[T]:
        """Return the items, one after the other, under a label."""
        ...


def silent(items: Sequence[T], label: str) -> Iterable[T]:  # noqa: ARG001  a Track that says nothing
    """Return the items and say nothing."""
    return items
