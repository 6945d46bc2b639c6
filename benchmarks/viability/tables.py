"""Tables: what was measured, as Markdown for the page of results."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from benchmarks.viability.machine import machine, versions
from benchmarks.viability.measuring import Measured, Plan, Size, Timing, difference


def head(plan: Plan) -> Iterator[str]:
    """Yield what the tables were made on and how, a line each."""
    for title, facts in (("Machine", machine()), ("Versions", versions())):
        yield f"{title}: " + ", ".join(f"{name} {value}" for name, value in facts.items()) + "."
    yield (
        f"Ours: the median of {plan.repeats} runs on each coalition, warm. Peers: P(met) at both "
        "ends and in both readings, once, the start of their processes included, "
        f"within {_limits(plan)} for a coalition."
    )


def ours(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the table of our times: a median and a worst over the coalitions of each size."""
    yield from _row(
        "parties, contributions",
        "coalitions",
        "everything: median",
        "worst",
        "P(met) alone: median",
        "worst",
        "memory, most",
    )
    yield from _row(*["---:"] * 7)
    for size, group in _by_size(measured):
        everything = [one.everything for one in group]
        alone = [one.met_alone for one in group]
        most = max(timing.megabytes for timing in (*everything, *alone))
        cells = (*_median_and_worst(everything), *_median_and_worst(alone))
        yield from _row(_size(size), len(group), *cells, f"{most:,.0f} MB" if most else "–")


def peers(measured: Sequence[Measured], plan: Plan) -> Iterator[str]:
    """Yield the table of the peers' times, as a multiple of ours on the same coalitions.

    A median over coalitions of which some had no answer is a least one, marked ``>``.
    """
    yield from _row(
        "parties, contributions",
        "peer",
        "answered",
        "median",
        "× everything",
        "× P(met) alone",
        "largest relative difference",
    )
    yield from _row("---:", "---", *["---:"] * 5)
    for size, group in _by_size(measured):
        for name in sorted({name for one in group for name in one.peers}):
            both = [one for one in group if name in one.peers]
            yield from _row(_size(size), name, *_peer_cells(name, both, plan))


def _peer_cells(name: str, measured: Sequence[Measured], plan: Plan) -> tuple[str, ...]:
    timings = [one.peers[name] for one in measured]
    answered = [timing for timing in timings if not timing.reason]
    differences = [
        difference(one.peers[name].met, one.met_alone.met)
        for one in measured
        if not one.peers[name].reason and not one.met_alone.reason
    ]
    times = _median_and_worst(timings)[0] if answered else f"no answer in {_limits(plan)}"
    return (
        f"{len(answered)} of {len(timings)}",
        times,
        _ratio((one.peers[name], one.everything) for one in measured),
        _ratio((one.peers[name], one.met_alone) for one in measured),
        f"{max(differences):.0e}" if differences else "–",
    )


def _ratio(pairs: Iterable[tuple[Timing, Timing]]) -> str:
    known = [(theirs, us) for theirs, us in pairs if not us.reason]
    if not known:
        return "–"
    at_least = "> " if any(theirs.reason for theirs, _ in known) else ""
    return f"{at_least}{median(theirs.seconds / us.seconds for theirs, us in known):,.1f}"


def _median_and_worst(timings: Sequence[Timing]) -> tuple[str, str]:
    missing = sum(bool(timing.reason) for timing in timings)
    seconds = sorted(timing.seconds for timing in timings if not timing.reason)
    if not seconds:
        return "no answer", "no answer"
    lacking = f"no answer to {missing}" if missing else f"{_seconds(seconds[-1])}"
    return _seconds(median(seconds + [float("inf")] * missing)), lacking


def _seconds(seconds: float) -> str:
    if seconds == float("inf"):
        return "no answer"
    return f"{seconds:.2g} s" if seconds < 10 else f"{seconds:.0f} s"


def _limits(plan: Plan) -> str:
    return f"{plan.peers.seconds:.0f} s and {plan.peers.megabytes / 1000:.0f} GB"


def _size(size: Size) -> str:
    return f"{size.parties}, {size.contributions}"


def _by_size(measured: Sequence[Measured]) -> Iterator[tuple[Size, list[Measured]]]:
    for size, group in groupby(measured, key=lambda one: one.size):
        yield size, list(group)


def _row(*cells: object) -> Iterator[str]:
    yield f"| {' | '.join(map(str, cells))} |"
