"""What was stated, reported and not disclosed, against each line of the need; how needs differ."""

from guarantor.brief.content import Block, Part, Sentence, joined, tell
from guarantor.brief.document import I, LineResult
from guarantor.brief.index import Index
from guarantor.brief.words import capital, count, number, say_interval, spaced


def lines(index: Index) -> list[Block]:
    """Return a sentence for each line of the need, then how far published needs lie apart."""
    told = [_line(index, line) for line in index.document["lines"]]
    return [*told, *_spreads(index)]


def is_something(amount: I) -> bool:
    """Tell whether an amount was given at all; what nobody gave adds up to nothing."""
    return bool(amount["low"] or amount["high"])


def amount_words(amount: I) -> str:
    """Return an amount held against a line; never a zero, which nobody stated."""
    return say_interval(amount) if is_something(amount) else "none"


def behind(index: Index, line: LineResult, basis: str) -> list[str]:
    """Return the offers whose stated or reported amounts are held against a line.

    They can stand and be there. A line does not tell which caveats it excludes: where the offers
    come to more than is held against it, those with a caveat are taken to be excluded.
    """
    rows = [
        row
        for row in index.standing(line["capability"])
        if row["quantity_basis"] == basis
        and row["id"] in index.could_stand
        and row["there"] is not False
    ]
    amount = line["stated"] if basis == "stated" else line["reported"]
    is_all = sum(row["quantity_low"] for row in rows) <= (amount["low"] or 0)
    return [row["id"] for row in rows if is_all or not row["caveats"]]


def _line(index: Index, line: LineResult) -> Sentence:
    need: Part = index.figure(
        f"{say_interval(line['need'])} {spaced(line['unit'])}", line["evidence"]
    )
    against: tuple[Part, ...] = (", against a need of ", need)
    if line["need"]["low"] is None:
        against = (
            ", against a need that ",
            index.figure("nobody put a number to", line["evidence"]),
        )
    desired = " (desired, not essential)" if line["priority"] == "desired" else ""
    opening = f"{capital(spaced(line['capability']))}: "
    return tell(opening, *_amounts(index, line).parts, *against, desired, ".")


def _amounts(index: Index, line: LineResult) -> Sentence:
    told = []
    for basis, verb in (("stated", "stated by"), ("reported", "reported of")):
        amount = line["stated"] if basis == "stated" else line["reported"]
        if is_something(amount):
            offers = behind(index, line, basis)
            said = index.resting(f"{say_interval(amount)} {spaced(line['unit'])}", offers)
            parties = count(len(index.whose(offers)), "party", "parties")
            told.append(tell(said, f" {verb} {parties}"))
    if line["undisclosed"]:
        no_number = "no number stated or reported, " if not told else ""
        many = count(len(line["undisclosed"]), "offer")
        said = index.resting(f"{many} of undisclosed size", line["undisclosed"])
        told.append(tell(no_number, said))
    if told:
        return joined(told, last=", ")
    on_record = bool(index.standing(line["capability"]))
    return tell("no offer that can stand and be there" if on_record else "no offer on record")


def _spreads(index: Index) -> list[Sentence]:
    """Return how far apart the published needs of one capability lie."""
    needs: dict[tuple[str, str], list[LineResult]] = {}
    for row in index.document["requirements"]:
        for line in row["lines"]:
            if line["need"]["low"] is not None:
                needs.setdefault((line["capability"], line["unit"]), []).append(line)
    told = [_spread(index, *key, rows) for key, rows in needs.items()]
    return [sentence for sentence in told if sentence.parts]


def _spread(index: Index, capability: str, unit: str, rows: list[LineResult]) -> Sentence:
    low = min(line["need"]["low"] or 0 for line in rows)
    high = max(line["need"]["high"] or 0 for line in rows)
    if low == high or len(rows) == 1:
        return tell()
    cited = [name for line in rows for name in line["evidence"]]
    span = index.figure(f"{number(low)} to {number(high)} {spaced(unit)}", cited)
    return tell(f"{len(rows)} published needs of {spaced(capability)} run from ", span, ".")
