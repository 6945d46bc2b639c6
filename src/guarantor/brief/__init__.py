"""Told to whom? An assessment as a brief: text for a terminal, or one page that opens offline."""

from guarantor.brief.answers_told import AnswerTold, BriefTold, OpeningTold, brief_answers
from guarantor.brief.document import Assessment
from guarantor.brief.inlined import WhatIf
from guarantor.brief.render import brief_page, brief_text

__all__ = [
    "AnswerTold",
    "Assessment",
    "BriefTold",
    "OpeningTold",
    "WhatIf",
    "brief_answers",
    "brief_page",
    "brief_text",
]
