"""A small operation to ask things of, and the engine that knows no changes to compare with."""

from collections.abc import Iterable
from pathlib import Path

from guarantor.ledger import view
from guarantor.model import (
    Change,
    Firmness,
    View,
)
from guarantor.operation import open_folder
from guarantor.viability import Counting, Engine, Method, Question, Reading
from guarantor.viability.asks.asking import effects
from guarantor.viability.asks.candidates import candidates
from guarantor.viability.asks.changing import changed, changed_by_all
from guarantor.viability.asks.effects import Effect
from tests.operation.small import write_small
from tests.viability.random_operations import Dice

TOGETHER = Reading.MOVING_TOGETHER
ALONE = Reading.NOBODY_MOVES_FIRST
HIGH = Counting.HIGH
SMALL = Method(nodes=1)
"""A budget that no diagram fits."""
PARTIES = """\
- {code: AAA, name: Aland, decision: 0.5}
- code: BBB
  name: Beland
  decision: {low: 0.4, high: 0.8}
  terms: [{if: backstop, basis: stated, evidence: [B-1]}]
"""
PROPOSITIONS = """\
- {id: ceasefire, text: It holds, chance: {low: 0.2, high: 0.4}}
- {id: backstop, text: Somebody stands behind it, when: ceasefire, basis: read, chance: 0.5}
- {id: peace, text: There is peace}
"""
CONTRIBUTIONS = """\
- id: aaa-troops
  party: AAA
  capability: land
  unit: persons
  firmness: pledged
  quantity: 200
  terms: [ceasefire]
  fulfilment: 1
  evidence: [A-1]
- id: bbb-troops
  party: BBB
  capability: land
  unit: persons
  firmness: signalled
  quantity: {undisclosed: {at_least: 50, at_most: 150}}
  terms: [undisclosed]
  fulfilment: 0.5
  evidence: [B-1]
- id: bbb-monitors
  party: BBB
  capability: watch
  unit: persons
  firmness: declined
  evidence: [B-1]
"""
"""300 are needed: Aland offers 200, Beland 50 to 150."""
OPERATION = """\
id: small
name: A small force
as_known_on: 2025-03-15
requirement: watch
audiences:
  friends: [AAA]
"""
ASKS = """\
id,asked_by,asked,change,text,asked_on,due,answer,answered_on,cost,releasable_to,evidence,note
one,AAA,BBB,firm bbb-monitors: pledged,,2025-03-02,,,,2,,,
two,AAA,BBB,add bbb-troops: 500,,2025-03-02,,,,,,,
"""


def small(folder: Path, **changed_files: str) -> View:
    """Return the small operation of this page as a view, with some files in place of its own."""
    texts = {
        "operation": OPERATION,
        "parties": PARTIES,
        "propositions": PROPOSITIONS,
        "contributions": CONTRIBUTIONS,
        **changed_files,
    }
    return view(open_folder(write_small(folder, **texts))[0])


def after(seen: View, text: str) -> View:
    """Return a view in which a change has come about."""
    return changed(seen, Change.parse(text))


def found_effects(seen: View, **options: object) -> dict[str, Effect]:
    """Return the effects of all candidates of a view by their texts, the best first."""
    question = Question.about(seen, **options)  # type: ignore[arg-type]
    return {str(one.change): one for one in effects(seen, question, candidates(seen, question))}


def random_view(seed: int) -> tuple[View, Question]:
    """Return a random operation and a question about it."""
    dice = Dice(seed)
    seen = view(dice.operation())
    return seen, Question.about(seen, firm=dice.random.choice([Firmness.FLOATED, Firmness.PLEDGED]))


def met(seen: View, question: Question, changes: Iterable[Change]) -> dict[Reading, list[float]]:
    """Return P(met) with some changes, compiled anew by the engine that knows no changes."""
    engine = Engine(changed_by_all(seen, changes), question)
    chances = {reading: engine.chances(reading).met for reading in Reading}
    return {reading: [chance.low, chance.high] for reading, chance in chances.items()}
