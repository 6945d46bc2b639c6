"""Sampled chances: runs in which every event is drawn, 64 of them in a machine word.

For what is too large to be exact. The same seed gives the same answer on every machine; low and
high end, both readings and every target are counted on the same runs.
"""

from collections.abc import Sequence
from math import ceil

import numpy as np

from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.sampled.estimates import ERRORS, SampledChance
from guarantor.viability.sampled.sampler import Sampler, Targets
from guarantor.viability.structure import Structure

_FIRST_RUNS = 1 << 16
"""How many runs are drawn before it is said how many are needed; the rest in multiples of it."""


def sample(  # noqa: PLR0913  four say what is asked, two how it is sampled
    low: Structure,
    high: Structure,
    targets: Targets,
    reading: Reading,
    *,
    rng: np.random.Generator,
    runs: int,
) -> dict[str, SampledChance]:
    """Return the estimated chance of each target as an interval.

    The low end takes every chance and quantity at its low end, the high end the opposite, in the
    same runs. A proposition under a ``not`` is taken at both ends, case by case.

    Args:
        low: The structure with quantities counted low.
        high: The same with quantities counted high.
        targets: What to give the chance of, as a structure counts it.
        reading: How circular conditions are read.
        rng: Gives the seed: one number is taken from it.
        runs: How many runs, 1 or more.

    Raises:
        TooLarge: More than 6 propositions under a ``not`` have an interval for a chance.
    """
    return sample_readings(low, high, targets, (reading,), rng=rng, runs=runs)[reading]


def sample_readings(  # noqa: PLR0913  likewise
    low: Structure,
    high: Structure,
    targets: Targets,
    readings: Sequence[Reading] = tuple(Reading),
    *,
    rng: np.random.Generator,
    runs: int,
) -> dict[Reading, dict[str, SampledChance]]:
    """Return what :func:`sample` does for some readings at once, on the same runs.

    Each is what it would be alone from the same seed.

    Raises:
        TooLarge: More than 6 propositions under a ``not`` have an interval for a chance.
    """
    sampler = Sampler(low, high, targets, readings, rng=rng)
    sampler.draw(runs)
    return sampler.chances()


def sample_until(  # noqa: PLR0913  likewise
    low: Structure,
    high: Structure,
    targets: Targets,
    reading: Reading,
    *,
    rng: np.random.Generator,
    method: Method,
) -> dict[str, SampledChance]:
    """Return what :func:`sample` does, with as many runs as the target ``met`` needs.

    Args:
        low: The structure with quantities counted low.
        high: The same with quantities counted high.
        targets: What to give the chance of; ``met`` is among them.
        reading: How circular conditions are read.
        rng: Gives the seed: one number is taken from it.
        method: Says what three standard errors of ``met`` are at most, at both ends, and where to
            stop in any case: the errors may then be larger, and say so.

    Raises:
        TooLarge: More than 6 propositions under a ``not`` have an interval for a chance.
        OutOfTime: The method's time is up.
    """
    tolerance, most_runs = method.tolerance, method.most_runs
    sampler = Sampler(low, high, targets, (reading,), rng=rng)
    sampler.draw(min(_FIRST_RUNS, most_runs))
    while True:
        method.check_time()
        found = sampler.chances()[reading]
        error = max(found["met"].low.standard_error, found["met"].high.standard_error)
        if ERRORS * error <= tolerance or sampler.runs >= most_runs:
            return found
        wanted = ceil(sampler.runs * (ERRORS * error / tolerance) ** 2)
        more = max(wanted - sampler.runs, _FIRST_RUNS)
        _draw(sampler, min(-(-more // _FIRST_RUNS) * _FIRST_RUNS, most_runs - sampler.runs), method)


def _draw(sampler: Sampler, runs: int, method: Method) -> None:
    """Draw runs a part at a time and check the time between; the parts change no draw."""
    while runs > 0:
        part = min(runs, _FIRST_RUNS)
        sampler.draw(part)
        method.check_time()
        runs -= part
