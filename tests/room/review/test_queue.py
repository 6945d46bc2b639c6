"""The queue: what is shown of documents, and nothing of what is withheld."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from guarantor import room
from guarantor.errors import BrokenLedger, CannotDecide, UnknownId
from guarantor.ledger import seal_all
from guarantor.model import Action, Draft, Kind, Piece, Span
from guarantor.room import ledgers
from guarantor.room.opening import decisions
from guarantor.room.review.keeping import Act, keep
from guarantor.store import JsonLinesStore
from tests.room.review.newsroom import (
    MORNING,
    SECRET,
    TEXTS,
    documents_shown,
    item,
    items,
    pieces,
    wanted,
)


def everything_for_the_public(name: str, folder: Path) -> Iterator[str]:
    """Yield whatever the public is shown or given of an operation, as text."""
    yield from documents_shown(name)
    source = room.open_source(name)
    operation, options = source.operation, room.Options()
    evidence = room.evidence_view(operation, options)
    for document in (
        evidence,
        room.ledger_view(operation, options),
        room.assess(operation, options),
        room.timeline(operation, options),
        room.about(source, options),
        room.answers(room.assess(operation, options)),
        room.brief_page(room.assess(operation, options)),
        room.party_list(operation, options),
        *(room.party_card(operation, options, code) for code in operation.parties),
        *(room.statement_view(source, options, one["id"]) for one in evidence["statements"]),
        *(room.drafts(source, one["id"]) for one in evidence["statements"]),
    ):
        yield json.dumps(document, ensure_ascii=False, default=str)
    released = ledgers.export(name, "public")
    released.write(folder)
    for path in folder.rglob("*"):
        if path.is_file():
            yield f"{path.name} {path.read_text(encoding='utf-8')}"
    yield from documents_shown(str(folder))


def test_nothing_of_what_is_withheld_is_shown_to_the_public(folder: str, tmp_path: Path) -> None:
    """A memo for the inner circle: words, statements, steps, origin, reasons, decisions on it."""
    for words in (SECRET, "Bravia"):
        fields = {
            **item(folder, words, "memo", "inner")["fields"],
            "about": ["ALF"],
            "speaker_party": ["ALF"],
            "kind": "airlift",
            "speaker": f"{SECRET} speaker",
        }
        asked = wanted(folder, "memo", audience="inner", reason=f"{SECRET} is why")
        name = item(folder, words, "memo", "inner")["id"]
        statement = room.accept(asked, name, cast("room.Fields", fields))["statement"] or ""
    (draft, *_) = room.drafts(room.open_source(folder), statement, "inner")["drafts"]
    assert draft["content"]["releasable_to"] == ["inner"]
    taken = {**draft, "content": {**draft["content"], "note": f"{SECRET} note"}}
    room.take(
        folder, statement, cast("room.StepDraft", taken), by=f"{SECRET} Ada", audience="inner"
    )
    room.merge_origins(folder, ["copy", "memo"], by="Ada", reason=SECRET, audience="inner")
    room.undo(folder, by="Ada", audience="inner")
    room.accept(wanted(folder), "6-53")

    told = list(everything_for_the_public(folder, tmp_path / "out"))

    assert len(told) > 30
    for text in told:
        assert SECRET.lower() not in text.lower()
        assert statement not in text
        assert "memo" not in text
        assert "inner" not in text.replace("dinner", "").replace("inner circle", "")
    inner = "\n".join(documents_shown(folder, "inner"))
    assert SECRET in inner
    assert statement in inner


def test_what_stands_in_a_withheld_document_is_not_released_to_more(folder: str) -> None:
    """Neither as a step, nor as a record, which everybody sees."""
    asked = wanted(folder, "memo", audience="inner")
    statement = room.accept(asked, item(folder, "Bravia", "memo", "inner")["id"])["statement"] or ""
    (draft,) = room.drafts(room.open_source(folder), statement, "inner")["drafts"]

    for content in (
        {**draft["content"], "releasable_to": ["inner", "public"]},
        {**draft["content"], "releasable_to": "public"},
        {key: value for key, value in draft["content"].items() if key != "releasable_to"},
    ):
        step = cast("room.StepDraft", {**draft, "content": content})
        with pytest.raises(CannotDecide, match="stands in a document for inner only"):
            room.take(folder, statement, step, by="Ada", audience="inner")
    record = {"since": "2025-03-05", "is": "open", "evidence": [statement]}
    with pytest.raises(CannotDecide, match="stands in a document for inner only"):
        room.take(
            folder,
            statement,
            {"kind": "record", "of": "backstop", "title": "", "why": "", "content": record},
            by="Ada",
            audience="inner",
        )
    assert room.take(folder, statement, draft, by="Ada", audience="inner")["effect"]


def test_a_decision_for_a_closer_circle_is_not_undone_for_the_public(folder: str) -> None:
    """Nor listed; who may know of it undoes it, and then the one before can be undone."""
    room.accept(wanted(folder), "6-53")
    room.accept(
        wanted(folder, "memo", audience="inner"), item(folder, "Bravia", "memo", "inner")["id"]
    )
    source = room.open_source(folder)
    assert len(room.review_queue(source, "public", may_write=True)["log"]) == 1
    assert len(room.review_queue(source, "inner", may_write=True)["log"]) == 2

    with pytest.raises(CannotDecide, match="not for the audience public"):
        room.undo(folder, by="Ada")
    room.undo(folder, by="Ada", audience="inner")
    room.undo(folder, by="Ada")
    assert items(folder)[0]["state"] == "open"


def test_the_queue_tells_how_far_each_document_is(folder: str) -> None:
    """Two are proposed of the news; one is decided."""
    room.accept(wanted(folder), "6-53")
    room.reject(wanted(folder), "54-81")
    room.add(wanted(folder), Span(0, 4))

    queue = room.review_queue(room.open_source(folder))

    row = next(one for one in queue["documents"] if one["id"] == "news")
    assert (row["open"], row["awaiting"], row["accepted"], row["rejected"]) == (1, 0, 1, 1)
    assert (row["statements"], row["same_origin"], row["text"]) == (1, ["copy"], True)
    assert (queue["may_write"], queue["log"]) == (False, [])
    assert "guarantor serve OPERATION --edit" in (queue["why_not"] or "")
    assert queue["choices"]["states"][0] in {"holds", "fails", "open", "stands"}
    assert "quiet_lift" not in queue["choices"]["kinds"]
    with pytest.raises(UnknownId, match="nobody: no such audience"):
        room.review_queue(room.open_source(folder), "nobody")


def test_every_sentence_is_shown_repeated_ones_marked(folder: str) -> None:
    """Whether anything is proposed of it or not."""
    shown = room.review_document(room.open_source(folder), "news")
    text = shown["text"] or ""

    found = [(text[one["start"] : one["end"]], one["repeated"]) for one in shown["sentences"]]

    assert ("Bravia refuses to send any.", False) in found
    assert ("Menu", False) in found
    assert len(found) == 5
    none = room.review_document(room.open_source(folder), "gone")
    assert (none["text"], none["sentences"], none["items"]) == (None, [], [])
    assert none["no_text"] == "The text of this document is not kept in the folder."


def test_an_item_says_what_on_record_does_not_agree_with_it(folder: str) -> None:
    """Bravia itself refused five days before the paper has it send: both are shown."""
    path = Path(folder, "statements.csv")
    refused = "B-2,2025-03-05,2025-03-05,page,Bea,BRA,minister,BRA,troops,refused,,,,,No.,"
    path.write_text(f"{path.read_text()}{refused}https://b.org/2,named,A,1\n")
    fields = {
        **item(folder, "Bravia")["fields"],
        "speaker_party": [],
        "stance": "pledged",
        "firmness": "pledged",
        "attribution": "reported_by_other",
    }
    for document, said in (
        ("undated", "(B-2 of 5 Mar 2025) contradicts this."),
        ("news", "(B-2 of 5 Mar 2025) contradicts this of 10 Mar 2025."),
    ):
        name = room.add(wanted(folder, document), Span(0, 6))["item"]
        piece = next(one for one in pieces(folder) if one.id == f"{document}/{name}")
        waiting = Piece(kind=piece.kind, id=piece.id, content={**piece.content, "fields": fields})
        keep(room.open_source(folder), [Act(Action.AMEND, waiting)], by="Ada", reason="mended")

        new = next(one for one in items(folder, document) if one["id"] == name)

        (clash,) = new["disagreements"]
        assert clash["code"] == "contradicting_statements"
        assert clash["message"].endswith(said)
    assert [row["id"] for row in clash["statements"]] == ["B-2"]
    assert [row["id"] for row in new["related"]] == ["B-2", "B-1"]


def test_a_statement_that_only_a_withheld_step_cites_is_not_named(folder: str) -> None:
    """The document is public, and what was made of it is not."""
    name = room.accept(wanted(folder), "6-53")["statement"] or ""
    path = Path(folder, "contributions.yaml")
    path.write_text(
        path.read_text()
        + f"- {{id: alf-inner, party: ALF, capability: land, unit: persons, firmness: pledged,\n"
        f"   releasable_to: inner, evidence: [{name}]}}\n"
    )

    assert item(folder, "Alfland")["statement"] is None
    assert item(folder, "Alfland", audience="inner")["statement"] == name
    assert name not in json.dumps(room.review_queue(room.open_source(folder), may_write=True))


def test_hand_edits_after_decisions_count(folder: str) -> None:
    """The YAML is edited, and what was decided stands upon it; undone, the edit stays."""
    name = room.accept(wanted(folder), "6-53")["statement"] or ""
    path = Path(folder, "contributions.yaml")
    path.write_text(path.read_text().replace("quantity: 500", "quantity: 510"))
    (draft,) = room.drafts(room.open_source(folder), name)["drafts"]
    room.take(folder, name, draft, by="Ada")
    path.write_text(path.read_text().replace("quantity: 510", "quantity: 520"))

    steps = room.open_source(folder).operation.contributions["alf-land"].steps
    assert [str(one.quantity.low) if one.quantity else None for one in steps] == [
        None,
        "600",
        "520",
    ]
    path.write_text(path.read_text().replace("evidence: [A-2]", f"evidence: [A-2, {name}]"))
    assert room.check(folder).faults == ()
    room.undo(folder, by="Ada")
    with pytest.raises(CannotDecide, match=f"{name} is no statement"):
        room.undo(folder, by="Ada")
    path.write_text(path.read_text().replace(f", {name}]", "]"))
    room.undo(folder, by="Ada")
    assert len(room.open_source(folder).operation.contributions["alf-land"].steps) == 2
    assert name not in room.open_source(folder).operation.statements


def test_a_hand_edit_that_decisions_do_not_go_with_is_told(folder: str) -> None:
    """Beland left the files, and a statement that was accepted still speaks of it."""
    room.accept(wanted(folder, "wire"), "0-37")
    path = Path(folder)
    for name in ("parties.yaml", "propositions.yaml", "statements.csv"):
        kept = [line for line in TEXTS[name].splitlines() if "GUA" not in line and "G-" not in line]
        text = "\n".join(kept).replace("  record:", "")
        (path / name).write_text(f"{text}\n")

    report = room.check(folder)

    assert report.faults
    assert all("GUA is no party" in fault.message for fault in report.faults)


def test_decisions_that_were_altered_are_one_sentence(folder: str) -> None:
    """Cut, reordered, altered, of something else: each names the first bad entry."""
    room.accept(wanted(folder), "6-53")
    room.reject(wanted(folder), "54-81")
    path = Path(folder, "decisions.jsonl")
    one, two, three = path.read_bytes().splitlines(keepends=True)
    assert ledgers.verify(folder).entries == 3

    for content, sentence in (
        (one + two + three[:-9], "entry 3 is not as it was written"),
        (one + two + three[:-1], "entry 3 is not as it was written"),
        (two + one + three, "entry 1 is missing: entry 2 stands there"),
        (one + three, "entry 2 is missing"),
        (one.replace(b"troops", b"troupe") + two + three, "entry 1 does not fit its hash"),
        (one.replace(b'"number":1', b'"number":true') + two, "entry 1 is not as it was"),
        (b"{}\n" + two, "entry 1 is not as it was written"),
        (one + two.replace(b'"review"', b'"vote"'), "entry 2 is not as it was written"),
        (b"\xff\n", "entry 1 is not as it was written"),
    ):
        path.write_bytes(content)
        for ask in (room.open_source, ledgers.verify, ledgers.log):
            with pytest.raises(BrokenLedger, match=sentence) as told:
                ask(folder)
            assert "\n" not in str(told.value)
        (fault,) = room.check(folder).faults
        assert (fault.file, fault.line) == ("decisions.jsonl", 1)
    path.write_bytes(one + two)
    assert len(room.open_source(folder).entries) == 2


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.STEP, {}),
        (Kind.STEP, {"of": "alf-land"}),
        (Kind.STEP, {"of": 5, "step": {"since": "2025-03-10"}}),
        (Kind.STEP, {"of": "alf-land", "step": {"since": 5}}),
        (Kind.REVIEW, {}),
        (Kind.REVIEW, {"document": "news", "item": "1-2", "statement": None, "state": "voted"}),
        (
            Kind.REVIEW,
            {
                **dict.fromkeys(("quote", "note", "rule", "proposed", "is_quoted"), ""),
                "document": "news",
                "item": "1-2",
                "start": 1,
                "end": 2,
                "fields": {"stance": "shouted"},
                "days": [],
                "state": "open",
                "verdicts": [],
                "statement": None,
            },
        ),
    ],
)
def test_decisions_of_another_version_are_one_sentence(
    folder: str, kind: Kind, content: dict[str, object]
) -> None:
    """Their chain is whole, and what they say is not what this version keeps."""
    piece = Piece(kind=kind, id="x", content=content)
    draft = Draft(action=Action.RECORD, piece=piece, recorded_by="Ada", recorded_at=MORNING)
    JsonLinesStore(Path(folder, "decisions.jsonl"), create=True).append(seal_all([draft], None))
    assert ledgers.verify(folder).entries == 1

    with pytest.raises(BrokenLedger, match="as this version of guarantor keeps it"):
        room.review_document(room.open_source(folder), "news")


def test_a_folder_with_decisions_is_entered_into_a_ledger_and_reviewed_there(
    folder: str, tmp_path: Path
) -> None:
    """Texts and all; the import is no decision to be undone, and what the folder says stands."""
    room.accept(wanted(folder), "6-53")
    (draft,) = room.drafts(room.open_source(folder), "ALF-20250310-troops-1")["drafts"]
    room.take(folder, "ALF-20250310-troops-1", draft, by="Ada")
    ledger = str(tmp_path / "north.ledger")

    list(ledgers.importing(folder, Path(ledger), by="Ada", at=MORNING))

    assert room.open_source(ledger).operation == room.open_source(folder).operation
    assert items(ledger) == items(folder)
    with pytest.raises(CannotDecide, match="no decision to undo"):
        room.undo(ledger, by="Ada")
    before = pieces(ledger)
    room.accept(wanted(ledger), "54-81")
    statement = room.accept(wanted(ledger, "wire"), "0-37")["statement"] or ""
    (record,) = room.drafts(room.open_source(ledger), statement)["drafts"]
    room.take(ledger, statement, record, by="Ada")
    for _ in range(3):
        room.undo(ledger, by="Ada")
    assert pieces(ledger) == before
    assert ledgers.verify(ledger).entries == len(room.open_source(ledger).entries)

    room.date_document(folder, "copy", date(2025, 3, 20), by="Ada")
    again = list(ledgers.importing(folder, Path(ledger), by="Ada", reason="once more"))
    assert again[-1].entered == {Action.AMEND: 1}
    with pytest.raises(CannotDecide, match="no decision to undo"):
        room.undo(ledger, by="Ada")


def test_the_log_of_a_folder_is_what_its_files_say_and_then_its_decisions(folder: str) -> None:
    """Also of what a decision amended."""
    room.date_document(folder, "copy", date(2025, 3, 20), by="Ada")

    rows = ledgers.log(folder, name="copy")

    assert [(one["number"], one["action"], one["recorded_by"]) for one in rows] == [
        (None, "record", None),
        (1, "amend", "Ada"),
    ]
    assert len(ledgers.log(folder)) == 1 + sum(
        one.kind is not Kind.REVIEW for one in pieces(folder)
    )


def test_what_is_entered_is_all_or_nothing(folder: str) -> None:
    """A decision whose second half has a fault leaves no first."""
    good = Piece(kind=Kind.PARTY, id="DEL", content={"code": "DEL", "name": "Deltia"})
    bad = Piece(kind=Kind.PARTY, id="EPS", content={"code": "EPS"})
    acts = [Act(Action.RECORD, good), Act(Action.RECORD, bad)]

    with pytest.raises(CannotDecide, match="name"):
        keep(room.open_source(folder), acts, by="Ada", reason="")

    assert decisions(Path(folder)) == ()
