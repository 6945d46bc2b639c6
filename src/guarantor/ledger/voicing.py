"""Which terms of a contribution still stand from step to step, once their texts are rewritten.

Two terms may read the same once the ids that an audience may not know are out of them. Taking one
of them back would then take back both, so the other is voiced again in the same step.
"""

from collections.abc import Callable
from typing import Any

from guarantor.model import Step, Term


class Voicing:
    """Follows the terms of the steps that are released, in order.

    Args:
        rewritten: Returns the text of a term as it is released.
    """

    def __init__(self, rewritten: Callable[[str], str]) -> None:
        self._rewritten = rewritten
        self._standing: dict[str, Term] = {}

    def after(self, step: Step) -> tuple[list[str], list[dict[str, Any]]]:
        """Return what the next step takes back, and what it has to voice again.

        A term that only a withheld step gave is not there to be taken back.
        """
        taken = [text for text in step.withdrawn_terms if self._standing.pop(text, None)]
        withdrawn = list(dict.fromkeys(map(self._rewritten, taken)))
        again = [
            _voiced(term, self._rewritten(text))
            for text, term in self._standing.items()
            if self._rewritten(text) in withdrawn
        ]
        self._standing |= {term.text: term for term in step.terms}
        return withdrawn, again


def _voiced(term: Term, text: str) -> dict[str, Any]:
    said: dict[str, Any] = {"if": text, "basis": term.basis.value}
    if term.evidence:
        said["evidence"] = list(term.evidence)
    if term.note:
        said["note"] = term.note
    return said
