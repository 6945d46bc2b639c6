"""The slow twin: one scenario at a time, in plain Python, straight from the meaning of the words.

It shares no code with the engine: conditions are evaluated on the view itself, every scenario is
gone through one by one, and every definition is written as the design puts it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product

from guarantor.model import (
    All,
    AnyOf,
    AtLeast,
    Atom,
    Condition,
    Line,
    Not,
    Offer,
    Requirement,
    Term,
    Total,
    View,
    ids_named,
    walk,
)

LADDER = ["floated", "signalled", "pledged", "allocated", "committed", "delivered"]
Happens = Mapping[str, bool]


@dataclass(frozen=True)
class Twin:
    """One question about one view, answered by going through everything."""

    view: View
    requirement: str
    firm: str
    valid_on: date | None
    suppose: Mapping[str, bool]

    # --- what events there are -----------------------------------------------------------------

    def constant(self, name: str) -> bool | None:
        """Return the value of what is supposed or settled."""
        if name in self.suppose:
            return self.suppose[name]
        if name in self.view.propositions:
            record = self.view.propositions[name].record
            if record and record[-1].state in {"holds", "fails"}:
                until = record[-1].until
                if until is None or self.valid_on is None or self.valid_on < until:
                    return record[-1].state == "holds"
        return None

    def chances(self) -> dict[str, tuple[float, float]]:
        """Return the chance of every event, as its two ends."""
        found: dict[str, tuple[float, float]] = {}
        for name, proposition in self.view.propositions.items():
            if self.constant(name) is None:
                found[name] = (proposition.chance.low, proposition.chance.high)
        for code, party in self.view.parties.items():
            if code not in self.suppose:
                found[code] = (party.decision.low, party.decision.high)
                if any(term.condition is None for term in party.terms):
                    found[f"{code}#undisclosed"] = (0.0, 1.0)
        for offer in self.view.offers.values():
            found[f"{offer.id}#fulfilment"] = (offer.fulfilment.low, offer.fulfilment.high)
            if self.eligible(offer) and any(term.condition is None for term in offer.terms):
                found[f"{offer.id}#undisclosed"] = (0.0, 1.0)
        return found

    def eligible(self, offer: Offer) -> bool:
        """Tell whether an offer is on the ladder at or above the floor and not supposed."""
        rung = "floated" if offer.firmness == "undisclosed" else str(offer.firmness)
        on_ladder = rung in LADDER and LADDER.index(rung) >= LADDER.index(self.firm)
        return on_ladder and offer.id not in self.suppose

    # --- one scenario --------------------------------------------------------------------------

    def under_not(self) -> set[str]:
        """Return the propositions under a not, with all that they rest on."""
        found: set[str] = set()
        conditions = [p.when for p in self.view.propositions.values() if p.when is not None]
        conditions += [t.condition for t in self._all_terms() if t.condition is not None]
        for condition in conditions:
            for node, negated in walk(condition):
                if negated:
                    found |= self._named(node)
        while True:
            more = {
                name
                for p in found
                if (when := self.view.propositions[p].when) is not None and self.constant(p) is None
                for node, _ in walk(when)
                for name in self._named(node)
            }
            if more <= found:
                return found
            found |= more

    def _named(self, node: Condition) -> set[str]:
        if isinstance(node, Atom):
            return {node.id}
        if isinstance(node, AtLeast):
            return set(self._members(node))
        return set()

    def _members(self, node: AtLeast) -> tuple[str, ...]:
        named = node.members
        return self.view.groups[named] if isinstance(named, str) else named

    def _all_terms(self) -> Iterator[Term]:
        for shared in self.view.common_terms:
            yield shared.term
        for party in self.view.parties.values():
            yield from party.terms
        for offer in self.view.offers.values():
            yield from offer.terms

    def truths(
        self, happens: Happens, end: str, reading: str, forced: Happens | None = None
    ) -> dict[str, bool]:
        """Return the fixed point of one scenario."""
        forced = forced or {}
        names = [*self.view.propositions, *self.view.parties, *self.view.offers]
        start = reading == "moving_together"
        truth = dict.fromkeys(names, start)
        first = self.under_not()
        for _ in range(len(first) + 1):
            for name in first:
                truth[name] = self._value(name, truth, happens, end, forced)
        for _ in range(10 * len(names) + 10):
            after = dict(truth)
            for name in names:
                if name not in first:
                    after[name] = self._value(name, truth, happens, end, forced)
            if after == truth:
                return truth
            truth = after
        msg = "no fixed point"
        raise AssertionError(msg)

    def _value(
        self, name: str, truth: Happens, happens: Happens, end: str, forced: Happens
    ) -> bool:
        if name in forced:
            return forced[name]
        constant = self.constant(name)
        if constant is not None:
            return constant
        if name in self.view.propositions:
            when = self.view.propositions[name].when
            return happens[name] and (when is None or self.holds(when, truth, None, end))
        if name in self.view.parties:
            terms = self.view.parties[name].terms
            return happens[name] and all(
                self._term(term, name, truth, happens, end) for term in terms
            )
        return self._offered(self.view.offers[name], truth, happens, end)

    def _offered(self, offer: Offer, truth: Happens, happens: Happens, end: str) -> bool:
        if not self.eligible(offer) or not truth[offer.party]:
            return False
        for term in offer.terms:
            if not self._term(term, offer.id, truth, happens, end):
                return False
        common = (
            shared.term.condition
            for shared in self.view.common_terms
            if offer.capability in shared.capabilities
        )
        return all(
            self.holds(condition, truth, offer.party, end)
            for condition in common
            if condition is not None and offer.id not in ids_named(condition)
        )

    def _term(self, term: Term, owner: str, truth: Happens, happens: Happens, end: str) -> bool:
        if term.condition is None:
            return happens[f"{owner}#undisclosed"]
        offer = self.view.offers.get(owner)
        return self.holds(term.condition, truth, offer.party if offer else owner, end)

    def holds(self, condition: Condition, truth: Happens, asker: str | None, end: str) -> bool:
        """Tell whether a condition holds of some truths."""
        if isinstance(condition, Atom):
            return truth[condition.id]
        if isinstance(condition, Not):
            return not self.holds(condition.part, truth, asker, end)
        if isinstance(condition, All):
            return all(self.holds(part, truth, asker, end) for part in condition.parts)
        if isinstance(condition, AnyOf):
            return any(self.holds(part, truth, asker, end) for part in condition.parts)
        if isinstance(condition, AtLeast):
            counted = 0
            for name in set(self._members(condition)):
                offer = self.view.offers.get(name)
                own = asker is not None and asker in {name, offer.party if offer else name}
                counted += truth[name] and not own
            return counted >= self._number(condition.count)
        assert isinstance(condition, Total)
        amounts = [
            self.amount(offer, end)
            for offer in self.view.offers.values()
            if offer.capability == condition.capability and truth[offer.id]
        ]
        given = sum((a for a in amounts if a is not None), Decimal(0))
        return None in amounts or bool(given >= self._number(condition.amount))

    def _number(self, given: int | Decimal | str) -> Decimal:
        return self.view.parameters[given].value if isinstance(given, str) else Decimal(given)

    def amount(self, offer: Offer, end: str) -> Decimal | None:
        """Return how much an offer counts at an end; None is enough."""
        quantity = offer.quantity
        if end == "low":
            return quantity.low
        if end == "disclosed" and not quantity.is_disclosed:
            return quantity.low
        return quantity.high

    def is_there(self, offer: Offer, end: str) -> bool:
        """Tell whether an offer is in place on the day asked about."""
        if self.valid_on is None or self.view.activation is None:
            return True
        window = offer.available
        if window is not None:
            if window.start is not None and self.valid_on < window.start:
                return False
            if window.end is not None and self.valid_on >= window.end:
                return False
        notice = offer.notice_days
        if notice is None and self.view.notice_days_default is not None:
            notice = int(self.view.notice_days_default.value)
        transit = timedelta(days=offer.transit_days or 0)
        if notice is None:
            return end != "low" and self.view.activation + transit <= self.valid_on
        return self.view.activation + timedelta(days=notice) + transit <= self.valid_on

    def line_met(self, line: Line, truth: Happens, happens: Happens, end: str) -> bool:
        """Tell whether a line is met."""
        need = line.need.high if end == "low" else line.need.low
        if need is None:
            return False
        total = Decimal(0)
        for offer in self.view.offers.values():
            if (
                offer.capability == line.capability
                and not set(offer.caveats) & set(line.excluded_caveats)
                and truth[offer.id]
                and happens[f"{offer.id}#fulfilment"]
                and self.is_there(offer, end)
            ):
                amount = self.amount(offer, end)
                if amount is None:
                    return True
                total += amount
        return total >= need

    def met(self, requirement: Requirement, truth: Happens, happens: Happens, end: str) -> bool:
        """Tell whether every essential line is met."""
        essential = [line for line in requirement.lines if line.priority == "essential"]
        return bool(essential) and all(
            self.line_met(line, truth, happens, end) for line in essential
        )

    # --- chance --------------------------------------------------------------------------------

    def chance(self, reading: str) -> dict[str, tuple[float, float]]:
        """Return the chance of the set, each line, joining and contributing, as intervals."""
        low = self._chance_at("low", reading)
        high = self._chance_at("high", reading)
        return {name: (low[name], high[name]) for name in low}

    def _chance_at(self, end: str, reading: str) -> dict[str, float]:
        chances = self.chances()
        both = [
            name
            for name in sorted(self.under_not())
            if name in chances and len(set(chances[name])) > 1
        ]
        pick = 0 if end == "low" else 1
        results: list[dict[str, float]] = []
        for corner in product((0, 1), repeat=len(both)):
            point = {name: ends[pick] for name, ends in chances.items()}
            point.update(
                {name: chances[name][side] for name, side in zip(both, corner, strict=True)}
            )
            results.append(self._weighed(point, end, reading))
        choose = min if end == "low" else max
        return {name: choose(result[name] for result in results) for name in results[0]}

    def _weighed(self, point: Mapping[str, float], end: str, reading: str) -> dict[str, float]:
        sums: dict[str, float] = {}
        free = [name for name, chance in point.items() if 0 < chance < 1]
        for values in product((False, True), repeat=len(free)):
            happens = {name: chance == 1 for name, chance in point.items()}
            happens.update(zip(free, values, strict=True))
            weight = 1.0
            for name in free:
                weight *= point[name] if happens[name] else 1 - point[name]
            truth = self.truths(happens, end, reading)
            for name, holds in self._asked(truth, happens, end):
                sums[name] = sums.get(name, 0.0) + weight * holds
        return sums

    def _asked(self, truth: Happens, happens: Happens, end: str) -> Iterator[tuple[str, bool]]:
        requirement = self.view.requirements[self.requirement]
        yield "met", self.met(requirement, truth, happens, end)
        for line in requirement.lines:
            yield f"line {line.id}", self.line_met(line, truth, happens, end)
        for code in self.view.parties:
            yield f"joins {code}", truth[code]
            own = [offer.id for offer in self.view.offers.values() if offer.party == code]
            yield f"contributes {code}", any(truth[name] for name in own)

    # --- logic ---------------------------------------------------------------------------------

    def scenarios(self) -> Iterator[dict[str, bool]]:
        """Yield every way the uncertain events can go, fulfilments at their most favourable."""
        chances = self.chances()
        free = [
            name
            for name, (low, high) in chances.items()
            if not name.endswith("#fulfilment") and high > 0 and low < 1
        ]
        for values in product((False, True), repeat=len(free)):
            happens = {name: high > 0 for name, (_, high) in chances.items()}
            happens.update(zip(free, values, strict=True))
            yield happens

    def table(self, end: str, reading: str) -> list[tuple[frozenset[str], bool, frozenset[str]]]:
        """Return, for each scenario, the literals that hold, if the need is met, and the offers."""
        chances = self.chances()
        uncertain = {
            name
            for name, (low, high) in chances.items()
            if not name.endswith("#fulfilment") and high > 0 and low < 1
        }
        negated = self.under_not() & uncertain
        requirement = self.view.requirements[self.requirement]
        rows = []
        for happens in self.scenarios():
            truth = self.truths(happens, end, reading)
            value = {
                name: truth[name] if name in self.view.propositions else happens[name]
                for name in uncertain
            }
            literals = {name for name in uncertain if value[name]}
            literals |= {f"not {name}" for name in negated if not value[name]}
            offers = frozenset(name for name in self.view.offers if truth[name])
            rows.append((frozenset(literals), self.met(requirement, truth, happens, end), offers))
        return rows

    def cut_sets(self, end: str, reading: str, largest: int) -> set[frozenset[str]]:
        """Return the minimal cut sets up to a size, by trying every set of literals."""
        table = self.table(end, reading)
        if not any(met for _, met, _ in table):
            return set()
        everything = sorted(set().union(*(literals for literals, _, _ in table)))
        cuts: set[frozenset[str]] = set()
        for size in range(1, largest + 1):
            for chosen in combinations(everything, size):
                literals = frozenset(chosen)
                if any(cut <= literals for cut in cuts):
                    continue
                left = [met for holding, met, _ in table if not holding & literals]
                if left and not any(left):
                    cuts.add(literals)
        return cuts

    def path_sets(self, end: str, reading: str) -> set[frozenset[str]]:
        """Return the minimal path sets of any size, by trying every set of literals.

        A literal under a ``not`` holds by being true. Any other holds by happening: what its
        proposition waits for besides is part of whatever else happens.
        """
        uncertain = {name for literals, _, _ in self.table(end, reading) for name in literals}
        uncertain = {name.removeprefix("not ") for name in uncertain}
        by_truth = self.under_not() & uncertain
        requirement = self.view.requirements[self.requirement]
        rows = []
        for happens in self.scenarios():
            truth = self.truths(happens, end, reading)
            holding = {n for n in uncertain if (truth[n] if n in by_truth else happens[n])}
            holding |= {f"not {name}" for name in by_truth if not truth[name]}
            rows.append((holding, self.met(requirement, truth, happens, end)))
        everything = sorted(set().union(*(holding for holding, _ in rows)))
        paths: set[frozenset[str]] = set()
        for size in range(len(uncertain) + 1):
            for chosen in combinations(everything, size):
                literals = frozenset(chosen)
                if any(path <= literals for path in paths):
                    continue
                left = [met for holding, met in rows if literals <= holding]
                if left and all(left):
                    paths.add(literals)
        return paths

    def must_hold(self, end: str, reading: str) -> set[str]:
        """Return what alone makes the need impossible: literals and certain definitions."""
        if not any(met for _, met, _ in self.table(end, reading)):
            return set()
        found = {name for cut in self.cut_sets(end, reading, 1) for name in cut}
        requirement = self.view.requirements[self.requirement]
        for name, proposition in self.view.propositions.items():
            certain = proposition.when is not None and self.chances().get(name) == (1.0, 1.0)
            for value in (False, True) if certain else ():
                if value and name not in self.under_not():
                    continue
                forced = {name: value}
                met = (
                    self.met(requirement, self.truths(case, end, reading, forced), case, end)
                    for case in self.scenarios()
                )
                if not any(met):
                    found.add(f"not {name}" if value else name)
        return found

    def standing(self, reading: str, forced: Happens | None = None) -> set[str]:
        """Return the offers that can stand, the undisclosed enough."""
        found: set[str] = set()
        for happens in self.scenarios():
            truth = self.truths(happens, "high", reading, forced)
            found |= {name for name in self.view.offers if truth[name]}
        return found

    def lost(self) -> dict[str, set[str]]:
        """Return the offers lost when each unsettled proposition or party fails."""
        before = self.standing("moving_together")
        found = {}
        for name in (*self.view.propositions, *self.view.parties):
            if self.constant(name) is None:
                lost = before - self.standing("moving_together", {name: False})
                if lost:
                    found[name] = lost
        return found
