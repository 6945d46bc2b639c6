"""Draws offers by capability and firmness: a tile each, dashed where nobody gave a number."""

from xml.etree import ElementTree as ET

from guarantor.brief.charts.svg import LINE, Sheet
from guarantor.brief.pictures import OffersPicture, Tile

LABELS = 100
WIDTH, HEIGHT, GAP = 42, 22, 5


def draw(picture: OffersPicture, sheet: Sheet) -> None:
    """Draw a block for each capability, in it a row of tiles for each word of firmness."""
    for capability, rows in picture.capabilities:
        sheet.write(capability, css="label strong")
        sheet.y += 4
        for word, tiles in rows:
            _row(sheet, word, tiles)
        sheet.y += LINE / 2
    sheet.write(
        "Solid border: the party itself gave a number. Dashed: it did not.", css="label muted"
    )


def _row(sheet: Sheet, word: str, tiles: tuple[Tile, ...]) -> None:
    sheet.add("text", "label", word, x=0, y=sheet.y + 15)
    sheet.add("text", "label number", str(len(tiles)), x=LABELS - 8, y=sheet.y + 15)
    x = LABELS
    for tile in tiles:
        if x + WIDTH >= sheet.width:
            x = LABELS
            sheet.y += HEIGHT + GAP
        _tile(sheet, word, tile, x)
        x += WIDTH + GAP
    sheet.y += HEIGHT + GAP


def _tile(sheet: Sheet, word: str, tile: Tile, x: float) -> None:
    dashes = "" if tile.has_number else " open"
    sheet.bar(f"f-{word}{dashes}", x, WIDTH, height=HEIGHT, label=tile.label)
    places = {"x": x + WIDTH / 2, "y": sheet.y + 15}
    text = sheet.add("text", f"on-{word}", tile.code, **places)
    ET.SubElement(text, "title").text = tile.label
