"""Finding origins: which documents come from one report, and why.

Three stages, each on what the one before left: the same words; the same words with light edits; the
same rare facts in other words. Within a stage every document is held against the centre of its
group and never counts by way of a third, so that nothing chains into a giant.
"""

from collections.abc import Sequence
from datetime import date

from guarantor.intake.origins.comparing import Ties, repetitions, retellings
from guarantor.intake.origins.decisions import Bound, Decided
from guarantor.intake.origins.fingerprints import Fingerprint
from guarantor.intake.origins.nouns import Embed, Link, Origin, Stage, Tie
from guarantor.intake.origins.repeating import pages
from guarantor.intake.origins.stars import Pair, stars
from guarantor.intake.origins.told import ALONE, EMPTY, kept_apart, summed, told

_ID_LETTERS = 12


def origins(
    fingerprints: Sequence[Fingerprint],
    *,
    splits: Decided = (),
    merges: Decided = (),
    embeddings: Embed | None = None,
) -> tuple[Origin, ...]:
    """Return the origins of some documents; every document is in exactly one.

    The order in which they are given changes nothing. An origin is named after its first document,
    dated ones first, so that it keeps its name when later documents come.

    Args:
        fingerprints: The documents.
        splits: Groups of documents of which no two come from one report, as a person decided; each
            is named by its name or the hash of its file. A document that is not here binds nobody.
        merges: Groups that do come from one report. What each of them attracts comes along.
        embeddings: Gives vectors for documents, asked for by their names. They decide where shared
            facts are many, but not enough; never alone.

    Returns:
        The origins, in order of their first documents.

    Raises:
        Unusable: The same documents were both split and merged.
    """
    ordered = sorted(fingerprints, key=_order)
    bound = Bound(ordered, splits, merges)
    bodies = _bodies(ordered, bound)
    sites = pages([ordered[place] for place in bodies])
    light = _strongest(repetitions(ordered, bodies, sites), bound)
    repeats = stars(sorted(set(bound.of)), _strengths(light), bound.apart)
    heads = sorted(set(repeats.values()))
    faced = [place for place in bodies if repeats[bound.of[place]] == bound.of[place]]
    story = _strongest(retellings(ordered, faced, sites, embeddings), bound)
    apart = {_pair(repeats[one], repeats[other]) for one, other in bound.apart}
    retold = stars(heads, _strengths(story), apart)
    centres = [retold[repeats[node]] for node in bound.of]
    return _Told(ordered, bound, repeats, retold, light | story).origins(centres)


def _order(one: Fingerprint) -> tuple[date, str, str]:
    return one.dated or date.max, one.sha256, one.name


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _bodies(ordered: Sequence[Fingerprint], bound: Bound) -> list[int]:
    """Return one document of each body that has words, of each node that has it."""
    seen: set[tuple[int, bytes]] = set()
    found = []
    for place, one in enumerate(ordered):
        node = bound.of[place]
        key = node, one.body
        if one.size and key not in seen:
            found.append(place)
            if not bound.is_single(node):  # most are, and need no place in memory
                seen.add(key)
    return found


def _strongest(ties: Ties, bound: Bound) -> Ties:
    """Return the strongest tie between each two nodes."""
    found: Ties = {}
    for (one, other), tie in ties.items():
        pair = _pair(bound.of[one], bound.of[other])
        known = found.get(pair)
        if pair[0] != pair[1] and (known is None or tie.likeness > known.likeness):
            found[pair] = tie
    return found


def _strengths(ties: Ties) -> dict[Pair, float]:
    return {pair: tie.likeness for pair, tie in ties.items()}


class _Told:
    """Puts into words what was decided."""

    def __init__(
        self,
        ordered: Sequence[Fingerprint],
        bound: Bound,
        repeats: dict[int, int],
        retold: dict[int, int],
        ties: Ties,
    ) -> None:
        self._ordered = ordered
        self._bound = bound
        self._repeats = repeats
        self._retold = retold
        self._ties = ties

    def origins(self, centres: Sequence[int]) -> tuple[Origin, ...]:
        """Return the origins, given the centre of each document."""
        members: dict[int, list[int]] = {}
        for place, centre in enumerate(centres):
            members.setdefault(centre, []).append(place)
        taken: dict[str, int] = {}
        found = []
        for centre, places in sorted(members.items(), key=lambda item: item[1]):
            name = self._ordered[places[0]].body.hex()[:_ID_LETTERS]
            taken[name] = taken.get(name, 0) + 1
            suffix = f"-{taken[name]}" if taken[name] > 1 else ""
            found.append(self._origin(f"{name}{suffix}", centre, places))
        return tuple(found)

    def _origin(self, name: str, centre: int, places: Sequence[int]) -> Origin:
        links = tuple(self._link(place) for place in places if place != centre)
        named = self._ordered[centre].name
        return Origin(
            id=name,
            documents=tuple(self._ordered[place].name for place in places),
            reason=summed(links, named) if links else self._alone(centre),
            links=links,
        )

    def _alone(self, place: int) -> str:
        foes = self._bound.foes(place)
        if foes:
            return kept_apart([self._ordered[foe].name for foe in foes])
        return ALONE if self._ordered[place].size else EMPTY

    def _link(self, place: int) -> Link:
        """Return what holds a document: a copy of it, a decision, or a tie."""
        node = self._bound.of[place]
        if place != node:
            return self._bound_link(place, node)
        head = self._repeats[node]
        to = head if head != node else self._retold[node]
        tie = self._ties[_pair(node, to)]
        mine, theirs = tie.places
        other = theirs if self._bound.of[mine] == node else mine
        return self._worded(place, other, tie)

    def _bound_link(self, place: int, node: int) -> Link:
        body = self._ordered[place].body
        for other in range(node, place):
            if self._bound.of[other] == node and self._ordered[other].body == body:
                return self._worded(place, other, Tie(Stage.EXACT, 1.0, (other, place)))
        return self._worded(place, node, Tie(Stage.PERSON, 1.0, (node, place)))

    def _worded(self, place: int, other: int, tie: Tie) -> Link:
        named = self._ordered[other].name
        return Link(self._ordered[place].name, named, tie.stage, tie.likeness, told(tie, named))
