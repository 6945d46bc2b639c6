"""Makes the pages of reference from the program itself: python docs/generate.py.

The commands come from their help texts, the data dictionary from the JSON Schemas, and the list of
modules in the page on the architecture from the docstrings. A test holds that the committed pages
are what this makes.
"""

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from guarantor.cli import guarantor
from guarantor.operation import SCHEMA_NAMES, schema
from guarantor.web.openapi import description

DOCS = Path(__file__).parent
SOURCE = DOCS.parent / "src" / "guarantor"
MADE = "<!-- Made by docs/generate.py: change the program and run that again. -->"
COMMANDS = """\
# Commands

What `--help` says, command by command. In a checkout, `./run` stands for `guarantor`.

Every answer goes to standard output and every note to standard error. With `--json` the answer is
one JSON document. A mistake is one sentence on standard error, and the exit status is 1; a command
line that cannot be read ends with 2."""
DICTIONARY = """\
# Data dictionary

Every key of every file of an operation's folder, as the JSON Schemas give it; `guarantor schema
NAME` prints one of them. [The folder](../guide/folder.md) explains how the files belong together.

A *day* is `YYYY-MM-DD`, or `YYYY-MM`, which is read as the last day of that month. An *id* is a
letter, then letters, digits and `_`, single `-` between them, at most 80 characters, and no word of
the language. Numbers run from 0. A key that is not marked as needed may be left out."""
HTTP = """\
# HTTP

What `guarantor serve` answers, address by address; [the guide](../guide/room.md) says how it is
served. Programs find the same at `/openapi.json`; `python -m guarantor.web.openapi` prints it.

The address of a page with `.json` behind it is its data, with `.csv` its table, under the same
query. Whatever a page has in its query beside the parameters listed here passes unread; a name that
is nearly one of them is refused, so that no misspelt question is answered. For whom the answers are
made is the server's setting and no address can change it."""
REFUSED = """\
## When there is no answer

The answer is then `{"error": "one sentence", "kind": "UnknownId"}`, under one of these."""
NOTES = {
    "Within `steps`": "What a step leaves out stays as the steps before it said; what stands here "
    "as *left out* is so of the first.",
}
AREAS = (
    "cli",
    "web",
    "room",
    "brief",
    "operation",
    "intake",
    "ledger",
    "viability",
    "store",
    "export",
    "model",
    "",
)
BEGIN = "<!-- modules: made by docs/generate.py -->"
END = "<!-- modules: end -->"


