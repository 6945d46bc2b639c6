"""How the answer turns: with each day's news, each parameter, each single statement."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from guarantor.brief.document import DayRow, Indispensable, SweepRow
from guarantor.errors import OverBudget, TooLarge
from guarantor.model import Operation, Parameter, View
from guarantor.room.options import Options
from guarantor.room.progress import Track, silent
from guarantor.room.results import interval_of_chance, possible_row
from guarantor.room.rows import by_reading, number
from guarantor.viability import Counting, Engine, Floor, Reading

_MOST_VALUES = 12
"""Most values of a parameter that are swept one by one; a wider range is swept at its ends."""


def sweep(engine: Engine) -> list[SweepRow]:
    """Return how the answer turns over the range of each parameter, all else as it is."""
    return [
        _sweep_row(engine, parameter, value)
        for parameter in engine.view.parameters.values()
        for value in _values(parameter)
    ]


def _values(parameter: Parameter) -> list[Decimal]:
    low, high = parameter.low, parameter.high
    whole = low == low.to_integral_value() and high == high.to_integral_value()
    if whole and high - low < _MOST_VALUES:
        return [low + step for step in range(int(high - low) + 1)]
    return sorted({low, parameter.value, high})


def _sweep_row(engine: Engine, parameter: Parameter, value: Decimal) -> SweepRow:
    swept = replace(parameter, value=value)
    parameters = {**engine.view.parameters, parameter.name: swept}
    turned = Engine(replace(engine.view, parameters=parameters), engine.question, engine.method)
    requirement = engine.requirement
    try:
        met = by_reading(lambda reading: interval_of_chance(turned.chances(reading).met))
    except (OverBudget, TooLarge):
        met = None
    return {
        "parameter": parameter.name,
        "value": number(value) or 0,
        "possible": possible_row(turned.possible(requirement)),
        "offers": by_reading(lambda reading: list(turned.standing[reading])),
        "chance": met,
    }


def series(
    operation: Operation, options: Options, last: date, track: Track = silent
) -> list[DayRow]:
    """Return how things stood on every day on which something was published, up to the last.

    Chances, definitions, needs and parameters are today's on every day.
    """
    whole = options.view(operation)
    days = sorted({said.published_on for said in whole.statements.values()} | _step_days(whole))
    rows: list[DayRow] = []
    known: dict[str, date] = {}
    for asked in track([day for day in days if day <= last], "day by day"):
        seen = replace(options, as_known_on=asked).view(operation)
        rows.append(_day_row(seen, options, asked, known))
        known = {offer.id: offer.since for offer in seen.offers.values()}
    return rows


def _step_days(view: View) -> set[date]:
    offers = view.offers.values()
    return {offer.since for offer in offers} | {offer.first_since for offer in offers}


def _day_row(seen: View, options: Options, asked: date, known: dict[str, date]) -> DayRow:
    offers = [offer for offer in seen.offers.values() if offer.firmness.is_offer]
    suppose = {name: value for name, value in options.suppose.items() if _is_in(seen, name)}
    engine = Engine(seen, replace(options, suppose=suppose).question(seen))
    published = [said for said in seen.statements.values() if said.published_on == asked]
    return {
        "day": asked.isoformat(),
        "statements": len(published),
        "parties": len({offer.party for offer in offers}),
        "offers_by_firmness": dict(Counter(offer.firmness.value for offer in offers)),
        "offers_with_quantity": sum(offer.quantity.is_disclosed for offer in offers),
        "can_stand": by_reading(lambda reading: len(engine.standing[reading])),
        "changed": [name for name, offer in seen.offers.items() if known.get(name) != offer.since],
        "events": [event.id for event in seen.events.values() if event.day == asked],
        "on_record": {offer.id: offer.firmness.value for offer in offers},
        "sized": [offer.id for offer in offers if offer.quantity.is_disclosed],
    }


def _is_in(view: View, name: str) -> bool:
    return name in view.parties or name in view.propositions or name in view.offers


def indispensable(
    operation: Operation, options: Options, engine: Engine, track: Track = silent
) -> list[Indispensable]:
    """Return the statements without which the answer would be another one."""
    answer = _Answer.of(engine)
    rows: list[Indispensable] = []
    alone = _sole_evidence(operation, options.without)
    names = [name for name in engine.view.statements if name in alone]
    for name in track(names, "statement by statement"):
        seen = replace(options, without=(*options.without, name)).view(operation)
        if _same_record(seen, engine.view):
            continue
        suppose = {key: value for key, value in options.suppose.items() if _is_in(seen, key)}
        turned = _Answer.of(Engine(seen, replace(engine.question, suppose=suppose)))
        if changes := list(_changes(answer, turned)):
            rows.append({"statement": name, "changes": changes})
    return rows


def _sole_evidence(operation: Operation, without: tuple[str, ...]) -> frozenset[str]:
    """Return the statements on which alone some step, term or record rests."""
    contributions = operation.contributions.values()
    steps = [step for contribution in contributions for step in contribution.steps]
    terms = [term for step in steps for term in step.terms]
    terms += [term for party in operation.parties.values() for term in party.terms]
    terms += [shared.term for shared in operation.common_terms]
    records = [record for one in operation.propositions.values() for record in one.record]
    cited = [one.evidence for one in steps] + [one.evidence for one in terms]
    cited += [one.evidence for one in records]
    left = (set(evidence) - set(without) for evidence in cited)
    return frozenset(name for evidence in left if len(evidence) == 1 for name in evidence)


def _same_record(seen: View, base: View) -> bool:
    """Tell whether two views differ in nothing that an engine reads."""
    return _read(seen) == _read(base)


def _read(view: View) -> object:
    offers = [
        (
            offer.id,
            offer.firmness,
            offer.quantity,
            offer.fulfilment,
            offer.available,
            offer.notice_days,
            offer.transit_days,
            offer.caveats,
            offer.part_of,
            [term.text for term in offer.terms],
        )
        for offer in view.offers.values()
    ]
    parties = [[term.text for term in party.terms] for party in view.parties.values()]
    latest = [view.latest(name) for name in view.propositions]
    states = [record and (record.state, record.until) for record in latest]
    return offers, parties, states, [shared.term.text for shared in view.common_terms]


class _Answer:
    """What an answer comes to: what adds up at each floor, and what can stand."""

    def __init__(self, floors: tuple[Floor, ...], standing: dict[Reading, frozenset[str]]) -> None:
        self.floors = floors
        self.standing = standing

    @classmethod
    def of(cls, engine: Engine) -> "_Answer":
        standing = {reading: frozenset(engine.standing[reading]) for reading in Reading}
        return cls(engine.floors(engine.requirement), standing)


def _changes(before: _Answer, after: _Answer) -> Iterator[str]:
    for old, new in zip(before.floors, after.floors, strict=True):
        for counting in (Counting.DISCLOSED, Counting.HIGH):
            for reading in Reading:
                was, now = old.possible[counting][reading], new.possible[counting][reading]
                if was != now:
                    how = "no longer adds up" if was else "adds up"
                    yield (
                        f"from {old.floor.value} upwards it {how} "
                        f"({counting.value.replace('_', ' ')}, {reading.value.replace('_', ' ')})"
                    )
    reading = Reading.MOVING_TOGETHER
    if lost := sorted(before.standing[reading] - after.standing[reading]):
        yield f"no longer on the table: {', '.join(lost)}"
    if gained := sorted(after.standing[reading] - before.standing[reading]):
        yield f"then on the table: {', '.join(gained)}"
