"""The command: ``guarantor <question> OPERATION``.

Every command calls ``room`` once; what it prints on standard output is the answer and nothing else.
"""

import os
import sys

import click

from guarantor import __version__
from guarantor.cli.asks import asks
from guarantor.cli.assess import assess
from guarantor.cli.breaks import breaks
from guarantor.cli.compile import compile_
from guarantor.cli.folders import check, new, schema
from guarantor.cli.intake import intake
from guarantor.cli.ledger import ledger
from guarantor.cli.review import review
from guarantor.cli.serve import serve
from guarantor.cli.statements import statements
from guarantor.cli.sweep import sweep
from guarantor.errors import GuarantorError

_OUR_FAULT = 70
"""The status that says that the software, not its caller, is at fault (sysexits.h)."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="guarantor")
def guarantor() -> None:
    """Tell who offered what to a peace operation, whether it adds up, and what would break it.

    OPERATION is a folder that holds operation.yaml, a ledger file, or the name of a bundled
    operation: example, ukraine-2025. Nothing is sent anywhere.

    \b
    Example:
      guarantor assess ukraine-2025 --html brief.html
    """


for command in (
    assess,
    breaks,
    asks,
    check,
    compile_,
    intake,
    new,
    review,
    schema,
    serve,
    statements,
    sweep,
    ledger,
):
    guarantor.add_command(command)


def main() -> None:
    """Run the command; a mistake of the caller's is one line (or a line a fault) and status 1."""
    try:
        guarantor(prog_name="guarantor")
    except GuarantorError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output went away: nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("GUARANTOR_TRACEBACK"):
            raise
        kind = type(error).__name__
        click.echo(
            f"guarantor itself is at fault ({kind}: {error}); please report it with what you ran; "
            "GUARANTOR_TRACEBACK=1 shows where",
            err=True,
        )
        sys.exit(_OUR_FAULT)
