"""An operation with documents on record, as text, and small rules that propose statements."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from guarantor import room
from guarantor.model import (
    Attribution,
    Document,
    Firmness,
    Kind,
    NamedDay,
    Passage,
    Piece,
    Proposal,
    Span,
    Stance,
    Standing,
)
from guarantor.room.review import opened, receiving, whose

MORNING = datetime(2025, 4, 1, 9, tzinfo=UTC)
SECRET = "Zanzibar"  # noqa: S105  a place
"""A word that stands only in what the inner circle may see."""
HEADER = """\
id: north
name: Northland
as_known_on: 2025-04-30
requirement: all
audiences: {inner: [ALF]}
"""
_COLUMNS = (
    "id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,stance,firmness,"
    "quantity,unit,condition,paraphrase,source,attribution,reliability,credibility"
)
NEWS = (
    "Menu\n\n"
    "Alfland will send 600 soldiers next Thursday 😀. Bravia refuses to send any.\n\n"
    "Guarantia stays out 🕊️ of it. Alfland will send 600 soldiers next Thursday 😀.\n"
)
TEXTS = {
    "operation.yaml": HEADER,
    "parties.yaml": """\
- {code: ALF, name: Alfland}
- {code: BRA, name: Bravia}
- {code: GUA, name: Guarantia}
""",
    "propositions.yaml": """\
- id: backstop
  text: Guarantia stands behind it
  record:
    - {since: 2025-02-01, is: open, evidence: [G-1]}
    - {since: 2025-03-20, is: contested, evidence: [G-2]}
""",
    "contributions.yaml": """\
- id: alf-land
  party: ALF
  capability: land
  unit: persons
  steps:
    - {since: 2025-02-20, firmness: signalled, evidence: [A-1]}
    - {since: 2025-03-20, quantity: 500, evidence: [A-2]}
- {id: bra-land, party: BRA, capability: land, unit: persons, firmness: floated, quantity: 100,
   terms: [backstop], evidence: [B-1], note: As heard}
- id: alf-quiet
  party: ALF
  capability: airlift
  unit: aircraft
  firmness: pledged
  quantity: 3
  releasable_to: inner
  evidence: [I-1]
""",
    "requirements.yaml": """\
all: {lines: [{id: land, capability: land, need: 550, unit: persons, priority: essential}]}
""",
    "statements.csv": f"""{_COLUMNS}
A-1,2025-02-19,2025-02-20,page,Ann,ALF,minister,ALF,troops,pledged,signalled,,,,So.,documents/old.txt,named,A,1
A-2,2025-03-19,2025-03-20,page,Ann,ALF,minister,ALF,troops,pledged,pledged,500,persons,,So.,https://a.org,named,A,1
B-1,2025-02-28,2025-03-01,page,Bea,BRA,minister,BRA,troops,conditional,floated,100,persons,the backstop,So.,https://b.org,named,B,2
G-1,2025-01-31,2025-02-01,page,Gus,GUA,minister,GUA,backstop,asserted,,,,,So.,https://g.org,named,A,1
G-2,2025-03-19,2025-03-20,page,Gus,GUA,minister,GUA,backstop,denied,,,,,No.,https://g.org/2,named,A,1
I-1,2025-03-01,2025-03-01,page,Ann,ALF,minister,ALF,quiet_lift,pledged,pledged,3,aircraft,,{SECRET} lifts.,https://i.org,named,A,1
""",
    "documents.csv": """\
