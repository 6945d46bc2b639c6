"""Every address: its answer is the room's own document, and as the description says."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from guarantor import room
from guarantor.model import Firmness
from guarantor.room import Facets, Options
from tests.web.reader import Reader

FEB, JAN = date(2025, 2, 28), date(2026, 1, 15)
LONG = {"ukraine-2025": {"/asks.json", "/asks.csv"}}
"""What takes longer than a test may; the same addresses are tried on the example."""


@pytest.fixture(scope="module", params=["example", "ukraine-2025"])
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Yield a reader of each bundled operation."""
    with Reader(request.param) as found:
        yield found


def addresses(reader: Reader) -> dict[str, str]:
    """Return every address that is read, by its pattern, with something that is in view."""
    rows = reader.json("/ledger.json")["rows"]
    filled = {
        "what": reader.json("/structure.json")["propositions"][0]["id"],
        "offer": rows[0]["id"],
        "code": rows[0]["party"],
        "statement": reader.json("/evidence.json")["statements"][0]["id"],
    }
    patterns = [pattern for pattern, asked in described(reader)["paths"].items() if "get" in asked]
    asked = (one for one in patterns if not one.startswith(("/jobs", "/decisions")))
    # The bundled operations have no document to review: tests/web/test_review.py asks for one.
    return {one: one.format(**filled) for one in asked if "{document}" not in one}


def described(reader: Reader) -> dict[str, Any]:
    """Return the description of the interface."""
    found: dict[str, Any] = reader.json("/openapi.json")
    return found


def test_every_answer_is_as_described(reader: Reader) -> None:
    """JSON fits its schema, every key of it; tables and pages come under their type."""
    document = described(reader)
    slow = LONG.get(reader.json("/operation.json")["operation"], set())

    for pattern, address in addresses(reader).items():
        if pattern in slow:
            continue
        found = reader.get(address)
        assert found.status_code == 200, (address, found.text)
        told = document["paths"][pattern]["get"]["responses"]["200"]["content"]
        kind = found.headers["content-type"].partition(";")[0]
        assert kind in told, address
        if kind == "application/json":
            schema = {**told[kind]["schema"], "components": document["components"]}
            jsonschema.validate(found.json(), schema)


def test_the_description_names_every_refusal(example: Reader) -> None:
    """Each status that an address may answer has a sentence and the shape of a refusal."""
    for pattern, asked in described(example)["paths"].items():
        for told in asked.values():
            statuses = set(told["responses"])
            wanted = {"200", "400", "404", "405", "414", "422"}
            if pattern == "/jobs":
                wanted -= {"404"}
            assert wanted <= statuses, pattern
            assert told["operationId"].isidentifier(), pattern
            assert told["summary"], pattern


def test_every_parameter_is_told_and_bounded(example: Reader) -> None:
    """Texts and lists have a longest; each parameter has a sentence."""
    for pattern, asked in described(example)["paths"].items():
        for told in asked.values():
            for parameter in told.get("parameters", []):
                assert parameter["description"], (pattern, parameter["name"])
                assert _is_bounded(parameter["schema"]), (pattern, parameter["name"])


def _is_bounded(schema: dict[str, Any]) -> bool:
    match schema.get("type"):
        case "string":
            return "maxLength" in schema or "enum" in schema
        case "array":
            return "maxItems" in schema and _is_bounded(schema["items"])
        case "integer":
            return {"minimum", "maximum"} <= schema.keys()
        case "boolean":
            return True
        case _:
            return "$ref" in schema or "anyOf" in schema


def plain(document: object) -> Any:  # noqa: ANN401  a document of any kind
    """Return a document as JSON has it."""
    return json.loads(json.dumps(document))


def asked(**options: Any) -> Options:  # noqa: ANN401  of any kind
    """Return options as the server takes them."""
    return Options(**options)


EXAMPLE = room.open_source("example")


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", asked()),
        ("?suppose=ceasefire=true&suppose=ceasefire=false", asked(suppose={"ceasefire": False})),
        ("?firm=committed", asked(firm=Firmness.COMMITTED)),
        (
            "?decides=BRA&parameter=others=2",
            asked(decides=("BRA",), parameters={"others": Decimal(2)}),
        ),
        ("?without=reported&without=assumed", asked(without=("assumed", "reported"))),
        ("?as_known_on=2025-02&valid_on=2026-01-15", asked(as_known_on=FEB, valid_on=JAN)),
    ],
)
def test_what_if_is_the_assessment(example: Reader, query: str, options: Options) -> None:
    """The API adds nothing and leaves nothing out; the last supposition on an id counts."""
    document = room.assess(EXAMPLE.operation, options)

    assert example.json(f"/what-if.json{query}") == plain(document)


