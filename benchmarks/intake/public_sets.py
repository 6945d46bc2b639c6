"""Measures actors, stances and speakers on public sets of coded news sentences.

``python -m benchmarks.intake.public_sets [FOLDER]`` from the folder of the project; FOLDER holds

- ``PLOVER_GSR_CAMEO.json.txt``: the PLOVER gold standard records (Open Event Data Alliance 2016,
  CC BY-SA 4.0), 322 sentences of news from the 1980s to the 2000s;
- ``PETR2_GSR_validation.xml`` and ``PETR.UnitTest.records.xml``: validation and unit records of
  PETRARCH and PETRARCH2 (Open Event Data Alliance, MIT).

**Actors.** A record lists who acts on whom; its party is found when a mention of the sentence has
its code, after former codes are mapped to those of today. Records that name no party are out, and
are counted: a code for a sector or a placeholder (``REB``, ``---``), and the invented states of the
unit records. Bodies of any kind bear one code, ``IGO`` or ``NGO``, in both sets: any organisation
counts as found. Precision is not measured: the records list two parties of many in a sentence.

**Stances.** Of the event classes three say what a statement does: *agree* (CAMEO 03, 05) pledges,
*demand* and *appeal* (CAMEO 02, 10) request, *reject* (CAMEO 12) refuses. The others say what was
done, not what was said, and are left out. A record is found when a proposal of its sentence has its
stance. The unit records are stylised sentences about invented states, with codes that exercise a
parser, so no stance is measured on them. A speaker is right when the source's code is among the
proposal's speakers or, where the text reports somebody's own doing, among whom it is about.
Agreements that are told as facts, *the two agreed to a ceasefire*, are asserted here, not pledged;
they count as missed.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guarantor.intake.actors import Mention, former_codes, mentions
from guarantor.intake.actors.tables import names
from guarantor.intake.figures import wilson
from guarantor.intake.propose import propose
from guarantor.model import Block, Document, Proposal, Span, Stance, Text

FOLDER = Path(__file__).parents[2] / "../shared/data/event-coding"
BODIES = frozenset({"IGO", "NGO"})
INVENTED = frozenset({"ERI", "FRO"})
"""Codes of Eriador and Fornost in the unit records, which are those of states elsewhere."""
NO_PARTY = frozenset({"IMG", "ISM", "MNC", "---", ""})
PLOVER_STANCES = {
    "AGREE": Stance.PLEDGED,
    "DEMAND": Stance.REQUESTED,
    "REJECT": Stance.REFUSED,
}
CAMEO_STANCES = {
    "02": Stance.REQUESTED,
    "03": Stance.PLEDGED,
    "05": Stance.PLEDGED,
    "10": Stance.REQUESTED,
    "12": Stance.REFUSED,
}
MEASURED = frozenset({Stance.PLEDGED, Stance.REQUESTED, Stance.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A coded sentence.

    Attributes:
        text: The sentence.
        actors: The code of each actor and, where the set gives them, its words.
        source: The codes of those who act.
        stance: What the event class says of a statement; ``None`` where it says nothing.
    """

    text: str
    actors: tuple[tuple[str, str], ...]
    source: tuple[str, ...]
    stance: Stance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many, with the reasons why others were left out."""

    name: str
    right: int
    total: int
    left_out: tuple[tuple[str, int], ...] = ()
    missed: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the share with its 95 % interval."""
        interval = wilson(self.right, self.total)
        figures = f"{self.right / self.total:.3f}" if interval else "–"
        ends = f" ({interval.low:.3f}–{interval.high:.3f})" if interval else ""
        out = "".join(f"; out: {count} {reason}" for reason, count in self.left_out)
        return f"{self.name}: {figures}{ends}, {self.right} of {self.total}{out}"


def main() -> None:
    """Print the figures of each set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    given = parser.parse_args()
    folder: Path = given.folder
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; name the one that holds the public sets")
    news = plover(folder / "PLOVER_GSR_CAMEO.json.txt")
    validation = petrarch(folder / "PETR2_GSR_validation.xml")
    units = petrarch(folder / "PETR.UnitTest.records.xml")
    for name, shares in (
        ("PLOVER", (*actors(news), *stances(news))),
        ("PETRARCH2 validation", (*actors(validation), *stances(validation))),
        ("PETRARCH unit records", tuple(actors(units, invented=INVENTED))),
    ):
        for share in shares:
            sys.stdout.write(f"{name}, {share}\n")
            if given.missed:
                sys.stdout.writelines(f"    {line}\n" for line in share.missed)


def plover(file: Path) -> list[Record]:
    """Return the records of the PLOVER set."""
    records: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    found = []
    for record in records:
        if "text" not in record:
            continue
        parts = {
            part: [one for one in record.get(part) or () if isinstance(one, dict)]
            for part in ("source", "target")
        }
        found.append(
            Record(
                text=record["text"].strip("{} "),
                actors=tuple(
                    (one["code"], one["actorText"].strip())
                    for part in parts.values()
                    for one in part
                ),
                source=tuple(one["code"] for one in parts["source"]),
                stance=PLOVER_STANCES.get(record["event"]),
            )
        )
    return found


def petrarch(file: Path) -> list[Record]:
    """Return the records of a PETRARCH file that code an event."""
    return list(records_of(file.read_text("utf-8", "replace")))


def records_of(text: str) -> Iterator[Record]:
    """Return the records of a PETRARCH file's text that code an event."""
    for part in text.split("<Sentence ")[1:]:
        sentence = re.search(r"<Text>(.*?)</Text>", part, re.DOTALL)
        events = re.findall(
            r"<EventCoding\s+(?:eventcode=\"([^\"]*)\"\s*|sourcecode=\"([^\"]*)\"\s*|"
            r"targetcode=\"([^\"]*)\"\s*|[a-z]+=\"[^\"]*\"\s*)+/?>",
            part,
        )
        if sentence is None:
            continue
        for code, source, target in events:
            if source or target:
                yield Record(
                    text=" ".join(sentence[1].replace("``", '"').replace("''", '"').split()),
                    actors=tuple((one[:3], "") for one in (source, target) if one),
                    source=(source[:3],),
                    stance=CAMEO_STANCES.get(code[:2]),
                )


