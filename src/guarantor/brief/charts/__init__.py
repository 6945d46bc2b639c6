"""The charts of the page, drawn as SVG from the data of ``pictures``."""

from guarantor.brief.charts.drawing import NARROW, WIDE, draw

__all__ = ["NARROW", "WIDE", "draw"]
