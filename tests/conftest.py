"""Settings that every test shares."""

import pytest
from hypothesis import settings

# A shared machine may pause any time: how long one example takes proves nothing.
settings.register_profile("guarantor", deadline=None, print_blob=True)
settings.load_profile("guarantor")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage in long tests: they repeat what others cover, thousands of times."""
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.no_cover)
