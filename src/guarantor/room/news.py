"""What became known day by day, to an audience: worked out from what it saw on each day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from guarantor.ledger import Change, ChangeKind, changes, view
from guarantor.ledger.wording import offer_words
from guarantor.model import Offer, Operation, View
from guarantor.room.daily import Daily
from guarantor.room.options import Options

_KEPT = 8
"""For so many operations, audiences and statements left out the news is kept."""


@dataclass(frozen=True, kw_only=True)
class News:
    """What became known on one day.

    Attributes:
        statements: The statements published that day.
        changes: What else changed from the day before.
        repeated: The offers of which something was said again and nothing changed.
    """

    day: date
    statements: tuple[str, ...]
    changes: tuple[Change, ...]
    repeated: tuple[Change, ...]

    def about(self, offer: str, party: str) -> tuple[Change, ...]:
        """Return what changed of an offer, its party's terms for taking part among it."""
        return tuple(
            change
            for change in (*self.changes, *self.repeated)
            if (change.kind is ChangeKind.OFFER and change.id == offer)
            or (change.kind is ChangeKind.PARTY_TERM and change.id == party)
        )


class _Same:
    """An operation that is told from others by being the same object."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.operation is other.operation

    def __hash__(self) -> int:
        return id(self.operation)


def news(operation: Operation, options: Options) -> tuple[News, ...]:
    """Return what became known on each day on which anything did, earliest first.

    Every day counts on which this audience saw something that it had not seen the day before;
    what is withheld from it makes no day. It is kept, so asking again costs nothing.

    Args:
        operation: Everything on record.
        options: The audience, and the statements to do without.

    Raises:
        UnknownId: The audience or a statement is not on record for that audience.
    """
    return _news(_Same(operation), options.audience, options.without)


@lru_cache(maxsize=_KEPT)
def _news(same: _Same, audience: str, without: tuple[str, ...]) -> tuple[News, ...]:
    daily = Daily(same.operation, audience, without)
    told = []
    for day in daily.days:
        part = daily.on(day)
        before, after = (
            view(part, audience=audience, as_known_on=asked, without=without)
            for asked in (day - timedelta(days=1), day)
        )
        told.append(news_between(before, after))
    return tuple(one for one in told if one.statements or one.changes or one.repeated)


def news_between(before: View, after: View) -> News:
    """Return what became known from one view to another of the same operation."""
    found = changes(before, after)
    changed = {one.id for one in found if one.kind is ChangeKind.OFFER}
    return News(
        day=after.as_known_on,
        statements=tuple(one.id for one in found if one.kind is ChangeKind.STATEMENT),
        changes=tuple(one for one in found if one.kind is not ChangeKind.STATEMENT),
        repeated=tuple(
            _repeated(after, offer, before.offers[name])
            for name, offer in after.offers.items()
            if name not in changed and _is_said_again(offer, before.offers[name])
        ),
    )


def _is_said_again(offer: Offer, earlier: Offer) -> bool:
    return offer.since != earlier.since or not set(offer.evidence) <= set(earlier.evidence)


def _repeated(view: View, offer: Offer, earlier: Offer) -> Change:
    new = tuple(name for name in offer.evidence if name not in earlier.evidence)
    return Change(
        kind=ChangeKind.OFFER,
        id=offer.id,
        key="repeated",
        evidence=new,
        sentence=f"What was known of {offer_words(view, offer)} was said again: {offer.firmness}, "
        "nothing else changed.",
    )


def seen_on(operation: Operation, options: Options, asked: date) -> View:
    """Return what was in view on another day, all else as asked."""
    return replace(options, as_known_on=asked).view(operation)
