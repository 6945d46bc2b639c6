"""On whose word an offer hangs on something: as stated, as reported, as we read it, or assumed."""

import re
from collections import Counter

from guarantor.brief.document import HangsOn
from guarantor.brief.index import Index
from guarantor.model import ID_PATTERN, LANGUAGE_WORDS, Basis

INDIRECT = "indirect"
"""Nothing that is named leads there: an offer falls only because of what others do."""

WORDS = {
    str(Basis.STATED): "as stated",
    str(Basis.REPORTED): "as reported",
    str(Basis.READ): "as we read it",
    str(Basis.ASSUMED): "as we assume",
    INDIRECT: "through others",
}
"""Strongest first."""

Grounds = dict[str, dict[str, str]]
"""For each contribution: what it hangs on, and the basis of that."""

Steps = dict[str, list[tuple[str, str]]]


def grounds(index: Index) -> Grounds:
    """Return, for each contribution, what it hangs on and on what ground.

    A way leads from an offer over its terms, its party's terms and definitions. A way is as strong
    as its weakest basis, and the strongest way counts; alternatives are not told apart.
    """
    steps = _steps(index)
    return {name: _reached(name, steps) for name in index.offers}


def on_whose_word(row: HangsOn, found: Grounds) -> str:
    """Return on what ground offers are lost; where grounds differ, with how many offers each."""
    bases = Counter(found.get(offer, {}).get(row["id"], INDIRECT) for offer in row["lost"])
    told = [(word, bases[basis]) for basis, word in WORDS.items() if bases[basis]]
    return told[0][0] if len(told) == 1 else ", ".join(f"{word} {many}" for word, many in told)


def is_assumed(row: HangsOn, found: Grounds) -> bool:
    """Tell whether losses rest on nothing better than a term that nobody stated."""
    bases = {found.get(offer, {}).get(row["id"], INDIRECT) for offer in row["lost"]}
    return Basis.ASSUMED in bases and bases <= {Basis.ASSUMED, INDIRECT}


def _steps(index: Index) -> Steps:
    steps: Steps = {}
    for name, offer in index.offers.items():
        own = [(need, term["basis"]) for term in offer["terms"] for need in term["needs"]]
        steps[name] = [*own, (offer["party"], str(Basis.STATED))]
    for code, party in index.parties.items():
        steps[code] = [(need, term["basis"]) for term in party["terms"] for need in term["needs"]]
    for name, row in index.propositions.items():
        named = set(re.findall(ID_PATTERN, row["when"] or "")) - LANGUAGE_WORDS
        steps[name] = [(need, row["basis"] or str(Basis.READ)) for need in named]
    return steps


def _reached(start: str, steps: Steps) -> dict[str, str]:
    """Return what can be reached, each with the weakest basis on the strongest way there."""
    found: dict[str, str] = {}
    strong: set[str] = set()
    for basis in map(str, Basis):
        strong.add(basis)
        waiting, seen = [start], {start}
        while waiting:
            for need, by in steps.get(waiting.pop(), []):
                if by in strong and need not in seen:
                    seen.add(need)
                    waiting.append(need)
                    found.setdefault(need, basis)
    return found
