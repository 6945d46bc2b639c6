"""How likely is it? The chances alone, worked out here for what is too large for the page."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from threading import Lock
from typing import Literal, TypeVar

from typing_extensions import TypedDict

from guarantor.brief.document import ChanceInterval, LesserChance, PartyResult, R
from guarantor.errors import OverBudget, TooLarge
from guarantor.model import CERTAIN, IMPOSSIBLE, Operation, View
from guarantor.room.heading import Asked, asked
from guarantor.room.options import Options
from guarantor.room.results import chance_row, lesser_chance
from guarantor.room.rows import by_reading
from guarantor.room.switched import deciding
from guarantor.viability import Chances, Engine, Kind, Question, QuickChances, Reading, wired_for

T = TypeVar("T")
LARGE = 600
"""With more uncertain events than this no diagram is tried: it would outgrow any budget, slowly."""
_KEPT = 6
"""How many questions are kept wired, and how many views."""


class LineChance(TypedDict):
    """The chance that a requirement line is met."""

    id: str
    met: R[LesserChance]


class ChanceDocument(Asked):
    """The chances of a question, schema ``guarantor/chance/1``."""

    schema: Literal["guarantor/chance/1"]
    chance: R[ChanceInterval]
    lines: list[LineChance]
    parties: list[PartyResult]


class ChanceBook:
    """Gives the chances of one operation again and again, under whatever is switched.

    What is known on a day and how it hangs together is worked out once and kept.
    """

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._lock = Lock()
        self._views: OrderedDict[Hashable, View] = OrderedDict()
        self._wired: OrderedDict[Hashable, QuickChances | None] = OrderedDict()
        self._outgrown: OrderedDict[Hashable, bool] = OrderedDict()

    def chances(self, options: Options, runs: int | None = None) -> ChanceDocument:
        """Return the chances.

        Args:
            options: How it is asked.
            runs: How many runs are drawn. Where left out the chances are exact if the diagram stays
                within its budget of nodes, and else sampled as finely as the method wants it.

        Raises:
            UnknownId: An option names what is not in view.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        seen = self._view(options)
        decided = deciding(seen, options.decides)
        question = options.question(decided)
        key = (_view_key(options), _question_key(wired_for(seen, question)))
        found = None if runs else self._exact(key, decided, question, options)
        if found is None:
            found = self._sampled(key, (seen, decided), question, options, runs)
        return _document(decided, question, options, found)

    def is_large(self, options: Options) -> bool:
        """Tell whether there are so many uncertain events that chances can only be sampled.

        Raises:
            UnknownId: An option names what is not in view.
        """
        view = self._view(options)
        chances = [
            *(party.decision for party in view.parties.values()),
            *(proposition.chance for proposition in view.propositions.values()),
            *(offer.fulfilment for offer in view.offers.values()),
        ]
        return sum(chance not in {CERTAIN, IMPOSSIBLE} for chance in chances) > LARGE

    def warm(self, options: Options) -> None:
        """Get ready for the first question, in the background of whatever else is done."""
        self.chances(options, runs=1)

    def _view(self, options: Options) -> View:
        def make() -> View:
            return replace(options, decides=()).view(self._operation)

        return self._kept(self._views, _view_key(options), make)

    def _exact(
        self, key: Hashable, view: View, question: Question, options: Options
    ) -> Mapping[Reading, Chances] | None:
        """Return the exact chances, or nothing where the diagram outgrows its budget."""
        if options.method.kind is Kind.SAMPLED or self._outgrown.get(key):
            return None
        if options.method.kind is Kind.AUTO and self.is_large(options):
            return None
        engine = Engine(view, question, replace(options.method, kind=Kind.EXACT))
        try:
            return {reading: engine.chances(reading) for reading in Reading}
        except OverBudget:
            if options.method.kind is Kind.EXACT:
                raise
            self._kept(self._outgrown, key, lambda: True)
            return None

    def _sampled(
        self,
        key: Hashable,
        views: tuple[View, View],
        question: Question,
        options: Options,
        runs: int | None,
    ) -> Mapping[Reading, Chances]:
        seen, decided = views
        method = options.method

        def make() -> QuickChances | None:
            try:
                return QuickChances(seen, wired_for(seen, question), method.seed)
            except TooLarge:  # some of what makes it so may be supposed
                return None

        quick, decides = self._kept(self._wired, key, make), options.decides
        if quick is None:
            quick, decides = QuickChances(decided, question, method.seed), ()
        if runs is None:
            return quick.chances_until(question, decides, method)
        return quick.chances(question, decides, runs)

    def _kept(self, shelf: OrderedDict[Hashable, T], key: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            if key not in shelf:
                shelf[key] = make()
                while len(shelf) > _KEPT:
                    shelf.popitem(last=False)
            shelf.move_to_end(key)
            return shelf[key]


def quick_chances(
    operation: Operation, options: Options, runs: int | None = None
) -> ChanceDocument:
    """Return the chances of a question about an operation (schema ``guarantor/chance/1``).

    Args:
        operation: Everything on record.
        options: How it is asked.
        runs: How many runs are drawn; where left out, exact if that fits.

    Raises:
        UnknownId: An option names what is not in view.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    return ChanceBook(operation).chances(options, runs)


def _view_key(options: Options) -> Hashable:
    parameters = tuple(sorted(options.parameters.items()))
    return (options.audience, options.as_known_on, options.without, parameters)


def _question_key(question: Question) -> Hashable:
    suppose = tuple(sorted(question.suppose.items()))
    return (question.requirement, question.firm, question.valid_on, suppose)


def _document(
    view: View, question: Question, options: Options, found: Mapping[Reading, Chances]
) -> ChanceDocument:
    seed = options.method.seed

    def told(name: str) -> R[LesserChance]:
        def one(reading: Reading) -> LesserChance:
            what, _, subject = name.partition(" ")
            chances = found[reading]
            group = {"line": chances.lines, "joins": chances.joins}.get(what, chances.contributes)
            return lesser_chance(group[subject], chances.sampled.get(name), seed)

        return by_reading(one)

    return {
        "schema": "guarantor/chance/1",
        **asked(view, question, options),
        "chance": by_reading(lambda reading: chance_row(found[reading], seed)),
        "lines": [
            {"id": line.id, "met": told(f"line {line.id}")}
            for line in view.requirements[question.requirement].lines
        ],
        "parties": [
            {
                "code": code,
                "joins": told(f"joins {code}"),
                "contributes": told(f"contributes {code}"),
            }
            for code in view.parties
        ],
    }
