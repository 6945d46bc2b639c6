"""Which documents come from the same report? Fingerprints in, origins with their reasons out."""

from guarantor.intake.origins.decisions import Decided
from guarantor.intake.origins.finding import origins
from guarantor.intake.origins.fingerprints import Fingerprint, fingerprint
from guarantor.intake.origins.nouns import Embed, Link, Origin, Stage

__all__ = ["Decided", "Embed", "Fingerprint", "Link", "Origin", "Stage", "fingerprint", "origins"]
