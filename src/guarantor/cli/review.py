"""``guarantor review``: proposals decided one by one, in the terminal."""

import click

from guarantor.cli.naming import BY, login_name
from guarantor.cli.options import AS_JSON, OPERATION
from guarantor.cli.output import print_json


@click.command()
@OPERATION
@click.option("--document", metavar="ID", help="Begin with this document.")
@click.option(
    "--audience",
    default="public",
    show_default=True,
    metavar="NAME",
    help="Review what this audience may see.",
)
@BY
@AS_JSON
def review(
    *, operation: str, document: str | None, audience: str, by: str | None, as_json: bool
) -> None:
    """Decide on what was proposed of the documents of OPERATION, sentence by sentence.

    Every sentence is shown, with the statement proposed of it or without. Nothing counts before it
    is accepted; every decision is an entry that says who took it and when, and can be undone. With
    --json it lists the documents and how far each is.

    \b
    Example:
      guarantor review my-operation --by "An analyst"
    """
    from guarantor import room
    from guarantor.cli.reviewing import Session

    if as_json:
        source = room.open_source(operation)
        print_json(room.review_queue(source, audience, may_write=True))
        return
    Session(operation, audience=audience, by=by or login_name()).run(document)
