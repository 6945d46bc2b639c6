"""What is timed of ours: one question, from the view to every answer, nothing kept from before."""

from guarantor.model import Chance, View
from guarantor.viability import Chances, Engine, Question, Reading
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.targets import MET, Wanted
from guarantor.viability.method import Kind, Method

EXACT = Method(kind=Kind.EXACT)
"""An answer is exact, as the peers' are, or there is none."""


def everything(view: View) -> dict[Reading, Chances]:
    """Return the chance of the set, of each line and of each party, both readings, both ends."""
    engine = Engine(view, Question.about(view), EXACT)
    return {reading: engine.chances(reading) for reading in Reading}


def met_alone(view: View) -> dict[Reading, Chance]:
    """Return the chance that the requirement is met, in both readings, at both ends."""
    engine = Engine(view, Question.about(view), EXACT).answering.exact(Wanted.MET, Keep.OPEN)
    return {reading: engine.chances(reading)[MET] for reading in Reading}
