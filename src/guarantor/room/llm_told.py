"""What a language model was used for: who may be told, and what it took."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guarantor.model import PUBLIC

_MILLION = 1_000_000


def may_be_sent(audience: str, allowed: Collection[str]) -> bool:
    """Tell whether what an audience may see may be sent to a language model.

    What everybody may see may; anything else only where its audience is allowed by name. Where it
    is not known who may see something, it is not sent.

    Example:
        >>> may_be_sent("public", ()), may_be_sent("coalition", ()), may_be_sent("", [""])
        (True, False, False)
    """
    return audience == PUBLIC or bool(audience and audience in frozenset(allowed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a model costs, as the caller gives it.

    Attributes:
        asked: Price of a million tokens that are sent.
        answered: Price of a million tokens that are answered.
        currency: Of both.
    """

    asked: Decimal
    answered: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What it took.

    Attributes:
        requests: How many requests were answered.
        from_cache: How many answers were kept from before and took nothing.
        asked: Tokens sent, as the endpoint counts them.
        answered: Tokens answered, as the endpoint counts them.
        uncounted: How many answers came without a count: the tokens are at least so many.
    """

    requests: int = 0
    from_cache: int = 0
    asked: int = 0
    answered: int = 0
    uncounted: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            requests=self.requests + other.requests,
            from_cache=self.from_cache + other.from_cache,
            asked=self.asked + other.asked,
            answered=self.answered + other.answered,
            uncounted=self.uncounted + other.uncounted,
        )

    def cost(self, prices: Prices | None) -> Decimal | None:
        """Return what the counted tokens cost; ``None`` where nobody gave prices.

        Example:
            >>> prices = Prices(asked=Decimal(2), answered=Decimal(8), currency="USD")
            >>> Usage(requests=1, asked=500_000, answered=250_000).cost(prices)
            Decimal('3')
        """
        if prices is None:
            return None
        return (self.asked * prices.asked + self.answered * prices.answered) / _MILLION

    def document(self, prices: Prices | None = None) -> dict[str, Any]:
        """Return it as JSON has it."""
        cost = self.cost(prices)
        return {
            "requests": self.requests,
            "from_cache": self.from_cache,
            "tokens_asked": self.asked,
            "tokens_answered": self.answered,
            "answers_without_count": self.uncounted,
            "cost": None if cost is None or prices is None else f"{cost:f} {prices.currency}",
        }

    def text(self, prices: Prices | None = None) -> str:
        """Return it as one sentence."""
        at_least = "at least " if self.uncounted else ""
        told = (
            f"Language model: {self.requests:,} requests, {self.from_cache:,} answers kept from "
            f"before, {at_least}{self.asked:,} tokens asked and {self.answered:,} answered"
        )
        cost = self.cost(prices)
        if cost is None or prices is None:
            return f"{told}; no prices given."
        return f"{told}, {at_least}{cost:,.4f} {prices.currency}."


def usage_of(answer: object) -> Usage:
    """Return what an answer says it took."""
    told = answer.get("usage") if isinstance(answer, dict) else None
    told = told if isinstance(told, dict) else {}
    asked, answered = _count(told.get("prompt_tokens")), _count(told.get("completion_tokens", 0))
    if asked is None or answered is None:
        return Usage(requests=1, uncounted=1)
    return Usage(requests=1, asked=asked, answered=answered)


def _count(value: object) -> int | None:
    """Return a count; ``None`` where it is none."""
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if is_count else None  # type: ignore[return-value]
