"""What is asked, read from text: suppositions and values of parameters."""

import re
from decimal import Decimal

from guarantor.errors import BadParameter, BadSupposition

_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")


def supposition(text: str) -> tuple[str, bool]:
    """Read ``id=true`` or ``id=false``.

    Raises:
        BadSupposition: It is neither.

    Example:
        >>> supposition("us_backstop=false")
        ('us_backstop', False)
    """
    name, _, truth = (part.strip() for part in text.partition("="))
    if not name or truth.lower() not in {"true", "false"}:
        raise BadSupposition(text)
    return name, truth.lower() == "true"


def parameter_value(text: str) -> tuple[str, Decimal]:
    """Read ``name=number``, the number 0 or more with at most six decimal places.

    Raises:
        BadParameter: It cannot be read.

    Example:
        >>> parameter_value("others=2.5")
        ('others', Decimal('2.5'))
    """
    name, _, value = (part.strip() for part in text.partition("="))
    if not name or not _NUMBER.fullmatch(value):
        raise BadParameter(name, value, "is no number; write others=3 or share=0.25")
    return name, Decimal(value)
