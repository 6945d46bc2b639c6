"""``guarantor compile``: what happens if, for any program to answer."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, asked, asking
from guarantor.cli.output import print_json, track


@click.command("compile")
@OPERATION
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; compressed where its name ends in .gz.",
)
@asking
@click.option(
    "--nodes",
    type=click.IntRange(min=1),
    default=2_000_000,
    show_default=True,
    metavar="N",
    help="Most nodes of one diagram; beyond them nothing is written.",
)
@RECORDED_AT
@AS_JSON
def compile_(
    *,
    operation: str,
    output: Path,
    recorded_at: datetime | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Compile OPERATION into a file from which any program tells what happens if.

    The file gives the chance that the need is met, that each line is, and that each party joins and
    contributes, with any proposition or decision supposed or of another chance. It is exact: where
    the diagram would outgrow its nodes, nothing is written. Its format is guarantor/diagram/1.

    \b
    Example:
      guarantor compile ukraine-2025 -o ukraine-2025.diagram.json.gz
    """
    from guarantor import room

    source = room.open_source(operation, recorded_at=recorded_at)
    document = room.compile_diagram(source.operation, asked(**options), track)
    written = room.write_diagram(document, output)
    if as_json:
        print_json(written.document())
    else:
        click.echo(written.summary)
