"""Rooms that are not as one would wish: empty, faulty, live, large, or without their server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.viability.generator import coalition
from benchmarks.web.folder import write_folder
from guarantor.operation import bundled
from tests.ledger.folders import opened
from tests.web.browser.conftest import Open
from tests.web.browser.serving import serving

SCREENS = ("/what-if", "/ledger", "/evidence", "/party", "/timeline", "/brief")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the example."""
    return Path(shutil.copytree(bundled("example"), tmp_path / "example"))


def test_an_empty_operation_shows_every_screen(look: Open, tmp_path: Path) -> None:
    """Parties and a need, and not one offer or statement."""
    opened(tmp_path)
    with serving(tmp_path) as address:
        for path in SCREENS:
            page = look(address, path)
            expect(page.get_by_test_id("banner")).to_contain_text("Audience: public")
            page.wait_for_load_state("networkidle")
            assert page.get_by_role("alert").count() == 0
            page.close()


def test_faults_are_listed_and_the_page_recovers_once_they_are_mended(
    browser: Browser, folder: Path
) -> None:
    """Every fault with its place; nothing has to be reloaded."""
    parties = folder / "parties.yaml"
    sound = parties.read_text(encoding="utf-8")
    parties.write_text(sound.replace("decision: 0.9", "decision: 1.9"), encoding="utf-8")
    with serving(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/what-if")
        expect(page.get_by_role("heading", name="The folder has 1 fault")).to_be_visible()
        expect(page.get_by_text("parties.yaml:")).to_be_visible()

        parties.write_text(sound, encoding="utf-8")
        expect(page.get_by_test_id("offers-standing")).to_be_visible()
        page.close()


def test_what_is_edited_is_there_after_a_reload(look: Open, folder: Path) -> None:
    """The room reads the folder anew when its files change."""
    with serving(folder) as address:
        page = look(address, "/party/ALF")
        expect(page.get_by_role("heading", name="Alfland")).to_be_visible()
        parties = folder / "parties.yaml"
        changed = parties.read_text(encoding="utf-8").replace("name: Alfland", "name: Elfland")
        parties.write_text(changed, encoding="utf-8")
        page.wait_for_timeout(1_200)
        page.reload()
        expect(page.get_by_role("heading", name="Elfland")).to_be_visible()
        page.close()


def test_a_live_operation_shows_the_public_no_party_switch(look: Open, folder: Path) -> None:
    """Propositions are flipped all the same, and the server answers each."""
    head = folder / "operation.yaml"
    head.write_text(
        head.read_text(encoding="utf-8").replace("status: historical", "status: live"),
        encoding="utf-8",
    )
    with serving(folder) as address:
        page = look(address, "/what-if")
        before = page.get_by_test_id("offers-standing").get_attribute("data-value")
        expect(page.get_by_text("The operation is live")).to_be_visible()
        assert page.get_by_role("radiogroup", name="Bravia", exact=True).count() == 0
        page.get_by_role("radiogroup", name="The south invites the force").get_by_role(
            "radio", name="fails", exact=True
        ).check()
        expect(page.get_by_test_id("offers-standing")).not_to_have_attribute(
            "data-value", before or ""
        )
        page.close()


def test_a_lost_server_is_said_and_found_again(browser: Browser, folder: Path) -> None:
    """What is shown stays; the page asks until somebody answers at the address."""
    with serving(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/ledger")
        expect(page.get_by_test_id("ledger-list")).to_be_visible()
        port = address.rpartition(":")[2]
    page.get_by_role("radio", name="Party by kind").check()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    with serving(folder, "--port", port):
        expect(page.get_by_test_id("events")).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
    page.close()


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a room with 60 parties and 2,000 contributions."""
    assert browser.is_connected()
    drawn = tmp_path_factory.mktemp("large") / "drawn"
    write_folder(coalition(parties=60, contributions=2000, seed=1), drawn)
    with serving(drawn) as address:
        yield address


@pytest.mark.long
def test_a_large_operation_is_sampled_with_its_error(look: Open, large: str) -> None:
    """The logic is worked out in the page, the chances by the server, first coarse, then finer."""
    page = look(large, "/what-if")
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", "2000")
    page.get_by_role("radiogroup", name="It is so that fact1", exact=True).get_by_role(
        "radio", name="fails", exact=True
    ).check()

    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", "1533")
    expect(page.get_by_text("sampled, 524,288 runs, standard error")).to_be_visible()
    expect(page.get_by_test_id("p-met")).to_contain_text("in none of 524,288 runs")


@pytest.mark.long
@pytest.mark.parametrize("path", ["/ledger", "/ledger?shape=grid", "/party", "/party/X01"])
def test_a_large_operation_shows_its_screens(look: Open, large: str, path: str) -> None:
    """Two thousand rows take a moment and no more than that."""
    page = look(large, path)
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text("Party 01")
