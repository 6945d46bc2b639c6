"""Draws which offers fall with what: a bar for each, by firmness, out of all that could stand."""

from guarantor.brief.charts.svg import SMALL, Sheet
from guarantor.brief.firmness import firmest_first
from guarantor.brief.pictures import Bar, LossesPicture

COUNTS = 62  # pixels kept for the count behind a bar
HEIGHT = SMALL + 6


def draw(picture: LossesPicture, sheet: Sheet) -> None:
    """Draw the bars, each under its label, then the legend."""
    most = max((sum(bar.by_firmness.values()) for bar in picture.bars), default=0)
    scale = (sheet.width - COUNTS) / max(most, 1)
    for bar in picture.bars:
        sheet.write(bar.label)
        _bar(sheet, bar, scale, picture.total)
    sheet.y += 4
    sheet.legend(firmest_first(word for bar in picture.bars for word in bar.by_firmness))


def _bar(sheet: Sheet, bar: Bar, scale: float, total: int) -> None:
    x: float = 0
    for word, many in bar.by_firmness.items():
        width = many * scale
        sheet.bar(f"f-{word}", x, width, height=HEIGHT, label=f"{many} {word}")
        sheet.add("text", f"on-{word}", str(many), x=x + width / 2, y=sheet.y + 13)
        x += width
    sheet.add(
        "text",
        "label",
        f"{sum(bar.by_firmness.values())} of {total}",
        x=x + 8,
        y=sheet.y + 13,
    )
    sheet.y += HEIGHT + 8
