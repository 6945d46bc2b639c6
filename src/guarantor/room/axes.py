"""Axes: what a sweep goes over, read from ``NAME=VALUES``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from math import prod
from typing import Any

from guarantor.errors import BadAxis, TooManyScenarios, UnknownId
from guarantor.model import View
from guarantor.room.axis_values import Value, Values, numbers, option_values, truths
from guarantor.room.discretion import check_may_be_asked
from guarantor.room.options import Options

MOST_SCENARIOS = 100_000
"""Most scenarios of one sweep."""
_OPTIONS = ("firm", "requirement", "valid_on")
_HOW = "NAME=VALUE,VALUE such as us_backstop=true,false, or NAME=LOW..HIGH such as others=1..3"


class AxisKind(StrEnum):
    """What a sweep can go over."""

    PARAMETER = "parameter"
    PROPOSITION = "proposition"
    PARTY = "party"
    CONTRIBUTION = "contribution"
    OPTION = "option"


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One thing that a sweep goes over.

    Attributes:
        name: A parameter, an id, or an option: ``firm``, ``requirement`` or ``valid_on``.
        kind: Which of them it is.
        values: What it is set to, each once, in the order given.
    """

    name: str
    kind: AxisKind
    values: tuple[Value, ...]

    def set(self, view: View, options: Options, value: Value) -> tuple[View, Options]:
        """Return a view and options in which it has a value."""
        if self.kind is AxisKind.OPTION:
            changes: dict[str, Any] = {self.name: value}
            return view, replace(options, **changes)
        if isinstance(value, Decimal):
            parameter = replace(view.parameters[self.name], value=value)
            return replace(view, parameters={**view.parameters, self.name: parameter}), options
        return view, replace(options, suppose={**options.suppose, self.name: bool(value)})


def read_axes(view: View, options: Options, over: Sequence[str]) -> tuple[Axis, ...]:
    """Read what a sweep goes over.

    Args:
        view: What is in view of the operation.
        options: How each scenario is asked otherwise.
        over: Texts ``NAME=VALUES``: values with commas between them; for a parameter also ranges
            ``LOW..HIGH`` or ``LOW..HIGH:STEP``, to the last step that is not above HIGH.

    Raises:
        BadAxis: A text cannot be read, or what it names is named twice or set elsewhere.
        UnknownId: What it names is not in view.
        NotForThePublic: It is a party of a live operation, and the public asks.
        TooManyScenarios: There would be more scenarios than one sweep may have.
    """
    texts: dict[str, list[str]] = {}
    for text in over:
        name, values = _split(text)
        if name in texts:
            raise BadAxis(name, ",".join(values), "named twice; give all its values at once")
        texts[name] = values
    kinds = {name: _kind(view, options, name) for name in texts}
    parts = {name: _parts(view, name, kinds[name], values) for name, values in texts.items()}
    count = prod(sum(map(len, each)) for each in parts.values())
    if count > MOST_SCENARIOS:
        raise TooManyScenarios(count, MOST_SCENARIOS)
    return tuple(
        Axis(name=name, kind=kinds[name], values=tuple(dict.fromkeys(chain(*parts[name]))))
        for name in texts
    )


def _split(text: str) -> tuple[str, list[str]]:
    name, _, values = (part.strip() for part in text.partition("="))
    parts = [part.strip() for part in values.split(",")]
    if not name or not all(parts):
        raise BadAxis(text, None, f"cannot be read; write {_HOW}")
    return name, parts


def _kind(view: View, options: Options, name: str) -> AxisKind:
    kinds = {
        **dict.fromkeys(view.parameters, AxisKind.PARAMETER),
        **dict.fromkeys(view.propositions, AxisKind.PROPOSITION),
        **dict.fromkeys(view.parties, AxisKind.PARTY),
        **dict.fromkeys(view.offers, AxisKind.CONTRIBUTION),
        **dict.fromkeys(_OPTIONS, AxisKind.OPTION),
    }
    if name not in kinds:
        where = f" to sweep over, in view for {view.audience} as known on {view.as_known_on}"
        raise UnknownId(kind="parameter, id or option", name=name, known=kinds, where=where)
    if name in options.suppose or (name in _OPTIONS and getattr(options, name) is not None):
        raise BadAxis(name, None, "also set for all scenarios; leave it out here or there")
    check_may_be_asked(view, name)
    return kinds[name]


def _parts(view: View, name: str, kind: AxisKind, texts: Sequence[str]) -> Sequence[Values]:
    match kind:
        case AxisKind.PARAMETER:
            return numbers(view, name, texts)
        case AxisKind.OPTION:
            return [option_values(view, name, texts)]
        case _:
            return [truths(name, texts)]
