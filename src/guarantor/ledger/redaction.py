"""Blacking out the ids of withheld things in free text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guarantor.model import Content

FREE_TEXT = frozenset(
    {
        "condition",
        "note",
        "paraphrase",
        "question",
        "settled_by",
        "speaker",
        "text",
        "theatre",
    }
)
"""The keys whose values are written for people and may mention anything."""
BLACKED_OUT = "[withheld]"
"""What stands in place of an id that may not be named."""
_LOOKS_LIKE_AN_ID = re.compile(r"[-_0-9]")


@dataclass(frozen=True, slots=True)
class Redaction:
    """Blacks out names in free text; without a name it leaves everything as it is."""

    pattern: re.Pattern[str] | None

    def content(self, content: Content) -> Content:
        """Return content with the names blacked out in its free texts, however deep."""
        return (
            content
            if self.pattern is None
            else {key: self._value(key, value) for key, value in content.items()}
        )

    def _value(self, key: str, value: Any) -> Any:  # noqa: ANN401  plain data
        match value:
            case str() if key in FREE_TEXT and self.pattern is not None:
                return self.pattern.sub(BLACKED_OUT, value)
            case Mapping():
                return self.content(value)
            case list():
                return [self._value("", item) for item in value]
            case _:
                return value


def redaction(names: Iterable[str]) -> Redaction:
    """Return what blacks out some names.

    A name that is an ordinary word of letters alone cannot be told from the word and is left.
    """
    telling = sorted((name for name in names if _LOOKS_LIKE_AN_ID.search(name)), key=len)
    if not telling:
        return Redaction(None)
    alternatives = "|".join(map(re.escape, reversed(telling)))
    return Redaction(re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])"))
