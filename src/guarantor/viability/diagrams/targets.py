"""Targets: what a diagram gives the chance of, and what those chances rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto

from guarantor.model import End, Line, Priority
from guarantor.viability.diagrams.core import Core
from guarantor.viability.diagrams.functions import FALSE
from guarantor.viability.diagrams.parcels import Parcels, by_capability, parcels_of
from guarantor.viability.diagrams.symbolic import Symbolic
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Either, Truth
from guarantor.viability.structure import Structure

MET = "met"
"""The target that the whole requirement is met."""


class Wanted(Flag):
    """Which targets are wanted."""

    MET = auto()
    """That the whole requirement is met."""
    LINES = auto()
    """That each line is."""
    PARTIES = auto()
    """That each party joins, and that it contributes."""
    EVERYTHING = MET | LINES | PARTIES


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


def targets(core: Core, end: End, reading: Reading, wanted: Wanted) -> Targets:
    """Return the targets of a question at one end in one reading.

    They are ``met``, ``line ID`` for every line of the requirement, and ``joins CODE`` and
    ``contributes CODE`` for every party, as far as they are wanted.
    """
    structure = core.structures[end]
    symbolic = core.symbolic(end, reading)
    groups: dict[Parcels, int] = {}

    def place(some: Sequence[Line]) -> int:
        parcels = parcels_of(structure, some, symbolic.truths.__getitem__, end)
        return groups.setdefault(parcels, len(groups))

    lines: dict[str, tuple[int, ...]] = {}
    functions: dict[str, int] = {}
    if Wanted.MET in wanted:
        essential = [one for one in structure.asked.lines if one.priority is Priority.ESSENTIAL]
        if essential:
            lines[MET] = tuple(dict.fromkeys(place(some) for some in by_capability(essential)))
        else:
            functions[MET] = FALSE
    if Wanted.LINES in wanted:
        lines |= {f"line {line.id}": (place((line,)),) for line in structure.asked.lines}
    if Wanted.PARTIES in wanted:
        functions |= _of_parties(structure, symbolic)
    return Targets(
        groups=tuple(groups), lines=tuple(lines.items()), functions=tuple(functions.items())
    )


def _of_parties(structure: Structure, symbolic: Symbolic) -> dict[str, int]:
    """Return the functions that each party joins, and that at least one of its offers stands."""
    found: dict[str, int] = {}
    for code in structure.view.parties:
        offers = structure.view.offers.values()
        own = Either(tuple(Truth(offer.id) for offer in offers if offer.party == code))
        found[f"joins {code}"] = symbolic.truths[code]
        found[f"contributes {code}"] = symbolic.of(own)
    return found
