"""The slow twin: every pair of documents compared by plain sets, nothing estimated or skipped.

It knows no boilerplate and no days; the tests that both face need neither.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import combinations
from math import log2

from guarantor.intake.origins.facts import Kind, facts, long_words
from guarantor.intake.origins.repeating import REPEATED
from guarantor.intake.origins.retelling import ENOUGH, RETOLD

BACKGROUND = 200
SHARES = {"q": 0.002, "n": 0.004, "m": 0.15, "p": 0.005, "c": 0.2, "w": 0.03}
PARTS = {"q": 0.6, "w": 0.5}


@lru_cache
def words(text: str) -> list[str]:
    """Return the words of a text, letter by letter."""
    return "".join(mark.lower() if mark.isalnum() else " " for mark in text).split()


@lru_cache
def shingles(text: str) -> set[tuple[str, ...]]:
    """Return the set of all runs of three words."""
    found = words(text)
    return {tuple(found[at : at + 3]) for at in range(max(len(found) - 2, 1))}


def told(text: str) -> list[str]:
    """Return the facts of a text in order, then its long words, each behind its kind."""
    passages = text.split("\n\n")
    found = facts(passages)
    flat = [f"{fact.kind}{fact.text}" for some in found for fact in some]
    long = long_words([words(passage) for passage in passages], found)
    return flat + [f"{Kind.WORD}{word}" for some in long for word in some]


def grouped(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return which texts are of one origin: what is alike, taken together in three rounds."""
    groups = _joined(
        [{name} for name in texts], lambda one, other: words(texts[one]) == words(texts[other])
    )
    groups = _joined(groups, lambda one, other: _jaccard(texts[one], texts[other]) >= REPEATED)
    heads = [min(group) for group in groups]
    lists = {name: told(texts[name]) for name in heads}
    counts = Counter(fact for held in lists.values() for fact in held)

    def weight(held: set[str]) -> float:
        total = 0.0
        for fact in held:
            share = BACKGROUND * SHARES[fact[0]]
            bits = log2((len(heads) + BACKGROUND) / (counts[fact] + share))
            total += PARTS.get(fact[0], 1.0) * max(bits, 0)
        return total / log2((len(heads) + BACKGROUND) / (2 + BACKGROUND * 0.005))

    def is_retold(one: str, other: str) -> bool:
        mine, theirs = lists[min(one, other)], lists[max(one, other)]
        both = set(mine) & set(theirs)
        least = min(weight(set(mine)), weight(set(theirs)))
        likeness = weight(both) / least if both else 0.0
        ordered = (3 + _in_order(mine, theirs)) / 4
        return likeness * ordered >= RETOLD and weight(both) >= ENOUGH

    return sorted(tuple(sorted(group)) for group in _joined(groups, is_retold))


def _joined(groups: list[set[str]], alike: Callable[[str, str], bool]) -> list[set[str]]:
    """Join each group to the first one whose head is alike: enough where nothing could chain."""
    found: list[set[str]] = []
    for group in sorted(groups, key=min):
        home = next((one for one in found if alike(min(one), min(group))), None)
        if home is None:
            found.append(set(group))
        else:
            home |= group
    return found


def _jaccard(one: str, other: str) -> float:
    mine, theirs = shingles(one), shingles(other)
    return len(mine & theirs) / len(mine | theirs)


def _in_order(mine: list[str], theirs: list[str]) -> float:
    facts = [fact for fact in mine if fact in theirs and not fact.startswith("w")]
    pairs = list(combinations(facts, 2))
    if not pairs:
        return 1.0
    return sum(theirs.index(one) < theirs.index(other) for one, other in pairs) / len(pairs)
