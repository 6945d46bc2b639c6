"""Vectors of an endpoint: one for each text, or none at all."""

import json

import pytest

from guarantor.errors import NoModel, NotForTheModel
from guarantor.room.llm_calls import Patience
from guarantor.room.llm_endpoint import language_model
from tests.room.llm_server import Planned, endpoint

HASTE = Patience(attempts=3, connecting=2, answering=2, wait=0.01, longest_wait=0.02)


def vectors(*rows: object) -> Planned:
    """Return an answer with some rows of vectors."""
    return Planned(body=json.dumps({"data": rows}).encode())


def embedded(*planned: Planned, texts: int, audience: str = "public") -> list[list[float]]:
    """Return the vectors that an endpoint gives for some texts."""
    with (
        endpoint(*planned) as running,
        language_model(running.url, model="e-1", patience=HASTE) as model,
    ):
        found = model.embed([f"text {one}" for one in range(texts)], audience=audience)
    assert set(running.paths) <= {"/v1/embeddings"}
    return found


def test_texts_become_vectors_in_their_order() -> None:
    """The endpoint may give them in another, with their places."""
    rows = {"index": 1, "embedding": [0, 1]}, {"index": 0, "embedding": [0.5, 2]}

    assert embedded(vectors(*rows), texts=2) == [[0.5, 2.0], [0.0, 1.0]]
    assert embedded(vectors({"embedding": [1]}, {"embedding": [2]}), texts=2) == [[1.0], [2.0]]
    assert embedded(vectors(), texts=0) == []


def test_many_texts_are_sent_in_parts() -> None:
    """32 at once: of 33 the last alone."""
    first = vectors(*({"index": place, "embedding": [place]} for place in range(32)))

    found = embedded(first, vectors({"index": 0, "embedding": [32]}), texts=33)

    assert found == [[float(place)] for place in range(33)]


@pytest.mark.parametrize(
    "answer",
    [
        vectors({"index": 0, "embedding": [1]}),
        vectors({"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}),
        vectors({"index": [0], "embedding": [1]}, {"index": 1, "embedding": [1]}),
        vectors({"embedding": [1]}, {"embedding": []}),
        vectors({"embedding": [1]}, {"embedding": ["1"]}),
        vectors({"embedding": [1]}, {"embedding": [float("nan")]}),
        vectors({"embedding": [1]}, {"embedding": [10**400]}),
        vectors({"embedding": [1]}, {"embedding": [1] * 8_193}),
        vectors({"embedding": [1]}, 7),
        Planned(body=b'{"data": 7}'),
        Planned(body=b"7"),
        Planned(status=422),
    ],
)
def test_what_is_no_vector_for_each_text_is_refused(answer: Planned) -> None:
    """Two were asked for; a wrong one would join reports that have nothing in common."""
    with pytest.raises(NoModel):
        embedded(answer, texts=2)


def test_vectors_that_are_not_equally_long_are_refused() -> None:
    """They could not be compared."""
    with pytest.raises(NoModel, match="not equally long"):
        embedded(vectors({"embedding": [1]}, {"embedding": [1, 2]}), texts=2)


def test_texts_that_are_not_public_are_not_embedded() -> None:
    """Nothing is asked: the endpoint has no answer."""
    with pytest.raises(NotForTheModel, match="what only staff may see is not sent"):
        embedded(texts=1, audience="staff")
