"""Relevance: which documents bear on an operation at all, so that a person reads those first."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from guarantor.model import Passage

PEACE_STEMS = (
    "armistice blue.helmet buffer.zone ceasefire cease-fire coalition.of.the.willing contingent "
    "de-escalat demilitari demobili deploy disarm disengage framework.nation hostilities "
    "intervention.force line.of.contact mandate mediat military.aid monitoring.mission "
    "multinational.force no-fly observer.mission peace reassurance.force rules.of.engagement "
    "safe.zone security.guarantee stabili status.of.forces troop truce verification withdraw"
)
"""How words of peace operations begin; a point stands for the space in an expression."""

_PARTS = (0.4, 0.4, 0.2)
"""The most that parties, words of peace operations and words of propositions give."""
_FULL = (3, 5, 5)
"""How many different ones give the most; fewer give their share."""
_STEM_LETTERS = 6
"""A word of a proposition counts in every form that begins with so many of its letters."""
_LEAST_LETTERS = 5
_ENOUGH = 2
_EXAMPLES = 4
_NOTHING = "it names no party of the operation and has no word of peace operations"
_WORD = re.compile(r"[^\W\d_]+")
_COMMON_WORDS = (
    "about above after again agree agrees agreed along among before being below between could "
    "during every first force forces further general given holds including least might never "
    "other others public shall should since stand stands state states still their there these "
    "thing things third those three through under united until where which while whose within "
    "without would"
)
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How far a document bears on an operation.

    Attributes:
        score: From 0, nothing in it does, to 1. It sorts documents and is no chance.
        parties: The parties that it names.
        words: The words of peace operations that it has, as they begin.
        propositions: Ids of propositions of which it has two words, or the only one.
        reasons: The same in sentences; none where the score is 0.
    """

    score: float
    parties: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """The reasons in one sentence, or why there is none."""
        return "; ".join(self.reasons) or _NOTHING


class Triage:
    """What to look for in documents; made once, asked of each.

    Args:
        parties: The parties of the operation: code and name.
        propositions: Its propositions: id and text.
        aliases: Other words for a party, such as what its people or its seat are called.
    """

    def __init__(
        self,
        *,
        parties: Mapping[str, str],
        propositions: Mapping[str, str],
        aliases: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._party_of = {
            " ".join(_words(name)): code
            for code, name in _named(parties, aliases or {})
            if _words(name)
        }
        self._names = _either(self._party_of, ends=True)
        stems = [stem.replace(".", " ") for stem in PEACE_STEMS.split()]
        self._stem_of = {" ".join(_words(stem)): stem for stem in stems}
        self._stems = _either(self._stem_of, ends=False)
        self._stems_of = {name: _telling(said) for name, said in propositions.items()}
        self._telling = frozenset().union(*self._stems_of.values())

    def relevance(self, text: str | Iterable[Passage]) -> Relevance:
        """Return how far a document bears on the operation.

        Parties named give up to 0.4, words of peace operations up to 0.4, and words of propositions
        up to 0.2 where there is any of the former.

        Args:
            text: Its text, or its passages; of these boilerplate does not count.
        """
        if not isinstance(text, str):
            text = "\n".join(one.text for one in text if not one.is_boilerplate)
        words = _words(text)
        plain = " ".join(words)
        parties = sorted({self._party_of[name] for name in _found(self._names, plain)})
        stems = sorted({self._stem_of[stem] for stem in _found(self._stems, plain)})
        if not parties and not stems:
            return Relevance(score=0.0)
        shared = self._telling & {word[:_STEM_LETTERS] for word in words}
        ids = sorted(name for name, own in self._stems_of.items() if _has_enough(own & shared, own))
        counts = len(parties), len(stems), len(shared)
        score = sum(
            part * min(count / full, 1)
            for part, count, full in zip(_PARTS, counts, _FULL, strict=True)
        )
        return Relevance(
            score=round(score, 4),
            parties=tuple(parties),
            words=tuple(stems),
            propositions=tuple(ids),
            reasons=tuple(_reasons(parties, stems, ids)),
        )


def relevance(
    text: str | Iterable[Passage], *, parties: Mapping[str, str], propositions: Mapping[str, str]
) -> Relevance:
    """Return how far a document bears on an operation; for many, make a :class:`Triage` once.

    Example:
        >>> found = relevance("Kenya sends troops.", parties={"KEN": "Kenya"}, propositions={})
        >>> found.score, found.parties, found.words
        (0.2133, ('KEN',), ('troop',))
    """
    return Triage(parties=parties, propositions=propositions).relevance(text)


def _named(
    parties: Mapping[str, str], aliases: Mapping[str, Collection[str]]
) -> Iterable[tuple[str, str]]:
    for code, name in parties.items():
        yield code, name
        yield from ((code, alias) for alias in aliases.get(code, ()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _either(names: Iterable[str], *, ends: bool) -> re.Pattern[str]:
    """Return what finds any of some names at the beginning of a word, the longest first."""
    longest = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    end = r"\b" if ends else ""
    return re.compile(rf"\b(?:{'|'.join(longest)}){end}" if longest else r"(?!)")


def _found(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    return set(pattern.findall(text))


def _telling(text: str) -> frozenset[str]:
    """Return how the words of a proposition begin; common words are left out."""
    return frozenset(
        word[:_STEM_LETTERS]
        for word in _words(text)
        if len(word) >= _LEAST_LETTERS and word not in _COMMON
    )


def _has_enough(shared: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether two words of a proposition are there, or its only one."""
    return bool(shared) and len(shared) >= min(len(own), _ENOUGH)


def _reasons(parties: list[str], stems: list[str], ids: list[str]) -> Iterable[str]:
    if parties:
        yield f"it names {_few(parties)} of the operation's parties"
    if stems:
        yield f"it has words of peace operations: {_few(stems)}"
    if ids:
        yield f"it has words of the propositions {_few(ids)}"


def _few(names: list[str]) -> str:
    more = f" and {len(names) - _EXAMPLES} more" if len(names) > _EXAMPLES else ""
    return ", ".join(names[:_EXAMPLES]) + more
