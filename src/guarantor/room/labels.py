"""What the things of a view are called where they stand alone."""

from collections import Counter

from guarantor.brief.words import with_article
from guarantor.model import Offer, View
from guarantor.room.naming import party_name, words


def labels(view: View) -> dict[str, str]:
    """Return what every party, proposition and offer in view is called.

    An offer is called such as "land troops of Bravia"; where a party has several of a kind, with
    its id.
    """
    alike = Counter((offer.party, offer.capability) for offer in view.offers.values())
    return {
        **{code: party.name for code, party in view.parties.items()},
        **{name: proposition.text for name, proposition in view.propositions.items()},
        **{
            name: f"{_called(view, offer)} ({name})"
            if alike[offer.party, offer.capability] > 1
            else _called(view, offer)
            for name, offer in view.offers.items()
        },
    }


def _called(view: View, offer: Offer) -> str:
    whose = with_article(party_name(view, offer.party))
    return f"{capability_words(offer.capability)} of {whose}"


def capability_words(capability: str | None) -> str:
    """Return a capability as words.

    Example:
        >>> capability_words("land_troops"), capability_words(None)
        ('land troops', 'undisclosed contribution')
    """
    return words(capability) if capability else "undisclosed contribution"


def capabilities(view: View) -> dict[str, str]:
    """Return the capabilities that are offered or needed, as words."""
    offered = [offer.capability for offer in view.offers.values() if offer.capability]
    sets = view.requirements.values()
    needed = [line.capability for requirement in sets for line in requirement.lines]
    return {name: words(name) for name in sorted({*offered, *needed})}
