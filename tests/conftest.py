"""Settings that every test shares."""

import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

# A shared machine may pause any time: how long one example takes proves nothing.
settings.register_profile("guarantor", deadline=None, print_blob=True)
settings.load_profile("guarantor")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no coverage in long tests: they repeat what others cover, thousands of times.

    The marker ``no_cover`` does not do it: in a worker a second measurement goes on.
    """
    tracer = sys.gettrace() if item.get_closest_marker("long") else None
    if tracer is None:
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
