"""Will it hold? What has to be true, what breaks it, how likely it is."""

from guarantor.viability.answering import Chances
from guarantor.viability.artefact import PlainDiagram, Variable, artefact
from guarantor.viability.assessment import LOGIC_COUNTINGS, Engine, Floor
from guarantor.viability.bounds import Bounds
from guarantor.viability.cascade import Round, cascade
from guarantor.viability.counting import Counting
from guarantor.viability.estimates import Estimate, SampledChance
from guarantor.viability.fixpoint import Reading
from guarantor.viability.hanging import HangsOn, Weakened
from guarantor.viability.lines import Held, Sums, is_stated
from guarantor.viability.logic import Logic
from guarantor.viability.measures import Measures
from guarantor.viability.method import Kind, Method
from guarantor.viability.presence import there
from guarantor.viability.question import Question

__all__ = [
    "LOGIC_COUNTINGS",
    "Bounds",
    "Chances",
    "Counting",
    "Engine",
    "Estimate",
    "Floor",
    "HangsOn",
    "Held",
    "Kind",
    "Logic",
    "Measures",
    "Method",
    "PlainDiagram",
    "Question",
    "Reading",
    "Round",
    "SampledChance",
    "Sums",
    "Variable",
    "Weakened",
    "artefact",
    "cascade",
    "is_stated",
    "there",
]
