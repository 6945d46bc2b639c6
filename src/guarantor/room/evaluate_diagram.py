"""The reference evaluator of a compiled diagram, in plain Python that needs nothing else.

Usage: ``python evaluate_diagram.py FILE [ID=CHANCE | ID=LOW..HIGH]...``
"""

import gzip
import json
import sys

SCHEMA = "guarantor/diagram/1"


class CannotEvaluate(Exception):
    """What is wrong with a file, or with what is asked of it, in one sentence."""

    def __str__(self) -> str:
        return ": ".join(self.args)


class CompiledDiagram:
    """A compiled diagram, read from a file that is compressed or not."""

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:  # noqa: PTH123  nothing more is imported
                data = file.read()
            self.document = json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
            schema = self.document["schema"]
            self.given = self.chances({}) if schema == SCHEMA else {}
        except Exception as error:
            why = getattr(error, "strerror", None) or "no compiled diagram, or a damaged one"
            raise CannotEvaluate(path, f"{why}; make it with guarantor compile") from error
        if schema != SCHEMA:
            raise CannotEvaluate(path, f"its schema is {schema}, and {SCHEMA} is read here")

    def chances(self, changes: dict[str, tuple[float, float]]) -> dict[str, dict[str, list[float]]]:
        """Return the low and the high chance of each target, in each reading."""
        for name in changes.keys() - {one["switch"] for one in self.document["variables"]}:
            raise CannotEvaluate(name, "no switch of this diagram; compile anew to suppose it")
        found: dict[str, dict[str, list[float]]] = {}
        for reading, ends in self.document["answers"].items():
            lows = [self._sweep(ends["low"], case) for case in self._cases("low", changes)]
            highs = [self._sweep(ends["high"], case) for case in self._cases("high", changes)]
            found[reading] = {
                name: [min(one[name] for one in lows + highs), max(one[name] for one in highs)]
                for name in highs[0]
            }
        return found

    def _cases(self, end: str, changes: dict[str, tuple[float, float]]) -> list[list[float]]:
        """Return the chances of all variables at one end; under a not, either end is a case."""
        cases: list[list[float]] = [[]]
        for one in self.document["variables"]:
            given = one["chance"]["low"], one["chance"]["high"]
            low, high = changes.get(one["switch"], given)
            options = {low, high} if one["under_not"] else {low if end == "low" else high}
            cases = [[*case, chance] for case in cases for chance in options]
            if not 0 <= low <= high <= 1 or len(cases) > 1 << 12:
                raise CannotEvaluate(one["switch"], f"{low}..{high}; give one number, 0 to 1")
        return cases

    def _sweep(self, place: int, chances: list[float]) -> dict[str, float]:
        """Return the chance of each target: what every node is worth, foundations first."""
        diagram = self.document["diagrams"][place]
        worth = [0.0, 1.0]
        for layer in diagram["layers"]:
            pairs = zip(layer["low"], layer["high"], strict=True)
            if layer["variable"] is None:
                worth += [worth[a] * worth[b] for a, b in pairs]
                continue
            p = chances[layer["variable"]]
            u, w = (layer[way] + [1] * len(layer["low"]) for way in ("low_weight", "high_weight"))
            terms = zip(u, w, pairs, strict=False)
            worth += [(1 - p) * v * worth[a] + p * w * worth[b] for v, w, (a, b) in terms]
        return {name: min(w * worth[node], 1.0) for name, (w, node) in diagram["roots"].items()}


def main(arguments: list[str]) -> None:
    """Print the chances that a file gives under some changes."""
    try:
        found = CompiledDiagram(arguments[0]).chances(dict(map(_change, arguments[1:])))
    except (CannotEvaluate, IndexError) as error:
        sys.exit(str(error) if arguments else __doc__)
    for reading, targets in found.items():
        lines = [f"  {low:.6f} to {high:.6f}  {name}\n" for name, (low, high) in targets.items()]
        sys.stdout.writelines([f"{reading}\n", *lines])


def _change(text: str) -> tuple[str, tuple[float, float]]:
    name, _, ends = text.partition("=")
    low, _, high = ends.partition("..")
    try:
        return name, (float(low), float(high or low))
    except ValueError as error:
        raise CannotEvaluate(text, "a change reads ID=CHANCE or ID=LOW..HIGH") from error


if __name__ == "__main__":
    main(sys.argv[1:])
