"""``guarantor assess``: does it add up?"""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, answering, asked, asking
from guarantor.cli.output import is_terminal, note, print_json, track, wants_colour, width


@click.command()
@OPERATION
@asking
@answering
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the brief as one page that opens offline.",
)
@click.option(
    "--full",
    is_flag=True,
    help="Print all of the brief; a terminal shows the five answers only, a pipe gets it all.",
)
@click.option(
    "--months",
    type=click.IntRange(1, 36),
    metavar="NUMBER",
    help="Also look so many months ahead, 36 at most: what ends, what is there by then.",
)
@RECORDED_AT
@AS_JSON
def assess(
    *,
    operation: str,
    html: Path | None,
    full: bool,
    months: int | None,
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
    question = asked(**options)
    document = room.assess(source.operation, question, track, months=months)
    if html is not None:
        what_if = room.what_if(source, question, document, track)
        room.write_page(document, html, what_if)
        note(f"wrote {html}{room.why_without(what_if)}")
    if as_json:
        print_json(document)
        return
    whole = full or not is_terminal()
    click.echo(room.brief_text(document, width=width(), color=wants_colour(), full=whole))
    if not whole:
        note("What the answers rest on: --full prints it here, --html FILE as a page.")
