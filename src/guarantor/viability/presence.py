"""Presence: which contributions count, and which are in place on the day asked about."""

from datetime import date

from guarantor.model import Offer, View
from guarantor.viability.counting import Counting
from guarantor.viability.question import Question


def can_be_offered(offer: Offer, question: Question) -> bool:
    """Tell whether a contribution is on or above the floor, or supposed to be offered."""
    return question.suppose.get(offer.id, offer.firmness.is_at_least(question.firm))


def is_counted_elsewhere(offer: Offer, view: View, question: Question) -> bool:
    """Tell whether another contribution that can be offered already counts this one."""
    whole = view.offers.get(offer.part_of or "")
    return whole is not None and can_be_offered(whole, question)


def is_there(offer: Offer, view: View, valid_on: date | None, counting: Counting) -> bool:
    """Tell whether a contribution is in place on the day asked about.

    Where notice is unknown it is not there when counting low, and there otherwise.
    """
    known = there(offer, view, valid_on)
    return counting is not Counting.LOW if known is None else known


def there(offer: Offer, view: View, valid_on: date | None) -> bool | None:
    """Tell whether a contribution is in place on a day; ``None`` where notice is unknown.

    Where activation or the day is unknown, dates are left aside: it is there.
    """
    if valid_on is None or view.activation is None:
        return True
    if offer.available is not None and not offer.available.contains(valid_on):
        return False
    room = (valid_on - view.activation).days - (offer.transit_days or 0)
    default = view.notice_days_default
    notice = default.value if offer.notice_days is None and default else offer.notice_days
    if notice is None:
        return None if room >= 0 else False
    return notice <= room
