"""Draws offers by capability and firmness: a tile each, dashed where nobody gave a number."""

from xml.etree import ElementTree as ET

from guarantor.brief.charts.svg import LINE, Sheet
from guarantor.brief.pictures import OffersPicture, Tile

LABELS = 100
WIDTH, HEIGHT, GAP = 42, 22, 5
COLUMN = 330  # pixels that a column takes at least
LEGEND = "Solid border: the party itself gave a number. Dashed: it did not."

Rows = tuple[tuple[str, tuple[Tile, ...]], ...]


def draw(picture: OffersPicture, sheet: Sheet) -> None:
    """Draw a block for each capability in as many columns as there is room for, then the legend."""
    columns = max(sheet.width // COLUMN, 1)
    width = (sheet.width - (columns - 1) * LINE) / columns
    whole = sum(_height(rows, width) for _, rows in picture.capabilities)
    start, x, lowest = sheet.y, 0.0, sheet.y
    for capability, rows in picture.capabilities:
        if sheet.y - start >= whole / columns:
            sheet.y, x = start, x + width + LINE
        _block(sheet, capability, rows, (x, width))
        lowest = max(lowest, sheet.y)
    sheet.y = lowest
    sheet.write(LEGEND, css="label muted")


def _tiles_in(width: float) -> int:
    """Return how many tiles stand in a row."""
    return max(int((width - LABELS) // (WIDTH + GAP)), 1)


def _height(rows: Rows, width: float) -> float:
    lines = sum(-(-len(tiles) // _tiles_in(width)) for _, tiles in rows)
    return LINE + 4 + lines * (HEIGHT + GAP) + LINE / 2


def _block(sheet: Sheet, capability: str, rows: Rows, column: tuple[float, float]) -> None:
    x, width = column
    sheet.write(capability, x=x, css="label strong", width=width)
    sheet.y += 4
    for word, tiles in rows:
        sheet.add("text", "label", word, x=x, y=sheet.y + 15)
        sheet.add("text", "label number", str(len(tiles)), x=x + LABELS - 8, y=sheet.y + 15)
        for place, tile in enumerate(tiles):
            if place and place % _tiles_in(width) == 0:
                sheet.y += HEIGHT + GAP
            _tile(sheet, word, tile, x + LABELS + place % _tiles_in(width) * (WIDTH + GAP))
        sheet.y += HEIGHT + GAP
    sheet.y += LINE / 2


def _tile(sheet: Sheet, word: str, tile: Tile, x: float) -> None:
    dashes = "" if tile.has_number else " open"
    sheet.bar(f"f-{word}{dashes}", x, WIDTH, height=HEIGHT, label=tile.label)
    text = sheet.add("text", f"on-{word}", tile.code, x=x + WIDTH / 2, y=sheet.y + 15)
    ET.SubElement(text, "title").text = tile.label
