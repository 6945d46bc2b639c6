"""What is contested, with both sides in their own words."""

from collections.abc import Iterable

from guarantor.brief.content import Block, Bullets, Entry, Section, Sentence, tell
from guarantor.brief.index import Index
from guarantor.brief.words import capital, say_date
from guarantor.model import ArrangementState, EventKind, EventStatus, RecordState, Stance

AGAINST = frozenset(map(str, (Stance.DENIED, Stance.REFUSED, Stance.WITHDRAWN, Stance.SUSPENDED)))
IN_DOUBT = frozenset(map(str, (EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.DISPUTED)))


def contested(index: Index) -> Section:
    """Return propositions, events and arrangements that are contested, each side's statements."""
    entries = [*_propositions(index), *_events(index), *_arrangements(index)]
    return Section(anchor="contested", title="What is contested", blocks=tuple(entries))


def _propositions(index: Index) -> list[Entry]:
    told = []
    for row in index.propositions.values():
        states = [record["state"] for record in row["record"]]
        if RecordState.CONTESTED in states:
            cited = [name for record in row["record"] for name in record["evidence"]]
            latest = row["record"][-1]
            state = f"On the record {latest['state']} since {say_date(latest['since'])}."
            notes = [tell(record["note"]) for record in row["record"] if record["note"]]
            told.append(_entry(index, row["text"], [tell(state), *notes], cited))
    return told


def _events(index: Index) -> list[Entry]:
    return [
        _entry(
            index, row["text"], [tell(f"{say_date(row['day'])}: {row['status']}.")], row["evidence"]
        )
        for row in index.events.values()
        if row["kind"] == EventKind.CONTESTED or row["status"] in IN_DOUBT
    ]


def _arrangements(index: Index) -> list[Entry]:
    return [
        _entry(index, capital(row["topic"].replace("_", " ")), [tell(row["text"])], row["evidence"])
        for row in index.document["arrangements"]
        if row["state"] == ArrangementState.CONTESTED
    ]


def _entry(index: Index, title: str, opening: Iterable[Sentence], cited: Iterable[str]) -> Entry:
    """Return what was said for it, then what was said against it, each in order of time."""
    said = sorted(
        (index.statements[name] for name in index.known(cited)), key=lambda row: row["published_on"]
    )
    sides: list[Block] = [
        Bullets(tuple(_side(index, row["id"]) for row in said if (row["stance"] in AGAINST) is against))
        for against in (False, True)
        if any((row["stance"] in AGAINST) is against for row in said)
    ]
    blocks = [sentence for sentence in opening if sentence.parts]
    return Entry(title=title, blocks=(*blocks, *sides))


def _side(index: Index, name: str) -> Sentence:
    row = index.statements[name]
    who = index.figure(row["speaker"], [name])
    return tell(who, f", {say_date(row['published_on'])}, {row['stance']}: {row['paraphrase']}")
