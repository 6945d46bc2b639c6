"""A text while its actors are read: its words, and which of them stand for an actor."""

import re
from datetime import date

from guarantor.intake.actors.matching import Token, tokens
from guarantor.intake.actors.words import Mention
from guarantor.model import Span

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_SENTENCE = re.compile(r"[.!?:;\n“\"(–—]")


class Taken:
    """A text, its words, and the mentions that have been found in it so far."""

    def __init__(self, text: str, on: date | None) -> None:
        self.text = text
        self.on = on
        self.words: list[Token] = tokens(text)
        self._by_word: dict[int, tuple[Mention, int, int]] = {}

    @property
    def mentions(self) -> list[Mention]:
        """Every mention found so far, in order, each once."""
        firsts = (
            (first, one) for index, (one, first, _) in self._by_word.items() if index == first
        )
        return [one for _, one in sorted(firsts, key=lambda item: item[0])]

    def at(self, index: int) -> Mention | None:
        """Return the mention that a word belongs to."""
        taken = self._by_word.get(index)
        return taken[0] if taken else None

    def bounds(self, index: int) -> tuple[int, int]:
        """Return the first word and the one after the last of the mention that a word is of."""
        _, first, after = self._by_word[index]
        return first, after

    def take(self, first: int, after: int, mention: Mention) -> None:
        """Let words stand for an actor, instead of what they stood for before."""
        for index in range(first, after):
            self.free(index)
        for index in range(first, after):
            self._by_word[index] = (mention, first, after)

    def free(self, index: int) -> None:
        """Forget the mention that a word belongs to."""
        if index in self._by_word:
            first, after = self.bounds(index)
            for each in range(first, after):
                del self._by_word[each]

    def swap(self, old: Mention, new: Mention) -> None:
        """Put a mention in the place of another of the same words."""
        for index, (one, first, after) in self._by_word.items():
            if one is old:
                self._by_word[index] = (new, first, after)

    def is_free(self, first: int, after: int) -> bool:
        """Tell whether none of some words stands for an actor yet."""
        return not any(index in self._by_word for index in range(first, after))

    def span(self, first: int, after: int) -> Span:
        """Return where words stand in the text."""
        return Span(self.words[first].start, self.words[after - 1].end)

    def said(self, first: int, after: int) -> str:
        """Return words as they stand in the text."""
        return self.text[self.words[first].start : self.words[after - 1].end]

    def between(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        if index <= 0 or index >= len(self.words):
            return ""
        return self.text[self.words[index - 1].end : self.words[index].start]

    def is_adjacent(self, index: int) -> bool:
        """Tell whether nothing but space or a hyphen parts a word from the one before it."""
        return 0 < index < len(self.words) and not self.between(index).strip(" -\u00a0")

    def is_close(self, index: int) -> bool:
        """Tell whether nothing but space, a hyphen or an apostrophe parts a word from the last."""
        between = self.between(index)
        return bool(between) and bool(re.fullmatch(r"[ \u00a0-]|['’]|\n", between))

    def is_capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital."""
        return 0 <= index < len(self.words) and self.words[index].text[:1].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a word may begin a sentence."""
        return index == 0 or bool(_SENTENCE.search(self.between(index)))
