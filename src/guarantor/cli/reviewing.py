"""A session of review in the terminal: what is shown, which key does what."""

import sys
from collections.abc import Callable
from typing import Any

import click

from guarantor import room
from guarantor.cli.review_form import mended, mended_draft
from guarantor.cli.review_shown import draft_text, effect_text, help_text, queue_text, stop_text
from guarantor.cli.review_stops import Stop, stops_of
from guarantor.errors import CannotDecide, GuarantorError
from guarantor.model import Span

_OTHERS = {"\x1b[D": "p", "\x1b[C": "n", "\x1b[A": "p", "\x1b[B": "n", "+": "add", "\r": "n"}
"""Keys beside the letters: arrows and the return key move."""


class Session:
    """Goes through documents, sentence by sentence, and enters what is decided.

    Args:
        operation: The operation: a folder or a ledger file.
        audience: The audience whose documents are reviewed.
        by: Who decides.
    """

    def __init__(self, operation: str, *, audience: str, by: str) -> None:
        self._operation = operation
        self._audience = audience
        self._by = by
        self._document: room.ReviewDocument | None = None
        self._at = 0
        self._statement: str | None = None
        self._keys: dict[str, Callable[[], None]] = {
            "n": lambda: self._move(1),
            "p": lambda: self._move(-1),
            "o": self._next_open,
            "a": lambda: self._accept(None),
            "e": self._edit,
            "r": self._reject,
            "s": self._split,
            "m": self._merge,
            "add": self._add,
            "u": self._undo,
            "d": self._draft,
            "l": self._list,
            "?": lambda: click.echo(help_text()),
        }

    def run(self, document: str | None) -> None:
        """Show the queue, open a document and do what keys say, until ``q`` or the end of input.

        Raises:
            UnknownId: There is no such document.
        """
        queue = self._queue()
        click.echo(queue_text(queue))
        first = document or self._first(queue)
        if first is None:
            return
        self._open(first)
        while True:
            try:
                pressed = _pressed()
            except (EOFError, KeyboardInterrupt):
                return
            key = _OTHERS.get(pressed, pressed)
            if key in {"q", "", "\x03", "\x04"}:
                return
            self._press(key)

    def _press(self, key: str) -> None:
        act = self._keys.get(key)
        if act is None:
            click.echo(f"{key!r} does nothing here; ? lists the keys.")
            return
        try:
            act()
        except GuarantorError as error:
            click.echo(f"Not done: {error}")

    def _queue(self) -> room.ReviewQueue:
        source = room.open_source(self._operation)
        return room.review_queue(source, self._audience, may_write=True)

    def _first(self, queue: room.ReviewQueue) -> str | None:
        waiting = [one["id"] for one in queue["documents"] if one["open"] or one["awaiting"]]
        everything = [one["id"] for one in queue["documents"]]
        return next(iter(waiting or everything), None)

    def _list(self) -> None:
        queue = self._queue()
        click.echo(queue_text(queue))
        wanted = click.prompt("Document", default=self._opened["document"]["id"])
        self._open(wanted)

    def _open(self, document: str, item: str | None = None) -> None:
        source = room.open_source(self._operation)
        self._document = room.review_document(source, document, self._audience)
        stops = self._stops()
        self._at = next((n for n, one in enumerate(stops) if one.is_open), 0)
        if item is not None:
            self._at = next((n for n, one in enumerate(stops) if one.is_of(item)), self._at)
        self._show()

    @property
    def _opened(self) -> room.ReviewDocument:
        if self._document is None:
            msg = "no document is open"
            raise CannotDecide(msg)
        return self._document

    def _stops(self) -> list[Stop]:
        return stops_of(self._opened)

    @property
    def _here(self) -> Stop:
        stops = self._stops()
        if not stops:
            raise CannotDecide(self._opened["no_text"] or "the document has no sentence")
        return stops[min(self._at, len(stops) - 1)]

    @property
    def _item(self) -> room.Item:
        item = self._here.item
        if item is None:
            msg = "nothing is proposed of this sentence; + makes it a statement"
            raise CannotDecide(msg)
        return item

    def _show(self) -> None:
        stops = self._stops()
        if not stops:
            click.echo(self._opened["no_text"] or "The document has no sentence.")
            return
        where = f"{min(self._at, len(stops) - 1) + 1} of {len(stops)}"
        click.echo(stop_text(self._opened, self._here, where))

    def _move(self, by: int) -> None:
        last = len(self._stops()) - 1
        self._at = max(0, min(self._at + by, last))
        self._show()

    def _next_open(self) -> None:
        stops = self._stops()
        later = [n for n, one in enumerate(stops) if one.is_open and n > self._at]
        if not later:
            click.echo("Nothing further is open here; l lists the documents.")
            return
        self._at = later[0]
        self._show()

    @property
    def _wanted(self) -> room.Wanted:
        return room.Wanted(
            name=self._operation,
            document=self._opened["document"]["id"],
            by=self._by,
            audience=self._audience,
        )

    def _accept(self, fields: room.Fields | None) -> None:
        self._told(room.accept(self._wanted, self._item["id"], fields))

    def _edit(self) -> None:
        self._accept(mended(self._item["fields"]))

    def _reject(self) -> None:
        self._told(room.reject(self._wanted, self._item["id"]))

    def _add(self) -> None:
        here = self._here
        self._told(room.add(self._wanted, Span(here.start, here.end)))

    def _split(self) -> None:
        item = self._item
        before = click.prompt("Split before which words")
        at = item["quote"].find(before)
        if at <= 0:
            msg = f"“{before}” does not stand within the item after its beginning"
            raise CannotDecide(msg)
        self._told(room.split(self._wanted, item["id"], [item["start"] + at]))

    def _merge(self) -> None:
        items = [one.item for one in self._stops() if one.item and one.item["state"] == "open"]
        later = [one for one in items if one["start"] > self._item["start"]]
        if not later:
            msg = "no open item comes after this one to be merged with it"
            raise CannotDecide(msg)
        self._told(room.merge(self._wanted, [self._item["id"], later[0]["id"]]))

    def _undo(self) -> None:
        self._told(room.undo(self._operation, by=self._by, audience=self._audience))

    def _told(self, decision: room.Decision) -> None:
        click.echo(decision["said"])
        if "effect" in decision:
            click.echo(effect_text(decision["effect"]))
        self._statement = decision["statement"] or self._statement
        document = decision["document"] or self._opened["document"]["id"]
        queue = self._queue()
        if document not in {one["id"] for one in queue["documents"]}:  # its receipt was undone
            click.echo(queue_text(queue))
            self._document = None
            first = self._first(queue)
            return None if first is None else self._open(first)
        return self._open(document, decision["item"])

    def _draft(self) -> None:
        """Draft what the statement implies, and take what the reader mends of it."""
        item = self._here.item
        name = (item["statement"] if item else None) or self._statement
        if name is None:
            msg = "accept the statement first: a step rests on one"
            raise CannotDecide(msg)
        source = room.open_source(self._operation)
        drafts = room.drafts(source, name, self._audience)["drafts"]
        if not drafts:
            click.echo(f"{name} implies no step of a contribution or proposition on record.")
            return
        for number, one in enumerate(drafts, start=1):
            click.echo(f"{number}. {draft_text(one)}")
        chosen: Any = click.prompt("Which, 0 for none", type=click.IntRange(0, len(drafts)))
        if chosen:
            draft = mended_draft(drafts[chosen - 1])
            self._told(
                room.take(self._operation, name, draft, by=self._by, audience=self._audience)
            )


def _pressed() -> str:
    """Return the next key of a terminal, or the next letter of what is piped in; empty at its end.

    Line ends between piped letters are no keys.
    """
    if sys.stdin.isatty():
        return click.getchar()
    while (letter := sys.stdin.read(1)) in {"\n", "\r"}:
        pass
    return letter
