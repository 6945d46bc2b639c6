"""Stops: where a review in the terminal halts, each an item or a sentence without one."""

from dataclasses import dataclass

from guarantor.room import Item, ReviewDocument


@dataclass(frozen=True, slots=True)
class Stop:
    """A stretch of the text that is decided on.

    Attributes:
        item: What is proposed there; ``None`` where nothing is.
    """

    start: int
    end: int
    item: Item | None

    @property
    def is_open(self) -> bool:
        """Whether something waits here for a decision."""
        return self.item is not None and self.item["state"] in {"open", "awaiting"}

    def is_of(self, name: str) -> bool:
        """Tell whether it is the stop of an item."""
        return self.item is not None and self.item["id"] == name


def stops_of(document: ReviewDocument) -> list[Stop]:
    """Return every stop of a document in order.

    A sentence stands by itself where no item touches it; that of a passage that stood earlier, or
    of boilerplate, does not.
    """
    stops = [Stop(one["start"], one["end"], one) for one in document["items"]]
    for one in document["sentences"]:
        if one["repeated"] or one["boilerplate"]:
            continue
        touched = any(stop.start < one["end"] and one["start"] < stop.end for stop in stops)
        if not touched:
            stops.append(Stop(one["start"], one["end"], None))
    return sorted(stops, key=lambda stop: (stop.start, stop.end))
