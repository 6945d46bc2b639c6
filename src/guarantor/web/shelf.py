"""A shelf: what was worked out lately, bounded in number and weight."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Keeps things by their keys; what was not asked for longest goes first.

    Attributes:
        most: How many are kept at most.
        heaviest: How much they weigh together at most; a heavier one is not kept at all.
    """

    def __init__(self, *, most: int, heaviest: int, weigh: Callable[[T], int]) -> None:
        self.most = most
        self.heaviest = heaviest
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> T | None:
        """Return what is kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Hashable, thing: T) -> None:
        """Keep a thing, and let go of others where that is too much."""
        weight = self._weigh(thing)
        with self._lock:
            if key in self._kept:
                self._weight -= self._weigh(self._kept.pop(key))
            if weight > self.heaviest:
                return
            self._kept[key] = thing
            self._weight += weight
            while len(self._kept) > self.most or self._weight > self.heaviest:
                _, gone = self._kept.popitem(last=False)
                self._weight -= self._weigh(gone)

    def __len__(self) -> int:
        return len(self._kept)
