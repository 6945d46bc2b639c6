"""``guarantor asks``: what to ask for?"""

from datetime import datetime
from decimal import Decimal
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, asked, asking
from guarantor.cli.output import print_json, track, wants_colour, width


@click.command()
@OPERATION
@asking
@click.option(
    "--most",
    type=click.IntRange(0, 20),
    default=3,
    show_default=True,
    metavar="NUMBER",
    help="How many changes the best set has at most.",
)
@click.option(
    "--cost",
    type=click.FloatRange(min=0),
    metavar="LIMIT",
    help="What they may cost together; an ask without a cost in asks.csv costs 1.",
)
@RECORDED_AT
@AS_JSON
def asks(
    *,
    operation: str,
    most: int,
    cost: float | None,
    recorded_at: datetime | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Show what to ask for in OPERATION, the best first, and which few asks bring most together.

    Changes come from the operation itself and from its register of asks, asks.csv: a proposition
    secured, a party that joins, a term dropped, an offer made firmer, certain, disclosed or larger.

    \b
    Example:
      guarantor asks ukraine-2025 --most 2
    """
    from guarantor import room

    source = room.open_source(operation, recorded_at=recorded_at)
    limit = None if cost is None else Decimal(str(cost))
    document = room.asks(source.operation, asked(**options), most=most, cost=limit, track=track)
    if as_json:
        print_json(document)
    else:
        click.echo(room.asks_text(document, width=width(), color=wants_colour()), nl=False)
