"""Refusals: what is answered when there is no answer, with the status that fits."""

from collections.abc import Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from guarantor.errors import (
    GuarantorError,
    NotForThePublic,
    NotFound,
    OutOfTime,
    OverBudget,
    TooLarge,
    TooManyScenarios,
)


class Refusal(TypedDict):
    """Why there is no answer.

    Attributes:
        error: One sentence: what is wrong, where, what to do.
        kind: The kind of mistake, in one word.
        faults: Every fault of the operation's files, with its place, where they are at fault.
    """

    error: str
    kind: str
    faults: NotRequired[list[str]]


class Closed(Exception):
    """The operation cannot be opened as its files stand.

    Attributes:
        faults: Every fault, a line each.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class Unwanted(Exception):
    """Nobody waits for what was being worked out."""


class TooBusy(Exception):
    """There are as many jobs as are kept, and none of them has ended."""


_STATUS: tuple[tuple[type[Exception], int], ...] = (
    (NotFound, 404),
    (NotForThePublic, 403),
    (OverBudget, 413),
    (TooLarge, 413),
    (TooManyScenarios, 413),
    (OutOfTime, 504),
    (GuarantorError, 422),
    (TooBusy, 429),
    (Unwanted, 409),
    (Closed, 503),
)
_MEANINGS = {
    400: "The request is for another host, or cannot be read.",
    403: "The public is not told this while the operation is live; or another site asks.",
    404: "Nothing of that name is in view.",
    405: "The address is not asked in this way.",
    409: "It was cancelled.",
    413: "It is too large to be worked out exactly, or to be sent.",
    414: "The address is too long.",
    415: "What was sent is not JSON.",
    422: "The question cannot be used as it stands.",
    429: "There are too many jobs already.",
    503: "The operation's files have faults: each is listed; mended, they are read again.",
    504: "It took too long: ask for it as a job.",
}
STATUSES = (400, 403, 404, 405, 409, 413, 414, 422, 429, 503, 504)
"""How a question about the operation may be refused."""


def refusing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return how something may be refused, for the description of the interface."""
    return {status: {"model": Refusal, "description": _MEANINGS[status]} for status in statuses}


def refusing_as_json(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the same for an address whose answers are not JSON: its refusals are."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    return {status: {"content": content, "description": _MEANINGS[status]} for status in statuses}


def status_of(error: Exception) -> int:
    """Return the status that says what kind of mistake it was."""
    return next(status for kind, status in _STATUS if isinstance(error, kind))


def refusal_of(error: Exception) -> Refusal:
    """Return an error as what is sent of it."""
    kind = type(error).__name__
    match error:
        case Closed(faults=faults):
            said = "this operation cannot be opened as its files stand; mend them and ask again"
            return {"error": said, "kind": kind, "faults": list(faults)}
        case OutOfTime():
            said = "this took too long to be waited for: ask for it as a job, which shows progress"
            return {"error": said, "kind": kind}
        case Unwanted():
            return {"error": "this was cancelled; ask again where it is wanted", "kind": kind}
        case TooBusy():
            said = "there are too many jobs already: wait until one has ended, or cancel one"
            return {"error": said, "kind": kind}
        case _:
            return {"error": str(error), "kind": kind}


def misread(errors: list[Mapping[str, Any]]) -> Refusal:
    """Return what is wrong with a request that does not fit its description."""
    first = errors[0]
    own = "Value error, "
    if first["msg"].startswith(own):
        return {"error": first["msg"].removeprefix(own), "kind": "BadRequest"}
    place = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return {"error": f"{place}: {first['msg'][:1].lower()}{first['msg'][1:]}", "kind": "BadRequest"}
