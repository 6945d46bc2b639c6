"""Answer 4: what the offers wait for, and what stands against that."""

from guarantor.brief.content import Block, Bullets, Part, Row, Section, Sentence, Table, joined, tell
from guarantor.brief.document import Clash, OfferRow, Wait
from guarantor.brief.index import UNDISCLOSED, Index
from guarantor.brief.words import capital, clause, count, listed, say_date
from guarantor.model import Basis

VOICED = (str(Basis.STATED), str(Basis.REPORTED))
BASIS_WORDS = {
    str(Basis.STATED): "stated",
    str(Basis.REPORTED): "reported",
    str(Basis.READ): "as we read it",
    str(Basis.ASSUMED): "assumed",
}
REFUSAL = "refusal_against_term"
MOST_HEADED = 3


def waits(index: Index) -> Section:
    """Return what offers wait for, stated and read apart, and who refused or promised against it."""
    rows = sorted(index.document["waits"], key=lambda row: [-len(row["by_basis"].get(b, [])) for b in _order()])
    clashes = index.document["clashes"]
    blocks: list[Block] = [*_said(index, rows)]
    if clashes:
        blocks.append(Bullets(tuple(_clash(index, clash) for clash in clashes)))
    blocks += [*_silent(index)]
    blocks += [_table(index, rows)] if rows else []
    return Section(
        anchor="answer-4",
        title="What do the offers wait for?",
        headline=_headline(index, rows, clashes),
        blocks=tuple(blocks),
    )


def _order() -> list[str]:
    return list(map(str, Basis))


def _voiced(row: Wait) -> list[str]:
    return list(dict.fromkeys(name for basis in VOICED for name in row["by_basis"].get(basis, [])))


def _headline(index: Index, rows: list[Wait], clashes: list[Clash]) -> Sentence:
    if not rows:
        return tell("No offer has a term on record.")
    waiting = list(dict.fromkeys(name for row in rows for names in row["by_basis"].values() for name in names))
    offers = index.figure(count(len(waiting), "offer"), index.behind(waiting))
    things = count(len(rows), "thing")
    parts: list[Part] = [offers, f" {'waits' if len(waiting) == 1 else 'wait'} for {things}"]
    voiced = sorted((row for row in rows if _voiced(row)), key=lambda row: -len(_voiced(row)))
    if voiced:
        named = [_named(index, row) for row in voiced[:MOST_HEADED]]
        parts += [". Most often named in what was said: ", *joined(named, between="; ", last="; ").parts]
    for clash in clashes[:1]:
        parts += ["; ", *_against(index, clash)]
    return tell(*parts, ".")


def _named(index: Index, row: Wait) -> Sentence:
    offers = _voiced(row)
    return tell(f"{_what(index, row)} (", index.figure(count(len(offers), "offer"), row["evidence"]), ")")


def _what(index: Index, row: Wait) -> str:
    """Return what is waited for, as it reads inside a sentence."""
    if row["id"] == UNDISCLOSED:
        return "a condition that nobody disclosed"
    known = row["id"] in index.propositions or row["id"] in index.parties or row["id"] in index.offers
    return index.clause(row["id"]) if known else clause(row["text"] or row["id"])


def _against(index: Index, clash: Clash) -> tuple[Part, ...]:
    """Return who refused or promised against how many offers, as a clause."""
    figure = index.figure(count(len(clash["offers"]), "offer"), clash["evidence"])
    who = index.party_list(clash["by"]) or "somebody"
    need = "needs" if len(clash["offers"]) == 1 else "need"
    verb = "refused what" if clash["code"] == REFUSAL else "promised the opposite of what"
    if not clash["offers"]:
        return (f"{who} {verb} {_propositions(index, clash)} {'needs' if len(clash['propositions']) == 1 else 'need'}",)
    return (f"{who} {verb} ", figure, f" {need}")


def _propositions(index: Index, clash: Clash) -> str:
    return listed(f"“{index.title(name)}”" for name in clash["propositions"])


def _clash(index: Index, clash: Clash) -> Sentence:
    """Return one refusal or promise, with what it stands against and on whose word."""
    who = index.party_list(clash["by"]) or "Somebody"
    is_refusal = clash["code"] == REFUSAL
    verb = "refused what others need" if is_refusal else "promised what contradicts a term"
    since = index.figure(say_date(clash["since"]), clash["evidence"])
    told = [
        f"{_owner(index, name)} ({BASIS_WORDS[basis]})"
        for basis in _order()
        for name in clash["by_basis"].get(basis, [])
    ]
    return tell(
        f"{capital(who)} {verb} (",
        since,
        f"): {index.clause(clash['need'])}. Needed by {listed(told)}.",
    )


def _owner(index: Index, name: str) -> str:
    return index.offer(name) if name in index.offers else f"“{index.title(name)}”"


def _said(index: Index, rows: list[Wait]) -> list[Block]:
    """Return how many of the things were voiced, and how many are only read or assumed."""
    if not rows:
        return []
    voiced = sum(bool(_voiced(row)) for row in rows)
    read = sum(not _voiced(row) and bool(row["by_basis"].get(Basis.READ)) for row in rows)
    assumed = len(rows) - voiced - read
    told = f"Of {count(len(rows), 'thing')}, {voiced or 'none'} were named by the party itself or by others of it"
    told += f", {read} are what we read into its words" if read else ""
    told += f", {assumed} are assumed without anybody’s word" if assumed else ""
    return [tell(f"{told}.")]


def _silent(index: Index) -> list[Block]:
    """Return the offers without a term of their own on record; that is no promise without terms."""
    silent = [row for row in index.offers.values() if row["is_offer"] and not _own_terms(index, row)]
    if not silent:
        return []
    names = [row["id"] for row in silent]
    said = index.figure(count(len(silent), "offer"), index.behind(names))
    have = "has" if len(silent) == 1 else "have"
    whose = index.party_list(dict.fromkeys(row["party"] for row in silent))
    return [tell(said, f" {have} no term on record ({whose}): that is silence, not “unconditional”.")]


def _own_terms(index: Index, row: OfferRow) -> bool:
    party = index.parties.get(row["party"])
    return any(not term["common"] for term in row["terms"]) or bool(party and party["terms"])


def _table(index: Index, rows: list[Wait]) -> Table:
    columns = ("What", *(f"#{capital(BASIS_WORDS[basis])}" for basis in _order()), "Whose offers", "On the record")
    return Table(
        caption="What offers wait for: number of offers by basis",
        columns=columns,
        rows=tuple(_row(index, row) for row in rows),
        reads_down=True,
    )


def _row(index: Index, row: Wait) -> Row:
    counts = []
    for basis in _order():
        offers = row["by_basis"].get(basis, [])
        counts.append(tell(index.figure(str(len(offers)) if offers else "–", index.behind(offers))))
    return Row(
        cells=(
            tell(capital(_what(index, row))),
            *counts,
            tell(index.party_list(row["parties"])),
            _on_record(index, row),
        )
    )


def _on_record(index: Index, row: Wait) -> Sentence:
    if row["settled"] is not None:
        state = "already so" if row["settled"] else "settled: it fails"
    else:
        state = row["state"] or ("not recorded" if row["id"] in index.propositions else "")
    if row["state_since"] is None:
        return tell(state)
    return tell(f"{state} since ", index.figure(say_date(row["state_since"]), row["state_evidence"]))
