"""Rows: changes that may be asked for, and the asks of the register, as documents tell them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from guarantor.brief.document import AskedRow, AskRow, BestSetRow, Disclosure, Ends, I, R
from guarantor.model import Ask, Chance, Change, ChangeKind, View, say_number
from guarantor.room.naming import clause, party_name, sentence, words
from guarantor.room.results import interval_of_chance, possible_row
from guarantor.room.rows import by_reading, iso, number
from guarantor.viability import Counting, Reading
from guarantor.viability.asks.best_sets import BestSet
from guarantor.viability.asks.changing import changed, is_same_term
from guarantor.viability.asks.choices import ONE, Costs
from guarantor.viability.asks.effects import Effect, Gain


def costs_of(view: View) -> Costs:
    """Return what each change costs of which the register says so; the latest word counts."""
    asks = sorted(view.asks.values(), key=lambda ask: ask.asked_on)
    return {ask.change: ask.cost for ask in asks if ask.change is not None and ask.cost is not None}


def ask_row(view: View, effect: Effect, costs: Costs) -> AskRow:
    """Return a change with what it would bring, what it costs and who asked for it already."""
    change = effect.change
    cost = costs.get(change, ONE)
    after = changed(view, change)
    return {
        "change": str(change),
        "kind": change.kind.value,
        "subject": change.subject,
        "detail": change.detail,
        "sentence": change_sentence(view, change),
        "gain": _gain(effect.gain, ONE),
        "gain_per_cost": _gain(effect.gain, cost) if cost else None,
        "offers_regained": _by_firmness(after, effect.regained),
        "offers_lost": _by_firmness(view, effect.lost),
        "cut_sets_removed": {
            "disclosed": effect.cut_sets_removed[Counting.DISCLOSED],
            "undisclosed_enough": effect.cut_sets_removed[Counting.HIGH],
        },
        "makes_possible": possible_row(effect.makes_possible),
        "cost": number(cost) or 0,
        "cost_given": change in costs,
        "asked": [asked_row(ask) for ask in view.asks.values() if ask.change == change],
    }


def asked_row(ask: Ask) -> AskedRow:
    """Return what the register says of an ask."""
    return {
        "id": ask.id,
        "asked_by": list(ask.asked_by),
        "asked": list(ask.asked),
        "change": None if ask.change is None else str(ask.change),
        "text": ask.text,
        "asked_on": ask.asked_on.isoformat(),
        "due": iso(ask.due),
        "answer": ask.answer.value,
        "answered_on": iso(ask.answered_on),
        "cost": number(ask.cost),
        "evidence": list(ask.evidence),
        "note": ask.note,
    }


def best_set_row(best: BestSet, most: int, limit: Decimal | None) -> BestSetRow:
    """Return the best set, how it was found, and what no set exceeds."""
    possible: Disclosure[R[bool]] = possible_row(best.standing.possible)
    return {
        "changes": [str(change) for change in best.changes],
        "how": best.how.value,
        "by": best.by.value,
        "most": most,
        "sets": best.sets,
        "cost": number(best.cost) or 0,
        "cost_limit": number(limit),
        "before": _intervals(best.before),
        "after": _intervals(best.after),
        "at_most": best.at_most,
        "possible": possible,
        "offers": list(best.standing.offers),
        "offers_at_most": best.offers_at_most,
    }


def change_sentence(view: View, change: Change) -> str:
    """Return a change as a sentence, such as "Bravia decides to take part"."""
    match change.kind:
        case ChangeKind.SECURE:
            return f"It is secured that {clause(view, change.subject)}"
        case ChangeKind.JOIN:
            return f"{party_name(view, change.subject)} decides to take part"
        case ChangeKind.DROP:
            return (
                f"{_whose(view, change.subject)} no longer on the term that {_term(view, change)}"
            )
        case ChangeKind.FIRM:
            return f"{_offer(view, change.subject)}: {words(change.detail)} or firmer"
        case ChangeKind.FULFIL:
            return f"{_offer(view, change.subject)}: certain to arrive"
        case ChangeKind.DISCLOSE:
            return f"{_offer(view, change.subject)}: disclosed as {_amount(view, change)}"
        case ChangeKind.ADD:
            return f"{_offer(view, change.subject)}: {_amount(view, change)} more"


def _offer(view: View, name: str) -> str:
    offer = view.offers[name]
    kind = words(offer.capability) if offer.capability else "undisclosed contribution"
    told = f"{kind} of {party_name(view, offer.party)}"
    return told[:1].upper() + told[1:]


def _whose(view: View, owner: str) -> str:
    if owner in view.parties:
        return f"{party_name(view, owner)} takes part,"
    return f"{_offer(view, owner)}:"


def _term(view: View, change: Change) -> str:
    owners = view.parties if change.subject in view.parties else view.offers
    term = next(one for one in owners[change.subject].terms if is_same_term(one, change))
    if term.condition is None:
        return "nobody disclosed"
    return sentence(view, term.condition)


def _amount(view: View, change: Change) -> str:
    return f"{say_number(Decimal(change.detail))} {words(view.offers[change.subject].unit)}".strip()


def _gain(gains: Mapping[Reading, Gain] | None, cost: Decimal) -> R[Ends] | None:
    if gains is None:
        return None
    return by_reading(
        lambda reading: {
            "at_low": gains[reading].at_low / float(cost),
            "at_high": gains[reading].at_high / float(cost),
        }
    )


def _intervals(chances: Mapping[Reading, Chance] | None) -> R[I] | None:
    if chances is None:
        return None
    return by_reading(lambda reading: interval_of_chance(chances[reading]))


def _by_firmness(view: View, names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(view.offers[name].firmness.value, []).append(name)
    return found
