"""A folder of 100,000 articles: ``python -m benchmarks.intake.scale``.

Memory for each document, time, and a batch that is killed and asked for again. A quarter of the
articles are variants of others: a tenth of these are copies, the rest edited, up to 15 % of words.
"""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TypeVar

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # the workers are as many as the cores already

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import origins
from guarantor.room.batch_index import BatchIndex
from guarantor.room.batches import BatchReport, batch

T = TypeVar("T")

PER_FOLDER = 1000
OPEN = 400
"""Articles of which a variant may still come."""


def main() -> None:
    """Make the articles, read them, kill the reading, go on, and tell what it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake.scale", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--workers", type=int, help="processes; one for each core where left out")
    parser.add_argument("--folder", type=Path, help="where to put them; else a folder that goes")
    parser.add_argument("--part", choices=["read"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        _read(given.folder, given.workers)
        return
    with TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        begun = perf_counter()
        _write(folder / "articles", given.articles)
        _say(f"{given.articles:,} articles written in {perf_counter() - begun:.0f} s.")
        _kill(folder, given.workers, most=given.articles * 1000)
        _go_on(folder, given.workers)
        _again(folder, given.workers)
        _memory(folder)


def _write(folder: Path, count: int) -> None:
    writer, chance = Writer(7), random.Random(7)  # noqa: S311  no secret hangs on it
    known: list[str] = []
    for number in range(count):
        if known and chance.random() < 0.25:
            text = writer.edited(chance.choice(known), chance.choice((0.0, *range(1, 10))) * 0.0166)
        else:
            text = writer.article()
            known = [*known[-OPEN:], text]
        path = folder / f"{number // PER_FOLDER:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _read(folder: Path, workers: int | None) -> BatchReport:
    return batch(folder / "articles", folder / "index.db", workers=workers, track=_told)


def _told(items: Sequence[T], label: str) -> Iterable[T]:
    """Pass items through, and say every ten thousand how far they are."""
    for number, item in enumerate(items, 1):
        if not number % 10_000:
            sys.stderr.write(f"{label}: {number:,} of {len(items):,}\n")
        yield item


def _kill(folder: Path, workers: int | None, most: int) -> None:
    """Start a batch in a process of its own and kill it once the index has so many bytes."""
    chosen = [] if workers is None else ["--workers", str(workers)]
    command = (sys.executable, "-m", "benchmarks.intake.scale", "--part", "read")
    index = folder / "index.db"
    begun = perf_counter()
    with subprocess.Popen([*command, "--folder", str(folder), *chosen]) as process:
        while process.poll() is None and (not index.exists() or index.stat().st_size < most):
            sleep(0.1)
        os.kill(process.pid, signal.SIGKILL)
    _say(f"Killed with signal 9 after {perf_counter() - begun:.0f} s.")


def _go_on(folder: Path, workers: int | None) -> None:
    begun = perf_counter()
    report = _read(folder, workers)
    seconds = perf_counter() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = (folder / "index.db").stat().st_size / report.documents
    _say(
        f"Gone on: {report.known:,} were known, {report.read:,} read, {report.documents:,} "
        f"documents of {len(report.origins):,} origins in {seconds:.0f} s, at most {most:,.0f} MB "
        f"here and {children:,.0f} MB in a worker; the index has {size:,.0f} bytes a document."
    )


def _again(folder: Path, workers: int | None) -> None:
    begun = perf_counter()
    report = _read(folder, workers)
    _say(
        f"Asked again: {report.known:,} known, {report.read:,} read, in "
        f"{perf_counter() - begun:.0f} s, nearly all of it for the origins."
    )


def _memory(folder: Path) -> None:
    """Tell what is in memory for each document, as Python and numpy allocate it."""
    index = BatchIndex(folder / "index.db")
    tracemalloc.start()
    prints = index.fingerprints()
    kept, _ = tracemalloc.get_traced_memory()
    _say(f"Kept in memory: {kept / len(prints):,.0f} bytes a document.")
    begun = perf_counter()
    found = origins(prints)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    _say(
        f"With what finding {len(found):,} origins takes at its peak: {peak / len(prints):,.0f} "
        f"bytes a document ({perf_counter() - begun:.0f} s while being traced)."
    )
    index.close()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
