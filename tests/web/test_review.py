"""The review in the room: what is shown, what may be decided, and by whom not."""

import asyncio
import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from guarantor import room
from guarantor.errors import NotForEditing
from guarantor.room import ledgers
from guarantor.web import make_app
from guarantor.web.routes.decisions import LARGEST_UPLOAD
from guarantor.web.security import LARGEST_BODY
from guarantor.web.serving import Serving
from tests.room.review.newsroom import SECRET, items, use_small_rules, write
from tests.web.reader import HERE, Reader


@pytest.fixture(autouse=True)
def small_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small rules propose."""
    use_small_rules(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a folder with documents on record."""
    return write(tmp_path / "north")


@pytest.fixture
def editor(folder: str) -> Iterator[Reader]:
    """Yield a reader of the folder who may decide."""
    with Reader(make_app(folder, may_write=True)) as reader:
        yield reader


def post(reader: Reader, address: str, body: object, **headers: str) -> httpx.Response:
    """Return what a decision is answered."""
    return reader.ask("POST", f"/decisions/{address}", json=body, headers=headers)


def accepting(**more: object) -> dict[str, Any]:
    """Return the body that accepts the first item of the news."""
    return {"by": "Ada", "document": "news", "action": "accept", "items": ["6-53"], **more}


def sending(content: bytes | str, **more: object) -> dict[str, Any]:
    """Return the body that sends a document."""
    text = content if isinstance(content, str) else base64.b64encode(content).decode()
    return {"by": "Ada", "name": "a.txt", "content": text, **more}


def is_untouched(folder: str) -> bool:
    """Tell whether nothing was decided."""
    return not Path(folder, "decisions.jsonl").exists()


def test_a_document_is_reviewed_from_end_to_end(editor: Reader, folder: str) -> None:
    """Accepted, its step drafted and taken; each view is made anew at once; undone again."""
    queue = editor.json("/review.json")
    assert (queue["may_write"], queue["why_not"]) == (True, None)
    told = editor.json("/review/news.json")
    assert [one["state"] for one in told["items"]] == ["open", "open"]

    accepted = post(editor, "items", accepting())
    assert accepted.status_code == 200
    statement = accepted.json()["statement"]
    assert statement == "ALF-20250310-troops-1"
    assert editor.json("/review/news.json")["items"][0]["state"] == "accepted"
    (draft,) = editor.json(f"/drafts/{statement}.json")["drafts"]

    taken = post(editor, "steps", {"by": "Ada", "statement": statement, "draft": draft})
    assert taken.status_code == 200
    assert taken.json()["effect"]["changes"] == [
        "alf-land (Alfland, land) was raised from signalled to pledged."
    ]
    shown = "".join(
        editor.get(address).text
        for address in ("/review.json", "/review/news.json", f"/drafts/{statement}.json")
    )
    for word in ("effect", "chance_before", "raised from"):
        assert word not in shown

    for _ in range(2):
        assert post(editor, "undo", {"by": "Ada"}).status_code == 200
    assert editor.json("/review/news.json")["items"] == told["items"]
    assert ledgers.verify(folder).entries == 6


@pytest.mark.parametrize(
    ("address", "body", "said"),
    [
        ("items", accepting(action="reject"), "Rejected 6-53 of news."),
        ("items", accepting(action="split", at=[14]), "Split 6-53 into 6-13, 14-53 of news."),
        (
            "items",
            accepting(action="merge", items=["6-53", "54-81"]),
            "Merged 6-53 and 54-81 into 6-81 of news.",
        ),
        ("items", accepting(action="add", items=[], start=0, end=4), "Added 0-4 of news."),
        (
            "documents",
            {"by": "Ada", "action": "date", "documents": ["undated"], "day": "2025-03-01"},
            "Dated undated 2025-03-01.",
        ),
        (
            "documents",
            {"by": "Ada", "action": "merge", "documents": ["news", "wire"]},
            "Merged the origins of news and wire.",
        ),
        (
            "documents",
            {"by": "Ada", "action": "split", "documents": ["copy"]},
            "Split copy off.",
        ),
    ],
)
def test_every_decision_is_taken(
    editor: Reader, address: str, body: dict[str, Any], said: str
) -> None:
    """And said in one sentence."""
    answer = post(editor, address, body)

    assert (answer.status_code, answer.json()["said"]) == (200, said)


def test_a_document_is_received(editor: Reader, folder: str) -> None:
    """Larger than any other body may be."""
    words = b"Alfland will send 40 soldiers. " * 4_000
    assert len(words) > LARGEST_BODY

    answer = post(editor, "received", sending(words, dated="2025-03-01", reason="press"))

    assert answer.status_code == 200
    (received,) = answer.json()["received"]
    assert f"{received['id']}" in room.open_source(folder).operation.documents
    assert editor.json(f"/review/{received['id']}.json")["document"]["read_from"] == "a.txt"


