"""The desk: opens again what has changed, says what is wrong, and works nothing out twice."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from guarantor import room
from guarantor.brief import Assessment
from guarantor.cli import guarantor
from guarantor.model import Operation
from guarantor.operation import bundled
from guarantor.room import Options
from guarantor.room.progress import Track
from guarantor.web import desk, opened
from guarantor.web.answer import Answer
from guarantor.web.shelf import Shelf
from tests.web.reader import Reader


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example whose files are looked at with every question."""
    monkeypatch.setattr(opened, "_LOOK", 0.0)
    return Path(shutil.copytree(bundled("example"), tmp_path / "operation"))


@pytest.fixture
def reader(folder: Path) -> Iterator[Reader]:
    """Yield a reader of that copy."""
    with Reader(str(folder)) as found:
        yield found


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Change one file of a folder."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edited_folder_is_seen(folder: Path, reader: Reader) -> None:
    """An analyst saves a file and reloads the page."""
    before = reader.json("/operation.json")["name"]

    edit(folder, "operation.yaml", "Monitoring force for Northland", "Watch on the line")

    assert before == "Monitoring force for Northland"
    assert reader.json("/operation.json")["name"] == "Watch on the line"


def test_faults_are_all_listed_and_gone_once_mended(folder: Path, reader: Reader) -> None:
    """Nothing has to be started again."""
    edit(folder, "operation.yaml", "status: historical", "status: hysterical")
    edit(folder, "parties.yaml", "code: ALF", "code: A L F")

    closed = reader.get("/what-if.json")
    edit(folder, "operation.yaml", "status: hysterical", "status: historical")
    edit(folder, "parties.yaml", "code: A L F", "code: ALF")

    assert closed.status_code == 503
    said = closed.json()
    assert said["kind"] == "Closed"
    assert {one.partition(":")[0] for one in said["faults"]} >= {"operation.yaml", "parties.yaml"}
    assert reader.get("/what-if.json").status_code == 200


def test_a_folder_that_is_gone_is_a_fault_until_it_is_back(folder: Path, reader: Reader) -> None:
    """It may be moved while the room is open."""
    folder.rename(folder.with_name("elsewhere"))
    closed = reader.get("/operation.json")
    folder.with_name("elsewhere").rename(folder)

    assert (closed.status_code, closed.json()["kind"]) == (503, "Closed")
    assert "no folder with an operation.yaml" in closed.json()["faults"][0]
    assert reader.get("/operation.json").status_code == 200


def test_an_empty_operation_shows_what_there_is(tmp_path: Path) -> None:
    """Every address answers; there is nothing in it yet. It is live, so some are not public."""
    result = CliRunner().invoke(guarantor, ["new", str(tmp_path / "fresh")])
    assert result.exit_code == 0, result.output

    with Reader(str(tmp_path / "fresh")) as reader:
        for view in ("operation", "what-if", "chance", "answers"):
            assert reader.get(f"/{view}.json").status_code == 200, view
        for view in ("structure", "diagram"):
            assert reader.get(f"/{view}.json").status_code == 403, view
        for view in ("breaks", "asks", "ledger", "evidence", "timeline", "brief"):
            assert reader.get(f"/{view}.json").status_code == 200, view
            assert reader.get(f"/{view}.csv").status_code == 200, view
        assert reader.get("/brief.html").status_code == 200


def test_a_ledger_is_served_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is spoilt while the room is open is seen."""
    monkeypatch.setattr(opened, "_LOOK", 0.0)
    path = tmp_path / "example.ledger"
    result = CliRunner().invoke(
        guarantor, ["ledger", "import", str(bundled("example")), "--into", str(path)]
    )
    assert result.exit_code == 0, result.output

    with Reader(str(path)) as reader:
        assert reader.json("/operation.json")["place"] == "ledger"
        path.write_bytes(b"no ledger any more")
        closed = reader.get("/operation.json")

    assert (closed.status_code, closed.json()["kind"]) == (503, "Closed")


def test_to_the_public_of_a_live_operation_no_party_is_tried(folder: Path) -> None:
    """Whoever holds the diagram or the logic can try what falls with each decision."""
    edit(folder, "operation.yaml", "status: historical", "status: live")

    with Reader(str(folder)) as public, Reader(str(folder), audience="coalition") as coalition:
        for address in ("/diagram.json", "/structure.json", "/breaks/ALF.json"):
            refused = public.get(address)
            assert (refused.status_code, refused.json()["kind"]) == (403, "NotForThePublic")
            assert coalition.get(address).status_code == 200
        assert public.get("/what-if.json?decides=ALF").status_code == 403
        assert public.json("/operation.json")["is_discreet"]


def test_each_audience_has_its_own_answers() -> None:
    """The audience is the server's; an address cannot ask for another."""
    with Reader("example", audience="coalition") as reader:
        assert reader.json("/what-if.json")["audience"] == "coalition"
        assert reader.json("/what-if.json?audience=public")["audience"] == "coalition"


def test_equal_questions_at_one_time_are_worked_out_once(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten readers, one assessment; the order of a query makes no other question."""
    asked = []

    def assess(operation: Operation, options: Options, track: Track) -> Assessment:
        asked.append(options)
        return room.assess(operation, options, track)

    monkeypatch.setattr(desk, "assess", assess)
    one = "/what-if.json?suppose=ceasefire=true&suppose=host_consent=true"
    other = "/what-if.json?suppose=host_consent=true&suppose=ceasefire=true"

    found = reader.together(*[one] * 5, *[other] * 5)

    assert {answer.status_code for answer in found} == {200}
    assert len({answer.content for answer in found}) == 1
    assert len(asked) == 1


def test_what_the_reader_has_is_not_sent_again(example: Reader) -> None:
    """A tag names the bytes; where it fits, there is no body."""
    first = example.get("/what-if.json")
    again = example.get("/what-if.json", **{"if-none-match": first.headers["etag"]})
    other = example.get("/what-if.json", **{"if-none-match": '"another"'})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    assert other.status_code == 200


def test_a_large_answer_is_compressed_for_those_who_take_it(example: Reader) -> None:
    """Whoever does not is sent the plain bytes."""
    plain = example.get("/what-if.json", **{"accept-encoding": "identity"})
    packed = example.get("/what-if.json", **{"accept-encoding": "br, gzip;q=0.5"})
    refused = example.get("/what-if.json", **{"accept-encoding": "gzip;q=0"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 4
    assert packed.content == plain.content == refused.content
    assert "content-encoding" not in refused.headers
    assert packed.headers["etag"] != plain.headers["etag"]


def test_an_answer_is_packed_once() -> None:
    """The same bytes each time, with no time of day in them."""
    answer = Answer(b"x" * 2_000)

    assert answer.packed is answer.packed
    assert gzip.decompress(answer.packed or b"") == answer.body
    assert Answer(b"short").packed is None


def test_a_shelf_lets_go_of_what_was_not_asked_for_longest() -> None:
    """By number and by weight; what is too heavy is not kept at all."""
    shelf: Shelf[str] = Shelf(most=2, heaviest=10, weigh=len)
    shelf.put("a", "1")
    shelf.put("b", "2")
    assert shelf.get("a") == "1"
    shelf.put("c", "3")
    assert [shelf.get(key) for key in "abc"] == ["1", None, "3"]

    shelf.put("d", "123456789")
    assert [shelf.get(key) for key in "acd"] == [None, "3", "123456789"]
    shelf.put("e", "12345678901")
    assert shelf.get("e") is None
    shelf.put("d", "1")
    assert (len(shelf), shelf.get("d")) == (2, "1")
