"""``guarantor ledger``: what was recorded, by whom and when, and what of it may be released."""

from datetime import date, datetime
from pathlib import Path

import click

from guarantor.cli.moments import RECORDED_AT
from guarantor.cli.naming import BY, login_name
from guarantor.cli.options import AS_JSON, OPERATION, read_day
from guarantor.cli.output import note, print_json

AUDIENCE = click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="For whom the answer is made.",
)


@click.group()
def ledger() -> None:
    """Keep an operation in a ledger file that only grows, and read what was recorded.

    \b
    Example:
      guarantor ledger import my-operation --into my-operation.ledger
    """


@ledger.command("import")
@click.argument("folder")
@click.option(
    "--into",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The ledger file; it is made where there is none.",
)
@BY
@click.option("--reason", default="", metavar="TEXT", help="Why, in words.")
@AS_JSON
def import_(*, folder: str, into: Path, by: str | None, reason: str, as_json: bool) -> None:
    """Enter what FOLDER says into a ledger file: record, amend and withdraw what differs.

    FOLDER holds operation.yaml, or is the name of a bundled operation. What is acknowledged on
    standard error is on the disk, whatever happens then. Importing again enters only what changed
    meanwhile.

    \b
    Example:
      guarantor ledger import example --into example.ledger --by "An analyst"
    """
    from guarantor.room import ledgers

    for step in ledgers.importing(folder, into, by=by or login_name(), reason=reason):
        if step.is_done:
            print_json(step.document()) if as_json else click.echo(step.summary)
        else:
            note(step.acknowledgement)


@ledger.command()
@OPERATION
@AUDIENCE
@click.option(
    "--into",
    required=True,
    metavar="FOLDER|-",
    help="The new folder to write; - prints one JSON document instead.",
)
@RECORDED_AT
@AS_JSON
def export(
    *, operation: str, audience: str, into: str, recorded_at: datetime | None, as_json: bool
) -> None:
    """Write what an audience may see of OPERATION, and nothing that it may not.

    \b
    Example:
      guarantor ledger export example --audience coalition --into example-for-coalition
    """
    from guarantor.room import ledgers

    release = ledgers.export(operation, audience, recorded_at=recorded_at)
    if into == "-":
        print_json(release.document())
        return
    release.write(Path(into))
    if as_json:
        print_json(release.report(into))
    else:
        click.echo(f"{into}: {release.summary}")


@ledger.command()
@OPERATION
@click.option("--of", "name", metavar="ID", help="Only what was recorded about this id.")
@RECORDED_AT
@AS_JSON
def log(*, operation: str, name: str | None, recorded_at: datetime | None, as_json: bool) -> None:
    """List what was recorded of OPERATION, by whom, when and why: all of it, for its keeper.

    \b
    Example:
      guarantor ledger log example.ledger --of alf-troops
    """
    from guarantor.room import ledgers

    rows = ledgers.log(operation, name=name, recorded_at=recorded_at)
    if as_json:
        print_json(rows)
    else:
        click.echo(ledgers.log_text(rows))


@ledger.command()
@OPERATION
@click.option(
    "--from", "start", required=True, metavar="DAY", callback=read_day, help="The earlier day."
)
@click.option("--to", "end", required=True, metavar="DAY", callback=read_day, help="The later day.")
@AUDIENCE
@RECORDED_AT
@AS_JSON
def diff(
    *,
    operation: str,
    start: date,
    end: date,
    audience: str,
    recorded_at: datetime | None,
    as_json: bool,
) -> None:
    """Say what became known of OPERATION between two days, as published.

    \b
    Example:
      guarantor ledger diff example --from 2025-03-01 --to 2025-03-15
    """
    from guarantor.room import ledgers

    difference = ledgers.diff(operation, start, end, audience=audience, recorded_at=recorded_at)
    if as_json:
        print_json(difference.document())
    else:
        click.echo(difference.text())


@ledger.command()
@click.argument("file")
@AS_JSON
def verify(*, file: str, as_json: bool) -> None:
    """Tell whether every entry of a ledger FILE is as it was recorded.

    Of a folder these are the decisions that were taken on it, in decisions.jsonl.

    Note the last hash elsewhere: it shows later that no entry was cut off the end.

    \b
    Example:
      guarantor ledger verify example.ledger
    """
    from guarantor.room import ledgers

    verified = ledgers.verify(file)
    if as_json:
        print_json(verified.document())
    else:
        click.echo(verified.summary)
