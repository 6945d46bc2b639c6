"""Party by party: what, how firm, on which terms, on whose word, last heard."""

from guarantor.brief.content import Block, Bullets, Entry, Figure, Row, Section, Sentence, Table, tell
from guarantor.brief.document import OfferRow, PartyRow, TermRow
from guarantor.brief.index import Index
from guarantor.brief.sections.waits import BASIS_WORDS
from guarantor.brief.words import capital, listed, say_date, some_of, spaced

MOST_SPEAKERS = 3


def parties(index: Index) -> Section:
    """Return each party with an offer or a term on record; those only heard of in one table."""
    told = [row for row in index.parties.values() if row["offers"] or row["terms"]]
    heard = [row for row in index.parties.values() if not (row["offers"] or row["terms"])]
    blocks: list[Block] = [_party(index, row) for row in told]
    if heard:
        blocks.append(_only_heard(index, heard))
    return Section(anchor="parties", title="Party by party", blocks=tuple(blocks))


def _party(index: Index, row: PartyRow) -> Entry:
    roles = listed(map(spaced, row["roles"]))
    blocks: list[Block] = [tell(f"{capital(roles)}; " if roles else "", "last heard ", _last(index, row), ".")]
    blocks += [tell(row["note"])] if row["note"] else []
    for name in row["offers"]:
        if name in index.offers:
            blocks += _offer(index, index.offers[name])
    if row["terms"]:
        blocks += [tell("For taking part at all, it must be so that"), _terms(index, row["terms"])]
    return Entry(title=f"{row['name']} ({row['code']})", blocks=tuple(blocks))


def _last(index: Index, row: PartyRow) -> Figure:
    if row["last_heard"] is None:
        return Figure("never")
    cited = [n for n in index.known(row["statements"]) if index.statements[n]["published_on"] == row["last_heard"]]
    return index.figure(say_date(row["last_heard"]), cited)


def _offer(index: Index, row: OfferRow) -> list[Block]:
    """Return an offer in one sentence, then its terms."""
    amount = _amount(row)
    caveats = f"; not to be used: {listed(map(spaced, row['caveats']))}" if row["caveats"] else ""
    within = f"; counted within {index.offer(row['part_of'])}" if row["part_of"] else ""
    blocks: list[Block] = [
        tell(
            index.figure(capital(index.kind(row)), row["evidence"]),
            f": {row['firmness']}, {amount}, since {say_date(row['since'])}{caveats}{within}; "
            f"{_stands(row)}. On the word of {_speakers(index, row)}.",
        )
    ]
    blocks += [tell(row["note"])] if row["note"] else []
    if row["terms"]:
        blocks.append(_terms(index, row["terms"]))
    elif row["is_offer"]:
        blocks.append(tell("No term on record."))
    return blocks


def _amount(row: OfferRow) -> str:
    if row["quantity_basis"] == "undisclosed":
        return f"size {row['quantity']}"
    return f"{row['quantity']} {spaced(row['unit'])} ({row['quantity_basis']})"


def _stands(row: OfferRow) -> str:
    if not row["is_offer"]:
        return "no offer while that lasts"
    stand = row["can_stand"]
    if stand["nobody_moves_first"]:
        said = "can stand"
    elif stand["moving_together"]:
        said = "can stand only moving together"
    else:
        said = "cannot stand at the firmness asked about"
    return said if row["there"] is not False else f"{said}, but would not be there on the day"


def _speakers(index: Index, row: OfferRow) -> str:
    said = [index.statements[name] for name in index.known(row["evidence"])]
    names = dict.fromkeys(f"{one['speaker']} ({spaced(one['attribution'])})" for one in reversed(said))
    return listed(some_of(list(names), MOST_SPEAKERS, "others")) or "nobody in this file"


def _terms(index: Index, terms: list[TermRow]) -> Bullets:
    return Bullets(tuple(_term(index, term) for term in terms))


def _term(index: Index, term: TermRow) -> Sentence:
    """Return a term as a sentence, on whose word, and what we read into it."""
    shared = ", for all offers of this kind" if term["common"] else ""
    note = f" {capital(term['note'])}" if term["note"] else ""
    basis = index.figure(BASIS_WORDS.get(term["basis"], term["basis"]), term["evidence"])
    return tell(f"{capital(term['sentence'])} (", basis, f"{shared}).{note}")


def _only_heard(index: Index, rows: list[PartyRow]) -> Table:
    columns = ("Party", "Role", "Last heard", "#Statements", "Note")
    return Table(
        caption="Parties without an offer or a term on record",
        columns=columns,
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
