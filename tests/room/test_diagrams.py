"""The file of a compiled diagram, and the reference evaluator that reads it."""

import ast
import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import guarantor
from guarantor.errors import CannotWrite, NotForThePublic, UnknownId
from guarantor.model import Operation, Status
from guarantor.operation import bundled, open_folder
from guarantor.room import Options, compile_diagram, evaluate_diagram, write_diagram
from guarantor.room.evaluate_diagram import CannotEvaluate, CompiledDiagram, main
from guarantor.viability import Reading

SCRIPT = Path(evaluate_diagram.__file__)
SCHEMA = json.loads(files("guarantor.room").joinpath("schemas", "diagram.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def operation() -> Operation:
    """The bundled example."""
    return open_folder(bundled("example"))[0]


@pytest.fixture
def file(operation: Operation, tmp_path: Path) -> Path:
    """The example, compiled and written."""
    path = tmp_path / "example.json"
    write_diagram(compile_diagram(operation, Options()), path)
    return path


def read(path: Path) -> dict[str, Any]:
    """Return what a file holds."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(requirement="line", suppose={"CHA": False, "un_mandate": True}),
        Options(audience="coalition", without=("assumed",)),
    ],
)
def test_the_file_is_as_its_schema_says(
    options: Options, operation: Operation, tmp_path: Path
) -> None:
    """The schema ships beside the code and is strict: it names every key."""
    Draft202012Validator.check_schema(SCHEMA)
    path = tmp_path / "diagram.json"
    write_diagram(compile_diagram(operation, options), path)

    Draft202012Validator(SCHEMA).validate(read(path))


def test_the_schema_refuses_what_no_evaluator_could_read(file: Path) -> None:
    """A key too few or too many, a chance beyond 1, another version."""
    validator = Draft202012Validator(SCHEMA)
    document = read(file)
    first, *others = document["variables"]
    beyond = {**first, "chance": {"low": 0, "high": 1.5}}
    for spoilt in (
        {key: value for key, value in document.items() if key != "answers"},
        {**document, "more": 1},
        {**document, "schema": "guarantor/diagram/2"},
        {**document, "variables": [beyond, *others]},
    ):
        with pytest.raises(ValidationError):
            validator.validate(spoilt)


def test_the_file_says_what_was_asked(operation: Operation) -> None:
    """In the words of the assessment, with the version that compiled it."""
    options = Options(requirement="reassurance", suppose={"BRA": True}, audience="coalition")

    document = compile_diagram(operation, options)

    asked = ("schema", "version", "operation", "requirement", "as_known_on", "valid_on", "audience")
    assert [document[key] for key in asked] == [  # type: ignore[literal-required]
        "guarantor/diagram/1",
        guarantor.__version__,
        "example",
        "reassurance",
        "2025-03-15",
        "2025-12-01",
        "coalition",
    ]
    assert (document["firm"], document["suppose"], document["without"]) == (
        "floated",
        {"BRA": True},
        [],
    )
    assert [line["need"] for line in document["lines"]] == [{"low": 5000, "high": 5000}]


def test_what_is_settled_or_supposed_is_no_switch(operation: Operation) -> None:
    """It is fixed, and says so; everything else that anybody rests on is a variable."""
    document = compile_diagram(operation, Options(suppose={"BRA": True, "backstop": False}))

    fixed = {one["id"]: one["fixed"] for one in document["propositions"]}
    switches = {one["id"] for one in document["variables"]}
    assert fixed["south_accepts"] is True
    assert fixed["backstop"] is False
    assert fixed["un_mandate"] is None
    assert {one["code"]: one["fixed"] for one in document["parties"]}["BRA"] is True
    assert switches.isdisjoint({"south_accepts", "backstop", "BRA"})
    assert {"un_mandate", "north_accepts", "ALF", "DEL"} <= switches


def test_a_derived_proposition_says_so(operation: Operation) -> None:
    """The ceasefire needs both sides: its switch is its own event, not that it is true."""
    derived = {
        one["id"]: one["derived"] for one in compile_diagram(operation, Options())["propositions"]
    }

    assert derived["ceasefire"]
    assert not derived["backstop"]


def test_the_digest_is_of_the_line_without_it(file: Path) -> None:
    """Any language checks it on the text; no number is written anew."""
    line = file.read_text(encoding="utf-8").removesuffix("\n")
    member, _, rest = line.partition(",")

    digest = sha256(f"{{{rest}".encode()).hexdigest()

    assert member == f'{{"digest":"{digest}"'
    assert "\n" not in line


def test_the_digest_tells_states_apart(operation: Operation, tmp_path: Path) -> None:
    """The same question gives the same file; another one, or another chance, another."""
    party = replace(operation.parties["ALF"], name="Alphaland")
    other = replace(operation, parties={**operation.parties, "ALF": party})

    def digest(known: Operation, options: Options) -> str:
        return write_diagram(compile_diagram(known, options), tmp_path / "diagram.json").digest

    digests = [
        digest(operation, Options()),
        digest(operation, Options(suppose={"backstop": True})),
        digest(other, Options()),
    ]
    assert len(set(digests)) == 3
    assert digest(operation, Options()) == digests[0]


def test_what_an_audience_may_not_see_does_not_enter_the_file(operation: Operation) -> None:
    """Charland's transport aircraft were told to the coalition alone."""
    told = compile_diagram(operation, Options(audience="coalition"))

    assert told["diagrams"] != compile_diagram(operation, Options())["diagrams"]


def test_the_public_is_given_no_diagram_of_a_live_operation(operation: Operation) -> None:
    """Whoever holds it can try which party's decision breaks it; an audience may."""
    live = replace(operation, status=Status.LIVE)

    with pytest.raises(NotForThePublic, match="example: what falls with a party's decision"):
        compile_diagram(live, Options())
    assert compile_diagram(live, Options(audience="coalition"))["variables"]


def test_a_mistake_in_the_question_is_said(operation: Operation) -> None:
    """As everywhere."""
    with pytest.raises(UnknownId):
        compile_diagram(operation, Options(requirement="nothing"))


def test_a_compressed_file_holds_the_same(file: Path, operation: Operation) -> None:
    """And is the same each time: it carries no time of day."""
    packed = [file.with_name(f"{name}.json.gz") for name in ("one", "other")]
    for path in packed:
        written = write_diagram(compile_diagram(operation, Options()), path)

    assert gzip.decompress(packed[0].read_bytes()) == file.read_bytes()
    assert packed[0].read_bytes() == packed[1].read_bytes()
    assert written.length == packed[1].stat().st_size
    assert sum(written.nodes) > 8


def test_a_file_that_cannot_be_written_is_said(operation: Operation, tmp_path: Path) -> None:
    """In one sentence."""
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_diagram(compile_diagram(operation, Options()), tmp_path / "nowhere" / "diagram.json")


def spoil(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """Return what spoils the bytes of a file by changing its document."""

    def spoilt(data: bytes) -> bytes:
        document = json.loads(data)
        change(document)
        return json.dumps(document).encode()

    return spoilt


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (lambda data: data[: len(data) // 2], "no compiled diagram, or a damaged one"),
        (lambda _: b"", "no compiled diagram, or a damaged one"),
        (lambda _: b"[1, 2]", "no compiled diagram, or a damaged one"),
        (lambda data: gzip.compress(data)[:-20], "no compiled diagram, or a damaged one"),
        (
            lambda data: gzip.compress(data)[:40] + b"?" * 99,
            "no compiled diagram, or a damaged one",
        ),
        (spoil(lambda document: document.pop("answers")), "no compiled diagram, or a damaged one"),
        (
            spoil(lambda document: document["diagrams"][1]["layers"][0].update(high=[99])),
            "no compiled diagram, or a damaged one",
        ),
        (
            spoil(lambda document: document["diagrams"][1]["layers"][0].update(low=[])),
            "no compiled diagram, or a damaged one",
        ),
        (
            spoil(lambda document: document["variables"][0]["chance"].update(high=2)),
            "no compiled diagram, or a damaged one",
        ),
        (
            spoil(lambda document: document.update(schema="guarantor/diagram/2")),
            "its schema is guarantor/diagram/2, and guarantor/diagram/1 is read here",
        ),
    ],
)
def test_a_damaged_or_newer_file_is_one_sentence(
    spoilt: Callable[[bytes], bytes], says: str, file: Path
) -> None:
    """Whatever is wrong with it."""
    file.write_bytes(spoilt(file.read_bytes()))

    with pytest.raises(CannotEvaluate) as said:
        CompiledDiagram(str(file))

    assert str(said.value).startswith(f"{file}: {says}")
    assert "\n" not in str(said.value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("USA=1", "USA: no switch of this diagram; compile anew to suppose it"),
        ("BRA=maybe", "BRA=maybe: a change reads ID=CHANCE or ID=LOW..HIGH"),
        ("BRA", "BRA: a change reads ID=CHANCE or ID=LOW..HIGH"),
        ("BRA=2", "BRA: 2.0..2.0; give one number, 0 to 1"),
        ("BRA=0.5..0.4", "BRA: 0.5..0.4; give one number, 0 to 1"),
    ],
)
def test_a_mistaken_change_is_one_sentence(change: str, says: str, file: Path) -> None:
    """On standard error, with status 1."""
    with pytest.raises(SystemExit) as stop:
        main([str(file), change])

    assert stop.value.code == says


def test_the_evaluator_prints_every_target(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By hand, consent given: 0.5 x 1 x (1 - 0.1) x 0.95 for the monitors, at both ends."""
    main([str(file), "host_consent=1"])

    lines = capsys.readouterr().out.splitlines()
    assert lines.count("  0.427500 to 0.427500  line monitors") == 2
    assert len(lines) == 2 * (1 + 1 + 3 + 2 * 7)


def test_without_a_file_the_evaluator_says_how_it_is_used(tmp_path: Path) -> None:
    """And names a file that is not there."""
    with pytest.raises(SystemExit, match="Usage:"):
        main([])
    with pytest.raises(SystemExit, match=r"none\.json: No such file or directory"):
        main([str(tmp_path / "none.json")])


def test_the_evaluator_stands_alone(file: Path, tmp_path: Path) -> None:
    """Copied anywhere, it runs without the package and prints every target at both ends."""
    script = shutil.copy(SCRIPT, tmp_path / "evaluate_diagram.py")

    done = subprocess.run(
        [sys.executable, "-I", "-S", script, str(file), "host_consent=1", "un_mandate=0..0.2"],
        capture_output=True,
        text=True,
        check=True,
    )

    # By hand: 0.5 x 1 x (1 - 0.2) x 0.95 and 0.5 x 1 x 1 x 0.95.
    lines = done.stdout.splitlines()
    assert lines.count("  0.380000 to 0.475000  line monitors") == 2
    assert [line for line in lines if not line.startswith(" ")] == list(Reading)


def test_the_evaluator_is_short_and_needs_nothing() -> None:
    """Below a hundred lines, with three modules that every Python has."""
    text = SCRIPT.read_text(encoding="utf-8")
    imported = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import)]

    assert len(text.splitlines()) < 100
    assert [alias.name for node in imported for alias in node.names] == ["gzip", "json", "sys"]
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(ast.parse(text)))
