"""The table of answer 4: what is waited for, by how many offers, on whose word, how it stands."""

from guarantor.brief.content import Row, Sentence, Table, tell
from guarantor.brief.document import Wait
from guarantor.brief.index import Index
from guarantor.brief.naming import NOT, UNDISCLOSED, party_list, said_of
from guarantor.brief.words import capital, clause, say_date
from guarantor.model import Basis

BASIS_WORDS = {
    str(Basis.STATED): "stated",
    str(Basis.REPORTED): "reported",
    str(Basis.READ): "as we read it",
    str(Basis.ASSUMED): "assumed",
}


def awaited(index: Index, row: Wait) -> str:
    """Return what is waited for, as it reads inside a sentence."""
    if row["id"] == UNDISCLOSED:
        return "a condition that nobody disclosed"
    bare = row["id"].removeprefix(NOT)
    if bare in index.propositions or bare in index.parties or bare in index.offers:
        return said_of(index, row["id"])
    return clause(row["text"] or row["id"])


def waits_table(index: Index, rows: list[Wait]) -> Table:
    """Return what is waited for, a row for each thing."""
    heads = (f"#{capital(word)}" for word in BASIS_WORDS.values())
    return Table(
        caption="What offers wait for: number of offers by whose word it is",
        columns=("What", *heads, "Whose offers", "On the record"),
        rows=tuple(_row(index, row) for row in rows),
        reads_down=True,
    )


def _row(index: Index, row: Wait) -> Row:
    offers = (row["by_basis"].get(basis, []) for basis in BASIS_WORDS)
    counts = (tell(index.resting(str(len(names)), names) if names else "") for names in offers)
    whose = party_list(index, row["parties"])
    return Row(
        cells=(tell(capital(awaited(index, row))), *counts, tell(whose), _on_record(index, row))
    )


def _on_record(index: Index, row: Wait) -> Sentence:
    if row["settled"] is not None:
        return tell("already so" if row["settled"] else "settled: it fails")
    state = index.state(row["id"].removeprefix(NOT))
    if state is None:
        return tell("nothing" if row["id"] in index.propositions else "")
    word, since, cited = state
    return tell(f"{word} since ", index.figure(say_date(since), cited))
