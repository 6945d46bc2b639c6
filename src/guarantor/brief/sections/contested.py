"""What is contested, both sides."""

from collections.abc import Iterable

from guarantor.brief.content import Block, Bullets, Entry, Section, Sentence, tell
from guarantor.brief.document import EventRow
from guarantor.brief.index import Index
from guarantor.brief.words import capital, say_date, spaced
from guarantor.model import ArrangementState, EventKind, EventStatus, RecordState, Stance

AGAINST = frozenset(map(str, (Stance.DENIED, Stance.REFUSED, Stance.WITHDRAWN, Stance.SUSPENDED)))
IN_DOUBT = frozenset(map(str, (EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.DISPUTED)))


def contested(index: Index) -> Section:
    """Return propositions, events and arrangements that are contested, with each side's words."""
    entries = (*_propositions(index), *_events(index), *_arrangements(index))
    return Section(anchor="contested", title="What is contested", blocks=entries)


def _propositions(index: Index) -> list[Entry]:
    told = []
    for row in index.propositions.values():
        if any(record["state"] == RecordState.CONTESTED for record in row["record"]):
            cited = [name for record in row["record"] for name in record["evidence"]]
            latest = row["record"][-1]
            state = f"On the record {latest['state']} since {say_date(latest['since'])}."
            notes = [tell(record["note"]) for record in row["record"] if record["note"]]
            told.append(_entry(index, row["text"], [tell(state), *notes], cited))
    return told


def _events(index: Index) -> list[Entry]:
    """Return events in doubt; those whose texts open alike (up to a colon) are one matter."""
    matters: dict[str, list[EventRow]] = {}
    for event in index.events.values():
        if event["kind"] == EventKind.CONTESTED or event["status"] in IN_DOUBT:
            matter, colon, _ = event["text"].partition(": ")
            matters.setdefault(matter if colon else event["text"], []).append(event)
    return [_matter(index, matter, events) for matter, events in matters.items()]


def _matter(index: Index, matter: str, events: list[EventRow]) -> Entry:
    told = []
    for event in sorted(events, key=lambda event: event["day"]):
        status = index.figure(event["status"], event["evidence"])
        text = capital(event["text"].removeprefix(f"{matter}: "))
        said = "" if text == matter else f": {text}"
        told.append(tell(f"{say_date(event['day'])}, ", status, said))
    return Entry(title=matter, blocks=(Bullets(tuple(told)),))


def _arrangements(index: Index) -> list[Entry]:
    return [
        _entry(index, capital(spaced(row["topic"])), [tell(row["text"])], row["evidence"])
        for row in index.document["arrangements"]
        if row["state"] == ArrangementState.CONTESTED
    ]


def _entry(index: Index, title: str, opening: Iterable[Sentence], cited: Iterable[str]) -> Entry:
    """Return what was said for it, then what was said against it, each in order of time."""
    said = [index.statements[name] for name in index.known(cited)]
    said.sort(key=lambda row: (row["stance"] in AGAINST, row["published_on"]))
    blocks: list[Block] = [sentence for sentence in opening if sentence.parts]
    if said:
        blocks.append(Bullets(tuple(_side(index, row["id"]) for row in said)))
    return Entry(title=title, blocks=tuple(blocks))


def _side(index: Index, name: str) -> Sentence:
    row = index.statements[name]
    who = index.figure(capital(row["speaker"]), [name])
    return tell(who, f", {say_date(row['published_on'])}, {row['stance']}: {row['paraphrase']}")
