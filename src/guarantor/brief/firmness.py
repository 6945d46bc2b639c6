"""Puts firmness in order: the ladder firmest first, then what stands beside it."""

from collections.abc import Iterable, Mapping

from guarantor.model import LADDER, Firmness


def firmest_first(words: Iterable[str]) -> list[str]:
    """Return words of firmness, firmest first; what stands beside the ladder last, by name.

    Example:
        >>> firmest_first(["floated", "undisclosed", "pledged"])
        ['pledged', 'floated', 'undisclosed']
    """
    ladder = {str(word): place for place, word in enumerate(reversed(LADDER))}
    return sorted(set(words), key=lambda word: (ladder.get(word, len(ladder)), word))


def shares(by_firmness: Mapping[str, list[str]]) -> str:
    """Return how many there are at which firmness, firmest first; of a single one its firmness.

    Example:
        >>> shares({"floated": ["cha-troops"], "pledged": ["alf-troops"]})
        '1 pledged, 1 floated'
        >>> shares({"pledged": ["alf-troops"]})
        'pledged'
    """
    words = [word for word in firmest_first(by_firmness) if by_firmness[word]]
    if len(words) == 1 and len(by_firmness[words[0]]) == 1:
        return of_firmness(words[0])
    return ", ".join(f"{len(by_firmness[word])} {of_firmness(word)}" for word in words)


def of_firmness(word: str) -> str:
    """Return a word of firmness as it describes an offer."""
    return "of undisclosed firmness" if word == Firmness.UNDISCLOSED else word


def is_firm(word: str) -> bool:
    """Tell whether an offer is pledged or firmer."""
    return Firmness(word).is_at_least(Firmness.PLEDGED)
