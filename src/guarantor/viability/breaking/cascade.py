"""The cascade: who follows, round by round, when something fails."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from guarantor.model import View
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.fixpoint import Reading, Scenarios
from guarantor.viability.formulas import Column, Formula, evaluate
from guarantor.viability.question import Question


@dataclass(frozen=True, kw_only=True)
class Round:
    """What falls in one round: propositions settle, then parties, then contributions."""

    propositions: tuple[str, ...]
    parties: tuple[str, ...]
    contributions: tuple[str, ...]


def cascade(view: View, question: Question, failing: str) -> tuple[Round, ...]:
    """Return the downward iteration from the moving-together state once something fails.

    All else is as favourable as can be. Where propositions under a ``not`` leave several cases, the
    one in which most contributions stand is followed, the first of equals.

    Args:
        view: What is known.
        question: The question; what it supposes holds before and after.
        failing: The proposition, party or contribution that fails.

    Returns:
        The rounds, the first of which is the failing itself; empty where it cannot stand anyway.
    """
    before = build(view, question, Counting.HIGH)
    after = build(view, question.supposing(failing, holds=False), Counting.HIGH)
    outlook = Outlook(structure=before, reading=Reading.MOVING_TOGETHER)
    start = outlook.solve()
    offers = sum((start.truths[name].astype(int) for name in view.offers), np.zeros(1, dtype=int))
    case = int(np.argmax(offers))
    truths = {name: column[case : case + 1] for name, column in start.truths.items()}
    events = {name: column[case : case + 1] for name, column in start.scenarios.events.items()}
    if not truths[failing][0]:
        return ()
    truths[failing] = np.array([False])
    rounds = [_round_of(view, (failing,))]
    scenarios = Scenarios(width=1, events=events)
    while fallen := _fall(view, after.equations, scenarios, truths):
        rounds.append(_round_of(view, fallen))
    return tuple(rounds)


def _fall(
    view: View, equations: Mapping[str, Formula], scenarios: Scenarios, truths: dict[str, Column]
) -> tuple[str, ...]:
    """Settle propositions, then parties, then contributions, and return what fell."""
    fallen: list[str] = []
    for names in (view.propositions, view.parties, view.offers):
        now = {
            name: evaluate(equations[name], scenarios.events, truths, 1)
            for name in names
            if truths[name][0]
        }
        fell = [name for name, column in now.items() if not column[0]]
        truths.update({name: now[name] for name in fell})
        fallen.extend(fell)
    return tuple(fallen)


def _round_of(view: View, names: tuple[str, ...]) -> Round:
    return Round(
        propositions=tuple(name for name in names if name in view.propositions),
        parties=tuple(name for name in names if name in view.parties),
        contributions=tuple(name for name in names if name in view.offers),
    )
