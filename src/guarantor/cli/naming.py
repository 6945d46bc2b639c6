"""Who takes a decision: by name, or by the name of the login."""

import getpass

import click

BY = click.option(
    "--by", metavar="NAME", help="Who takes the decision; your login name if left out."
)


def login_name() -> str:
    """Return the name under which one is logged in.

    Raises:
        UsageError: The account has no name.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # an account without a name, as in some containers
        said = "nobody is logged in by name; say with --by NAME who takes the decision"
        raise click.UsageError(said) from error
