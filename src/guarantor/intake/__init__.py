"""What was said? Documents in; passages, origins and proposals of statements out."""

from guarantor.intake.evaluate import Evaluation, evaluate
from guarantor.intake.gold import GoldDocument, read_gold
from guarantor.intake.kinds import KINDS
from guarantor.intake.llm import Task
from guarantor.intake.origins import Fingerprint, Origin, fingerprint, origins
from guarantor.intake.passages import passages
from guarantor.intake.propose import propose
from guarantor.intake.readers import read, too_large
from guarantor.intake.relevance import Relevance, relevance
from guarantor.intake.sentences import sentences

__all__ = [
    "KINDS",
    "Evaluation",
    "Fingerprint",
    "GoldDocument",
    "Origin",
    "Relevance",
    "Task",
    "evaluate",
    "fingerprint",
    "origins",
    "passages",
    "propose",
    "read",
    "read_gold",
    "relevance",
    "sentences",
    "too_large",
]
