"""Articles made up for measurements: of one seed always the same, and as varied as reports are.

Each has its own people, places, figures and quotations, and takes its other words from one
vocabulary in which, as in any language, few words are frequent and most are rare.
"""

import random
from collections.abc import Iterator, Sequence

_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t tr v w z".split()  # noqa: SIM905  as text it is read at once
_VOWELS = "a e i o u ai ea ie oo ou".split()  # noqa: SIM905  likewise
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m"]
_SMALL = (
    "the of and to in a is that for on was with as it by at from be are this has have not said "
    "will which its had were would after who been their more than but two also when other over"
)
_FRAMES = (
    "{name} said on {day} that {words} and {words}.",
    "The {words} of {place} {words}, {name} told reporters.",
    "“{quote},” said {name}.",
    "About {number} {words} in {place}, {words}.",
    "{words} because {words} would {words}.",
    "According to {name}, {number} of {number} {words} {words}.",
    "In {place} {words}; {words}.",
    "{place} and {place} {words}, although {words}.",
    "Nobody {words}, and {number} {words} were {words}.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WORDS = 9_000


class Writer:
    """Writes articles.

    Args:
        seed: Of the vocabulary and of every article.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  no secret hangs on it
        rare = sorted({self._word() for _ in range(_WORDS)})
        self._chance.shuffle(rare)
        self._words = [*_SMALL.split(), *rare]
        # Zipf: the word of rank r stands in the ratio 1/r.
        self._weights: list[float] = []
        total = 0.0
        for rank in range(1, len(self._words) + 1):
            total += 1 / (rank + 2)
            self._weights.append(total)

    def articles(self, count: int, paragraphs: tuple[int, int] = (3, 7)) -> Iterator[str]:
        """Yield so many articles, none like another."""
        for _ in range(count):
            yield self.article(paragraphs)

    def article(self, paragraphs: tuple[int, int] = (3, 7)) -> str:
        """Return an article of 100 to 300 words."""
        own = {
            "name": [self._name(2) for _ in range(self._chance.randint(2, 4))],
            "place": [self._name(1) for _ in range(self._chance.randint(2, 4))],
        }
        return "\n\n".join(
            " ".join(self._sentence(own) for _ in range(self._chance.randint(2, 4)))
            for _ in range(self._chance.randint(*paragraphs))
        )

    def edited(self, text: str, share: float) -> str:
        """Return an article with a share of its words replaced, left out or with one put behind."""
        return "\n\n".join(
            " ".join(self._edited(paragraph.split(), share)) for paragraph in text.split("\n\n")
        )

    def _edited(self, words: Sequence[str], share: float) -> Iterator[str]:
        for word in words:
            if self._chance.random() >= share:
                yield word
                continue
            match self._chance.choices(("replace", "leave out", "put in"), (3, 1, 1))[0]:
                case "replace":
                    yield self._draw(1)
                case "put in":
                    yield from (word, self._draw(1))

    def _sentence(self, own: dict[str, list[str]]) -> str:
        parts = self._chance.choice(_FRAMES).split("{")
        found = parts[0]
        for part in parts[1:]:
            slot, _, rest = part.partition("}")
            found += self._slot(slot, own) + rest
        return found[:1].upper() + found[1:]

    def _slot(self, slot: str, own: dict[str, list[str]]) -> str:
        match slot:
            case "name" | "place":
                return self._chance.choice(own[slot])
            case "day":
                return self._chance.choice(_DAYS.split())
            case "number":
                small = self._chance.random() < 0.5
                return f"{self._chance.randint(*((2, 40) if small else (41, 9999))):,}"
            case "quote":
                return self._draw(self._chance.randint(5, 12))
            case _:
                return self._draw(self._chance.randint(2, 7))

    def _draw(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))

    def _name(self, words: int) -> str:
        return " ".join(self._word().capitalize() for _ in range(words))

    def _word(self) -> str:
        return "".join(
            self._chance.choice(_ONSETS)
            + self._chance.choice(_VOWELS)
            + self._chance.choice(_CODAS)
            for _ in range(self._chance.randint(1, 3))
        )
