"""The brief as one file: it carries the what-if, and works without any network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guarantor.model import Operation, Status
from guarantor.room import Options, Source, assess, open_source, what_if, write_page
from tests.web.browser.serving import Watched

BACKSTOP = "The United States stands behind the force"


def _written(source: Source, options: Options, path: Path) -> Path:
    document = assess(source.operation, options)
    write_page(document, path, what_if(source, options, document))
    return path


@dataclass
class Opened:
    """A file, opened where there is no network."""

    page: Page
    watched: Watched


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the brief of the bundled operation with the backstop supposed to fail."""
    options = Options(suppose={"us_backstop": False})
    path = tmp_path_factory.mktemp("single") / "a brief.html"
    return _written(open_source("ukraine-2025"), options, path)


@pytest.fixture
def offline(browser: Browser, file: Path) -> Iterator[Opened]:
    """Yield it, opened where there is no network."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    watched = Watched(page, file.as_uri())
    page.goto(file.as_uri())
    yield Opened(page, watched)
    context.close()
    watched.check()


def test_the_file_answers_a_flip_by_itself(offline: Opened) -> None:
    """It opens on what the brief supposes; back as stated, 42 offers can stand, as assessed."""
    page = offline.page
    standing = page.get_by_test_id("offers-standing")
    expect(standing).to_have_attribute("data-value", "38")
    expect(page.get_by_test_id("p-met")).to_have_attribute("data-value", "1")

    group = page.get_by_role("radiogroup", name=BACKSTOP, exact=True)
    group.get_by_role("radio", name="as stated", exact=True).check()
    expect(standing).to_have_attribute("data-value", "42")

    page.go_back()
    expect(standing).to_have_attribute("data-value", "38")


def test_the_state_stands_behind_the_hash_and_survives_a_reload(offline: Opened) -> None:
    """A link to a source within the file changes nothing of it."""
    page = offline.page
    page.get_by_role("radiogroup", name="A peace agreement is signed").get_by_role(
        "radio", name="fails", exact=True
    ).check()
    address = page.url
    said = page.get_by_test_id("offers-standing").get_attribute("data-value")
    page.locator("a[href^='#s-']").first.click()
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", said or "")

    page.goto(address)
    page.reload()
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", said or "")


def test_what_needs_the_room_is_said(offline: Opened) -> None:
    """A single offer is compiled anew by the server, which a file has not."""
    page = offline.page
    page.get_by_placeholder("Find a switch").fill("Estonia")
    page.get_by_role("radiogroup", name="land troops of Estonia").get_by_role(
        "radio", name="stays out", exact=True
    ).check()

    expect(page.get_by_text("needs the room itself (guarantor serve)")).to_be_visible()
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", "37")


def test_the_policy_names_the_scripts_and_the_styles_of_the_file(tmp_path: Path) -> None:
    """Everything else is refused; the data is no script and cannot end its element."""
    text = _written(open_source("example"), Options(), tmp_path / "brief.html").read_text("utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)

    assert policy.count("sha256-") == 3
    assert "unsafe" not in policy
    (data,) = re.findall(r'<script type="text/plain" id="what-if-data">([^<]*)</script>', text)
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", data)


def test_of_a_live_operation_the_public_file_has_no_what_if(tmp_path: Path) -> None:
    """Whoever held it could try who would break the operation by staying out."""
    source = open_source("example")
    live = Source(
        kind=source.kind,
        place=source.place,
        operation=_live(source.operation),
        pieces=source.pieces,
    )
    text = _written(live, Options(), tmp_path / "brief.html").read_text("utf-8")

    assert "what-if-data" not in text
    assert "<script" not in text
    told = _written(live, Options(audience="coalition"), tmp_path / "told.html").read_text("utf-8")
    assert "what-if-data" in told


def _live(operation: Operation) -> Operation:
    return replace(operation, status=Status.LIVE)


def test_the_same_question_gives_the_same_file(tmp_path: Path) -> None:
    """No clock and no chance enters."""
    source = open_source("example")
    first = _written(source, Options(), tmp_path / "first.html").read_bytes()

    assert first == _written(source, Options(), tmp_path / "second.html").read_bytes()
