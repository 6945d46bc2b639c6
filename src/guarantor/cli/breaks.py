"""``guarantor breaks``: what follows when something fails?"""

from datetime import datetime
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, asked, asking
from guarantor.cli.output import print_json


@click.command()
@OPERATION
@click.argument("what")
@asking
@RECORDED_AT
@AS_JSON
def breaks(
    *, operation: str, what: str, recorded_at: datetime | None, as_json: bool, **options: Any
) -> None:
    """Show who follows, round by round, when WHAT fails in OPERATION.

    WHAT is the id of a proposition, party or contribution.

    \b
    Example:
      guarantor breaks ukraine-2025 us_backstop
    """
    from guarantor import room

    source = room.open_source(operation, recorded_at=recorded_at)
    document = room.breaks(source.operation, what, asked(**options))
    if as_json:
        print_json(document)
    else:
        click.echo(room.breaks_text(document))
