"""Whatever is asked: no answer is the server's fault, and each is as the description says."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import CheckFunction
from schemathesis.specs.openapi.checks import positive_data_acceptance

from guarantor.web import make_app
from guarantor.web.security import LOOPBACK

Case = schemathesis.Case[Any]
APP = make_app("example", hosts=(*LOOPBACK, "testserver"))
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", APP)
REAL = {"what": "ceasefire", "offer": "alf-troops", "statement": "DEL-1", "code": "ALF"}
"""Something in view for each part of an address; drawn names are nearly always unknown."""
UNSURE: list[CheckFunction] = [positive_data_acceptance]
"""Left out: a name may be well formed and unknown, a day well formed and in no calendar."""


def _check(case: Case) -> None:
    case.call_and_validate(excluded_checks=UNSURE)
    if REAL.keys() & (case.path_parameters or {}).keys():
        names = {name: REAL.get(name, value) for name, value in case.path_parameters.items()}
        case.path_parameters = names
        case.call_and_validate(excluded_checks=UNSURE)


@SCHEMA.parametrize()
@settings(max_examples=4, suppress_health_check=list(HealthCheck), derandomize=True)
def test_no_question_is_the_servers_fault(case: Case) -> None:
    """A few questions of each address, the same in each run."""
    _check(case)


@pytest.mark.long
@SCHEMA.parametrize()
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_no_question_of_many_is_the_servers_fault(case: Case) -> None:
    """Many questions of each address, others in each run."""
    _check(case)
