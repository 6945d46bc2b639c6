"""What is left of a model's reply: statements whose words stand in the text."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from guarantor.errors import Finding
from guarantor.intake.llm.nouns import Reply, Task
from guarantor.intake.llm.statements import Checked, Dropped, check
from guarantor.model import Document, Passage, Proposal

_MOST_STATEMENTS = 400
_FENCED_LINES = 3


def read_reply(
    content: str,
    *,
    document: Document,
    portion: Sequence[Passage],
    task: Task,
    model: str,
) -> Reply:
    """Return what a model's reply proposes of a portion of a document.

    A statement is dropped, with a finding, where its quote does not stand in the text, or where
    its stance, standing or kind is none of the closed lists. Anything else that is not borne out
    is left out of it, likewise with a finding: unknown parties, a condition in other words than
    the text's, an amount that the clause does not name.

    Args:
        content: What the model wrote.
        document: The document asked about.
        portion: The passages asked about, as they were numbered.
        task: What the model was told.
        model: Its name.
    """
    statements, reason = _statements(content)
    if statements is None:
        return Reply(
            findings=(_finding(document, "llm_unreadable", f"{model}: {reason}"),), is_read=False
        )
    checked = [
        check(one, document=document, portion=portion, task=task, model=model)
        for one in statements[:_MOST_STATEMENTS]
    ]
    return _gathered(document, model, checked, left=len(statements[_MOST_STATEMENTS:]))


def _gathered(
    document: Document, model: str, checked: Iterable[Checked | Dropped], left: int
) -> Reply:
    """Return the proposals in the order of the text, one that comes twice once."""
    kept: dict[Proposal, None] = {}
    findings: list[Finding] = []
    dropped = Counter[str]()
    for one in checked:
        if isinstance(one, Dropped):
            dropped[one.code] += 1
            findings.append(_finding(document, one.code, f"{model}: {one.reason}"))
            continue
        findings += [_finding(document, "llm_left_out", f"{model}: {why}") for why in one.left_out]
        if one.proposal in kept:
            dropped["llm_repeated"] += 1
        kept[one.proposal] = None
    if left:
        why = f"{model}: only the first {_MOST_STATEMENTS} statements were read; {left} were not"
        findings.append(_finding(document, "llm_too_many", why))
    return Reply(
        proposals=tuple(sorted(kept, key=lambda one: one.span)),
        findings=tuple(findings),
        dropped=dropped.total() + left,
        invented=dropped["llm_quote_not_found"],
    )


def _finding(document: Document, code: str, message: str) -> Finding:
    return Finding(code=code, message=message, entry=document.name)


def _statements(content: str) -> tuple[list[Any] | None, str]:
    """Return the statements of a reply, or why there are none."""
    for text in _unfenced(content):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        statements = found.get("statements") if isinstance(found, dict) else None
        if isinstance(statements, list):
            return statements, ""
        return None, "its reply is JSON without a list of statements; nothing of it was used"
    return None, "its reply is no JSON, or half of it; nothing of it was used"


def _unfenced(content: str) -> Iterator[str]:
    """Return a reply as it is, then without the fence that some models put around it."""
    yield content
    lines = content.strip().splitlines()
    if len(lines) >= _FENCED_LINES and lines[0].startswith("```") and lines[-1] == "```":
        yield "\n".join(lines[1:-1])
