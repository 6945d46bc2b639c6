"""Makes the pictures of the docs: ``.venv/test/bin/python -m docs.pictures``.

It serves the bundled operation and looks at every screen with Chromium. The environment is that of
the tests, which ``./test`` sets up.
"""

from pathlib import Path

from playwright.sync_api import Page

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


if __name__ == "__main__":
    main()