def pages() -> dict[Path, str]:
    """Return the text of every page that is made here."""
    architecture = DOCS / "guide" / "architecture.md"
    return {
        DOCS / "reference" / "commands.md": commands_page(),
        DOCS / "reference" / "data-dictionary.md": dictionary_page(),
        DOCS / "reference" / "http.md": http_page(json.loads(description())),
        architecture: with_modules(architecture.read_text(encoding="utf-8")),
    }


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Yield each command with its whole name, a group before its commands."""
    waiting: list[tuple[str, click.Command]] = [("guarantor", guarantor)]
    while waiting:
        name, command = waiting.pop(0)
        yield name, command
        if isinstance(command, click.Group):
            inner = [(f"{name} {one}", command.commands[one]) for one in command.commands]
            waiting = [*inner, *waiting]


def help_and_example(command: click.Command) -> tuple[str, str]:
    """Return what the help of a command says, and its example."""
    text = (command.help or "").replace("\b", "")
    says, _, example = text.partition("Example:")
    lines = [line.strip() for line in example.splitlines() if line.strip()]
    return "\n".join(line.strip() for line in says.strip().splitlines()), "\n".join(lines)


def commands_page() -> str:
    """Return the page of commands."""
    parts = [MADE, COMMANDS]
    for name, command in every_command():
        says, example = help_and_example(command)
        level = "##" if name.count(" ") < 2 else "###"  # noqa: PLR2004  a command of a group
        parts += [f"{level} `{name}`", _usage(name, command), _sentences(says)]
        if options := list(_options(name, command)):
            parts.append("\n".join(["| option | what it does |", "| --- | --- |", *options]))
        parts.append(f"For example:\n\n```sh\n{example}\n```")
    return "\n\n".join(parts) + "\n"


def _usage(name: str, command: click.Command) -> str:
    pieces = command.collect_usage_pieces(click.Context(command, info_name=name))
    return f"```text\n{' '.join([name, *pieces])}\n```"


def _sentences(text: str) -> str:
    """Return a help text as Markdown; what stands in capitals is an argument."""
    flat = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    return re.sub(r"\b(OPERATION|FOLDER|FILE|NAME|WHAT)\b", r"`\1`", flat)


def _options(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record is not None:
            flags = record[0].replace("|", "\\|")
            yield f"| `{flags}` | {record[1].replace('|', chr(92) + '|')} |"


def dictionary_page() -> str:
    """Return the page that lists every key of every file of a folder."""
    parts = [MADE, DICTIONARY]
    for name in SCHEMA_NAMES:
        parts += list(_Dictionary(schema(name)).parts())
    return "\n\n".join(parts) + "\n"


def http_page(told: Mapping[str, Any]) -> str:
    """Return the page of addresses."""
    asked = [
        (path, method.upper(), one)
        for path, methods in told["paths"].items()
        for method, one in methods.items()
    ]
    every = {one["name"] for one in told["paths"]["/what-if.json"]["get"]["parameters"]}
    parts = [MADE, HTTP, "## What every question takes"]
    parts.append(_parameters(told["paths"]["/what-if.json"]["get"]["parameters"]))
    for tag in dict.fromkeys(one["tags"][0] for _, _, one in asked):
        parts.append(f"## {tag.capitalize()}")
        rows = [
            f"| `{method} {path}` | {one['description'].replace('|', '/')} | {_gives(one)} |"
            for path, method, one in asked
            if one["tags"][0] == tag
        ]
        parts.append(
            "\n".join(["| address | what it tells | gives |", "| --- | --- | --- |", *rows])
        )
        further = {
            parameter["name"]: parameter
            for _, _, one in asked
            if one["tags"][0] == tag
            for parameter in one.get("parameters", [])
            if parameter["in"] == "query" and parameter["name"] not in every
        }
        if further:
            parts.append(_parameters(further.values()))
    refused = {
        status: answer["description"]
        for _, _, one in asked
        for status, answer in one["responses"].items()
        if status >= "4"
    }
    rows = [f"| {status} | {said} |" for status, said in sorted(refused.items())]
    parts += [REFUSED, "\n".join(["| status | when |", "| --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def _gives(asked: Mapping[str, Any]) -> str:
    """Return what an address gives: the document, or the kind of file."""
    ((kind, content),) = asked["responses"]["200"]["content"].items()
    named = content["schema"].get("$ref", "").rpartition("/")[2]
    return f"`{named or kind}`"


def _parameters(parameters: Iterable[Mapping[str, Any]]) -> str:
    rows = ["| parameter | what it does |", "| --- | --- |"]
    for one in parameters:
        again = ", repeatable" if one["schema"].get("type") == "array" else ""
        rows.append(f"| `{one['name']}`{again} | {one['description'].replace('|', '/')} |")
    return "\n".join(rows)


Schema = Mapping[str, Any]
_PLAIN = {"boolean": "true or false", "string": "text"}


class _Dictionary:
    """The tables of one file: one for each record, the file's own first."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._waiting: list[tuple[str, Schema]] = []
        self._titles: dict[str, str] = {}

    def parts(self) -> Iterator[str]:
        file = str(self._root["title"])
        yield f"## `{file}`"
        yield f"{self._root['description']} {self._shape(file)}"
        while self._waiting:
            title, record = self._waiting.pop(0)
            yield f"### {title}"
            yield self._table(record)
            if title in NOTES:
                yield NOTES[title]

    def _shape(self, file: str) -> str:
        """Say how the file is laid out, and queue the records in it."""
        if file.endswith(".csv"):
            self._queue("A row", self._root["items"])
            return "Comma-separated, with exactly these columns in this order."
        if self._root["type"] == "array":
            forms = self._root["items"].get("anyOf", [self._root["items"]])
            if len(forms) == 1:
                self._queue("An entry", forms[0])
                return "A list."
            for form in forms:
                has_steps = "steps" in form["properties"]
                self._queue("An entry with steps" if has_steps else "An entry of one step", form)
            return "A list; an entry takes one of two forms."
        if isinstance(self._root.get("additionalProperties"), dict):
            self._queue("A set, under its name", self._root["additionalProperties"])
            return "A mapping of names."
        self._queue("The file", self._root)
        return "One mapping."

    def _queue(self, title: str, record: Schema) -> str:
        """Note a record for a table of its own, once; return its title."""
        key = repr(record)
        if key not in self._titles:
            self._titles[key] = title
            self._waiting.append((title, record))
        return self._titles[key]

    def _table(self, record: Schema) -> str:
        rows = ["| key | needed | what | form |", "| --- | --- | --- | --- |"]
        for key, inner in record["properties"].items():
            needed = "yes" if key in record["required"] and not _may_be_empty(inner) else ""
            says = str(inner["description"])
            rows.append(f"| `{key}` | {needed} | {says} | {self._form(inner, key)} |")
        return "\n".join(rows).replace("Left out: ", "*Left out:* ")

    def _form(self, inner: Schema, key: str) -> str:
        """Say which values a key takes."""
        if "anyOf" in inner:
            forms = [self._form(one, key) for one in inner["anyOf"] if one.get("const") != ""]
            return " or ".join(dict.fromkeys(forms))
        if "enum" in inner or "const" in inner:
            words = inner.get("enum", [inner.get("const")])
            return ", ".join(f"`{word}`" for word in words)
        match inner.get("type"):
            case "array":
                each = "one of " if "enum" in inner["items"] else ""
                return f"a list, each {each}{self._form(inner['items'], key)}"
            case "object":
                return self._mapping(inner, key)
            case [("number" | "integer") as kind, "string"]:
                return _number(kind, inner["maximum"])
            case _:
                return _text(inner)

    def _mapping(self, inner: Schema, key: str) -> str:
        if "properties" not in inner:
            value = self._form(inner["additionalProperties"], key)
            return f"a mapping of names to {value}"
        if (short := _short(inner)) is not None:
            return "; ".join([f"`{short}`", *_said_of_ends(inner)])
        title = self._queue(f"Within `{key}`", inner)
        return f"a mapping, see *{title.replace('`', '')}*"


