"""``guarantor statements``: who said what?"""

from datetime import date, datetime

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, day_option
from guarantor.cli.output import print_json


@click.command()
@OPERATION
@click.option("--party", metavar="CODE", help="Said by or about this party.")
@click.option("--kind", metavar="WORD", help="Of this kind, such as troops.")
@day_option("--day", "on", help="Published on this day.")
@day_option("--since", help="Published on this day or later.")
@day_option("--as-known-on", help="The day asked from.")
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="For whom the list is made.",
)
@RECORDED_AT
@AS_JSON
def statements(
    *,
    operation: str,
    party: str | None,
    kind: str | None,
    on: date | None,
    since: date | None,
    as_known_on: date | None,
    audience: str,
    recorded_at: datetime | None,
    as_json: bool,
) -> None:
    """List the statements of OPERATION, oldest first, with their sources.

    \b
    Example:
      guarantor statements ukraine-2025 --party FRA --kind troops
    """
    from guarantor import room

    options = room.Options(as_known_on=as_known_on, audience=audience)
    known = room.open_source(operation, recorded_at=recorded_at).operation
    rows = room.statements(known, options, party=party, kind=kind, on=on, since=since)
    if as_json:
        print_json(rows)
    else:
        click.echo(room.statements_text(rows))
