"""Times one question of ours on one coalition, in a process of its own, and prints it as JSON.

The first run warms up what is compiled or loaded once; it counts only where time leaves no other.
"""

import argparse
import json
import resource
import sys
from time import perf_counter

from benchmarks.viability.generator import coalition
from benchmarks.viability.ours import everything, met_alone
from guarantor.model import Chance, View

ENOUGH_SECONDS = 60.0
"""No run begins after this; there are fewer then."""


def met(what: str, view: View) -> dict[str, Chance]:
    """Return the chance that the requirement is met, having asked for this or for everything."""
    if what == "everything":
        return {str(reading): found.met for reading, found in everything(view).items()}
    return {str(reading): found for reading, found in met_alone(view).items()}


def main() -> None:
    """Time what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["everything", "met_alone"])
    for name in ("parties", "contributions", "seed", "repeats"):
        parser.add_argument(name, type=int)
    given = parser.parse_args()
    view = coalition(parties=given.parties, contributions=given.contributions, seed=given.seed)
    seconds: list[float] = []
    answer: dict[str, Chance] = {}
    while len(seconds) <= given.repeats and sum(seconds) < ENOUGH_SECONDS:
        start = perf_counter()
        answer = met(given.what, view)
        seconds.append(perf_counter() - start)
    # Linux counts kibibytes, macOS bytes.
    per_megabyte = 1e6 if sys.platform == "darwin" else 1e6 / 1024
    measured = {
        "seconds": seconds[1:] or seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_megabyte,
        "met": {reading: [chance.low, chance.high] for reading, chance in answer.items()},
    }
    sys.stdout.write(json.dumps(measured) + "\n")


if __name__ == "__main__":
    main()
