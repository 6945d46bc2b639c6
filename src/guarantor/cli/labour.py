"""The options that say whose work reads many files, and where what was read is kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def with_labour(command: F) -> F:
    """Add the options that say who reads, and where what was read is kept."""
    options = (
        click.option(
            "--index",
            metavar="FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Keep there what was read, to go on after an interruption.",
        ),
        click.option(
            "--workers",
            type=click.IntRange(min=1),
            metavar="N",
            help="Use so many processes; as many as there are cores if left out.",
        ),
        click.option(
            "--cluster",
            metavar="ADDRESS",
            help="Use the Dask cluster whose scheduler listens there; it has to see the folder.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def lent(workers: int | None, cluster: str | None) -> AbstractContextManager[Executor | None]:
    """Lend the workers of a cluster, or nothing where this machine does the work.

    Raises:
        UsageError: Both are asked for.
    """
    from guarantor.room import dask_executor

    if workers and cluster:
        refused = "--workers are processes of this machine; a cluster brings its own"
        raise click.UsageError(refused)
    return dask_executor(cluster) if cluster else nullcontext()


@contextmanager
def index_file(given: Path | None) -> Iterator[Path]:
    """Lend the index that was asked for, or one that is gone afterwards."""
    if given is not None:
        yield given
        return
    with TemporaryDirectory(prefix="guarantor-") as folder:
        yield Path(folder) / "articles.index"
