"""Answering: the chances of a question by whichever method is allowed and fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from guarantor.errors import OverBudget
from guarantor.model import Chance, View
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.targets import MET, Wanted
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Either, Formula, Truth
from guarantor.viability.method import Kind, Method
from guarantor.viability.question import Question
from guarantor.viability.sampled.estimates import SampledChance
from guarantor.viability.sampled.sampling import sample_until
from guarantor.viability.structure import Structure


@dataclass(frozen=True, kw_only=True)
class Chances:
    """Chances in one reading: of the set, each line, each party joining and contributing.

    Attributes:
        sampled: The estimates behind those that were sampled, by target (``met``, ``line ID``,
            ``joins CODE``, ``contributes CODE``). All others are exact: worked out by diagram, or
            such that nothing had to be drawn because the structure alone decides.
    """

    met: Chance
    lines: Mapping[str, Chance]
    joins: Mapping[str, Chance]
    contributes: Mapping[str, Chance]
    sampled: Mapping[str, SampledChance] = field(default_factory=dict)


class Answering:
    """Answers one question, in both readings, with one method."""

    def __init__(self, view: View, question: Question, method: Method) -> None:
        self._view = view
        self._question = question
        self._method = method
        self._exact: dict[tuple[Wanted, Keep], Exact] = {}

    def chances(self, reading: Reading) -> Chances:
        """Return every chance in one reading.

        Where the method is left open and the diagram of all chances outgrows its budget, the
        chance of the whole requirement is sampled; where that of the others does too, all are.

        Raises:
            OverBudget: The answer has to be exact and its diagram outgrows the budget.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        self._method.check_time()
        kind = self._method.kind
        if kind is Kind.EXACT:
            return self._told(self.exact(keep=Keep.OPEN).chances(reading), {})
        exact: Mapping[str, Chance] = {}
        if kind is Kind.AUTO:
            exact = self._as_far_as_it_fits(reading)
        if MET in exact:
            return self._told(exact, {})
        return self._told(exact, self._sampled(reading, exact))

    def exact(self, wanted: Wanted = Wanted.EVERYTHING, keep: Keep = Keep.UNCERTAIN) -> Exact:
        """Return the exact engine for some targets; it keeps its diagrams.

        Args:
            wanted: The targets.
            keep: Which events are variables, and can be supposed otherwise later.
        """
        if (wanted, keep) not in self._exact:
            self._exact[wanted, keep] = Exact(
                self.structure(Counting.LOW),
                self.structure(Counting.HIGH),
                self._method,
                wanted=wanted,
                keep=keep,
            )
        return self._exact[wanted, keep]

    def structure(self, counting: Counting) -> Structure:
        """Return the structure of the question."""
        return build(self._view, self._question, counting, by_case=True)

    def _as_far_as_it_fits(self, reading: Reading) -> Mapping[str, Chance]:
        for wanted in (Wanted.EVERYTHING, Wanted.LINES | Wanted.PARTIES):
            try:
                return self.exact(wanted, Keep.OPEN).chances(reading)
            except OverBudget:
                continue
        return {}

    def _sampled(
        self, reading: Reading, known: Mapping[str, Chance]
    ) -> Mapping[str, SampledChance]:
        def wanted(structure: Structure) -> dict[str, Formula]:
            every = formulas(structure)
            return {name: formula for name, formula in every.items() if name not in known}

        return sample_until(
            self.structure(Counting.LOW),
            self.structure(Counting.HIGH),
            wanted,
            reading,
            rng=np.random.default_rng(self._method.seed),
            method=self._method,
        )

    def _told(self, exact: Mapping[str, Chance], sampled: Mapping[str, SampledChance]) -> Chances:
        return told(self._view, self._question, exact, sampled)


def told(
    view: View,
    question: Question,
    exact: Mapping[str, Chance],
    sampled: Mapping[str, SampledChance],
) -> Chances:
    """Return chances by target as those of the set, its lines and the parties."""
    found = {name: _interval(estimate) for name, estimate in sampled.items()} | dict(exact)
    lines = view.requirements[question.requirement].lines
    return Chances(
        met=found[MET],
        lines={line.id: found[f"line {line.id}"] for line in lines},
        joins={code: found[f"joins {code}"] for code in view.parties},
        contributes={code: found[f"contributes {code}"] for code in view.parties},
        sampled={name: one for name, one in sampled.items() if one.low.runs or one.high.runs},
    )


def _interval(estimate: SampledChance) -> Chance:
    return Chance(low=min(estimate.low.mean, estimate.high.mean), high=estimate.high.mean)


def formulas(structure: Structure) -> dict[str, Formula]:
    """Return every target as a formula, under the names that the exact engine gives them."""
    offers = structure.view.offers.values()
    found: dict[str, Formula] = {MET: structure.met()}
    for line in structure.asked.lines:
        found[f"line {line.id}"] = structure.line(line)
    for code in structure.view.parties:
        own = tuple(Truth(offer.id) for offer in offers if offer.party == code)
        found[f"joins {code}"] = Truth(code)
        found[f"contributes {code}"] = Either(own)
    return found
