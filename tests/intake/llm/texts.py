"""A document, and statements about it as a model might write them."""

import json
from datetime import date
from typing import Any

from guarantor.intake.llm import Task
from guarantor.model import Block, Document, Span, Text

KINDS = "troops", "police", "funding", "other"
POLAND = "Poland will not send soldiers, its prime minister said on Monday"
LOGISTICS = "“but we would help with logistics if there is a truce”"
SENEGAL = "Senegal offered between one and two hundred police"
PARAGRAPHS = (
    f"{POLAND}, {LOGISTICS}.",
    f"{SENEGAL}.\nRain  fell.",
    "Read also: five recipes",
    "Rain fell again and again.",
)


def document(*paragraphs: str, name: str = "a.txt") -> Document:
    """Return a document of some paragraphs, of which one that says *read also* is boilerplate."""
    paragraphs = paragraphs or PARAGRAPHS
    blocks, start = [], 0
    for paragraph in paragraphs:
        span = Span(start, start + len(paragraph))
        blocks.append(Block(span, is_boilerplate=paragraph.startswith("Read also")))
        start += len(paragraph) + 2
    text = Text.plain("\n\n".join(paragraphs))
    return Document(
        name=name, sha256="ab" * 32, media_type="text/plain", text=text, blocks=tuple(blocks)
    )


def task(dated: date | None = date(2025, 3, 5)) -> Task:
    """Return a task with two parties of an operation and one proposition."""
    return Task(
        kinds=KINDS,
        dated=dated,
        parties={"POL": "Poland", "ZZ1": "A region"},
        propositions={"truce": "There is a truce."},
    )


def statement(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  whatever a model writes
    """Return a good statement, or one with something changed."""
    good = {
        "passage": 1,
        "quote": POLAND,
        "speaker": "its prime minister",
        "party": ["POL"],
        "standing": "head_of_government",
        "about": ["POL"],
        "stance": "refused",
        "kind": "troops",
        "firmness": "declined",
        "quantity": "",
        "unit": "",
        "condition": "",
        "proposition": "",
        "said_on": "2025-03-03",
        "dates": [{"text": "Monday", "day": "2025-03-03"}],
        "attribution": "named",
        "quoted": False,
    }
    return good | changes


def reply(*statements: object) -> str:
    """Return a reply with some statements."""
    return json.dumps({"statements": list(statements)})
