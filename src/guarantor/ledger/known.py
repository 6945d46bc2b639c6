"""What counts as known: published by a day, not left out, releasable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guarantor.model import Step


@dataclass(frozen=True, slots=True)
class Known:
    """What counts as known: published by the day, not left out, releasable."""

    day: date
    published: Mapping[str, date]
    left_out: frozenset[str]
    audiences: frozenset[str]

    def still(self, evidence: Iterable[str]) -> tuple[str, ...]:
        """Return the statements that are not left out."""
        return tuple(name for name in evidence if name not in self.left_out)

    def cited(self, evidence: Iterable[str]) -> tuple[str, ...]:
        """Return the statements that are known by the day."""
        return tuple(name for name in self.still(evidence) if self._is_published(name))

    def stands(self, evidence: tuple[str, ...]) -> bool:
        """Tell whether something rests on no evidence at all, or on some that is known."""
        return not evidence or bool(self.cited(evidence))

    def since(self, step: Step) -> date | None:
        """Return the day from which a step was known, or ``None`` if it never is."""
        evidence = self.still(step.evidence)
        if not evidence:
            return None
        if step.since is not None:
            return step.since
        days = [self.published[name] for name in evidence if name in self.published]
        return max(days) if len(days) == len(evidence) else None

    def _is_published(self, name: str) -> bool:
        """Tell whether it was; on no day, not even the last one, is what is withheld."""
        return name in self.published and self.published[name] <= self.day
