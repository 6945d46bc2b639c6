"""``guarantor assess``: does it add up?"""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, asked, asking
from guarantor.cli.output import note, print_json, track, wants_colour, width


@click.command()
@OPERATION
@asking
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the brief as one page that opens offline.",
)
@RECORDED_AT
@AS_JSON
def assess(
    *,
    operation: str,
    html: Path | None,
    recorded_at: datetime | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Assess OPERATION: who offered what, whether it adds up, what breaks it, on whose word.

    \b
    Example:
      guarantor assess ukraine-2025 --suppose us_backstop=false --html brief.html
    """
    from guarantor import room

    source = room.open_source(operation, recorded_at=recorded_at)
    document = room.assess(source.operation, asked(**options), track)
    if html is not None:
        room.write_page(document, html)
        note(f"wrote {html}")
    if as_json:
        print_json(document)
    else:
        click.echo(room.brief_text(document, width=width(), color=wants_colour()))
