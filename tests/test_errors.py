"""A mistake is one sentence that says what to do."""

import pytest

from guarantor.errors import UnknownId


@pytest.mark.parametrize(
    ("name", "known", "sentence"),
    [
        ("coalitio", ["public", "coalition"], "no such audience; did you mean coalition?"),
        ("zzz", ["public"], "no such audience; there is public"),
        ("zzz", ["b", "a"], "no such audience; there are a, b"),
        ("zzz", [f"audience-{n}" for n in range(13)], "no such audience"),
        ("zzz", [], "no such audience"),
    ],
)
def test_what_is_unknown_names_the_nearest_or_all_there_are(
    name: str, known: list[str], sentence: str
) -> None:
    """The nearest where one is near, all where they are few, else nothing."""
    assert str(UnknownId(kind="audience", name=name, known=known)) == f"{name}: {sentence}"
