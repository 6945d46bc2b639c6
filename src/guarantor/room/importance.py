"""What matters: how far each proposition and party decides whether the need is met."""

from guarantor.brief.document import Ends, ImportanceRow, R
from guarantor.errors import OverBudget
from guarantor.model import UNKNOWN, End
from guarantor.room.discretion import is_discreet
from guarantor.room.rows import by_reading
from guarantor.viability import Engine, Kind, Measures, Reading

Found = dict[Reading, dict[End, dict[str, Measures]]]


def importance(engine: Engine) -> list[ImportanceRow]:
    """Return how far each uncertain proposition and party decides, most decisive first.

    Ranked by Birnbaum's measure, moving together, at the high end and then at the low. Where
    nobody gave a chance of anything there are no rows, as what is lost ranks then; nor where the
    answer is sampled. To the public the parties of a live operation are left out.
    """
    if engine.method.kind is Kind.SAMPLED or not _gives_chances(engine):
        return []
    try:
        found = {
            reading: {end: engine.measures(end, reading) for end in End} for reading in Reading
        }
    except OverBudget:
        if engine.method.kind is Kind.EXACT:
            raise
        return []
    view = engine.view
    names = found[Reading.MOVING_TOGETHER][End.HIGH]
    rows = [
        _row(name, "party" if name in view.parties else "proposition", found)
        for name in names
        if not (is_discreet(view) and name in view.parties)
    ]
    return sorted(rows, key=_decisive_first)


def _gives_chances(engine: Engine) -> bool:
    """Tell whether anybody gave the chance of an event that can go either way."""
    view = engine.view
    given = [one.chance for one in view.propositions.values() if one.is_chance_given]
    given += [one.decision for one in view.parties.values() if one.is_decision_given]
    return any(chance != UNKNOWN and chance.high > 0 and chance.low < 1 for chance in given)


def _row(name: str, kind: str, found: Found) -> ImportanceRow:
    def ends(measure: str) -> R[Ends]:
        return by_reading(
            lambda reading: {
                "at_low": getattr(found[reading][End.LOW][name], measure),
                "at_high": getattr(found[reading][End.HIGH][name], measure),
            }
        )

    return {
        "id": name,
        "kind": kind,
        "birnbaum": ends("birnbaum"),
        "criticality": ends("criticality"),
        "shapley": ends("shapley"),
        "banzhaf": ends("banzhaf"),
    }


def _decisive_first(row: ImportanceRow) -> tuple[float, float, str]:
    together = row["birnbaum"]["moving_together"]
    return -abs(together["at_high"]), -abs(together["at_low"]), row["id"]
