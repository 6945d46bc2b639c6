"""What steps and records share: the day since when something was known, and its order."""

from itertools import pairwise

from guarantor.operation.nodes import Listed, Scalar, find
from guarantor.operation.reading import Claim
from guarantor.operation.shapes import Values


def claim_since(values: Values, what: str) -> None:
    """Note that each statement cited has to be published by the day claimed."""
    cited = values.node.get("evidence")
    if isinstance(cited, Listed):
        values.reading.claims.extend(
            Claim(what, values["since"], item.text, item.place)
            for item in cited.items
            if isinstance(item, Scalar)
        )


def check_ascending(values: Values, key: str) -> None:
    """Note every entry of a list that claims to be known before the one above it."""
    entries = values[key]
    for number, (earlier, later) in enumerate(pairwise(entries), start=1):
        if later.since < earlier.since:
            place = find(values.node, key, number, "since").place
            sentence = (
                f"since {later.since} comes after one since {earlier.since}; "
                "put them in order of the day on which they became known"
            )
            values.reading.fault(place, sentence)