def actors(records: list[Record], *, invented: frozenset[str] = frozenset()) -> Iterator[Share]:
    """Return which share of the parties of records is found in their sentences.

    Once anywhere in the sentence, and once in the very words that the record gives for it, where
    those stand in the sentence as they are given.

    Args:
        records: The records.
        invented: Codes that stand for invented states there.
    """
    known = {code for name in names() for code in name.codes}
    anywhere: list[tuple[bool, str]] = []
    in_words: list[bool] = []
    out: Counter[str] = Counter()
    for record in records:
        found = mentions(record.text, on=None)
        for given, said in record.actors:
            code = former_codes().get(given, given)
            if code in NO_PARTY or len(code) != 3 or code.startswith("-"):
                out["without a party (placeholder or sector)"] += 1
            elif code in invented or (code not in known and code not in BODIES):
                out["of an invented or unlisted code"] += 1
            else:
                told = f"{code} {said!r} in: {record.text[:120]}"
                anywhere.append((any(_has(one, code) for one in found), told))
                if said and said in record.text:
                    in_words.append(_is_found_at(record.text.find(said), said, found, code))
    yield Share(
        name="actors found",
        right=sum(right for right, _ in anywhere),
        total=len(anywhere),
        left_out=tuple(out.items()),
        missed=tuple(told for right, told in anywhere if not right),
    )
    if in_words:
        yield Share(
            name="actors found in their own words", right=sum(in_words), total=len(in_words)
        )


def _is_found_at(start: int, said: str, found: Iterable[Mention], code: str) -> bool:
    """Tell whether a mention of a party overlaps the words that a record gives for it."""
    return any(
        _has(one, code)
        for one in found
        if one.span.start < start + len(said) and start < one.span.end
    )


def _has(one: Mention, code: str) -> bool:
    """Tell whether a mention may mean a party, or any body where the code is one of bodies."""
    return code in one.codes or (code in BODIES and any(each.startswith("X") for each in one.codes))


def stances(records: list[Record]) -> Iterator[Share]:
    """Return how often the stance and the speaker of records are proposed."""
    coded = [record for record in records if record.stance is not None]
    made = [(record, _proposals(record.text)) for record in coded]
    found = [
        (record, [one for one in proposals if one.stance is record.stance])
        for record, proposals in made
    ]
    compared = [
        (record, one) for record, proposals in made for one in proposals if one.stance in MEASURED
    ]
    for stance in sorted(MEASURED):
        of_it = [(record, right) for record, right in found if record.stance is stance]
        yield Share(
            name=f"{stance}: records found",
            right=sum(bool(right) for _, right in of_it),
            total=len(of_it),
            missed=tuple(record.text for record, right in of_it if not right),
        )
    yield Share(
        name="stances: proposals right",
        right=sum(one.stance is record.stance for record, one in compared),
        total=len(compared),
    )
    spoken = [(record, right[0]) for record, right in found if right and _source(record)]
    yield Share(
        name="speakers right",
        right=sum(_is_source(record, one) for record, one in spoken),
        total=len(spoken),
        missed=tuple(
            f"{one.speaker!r} {one.speaker_parties} {one.about}, not {record.source}: {record.text}"
            for record, one in spoken
            if not _is_source(record, one)
        ),
    )


def _source(record: Record) -> set[str]:
    codes = {former_codes().get(code, code) for code in record.source}
    return {code for code in codes if code not in NO_PARTY and len(code) == 3}


def _is_source(record: Record, one: Proposal) -> bool:
    meant = _source(record)
    said = {*one.speaker_parties, *one.about}
    is_body = bool(meant & BODIES) and any(code.startswith("X") for code in said)
    return is_body or bool(meant & said)


def _proposals(text: str) -> tuple[Proposal, ...]:
    document = Document(
        name="",
        sha256="",
        media_type="text/plain",
        text=Text.plain(text),
        blocks=(Block(Span(0, len(text))),) if text else (),
    )
    return propose(document, dated=None, parties={}, propositions={})


if __name__ == "__main__":
    main()
