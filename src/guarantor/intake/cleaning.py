"""Texts made readable without losing the way back: broken encodings mended, texts joined."""

import re
from collections.abc import Iterable, Iterator, Sequence

import ftfy
from ftfy.badness import BADNESS_RE

from guarantor.model import Run, Span, Text

_HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens, joints and marks of byte order: they show nowhere and break words apart."""
_UNSEEN = re.compile(f"[{_HIDDEN}]+")
_HARMLESS = "\u2018’“”–—…"
"""What good prose has beyond ASCII. Alone or beside each other they are no sign of mojibake."""
_AROUND = 8
"""Characters about a suspicious one that its sign of mojibake may take; the longest takes six."""
_BROKEN = re.compile("[^\x00-\x7f]+")
"""Mojibake stands for characters beyond ASCII by others beyond ASCII."""
_LONGEST_LINE = 20_000
"""A line beyond this is mended in pieces, so that the work stays in proportion."""


def mended(text: Text) -> Text:
    """Return a text with what was decoded wrongly put right, and without what shows nowhere.

    Only the encoding is mended, line by line, as ``cafÃ©`` to ``café``: quotation marks, widths and
    spaces stay as they are.

    Example:
        >>> text = mended(Text.plain("a cafÃ© there"))
        >>> text.readable
        'a café there'
        >>> text.place(Span(2, 6))
        Span(start=2, end=7)
    """
    readable = text.readable
    if not (may_be_broken(readable) or any(map(readable.__contains__, _HIDDEN))):
        return text
    parts: list[str] = []
    runs: list[Run] = []
    at = here = 0
    for old, new in _changes(readable):
        parts.append(new)
        if new:
            runs.append(Run(Span(here, here + len(new)), Span(at, at + len(old))))
        at += len(old)
        here += len(new)
    mending = Text(readable, "".join(parts), tuple(_merged(runs)))
    return text if mending.readable == readable else composed(text, mending)


def may_be_broken(text: str) -> bool:
    """Tell whether a text shows a sign of mojibake, looking closely only where it may be."""
    if text.isascii():
        return False
    rest = text
    for mark in _HARMLESS:
        rest = rest.replace(mark, "")
    if rest.isascii():
        return False
    end = 0
    for found in _BROKEN.finditer(text):
        if found.end() <= end:
            continue
        end = found.end() + _AROUND
        if BADNESS_RE.search(text, max(found.start() - _AROUND, 0), end):
            return True
    return False


def _changes(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), _LONGEST_LINE):
            piece = line[start : start + _LONGEST_LINE]
            fixed = ftfy.fix_encoding(piece) if may_be_broken(piece) else piece
            for old, new in _aligned(piece, fixed):
                yield from _without_unseen(old) if old == new else ((old, _UNSEEN.sub("", new)),)


def _without_unseen(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _UNSEEN.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], text[at : found.start()]
        yield found[0], ""
        at = found.end()
    if at < len(text):
        yield text[at:], text[at:]


def _aligned(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield which piece became which: the ASCII between broken characters stays what it is."""
    if old == new:
        yield old, new
        return
    between, kept = _BROKEN.split(old), _BROKEN.split(new)
    if between != kept:
        yield from _aligned_at_the_ends(old, new)
        return
    broken, whole = _BROKEN.findall(old), _BROKEN.findall(new)
    for index, ascii_piece in enumerate(between):
        if ascii_piece:
            yield ascii_piece, ascii_piece
        if index < len(broken):
            yield broken[index], whole[index]


def _aligned_at_the_ends(old: str, new: str) -> Iterator[tuple[str, str]]:
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    if head:
        yield old[:head], old[:head]
    yield old[head : len(old) - tail], new[head : len(new) - tail]
    if tail:
        yield old[-tail:], new[-tail:]


def composed(first: Text, second: Text) -> Text:
    """Return the text that leads from the second's readable text to the first's original.

    Args:
        first: A text.
        second: A text whose original is the readable text of the first.
    """
    if first.runs is None:
        return Text(first.original, second.readable, second.runs)
    if second.runs is None:
        return first
    runs = _composed_runs(first.runs, second.runs)
    return Text(first.original, second.readable, tuple(_merged(runs)))


def _composed_runs(first: Sequence[Run], second: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs of both: exact ones piece by piece, others as wholes."""
    at = 0
    for readable, middle in second:
        while at < len(first) and first[at].readable.end <= middle.start:
            at += 1
        exact = readable.end - readable.start == middle.end - middle.start
        touched: list[Run] = []
        index = at
        while index < len(first) and first[index].readable.start < middle.end:
            touched.append(first[index])
            index += 1
        pieces = [_cut(run, middle) for run in touched]
        if exact:
            shift = readable.start - middle.start
            yield from (
                Run(Span(piece.readable.start + shift, piece.readable.end + shift), piece.original)
                for piece in pieces
            )
        elif pieces:
            yield Run(readable, Span(pieces[0].original.start, pieces[-1].original.end))


def _cut(run: Run, to: Span) -> Run:
    """Return the part of a run within a stretch of its readable text."""
    start, end = max(run.readable.start, to.start), min(run.readable.end, to.end)
    if run.readable.end - run.readable.start != run.original.end - run.original.start:
        return Run(Span(start, end), run.original)
    shift = run.original.start - run.readable.start
    return Run(Span(start, end), Span(start + shift, end + shift))


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with neighbours that go on exactly put into one."""
    last: Run | None = None
    for run in runs:
        if last and _goes_on(last, run):
            last = Run(
                Span(last.readable.start, run.readable.end),
                Span(last.original.start, run.original.end),
            )
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _goes_on(last: Run, run: Run) -> bool:
    return (
        last.readable.end == run.readable.start
        and last.original.end == run.original.start
        and all(
            one.readable.end - one.readable.start == one.original.end - one.original.start
            for one in (last, run)
        )
    )


def joined(texts: Sequence[Text], between: str = "\n\n") -> Text:
    r"""Return texts one after the other as one, originals and readable texts alike.

    Example:
        >>> joined((Text.plain("One."), Text.plain("Two."))).readable
        'One.\n\nTwo.'
    """
    if len(texts) == 1:
        return texts[0]
    original = between.join(text.original for text in texts)
    if all(text.runs is None for text in texts):
        return Text.plain(original)
    runs: list[Run] = []
    at = here = 0
    for text in texts:
        whole = Run(Span(0, len(text.readable)), Span(0, len(text.original)))
        found = (whole,) if text.runs is None else text.runs
        runs.extend(_moved(run, here, at) for run in found)
        at += len(text.original) + len(between)
        here += len(text.readable) + len(between)
    return Text(original, between.join(text.readable for text in texts), tuple(runs))


def _moved(run: Run, readable: int, original: int) -> Run:
    return Run(
        Span(run.readable.start + readable, run.readable.end + readable),
        Span(run.original.start + original, run.original.end + original),
    )
