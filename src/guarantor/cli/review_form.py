"""The forms of a review in the terminal, asked key by key."""

import json
from typing import Any, cast

import click

from guarantor.room import Fields, StepDraft

_LISTS = frozenset({"speaker_party", "about"})
_OPTIONAL = frozenset({"firmness", "said_on"})


def mended(fields: Fields) -> Fields:
    """Return a form as mended: every key is asked, what stands there stays on return.

    A single ``-`` empties a key; parties are joined by ``;``.
    """
    given: dict[str, Any] = dict(fields)
    for key, value in given.items():
        shown = ";".join(value) if key in _LISTS else (value or "")
        answer = str(click.prompt(key, default=shown, show_default=bool(shown))).strip()
        text = "" if answer == "-" else answer
        if key in _LISTS:
            given[key] = [one.strip() for one in text.split(";") if one.strip()]
        elif key in _OPTIONAL:
            given[key] = text or None
        else:
            given[key] = text
    return cast("Fields", given)


def mended_draft(draft: StepDraft) -> StepDraft:
    """Return a draft as mended: its content is asked as JSON, what stands there stays on return."""
    shown = json.dumps(draft["content"], ensure_ascii=False)
    while True:
        answer = click.prompt("Content", default=shown)
        try:
            content = json.loads(answer)
        except ValueError as error:
            click.echo(f"That is no JSON: {error}; write it again.")
            continue
        if isinstance(content, dict):
            return {**draft, "content": content}
        click.echo("That is no JSON object; write it between { and }.")
