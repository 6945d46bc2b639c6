"""Told to whom? An assessment as a brief: text for a terminal, or one page that opens offline."""

from guarantor.brief.document import Assessment
from guarantor.brief.render import brief_page, brief_text

__all__ = ["Assessment", "brief_page", "brief_text"]
