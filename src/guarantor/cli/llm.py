"""The options that name a language model."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
_PARTS = 3


def read_prices(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[Decimal, Decimal, str] | None:
    """Read prices, ``ASKED ANSWERED CURRENCY``, each for a million tokens."""
    if value is None:
        return None
    parts = value.split()
    try:
        if len(parts) == _PARTS and parts[2].isalpha():
            asked, answered = Decimal(parts[0]), Decimal(parts[1])
            if asked >= 0 and answered >= 0:
                return asked, answered, parts[2]
    except InvalidOperation:
        pass
    said = "write what a million tokens cost, asked and answered, such as '2 8 USD'"
    raise click.BadParameter(said, context, parameter)


def with_model(command: F) -> F:
    """Add the options that name a language model; without them nothing leaves this machine."""
    options = (
        click.option(
            "--llm",
            "url",
            metavar="URL",
            help="Also ask the OpenAI-compatible endpoint there; the key is in GUARANTOR_LLM_KEY.",
        ),
        click.option("--model", metavar="NAME", help="The model that is asked there."),
        click.option(
            "--llm-allow",
            "allow",
            multiple=True,
            metavar="AUDIENCE",
            help="Also send documents for this audience; else only public ones are sent.",
        ),
        click.option(
            "--llm-cache",
            "cache",
            metavar="FOLDER",
            type=click.Path(file_okay=False, path_type=Path),
            help="Keep answers there, and ask about a document once only.",
        ),
        click.option(
            "--llm-prices",
            "prices",
            metavar="'IN OUT CURRENCY'",
            callback=read_prices,
            help="What a million tokens cost, to be told what it took.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def wanted_model(
    *,
    url: str | None,
    model: str | None,
    allow: tuple[str, ...],
    cache: Path | None,
    prices: tuple[Decimal, Decimal, str] | None,
) -> Any:  # WantedModel, imported only when a command runs
    """Return the language model that is wanted; ``None`` where none is named.

    Raises:
        UsageError: An endpoint is named without a model, or a model without an endpoint.
    """
    from guarantor.room.llm_told import Prices
    from guarantor.room.llm_wanted import WantedModel

    if url is None and model is None:
        if allow or cache or prices:
            said = "--llm-allow, --llm-cache and --llm-prices need --llm URL and --model NAME"
            raise click.UsageError(said)
        return None
    if url is None or model is None:
        said = "--llm URL and --model NAME stand together; give both"
        raise click.UsageError(said)
    told = None
    if prices is not None:
        told = Prices(asked=prices[0], answered=prices[1], currency=prices[2])
    return WantedModel(url=url, model=model, allow=allow, cache=cache, prices=told)
