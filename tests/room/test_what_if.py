"""The what-if of a brief that is one file: what it carries, and when there is none."""

import base64
import gzip
import json
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

from guarantor import room
from guarantor.brief import WhatIf
from guarantor.model import Status
from guarantor.viability import Method

MODULE = import_module("guarantor.room.what_if")  # the front has a function of that name
SOURCE = room.open_source("example")


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the front end as built."""
    monkeypatch.setattr(MODULE, "_built", lambda name: f"/* {name} */")


def _carried(options: room.Options) -> dict[str, Any]:
    document = room.assess(SOURCE.operation, options)
    found = room.what_if(SOURCE, options, document)
    assert isinstance(found, WhatIf)
    read: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(found.data)))
    return read


def test_it_carries_what_the_room_would_give() -> None:
    """The same documents, so that one page reads both."""
    options = room.Options()
    carried = _carried(options)

    assert carried["assessment"] == json.loads(json.dumps(room.assess(SOURCE.operation, options)))
    assert carried["about"]["operation"] == "example"
    assert carried["structure"]["schema"] == "guarantor/structure/1"
    assert carried["diagram"]["schema"] == "guarantor/diagram/1"
    assert carried["switches"] == []


def test_it_opens_on_what_the_brief_supposes_with_all_as_stated_to_go_back_to() -> None:
    """What is supposed is set as switches, and is not worked into the documents."""
    options = room.Options(
        suppose={"backstop": False}, decides=("BRA",), parameters={"others": Decimal(2)}
    )
    carried = _carried(options)

    assert carried["switches"] == [
        ["suppose", "backstop=false"],
        ["decides", "BRA"],
        ["parameter", "others=2"],
    ]
    assert carried["assessment"]["suppose"] == {}
    assert carried["diagram"]["suppose"] == {}


def test_a_diagram_that_is_too_large_is_left_out() -> None:
    """The logic is answered all the same."""
    carried = _carried(room.Options(method=Method(nodes=3)))

    assert carried["diagram"] is None
    assert carried["structure"]["offers"]


def test_of_a_live_operation_the_public_is_given_none() -> None:
    """Those who assemble the force are."""
    live = replace(SOURCE, operation=replace(SOURCE.operation, status=Status.LIVE))
    for audience, is_given in (("public", False), ("coalition", True)):
        options = room.Options(audience=audience)
        found = room.what_if(live, options, room.assess(live.operation, options))
        assert (found is not None) == is_given
        assert ("of a live operation" in room.why_without(found)) == (not is_given)


def test_without_the_front_end_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout has it once it was served."""
    monkeypatch.setattr(MODULE, "_built", lambda _: None)
    found = room.what_if(SOURCE, room.Options(), room.assess(SOURCE.operation, room.Options()))

    assert found is None
    assert "guarantor serve builds" in room.why_without(found)


def test_nothing_in_the_script_ends_its_element() -> None:
    """A script that holds `</script` in a text would end there."""
    found = WhatIf(script='a = "</script><!--"', style="", documents={})

    assert found.safe_script == 'a = "<\\/script><\\!--"'
