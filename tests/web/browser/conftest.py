"""Rooms, once for each process that runs tests, and a browser that looks at them.

What drives the browser leaves an event loop running in this thread. It ends with each module, so
that the tests of others can run loops of their own.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from guarantor.web import front_end
from tests.web.browser.serving import CHROMIUM, Watched, browsing, serving


@pytest.fixture(scope="session")
def pages() -> None:
    """See to the pages; without Chromium every test that needs it is skipped."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here (Debian: apt install chromium)")
    front_end.see_to_it()


@pytest.fixture(scope="module")
def browser(pages: None) -> Iterator[Browser]:  # noqa: ARG001  they are there first
    """Yield Chromium."""
    with browsing() as found:
        yield found


@pytest.fixture(scope="session")
def example(pages: None) -> Iterator[str]:  # noqa: ARG001  they are there first
    """Yield the address of a room for the example."""
    with serving("example") as address:
        yield address


@pytest.fixture(scope="session")
def ukraine(pages: None) -> Iterator[str]:  # noqa: ARG001  they are there first
    """Yield the address of a room for the bundled operation."""
    with serving("ukraine-2025") as address:
        yield address


expect.set_options(timeout=30_000)

Open = Callable[..., Page]


@pytest.fixture
def look(browser: Browser) -> Iterator[Open]:
    """Yield what opens a page of a room; at the end nothing may have been complained of."""
    watched: list[Watched] = []
    contexts = []

    def opened(
        address: str, path: str, *, width: int = 1280, dark: bool = False, home: str | None = None
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        watched.append(Watched(page, home or address))
        page.goto(f"{address}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    for one in watched:
        one.check()
