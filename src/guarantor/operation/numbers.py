"""What is a number by YAML 1.2, and what it is exactly."""

import re
from decimal import Decimal

NUMBER = (
    r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""Numbers of YAML's core schema (YAML 1.2.2, §10.3.2)."""
_NUMBER = re.compile(NUMBER)
_LONGEST = 60
_LONGEST_EXPONENT = 2


def is_number(text: str) -> bool:
    """Tell whether YAML 1.2 takes a plain scalar for a number."""
    return _NUMBER.fullmatch(text) is not None


def exact_value(text: str) -> Decimal | None:
    """Return a number exactly, or ``None`` where it is none, not finite or of absurd length.

    Example:
        >>> exact_value("0.10"), exact_value("0x1F"), exact_value("1e9999"), exact_value(".nan")
        (Decimal('0.10'), Decimal('31'), None, None)
    """
    if len(text) > _LONGEST or not is_number(text):
        return None
    if text.startswith(("0o", "0x")):
        return Decimal(int(text, 0))
    mantissa, _, exponent = text.lower().partition("e")
    if (
        "n" in mantissa or len(exponent.lstrip("+-0")) > _LONGEST_EXPONENT
    ):  # .inf, .nan; e100 and beyond
        return None
    return Decimal(text)
