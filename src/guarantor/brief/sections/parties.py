"""Party by party: what, how firm, on which terms, on whose word, last heard."""

from guarantor.brief.content import Block, Bullets, Entry, Figure, Part, Row, Section, Table, tell
from guarantor.brief.document import PartyRow
from guarantor.brief.index import Index
from guarantor.brief.sections.offer_told import offer_blocks, term_sentence
from guarantor.brief.words import capital, listed, say_date, spaced


def parties(index: Index) -> Section:
    """Return each party with an offer or a term on record; those only heard of in one table."""
    told = [row for row in index.parties.values() if row["offers"] or row["terms"]]
    heard = [row for row in index.parties.values() if not (row["offers"] or row["terms"])]
    blocks: list[Block] = [*_common(index), *(_party(index, row) for row in told)]
    if heard:
        blocks.append(_only_heard(index, heard))
    return Section(anchor="parties", title="Party by party", blocks=tuple(blocks))


def _common(index: Index) -> list[Block]:
    """Return the terms that offers share, once for all of them."""
    shared = {
        term["text"]: term
        for row in index.offers.values()
        if row["is_offer"]
        for term in row["terms"]
        if term["common"]
    }
    if not shared:
        return []
    told: list[Block] = []
    for text, term in shared.items():
        of = dict.fromkeys(
            spaced(row["capability"] or "")
            for row in index.offers.values()
            if row["is_offer"] and any(one["text"] == text for one in row["terms"])
        )
        opening: tuple[Part, ...] = (f"Every offer of {listed(of)} also waits for this: ",)
        told.append(tell(*opening, *term_sentence(term, index).parts))
    return told


def _party(index: Index, row: PartyRow) -> Entry:
    roles = capital(listed(map(spaced, row["roles"])))
    heard = "last heard " if roles else "Last heard "
    blocks: list[Block] = [tell(f"{roles}; " if roles else "", heard, _last(index, row), ".")]
    blocks += [tell(row["note"])] if row["note"] else []
    for name in row["offers"]:
        if name in index.offers:
            blocks += offer_blocks(index, index.offers[name])
    if row["terms"]:
        told = tuple(term_sentence(term, index) for term in row["terms"])
        blocks += [tell("Takes part at all only on these terms:"), Bullets(told)]
    return Entry(title=f"{row['name']} ({row['code']})", blocks=tuple(blocks))


def _last(index: Index, row: PartyRow) -> Figure:
    """Return when the party was last heard, resting on what was published that day."""
    if row["last_heard"] is None:
        return Figure("never")
    known = (index.statements[name] for name in index.known(row["statements"]))
    cited = [one["id"] for one in known if one["published_on"] == row["last_heard"]]
    return index.figure(say_date(row["last_heard"]), cited)


def _only_heard(index: Index, rows: list[PartyRow]) -> Table:
    return Table(
        caption="Parties without an offer or a term on record",
        columns=("Party", "Role", "Last heard", "#Statements", "Note"),
        rows=tuple(
            Row(
                cells=(
                    tell(f"{row['name']} ({row['code']})"),
                    tell(listed(map(spaced, row["roles"]))),
                    tell(_last(index, row)),
                    tell(index.figure(str(len(row["statements"]) or "none"), row["statements"])),
                    tell(row["note"]),
                )
            )
            for row in rows
        ),
        reads_down=True,
    )
