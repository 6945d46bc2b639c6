"""Security: what is let through, and what every answer carries."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from guarantor.web import make_app
from guarantor.web.pages import Pages
from guarantor.web.security import HEADERS, LARGEST_BODY, POLICY
from tests.web.reader import HERE, Reader

ANSWERS = (
    "/what-if.json",
    "/ledger.csv",
    "/ledger.xlsx",
    "/openapi.json",
    "/nowhere",
    "/what-if.json?firm=certain",
    "/",
    "/what-if",
    "/assets/none.js",
    "/jobs/none",
)


@pytest.mark.parametrize("address", ANSWERS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
def test_every_answer_carries_its_headers_and_no_cookie(
    example: Reader, address: str, method: str
) -> None:
    """Refusals as well; nobody is told what serves it."""
    found = example.ask(method, address)

    for name, value in HEADERS.items():
        assert found.headers[name] == value
    assert "set-cookie" not in found.headers
    assert "server" not in found.headers
    assert "access-control-allow-origin" not in found.headers


def test_a_page_may_do_nothing_off_the_site() -> None:
    """No inline script, no other host, no frame of another site."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))

    assert rules.pop("img-src") == "'self' data:"
    assert set(rules.values()) == {"'none'", "'self'"}
    assert rules["default-src"] == rules["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:9999", 200),
        ("LOCALHOST", 200),
        ("[::1]:8765", 200),
        ("[::1]", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example:8765", 400),
        ("evil.example:8765", 400),
        ("localhost.", 400),
        ("192.168.0.7:8765", 400),
        ("", 400),
        ("[::1", 200),
        ("127.0.0.1@evil.example", 400),
        ("evil.example#127.0.0.1", 400),
    ],
)
def test_only_the_names_of_this_machine_are_answered(
    example: Reader, host: str, status: int
) -> None:
    """A site that points its own name at this address is refused (DNS rebinding)."""
    found = example.get("/operation.json", host=host)

    assert found.status_code == status


def test_a_named_host_is_answered_and_any_number_where_all_are_bound() -> None:
    """A rebinding site comes by name, never by number."""
    with Reader(make_app("example", hosts=("0.0.0.0", "room.example"))) as reader:  # noqa: S104
        for host, status in (
            ("room.example", 200),
            ("192.168.0.7:8765", 200),
            ("[fe80::1]:8765", 200),
            ("evil.example", 400),
        ):
            assert reader.get("/operation.json", host=host).status_code == status


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_other_methods_are_not_understood(example: Reader, method: str) -> None:
    """What is read is read with GET and HEAD; jobs are begun and cancelled."""
    found = example.ask(method, "/what-if.json")

    assert (found.status_code, found.headers["allow"]) == (405, "GET")
    assert found.json()["kind"] == "NoSuchAddress"


def test_head_is_get_without_the_body(example: Reader) -> None:
    """The headers are the same."""
    head = example.ask("HEAD", "/what-if.json")
    whole = example.get("/what-if.json")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == whole.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:8765"}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_only_our_own_pages_begin_and_cancel_jobs(
    example: Reader, headers: dict[str, str], status: int
) -> None:
    """A form of another site can send neither JSON nor from here."""
    sent = {"content-type": "application/json", **headers}
    body = b'{"question": "assessment"}'

    assert example.ask("POST", "/jobs", content=body, headers=sent).status_code == status
    if status == 403:
        assert example.ask("DELETE", "/jobs/none", headers=headers).status_code == 403


def test_what_is_sent_is_bounded(example: Reader) -> None:
    """By what it says it is, and by what it is."""
    headers = {"content-type": "application/json"}

    said = example.ask("POST", "/jobs", content=b"x" * (LARGEST_BODY + 1), headers=headers)
    unsaid = example.ask("POST", "/jobs", content=_pieces(), headers=headers)
    wrong = example.ask("POST", "/jobs", content=b"{}", headers={**headers, "content-length": "-1"})

    assert said.status_code == 413
    assert unsaid.status_code in {400, 422}
    assert wrong.status_code == 413
    assert example.get(f"/what-if.json?tab={'x' * 32_000}").status_code == 414


async def _pieces() -> AsyncIterator[bytes]:
    for _ in range(LARGEST_BODY // 1_000 + 2):
        yield b" " * 1_000


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder as the front end is built into, with a secret beside it."""
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>room</title>", encoding="utf-8")
    (folder / "assets" / "app-1.js").write_text("export {}", encoding="utf-8")
    (folder / "assets" / "map-1.json").write_text("{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "assets" / "up").symlink_to(tmp_path)
    return folder


@pytest.fixture
def pages(built: Path) -> Reader:
    """Return a reader of a room whose pages are built."""
    reader = Reader("example")
    reader.app.state.pages = Pages(built)
    return reader


UP = "../secret.txt"
WAYS = (
    UP,
    f"../{UP}",
    f"..//{UP}",
    quote(UP, safe=""),
    quote(quote(UP, safe=""), safe=""),
    "..%2f..%2fsecret.txt",
    "%2e%2e/%2e%2e/secret.txt",
    "%2e%2e%2f%2e%2e%2fsecret.txt",
    "..%5c..%5csecret.txt",
    "..%c0%af..%c0%afsecret.txt",
    "%2fetc%2fpasswd",
    "//etc/passwd",
    "link.txt",
    "up/secret.txt",
    "app-1.js%00.txt",
    "%00",
    "",
    ".",
    "..",
    "%2e%2e/index.html/..",
    "app-1.js/",
    "x" * 5_000,
)


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_out_of_the_folder(pages: Reader, way: str) -> None:
    """Neither dots nor their encodings, nor links, nor absolute paths, nor NULs."""
    with pages:
        url = httpx.URL(HERE).copy_with(raw_path=f"/assets/{way}".encode())
        found = pages.ask("GET", url)

    assert found.status_code in {404, 200}
    assert "secret" not in found.text
    within = {"export {}", "<!doctype html><title>room</title>"}
    assert found.status_code == 404 or found.text in within


def test_pages_and_their_files_are_given_as_built(pages: Reader) -> None:
    """A file is kept for good, because its name changes when it does; a page never is."""
    with pages:
        for address in (
            "/",
            "/what-if?suppose=a=true",
            "/ledger",
            "/ledger/x",
            "/evidence",
            "/evidence/S-1.2",
            "/party/GBR",
            "/timeline",
            "/brief",
        ):
            page = pages.get(address)
            assert (page.status_code, page.text) == (200, "<!doctype html><title>room</title>")
            assert page.headers["content-type"] == "text/html; charset=utf-8"
            assert page.headers["cache-control"] == "no-cache"
        script = pages.get("/assets/app-1.js")

    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_where_nothing_is_built_a_page_says_how(tmp_path: Path) -> None:
    """The data are served all the same."""
    with Reader("example") as reader:
        reader.app.state.pages = Pages(tmp_path / "none")
        page = reader.get("/what-if")

        assert page.status_code == 503
        assert "npm run build" in page.text
        assert reader.get("/what-if.json").status_code == 200
