"""Whatever is asked: no answer is the server's fault, and each is as the description says."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import CheckFunction, Config
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from guarantor.web import make_app
from guarantor.web.security import LOOPBACK

Case = schemathesis.Case[Any]
APP = make_app("example", hosts=(*LOOPBACK, "testserver"))
REFUSED = ["4xx"]
"""What is not as described is refused: with 413 and 414 too, where it is too long to be read."""
CONFIG = Config.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}})
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", APP, config=CONFIG)
REAL = {
    "what": "ceasefire",
    "offer": "alf-troops",
    "statement": "DEL-1",
    "code": "ALF",
    "requirement": "monitoring",
    "suppose": ["ceasefire=true", "BRA=false"],
    "decides": ["CHA"],
    "parameter": ["others=2"],
    "without": ["DEL-1", "assumed"],
    "as_known_on": "2025-03",
    "valid_on": "2026-01-15",
    "compare": "2025-02-01",
    "sort": "-id",
}
"""Something in view for each part of a question; drawn names are nearly always unknown."""
UNSURE: list[CheckFunction] = [positive_data_acceptance]
"""Left out: a name may be well formed and unknown, a day well formed and in no calendar."""


def _check(case: Case) -> None:
    case.call_and_validate(excluded_checks=UNSURE)
    case.path_parameters = {
        name: REAL.get(name, value) for name, value in (case.path_parameters or {}).items()
    }
    case.query = {name: REAL.get(name, value) for name, value in (case.query or {}).items()}
    # What was drawn not to fit may fit now.
    case.call_and_validate(excluded_checks=[*UNSURE, negative_data_rejection])


@SCHEMA.exclude(path_regex=r"^/asks\.").parametrize()
@settings(max_examples=4, suppress_health_check=list(HealthCheck), derandomize=True)
def test_no_question_is_the_servers_fault(case: Case) -> None:
    """A few questions of each address but the slow asks, the same in each run."""
    _check(case)


@pytest.mark.long
@SCHEMA.parametrize()
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_no_question_of_many_is_the_servers_fault(case: Case) -> None:
    """Many questions of each address, others in each run."""
    _check(case)
