"""What does the brief answer? Its opening and its five answers as text."""

from typing import Literal

from guarantor.brief import AnswerTold, Assessment, OpeningTold, brief_answers
from guarantor.brief.document import Coverage
from guarantor.room.heading import Asked, asked_of


class Answers(Asked):
    """The five answers of the brief, schema ``guarantor/answers/1``."""

    schema: Literal["guarantor/answers/1"]
    coverage: Coverage
    opening: OpeningTold
    answers: list[AnswerTold]


def answers(document: Assessment) -> Answers:
    """Return the five answers of the brief, in its very words (``guarantor/answers/1``)."""
    brief = brief_answers(document)
    return {
        "schema": "guarantor/answers/1",
        **asked_of(document),
        "coverage": document["coverage"],
        "opening": brief["opening"],
        "answers": brief["answers"],
    }
