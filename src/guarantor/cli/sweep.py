"""``guarantor sweep``: how does the answer turn over a grid of scenarios?"""

from contextlib import nullcontext
from datetime import datetime
from typing import Any

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import AS_JSON, OPERATION, answering, asked, asking
from guarantor.cli.output import print_json, track


@click.command()
@OPERATION
@click.option(
    "--over",
    metavar="NAME=VALUES",
    multiple=True,
    required=True,
    help="A parameter with numbers and ranges (others=1..3 or price=0..1:0.25), an id with "
    "true,false, or firm, requirement or valid_on with its values. Every combination is answered.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes of this machine; as many as are worth it where left out.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Use the Dask cluster whose scheduler listens there, such as tcp://10.0.0.1:8786.",
)
@asking
@answering
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead, a row a scenario.")
@RECORDED_AT
@AS_JSON
def sweep(
    *,
    operation: str,
    over: tuple[str, ...],
    workers: int | None,
    cluster: str | None,
    as_csv: bool,
    recorded_at: datetime | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Show how the answer about OPERATION turns over a grid of scenarios.

    Each is answered by itself: what cannot be says why in its row, and costs no other.

    \b
    Example:
      guarantor sweep ukraine-2025 --over others=1..3 --over us_backstop=true,false
    """
    from guarantor import room

    if as_csv and as_json:
        refused = "--csv and --json are two answers; ask for one of them"
        raise click.UsageError(refused)
    if workers and cluster:
        refused = "--workers are processes of this machine; a cluster brings its own"
        raise click.UsageError(refused)
    source = room.open_source(operation, recorded_at=recorded_at)
    with room.dask_executor(cluster) if cluster else nullcontext() as executor:
        document = room.sweep_grid(
            source.operation,
            asked(**options),
            over,
            executor=executor,
            workers=workers,
            track=track,
        )
    if as_json:
        print_json(document)
    else:
        click.echo(room.sweep_csv(document) if as_csv else room.sweep_text(document), nl=not as_csv)
