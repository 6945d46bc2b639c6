"""The operations that come with the package."""

import pytest

from guarantor.errors import UnknownOperation
from guarantor.operation import BUNDLED, bundled


def test_every_bundled_operation_is_a_folder() -> None:
    """With an ``operation.yaml`` in it."""
    assert BUNDLED == ("example", "ukraine-2025")
    assert all((bundled(name) / "operation.yaml").is_file() for name in BUNDLED)


def test_no_other_operation_is_bundled() -> None:
    """Neither is a path out of the package."""
    for name in ("example-2", "../example", ""):
        with pytest.raises(UnknownOperation, match="bundled are example, ukraine-2025"):
            bundled(name)
