"""Plain formulas: conditions as data, nothing resolved that a question would change."""

from decimal import Decimal
from typing import Literal

from typing_extensions import TypedDict

from guarantor.model import All, AnyOf, AtLeast, Atom, Condition, Not, Term, Total, View
from guarantor.viability.events import undisclosed_term

Number = int | float
Given = int | float | str
"""A number, or the id of an assumed parameter."""

# Written as calls because one key is a word of the language.
TruthFormula = TypedDict("TruthFormula", {"is": Literal["truth"], "name": str})
"""A proposition is true, a party joins or a contribution stands."""
EventFormula = TypedDict("EventFormula", {"is": Literal["event"], "name": str})
"""A term that was not disclosed holds; it can, and need not."""
AllFormula = TypedDict("AllFormula", {"is": Literal["all"], "of": "list[PlainFormula]"})
"""Every part holds; without parts it does."""
AnyFormula = TypedDict("AnyFormula", {"is": Literal["any"], "of": "list[PlainFormula]"})
"""Some part holds; without parts none does."""
NotFormula = TypedDict("NotFormula", {"is": Literal["not"], "of": "list[PlainFormula]"})
"""The one part does not hold."""
AtLeastFormula = TypedDict(
    "AtLeastFormula", {"is": Literal["at_least"], "count": Given, "of": list[str]}
)
"""At least so many hold; the party that asks and its contributions are left out already."""
TotalFormula = TypedDict(
    "TotalFormula", {"is": Literal["total"], "capability": str, "amount": Given}
)
"""What stands of a capability sums to at least so much."""
PlainFormula = (
    TruthFormula
    | EventFormula
    | AllFormula
    | AnyFormula
    | NotFormula
    | AtLeastFormula
    | TotalFormula
)


def plain_term(view: View, term: Term, *, owner: str, asker: str) -> PlainFormula:
    """Return a term as data.

    Args:
        view: What is on record.
        term: The term.
        owner: Whose it is: an undisclosed term is an event of its owner.
        asker: The party that asks, which no threshold of its own counts.
    """
    if term.condition is None:
        return {"is": "event", "name": undisclosed_term(owner)}
    return plain_formula(view, term.condition, asker=asker)


def plain_formula(view: View, condition: Condition, *, asker: str | None) -> PlainFormula:
    """Return a condition as data, its groups as the ids that they count."""
    match condition:
        case Atom(name):
            return {"is": "truth", "name": name}
        case Not(part):
            return {"is": "not", "of": [plain_formula(view, part, asker=asker)]}
        case All(parts):
            return {"is": "all", "of": [plain_formula(view, part, asker=asker) for part in parts]}
        case AnyOf(parts):
            return {"is": "any", "of": [plain_formula(view, part, asker=asker) for part in parts]}
        case AtLeast(count, members):
            return {"is": "at_least", "count": count, "of": _counted(view, members, asker)}
        case Total(capability, amount):
            given = amount if isinstance(amount, str) else plain_number(amount)
            return {"is": "total", "capability": capability, "amount": given}


def _counted(view: View, members: str | tuple[str, ...], asker: str | None) -> list[str]:
    """Return the members of a group, each once, but the party that asks and its offers."""
    names = view.groups[members] if isinstance(members, str) else members
    own = {asker, *(offer.id for offer in view.offers.values() if offer.party == asker)}
    return [name for name in dict.fromkeys(names) if name not in own]


def plain_number(value: Decimal) -> Number:
    """Return an exact number as JSON has it; whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)
