"""``guarantor check``, ``new`` and ``schema``: the folder."""

from pathlib import Path

import click

from guarantor.cli.options import AS_JSON
from guarantor.cli.output import note, print_json


@click.command()
@click.argument("folder")
@AS_JSON
@click.pass_context
def check(context: click.Context, *, folder: str, as_json: bool) -> None:
    """Say what is wrong with FOLDER, every fault in one run; status 1 if anything is.

    FOLDER is a folder that holds operation.yaml, or the name of a bundled operation.

    \b
    Example:
      guarantor check my-operation
    """
    from guarantor import room

    report = room.check(folder)
    if as_json:
        print_json(report.document())
    else:
        for warning in report.warnings:
            note(f"{warning} (warning)")
        click.echo("\n".join(map(str, report.faults)) or report.summary)
    context.exit(1 if report.faults else 0)


@click.command()
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to make; NAME in the current folder where left out.",
)
@AS_JSON
def new(*, name: str, into: Path | None, as_json: bool) -> None:
    """Start a commented folder for an operation called NAME.

    \b
    Example:
      guarantor new northland
    """
    from guarantor import room

    path = room.start(name, into)
    if as_json:
        print_json({"folder": str(path)})
    else:
        click.echo(f"{path}: started; next: guarantor check {path}")


@click.command()
@click.argument("name", required=False)
@AS_JSON
def schema(*, name: str | None, as_json: bool) -> None:  # noqa: ARG001  a schema is JSON anyway
    """Print the JSON Schema of one file of the folder, or the names of all schemas.

    \b
    Example:
      guarantor schema contributions
    """
    from guarantor import room

    print_json(room.schema(name) if name else list(room.SCHEMA_NAMES))
