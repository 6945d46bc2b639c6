"""Measuring: ours and the peers on the same coalitions, one after the other, each on its own."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.viability import problog_peer, scram_peer
from benchmarks.viability.asked import Asked, asked_of
from benchmarks.viability.generator import coalition
from benchmarks.viability.processes import Limits, NoAnswer, run

Answer = Callable[[Sequence[Asked], Limits], list[dict[str, float]]]
Met = dict[str, list[float]]
"""For each reading the two ends of the chance that the requirement is met."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """Coalitions of one size.

    Attributes:
        seeds: How many coalitions ours are timed on.
        peer_seeds: On how many of these, the first ones, the peers are.
    """

    parties: int
    contributions: int
    seeds: int
    peer_seeds: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How to measure.

    Attributes:
        repeats: How often ours are timed, of which the median is taken.
        ours: What one process of ours may take.
        peers: What a peer may take for one coalition.
    """

    sizes: Sequence[Size]
    repeats: int
    ours: Limits
    peers: Limits


@dataclass(frozen=True, kw_only=True)
class Timing:
    """How long one program took over one coalition.

    Attributes:
        seconds: Until the answer, or until there was none.
        reason: Why there was no answer; empty where there was one.
        megabytes: The most memory in use at once; 0 where that is not measured.
    """

    seconds: float
    reason: str = ""
    megabytes: float = 0.0
    met: Met = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Everything measured on one coalition; ``peers`` by name, those that are installed."""

    size: Size
    seed: int
    everything: Timing
    met_alone: Timing
    peers: Mapping[str, Timing]


def peers() -> dict[str, Answer]:
    """Return the peers that are installed."""
    known: dict[str, tuple[bool, Answer]] = {
        "ProbLog": (problog_peer.is_there(), partial(problog_peer.chances, unroll=False)),
        "ProbLog, unrolled": (problog_peer.is_there(), partial(problog_peer.chances, unroll=True)),
        "SCRAM": (scram_peer.is_there(), scram_peer.chances),
    }
    return {name: answer for name, (is_there, answer) in known.items() if is_there}


def measure(plan: Plan) -> Iterator[Measured]:
    """Yield what is measured, coalition by coalition."""
    for size in plan.sizes:
        for seed in range(size.seeds):
            chosen = peers() if seed < size.peer_seeds else {}
            yield Measured(
                size=size,
                seed=seed,
                everything=_ours("everything", size, seed, plan),
                met_alone=_ours("met_alone", size, seed, plan),
                peers={
                    name: _peer(answer, size, seed, plan.peers) for name, answer in chosen.items()
                },
            )


def _ours(what: str, size: Size, seed: int, plan: Plan) -> Timing:
    numbers = (size.parties, size.contributions, seed, plan.repeats)
    command = (sys.executable, "-m", "benchmarks.viability.timed", what, *map(str, numbers))
    start = perf_counter()
    try:
        with TemporaryDirectory() as folder:
            found = json.loads(run(command, plan.ours, folder))
    except NoAnswer as reason:
        return Timing(seconds=perf_counter() - start, reason=str(reason))
    return Timing(seconds=median(found["seconds"]), megabytes=found["megabytes"], met=found["met"])


def _peer(answer: Answer, size: Size, seed: int, limits: Limits) -> Timing:
    view = coalition(parties=size.parties, contributions=size.contributions, seed=seed)
    start = perf_counter()
    questions = list(asked_of(view))
    try:
        found = answer(questions, limits)
    except NoAnswer as reason:
        return Timing(seconds=perf_counter() - start, reason=str(reason))
    seconds = perf_counter() - start
    met: Met = {}
    for asked, chances in zip(questions, found, strict=True):
        met.setdefault(asked.reading, []).append(chances["met"])
    return Timing(seconds=seconds, met=met)


def difference(one: Met, other: Met) -> float:
    """Return the largest difference between two answers, relative to the larger chance."""
    pairs = (
        pair
        for reading, ends in one.items()
        for pair in zip(ends, other[reading], strict=True)
        if any(pair)
    )
    return max((abs(a - b) / max(a, b) for a, b in pairs), default=0.0)
