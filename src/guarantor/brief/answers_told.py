"""The five answers of a brief as plain text, for whoever shows them elsewhere."""

from collections.abc import Iterator

from typing_extensions import TypedDict

from guarantor.brief.content import Block, Bullets, Figure, Section, Sentence
from guarantor.brief.document import Assessment


class PartTold(TypedDict):
    """A few words; those that rest on statements name them."""

    text: str
    evidence: list[str]


class SentenceTold(TypedDict):
    """A sentence, whole and in parts."""

    text: str
    evidence: list[str]
    parts: list[PartTold]


class AskedTold(TypedDict):
    """One thing that was asked."""

    label: str
    text: str


class OpeningTold(TypedDict):
    """What stands before the answers."""

    title: str
    question: str
    audience: str
    day: str
    coverage: str
    asked: list[AskedTold]


class AnswerTold(TypedDict):
    """One of the five answers: in one sentence, and what is said beneath it."""

    anchor: str
    title: str
    text: str
    evidence: list[str]
    parts: list[PartTold]
    points: list[SentenceTold]  # without tables and pictures


class BriefTold(TypedDict):
    """The opening and the five answers."""

    opening: OpeningTold
    answers: list[AnswerTold]


def brief_answers(document: Assessment) -> BriefTold:
    """Return the opening and the five answers of a brief, in its very words."""
    from guarantor.brief.compose import compose  # noqa: PLC0415  sections load when they are told

    brief = compose(document)
    opening = brief.opening
    return {
        "opening": {
            "title": opening.title,
            "question": opening.question,
            "audience": opening.audience,
            "day": opening.day,
            "coverage": opening.coverage.text,
            "asked": [{"label": label, "text": said.text} for label, said in opening.asked],
        },
        "answers": [_answer(section) for section in brief.answers],
    }


def _answer(section: Section) -> AnswerTold:
    headline = section.headline or Sentence()
    return {
        "anchor": section.anchor,
        "title": section.title,
        **_sentence(headline),
        "points": [_sentence(said) for said in _sentences(section.blocks)],
    }


def _sentence(said: Sentence) -> SentenceTold:
    return {
        "text": said.text,
        "evidence": list(said.evidence),
        "parts": [
            {
                "text": part if isinstance(part, str) else part.text,
                "evidence": list(part.evidence) if isinstance(part, Figure) else [],
            }
            for part in said.parts
        ],
    }


def _sentences(blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    for block in blocks:
        match block:
            case Sentence():
                yield block
            case Bullets(sentences):
                yield from sentences
            case _:
                pass
