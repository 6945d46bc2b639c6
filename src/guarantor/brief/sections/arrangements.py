"""Arrangements: how far command, mandate and the rest are settled."""

from guarantor.brief.content import Row, Section, Table, tell
from guarantor.brief.index import Index
from guarantor.brief.words import capital, count, listed, spaced


def arrangements(index: Index) -> Section:
    """Return what is decided, open, contested or unknown."""
    rows = index.document["arrangements"]
    states = dict.fromkeys(row["state"] for row in rows)
    told = [f"{sum(row['state'] == state for row in rows)} {state}" for state in states]
    opening = tell(f"Of {count(len(rows), 'arrangement')}: {listed(told)}.")
    table = Table(
        caption="Arrangements",
        columns=("Topic", "State", "What is known"),
        rows=tuple(
            Row(
                cells=(
                    tell(capital(spaced(row["topic"]))),
                    tell(index.figure(row["state"], row["evidence"])),
                    tell(" ".join(text for text in (row["text"], row["note"]) if text)),
                )
            )
            for row in rows
        ),
        reads_down=True,
    )
    return Section(
        anchor="arrangements", title="Arrangements", blocks=(opening, table) if rows else ()
    )
