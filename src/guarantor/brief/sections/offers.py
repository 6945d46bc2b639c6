"""Answer 1: what is on the table."""

from collections.abc import Iterable

from guarantor.brief.content import Block, Part, Section, Sentence, joined, tell
from guarantor.brief.document import OfferRow
from guarantor.brief.firmness import firmest_first, of_firmness
from guarantor.brief.index import Index
from guarantor.brief.sections.against_needs import lines
from guarantor.brief.sections.aside import aside
from guarantor.brief.sections.counterparts import counterparts
from guarantor.brief.sections.offers_shown import needs_chart, offers_chart
from guarantor.brief.sections.spoken import spoken
from guarantor.brief.words import count, spaced


def offers(index: Index) -> Section:
    """Return who has offered what, how firmly, and how much of it against each published need."""
    charts = (offers_chart(index), needs_chart(index))
    return Section(
        anchor="answer-1",
        title="What is on the table?",
        headline=_headline(index),
        blocks=(
            *spoken(index),
            *lines(index),
            *_elsewhere(index),
            *aside(index),
            *counterparts(index),
            *(chart for chart in charts if chart.table.rows),
        ),
    )


def _headline(index: Index) -> Sentence:
    rows = [row for name in index.capabilities for row in index.standing(name)]
    if not rows:
        return tell("No party has an offer on record of what the need asks for.")
    many = len({row["party"] for row in rows})
    parties = index.resting(count(many, "party", "parties"), (row["id"] for row in rows))
    have = "has" if many == 1 else "have"
    if len(index.capabilities) == 1:
        of = f" {have} an offer of {spaced(index.capabilities[0])} on record"
        shares = _by_firmness(index, rows)
        if many == 1:
            firmest = firmest_first(row["firmness"] for row in rows)[0]
            of, shares = f"{of} ({of_firmness(firmest)})", tell()
    else:
        of = f" {have} an offer on record of what the need asks for"
        shares = joined([_share(index, name) for name in index.capabilities], last=", ")
    colon = ": " if shares.parts else ""
    return tell(parties, of, colon, *shares.parts, "; ", *_numbers(index, rows), ".")


def _by_firmness(index: Index, rows: Iterable[OfferRow]) -> Sentence:
    """Return how many parties stand at which firmness, each counted once at its firmest."""
    offers_of: dict[str, list[OfferRow]] = {}
    for row in rows:
        offers_of.setdefault(row["party"], []).append(row)
    groups: dict[str, list[str]] = {}
    for mine in offers_of.values():
        word = firmest_first(row["firmness"] for row in mine)[0]
        groups.setdefault(word, []).extend(row["id"] for row in mine if row["firmness"] == word)
    told = [
        tell(index.resting(f"{len(index.whose(groups[word]))} {of_firmness(word)}", groups[word]))
        for word in firmest_first(groups)
    ]
    return joined(told, last=", ")


def _share(index: Index, capability: str) -> Sentence:
    """Return how many parties offer a capability, by firmness."""
    rows = index.standing(capability)
    if not rows:
        return tell(f"{spaced(capability)} none")
    names = [row["id"] for row in rows]
    parties = len(index.whose(names))
    if parties == 1:
        word = firmest_first(row["firmness"] for row in rows)[0]
        return tell(f"{spaced(capability)} ", index.resting(f"1 ({of_firmness(word)})", names))
    shares = _by_firmness(index, rows).parts
    return tell(f"{spaced(capability)} ", index.resting(str(parties), names), " (", *shares, ")")


def _numbers(index: Index, rows: list[OfferRow]) -> list[Part]:
    """Return how many gave a number of their own, and of how many others reported one."""
    stated = [row["id"] for row in rows if row["quantity_basis"] == "stated"]
    reported = [row["id"] for row in rows if row["quantity_basis"] == "reported"]
    gave, everybody = len(index.whose(stated)), len({row["party"] for row in rows})
    if everybody == 1:
        said = "it stated how many" if gave else "it did not state how many"
    else:
        who = {0: "none", everybody: "all"}.get(gave, str(gave))
        said = f"{who} of them stated how many"
    parts: list[Part] = [index.resting(said, stated)]
    if reported:
        are = "is" if len(reported) == 1 else "are"
        by_others = index.resting(count(len(reported), "number"), reported)
        parts += [", ", by_others, f" {are} reported by others"]
    return parts


def _elsewhere(index: Index) -> list[Block]:
    """Return what is offered of capabilities that only other published needs ask for."""
    others = sorted(index.published - set(index.capabilities))
    told = [_share(index, name) for name in others if index.standing(name)]
    shares = joined(told, between="; ", last="; ")
    return [tell("Asked for by other published needs: ", *shares.parts, ".")] if told else []
