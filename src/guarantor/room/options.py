"""What is asked: the options that every question about an operation shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from guarantor.brief.document import Switched
from guarantor.ledger import view
from guarantor.model import PUBLIC, Firmness, Operation, View
from guarantor.room.switched import deciding, setting
from guarantor.viability import Kind, Method, Question


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a question is asked; what is left out is the operation's own.

    Attributes:
        requirement: Name of the requirement set.
        firm: The firmness from which offers count.
        suppose: What is set true or false whatever else is the case.
        decides: Parties taken to have decided to take part; their terms must still hold.
        parameters: The values of assumed parameters that are set otherwise.
        without: Statements, or bases of terms, to do without.
        as_known_on: The day asked from.
        valid_on: The day asked about.
        audience: For whom the answer is made.
        method: How chances are worked out, and what may be spent on it.
    """

    requirement: str | None = None
    firm: Firmness | None = None
    suppose: Mapping[str, bool] = field(default_factory=dict)
    decides: tuple[str, ...] = ()
    parameters: Mapping[str, Decimal] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    as_known_on: date | None = None
    valid_on: date | None = None
    audience: str = PUBLIC
    method: Method = field(default_factory=Method)

    def view(self, operation: Operation) -> View:
        """Return what is in view of an operation under these options.

        Raises:
            UnknownId: An option names what is not in view.
            BadParameter: A parameter is set to what it cannot be.
            NotForThePublic: A party of a live operation is to decide, and the public asks.
        """
        seen = view(
            operation,
            audience=self.audience,
            as_known_on=self.as_known_on,
            without=self.without,
        )
        return setting(deciding(seen, self.decides), self.parameters)

    def question(self, seen: View) -> Question:
        """Return the question these options ask of a view."""
        return Question.about(
            seen,
            requirement=self.requirement,
            firm=self.firm,
            valid_on=self.valid_on,
            suppose=self.suppose,
        )


def method(
    *, method: str = "auto", nodes: int | None = None, seed: int = 1, tolerance: float = 0.001
) -> Method:
    """Return how chances are worked out, from what a caller says in words and numbers.

    Args:
        method: ``auto``, ``exact`` or ``sampled``.
        nodes: Most nodes of a decision diagram; six million where left out.
        seed: What samples are drawn from.
        tolerance: What three standard errors of the main chance should be at most.
    """
    kind = Kind(method)
    if nodes is None:
        return Method(kind=kind, seed=seed, tolerance=tolerance)
    return Method(kind=kind, nodes=nodes, seed=seed, tolerance=tolerance)


def tell_switches(document: Switched, options: Options) -> None:
    """Say in a document which parties decided and which parameters were set, where any were."""
    if options.decides:
        document["decides"] = list(options.decides)
    if options.parameters:
        document["parameters"] = {name: float(value) for name, value in options.parameters.items()}
