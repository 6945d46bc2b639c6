"""How fast chances are sampled, on one core: ``python -m benchmarks.viability.sampling``."""

import platform
from statistics import median
from time import perf_counter

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.viability.generator import coalition
from guarantor.viability import Counting, Question, Reading
from guarantor.viability.building import build
from guarantor.viability.formulas import Either, Formula, Truth
from guarantor.viability.method import Method
from guarantor.viability.sampled.sampler import Sampler
from guarantor.viability.sampled.sampling import sample_until
from guarantor.viability.structure import Structure

_RUNS = 1 << 20
_TIMES = 5
_TOLERANCE = 0.001
_MOST_RUNS = 1 << 24


def met_alone(structure: Structure) -> dict[str, Formula]:
    """Return that the requirement is met."""
    return {"met": structure.met()}


def everything(structure: Structure) -> dict[str, Formula]:
    """Return that it is met, each line, and who joins and contributes."""
    view = structure.view
    targets: dict[str, Formula] = met_alone(structure)
    for line in view.requirements[structure.question.requirement].lines:
        targets[f"line {line.id}"] = structure.line(line)
    for code in view.parties:
        own = tuple(Truth(offer.id) for offer in view.offers.values() if offer.party == code)
        targets[f"joins {code}"] = Truth(code)
        targets[f"contributes {code}"] = Either(own)
    return targets


@click.command()
@click.option("--parties", default=60, show_default=True)
@click.option("--contributions", default=2000, show_default=True)
@click.option("--seed", default=1, show_default=True, help="Of the coalition and of the runs.")
def main(parties: int, contributions: int, seed: int) -> None:
    """Print how long sampling takes on a coalition drawn from a seed.

    A contribution-evaluation is one run of one contribution: its fulfilment drawn, its conditions
    evaluated and its amount added, at the low and at the high end. Kernels are warm.
    """
    view = coalition(parties=parties, contributions=contributions, seed=seed)
    question = Question.about(view)
    low, high = build(view, question, Counting.LOW), build(view, question, Counting.HIGH)
    table = Table(title=f"{parties} parties, {contributions} contributions, median of {_TIMES}")
    for column in ("asked", "readings", "wiring, s", "evaluations a second"):
        table.add_column(column, justify="right")
    for name, targets in (("met", met_alone), ("everything", everything)):
        for readings in ([Reading.MOVING_TOGETHER], list(Reading)):
            begin = perf_counter()
            sampler = Sampler(low, high, targets, readings, rng=np.random.default_rng(seed))
            wiring = perf_counter() - begin
            sampler.draw(1 << 16)
            rate = _RUNS * contributions / median(_seconds(sampler) for _ in range(_TIMES))
            table.add_row(name, str(len(readings)), f"{wiring:.2f}", f"{rate:.3g}")
    console = Console()
    console.print(table)
    for reading in Reading:
        console.print(_until(low, high, reading, seed))
    console.print(f"Python {platform.python_version()}, NumPy {np.__version__}, {_processor()}")


def _seconds(sampler: Sampler) -> float:
    begin = perf_counter()
    sampler.draw(_RUNS)
    return perf_counter() - begin


def _until(low: Structure, high: Structure, reading: Reading, seed: int) -> str:
    times = []
    for number in range(_TIMES):
        begin = perf_counter()
        met = sample_until(
            low,
            high,
            met_alone,
            reading,
            rng=np.random.default_rng([seed, number]),
            method=Method(tolerance=_TOLERANCE, most_runs=_MOST_RUNS),
        )["met"]
        times.append(perf_counter() - begin)
    error = 3 * max(met.low.standard_error, met.high.standard_error)
    return (
        f"{reading}: met {met.low.mean:.4f} to {met.high.mean:.4f}, each ± {error:.4f} at three "
        f"standard errors, after {met.high.runs:,} runs in {median(times):.2f} s, wiring included"
    )


def _processor() -> str:
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
