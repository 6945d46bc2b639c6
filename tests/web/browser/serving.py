"""The command that serves a room, started as a user does, and a browser that looks at it."""

import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)
_SECONDS = 60
_REFUSED = 400


@contextmanager
def serving(operation: str | Path, *options: str) -> Iterator[str]:
    """Serve an operation on a free port, and yield its address once it answers there."""
    command = [sys.executable, "-m", "guarantor", "serve", str(operation), "--port", "0", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield _first_line(process).rstrip("/\n")
        finally:
            process.terminate()
            process.wait(timeout=_SECONDS)


def _first_line(process: subprocess.Popen[str]) -> str:
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    read = process.stdout.readline
    Thread(target=lambda: lines.put(read()), daemon=True).start()
    line = lines.get(timeout=_SECONDS)
    assert line.startswith("http://"), line
    return line


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield Debian's Chromium; root may not use its sandbox."""
    flags = [*FLAGS, *(["--no-sandbox"] if os.getuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page of which every complaint and every request that leaves the room is noted.

    Attributes:
        page: The page.
        complaints: What the console said, scripts threw and requests failed with.
        elsewhere: Addresses that were asked and are not the room's.
    """

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on(
            "console",
            lambda said: (
                self.complaints.append(said.text) if said.type in {"error", "warning"} else None
            ),
        )
        page.on(
            "response",
            lambda told: (
                self.complaints.append(f"{told.status} {told.url}")
                if told.status >= _REFUSED
                else None
            ),
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith((home, "data:")) else self.elsewhere.append(asked.url)
            ),
        )

    def check(self) -> None:
        """Check that nothing was complained of, and nothing else was asked."""
        assert not self.complaints, self.complaints
        assert not self.elsewhere, self.elsewhere