def _may_be_empty(inner: Schema) -> bool:
    """Tell whether a column of a CSV file may be left empty."""
    return any(one.get("const") == "" for one in inner.get("anyOf", ()))


def _short(record: Schema) -> str | None:
    """Return a mapping of at most two plain keys as one writes it, else nothing."""
    properties = record["properties"]
    if len(properties) > 2:  # noqa: PLR2004  more has a table of its own
        return None
    inner = {
        key: _short(value) if value.get("type") == "object" else "…"
        for key, value in properties.items()
    }
    if None in inner.values() or any("anyOf" in value for value in properties.values()):
        return None
    return "{" + ", ".join(f"{key}: {value}" for key, value in inner.items()) + "}"


def _said_of_ends(record: Schema) -> Iterator[str]:
    """Yield what the keys of a short mapping say; a low and a high end need no words."""
    for key, value in record["properties"].items():
        if key not in {"low", "high"} and value.get("type") != "object":
            says = str(value["description"]).partition(". Left out")[0].rstrip(".")
            yield f"`{key}`: {says[0].lower()}{says[1:]}"
        if value.get("type") == "object":
            yield from _said_of_ends(value)


def _number(kind: str, most: int) -> str:
    whole = "whole number" if kind == "integer" else "number"
    return f"a {whole} to {most:,}" if most < 10**15 else f"a {whole}"


def _text(inner: Schema) -> str:
    pattern = str(inner.get("pattern", ""))
    if pattern.startswith("^[A-Za-z]"):
        return "an id"
    if pattern.startswith("^[0-9]{4}-"):
        return "a day"
    if "https" in pattern:
        return "an address"
    if "secure" in pattern:
        return "a change"
    if pattern:
        return "an amount"
    return "a condition" if inner.get("minLength") == 1 else "text"


def with_modules(page: str) -> str:
    """Return the page on the architecture with its list of modules made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{_modules()}\n\n{END}{after}"


def _modules() -> str:
    parts = []
    for area in AREAS:
        folder = SOURCE / area
        paths = folder.rglob("*.py") if area else folder.glob("*.py")
        said = {path: _first_line(path) for path in sorted(paths) if path.name != "__main__.py"}
        title = f"**`{area}/`** {said.pop(folder / '__init__.py')}" if area else "**Beside them**"
        rows = [
            f"- `{path.relative_to(folder).as_posix()}`: {line}"
            for path, line in said.items()
            if path.name != "__init__.py"
        ]
        parts.append("\n".join([title, "", *rows]))
    return "\n\n".join(parts)


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = docstring.partition("\n\n")[0]
    return " ".join(first.replace("``", "`").split())


def main() -> None:
    """Write every page whose text has changed, and say which."""
    for path, text in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"wrote {path.relative_to(DOCS.parent)}\n")


if __name__ == "__main__":
    main()
