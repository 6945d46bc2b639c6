"""Draws what is on the table against each published need, from zero on one scale.

Bars on a logarithm have no zero, so the scale stays linear: a need ten times another looks it.
"""

from guarantor.brief.charts.svg import SMALL, Sheet
from guarantor.brief.pictures import NeedsGroup, NeedsPicture, Span
from guarantor.brief.words import count, number

END = 26  # pixels beyond the scale, into which only an open bar reaches
MARK = 2  # pixels that a small amount takes at least


def draw(picture: NeedsPicture, sheet: Sheet) -> None:
    """Draw a block for each capability: what was stated, reported and not disclosed, the needs."""
    for group in picture.groups:
        sheet.write(f"{group.capability}, {group.unit}", css="label strong")
        sheet.y += 2
        _group(sheet, group)
        sheet.y += 14


def _group(sheet: Sheet, group: NeedsGroup) -> None:
    most = max((span.high or span.low for span in (*group.needs, *group.disclosed)), default=0)
    scale = (sheet.width - END) / most if most else 0
    for span in group.disclosed:
        _bar(sheet, span, span.label, scale)
    if not group.disclosed:
        sheet.write("stated or reported: no number", css="label")
    if group.undisclosed:
        _open(sheet, group.undisclosed)
    for span in group.needs:
        _bar(sheet, span, "need", scale)


def _bar(sheet: Sheet, span: Span, css: str, scale: float) -> None:
    """Draw an amount: solid to its low end, lighter to its high end."""
    amount = number(span.low) if span.low == span.high else f"{number(span.low)}–{_high(span)}"
    label = f"{span.label}: {amount}"
    sheet.write(f"needed: {label}" if css == "need" else label)
    high = span.low if span.high is None else span.high
    if high > span.low:
        sheet.bar(f"bar {css} range", span.low * scale, (high - span.low) * scale, label=label)
    sheet.bar(f"bar {css}", 0, max(span.low * scale, MARK), label=label)
    sheet.y += SMALL + 9


def _high(span: Span) -> str:
    return "" if span.high is None else number(span.high)


def _open(sheet: Sheet, offers: int) -> None:
    """Draw what nobody disclosed: hatched, from zero to beyond the scale, open at its end."""
    label = f"undisclosed: {count(offers, 'offer')}, size not known"
    sheet.write(label)
    end, top, middle = float(sheet.width), sheet.y, sheet.y + SMALL / 2
    outline = f"M0 {top} H{end - 8} L{end - 2} {middle} L{end - 8} {top + SMALL} H0"
    sheet.add("path", "undisclosed", d=outline)
    sheet.y += SMALL + 9
