"""The structure: the logic of a view as data."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, ValidationError
from pydantic import TypeAdapter

from guarantor.errors import NotForThePublic, UnknownId
from guarantor.model import Operation, Status
from guarantor.operation import bundled, open_folder
from guarantor.room import Options, StructureDocument, structure
from tests.web.drawn import Drawn

SCHEMA = json.loads(
    files("guarantor.room").joinpath("schemas", "structure.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def operation() -> Operation:
    """The bundled example."""
    return open_folder(bundled("example"))[0]


def test_the_document_is_as_its_schema_says(operation: Operation) -> None:
    """The schema ships beside the code and is strict: it names every key."""
    Draft202012Validator.check_schema(SCHEMA)
    documents = [
        structure(operation, Options()),
        structure(operation, Options(audience="coalition")),
    ]
    documents += [structure(Drawn(seed).operation(), Options()) for seed in range(10)]

    for document in documents:
        Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(document)))


def test_the_schema_refuses_what_no_evaluator_could_read(operation: Operation) -> None:
    """A key too few or too many, a formula of no kind, a ``not`` of two parts."""
    document = structure(operation, Options())
    party = document["parties"][0]
    for term in ({"is": "maybe", "of": []}, {"is": "not", "of": [{"is": "any", "of": []}] * 2}):
        with pytest.raises(ValidationError):
            Draft202012Validator(SCHEMA).validate(
                {**document, "parties": [{**party, "terms": [term]}]}
            )
    for spoilt in ({**document, "more": 1}, {**document, "schema": "guarantor/structure/2"}):
        with pytest.raises(ValidationError):
            Draft202012Validator(SCHEMA).validate(spoilt)


def test_the_document_is_a_shape_that_an_api_can_publish(operation: Operation) -> None:
    """Formulas within formulas included."""
    shape = TypeAdapter(StructureDocument)
    document = structure(operation, Options())

    assert shape.validate_python(document) == document
    assert "AllFormula" in shape.json_schema()["$defs"]


def test_conditions_stay_conditions(operation: Operation) -> None:
    """Bravia counts the offers of others by a parameter, which may be set otherwise later."""
    document = structure(operation, Options())

    bravia = document["parties"][1]
    assert bravia["terms"] == [
        {"is": "at_least", "count": "others", "of": ["alf-troops", "cha-troops"]}
    ]
    assert [one["id"] for one in document["parameters"]] == ["others"]


def test_what_an_option_switches_is_left_to_whoever_evaluates(operation: Operation) -> None:
    """The floor, suppositions, decisions and parameters change nothing in it."""
    switched = Options(
        suppose={"backstop": False}, decides=("GUA",), parameters={"others": Decimal(2)}
    )

    assert structure(operation, switched) == structure(operation, Options())


def test_the_day_asked_about_is_worked_in(operation: Operation) -> None:
    """Nothing is in place before the force is activated."""
    early = structure(operation, Options(valid_on=date(2025, 4, 1)))

    assert early["valid_on"] == "2025-04-01"
    assert {offer["there"] for offer in early["offers"]} == {False}
    assert any(offer["there"] for offer in structure(operation, Options())["offers"])


def test_what_an_audience_may_not_see_is_not_in_it(operation: Operation) -> None:
    """The transport aircraft of Bravia were told to the coalition alone."""
    assert "bra-airlift" not in json.dumps(structure(operation, Options()))
    assert "bra-airlift" in json.dumps(structure(operation, Options(audience="coalition")))


def test_the_public_is_given_none_of_a_live_operation(operation: Operation) -> None:
    """Whoever holds it can try which party's decision breaks it; an audience may."""
    live = replace(operation, status=Status.LIVE)

    with pytest.raises(NotForThePublic, match="example: what falls with a party's decision"):
        structure(live, Options())
    assert structure(live, Options(audience="coalition"))["parties"]


def test_the_public_is_told_the_same_whatever_it_switches(operation: Operation) -> None:
    """A decision named in the question does not change what is refused."""
    live = replace(operation, status=Status.LIVE)

    with pytest.raises(NotForThePublic, match="example"):
        structure(live, Options(decides=("GUA",)))


def test_a_statement_that_is_not_there_is_said(operation: Operation) -> None:
    """As everywhere."""
    with pytest.raises(UnknownId):
        structure(operation, Options(without=("NOBODY-1",)))


def test_amounts_are_whole_in_their_small_unit() -> None:
    """Every amount, need and total of every drawn operation, times what the document says."""
    for seed in range(20):
        document = structure(Drawn(seed).operation(), Options())
        for offer in document["offers"]:
            if offer["capability"] is not None:
                scale = document["per_unit"][offer["capability"]]
                for end in (offer["low"], offer["high"]):
                    assert end is None or end * scale == pytest.approx(round(end * scale), abs=1e-9)
