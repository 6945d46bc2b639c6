"""A sheet to draw on: SVG elements with classes, whose colours the page's style sheet gives."""

import textwrap
from xml.etree import ElementTree as ET

from guarantor.brief.pictures import Picture

LETTER = 6.7  # pixels that a letter of a label takes on average, a little more than it does
LINE = 16
SMALL = 12


class Sheet:
    """An SVG of fixed width that grows downwards.

    Attributes:
        width: Width in pixels.
        y: Where the next thing goes.
        name: What its ids begin with; unique in the page.
    """

    def __init__(self, picture: Picture, *, width: int, name: str) -> None:
        self.width = width
        self.name = name
        self.y: float = 0
        self.root = ET.Element(
            "svg",
            {
                "class": "chart",
                "role": "img",
                "aria-labelledby": f"{name}-title {name}-desc",
                "width": str(width),
            },
        )
        ET.SubElement(self.root, "title", {"id": f"{name}-title"}).text = picture.title
        ET.SubElement(self.root, "desc", {"id": f"{name}-desc"}).text = picture.description
        self._hatch()

    def _hatch(self) -> None:
        defs = ET.SubElement(self.root, "defs")
        size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
        turned = {"id": f"{self.name}-hatch", "patternTransform": "rotate(45)"}
        pattern = ET.SubElement(defs, "pattern", {**size, **turned})
        ET.SubElement(pattern, "rect", {"width": "6", "height": "6", "class": "hatch-ground"})
        ET.SubElement(pattern, "rect", {"width": "2", "height": "6", "class": "hatch-line"})

    def add(self, tag: str, css: str, text: str = "", **places: float | str) -> ET.Element:
        """Add an element; what is undisclosed is hatched."""
        element = ET.SubElement(self.root, tag, {key: _short(one) for key, one in places.items()})
        if css:
            element.set("class", css)
        if "undisclosed" in css:
            element.set("fill", f"url(#{self.name}-hatch)")
        element.text = text or None
        return element

    def bar(
        self,
        css: str,
        x: float,
        width: float,
        *,
        height: float = SMALL,
        label: str = "",
    ) -> None:
        """Add a bar at the height reached, with what it shows as its title."""
        element = self.add("rect", css, x=x, y=self.y, width=max(width, 0), height=height)
        if label:
            ET.SubElement(element, "title").text = label

    def write(
        self, text: str, *, x: float = 0, css: str = "label", width: float | None = None
    ) -> None:
        """Write a text in as many lines as it needs, and move below it."""
        letters = max(int((width or self.width - x) / LETTER), 8)
        for line in textwrap.wrap(text, letters) or [""]:
            self.add("text", css, line, x=x, y=self.y + SMALL)
            self.y += LINE

    def legend(self, words: list[str]) -> None:
        """Add a swatch for each word of firmness."""
        x: float = 0
        for word in words:
            width = 18 + len(word) * LETTER + 14
            if x + width > self.width:
                x = 0
                self.y += 18
            self.bar(f"f-{word}", x, SMALL)
            self.add("text", "label", word, x=x + 18, y=self.y + 10.5)
            x += width
        self.y += 20

    def markup(self) -> str:
        """Return the drawing as text."""
        self.root.set("height", _short(self.y))
        self.root.set("viewBox", f"0 0 {self.width} {_short(self.y)}")
        return ET.tostring(self.root, encoding="unicode")


def _short(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
