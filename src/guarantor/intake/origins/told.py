"""Told: why documents are together, in one sentence each."""

from collections import Counter
from collections.abc import Sequence

from guarantor.intake.origins.facts import Fact, Kind
from guarantor.intake.origins.nouns import Link, Stage, Tie

ALONE = "alone: no other document here repeats its words or most of its rare facts"
EMPTY = "alone: it has no words of its own to compare"

_EXAMPLES = 3
_NOUNS = {
    Kind.QUOTED: ("piece of a quotation", "pieces of quotations"),
    Kind.NUMBER: ("figure", "figures"),
    Kind.COMMON_NUMBER: ("common figure", "common figures"),
    Kind.NAME: ("name", "names"),
    Kind.COMMON_NAME: ("common name", "common names"),
}
_WHOLE = (
    (Stage.EXACT, "says the same word for word", "say the same word for word"),
    (Stage.LIGHT, "has the words with edits", "have the words with edits"),
    (Stage.STORY, "tells the same rare facts", "tell the same rare facts"),
    (Stage.EMBEDDING, "is close in meaning and facts", "are close in meaning and facts"),
    (Stage.PERSON, "is here by a person's decision", "are here by a person's decision"),
)


def told(tie: Tie, other: str) -> str:
    """Return why a document is held to come from the same report as another, in one sentence."""
    match tie.stage:
        case Stage.PERSON:
            return f"a person decided that it comes from the same report as {other}"
        case Stage.EXACT:
            return f"it says the same as {other}, word for word"
        case Stage.LIGHT:
            return (
                f"it has the words of {other} with edits: of all runs of three words in either, "
                f"{tie.likeness:.0%} are in both"
            )
        case Stage.STORY:
            return (
                f"it tells the rare facts of {other}: weighed by rarity, {tie.likeness:.0%} of the "
                f"one with less are in both{_facts(tie)}"
            )
        case Stage.EMBEDDING:
            return (
                f"it is close in meaning to {other}, cosine {tie.likeness:.2f}, and shares rare "
                f"facts{_facts(tie)}"
            )


def _facts(tie: Tie) -> str:
    """Return which facts both have; mere words are not told one by one."""
    counts = Counter(fact.kind for fact in tie.facts)
    kinds = [
        f"{counts[kind]} {many if counts[kind] > 1 else one}"
        for kind, (one, many) in _NOUNS.items()
        if counts[kind]
    ]
    if not kinds:
        return ", all of them words"
    examples = ", ".join(map(_quoted, tie.facts[:_EXAMPLES]))
    return f", among them {', '.join(kinds)}, such as {examples}"


def _quoted(fact: Fact) -> str:
    match fact.kind:
        case Kind.QUOTED:
            return f"“{fact.text}”"
        case Kind.NUMBER | Kind.COMMON_NUMBER:
            return fact.text
        case _:
            return fact.text.title()


def summed(links: Sequence[Link], centre: str) -> str:
    """Return why some documents are together, in one sentence.

    Args:
        links: What holds each to the centre; none where it is alone.
        centre: Name of the centre.
    """
    counts = Counter(link.stage for link in links)
    parts = [
        f"{counts[stage]} others {many}" if counts[stage] > 1 else f"one other {one}"
        for stage, one, many in _WHOLE
        if counts[stage]
    ]
    return f"beside {centre}: {'; '.join(parts)}"


def kept_apart(names: Sequence[str]) -> str:
    """Return why a document is alone that a person keeps apart from others, in one sentence."""
    few = ", ".join(names[:_EXAMPLES])
    more = f" and {len(names) - _EXAMPLES} more" if len(names) > _EXAMPLES else ""
    return f"alone: a person decided that it does not come from the same report as {few}{more}"
