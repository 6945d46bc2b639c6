"""Who refused what others need, and whose promise contradicts whose term."""

from guarantor.brief.content import Part, Sentence, tell
from guarantor.brief.document import Clash
from guarantor.brief.index import VOICED, Index
from guarantor.brief.naming import NOT, name, offer, said_of, the_party, title
from guarantor.brief.sections.waits_shown import BASIS_WORDS
from guarantor.brief.words import capital, count, listed, say_date
from guarantor.model import RecordState

REFUSAL = "refusal_against_term"
AGAINST = {
    True: frozenset({RecordState.REFUSED, RecordState.FAILS}),
    False: frozenset({RecordState.STANDS, RecordState.HOLDS}),
}
"""The states of a record that a refusal and a promise speak of."""


def is_refusal(clash: Clash) -> bool:
    """Tell whether something was refused, rather than the opposite promised."""
    return clash["code"] == REFUSAL


def voiced_offers(clash: Clash) -> list[str]:
    """Return the offers whose own terms, stated or reported, need what was refused."""
    named = dict.fromkeys(name for basis in VOICED for name in clash["by_basis"].get(basis, []))
    return [name for name in named if name in clash["offers"]]


def against(index: Index, clash: Clash) -> tuple[Part, ...]:
    """Return who refused or promised what, and what stands against that, as a sentence."""
    direct = [one for one in _owners(clash) if one in index.offers]
    opposite = "" if is_refusal(clash) else "the opposite of "
    did = f"{_who(index, clash)} {_has(clash)} {opposite}what "
    if direct:
        said = index.resting(count(len(direct), "offer"), direct)
        wait = "waits for" if len(direct) == 1 else "wait for"
        return (did, said, f" {wait}: {said_of(index, clash['need'])}")
    basis = next((word for key, word in BASIS_WORDS.items() if clash["by_basis"].get(key)), "")
    takes = listed(f"“{name(index, one)}”" for one in _owners(clash))
    need = index.figure(f"“{title(index, clash['need'])}”", clash["evidence"])
    return (f"{did}{takes} takes, {basis}: ", need)


def clash_sentence(index: Index, clash: Clash) -> Sentence:
    """Return one refusal or promise, with what it stands against and on whose word."""
    need = clash["need"].removeprefix(NOT)
    since, cited = clash["since"], index.known(clash["evidence"])
    state = index.state(need)
    if state and state[0] in AGAINST[is_refusal(clash)]:
        since, cited = state[1], state[2]
    alternative = clash["with_alternative"]
    told = [
        f"{_owner(index, one)} ({word}{', with an alternative' if one in alternative else ''})"
        for basis, word in BASIS_WORDS.items()
        for one in clash["by_basis"].get(basis, [])
    ]
    takes = "needed by" if is_refusal(clash) else "the opposite is needed by"
    beyond = _beyond(clash)
    return tell(
        f"{capital(_who(index, clash))} {_has(clash)} since ",
        index.figure(say_date(since), cited),
        f" “{name(index, need)}”; {takes} {listed(told)}{beyond}.",
    )


def _who(index: Index, clash: Clash) -> str:
    return listed(the_party(index, code) for code in clash["by"]) or "somebody"


def _has(clash: Clash) -> str:
    """Return what was done, in the perfect: it lasts as long as nothing newer is on record."""
    have = "have" if len(clash["by"]) > 1 else "has"
    return f"{have} {'refused' if is_refusal(clash) else 'promised'}"


def _owners(clash: Clash) -> list[str]:
    """Return the offers and propositions that need it themselves."""
    return list(dict.fromkeys(one for names in clash["by_basis"].values() for one in names))


def _owner(index: Index, one: str) -> str:
    return offer(index, one) if one in index.offers else f"“{name(index, one)}”"


def _beyond(clash: Clash) -> str:
    """Return how many offers need it only through what a proposition takes."""
    through = [one for one in clash["offers"] if one not in _owners(clash)]
    if not through:
        return ""
    rest = count(len(through), "offer")
    return f", and through {'that' if len(clash['propositions']) == 1 else 'those'} by {rest}"
