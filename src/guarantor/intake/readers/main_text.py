"""What of a page is its story, as trafilatura sees it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import trafilatura

from guarantor.intake.readers.quiet import heard

_WORDS = re.compile(r"\w+")
_SHINGLE = 4
_MOST_SHARED = 0.6
"""Share of a block's runs of words that have to stand in the story."""
_LONGEST_PAGE = 2_000_000
"""Characters beyond which a page is judged by its elements alone."""
_SHORTEST_STORY = 25
"""Words below which a story is too short for a judgement about the rest of the page."""


class Story(NamedTuple):
    """What a page tells.

    Attributes:
        runs: Every four words that follow one another in it.
        lines: The words of each of its lines, for blocks shorter than that.
        title: Its title.
        author: Who wrote it.
        site: Who published it.
        address: Its address.
    """

    runs: frozenset[tuple[str, ...]] = frozenset()
    lines: frozenset[tuple[str, ...]] = frozenset()
    title: str = ""
    author: str = ""
    site: str = ""
    address: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it can be told at all what belongs to the story."""
        return bool(self.lines)

    def holds(self, text: str) -> bool:
        """Tell whether a block belongs to the story."""
        words = _split(text)
        if len(words) < _SHINGLE:
            return tuple(words) in self.lines
        runs = _shingles(words)
        return sum(run in self.runs for run in runs) >= _MOST_SHARED * len(runs)


def story(html: str) -> Story:
    """Return what a page tells; nothing known where it cannot be told apart from the rest."""
    if len(html) > _LONGEST_PAGE:
        return Story()
    with heard("trafilatura", "htmldate", "courlan", "justext"):
        try:
            found = trafilatura.bare_extraction(
                html,
                include_comments=False,
                with_metadata=True,
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
        except (Exception, RecursionError):  # noqa: BLE001 broken pages break it in many ways
            return Story()
    if not isinstance(found, trafilatura.settings.Document):
        return Story()
    lines = [_split(line) for line in (found.text or "").splitlines()]
    is_judged = sum(map(len, lines)) >= _SHORTEST_STORY
    return Story(
        frozenset(run for line in lines for run in _shingles(line)) if is_judged else frozenset(),
        frozenset(map(tuple, lines)) if is_judged else frozenset(),
        *(found.title or "", found.author or "", found.sitename or "", found.url or ""),
    )


def _split(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
