"""Every screen in a browser: what it shows, in which width and light, and whom it lets in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guarantor.web.front_end import ROOT
from tests.web.browser.conftest import Open

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = {
    "/what-if": "offers-standing",
    "/what-if?suppose=us_backstop=false&select=us_backstop": "explain",
    "/what-if?tab=breaks": "offers-standing",
    "/what-if?tab=scenarios&suppose=us_backstop=false": "offers-standing",
    "/ledger": "ledger-list",
    "/ledger?shape=grid&compare=2025-03-03": "ledger-grid",
    "/ledger/gbr-troops": "history",
    "/evidence": "statements",
    "/evidence?shown=documents": "origins",
    "/evidence?shown=contradictions": "contradiction",
    "/evidence/GBR-20250315-troops-1": "statement",
    "/party": "parties",
    "/party/GBR": "party-card",
    "/timeline": "events",
    "/brief": "brief",
}
VIOLATIONS = """async (rules) => {
  const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
}"""


def _shown(page: Page, name: str) -> None:
    expect(page.get_by_test_id(name).first).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_has_no_serious_barrier(look: Open, ukraine: str, path: str) -> None:
    """Axe finds nothing serious or critical in light or dark, and a telephone is wide enough.

    At 390 pixels nothing but tables in their own frames may run out of the page.
    """
    page = look(ukraine, path)
    _shown(page, SCREENS[path])
    expect(page.get_by_test_id("banner")).to_contain_text("Audience: public")
    page.evaluate(AXE.read_text(encoding="utf-8"))

    assert page.evaluate(VIOLATIONS, []) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(VIOLATIONS, ["color-contrast"]) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_row_opens_its_history_and_a_statement_its_page(look: Open, ukraine: str) -> None:
    """From the number to the words that it rests on, one click each."""
    page = look(ukraine, "/ledger")
    page.get_by_test_id("offer-gbr-troops").get_by_role("link").first.click()
    expect(page.get_by_test_id("history")).to_contain_text("pledged")
    page.get_by_test_id("history").get_by_role("link", name="GBR-20250315-troops-1").first.click()

    expect(page.get_by_test_id("statement")).to_contain_text("Coalition to be prepared")
    expect(page.get_by_test_id("rests-on-it")).to_contain_text("land troops of the United Kingdom")


def test_the_ledger_goes_back_to_a_day(look: Open, ukraine: str) -> None:
    """The slider of the day asked from stands in the address, and the banner says the day."""
    page = look(ukraine, "/ledger?as_known_on=2025-03-01")
    expect(page.get_by_test_id("banner")).to_contain_text("as known on 1 Mar 2025")
    slider = page.get_by_role("slider", name="As known on")
    slider.focus()
    slider.press("ArrowRight")

    expect(page.get_by_test_id("banner")).to_contain_text("as known on 2 Mar 2025")
    assert "as_known_on=2025-03-02" in page.url


def test_facets_narrow_the_ledger_and_its_files(look: Open, ukraine: str) -> None:
    """What is exported is exactly this view."""
    page = look(ukraine, "/ledger")
    page.get_by_role("checkbox", name="Poland").check()
    expect(page.get_by_role("status").filter(has_text="of 47")).to_contain_text("3 of 47")

    file = page.get_by_role("link", name="CSV").get_attribute("href")
    text = page.request.get(f"{ukraine}{file}").text()
    assert len(text.strip().splitlines()) == 1 + 3


def test_the_brief_is_the_commands(look: Open, ukraine: str) -> None:
    """It is shown as it is written, and downloaded as one file that carries the what-if."""
    page = look(ukraine, "/brief?suppose=us_backstop=false")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Five answers")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as one file").click()
    assert waiting.value.suggested_filename == "ukraine-2025-brief-public-2025-03-15.html"
    assert 'id="what-if-data"' in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_crimea_is_shown_in_ukraine(look: Open, ukraine: str) -> None:
    """The attribution says so; that the shape is Ukraine's is tested beside the shapes."""
    page = look(ukraine, "/what-if")
    page.get_by_role("heading", name="Where they are").scroll_into_view_if_needed()

    expect(page.get_by_text("UN General Assembly resolution 68/262")).to_be_visible()
    expect(page.locator('path[data-code="UKR"]')).to_have_count(1)
