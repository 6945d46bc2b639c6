"""Deliveries: how much is delivered to the lines of one capability, as a chance for each sum.

Whether an offer arrives, once it is offered, concerns no other offer. So fulfilments stay out of
the decision diagram: offers that stand or fall together are a *block*, and once it is known that a
block is offered, its quantities are added to the sums reached so far.
"""

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import OverBudget
from guarantor.viability.diagrams.parcels import Parcel, Parcels

_MOST_SUMS = 1 << 18
"""Most different sums that are told apart in one group of lines."""
_LARGEST = 1 << 52
"""Least product of needs that is too large to tell sums apart in machine numbers."""
_KEPT_BITS = 46
"""Chances that agree in so many bits are taken as the same: 2**-46 is 1.4e-14."""

Sums = NDArray[np.int64]
Shares = NDArray[np.float64]


class Deliveries:
    """The sums that some lines can have reached, one *state* for each way of having got there.

    State 0 is that all is decided. Every other state is a set of blocks that are still undecided
    and, given that the lines can still be met, the chance of each sum reached so far.

    Attributes:
        functions: The functions of the undecided blocks at the start, each once.
        start: The state in which no block is decided yet.
        weight: The chance that the lines can still be met at the start; 0 where they cannot.
    """

    def __init__(self, given: Parcels) -> None:
        """Start with nothing decided.

        Args:
            given: What counts on the lines; offers of function 1 are offered for sure.

        Raises:
            OverBudget: There are more different sums than can be told apart.
        """
        self._needs = _exact(given.needs)
        useful = [one for one in given.parcels if one.function and one.chance and any(one.amounts)]
        self._sums = _attainable(useful, self._needs)
        self._unmet = ~np.all(self._sums >= self._needs, axis=1)
        self.functions = tuple(dict.fromkeys(one.function for one in useful if one.function > 1))
        codes = _codes(self._sums, self._needs)
        self._blocks = {
            function: [
                (one.chance, self._after(one, codes)) for one in useful if one.function == function
            ]
            for function in (1, *self.functions)
        }
        self._most = [_most(useful, function, len(given.needs)) for function in self.functions]
        self._states: list[tuple[int, NDArray[np.intp], Shares]] = []
        self._known: dict[tuple[int, bytes, bytes, bytes], int] = {}
        self._outlooks: dict[int, tuple[NDArray[np.bool_], NDArray[np.intp]]] = {}
        self._steps: dict[tuple[int, int, int], tuple[float, int]] = {}
        self._state(0, np.zeros(0))
        reached = np.zeros(len(self._sums))
        reached[0] = 1.0
        everything = (1 << len(self.functions)) - 1
        self.weight, self.start = self._reduced(everything, self._with_block(reached, 1))

    def __len__(self) -> int:
        """Return how many states there are so far."""
        return len(self._states)

    def step(self, state: int, offered: int, refused: int) -> tuple[float, int]:
        """Return what a state comes to once some blocks are known to be offered and others not.

        Args:
            state: The state.
            offered: The blocks offered, a bit for each place in ``functions``.
            refused: The blocks not offered.

        Returns:
            The chance that the lines can still be met, given that they could before, and the state.
        """
        undecided, places, shares = self._states[state]
        offered &= undecided
        refused &= undecided
        if not offered | refused:
            return 1.0, state
        key = (state, offered, refused)
        found = self._steps.get(key)
        if found is None:
            reached = np.zeros(len(self._sums))
            reached[places] = shares
            for place in _bits(offered):
                reached = self._with_block(reached, self.functions[place])
            found = self._reduced(undecided & ~(offered | refused), reached)
            self._steps[key] = found
        return found

    def _after(self, one: Parcel, codes: Sums) -> NDArray[np.intp]:
        """Return, for each sum, the place of the sum once an offer is added.

        A sum that counts the offer already has no such place; any will do, as its chance is 0.
        """
        grown = np.minimum(self._sums + np.array(one.amounts, dtype=np.int64), self._needs)
        places = np.searchsorted(codes, _codes(grown, self._needs))
        return np.minimum(places, len(codes) - 1)

    def _with_block(self, reached: Shares, function: int) -> Shares:
        """Return the chance of each sum once a block is offered, each part arriving or not."""
        for chance, after in self._blocks[function]:
            arrives = _gathered(after, chance * reached)
            reached = arrives + (1 - chance) * reached
        return reached

    def _reduced(self, undecided: int, reached: Shares) -> tuple[float, int]:
        """Return the chance that the lines can still be met, and the state given that they can."""
        if undecided not in self._outlooks:
            self._outlooks[undecided] = self._outlook(undecided)
        alive, same_as = self._outlooks[undecided]
        reached = reached * alive
        weight = float(reached.sum())
        if weight == 0:
            return 0.0, 0
        if not np.any(reached[self._unmet]):
            return weight, 0
        return weight, self._state(undecided, _gathered(same_as, reached / weight))

    def _outlook(self, undecided: int) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
        """Return which sums can still be made up, and for each sum the one it is equivalent to.

        Sums are equivalent where the same of what can still come would make up what is missing.
        """
        places = _bits(undecided)
        rest = sum((self._most[place] for place in places), np.zeros_like(self._needs))
        alive = np.all(self._sums + rest >= self._needs, axis=1)
        if len(self._needs) > 1:
            return alive, np.arange(len(self._sums))
        still = np.zeros(len(self._sums), dtype=bool)
        still[0] = True
        for place in places:
            for _, after in self._blocks[self.functions[place]]:
                still[after[np.flatnonzero(still)]] = True
        missing = np.searchsorted(self._sums[still, 0], self._needs[0] - self._sums[:, 0])
        _, first, kind = np.unique(missing, return_index=True, return_inverse=True)
        return alive, first[kind]

    def _state(self, undecided: int, reached: Shares) -> int:
        places = np.flatnonzero(reached)
        shares = reached[places]
        mantissas, exponents = np.frexp(shares)
        kept = np.rint(np.ldexp(mantissas, _KEPT_BITS))
        key = (undecided, places.tobytes(), kept.tobytes(), exponents.tobytes())
        found = self._known.setdefault(key, len(self._states))
        if found == len(self._states):
            self._states.append((undecided, places, shares))
        return found


