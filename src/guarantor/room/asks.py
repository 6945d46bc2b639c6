"""What to ask for: changes that would help, each with what it brings, and the best few of them."""

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from typing import Any

from guarantor.brief.document import AskRow, AsksDocument
from guarantor.errors import UnknownId
from guarantor.model import Change, ChangeKind, Operation, View
from guarantor.room.ask_rows import ask_row, asked_row, best_set_row, costs_of
from guarantor.room.discretion import is_discreet
from guarantor.room.options import Options, tell_switches
from guarantor.room.progress import Track, silent
from guarantor.room.rows import iso
from guarantor.viability import Engine, Question
from guarantor.viability.asks.asking import effects_of
from guarantor.viability.asks.best_sets import best_of
from guarantor.viability.asks.candidates import candidates
from guarantor.viability.asks.changing import changed
from guarantor.viability.asks.choices import Choice
from guarantor.viability.asks.effects import Effect
from guarantor.viability.asks.outcomes import Outcomes
from guarantor.viability.asks.situations import Situation
from guarantor.viability.diagrams.targets import Wanted

MOST = 3
"""How many changes the best set has at most, unless asked otherwise."""
MOST_ROWS = 20
"""Most rows in an assessment."""
MOST_OF_A_KIND = 5
"""Most of them of one kind of change, so that the others are seen beside it."""
_FEW = 25
"""Up to so many changes are compiled anew for the rows of an assessment."""
_SOME = 120
"""Up to so many are looked at there without being compiled."""


def asks(
    operation: Operation,
    options: Options,
    *,
    most: int = MOST,
    cost: Decimal | None = None,
    track: Track = silent,
) -> AsksDocument:
    """Return what to ask for, the best first, and the best set (schema ``guarantor/asks/1``).

    To the public of a live operation only what must be secured is ranked; an ask that the register
    releases to the public is listed all the same.

    Args:
        operation: Everything on record.
        options: How it is asked.
        most: How many changes the best set has at most, from 0.
        cost: What they may cost together; any where left out.
        track: Tells how far the longer parts are.

    Raises:
        UnknownId: An option names what is not in view.
        OverBudget: A diagram outgrows its budget and has to be exact.
    """
    view = options.view(operation)
    question = options.question(view)
    label = _Label("changes")
    outcomes = Outcomes.about(view, question, options.method, _tracked(track, label))
    costs = costs_of(view)
    changes = _candidates(view, question)
    found = effects_of(outcomes, changes)
    label.text = "sets of changes"
    best = best_of(outcomes, Choice(changes, most, costs, cost))
    rows = [ask_row(view, one, costs) for one in found]
    shown = [row for row, one in zip(rows, found, strict=True) if one.is_any or row["asked"]]
    document: AsksDocument = {
        "schema": "guarantor/asks/1",
        "operation": view.id,
        "name": view.name,
        "requirement": question.requirement,
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(question.valid_on),
        "audience": view.audience,
        "firm": question.firm.value,
        "suppose": dict(question.suppose),
        "without": list(view.without),
        "secure_only": is_discreet(view),
        "rows": shown,
        "without_effect": [row["change"] for row in rows if row not in shown],
        "best": best_set_row(best, most, cost),
        "other_asks": [
            asked_row(ask) for ask in view.asks.values() if ask.change not in set(changes)
        ],
    }
    tell_switches(document, options)
    return document


def ask_rows(engine: Engine) -> list[AskRow]:
    """Return the first rows of what to ask for, for an assessment, in little time.

    Diagrams that the engine made are read, not made again. Of an operation with many changes that
    would have to be compiled anew, those have no gain and no cut sets here, and count for their
    offers only; of one with very many they are left out. ``asks`` gives them in full. Changes that
    bring nothing are left out, unless they were asked for; of each kind there are the first five.
    """
    view, question = engine.view, engine.question
    compiled = partial(engine.answering.exact, Wanted.MET)
    situation = Situation(view, question, (), engine.method, compiled)
    outcomes = Outcomes(situation, engine.method)
    changes = _candidates(view, question)
    others = sum(situation.switch(one) is None for one in changes)
    if others > _SOME:
        changes = tuple(one for one in changes if situation.switch(one) is not None)
    found = effects_of(outcomes, changes, switches_only=others > _FEW)
    costs = costs_of(view)
    asked = {ask.change for ask in view.asks.values()}
    shown = [one for one in found if one.is_any or one.change in asked]
    return [ask_row(view, one, costs) for one in _some_of_each(shown)[:MOST_ROWS]]


def _some_of_each(found: list[Effect]) -> list[Effect]:
    kinds: Counter[ChangeKind] = Counter()
    kept = []
    for one in found:
        kinds[one.change.kind] += 1
        if kinds[one.change.kind] <= MOST_OF_A_KIND:
            kept.append(one)
    return kept


def _candidates(view: View, question: Question) -> tuple[Change, ...]:
    """Return the changes that may be told and can be made."""
    found = candidates(view, question)
    if is_discreet(view):
        found = tuple(change for change in found if change.kind is ChangeKind.SECURE)
    return tuple(change for change in found if _can_be_made(view, change))


def _can_be_made(view: View, change: Change) -> bool:
    """Tell whether its subject is in view as what it takes, with the term that it drops.

    A register may still ask for what is off the record by now.
    """
    try:
        changed(view, change)
    except UnknownId:
        return False
    return True


class _Label:
    """What is being worked out at the moment."""

    def __init__(self, text: str) -> None:
        self.text = text


def _tracked(track: Track, label: _Label) -> Callable[..., Iterable[Any]]:
    """Return a ``map`` that tells how far it is, where there is anything to tell."""

    def tracked(work: Callable[[Any], Any], items: list[Any]) -> Iterable[Any]:
        return map(work, track(items, label.text)) if items else ()

    return tracked