BODIES = [
    ("items", accepting()),
    (
        "steps",
        {
            "by": "Ada",
            "statement": "A-1",
            "draft": {"kind": "step", "of": "alf-land", "title": "", "why": "", "content": {}},
        },
    ),
    ("documents", {"by": "Ada", "action": "split", "documents": ["copy"]}),
    ("received", sending(b"Alfland will send 40 soldiers.")),
    ("undo", {"by": "Ada"}),
]


def test_without_edit_nothing_is_decided(folder: str) -> None:
    """One sentence says how to."""
    with Reader(make_app(folder)) as reader:
        for address, body in BODIES:
            answer = post(reader, address, body)
            assert answer.status_code == 422
            assert "guarantor serve OPERATION --edit takes decisions" in answer.json()["error"]
        assert reader.json("/review.json")["may_write"] is False
        assert reader.json("/review.json")["log"] == []
    assert is_untouched(folder)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"host": "evil.example"}, 400),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "multipart/form-data"}, 415),
    ],
)
def test_another_site_decides_nothing(
    editor: Reader, folder: str, headers: dict[str, str], status: int
) -> None:
    """Nor a form, nor a name that points here."""
    for address, body in BODIES:
        answer = post(editor, address, body, **headers)
        assert answer.status_code == status
        assert set(answer.json()) == {"error", "kind"}
    assert is_untouched(folder)


WRONG = [
    ("items", accepting(by=""), "by: string should have at least 1 character"),
    ("items", accepting(by=" "), "say who decides"),
    ("items", accepting(by="x" * 201), "by: string should have at most 200"),
    ("items", accepting(document="memo"), "memo: no such document"),
    ("items", accepting(items=["1-2"]), "1-2: no such item of news"),
    ("items", accepting(items=[]), "to accept takes one item; name it in items"),
    ("items", accepting(items=["6-53", "54-81"]), "to accept takes one item"),
    ("items", accepting(action="bless"), "action: input should be"),
    ("items", accepting(action="add", items=[]), "from 0 to 0 there are no words"),
    ("items", accepting(fields={"speaker": "x"}), "fields.speaker_party: field required"),
    ("items", accepting(more=1), "more: extra inputs are not permitted"),
    ("documents", {"by": "A", "action": "date", "documents": ["copy"]}, "name one document"),
    ("documents", {"by": "A", "action": "split", "documents": ["a", "b"]}, "name one document"),
    ("documents", {"by": "A", "action": "split", "documents": ["memo"]}, "memo: no such"),
    ("documents", {"by": "A", "action": "merge", "documents": ["copy"]}, "two documents"),
    ("received", sending("%%%"), "the content is no base64"),
    ("received", sending("é"), "the content is no base64"),
    ("received", sending(b"x", releasable_to=["inner"]), "inner: no such audience"),
    ("received", sending(b"x", releasable_to=[]), "releasable_to: list should have at least"),
    ("received", sending(b"x", by=" "), "say who decides"),
    ("undo", {"by": "Ada"}, "there is no decision to undo"),
    ("undo", [], "body: input should be"),
    ("steps", BODIES[1][1], "give the day as since"),
]


def test_what_cannot_be_decided_is_one_sentence(editor: Reader, folder: str) -> None:
    """And nothing is written; nothing that is withheld is named in it."""
    for address, body, sentence in WRONG:
        answer = post(editor, address, body)
        assert answer.status_code in {404, 422}
        assert sentence.lower() in answer.json()["error"].lower()
    assert is_untouched(folder)
    assert not Path(folder, "documents/originals").exists()


@pytest.mark.parametrize(
    "changed", [{"standing": "king"}, {"about": ["XXX"]}, {"quantity": "many"}, {"said_on": "?"}]
)
def test_fields_that_are_no_statement_are_one_sentence(
    editor: Reader, folder: str, changed: dict[str, object]
) -> None:
    """Whatever of the form it is."""
    fields = {**items(folder)[0]["fields"], **changed}

    answer = post(editor, "items", accepting(fields=fields))

    assert answer.status_code == 422
    assert answer.json()["kind"] == "CannotDecide"
    assert is_untouched(folder)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b'{"by": "\\ud800", "document": "news"}', b"null"]
)
def test_what_is_no_json_is_one_sentence(editor: Reader, folder: str, body: bytes) -> None:
    """Not even half of one."""
    answer = editor.ask(
        "POST", "/decisions/items", content=body, headers={"content-type": "application/json"}
    )

    assert answer.status_code in {400, 422}
    assert answer.json()["error"]
    assert is_untouched(folder)


def test_what_is_sent_is_bounded_at_each_address(editor: Reader, folder: str) -> None:
    """Only documents may be large; and only where they can be received at all."""
    large = accepting(reason="x" * LARGEST_BODY)
    answer = post(editor, "items", large)
    assert answer.status_code == 413
    assert answer.json()["error"] == f"what was sent is larger than {LARGEST_BODY:,} bytes"
    headers = {"content-type": "application/json", "content-length": str(LARGEST_UPLOAD + 1)}
    huge = editor.ask("POST", "/decisions/received", content=b"{}", headers=headers)
    assert huge.status_code == 413
    with Reader(make_app(folder)) as reader:
        assert post(reader, "received", sending(b"x" * LARGEST_BODY)).status_code == 413
    assert is_untouched(folder)