def _exact(needs: Sequence[int]) -> Sums:
    """Return needs as machine numbers; sums of them must be exact, too."""
    if prod(need + 1 for need in needs) >= _LARGEST:
        raise OverBudget(_MOST_SUMS)
    return np.array(needs, dtype=np.int64)


def _attainable(parcels: Sequence[Parcel], needs: Sums) -> Sums:
    """Return every sum that can be reached, each line's capped at its need, in ascending order."""
    sums = np.zeros((1, len(needs)), dtype=np.int64)
    for one in parcels:
        grown = np.minimum(sums + np.array(one.amounts, dtype=np.int64), needs)
        sums = np.unique(np.concatenate([sums, grown]), axis=0)
        if len(sums) > _MOST_SUMS:
            raise OverBudget(_MOST_SUMS)
    return sums


def _codes(sums: Sums, needs: Sums) -> Sums:
    """Return one number for each row of sums, in the same order as the rows."""
    strides = np.cumprod([1, *(need + 1 for need in needs[:0:-1])])[::-1]
    codes: Sums = sums @ strides
    return codes


def _most(parcels: Sequence[Parcel], function: int, lines: int) -> Sums:
    amounts = [one.amounts for one in parcels if one.function == function]
    most: Sums = np.array(amounts, dtype=np.int64).reshape(-1, lines).sum(axis=0)
    return most


def _gathered(into: NDArray[np.intp], shares: Shares) -> Shares:
    """Return the shares that come together at each place."""
    return np.asarray(np.bincount(into, weights=shares, minlength=len(shares)), dtype=np.float64)


def _bits(number: int) -> list[int]:
    return [place for place in range(number.bit_length()) if number >> place & 1]
