"""Moments on the command line."""

from datetime import UTC, datetime, time

import click


def read_moment(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> datetime | None:
    """Read a moment, ``YYYY-MM-DDTHH:MM``, in UTC unless it says otherwise.

    A day, ``YYYY-MM-DD``, is read as its end.
    """
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        said = f"{value}: a moment reads YYYY-MM-DDTHH:MM, or YYYY-MM-DD for the end of a day"
        raise click.BadParameter(said, context, parameter) from error
    if len(value) <= len("YYYY-MM-DD"):
        moment = datetime.combine(moment.date(), time.max)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


RECORDED_AT = click.option(
    "--recorded-at",
    metavar="MOMENT",
    callback=read_moment,
    help="Ask a ledger file as it stood at this moment (UTC), or at the end of this day.",
)
"""The audit's clock: what the ledger held then."""
