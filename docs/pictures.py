"""Makes the pictures of the docs: ``.venv/test/bin/python -m docs.pictures``.

It serves the bundled operation and looks at every screen with Chromium; the evidence queue it shows
on a copy of the example, into which it pastes an article. The environment is that of the tests,
which ``./test`` sets up.
"""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from guarantor.operation import bundled
from guarantor.room import Receiving, receive
from tests.web.browser.serving import browsing, serving

OUT = Path(__file__).parent / "_static"
FLIP = "suppose=us_backstop=false"
SCREENS = {
    "room-what-if": f"/what-if?{FLIP}",
    "room-explained": f"/what-if?{FLIP}&select=us_backstop",
    "room-lines": "/what-if",
    "room-map": "/what-if",
    "room-breaks": "/what-if?tab=breaks",
    "room-asks": "/what-if?tab=asks",
    "room-scenarios": f"/what-if?tab=scenarios&{FLIP}&scenario=No%20peace~peace_agreement-",
    "room-ledger": "/ledger?compare=2025-03-03",
    "room-grid": "/ledger?shape=grid",
    "room-history": "/ledger/gbr-troops",
    "room-evidence": "/evidence",
    "room-statement": "/evidence/GBR-20250315-troops-1",
    "room-contradictions": "/evidence?shown=contradictions",
    "room-party": "/party/GBR",
    "room-timeline": "/timeline",
    "room-brief": "/brief",
}
"""Each picture with its address."""
AT = {
    "room-lines": "#lines-title",
    "room-map": "#map-title",
    "room-breaks": "#tab-breaks",
    "room-asks": "#tab-asks",
    "room-scenarios": "#tab-scenarios",
}
"""What is scrolled to, where it is not the top."""
ARTICLE = """\
Ministers of four states met on the coast on Friday.
The prime minister of Alfland told the house that two thousand soldiers would go, and no more.
Bravia would send four aircraft, but will not say on which terms. Charland waits for Bravia.
Deltia would now send three hundred soldiers. The head of government of the north said that the \
order to cease fire would be signed.
The prime minister of Alfland told the house that two thousand soldiers would go, and no more.
"""
"""What the queue is shown with, about the made-up states of the example."""


def take(page: Page, name: str, path: str) -> None:
    """Take the picture of a screen once it has settled."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    for _ in range(2):  # what comes into view may still have to be loaded, and moves what is below
        if name in AT:
            page.locator(AT[name]).evaluate("(one) => one.scrollIntoView({ block: 'start' })")
            page.evaluate("scrollBy(0, -24)")
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(300)
    if name == "room-asks":
        page.get_by_text("Together bring most").wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)
    page.screenshot(path=OUT / f"{name}.png")


def of_the_queue(browser: Browser) -> None:
    """Make the pictures of the evidence queue: an article, a statement of it, a step taken."""
    with TemporaryDirectory() as made:
        folder = Path(shutil.copytree(bundled("example"), Path(made) / "example"))
        how = Receiving(by="A. Nalyst", dated=date(2025, 3, 14), everything=True)
        told = receive(str(folder), [("friday.txt", ARTICLE.encode())], how)
        document = told["received"][0]["id"]
        receive(str(folder), [("wire.txt", f"By wire.\n\n{ARTICLE}".encode())], how)
        undated = Receiving(by="A. Nalyst", everything=True)
        receive(str(folder), [("note.txt", b"Bravia asked Alfland for two ships.")], undated)
        with serving(folder, "--edit") as address:
            page = browser.new_page(
                base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
            )
            page.goto(f"/review/{document}")
            page.locator("#who").fill("A. Nalyst")
            page.locator("#who").press("Enter")
            page.get_by_test_id("text").wait_for()
            while not page.get_by_text("Deltia will send no soldiers.").first.is_visible():
                page.keyboard.press("j")
                page.get_by_test_id("quote").wait_for()
            form = page.get_by_test_id("form")
            form.get_by_label("Speaks for", exact=True).fill("DEL Deltia")
            form.get_by_label("Standing").select_option("minister")
            form.get_by_label("Speaker", exact=True).fill("The cabinet of Deltia")
            _settled(page, "room-review-document")
            page.keyboard.press("Control+Enter")
            page.get_by_test_id("facts").first.wait_for()
            page.keyboard.press("d")
            page.get_by_role("button", name="Take the step").wait_for()
            _settled(page, "room-review-drafts")
            page.keyboard.press("Enter")
            page.get_by_test_id("effect").wait_for()
            _settled(page, "room-review-effect")
            page.goto("/review")
            page.get_by_test_id("queue").wait_for()
            page.locator("#who").fill("A. Nalyst")
            page.locator("#who").press("Enter")
            _settled(page, "room-review")
            page.close()


def _settled(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)
    page.screenshot(path=OUT / f"{name}.png")


def main() -> None:
    """Make every picture anew."""
    OUT.mkdir(exist_ok=True)
    with serving("ukraine-2025") as address, browsing() as browser:
        context = browser.new_context(
            base_url=address,
            viewport={"width": 1280, "height": 900},
            color_scheme="light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(120_000)
        for name, path in SCREENS.items():
            take(page, name, path)
        page.goto("/brief.html")
        page.screenshot(path=OUT / "brief.png")
        of_the_queue(browser)


if __name__ == "__main__":
    main()
