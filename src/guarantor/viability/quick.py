"""Quick chances: a question is wired once, and what is supposed is set in the finished program.

Wiring takes most of the time of a sampled answer. Here every truth and every decision is a switch
of the program, so that another supposition costs no more than drawing the runs. The runs are those
that the sampled method draws for the same seed: the answers are the same to the last digit.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace
from math import ceil

import numpy as np

from guarantor.model import LADDER, View
from guarantor.viability.answering import Chances, formulas, told
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.question import Question
from guarantor.viability.sampled.estimates import ERRORS, SampledChance
from guarantor.viability.sampled.sampler import Sampler
from guarantor.viability.sampled.wiring import decision

PART = 1 << 16
"""How many runs are drawn before it is looked at the time."""


def wired_for(view: View, question: Question) -> Question:
    """Return the question that has to be wired: what no switch of it can set is in it.

    An offer that is a part of another counts for itself only where that other cannot be offered;
    so of the suppositions those on such others remain, and with them the firmness.
    """
    wholes = {offer.part_of for offer in view.offers.values()} & view.offers.keys()
    suppose = {name: holds for name, holds in question.suppose.items() if name in wholes}
    return replace(question, suppose=suppose, firm=question.firm if wholes else LADDER[0])


class QuickChances:
    """Chances of one question, under whatever is supposed.

    Attributes:
        view: What is on record.
        asked: The question that was wired.
    """

    def __init__(self, view: View, asked: Question, seed: int) -> None:
        """Wire a question.

        Raises:
            TooLarge: Too much stands under a ``not`` with an interval for a chance.
        """
        self.view = view
        self.asked = asked
        self._sampler = Sampler(
            build(view, asked, Counting.LOW, by_case=True),
            build(view, asked, Counting.HIGH, by_case=True),
            formulas,
            rng=np.random.default_rng(seed),
            has_switches=True,
        )

    def chances(
        self, question: Question, decides: Iterable[str], runs: int
    ) -> Mapping[Reading, Chances]:
        """Return every chance in both readings, from some runs.

        Args:
            question: The question; :func:`wired_for` gives the one that was wired.
            decides: Parties that have decided to take part; their terms must still hold.
            runs: How many runs, 1 or more.
        """
        sampler = self._switched(question, decides)
        sampler.draw(runs)
        return self._told(question, sampler.chances())

    def chances_until(
        self, question: Question, decides: Iterable[str], method: Method
    ) -> Mapping[Reading, Chances]:
        """Return the same from as many runs as the chance of the requirement needs.

        Raises:
            OutOfTime: The method's time is up.
        """
        sampler = self._switched(question, decides)
        wanted = min(PART, method.most_runs)
        while sampler.runs < wanted:
            method.check_time()
            sampler.draw(min(PART, wanted - sampler.runs))
            if sampler.runs >= wanted:
                error = _error(sampler.chances())
                needed = ceil(sampler.runs * (ERRORS * error / method.tolerance) ** 2)
                wanted = min(-(-needed // PART) * PART, method.most_runs)
        return self._told(question, sampler.chances())

    def _switched(self, question: Question, decides: Iterable[str]) -> Sampler:
        """Return a sampler whose switches are set as a question has it."""
        values = {decision(code): True for code in decides}
        for offer in self.view.offers.values():
            if not offer.firmness.is_at_least(question.firm):
                values[offer.id] = False
        sampler = copy(self._sampler)
        sampler.switch({**values, **question.suppose})
        return sampler

    def _told(
        self, question: Question, found: Mapping[Reading, Mapping[str, SampledChance]]
    ) -> Mapping[Reading, Chances]:
        return {reading: told(self.view, question, {}, one) for reading, one in found.items()}


def _error(found: Mapping[Reading, Mapping[str, SampledChance]]) -> float:
    return max(
        error
        for one in found.values()
        for error in (one["met"].low.standard_error, one["met"].high.standard_error)
    )