def test_two_decisions_at_once_are_taken_one_after_the_other(editor: Reader, folder: str) -> None:
    """Of eight who accept one item one does; the others are told; nothing is entered twice."""

    async def at_once() -> list[httpx.Response]:
        transport = httpx.ASGITransport(editor.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            bodies = [accepting(by=f"Person {number}") for number in range(8)]
            asked = (client.post("/decisions/items", json=body) for body in bodies)
            return list(await asyncio.gather(*asked))

    answers = asyncio.run(at_once())

    assert sorted(one.status_code for one in answers) == [200, *[422] * 7]
    refused = {one.json()["error"] for one in answers if one.status_code == 422}
    assert refused == {"6-53 is accepted already; undo that first"}
    assert ledgers.verify(folder).entries == 2


def test_a_room_of_a_closer_circle_shows_it_what_the_public_does_not_see(folder: str) -> None:
    """A memo is decided on there; nothing of that is at any address of the public's room."""
    with Reader(make_app(folder, audience="inner", may_write=True)) as inner:
        (first, _) = inner.json("/review/memo.json")["items"]
        fields = {**first["fields"], "about": ["ALF"], "speaker_party": ["ALF"], "kind": "airlift"}
        body = accepting(document="memo", items=[first["id"]], fields=fields, reason=SECRET)
        statement = post(inner, "items", body).json()["statement"]
        assert statement
    with Reader(make_app(folder, may_write=True)) as public:
        for address in (
            "/review.json",
            "/review/news.json",
            "/review/memo.json",
            f"/drafts/{statement}.json",
            "/drafts/I-1.json",
            "/evidence.json",
            "/ledger.json",
            "/operation.json",
        ):
            text = public.get(address).text
            assert SECRET not in text
            assert "inner" not in text
            if "memo" not in address and statement not in address:
                assert "memo" not in text
                assert statement not in text
        answer = post(public, "undo", {"by": "Ada"})
        assert answer.status_code == 422
        assert SECRET not in answer.text
        assert "memo" not in answer.text


def test_addresses_of_what_is_not_there_are_told(editor: Reader) -> None:
    """With the nearest that is."""
    for address, sentence in (
        ("/review/newz.json", "newz: no such document; did you mean news?"),
        ("/drafts/A-9.json", "A-9: no such statement"),
    ):
        answer = editor.get(address)
        assert answer.status_code == 404
        assert answer.json()["error"].startswith(sentence)


@pytest.mark.parametrize(
    ("host", "allowed"),
    [("0.0.0.0", ()), ("192.168.0.7", ()), ("room.example", ()), ("127.0.0.1", ("room.example",))],  # noqa: S104  refused
)
def test_a_room_for_decisions_is_of_this_machine_only(
    folder: str, host: str, allowed: tuple[str, ...]
) -> None:
    """Whoever reaches it decides in it."""
    with pytest.raises(NotForEditing, match="only this machine may"):
        Serving(
            folder,
            host=host,
            port=0,
            audience="public",
            recorded_at=None,
            nodes=1_000,
            allowed=allowed,
            may_write=True,
            say=print,
        )


def test_hand_edits_and_other_programs_decisions_are_seen(editor: Reader, folder: str) -> None:
    """The files are looked at again after each decision."""
    room.reject(room.Wanted(name=folder, document="news", by="Ben"), "54-81")

    answer = post(editor, "items", accepting(action="reject", items=["54-81"]))

    assert answer.json()["error"] == "54-81 is rejected already; undo that first"
    assert editor.json("/review/news.json")["items"][1]["state"] == "rejected"
    Path(folder, "decisions.jsonl").write_bytes(b"{}\n")
    post(editor, "undo", {"by": "Ada"})
    broken = editor.get("/review.json")
    assert broken.status_code == 503
    (fault,) = json.loads(broken.text)["faults"]
    assert fault.startswith(f"{folder}/decisions.jsonl: entry 1 is not as it was written; restore")


def test_a_form_is_checked_and_nothing_is_entered(folder: str) -> None:
    """Also in a room that is served to be read; another site may not ask for it."""
    fields = items(folder)[0]["fields"] | {"about": ["ZZZ"]}
    body = {"start": 6, "end": 53, "fields": fields}
    with Reader(make_app(folder)) as reader:
        found = reader.ask("POST", "/review/news/check", json=body)
        strange = reader.ask(
            "POST", "/review/news/check", json=body, headers={"Origin": "https://elsewhere.org"}
        )
        absent = reader.ask("POST", "/review/memo/check", json=body)

    assert (found.status_code, found.json()["unknown_parties"]) == (200, ["ZZZ"])
    assert (strange.status_code, absent.status_code) == (403, 404)
    assert is_untouched(folder)
