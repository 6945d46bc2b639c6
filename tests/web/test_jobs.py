"""Jobs: their progress, their end, and what becomes of them when nobody wants them."""

import time
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from guarantor.errors import OverBudget
from guarantor.web import jobs
from guarantor.web.answer import Answer
from guarantor.web.desk import Given
from guarantor.web.routes import jobs as routes
from tests.web.reader import Reader


@pytest.fixture
def reader() -> Iterator[Reader]:
    """Yield a reader of a room of its own."""
    with Reader("example") as found:
        yield found


def begin(reader: Reader, question: str = "asks", query: str = "") -> dict[str, Any]:
    """Begin a job and return how far it is."""
    found = reader.ask("POST", "/jobs", json={"question": question, "query": query})
    assert found.status_code == 200, found.text
    document: dict[str, Any] = found.json()
    return document


def until(reader: Reader, name: str, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Look at a job until something holds of it."""
    for _ in range(2_000):
        document: dict[str, Any] = reader.json(f"/jobs/{name}")
        if holds(document):
            return document
        Event().wait(0.01)
    pytest.fail("the job did not get there")


def ended(document: dict[str, Any]) -> bool:
    """Tell whether a job has ended."""
    return document["state"] in {"done", "failed", "cancelled"}


def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every job take until it is cancelled."""

    def make(given: Given) -> Answer:
        for _ in given.track(range(1_000_000), "steps"):
            time.sleep(0.001)
        return Answer(b"{}")

    monkeypatch.setitem(routes.QUESTIONS, "asks", ("asks", make))


@pytest.mark.parametrize(
    ("question", "address"),
    [("assessment", "/what-if.json"), ("diagram", "/diagram.json"), ("asks", "/asks.json")],
)
def test_a_finished_job_is_the_answer_of_its_address(
    reader: Reader, question: str, address: str
) -> None:
    """The matching address answers at once: it is kept."""
    query = "suppose=ceasefire=true&firm=pledged"
    job = begin(reader, question, query)

    assert until(reader, job["id"], ended)["state"] == "done"

    desk = reader.app.state.desk
    assert desk.works.count == 0
    found = reader.json(f"{address}?{query}")
    assert found["suppose"] == {"ceasefire": True}
    assert found["firm"] == "pledged"


def test_a_job_tells_how_far_it_is(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being done, how many parts are done and how many there are."""
    endless(monkeypatch)
    job = begin(reader)

    running = until(reader, job["id"], lambda one: one["done"] > 2)

    assert running["state"] == "running"
    assert (running["label"], running["total"]) == ("steps", 1_000_000)


def test_a_cancelled_job_ends(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said at once, and what it did stops at the next step."""
    endless(monkeypatch)
    job = begin(reader)

    cancelled = reader.ask("DELETE", f"/jobs/{job['id']}")

    assert cancelled.json()["state"] == "cancelled"
    works = reader.app.state.desk.works
    for _ in range(500):
        if not works.count:
            break
        Event().wait(0.01)
    assert works.count == 0
    assert reader.json(f"/jobs/{job['id']}")["state"] == "cancelled"


def test_a_cancelled_computation_stops_between_its_steps(reader: Reader) -> None:
    """The engine asks whether its time is up; a real question ends long before it is done."""
    job = begin(reader, "asks", "firm=floated")
    reader.ask("DELETE", f"/jobs/{job['id']}")

    works = reader.app.state.desk.works
    for _ in range(1_000):
        if not works.count:
            break
        Event().wait(0.01)
    assert works.count == 0


def test_equal_jobs_are_one(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pages wait for the same; another question is another job."""
    endless(monkeypatch)

    first, again, other = begin(reader), begin(reader), begin(reader, query="firm=pledged")

    assert first["id"] == again["id"]
    assert other["id"] != first["id"]


def test_four_jobs_run_and_the_others_wait(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond those kept, none is begun; one that ended makes room."""
    endless(monkeypatch)
    names = [begin(reader, query=f"parameter=others={n}")["id"] for n in range(jobs.MOST)]
    until(reader, names[3], lambda one: one["state"] == "running")

    states = [reader.json(f"/jobs/{name}")["state"] for name in names]
    refused = reader.ask("POST", "/jobs", json={"question": "asks", "query": "firm=pledged"})

    assert states.count("running") == 4
    assert set(states) == {"running", "waiting"}
    assert (refused.status_code, refused.json()["kind"]) == (429, "TooBusy")
    reader.ask("DELETE", f"/jobs/{names[0]}")
    until(reader, names[0], lambda _: reader.app.state.desk.works.count < jobs.MOST)
    assert begin(reader, query="firm=pledged")["state"] in {"waiting", "running"}
    assert reader.get(f"/jobs/{names[0]}").status_code == 404


def test_a_failed_job_says_why(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence as the address answers."""

    def make(_: Given) -> Answer:
        raise OverBudget(10)

    monkeypatch.setitem(routes.QUESTIONS, "diagram", ("diagram", make))
    job = until(reader, begin(reader, "diagram")["id"], ended)

    assert job["state"] == "failed"
    assert job["error"] == str(OverBudget(10))
    assert reader.get("/diagram.json").json()["error"] == job["error"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"question": "asks", "query": "suppose=ceasefire"}, 422),
        ({"question": "asks", "query": "firm=certain"}, 422),
        ({"question": "asks", "query": "supose=ceasefire=true"}, 422),
        ({"question": "everything"}, 422),
        ({"question": "asks", "query": "x" * 20_000}, 422),
        ({}, 422),
        ([], 422),
    ],
)
def test_a_job_that_cannot_be_read_is_refused(reader: Reader, body: object, status: int) -> None:
    """In one sentence, as everywhere."""
    found = reader.ask("POST", "/jobs", json=body)

    assert found.status_code == status
    assert set(found.json()) == {"error", "kind"}
