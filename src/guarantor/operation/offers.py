"""Whether contributions, lines, definitions and asks fit together."""

from collections.abc import Iterator, Mapping

from guarantor.model import (
    Ask,
    Basis,
    ChangeKind,
    Contribution,
    Kind,
    Party,
    Proposition,
    Requirement,
)
from guarantor.operation.loops import names_on_loops, path_into_loop, ways_into_loops
from guarantor.operation.nodes import Node, Place, Scalar, find
from guarantor.operation.reading import Reading, shown

_Nodes = Mapping[tuple[Kind, str], Node]
_MOST_SHOWN = 3


def check_parts(contributions: Mapping[str, Contribution], nodes: _Nodes, reading: Reading) -> None:
    """Note every contribution that would be counted by itself, directly or around a circle."""
    wholes = {
        name: [whole for _, whole in _wholes(one) if whole in contributions]
        for name, one in contributions.items()
    }
    into_loop = ways_into_loops(wholes)
    circling = names_on_loops(into_loop, wholes)
    for name in (name for name in contributions if name in circling):
        for path, whole in _wholes(contributions[name]):
            if whole not in circling:
                continue
            around = "itself" if whole == name else f"a circle ({path_into_loop(name, into_loop)})"
            place = find(nodes[Kind.CONTRIBUTION, name], *path).place
            reading.fault(place, f"{name} is part of {around}; name the one that counts it all")


def _wholes(contribution: Contribution) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each contribution that counts this one, and where that is said."""
    if contribution.base.part_of:
        yield ("part_of",), contribution.base.part_of
    for number, step in enumerate(contribution.steps):
        if step.part_of:
            yield ("steps", number, "part_of"), step.part_of


def check_units(
    requirements: Mapping[str, Requirement],
    contributions: Mapping[str, Contribution],
    nodes: _Nodes,
    reading: Reading,
) -> None:
    """Note every line whose unit is not that of the contributions of its capability."""
    units: dict[str, dict[str, str]] = {}
    for name, one in contributions.items():
        if one.capability is not None:
            for unit in _units(one):
                units.setdefault(one.capability, {}).setdefault(unit, name)
    for name, requirement in requirements.items():
        for number, line in enumerate(requirement.lines):
            others = {u: c for u, c in units.get(line.capability, {}).items() if u != line.unit}
            if not others:
                continue
            offers = [f"{c} {f'in {u}' if u else 'without a unit'}" for u, c in others.items()]
            sentence = (
                f"the line {line.id} counts {line.unit}, but {line.capability} is offered by "
                f"{', '.join(offers[:_MOST_SHOWN])}; give both one unit, or another capability"
            )
            place = find(nodes[Kind.REQUIREMENT, name], "lines", number, "unit").place
            reading.fault(place, sentence)


def _units(contribution: Contribution) -> Iterator[str]:
    """Yield the unit of every step; none where the step gives no number for it to count."""
    unit, quantity = contribution.base.unit, None
    for step in contribution.steps:
        unit = unit if step.unit is None else step.unit
        quantity = quantity if step.quantity is None else step.quantity
        is_bare = quantity is None or (not quantity.low and quantity.high is None)
        if unit or not is_bare:
            yield unit


def check_definitions(
    propositions: Mapping[str, Proposition], nodes: _Nodes, reading: Reading
) -> None:
    """Warn of every ``when`` without a chance that nobody voiced: it is read as an equation."""
    for name, one in propositions.items():
        if one.when is None or one.is_chance_given or one.basis not in {Basis.READ, Basis.ASSUMED}:
            continue
        sentence = (
            f"{name} is certain once its when holds, because it has no chance, and its basis is "
            f"{one.basis}; give chance: unknown if the when is only what it needs first"
        )
        reading.warn(find(nodes[Kind.PROPOSITION, name], "when").place, sentence)


def check_drops(
    asks: Mapping[str, Ask],
    setters: Mapping[str, Party | Contribution],
    nodes: _Nodes,
    reading: Reading,
) -> None:
    """Note every ask to drop a term that the party or contribution never set."""
    for name, ask in asks.items():
        change = ask.change
        if change is None or change.kind is not ChangeKind.DROP or change.subject not in setters:
            continue
        texts = list(dict.fromkeys(_term_texts(setters[change.subject])))
        if change.detail in texts:
            continue
        few = [shown(text) for text in texts[:_MOST_SHOWN]]
        remedy = f"its terms are {'; '.join(few)}" if few else "it has none, so ask for another"
        sentence = f"{change.subject} never set the term {shown(change.detail)}; {remedy}"
        node = find(nodes[Kind.ASK, name], "change")
        reading.fault(_place_of_detail(node), sentence)


def _place_of_detail(change: Node) -> Place:
    if not isinstance(change, Scalar):
        return change.place
    before, _, detail = change.text.partition(":")
    return change.at(len(before) + 1 + len(detail) - len(detail.lstrip()))


def _term_texts(setter: Party | Contribution) -> Iterator[str]:
    if isinstance(setter, Party):
        yield from (term.text for term in setter.terms)
    else:
        yield from (term.text for step in setter.steps for term in step.terms)
