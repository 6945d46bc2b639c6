"""Will it hold? What has to be true, what breaks it, how likely it is."""

from guarantor.viability.answering import Chances
from guarantor.viability.assessment import LOGIC_COUNTINGS, Engine, Floor
from guarantor.viability.breaking.bounds import Bounds
from guarantor.viability.breaking.cascade import Round, cascade
from guarantor.viability.breaking.hanging import HangsOn, Weakened
from guarantor.viability.breaking.lines import Held, Sums, is_stated
from guarantor.viability.breaking.logic import Logic
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.artefact import PlainDiagram, Variable, artefact
from guarantor.viability.diagrams.measures import Measures
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Kind, Method
from guarantor.viability.plain_structure import PlainStructure, plain_structure
from guarantor.viability.presence import there
from guarantor.viability.question import Question
from guarantor.viability.quick import QuickChances, wired_for
from guarantor.viability.sampled.estimates import Estimate, SampledChance

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
    "PlainStructure",
    "Question",
    "QuickChances",
    "Reading",
    "Round",
    "SampledChance",
    "Sums",
    "Variable",
    "Weakened",
    "artefact",
    "cascade",
    "is_stated",
    "plain_structure",
    "there",
    "wired_for",
]
