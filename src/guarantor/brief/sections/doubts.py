"""What is already so, what is assumed, and where the data is in doubt."""

from guarantor.brief.content import Block, Bullets, Entry, Row, Section, Sentence, Table, tell
from guarantor.brief.document import Assumption, FindingRow
from guarantor.brief.index import Index
from guarantor.brief.naming import name, offer
from guarantor.brief.words import capital, count, number, say_date, spaced


def doubts(index: Index) -> Section:
    """Return the settled propositions, the assumptions and the findings."""
    tables = (_already_so(index), _assumptions(index))
    blocks: list[Block] = [table for table in tables if table.rows]
    return Section(
        anchor="doubts", title="Assumptions and findings", blocks=(*blocks, *_findings(index))
    )


def _already_so(index: Index) -> Table:
    rows = []
    for row in index.document["already_so"]:
        state = index.state(row["id"])
        since = index.figure(say_date(row["since"]), state[2] if state else ())
        rows.append(Row(cells=(tell(name(index, row["id"])), tell(row["is"]), tell(since))))
    return Table(caption="Already so", columns=("Proposition", "It", "Since"), rows=tuple(rows))


def _assumptions(index: Index) -> Table:
    return Table(
        caption="Assumed or read into words: nobody said these",
        columns=("What", "Basis", "Of what, or how much", "Why"),
        rows=tuple(_assumption(index, row) for row in index.document["assumptions"]),
        reads_down=True,
    )


def _assumption(index: Index, row: Assumption) -> Row:
    term = row.get("term", "")
    when, _, text = term.rpartition(" when ")
    said = capital(index.sentences.get(text if when else term, term))
    what = f"{name(index, when)}, when {said[:1].lower()}{said[1:]}" if when else said
    cells = (
        what or capital(spaced(name(index, row.get("id", "")))),
        row["basis"],
        _value(index, row),
    )
    return Row(cells=(*map(tell, cells), tell(capital(row["note"]))))


def _value(index: Index, row: Assumption) -> str:
    value, low, high = row["value"], row["low"], row["high"]
    if isinstance(value, str):
        return offer(index, value) if value in index.offers else name(index, spaced(value))
    told = "" if value is None else number(value)
    if low is None or high is None or low == high:
        return told
    return (
        f"{told}, range {number(low)}–{number(high)}" if told else f"{number(low)}–{number(high)}"
    )


def _findings(index: Index) -> list[Entry]:
    """Return the findings, one entry for each kind of doubt."""
    kinds: dict[str, list[FindingRow]] = {}
    for row in index.document["findings"]:
        kinds.setdefault(row["code"], []).append(row)
    return [
        Entry(
            title=f"Finding: {spaced(code)} ({len(rows)})",
            blocks=(Bullets(tuple(_doubt(index, row) for row in rows)),),
        )
        for code, rows in kinds.items()
    ]


def _doubt(index: Index, row: FindingRow) -> Sentence:
    cited = index.known(row["evidence"])
    message = capital(row["message"].rstrip("."))
    if not cited:
        return tell(f"{message}.")
    return tell(f"{message} (", index.figure(count(len(cited), "statement"), cited), ").")
