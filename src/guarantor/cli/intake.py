"""``guarantor intake``: from articles to proposals, and to documents on record."""

from datetime import date
from pathlib import Path

import click

from guarantor.cli.naming import BY, login_name
from guarantor.cli.options import AS_JSON, OPERATION, day_option
from guarantor.cli.output import print_json, track

FILE = click.argument("file", type=click.Path(exists=True, path_type=Path))
DATED = day_option("--dated", help="The day of a document that bears none.")


@click.group()
def intake() -> None:
    """Read articles, tell whose reports they are, and propose the statements that they hold.

    Nothing of a document leaves this machine, unless --llm names an endpoint. A proposal counts
    for nothing before a person accepted it: see guarantor review.

    \b
    Example:
      guarantor intake propose article.txt --operation ukraine-2025 --dated 2025-03-15
    """


@intake.command()
@FILE
@click.option("--operation", metavar="OPERATION", help="Whose parties and propositions count.")
@DATED
@AS_JSON
def propose(*, file: Path, operation: str | None, dated: date | None, as_json: bool) -> None:
    """Propose the statements of FILE: a text, page, PDF, mail, feed, or an archive of such.

    Places are counted in characters of the original text, half-open. A day such as "next Thursday"
    is resolved against the document's own, or --dated; without either it is left open.

    \b
    Example:
      guarantor intake propose article.txt --operation ukraine-2025 --dated 2025-03-15 --json
    """
    from guarantor.room import proposing

    found = proposing.propose_file(file, operation=operation, dated=dated)
    if as_json:
        print_json(found.document())
    else:
        click.echo(found.text())


@intake.command()
@OPERATION
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@DATED
@click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    default=("public",),
    show_default=True,
    help="Who may see what only these documents say.",
)
@click.option("--all", "everything", is_flag=True, help="Also what bears on nothing of OPERATION.")
@BY
@click.option("--reason", default="", metavar="TEXT", help="Why, in words.")
@AS_JSON
def add(
    *,
    operation: str,
    files: tuple[Path, ...],
    dated: date | None,
    audiences: tuple[str, ...],
    everything: bool,
    by: str | None,
    reason: str,
    as_json: bool,
) -> None:
    """Put documents on the record of OPERATION, to be reviewed: FILES and folders of them.

    Each keeps its bytes, and gets an origin: copies and rewrites of one report count as one
    source. What is on record already is not put there again.

    \b
    Example:
      guarantor intake add my-operation article.txt --dated 2025-03-15
    """
    from guarantor import room

    how = room.Receiving(
        by=by or login_name(),
        dated=dated,
        releasable_to=audiences,
        everything=everything,
        reason=reason,
    )
    receipt = room.receive(operation, room.files_in(files), how)
    if as_json:
        print_json(receipt)
    else:
        click.echo(room.receipt_text(receipt))


@intake.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@AS_JSON
def origins(*, folder: Path, as_json: bool) -> None:
    """Tell which documents of FOLDER come from the same report, and why.

    \b
    Example:
      guarantor intake origins articles --json
    """
    from guarantor.room import proposing

    found = proposing.origins_in(folder, track=track)
    if as_json:
        print_json(found)
    else:
        click.echo(proposing.origins_text(found))


@intake.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@AS_JSON
def evaluate(*, gold: Path, as_json: bool) -> None:
    """Measure the proposals on GOLD, a labelled file: precision, recall and F, step by step.

    \b
    Example:
      guarantor intake evaluate my-labels.jsonl
    """
    from guarantor.room import proposing

    found = proposing.evaluate_file(gold)
    if as_json:
        print_json(found.document())
    else:
        click.echo(found.text())

