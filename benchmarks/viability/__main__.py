"""Times the viability engine and its peers on the same coalitions, and prints the tables.

``python -m benchmarks.viability`` from the folder of the project, with nothing else running.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from benchmarks.viability import tables
from benchmarks.viability.machine import machine, versions
from benchmarks.viability.measuring import Measured, Plan, Size, measure
from benchmarks.viability.processes import Limits

FULL = Plan(
    sizes=(
        Size(parties=10, contributions=50, seeds=10, peer_seeds=5),
        Size(parties=15, contributions=80, seeds=10, peer_seeds=5),
        Size(parties=20, contributions=100, seeds=10, peer_seeds=3),
        Size(parties=30, contributions=200, seeds=20, peer_seeds=2),
        Size(parties=40, contributions=400, seeds=5, peer_seeds=1),
    ),
    repeats=5,
    ours=Limits(seconds=240, megabytes=8000),
    peers=Limits(seconds=70, megabytes=8000),
)
QUICK = Plan(
    sizes=(
        Size(parties=10, contributions=50, seeds=2, peer_seeds=2),
        Size(parties=15, contributions=80, seeds=1, peer_seeds=1),
        Size(parties=20, contributions=100, seeds=1, peer_seeds=1),
    ),
    repeats=3,
    ours=Limits(seconds=30, megabytes=8000),
    peers=Limits(seconds=10, megabytes=8000),
)


def main() -> None:
    """Measure what the command line says, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.viability", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, a minute or two")
    parser.add_argument("--json", type=Path, help="write every measurement to this file")
    given = parser.parse_args()
    plan = QUICK if given.quick else FULL
    measured = [_noted(one) for one in measure(plan)]
    _print(tables.head(plan))
    _print(tables.ours(measured))
    _print(tables.peers(measured, plan))
    if given.json:
        facts = {"machine": machine(), "versions": versions()}
        rows = [asdict(one) for one in measured]
        given.json.write_text(json.dumps({**facts, "measured": rows}, indent=1) + "\n")


def _noted(one: Measured) -> Measured:
    """Say on standard error how far the measuring is."""
    timings = {"everything": one.everything, "P(met)": one.met_alone, **one.peers}
    said = (
        f"{name} {timing.reason[:60] or f'{timing.seconds:.3g} s'}"
        for name, timing in timings.items()
    )
    size = f"{one.size.parties}, {one.size.contributions}, seed {one.seed}"
    sys.stderr.write(f"{size}: {'; '.join(said)}\n")
    return one


def _print(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines) + "\n")


if __name__ == "__main__":
    main()
