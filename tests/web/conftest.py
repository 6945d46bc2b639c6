"""What the tests of the web share."""

from collections.abc import Iterator

import pytest

from tests.web.reader import Reader


@pytest.fixture(scope="session")
def example() -> Iterator[Reader]:
    """Yield a reader of the example, for the public."""
    with Reader("example") as reader:
        yield reader
