"""What a review in the terminal shows."""

import json
from collections.abc import Iterator

import click

from guarantor.cli.review_stops import Stop
from guarantor.room import Effect, ReviewDocument, ReviewQueue, StepDraft

_KEYS = (
    ("n p", "the next, the one before (arrows too)"),
    ("o", "the next that is open"),
    ("a", "accept as it stands"),
    ("e", "mend, and accept as mended"),
    ("r", "reject"),
    ("s", "split in two"),
    ("m", "merge with the next open one"),
    ("+", "make this sentence a statement"),
    ("u", "undo the last decision"),
    ("d", "draft the step that the statement implies"),
    ("l", "list the documents and open one"),
    ("q", "leave"),
)
_NO_DAY = "left open: the document bears no day"
_AROUND = 300
"""How many characters of the text are shown on either side."""


def help_text() -> str:
    """Return what each key does."""
    return "\n".join(f"  {key:<4} {says}" for key, says in _KEYS)


def queue_text(queue: ReviewQueue) -> str:
    """Return the documents and how far each is."""
    if not queue["documents"]:
        name = queue["operation"]
        return f"No document is on record; guarantor intake add {name} FILE puts one there."
    persons = "two persons decide" if queue["reviewers"] > 1 else "one person decides"
    lines = [f"{queue['name']}. {queue['marking']}; {persons}. ? lists the keys."]
    for one in queue["documents"]:
        title = one["title"] or one["read_from"] or one["source"]
        day = one["published_on"] or "no day"
        lines.append(
            f"  {one['id']}  {day}  {title}: {one['open']} open, {one['awaiting']} awaiting "
            f"another, {one['accepted']} accepted, {one['rejected']} rejected"
        )
    return "\n".join(lines)


def stop_text(document: ReviewDocument, stop: Stop, where: str) -> str:
    """Return a stretch of the text with what is proposed of it."""
    return "\n".join(_stop_lines(document, stop, where))


def _stop_lines(document: ReviewDocument, stop: Stop, where: str) -> Iterator[str]:
    text = document["text"] or ""
    before = text[max(0, stop.start - _AROUND) : stop.start].rpartition("\n")[2]
    after = text[stop.end : stop.end + _AROUND].partition("\n")[0]
    marked = click.style(text[stop.start : stop.end], reverse=True)
    yield ""
    yield f"— {document['document']['id']}, {where} —"
    yield f"{before}{marked}{after}"
    if stop.item is None:
        yield "Nothing is proposed of this sentence; + makes it a statement."
        return
    item = stop.item
    yield f"{item['state']}, proposed by {item['rule']}{_decided(stop)}"
    for key, value in item["fields"].items():
        if value and key != "paraphrase":
            shown = ", ".join(value) if isinstance(value, list) else value
            yield f"  {key:<13} {shown}"
    for one in item["days"]:
        yield f"  day           “{one['text']}” is {one['day'] or _NO_DAY}"
    if item["note"]:
        yield f"  note          {item['note']}"
    if item["unknown_parties"]:
        names = ", ".join(item["unknown_parties"])
        yield f"  {names}: no party of this operation; add it to parties.yaml, or take it out"
    for clash in item["disagreements"]:
        yield f"  ! {clash['message']}"
        yield from (f"    {row['id']}: {row['paraphrase']}" for row in clash["statements"])


def _decided(stop: Stop) -> str:
    verdicts = stop.item["verdicts"] if stop.item else []
    said = ", ".join(f"{one['decided']} by {one['by']}" for one in verdicts)
    return f"; {said}" if said else ""


def draft_text(draft: StepDraft) -> str:
    """Return a draft in words, with its content as JSON."""
    content = json.dumps(draft["content"], ensure_ascii=False)
    return f"{draft['title']}. {draft['why']}\n   {content}"


def effect_text(effect: Effect) -> str:
    """Return what a decision changed."""
    lines = ["What that changed:", *(f"- {one}" for one in effect["changes"])]
    for one in effect["answers"]:
        lines.append(f"{one['question']}")
        lines += [f"  before: {text}" for text in one["before"]]
        lines += [f"  now:    {text}" for text in one["after"]]
    if not effect["answers"]:
        lines.append("None of the five answers reads otherwise.")
    return "\n".join(lines)
