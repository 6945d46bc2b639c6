"""``guarantor serve``: the room in the browser."""

from datetime import datetime

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.options import OPERATION
from guarantor.cli.output import note


@click.command()
@OPERATION
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address it is reached under; the default is reached from this machine only.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8765,
    show_default=True,
    metavar="N",
    help="The port; 0 takes any that is free.",
)
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="For whom every answer is made.",
)
@RECORDED_AT
@click.option(
    "--nodes",
    type=click.IntRange(min=1),
    default=300_000,
    show_default=True,
    metavar="N",
    help="Most nodes of a decision diagram; beyond them the page is told sampled chances.",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="NAME",
    help="Also answer under this host name.",
)
@click.option(
    "--edit", "may_write", is_flag=True, help="Take decisions in it; from this machine only."
)
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
def serve(
    *,
    operation: str,
    host: str,
    port: int,
    audience: str,
    recorded_at: datetime | None,
    nodes: int,
    allowed: tuple[str, ...],
    may_write: bool,
    opens: bool,
) -> None:
    """Serve OPERATION as a room in the browser, until Ctrl-C.

    It prints its address. Nobody logs in and nothing is encrypted: whoever reaches the address can
    read everything that the audience may see. As it stands only this machine can reach it.

    \b
    Example:
      guarantor serve ukraine-2025 --open
    """
    from guarantor.web.serving import Serving

    serving = Serving(
        operation,
        host=host,
        port=port,
        audience=audience,
        recorded_at=recorded_at,
        nodes=nodes,
        allowed=allowed,
        may_write=may_write,
        say=note,
    )
    click.echo(serving.address)
    if opens:
        click.launch(serving.address)
    serving.run()
