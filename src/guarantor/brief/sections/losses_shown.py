"""The picture and the tables of answer 3: which offers are lost with what."""

from guarantor.brief.content import Chart, Row, Table, tell
from guarantor.brief.document import HangsOn
from guarantor.brief.firmness import firmest_first, shares
from guarantor.brief.grounds import Grounds, on_whose_word
from guarantor.brief.index import Index
from guarantor.brief.naming import name, offer, party_list, said_of, title
from guarantor.brief.pictures import Bar, LossesPicture
from guarantor.brief.sections.leading import followers
from guarantor.brief.words import capital, listed, some_of

MOST_BARS = 10
MOST_NAMED = 3


def losses_chart(index: Index, rows: list[HangsOn], ground: Grounds) -> Chart:
    """Return the offers of any kind that are lost with each proposition, by firmness."""
    total = len(index.could_stand)
    picture = LossesPicture(
        title="Offers lost if one thing fails",
        description=f"Of {total} offers of any kind that could stand, all else as favourable as "
        "can be, how many are lost with each proposition, firmest first.",
        total=total,
        bars=tuple(
            Bar(
                label=title(index, row["id"]),
                by_firmness={
                    word: len(row["lost_by_firmness"][word])
                    for word in firmest_first(row["lost_by_firmness"])
                },
            )
            for row in rows[:MOST_BARS]
        ),
    )
    table = Table(
        caption="Offers of any kind lost if a proposition fails",
        columns=("If this fails", "#Lost", "By firmness", "On whose word", "Whose offers"),
        rows=tuple(_row(index, row, ground) for row in rows),
        reads_down=True,
    )
    return Chart(picture, table)


def _row(index: Index, row: HangsOn, ground: Grounds) -> Row:
    return Row(
        cells=(
            tell(title(index, row["id"])),
            tell(index.resting(str(len(row["lost"])), row["lost"])),
            tell(capital(shares(row["lost_by_firmness"]))),
            tell(capital(on_whose_word(row, ground))),
            tell(party_list(index, index.whose(row["lost"]))),
        )
    )


def parties_table(index: Index) -> Table:
    """Return the offers lost if a party stays out; one that takes only its own has no row."""
    rows = [row for row in index.hangs_on if row["kind"] == "party" and followers(index, row)]
    return Table(
        caption="Offers of any kind lost if a party that others follow stays out",
        columns=("Party", "#Lost", "By firmness", "Others’ among them"),
        rows=tuple(
            Row(
                cells=(
                    tell(name(index, row["id"])),
                    tell(index.resting(str(len(row["lost"])), row["lost"])),
                    tell(capital(shares(row["lost_by_firmness"]))),
                    tell(capital("; ".join(offer(index, one) for one in followers(index, row)))),
                )
            )
            for row in rows
        ),
    )


def weakened_table(index: Index) -> Table:
    """Return which offers need an alternative when something fails, those alike in one row."""
    alike: dict[tuple[str, str], list[str]] = {}
    for row in index.weakens:
        for weak in row["weakened"]:
            ways = [_way(index, one) for one in index.shown_sets(weak["now_needs"])]
            if ways:
                told = "; or ".join(some_of(ways, MOST_NAMED, "ways"))
                alike.setdefault((row["id"], told), []).append(weak["offer"])
    return Table(
        caption="Offers that would then need an alternative",
        columns=("If this fails", "These offers are weakened", "They then need that"),
        rows=tuple(
            Row(
                cells=(
                    tell(title(index, what)),
                    tell(index.resting(capital(listed(offer(index, o) for o in offers)), offers)),
                    tell(capital(told)),
                )
            )
            for (what, told), offers in alike.items()
        ),
        reads_down=True,
    )


def _way(index: Index, literals: list[str]) -> str:
    return listed(
        some_of([said_of(index, one) for one in literals], MOST_NAMED, "propositions hold")
    )
