"""Shapes of amounts: numbers, quantities, needs, chances, parameters, windows of days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic

from guarantor.model import (
    MOST_WEIGHT,
    UNDISCLOSED,
    UNKNOWN,
    WORDS,
    Chance,
    Need,
    Quantity,
    Window,
    say_number,
)
from guarantor.operation.nodes import Hole, Keyed, Node, Scalar, Sort
from guarantor.operation.numbers import NUMBER, exact_value, is_number
from guarantor.operation.reading import Reading, Unread, listed, shown
from guarantor.operation.shapes import Key, Record, Schema, T, Values, scalar_of
from guarantor.operation.words import UNKNOWN_WORD, Day

_LARGEST = Decimal(10) ** 15
_MOST_PLACES = 9
_MOST_PLACES_OF_CHANCE = 25
MOST_DAYS = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Number:
    """A number from 0 upwards, exact.

    Attributes:
        called: What a sentence calls it.
        most: The largest it may be.
        places: How many decimal places it may have.
    """

    called: str
    most: Decimal = _LARGEST
    places: int = _MOST_PLACES

    def read(self, node: Node, reading: Reading) -> Decimal:
        """Read a number as its text gives it."""
        scalar = scalar_of(node, reading, f"a number: {self.called}")
        value = exact_value(scalar.text)
        if value is None:
            raise reading.fault(scalar.place, self._refusal(scalar))
        if scalar.text.startswith("-"):
            sentence = f"{self.called} runs from 0 upwards, not {shown(scalar.text)}; give no sign"
            raise reading.fault(scalar.place, sentence)
        if value > self.most:
            sentence = f"{self.called} is at most {say_number(self.most)}; give a smaller number"
            raise reading.fault(scalar.place, sentence)
        if value and self._places_of(value) > self.places:
            places = f"has at most {self.places} decimal places"
            wanted = places if self.places else "is a whole number"
            raise reading.fault(scalar.place, f"{self.called} {wanted}; round {shown(scalar.text)}")
        return value or Decimal(0)

    @staticmethod
    def _places_of(value: Decimal) -> int:
        _, _, decimals = f"{value:f}".partition(".")
        return len(decimals.rstrip("0"))

    def _refusal(self, scalar: Scalar) -> str:
        if not is_number(scalar.text):
            return f"{shown(scalar.text)} is no number; write digits, and a point before decimals"
        return f"{shown(scalar.text)} is no number to reckon with; write {self.called} in digits"

    def schema(self) -> Schema:
        """Return a number's schema; text keeps digits that other programs would round."""
        most = int(self.most)
        kind = "number" if self.places else "integer"
        return {"type": [kind, "string"], "minimum": 0, "maximum": most, "pattern": f"^({NUMBER})$"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, of days unless another bound is given."""

    called: str
    most: Decimal = MOST_DAYS

    def read(self, node: Node, reading: Reading) -> int:
        """Read a whole number."""
        return int(self._number.read(node, reading))

    def schema(self) -> Schema:
        """Return a whole number's schema."""
        return self._number.schema()

    @property
    def _number(self) -> Number:
        return Number(self.called, most=self.most, places=0)


def _checked_range(values: Values) -> tuple[Decimal, Decimal]:
    low: Decimal = values["low"]
    high: Decimal = values["high"]
    if low > high:
        sentence = f"the low end {low:f} is above the high end {high:f}; put the lower end first"
        raise values.fault(sentence, at="low")
    return low, high


@dataclass(frozen=True, slots=True)
class Amount(Generic[T]):
    """A number, a range from low to high, or a word in its place.

    Attributes:
        called: What a sentence calls it.
        number: What either end may be.
        words: What words may stand for it.
        of_range: Makes the value from its low and high end.
        special: A mapping of its own beside ``{low, high}``, known by any of its keys.
    """

    called: str
    number: Number
    words: Mapping[str, T]
    of_range: Callable[[Decimal, Decimal], T]
    special: Record[T] | None = field(default=None)

    def read(self, node: Node, reading: Reading) -> T:
        """Read the amount in any of its forms."""
        match node:
            case Hole():
                raise Unread
            case Keyed():
                if self.special and any(node.get(key.name) for key in self.special.keys):
                    return self.special.read(node, reading)
                return self.of_range(*self._range().read(node, reading))
            case Scalar(_, text) if text in self.words:
                return self.words[text]
            case Scalar(_, text, sort) if sort is Sort.NUMBER or is_number(text):
                value = self.number.read(node, reading)
                return self.of_range(value, value)
            case _:
                raise reading.fault(node.place, self._refusal(node, reading))

    def _refusal(self, node: Node, reading: Reading) -> str:
        what = shown(node.text) if isinstance(node, Scalar) else "a list"
        near = reading.nearest(node.text, self.words) if isinstance(node, Scalar) else ""
        forms = listed(["a number", "{low: …, high: …}", *self.words])
        return f"{what} is no {self.called}; {near or f'give {forms}'}"

    def _range(self) -> Record[tuple[Decimal, Decimal]]:
        keys = (
            Key("low", self.number, "low end, from 0", is_required=True),
            Key("high", self.number, "high end, not below the low one", is_required=True),
        )
        return Record(f"{self.called} from low to high", keys, _checked_range)

    def schema(self) -> Schema:
        """Return every form's schema."""
        forms = [self.number.schema(), {"enum": list(self.words)}, self._range().schema()]
        if self.special:
            forms.append(self.special.schema())
        return {"anyOf": forms}


def _bounds(values: Values) -> Quantity:
    least: Decimal = values["at_least"] or Decimal(0)
    most: Decimal | None = values["at_most"]
    if most is not None and least > most:
        sentence = f"at_least {least:f} is above at_most {most:f}; put the lower end first"
        raise values.fault(sentence, at="at_least")
    if not values.node.items:
        sentence = "an empty mapping bounds nothing; write undisclosed alone"
        raise values.reading.fault(values.node.place, sentence)
    return Quantity(low=least, high=most, is_disclosed=False)


_QUANTITY_NUMBER = Number("a quantity")
_BOUNDS = Record(
    "undisclosed quantity",
    (
        Key("at_least", _QUANTITY_NUMBER, "least that was stated", "0 bounds it"),
        Key("at_most", _QUANTITY_NUMBER, "most that was stated", "nothing bounds it"),
    ),
    _bounds,
)
_UNDISCLOSED_QUANTITY: Record[Quantity] = Record(
    "quantity",
    (Key("undisclosed", _BOUNDS, "bounds of what was not disclosed", is_required=True),),
    lambda values: values["undisclosed"],
)
QUANTITY: Amount[Quantity] = Amount(
    "quantity",
    _QUANTITY_NUMBER,
    {"undisclosed": UNDISCLOSED},
    lambda low, high: Quantity(low=low, high=high),
    _UNDISCLOSED_QUANTITY,
)
NEED: Amount[Need] = Amount(
    "need",
    Number("a need"),
    {UNKNOWN_WORD: Need(low=None, high=None)},
    lambda low, high: Need(low=low, high=high),
)


def _uncertain(values: Values) -> Chance:
    mean, weight = float(values["mean"]), float(values["weight"])
    if mean in {0, 1}:
        sentence = f"a mean of {mean:g} leaves nothing uncertain; give {mean:g} alone as the chance"
        raise values.fault(sentence, at="mean")
    if not weight:
        sentence = "a weight is above 0; give unknown as the chance where nothing is known of it"
        raise values.fault(sentence, at="weight")
    return Chance(low=mean, high=mean, weight=weight)


_UNCERTAIN_CHANCE = Record(
    "uncertain chance",
    (
        Key(
            "mean",
            Number("a mean", most=Decimal(1), places=_MOST_PLACES_OF_CHANCE),
            "mean of the chance, a Beta distribution, within 0 to 1 and neither",
            is_required=True,
        ),
        Key(
            "weight",
            Number("a weight", most=Decimal(MOST_WEIGHT)),
            "number of cases that it is as good as, above 0",
            is_required=True,
        ),
    ),
    _uncertain,
)
CHANCE: Amount[Chance] = Amount(
    "chance",
    Number("a chance", most=Decimal(1), places=_MOST_PLACES_OF_CHANCE),
    {**WORDS, UNKNOWN_WORD: UNKNOWN},
    lambda low, high: Chance(low=float(low), high=float(high)),
    _UNCERTAIN_CHANCE,
)


def _window(values: Values) -> Window:
    start, end = values["from"], values["until"]
    if start and end and end <= start:
        sentence = f"until {end} is not after from {start}; give the first day it is gone"
        raise values.fault(sentence, at="until")
    return Window(start=start, end=end)


WINDOW = Record(
    "window of days",
    (
        Key("from", Day(), "first day in the window", "it has no beginning"),
        Key("until", Day(), "day after the last one, later than from", "it has no end"),
    ),
    _window,
)
