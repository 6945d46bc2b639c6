"""What became known of asks: new ones, and how they were answered."""

from collections.abc import Iterator

from guarantor.ledger.change import Change, ChangeKind
from guarantor.ledger.wording import cited, listed, party_words
from guarantor.model import Ask, AskAnswer, View, say_day


def ask_changes(before: View, after: View) -> Iterator[Change]:
    """Yield the asks that were put, and those that were answered."""
    for name, ask in after.asks.items():
        earlier = before.asks.get(name)
        if earlier is None:
            yield _put(after, ask)
        was = earlier.answer if earlier else AskAnswer.OPEN
        if ask.answer is not was:
            yield _answered(after, ask, was)


def _put(view: View, ask: Ask) -> Change:
    by = f" by {_parties(view, ask.asked_by)}" if ask.asked_by else ""
    said = ask.text or str(ask.change)
    return Change(
        kind=ChangeKind.ASK,
        id=ask.id,
        key="known",
        after=said,
        evidence=_evidence(view, ask),
        sentence=f"Asked of {_parties(view, ask.asked)}{by} on {say_day(ask.asked_on)}: {said} "
        f"({ask.id})",
    )


def _answered(view: View, ask: Ask, was: AskAnswer) -> Change:
    on = f" on {say_day(ask.answered_on)}" if ask.answered_on else ""
    return Change(
        kind=ChangeKind.ASK,
        id=ask.id,
        key="answer",
        before=was.value,
        after=ask.answer.value,
        evidence=_evidence(view, ask),
        sentence=f"The ask {ask.id} of {_parties(view, ask.asked)} was answered{on}: {ask.answer}.",
    )


def _parties(view: View, codes: tuple[str, ...]) -> str:
    return listed([party_words(view, code) for code in codes])


def _evidence(view: View, ask: Ask) -> tuple[str, ...]:
    return tuple(said.id for said in cited(view, ask.evidence))
