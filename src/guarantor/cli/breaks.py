"""``guarantor breaks``: what follows when something fails?"""

from typing import Any

import click

from guarantor.cli.options import AS_JSON, OPERATION, asked, asking
from guarantor.cli.output import print_json


@click.command()
@OPERATION
@click.argument("what")
@asking
@AS_JSON
def breaks(*, operation: str, what: str, as_json: bool, **options: Any) -> None:  # noqa: ANN401  the shared options
    """Show who follows, round by round, when WHAT fails in OPERATION.

    WHAT is the id of a proposition, party or contribution.

    \b
    Example:
      guarantor breaks ukraine-2025 us_backstop
    """
    from guarantor import room

    document = room.breaks(room.open_source(operation).operation, what, asked(**options))
    if as_json:
        print_json(document)
    else:
        click.echo(room.breaks_text(document))
