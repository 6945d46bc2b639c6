"""The compiled diagram: one file from which any program answers what happens if.

The file is one line of JSON; ``evaluate_diagram.py``, beside this, evaluates it in plain Python.
"""

import gzip
import json
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from typing_extensions import TypedDict

from guarantor import __version__
from guarantor.brief.document import I, Switched
from guarantor.errors import CannotWrite, NotForThePublic
from guarantor.model import Line, Operation, View
from guarantor.room.discretion import is_discreet
from guarantor.room.options import Options, tell_switches
from guarantor.room.progress import Track, silent
from guarantor.room.rows import interval, iso
from guarantor.viability import Kind, PlainDiagram, Question, Variable, artefact


class DiagramParty(TypedDict):
    """A party; ``fixed`` where its decision was supposed, so that it is no variable."""

    code: str
    name: str
    fixed: bool | None


class DiagramProposition(TypedDict):
    """A proposition.

    ``derived``: it needs more than its own event. ``fixed``: true or false where it was supposed or
    the record settles it, so that its event is no variable.
    """

    id: str
    text: str
    derived: bool
    fixed: bool | None


class DiagramLine(TypedDict):
    """A requirement line; the need in ``unit``."""

    id: str
    capability: str
    need: I
    unit: str
    priority: str


class CompiledDiagram(Switched):
    """The compiled diagram of a question, schema ``guarantor/diagram/1``."""

    schema: str
    version: str
    operation: str
    name: str
    requirement: str
    as_known_on: str
    valid_on: str | None
    audience: str
    firm: str
    suppose: dict[str, bool]
    without: list[str]
    parties: list[DiagramParty]
    propositions: list[DiagramProposition]
    lines: list[DiagramLine]
    variables: list[Variable]
    answers: dict[str, dict[str, int]]
    diagrams: list[PlainDiagram]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A compiled diagram that was written to a file.

    Attributes:
        file: The file.
        length: Its length in bytes.
        digest: What tells this diagram from every other.
        nodes: The nodes of each diagram in it.
    """

    file: str
    length: int
    digest: str
    nodes: tuple[int, ...]

    @property
    def summary(self) -> str:
        """What was written."""
        count = len(self.nodes)
        many = f"{sum(self.nodes):,} nodes in {count} {'diagram' if count == 1 else 'diagrams'}"
        return f"{self.file}: {many}, {self.length:,} bytes; digest {self.digest}"

    def document(self) -> dict[str, Any]:
        """Return what was written as JSON has it."""
        return {
            "schema": "guarantor/compilation/1",
            "file": self.file,
            "bytes": self.length,
            "digest": self.digest,
            "nodes": list(self.nodes),
        }


def compile_diagram(
    operation: Operation, options: Options, track: Track = silent
) -> CompiledDiagram:
    """Return a question about an operation compiled, for both readings and both ends.

    It is exact, whatever the method, or it is not made.

    Args:
        operation: Everything on record.
        options: How it is asked, and how many nodes one diagram may take.
        track: Tells how far it is.

    Raises:
        UnknownId: An option names what is not in view.
        NotForThePublic: The operation is live and the public asks: whoever holds the diagram can
            try what falls with each party's decision.
        OverBudget: A diagram would have more nodes than it may.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    view = options.view(operation)
    question = options.question(view)
    if is_discreet(view):
        raise NotForThePublic(view.id)
    found = artefact(view, question, replace(options.method, kind=Kind.EXACT), track)
    document: CompiledDiagram = {
        "schema": "guarantor/diagram/1",
        "version": __version__,
        "operation": view.id,
        "name": view.name,
        "requirement": question.requirement,
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(question.valid_on),
        "audience": view.audience,
        "firm": question.firm.value,
        "suppose": dict(question.suppose),
        "without": list(view.without),
        "parties": [
            {"code": code, "name": party.name, "fixed": question.suppose.get(code)}
            for code, party in view.parties.items()
        ],
        "propositions": _propositions(view, question),
        "lines": [_line(line) for line in view.requirements[question.requirement].lines],
        "variables": found["variables"],
        "diagrams": found["diagrams"],
        "answers": found["answers"],
    }
    tell_switches(document, options)
    return document


def _propositions(view: View, question: Question) -> list[DiagramProposition]:
    return [
        {
            "id": name,
            "text": proposition.text,
            "derived": proposition.when is not None,
            "fixed": question.suppose.get(name, view.settled(name, question.valid_on)),
        }
        for name, proposition in view.propositions.items()
    ]


def _line(line: Line) -> DiagramLine:
    return {
        "id": line.id,
        "capability": line.capability,
        "need": interval(line.need),
        "unit": line.unit,
        "priority": line.priority.value,
    }


def sealed(document: CompiledDiagram) -> tuple[str, str]:
    """Return a compiled diagram as the one line of JSON that its file holds, and its digest.

    The digest is the first member of the line: SHA-256, in hexadecimal, of the UTF-8 of this same
    line without that member. It is of the text because languages differ in how they write numbers.
    """
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    digest = sha256(text.encode()).hexdigest()
    return f'{{"digest":"{digest}",{text[1:]}', digest


def write_diagram(document: CompiledDiagram, path: Path) -> Written:
    """Write a compiled diagram, compressed where the name of the file ends in ``.gz``.

    Raises:
        CannotWrite: The file cannot be written there.
    """
    text, digest = sealed(document)
    data = f"{text}\n".encode()
    if path.suffix == ".gz":
        data = gzip.compress(data, mtime=0)  # without the time, so that equal files stay equal
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "unknown reason") from error
    layers = [diagram["layers"] for diagram in document["diagrams"]]
    return Written(
        file=str(path),
        length=len(data),
        digest=digest,
        nodes=tuple(2 + sum(len(layer["low"]) for layer in each) for each in layers),
    )
