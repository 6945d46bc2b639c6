"""How long a flip takes until it is painted: ``python -m benchmarks.web.flipping``.

In headless Chromium, on a room served by the command: from the event that a switch sends to the
second animation frame after it, 50 flips, each from a settled page. For a room whose chances the
server works out, until the chance of the new switches is shown and painted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click
from playwright.sync_api import Page
from rich.console import Console
from rich.table import Table

from benchmarks.viability.generator import coalition
from benchmarks.web.folder import write_folder
from tests.web.browser.serving import browsing, serving

_FLIPS = 50

_FLIP = """async ({ group, option, waits }) => {
  const switches = document.querySelectorAll(".switches [role=radiogroup]");
  const radio = switches[group].querySelectorAll("input")[option];
  const frame = () => new Promise(requestAnimationFrame);
  const told = () => document.querySelector("[data-testid=p-met]")?.dataset.value ?? "";
  const start = performance.now();
  radio.click();
  if (waits) {
    const isNew = () => told() !== "" && performance.now() - start > 5;
    while (!isNew()) await new Promise((go) => setTimeout(go));
  }
  await frame();
  await frame();
  return performance.now() - start;
}"""


def flips(page: Page, count: int, *, waits: bool) -> list[float]:
    """Return how long each of so many flips took, in milliseconds.

    Every flip sets one proposition to fail, or back as stated, in the order of a Gray code, so that
    no set of switches comes twice and nothing that was worked out before answers.
    """
    times = []
    failing: set[int] = set()
    for index in range(1, count + 1):
        group = (index & -index).bit_length() - 1
        failing ^= {group}
        option = 2 if group in failing else 0
        times.append(page.evaluate(_FLIP, {"group": group, "option": option, "waits": waits}))
        page.wait_for_timeout(60)
        page.wait_for_load_state("networkidle")
    return times


@contextmanager
def room(operation: str | Path) -> Iterator[tuple[Page, float]]:
    """Yield a page of a room that has settled, and how long its first load took, in seconds.

    The room was asked once before, so its server is warm; the browser is a new one.
    """
    with serving(operation) as address, browsing() as browser:
        for _ in range(2):
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            page.set_default_timeout(120_000)
            start = perf_counter()
            page.goto(f"{address}/what-if")
            page.locator(".switches [role=radiogroup]").first.wait_for()
            loaded = perf_counter() - start
            page.wait_for_load_state("networkidle")
            page.get_by_test_id("p-met").wait_for()
        yield page, loaded


@click.command()
@click.option("--large/--no-large", default=True, help="Also 60 parties and 2,000 contributions.")
def main(*, large: bool) -> None:
    """Print how long a flip takes until it is painted."""
    table = Table(title=f"From a flip to the second frame, {_FLIPS} flips")
    for column in ("room", "first load, s", "p50, ms", "p95, ms", "worst, ms", "chance"):
        table.add_column(column, justify="left" if column == "room" else "right")
    with TemporaryDirectory() as folder:
        drawn = Path(folder, "drawn")
        rooms: dict[str, str | Path] = {"ukraine-2025": "ukraine-2025", "example": "example"}
        if large:
            write_folder(coalition(parties=60, contributions=2000, seed=1), drawn)
            rooms["60 parties, 2,000 contributions"] = drawn
        for name, operation in rooms.items():
            with room(operation) as (page, loaded):
                said = page.get_by_text("standard error")
                error = said.first.inner_text().strip() if said.count() else "exact"
                times = sorted(flips(page, _FLIPS, waits=operation is drawn))
            row = [times[len(times) // 2], times[int(0.95 * len(times))], times[-1]]
            table.add_row(name, f"{loaded:.2f}", *(f"{one:.0f}" for one in row), error)
    Console().print(table)


if __name__ == "__main__":
    main()
