"""The pictures of answer 1: offers by firmness, and what is on the table against each need."""

from guarantor.brief.content import Chart, Row, Table, tell
from guarantor.brief.document import LineResult, OfferRow, RequirementRow
from guarantor.brief.firmness import firmest_first
from guarantor.brief.index import Index
from guarantor.brief.naming import kind, need_title, offer, party_list
from guarantor.brief.pictures import NeedsGroup, NeedsPicture, OffersPicture, Span, Tile
from guarantor.brief.sections.against_needs import amount_words, behind, is_something
from guarantor.brief.words import capital, count, say_interval, spaced

Held = tuple[RequirementRow, LineResult]
Groups = dict[str, list[tuple[str, list[OfferRow]]]]


def offers_chart(index: Index) -> Chart:
    """Return every offer by capability and firmness, what the need asks for first."""
    groups = _groups(index)
    many = sum(len(rows) for group in groups.values() for _, rows in group)
    picture = OffersPicture(
        title="Offers by capability and firmness",
        description=f"{count(many, 'offer')}, each a tile with the code of its party; the border "
        "is solid where the party itself gave a number and dashed where it did not.",
        capabilities=tuple(
            (name, tuple((word, tuple(_tile(index, row) for row in rows)) for word, rows in group))
            for name, group in groups.items()
        ),
    )
    table = Table(
        caption="Offers by capability and firmness",
        columns=("Capability", "Firmness", "#Offers", "#With its party’s number", "Parties"),
        rows=tuple(
            _row(index, name, word, rows) for name, group in groups.items() for word, rows in group
        ),
    )
    return Chart(picture, table)


def _groups(index: Index) -> Groups:
    """Return the offers: the need's capabilities first, then what others need, then the rest."""
    first = [*index.capabilities, *sorted(index.published)]
    order = {name: place for place, name in enumerate(dict.fromkeys(first))}
    rows = [row for row in index.offers.values() if row["is_offer"]]
    groups: dict[str, list[OfferRow]] = {}
    for row in sorted(rows, key=lambda row: order.get(row["capability"] or "", len(order))):
        groups.setdefault(capital(kind(row)), []).append(row)
    return {name: _by_firmness(mine) for name, mine in groups.items()}


def _by_firmness(rows: list[OfferRow]) -> list[tuple[str, list[OfferRow]]]:
    rows = sorted(rows, key=lambda row: row["party"])
    words = firmest_first(row["firmness"] for row in rows)
    return [(word, [row for row in rows if row["firmness"] == word]) for word in words]


def _tile(index: Index, row: OfferRow) -> Tile:
    said = f"{capital(offer(index, row['id']))}: {row['firmness']}, {row['quantity']}"
    return Tile(code=row["party"], label=said, has_number=row["quantity_basis"] == "stated")


def _row(index: Index, capability: str, firmness: str, rows: list[OfferRow]) -> Row:
    names = [row["id"] for row in rows]
    stated = [row["id"] for row in rows if row["quantity_basis"] == "stated"]
    return Row(
        cells=(
            tell(capability),
            tell(firmness),
            tell(index.resting(str(len(names)), names)),
            tell(index.resting(str(len(stated)) if stated else "none", stated)),
            tell(party_list(index, index.whose(names))),
        )
    )


def needs_chart(index: Index) -> Chart:
    """Return each published need with what was stated, reported and not disclosed against it."""
    held = [(row, line) for row in index.document["requirements"] for line in row["lines"]]
    groups: dict[tuple[object, ...], list[Held]] = {}
    for row, line in held:
        amounts = (*line["stated"].values(), *line["reported"].values(), *line["undisclosed"])
        groups.setdefault((line["capability"], line["unit"], *amounts), []).append((row, line))
    picture = NeedsPicture(
        title="On the table against each published need",
        description="For each capability what was stated and reported, as bars from zero; offers "
        "of undisclosed size as a hatched bar that is open at its end; and each published need.",
        groups=tuple(_group(lines) for lines in groups.values() if _is_drawn(lines)),
    )
    table = Table(
        caption="Published needs and what is held against them",
        columns=("Published need", "Of what", "#Need", "#Stated", "#Reported", "#Undisclosed"),
        rows=tuple(_need_row(index, row, line) for row, line in held),
    )
    return Chart(picture, table)


def _is_drawn(held: list[Held]) -> bool:
    """Tell whether a group has a need with a number; a need that is unknown has no length."""
    return any(line["need"]["low"] is not None for _, line in held)


def _group(held: list[Held]) -> NeedsGroup:
    line = held[0][1]
    amounts = (("stated", line["stated"]), ("reported", line["reported"]))
    needs = [
        Span(label=need_title(row), low=one["need"]["low"], high=one["need"]["high"])
        for row, one in held
        if one["need"]["low"] is not None
    ]
    return NeedsGroup(
        capability=capital(spaced(line["capability"])),
        unit=spaced(line["unit"]),
        disclosed=tuple(
            Span(label=label, low=amount["low"] or 0, high=amount["high"])
            for label, amount in amounts
            if is_something(amount)
        ),
        undisclosed=len(line["undisclosed"]),
        needs=tuple(sorted(needs, key=lambda need: (need.low, need.label))),
    )


def _need_row(index: Index, row: RequirementRow, line: LineResult) -> Row:
    asked = " (asked about)" if row["asked"] else ""
    undisclosed = count(len(line["undisclosed"]), "offer") if line["undisclosed"] else "none"
    return Row(
        cells=(
            tell(f"{need_title(row)}{asked}"),
            tell(f"{spaced(line['capability'])}, {spaced(line['unit'])}"),
            tell(index.figure(say_interval(line["need"]), line["evidence"])),
            tell(index.resting(amount_words(line["stated"]), behind(index, line, "stated"))),
            tell(index.resting(amount_words(line["reported"]), behind(index, line, "reported"))),
            tell(index.resting(undisclosed, line["undisclosed"])),
        )
    )
