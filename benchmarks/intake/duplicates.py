"""De-duplication against datasketch: ``python -m benchmarks.intake.duplicates``.

In one run, on the same made-up articles: each has one variant with a share of its words edited.
Both programs get the same shingles of three words, make signatures of 128 values and look for pairs
whose likeness they estimate at 0.3 or more. Times are those of the processor, on one core.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from time import process_time
from typing import Any, NamedTuple

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # one core for every library

import datasketch  # type: ignore[import-untyped]
import numpy as np

from benchmarks.intake.articles import Writer
from guarantor.intake.origins import Fingerprint, fingerprint, origins
from guarantor.intake.origins.banding import alike
from guarantor.intake.origins.wording import bare_words, shingles, signature
from guarantor.intake.passages import passages
from guarantor.intake.readers import read
from guarantor.model import Document

SHARES = (0.0, 0.05, 0.10, 0.15, 0.30)
LIKENESS, VALUES = 0.3, 128
WARM = 200
"""Articles that are read before any time is taken."""

Pairs = set[tuple[int, int]]


class Measured(NamedTuple):
    """What one program found and how long it took.

    Attributes:
        pairs: Which articles it holds together, by their places.
        seconds: For each part of the work.
    """

    pairs: Pairs
    seconds: dict[str, float]


def main() -> None:
    """Print both tables and the throughput."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.intake.duplicates", description=__doc__
    )
    parser.add_argument("--articles", type=int, default=1500, help="originals of each level")
    given = parser.parse_args()
    writer = Writer(5)
    _say("edited | program | recall | precision | shingling | signatures | looking up")
    _say("---: | --- | ---: | ---: | ---: | ---: | ---:")
    ratios = []
    for share in SHARES:
        originals = list(writer.articles(given.articles))
        texts = originals + [writer.edited(text, share) for text in originals]
        shingling, found = _timed(partial(_shingled, texts))
        ours, theirs = _ours(found), _datasketch(found)
        for name, one in (("ours", ours), ("datasketch", theirs)):
            _say(_row(share, name, one, shingling, len(originals)))
        whole = _origins(texts)
        _say(_row(share, "ours, all stages", whole, None, len(originals)))
        ratios.append((sum(theirs.seconds.values()), sum(ours.seconds.values()), shingling))
    _say("")
    apart = sum(theirs for theirs, _, _ in ratios) / sum(ours for _, ours, _ in ratios)
    together = sum(theirs + both for theirs, _, both in ratios) / sum(
        ours + both for _, ours, both in ratios
    )
    _say(f"MinHash stage, shingling apart: {apart:.1f} times as fast as datasketch.")
    _say(f"MinHash stage, the same shingling counted for both: {together:.1f} times as fast.")
    _say(_throughput(writer, 2 * given.articles))


def _shingled(texts: Sequence[str]) -> list[list[str]]:
    return [shingles(bare_words(one)) for one in texts]


def _ours(found: Sequence[Sequence[str]]) -> Measured:
    signing, signed = _timed(lambda: np.stack([signature(one) for one in found]))
    looking, pairs = _timed(
        lambda: {
            pair
            for pair in alike(signed)
            if float(np.mean(signed[pair[0]] == signed[pair[1]])) >= LIKENESS
        }
    )
    return Measured(pairs, {"signatures": signing, "looking up": looking})


def _datasketch(found: Sequence[Sequence[str]]) -> Measured:
    """Return what datasketch makes of it, in the fastest way that it offers: batches of bytes."""

    def sign() -> list[Any]:
        signed = []
        for one in found:
            sketch = datasketch.MinHash(VALUES)
            sketch.update_batch([shingle.encode() for shingle in one])
            signed.append(sketch)
        return signed

    def look(signed: Sequence[Any]) -> Pairs:
        index = datasketch.MinHashLSH(threshold=LIKENESS, num_perm=VALUES)
        pairs: Pairs = set()
        for place, sketch in enumerate(signed):
            for other in index.query(sketch):
                if sketch.jaccard(signed[other]) >= LIKENESS:
                    pairs.add((other, place))
            index.insert(place, sketch)
        return pairs

    signing, signed = _timed(sign)
    looking, pairs = _timed(lambda: look(signed))
    return Measured(pairs, {"signatures": signing, "looking up": looking})


def _origins(texts: Sequence[str]) -> Measured:
    prints = [_print(str(place), text) for place, text in enumerate(texts)]
    seconds, found = _timed(lambda: origins(prints))
    pairs = {
        (min(one, other), max(one, other))
        for origin in found
        for one in map(int, origin.documents)
        for other in map(int, origin.documents)
        if one < other
    }
    return Measured(pairs, {"signatures": 0.0, "looking up": seconds})


def _print(name: str, text: str) -> Fingerprint:
    return next(iter(_prints([(name, text)])))


def _prints(texts: Iterable[tuple[str, str]]) -> Iterator[Fingerprint]:
    for name, text in texts:
        for document in read(text.encode(), name):
            if isinstance(document, Document):
                yield fingerprint(document, passages(document))


def _row(share: float, name: str, measured: Measured, shingling: float | None, count: int) -> str:
    right = {(place, place + count) for place in range(count)}
    both = len(measured.pairs & right)
    recall, precision = both / count, both / len(measured.pairs) if measured.pairs else 1.0
    cells = (
        f"{share:.0%}",
        name,
        f"{recall:.4f}",
        f"{precision:.4f}",
        "–" if shingling is None else f"{shingling:.2f} s",
        "–" if shingling is None else f"{measured.seconds['signatures']:.2f} s",
        f"{measured.seconds['looking up']:.2f} s",
    )
    return " | ".join(cells)


def _throughput(writer: Writer, count: int) -> str:
    """Return how many articles a second one core reads, cleans, divides and holds together."""
    texts = [
        (f"{sha256(text.encode()).hexdigest()[:8]}.txt", text) for text in writer.articles(count)
    ]
    warm = list(_prints(texts[:WARM]))
    origins(warm)
    reading, prints = _timed(lambda: list(_prints(texts)))
    joining, _ = _timed(lambda: origins(prints))
    words = sum(len(text.split()) for _, text in texts) / count
    return (
        f"Clean, passages and near-duplicates of {count:,} articles of {words:.0f} words: "
        f"{count / (reading + joining):,.0f} a second and core "
        f"({1e3 * reading / count:.2f} ms to read and fingerprint one, "
        f"{1e3 * joining / count:.2f} ms to find its origin)."
    )


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = process_time()
    result = work()
    return process_time() - begun, result


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
