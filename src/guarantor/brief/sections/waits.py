"""Answer 4: what the offers wait for, and what stands against that."""

from guarantor.brief.content import Block, Bullets, Part, Section, Sentence, joined, tell
from guarantor.brief.document import Clash, Wait
from guarantor.brief.index import VOICED, Index
from guarantor.brief.naming import counted_offers, party_list
from guarantor.brief.sections.clashes import against, clash_sentence, is_refusal, voiced_offers
from guarantor.brief.sections.waits_shown import awaited, waits_table
from guarantor.brief.words import count, listed
from guarantor.model import Basis

MOST_HEADED = 3


def waits(index: Index) -> Section:
    """Return what offers wait for, stated and read apart, and what stands against it."""
    rows = sorted(index.document["waits"], key=_by_basis)
    clashes = sorted(index.document["clashes"], key=lambda one: (not is_refusal(one), *_most(one)))
    table = waits_table(index, rows)
    return Section(
        anchor="answer-4",
        title="What do the offers wait for?",
        headline=_headline(index, rows, clashes),
        blocks=(
            *_said(rows),
            *(
                [Bullets(tuple(clash_sentence(index, clash) for clash in clashes))]
                if clashes
                else []
            ),
            *_silent(index),
            *([table] if table.rows else []),
        ),
    )


def _by_basis(row: Wait) -> list[int]:
    """Order by how many offers name it: by stated terms first, by assumed ones last."""
    return [-len(row["by_basis"].get(basis, [])) for basis in map(str, Basis)]


def _most(clash: Clash) -> tuple[int, int]:
    return -len(voiced_offers(clash)), -len(clash["offers"])


def _voiced(row: Wait) -> list[str]:
    return list(dict.fromkeys(name for basis in VOICED for name in row["by_basis"].get(basis, [])))


def _headline(index: Index, rows: list[Wait], clashes: list[Clash]) -> Sentence:
    if not rows:
        return tell("No offer has a term on record.")
    waiting = list(
        dict.fromkeys(o for row in rows for names in row["by_basis"].values() for o in names)
    )
    said = index.resting(count(len(waiting), "offer"), waiting)
    parts: list[Part] = [said, f" {'waits' if len(waiting) == 1 else 'wait'} for "]
    parts.append(count(len(rows), "thing"))
    named = sorted((row for row in rows if _voiced(row)), key=lambda row: -len(_voiced(row)))
    if named:
        told = joined([_named(index, row) for row in named[:MOST_HEADED]], between="; ", last="; ")
        parts += [". Most often named in what was said: ", *told.parts]
    return tell(*parts, *_against(index, clashes), ".")


def _against(index: Index, clashes: list[Clash]) -> list[Part]:
    """Return how many refusals and promises stand against what is needed, and the first."""
    if not clashes:
        return []
    refusals = [clash for clash in clashes if is_refusal(clash)]
    promises = [clash for clash in clashes if not is_refusal(clash)]
    told = [
        tell(
            index.figure(count(len(some), noun), [name for one in some for name in one["evidence"]])
        )
        for noun, some in (("refusal", refusals), ("promise", promises))
        if some
    ]
    if len(clashes) == 1:
        return [". Against that stands ", *joined(told).parts, ": ", *against(index, clashes[0])]
    first = against(index, clashes[0])
    return [". Against that stand ", *joined(told).parts, "; above all, ", *first]


def _named(index: Index, row: Wait) -> Sentence:
    offers = _voiced(row)
    said = index.figure(count(len(offers), "offer"), row["evidence"])
    return tell(f"{awaited(index, row)} (", said, ")")


def _said(rows: list[Wait]) -> list[Block]:
    """Return how many things were voiced, read or assumed, and how they stand on the record."""
    if not rows:
        return []
    voiced = [row for row in rows if _voiced(row)]
    read = [row for row in rows if row not in voiced and row["by_basis"].get(Basis.READ)]
    assumed = len(rows) - len(voiced) - len(read)
    told = [f"{len(voiced)} named by the party itself or by others of it"] if voiced else []
    told += [f"{len(read)} only read by us into its words"] if read else []
    told += [f"{assumed} assumed without anybody’s word"] if assumed else []
    opening = tell(f"Of {count(len(rows), 'thing')}: {listed(told)}.")
    states: dict[str, int] = {}
    for row in rows:
        if row["state"]:
            states[row["state"]] = states.get(row["state"], 0) + 1
    if not states:
        return [opening]
    known = listed(f"{many} {state}" for state, many in states.items())
    rest = len(rows) - sum(states.values())
    nothing = f"; of {rest} nothing is recorded" if rest else ""
    return [opening, tell(f"As they stand on the record: {known}{nothing}.")]


def _silent(index: Index) -> list[Block]:
    """Return the offers to the need without a term of their own: that is silence, and no more."""
    rows = [row for name in index.capabilities for row in index.standing(name)]
    silent = [row["id"] for row in rows if not index.own_terms(row)]
    if not silent:
        return []
    of = f"{len(silent)} of the {len(rows)} {counted_offers(index)}"
    have = "has" if len(silent) == 1 else "have"
    whose = party_list(index, index.whose(silent))
    said = index.resting(of, silent)
    return [
        tell(said, f" {have} no term on record ({whose}): that is silence, not “unconditional”.")
    ]
