"""``guarantor intake``: from articles to proposals, and to documents on record."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from guarantor.cli.labour import index_file, lent, with_labour
from guarantor.cli.llm import wanted_model, with_model
from guarantor.cli.naming import BY, login_name
from guarantor.cli.options import AS_JSON, OPERATION, day_option
from guarantor.cli.output import print_json, track

FILE = click.argument("file", type=click.Path(exists=True, path_type=Path))
FOLDER = click.argument("folder", type=click.Path(exists=True, path_type=Path))
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
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="Who may see FILE; whether it may be sent to a language model hangs on that.",
)
@with_model
@AS_JSON
def propose(
    *,
    file: Path,
    operation: str | None,
    dated: date | None,
    audience: str,
    as_json: bool,
    **llm: Any,
) -> None:
    """Propose the statements of FILE: a text, page, PDF, mail, feed, or an archive of such.

    Places are counted in characters of the original text, half-open. A day such as "next Thursday"
    is resolved against the document's own, or --dated; without either it is left open.

    \b
    Example:
      guarantor intake propose article.txt --operation ukraine-2025 --dated 2025-03-15 --json
    """
    from guarantor.room import proposing

    found = proposing.propose_file(
        file, operation=operation, dated=dated, llm=wanted_model(**llm), audience=audience
    )
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
@with_model
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
    **llm: Any,
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
        llm=wanted_model(**llm),
    )
    receipt = room.receive(operation, room.files_in(files), how)
    if as_json:
        print_json(receipt)
    else:
        click.echo(room.receipt_text(receipt))


@intake.command()
@FOLDER
@with_labour
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="Who may see FOLDER; whether it may be sent to a language model hangs on that.",
)
@with_model
@AS_JSON
def origins(
    *,
    folder: Path,
    index: Path | None,
    workers: int | None,
    cluster: str | None,
    audience: str,
    as_json: bool,
    **llm: Any,
) -> None:
    """Tell which documents of FOLDER, or of an archive, come from the same report, and why.

    With --llm the model makes vectors of the texts; they decide only where facts nearly do.

    \b
    Example:
      guarantor intake origins articles --json
    """
    from guarantor import room
    from guarantor.room import batches_told
    from guarantor.room.meanings import meanings

    wanted = wanted_model(**llm)
    with lent(workers, cluster) as executor, meanings(folder, wanted, audience) as vectors:
        found = room.origins_of(
            folder, index, track=track, executor=executor, workers=workers, embeddings=vectors
        )
    if as_json:
        print_json(found)
    else:
        click.echo(batches_told.origins_text(found))


@intake.command()
@FOLDER
@OPERATION
@with_labour
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    metavar="N",
    help="List so many documents at most.",
)
@AS_JSON
def triage(
    *,
    folder: Path,
    operation: str,
    index: Path | None,
    workers: int | None,
    cluster: str | None,
    most: int,
    as_json: bool,
) -> None:
    """List the documents of FOLDER that bear on OPERATION, the most first.

    It reads up to hundreds of thousands of files. With --index what was read is kept, so that a
    run that was broken off goes on where it was, and a file that did not change is read once.

    \b
    Example:
      guarantor intake triage articles ukraine-2025 --index articles.index
    """
    from guarantor import room
    from guarantor.room import batches_told

    with lent(workers, cluster) as executor, index_file(index) as kept:
        known = room.open_source(operation).operation
        report = room.batch(folder, kept, known, track=track, executor=executor, workers=workers)
        relevant = room.most_relevant(kept, most)
    if as_json:
        print_json(batches_told.triage_document(report, relevant))
    else:
        click.echo(batches_told.triage_text(report, relevant))


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
        print_json(found.as_json())
    else:
        click.echo(str(found))
