"""Every command explains itself."""

import click
import pytest

from tests.docs.generator import every_command, help_and_example

COMMANDS = [pytest.param(command, name, id=name) for name, command in every_command()]


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_command_says_what_it_does(command: click.Command, name: str) -> None:
    """Help begins with a sentence, for people who do not know the command yet."""
    says, _ = help_and_example(command)

    assert says.split("\n\n")[0].endswith("."), name


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_a_command_shows_an_example_of_itself(command: click.Command, name: str) -> None:
    """The example is one line that begins as one would type it."""
    _, example = help_and_example(command)

    assert example.startswith(f"{name} "), name
    assert "\n" not in example, name


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_every_option_of_a_command_has_help(command: click.Command, name: str) -> None:
    """What an option does is said where it is listed."""
    options = [one for one in command.params if isinstance(one, click.Option)]

    assert [one.name for one in options if not one.help] == [], name


@pytest.mark.parametrize(("command", "name"), COMMANDS)
def test_what_the_example_names_exists(command: click.Command, name: str) -> None:
    """An example that names a bundled operation names a real one, and its options are real."""
    _, example = help_and_example(command)
    flags = {flag for one in command.params for flag in (*one.opts, *one.secondary_opts)}

    used = [word for word in example.removeprefix(name).split() if word.startswith("--")]
    inner = set()
    if isinstance(command, click.Group):
        inner = {flag for one in command.commands.values() for p in one.params for flag in p.opts}
    assert [flag for flag in used if flag not in flags | inner] == []
