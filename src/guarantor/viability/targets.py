"""Targets: what a diagram gives the chance of, and what those chances rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from guarantor.model import End, Line, Priority
from guarantor.viability.core import Core
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Either, Truth
from guarantor.viability.functions import FALSE
from guarantor.viability.parcels import Parcels, by_capability, parcels_of

MET = "met"
"""The target that the whole requirement is met."""


@dataclass(frozen=True, kw_only=True)
class Targets:
    """What a diagram is compiled for; equal targets are one diagram.

    Attributes:
        groups: What counts on each group of lines.
        lines: For each target that is about lines, the places of its groups, all to be met.
        functions: For each other target, its function of the core events.
    """

    groups: tuple[Parcels, ...]
    lines: tuple[tuple[str, tuple[int, ...]], ...]
    functions: tuple[tuple[str, int], ...]


def targets(core: Core, end: End, reading: Reading, *, with_met: bool) -> Targets:
    """Return the targets of a question at one end in one reading.

    They are ``met`` where it is wanted, ``line ID`` for every line of the requirement, and
    ``joins CODE`` and ``contributes CODE`` for every party.
    """
    structure = core.structures[end]
    symbolic = core.symbolic(end, reading)
    lines = structure.asked.lines
    essential = [line for line in lines if line.priority is Priority.ESSENTIAL]
    groups: dict[Parcels, int] = {}

    def place(some: Sequence[Line]) -> int:
        parcels = parcels_of(structure, some, symbolic.truths.__getitem__, end)
        return groups.setdefault(parcels, len(groups))

    found: dict[str, tuple[int, ...]] = {}
    functions: dict[str, int] = {}
    if with_met and essential:
        found[MET] = tuple(dict.fromkeys(place(some) for some in by_capability(essential)))
    elif with_met:
        functions[MET] = FALSE
    found |= {f"line {line.id}": (place((line,)),) for line in lines}
    for code in structure.view.parties:
        offers = structure.view.offers.values()
        own = Either(tuple(Truth(offer.id) for offer in offers if offer.party == code))
        functions[f"joins {code}"] = symbolic.truths[code]
        functions[f"contributes {code}"] = symbolic.of(own)
    return Targets(
        groups=tuple(groups), lines=tuple(found.items()), functions=tuple(functions.items())
    )
