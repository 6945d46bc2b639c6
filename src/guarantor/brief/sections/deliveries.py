"""Aid, measures and what else no published need asks for: promised, allocated, delivered."""

from guarantor.brief.content import Block, Row, Section, Sentence, Table, tell
from guarantor.brief.document import OfferRow
from guarantor.brief.index import Index
from guarantor.brief.naming import kind, offer, party
from guarantor.brief.words import capital, say_date, spaced
from guarantor.model import Firmness

ALLOCATED = frozenset(map(str, (Firmness.ALLOCATED, Firmness.COMMITTED)))


def deliveries(index: Index) -> Section:
    """Return what is promised, allocated and delivered, levels of promise apart, units as given."""
    everything = index.offers.values()
    rows = [
        row for row in everything if row["capability"] and row["capability"] not in index.published
    ]
    rows.sort(key=lambda row: (kind(row), party(index, row["party"]), row["since"]))
    columns = ("What", "Party", "#Promised", "#Allocated", "#Delivered", "Since", "Note")
    table = Table(
        caption="By firmness; amounts in different units or at different levels are never summed",
        columns=columns,
        rows=tuple(_row(index, row) for row in rows),
        reads_down=True,
    )
    blocks: list[Block] = [table] if rows else []
    return Section(anchor="aid", title="Aid, measures and other offers", blocks=tuple(blocks))


def _row(index: Index, row: OfferRow) -> Row:
    within = f"counted within {offer(index, row['part_of'])}" if row["part_of"] else ""
    note = "; ".join(text for text in (within, row["note"]) if text)
    return Row(
        cells=(
            tell(capital(kind(row))),
            tell(party(index, row["party"])),
            *(_at(index, row, level) for level in ("promised", "allocated", "delivered")),
            tell(say_date(row["since"])),
            tell(note),
        )
    )


def _at(index: Index, row: OfferRow, level: str) -> Sentence:
    """Return the amount under the level it has reached; what was stopped stands under promised."""
    if _level(row["firmness"]) != level:
        return tell()
    if not row["is_offer"]:
        return tell(index.figure(row["firmness"], row["evidence"]))
    unit = f" {spaced(row['unit'])}" if row["quantity_basis"] != "undisclosed" else ""
    said = f"{row['quantity']}{unit}"
    return tell(index.figure(said, row["evidence"]), f" ({row['firmness']})")


def _level(firmness: str) -> str:
    if firmness == Firmness.DELIVERED:
        return "delivered"
    return "allocated" if firmness in ALLOCATED else "promised"
