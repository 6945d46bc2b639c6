"""What was said? Documents in; passages, origins and proposals of statements out."""

from guarantor.intake._pending import KINDS, Fingerprint, fingerprint, origins, propose, relevance
from guarantor.intake.passages import passages
from guarantor.intake.readers import read, too_large
from guarantor.intake.sentences import sentences

__all__ = [
    "KINDS",
    "Fingerprint",
    "fingerprint",
    "origins",
    "passages",
    "propose",
    "read",
    "relevance",
    "sentences",
    "too_large",
]
