"""What stands on every document of the review."""

from guarantor.model import View
from guarantor.room.heading import marking
from guarantor.room.review.documents import ReviewHeading


def review_heading(seen: View) -> ReviewHeading:
    """Return the heading of a document of the review."""
    return {
        "operation": seen.id,
        "name": seen.name,
        "audience": seen.audience,
        "marking": marking(seen.audience),
        "as_known_on": seen.as_known_on.isoformat(),
    }