def test_each_document_is_the_rooms_own(example: Reader) -> None:
    """One question, one answer, whoever asks."""
    given, options = EXAMPLE.operation, asked()
    document = room.assess(given, options)
    expected = {
        "/operation.json": room.about(EXAMPLE, options),
        "/structure.json": room.structure(given, options),
        "/record.json": room.record(given, options),
        "/diagram.json": room.compile_diagram(given, options),
        "/chance.json": room.quick_chances(given, options),
        "/chance.json?runs=640": room.quick_chances(given, options, 640),
        "/answers.json": room.answers(document),
        "/breaks.json": room.broken(document),
        "/breaks/ceasefire.json": room.breaks(given, "ceasefire", options),
        "/asks.json": room.asks(given, options),
        "/ledger.json?party=ALF": room.ledger_view(given, options, Facets(party=("ALF",))),
        "/ledger/alf-troops.json": room.history(given, options, "alf-troops"),
        "/evidence.json?sort=-id": room.evidence_view(given, options, sort="-id"),
        "/evidence/DEL-1.json": room.statement_view(EXAMPLE, options, "DEL-1", document),
        "/party.json": room.party_list(given, options),
        "/party/ALF.json": room.party_card(given, options, "ALF", document["parties"]),
        "/timeline.json": room.timeline(given, options),
        "/brief.json": document,
    }

    assert {address: example.json(address) for address in expected} == plain(expected)


def test_each_table_is_the_rooms_own_under_its_name(example: Reader) -> None:
    """A file is named for operation, view, audience and day."""
    table = room.csv_text(room.ledger_table(room.ledger_view(EXAMPLE.operation, asked())))

    found = example.get("/ledger.csv")

    assert found.text == table
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    name = "example-ledger-public-2025-03-15"
    assert found.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    sheet = example.get("/ledger.xlsx")
    assert sheet.headers["content-disposition"] == f'attachment; filename="{name}.xlsx"'
    assert sheet.content[:2] == b"PK"


def test_a_document_is_shown_unless_it_is_to_be_saved(example: Reader) -> None:
    """A browser shows JSON and the brief; with download=1 it saves them under their names."""
    shown = example.get("/brief.html")
    saved = example.get("/brief.html?download=1")

    assert "content-disposition" not in shown.headers
    name = 'attachment; filename="example-brief-public-2025-03-15.html"'
    assert saved.headers["content-disposition"] == name
    document = room.assess(EXAMPLE.operation, asked())
    assert shown.text == room.brief_page(document)
    what_if = room.what_if(EXAMPLE, asked(), document)
    assert saved.text == room.brief_page(document, what_if)


def test_the_brief_keeps_its_own_policy_and_may_be_framed_here(example: Reader) -> None:
    """Its style sheet is let through by its hash, as its own meta element says."""
    found = example.get("/brief.html")

    policy = found.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("; frame-ancestors 'self'")


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/what-if.json?suppose=nobody=true", 404, "UnknownId"),
        ("/what-if.json?suppose=ceasefire", 422, "BadSupposition"),
        ("/what-if.json?as_known_on=2025-13", 422, "BadDay"),
        ("/what-if.json?parameter=others=1.5", 422, "BadParameter"),
        ("/what-if.json?firm=certain", 422, "BadRequest"),
        ("/what-if.json?supose=ceasefire=false", 422, "BadRequest"),
        ("/what-if.json?as_known_on=yesterday", 422, "BadRequest"),
        ("/chance.json?runs=1", 422, "BadRequest"),
        ("/breaks/nothing.json", 404, "UnknownId"),
        ("/ledger/nothing.json", 404, "UnknownId"),
        ("/ledger.json?sort=colour", 422, "Unusable"),
        ("/evidence/nothing.csv", 404, "UnknownId"),
        ("/party/nobody.json", 404, "UnknownId"),
        ("/jobs/nothing", 404, "UnknownId"),
        ("/nowhere.json", 404, "NoSuchAddress"),
    ],
)
def test_a_mistake_is_one_sentence_and_its_kind(
    example: Reader, address: str, status: int, kind: str
) -> None:
    """The same sentence as on the command line, with a status that says whose mistake it is."""
    found = example.get(address)

    assert (found.status_code, found.json()["kind"]) == (status, kind)
    assert len(found.json()["error"].splitlines()) == 1


def test_a_misspelt_parameter_is_not_passed_over(example: Reader) -> None:
    """Left unread, the answer would be to another question; the page's own names pass."""
    found = example.get("/what-if.json?paramater=others=2")

    said = "paramater: there is no such parameter; did you mean parameter?"
    assert found.json()["error"] == said
    assert example.get("/what-if.json?tab=breaks&select=ceasefire").status_code == 200


def test_too_much_at_once_is_refused(example: Reader) -> None:
    """Two hundred suppositions are read, one more is not; nor is a name of 201 letters."""
    many = "&".join(f"suppose=ceasefire={'true' if n % 2 else 'false'}" for n in range(200))

    assert example.get(f"/chance.json?runs=64&{many}").status_code == 200
    assert example.get(f"/chance.json?runs=64&{many}&suppose=ceasefire=true").status_code == 422
    assert example.get(f"/what-if.json?suppose={'x' * 201}").status_code == 422


def test_what_outgrows_the_budget_is_refused_and_sampled() -> None:
    """The page is told that it cannot have the diagram, and asks for the chances."""
    with Reader("example", nodes=10) as reader:
        refused = reader.get("/diagram.json")
        document = reader.json("/chance.json")

    assert (refused.status_code, refused.json()["kind"]) == (413, "OverBudget")
    assert document["chance"]["moving_together"]["method"] == "sampled"