id,source,title,site,published_on,date_basis,origin,reason,releasable_to,sha256,read_from
news,documents/news.txt,News of the day,a.org,2025-03-10,page,,,,,news.html
copy,documents/copy.txt,The same news,b.org,2025-03-11,page,news,It repeats news with edits.,,,
undated,documents/undated.txt,No day,,,,,,,,
memo,documents/memo.txt,Zanzibar memo,zanzibar.org,2025-03-05,inferred,,Zanzibar says so.,inner,,
wire,documents/wire.txt,From the wire,c.org,2025-03-12,page,memo,It retells memo: Zanzibar,public,,
gone,documents/gone.txt,Not kept,,2025-03-12,page,,,,,
""",
    "documents/news.txt": NEWS,
    "documents/copy.txt": "Alfland will send 600 soldiers next Thursday 😀.\n",
    "documents/undated.txt": "Bravia will send 5 soldiers.\n",
    "documents/memo.txt": f"{SECRET} will send 9 planes. Bravia will send 7 soldiers.\n",
    "documents/wire.txt": "Guarantia refuses to stand behind it.\n",
}
_SENTENCE = re.compile(r"[^\s.][^.\n]*\.")
_NAMES = {"Alfland": "ALF", "Bravia": "BRA", "Guarantia": "GUA"}


def propose(
    document: Document,
    *,
    dated: date | None,
    parties: Mapping[str, str],
    propositions: Mapping[str, str],
    capabilities: Sequence[str] = (),
) -> tuple[Proposal, ...]:
    """Propose what sentences with *will send* and *refuses* say, each the first time only."""
    del parties, propositions, capabilities
    found: dict[str, Proposal] = {}
    for match in _SENTENCE.finditer(document.text.readable):
        words = match[0]
        if "will send" in words or "refuses" in words:
            found.setdefault(words, _proposal(Span(*match.span()), words, dated))
    return tuple(found.values())


def _proposal(span: Span, words: str, dated: date | None) -> Proposal:
    code = _NAMES.get(words.partition(" ")[0], "ZAN")
    amount = re.search(r"\d+", words)
    is_offer = "will send" in words
    days = (NamedDay("next Thursday", dated and dated + timedelta(days=3)),)
    return Proposal(
        span=span,
        quote=words,
        speaker="A minister",
        speaker_parties=(code,),
        standing=Standing.MINISTER,
        about=(code,),
        stance=Stance.PLEDGED if is_offer else Stance.REFUSED,
        kind="backstop" if "stand behind" in words else "troops",
        firmness=Firmness.PLEDGED if is_offer else None,
        quantity=amount[0] if amount else "",
        unit="persons" if amount else "",
        attribution=Attribution.NAMED,
        days=days if "Thursday" in words else (),
        rule="sample",
    )


@dataclass(frozen=True)
class Print:
    """A fingerprint of the tests: the words."""

    name: str
    words: frozenset[str]


@dataclass(frozen=True)
class Shared:
    """An origin of the tests."""

    documents: tuple[str, ...]

    def reason_of(self, name: str) -> str:
        """Return why a document is in it."""
        return f"{name} says the same as {self.documents[0]}"


@dataclass(frozen=True)
class Bears:
    """A relevance of the tests."""

    score: float
    reason: str


def fingerprint(document: Document, parts: object) -> Print:
    """Return the words of a document."""
    del parts
    return Print(document.name, frozenset(document.text.readable.split()))


def origins(prints: Sequence[Print], *, merges: object, splits: object) -> tuple[Shared, ...]:
    """Put documents of the same words together, in the order in which they are given."""
    del merges, splits
    found: dict[frozenset[str], list[str]] = {}
    for one in prints:
        found.setdefault(one.words, []).append(one.name)
    return tuple(Shared(tuple(names)) for names in found.values())


def relevance(parts: Sequence[Passage], *, parties: object, propositions: object) -> Bears:
    """Tell that what speaks of the weather bears on nothing."""
    del parties, propositions
    is_weather = any("weather" in one.text for one in parts)
    return Bears(0.0, "It is about the weather.") if is_weather else Bears(0.5, "It names ALF.")


def use_small_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules above propose, and nothing else."""
    monkeypatch.setattr(opened, "propose", propose)
    monkeypatch.setattr(receiving, "relevance", relevance)
    monkeypatch.setattr(whose, "origins", origins)
    for module in (receiving, whose):
        monkeypatch.setattr(module, "fingerprint", fingerprint)
    opened._proposed.cache_clear()  # noqa: SLF001  other rules may have filled it


def write(folder: Path, *, reviewers: int = 1, **changed: str) -> str:
    """Write the operation, some of its files changed, and return the folder.

    Args:
        folder: Where; it is made.
        reviewers: How many persons have to agree.
        changed: Other texts by the stem of the file.
    """
    header = HEADER + (f"reviewers: {reviewers}\n" if reviewers != 1 else "")
    for name, text in {**TEXTS, "operation.yaml": header}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        new = text if "/" in name else changed.get(path.stem, text)
        path.write_bytes(new.encode())
    return str(folder)


def wanted(name: str, document: str = "news", by: str = "Ada", **more: Any) -> room.Wanted:  # noqa: ANN401  keys of Wanted
    """Return who decides on which document."""
    return room.Wanted(name=name, document=document, by=by, **more)


def items(name: str, document: str = "news", audience: str = "public") -> list[room.Item]:
    """Return the items of a document."""
    return room.review_document(room.open_source(name), document, audience)["items"]


def item(name: str, words: str, document: str = "news", audience: str = "public") -> room.Item:
    """Return the last item of a document whose words begin so."""
    return [one for one in items(name, document, audience) if one["quote"].startswith(words)][-1]


def standing(name: str) -> dict[tuple[Kind, str], Any]:
    """Return the content of every piece of an operation."""
    return {(one.kind, one.id): one.content for one in pieces(name)}


def pieces(name: str) -> tuple[Piece, ...]:
    """Return the pieces of an operation."""
    return room.open_source(name).pieces


def documents_shown(name: str, audience: str = "public") -> Iterator[str]:
    """Yield everything that the review shows to an audience, as text."""
    source = room.open_source(name)
    queue = room.review_queue(source, audience, may_write=True)
    yield json.dumps(queue, ensure_ascii=False)
    for one in queue["documents"]:
        yield json.dumps(room.review_document(source, one["id"], audience), ensure_ascii=False)
