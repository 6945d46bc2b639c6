"""``guarantor review``: decided key by key."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarantor import room
from guarantor.cli import guarantor
from guarantor.cli.review_shown import effect_text, stop_text
from guarantor.cli.review_stops import stops_of
from guarantor.errors import GuarantorError, UnknownId
from tests.room.review.newsroom import item, items, pieces, use_small_rules, wanted, write


@pytest.fixture(autouse=True)
def small_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small rules propose."""
    use_small_rules(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a folder with documents on record."""
    return write(tmp_path / "north")


def review(folder: str, keys: str, *options: str) -> Result:
    """Review a folder with some keys, as Ada, and return what was shown."""
    arguments = ["review", folder, "--by", "Ada", *options]
    return CliRunner().invoke(guarantor, arguments, input=keys, catch_exceptions=False)


def test_the_queue_and_the_first_open_item_are_shown(folder: str) -> None:
    """And nothing is decided where nobody presses a key."""
    result = review(folder, "")

    assert result.exit_code == 0
    assert "Northland. Audience: public; one person decides." in result.stdout
    assert "  news  2025-03-10  News of the day: 2 open, 0 awaiting another" in result.stdout
    assert "memo" not in result.stdout
    assert "— news, 2 of 5 —" in result.stdout
    assert "Alfland will send 600 soldiers next Thursday 😀. Bravia refuses" in result.stdout
    assert "open, proposed by sample" in result.stdout
    assert "  day           “next Thursday” is 2025-03-13" in result.stdout
    assert not Path(folder, "decisions.jsonl").exists()


def test_a_document_is_decided_by_keys_alone(folder: str) -> None:
    """Accepted, its step drafted and taken as it stands, the next rejected; then all undone."""
    before = pieces(folder)

    result = review(folder, "ad1\n\nor")

    assert "Accepted 6-53 as ALF-20250310-troops-1 of news." in result.stdout
    assert "1. A step of alf-land: pledged. ALF-20250310-troops-1 speaks of" in result.stdout
    assert "Recorded a step of alf-land on ALF-20250310-troops-1." in result.stdout
    assert "What that changed:\n- alf-land (Alfland, land) was raised" in result.stdout
    assert "Rejected 54-81 of news." in result.stdout
    assert [one["state"] for one in items(folder)] == ["accepted", "rejected"]
    assert len(room.open_source(folder).operation.contributions["alf-land"].steps) == 3

    undone = review(folder, "uuuu")
    assert undone.stdout.count("Undone: ") == 3
    assert "Not done: there is no decision to undo" in undone.stdout
    assert pieces(folder) == before


def test_a_form_is_mended_key_by_key(folder: str) -> None:
    """Return keeps what stands there, a dash empties it, parties are joined."""
    answers = ["The minister", "ALF; BRA", "", "-", "", "", "-", "700", *[""] * 9]

    result = review(folder, "e" + "\n".join(answers) + "\n")

    assert "Accepted 6-53 as ALF-20250310-troops-1" in result.stdout
    fields = item(folder, "Alfland")["fields"]
    assert (fields["speaker"], fields["speaker_party"], fields["about"]) == (
        "The minister",
        ["ALF", "BRA"],
        [],
    )
    assert (fields["firmness"], fields["quantity"], fields["said_on"]) == (None, "700", None)


def test_items_are_split_merged_and_added(folder: str) -> None:
    """Parts are joined with the next open one; a sentence without a proposal becomes one."""
    result = review(folder, "p+ossoldiers next\nmr")

    assert "Split 6-53 into 6-27, 28-53 of news." in result.stdout
    assert "Merged 6-27 and 28-53 into 6-53-2 of news." in result.stdout
    assert "Rejected 6-53-2 of news." in result.stdout
    assert "Added 0-4 of news." in result.stdout


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("x", "'x' does nothing here; ? lists the keys."),
        ("?", "  +    make this sentence a statement"),
        ("pa", "Not done: nothing is proposed of this sentence; + makes it a statement"),
        ("szzz\n", "Not done: “zzz” does not stand within the item after its beginning"),
        ("sAlfland\n", "Not done: “Alfland” does not stand within the item after its beginning"),
        ("om", "Not done: no open item comes after this one to be merged with it"),
        ("oo", "Nothing further is open here; l lists the documents."),
        ("d", "Not done: accept the statement first: a step rests on one"),
        ("ad0\n", "Which, 0 for none"),
        ("aa", "Not done: 6-53 is accepted already; undo that first"),
        ("lcopy\n", "— copy, 1 of 1 —"),
        ("lnone\n", "Not done: none: no such document"),
        ("l\n", "— news, 2 of 5 —"),
        ("lundated\na", "Not done: undated bears no day"),
        ("lgone\n", "The text of this document is not kept in the folder."),
        ("lgone\nna", "Not done: The text of this document is not kept in the folder."),
        ("nnnnnnp", "— news, 4 of 5 —"),
        ("lwire\nr", "Rejected 0-37 of wire."),
    ],
)
def test_every_key_says_what_it_did(folder: str, keys: str, shown: str) -> None:
    """Or why not."""
    assert shown in review(folder, f"{keys}q").stdout


def test_arrows_move_too(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On to the third sentence and back to the second."""
    keys = iter(["\x1b[C", "\x1b[B", "\x1b[A", "\x1b[D", "\r", ""])
    monkeypatch.setattr("guarantor.cli.reviewing._pressed", lambda: next(keys))

    shown = review(folder, "").stdout

    places = [line.split()[2] for line in shown.splitlines() if line.startswith("— news")]
    assert places == ["2", "3", "4", "3", "2", "3"]


def test_a_statement_that_implies_no_step_says_so(folder: str) -> None:
    """Bravia's refusal declines what it offered; a statement about nothing implies nothing."""
    fields = {**item(folder, "Bravia")["fields"], "kind": "weather", "stance": "asserted"}
    room.accept(wanted(folder), "54-81", fields)  # type: ignore[arg-type]  # a form

    assert "implies no step of a contribution" in review(folder, "nd").stdout


def test_a_draft_is_mended_as_json(folder: str) -> None:
    """What is none is asked for again."""
    room.accept(wanted(folder), "6-53")
    name = "ALF-20250310-troops-1"
    content = json.dumps({"since": "2025-03-10", "quantity": 1, "evidence": [name]})

    result = review(folder, f"pd1\n{{\n[]\n{content}\n", "--document", "news")

    assert "That is no JSON: " in result.stdout
    assert "That is no JSON object; write it between { and }." in result.stdout
    assert f"Recorded a step of alf-land on {name}." in result.stdout


def test_a_review_ends_at_the_end_of_input_or_with_a_break(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with q."""
    for mistake in (EOFError, KeyboardInterrupt):

        def broken_off(error: type[BaseException] = mistake) -> str:
            raise error

        monkeypatch.setattr("guarantor.cli.reviewing._pressed", broken_off)
        assert review(folder, "").exit_code == 0


def test_a_document_is_named_to_begin_with(folder: str) -> None:
    """One that is not there is a mistake of the caller's; so is an audience."""
    assert "— wire, 1 of 1 —" in review(folder, "q", "--document", "wire").stdout
    with pytest.raises(UnknownId, match="memo: no such document"):
        review(folder, "q", "--document", "memo")
    with pytest.raises(GuarantorError, match="nobody: no such audience"):
        review(folder, "q", "--audience", "nobody")
    assert "— memo, 1 of 2 —" in review(folder, "lmemo\nq", "--audience", "inner").stdout


def test_what_was_received_and_is_undone_is_left(folder: str) -> None:
    """The queue is shown, and another document opened."""
    how = room.Receiving(by="Ada")
    (received,) = room.receive(folder, [("a.txt", b"Alfland will send 4.")], how)["received"]

    result = review(folder, "u", "--document", received["id"])

    assert "Undone: received" in result.stdout
    assert "Not done" not in result.stdout
    assert result.stdout.rindex("— news, 2 of 5 —") > result.stdout.index("Undone")


def test_where_the_only_document_was_undone_nothing_is_open(tmp_path: Path) -> None:
    """Keys say so; and the queue says how to put one on record."""
    name = write(tmp_path / "north", documents="")
    assert "guarantor intake add north FILE puts one there." in review(name, "").stdout
    how = room.Receiving(by="Ada")
    room.receive(name, [("a.txt", b"Alfland will send 4.")], how)

    result = review(name, "una")

    assert "No document is on record; guarantor intake add north FILE" in result.stdout
    assert "Not done: no document is open" in result.stdout


def test_two_persons_agree_at_the_keys(tmp_path: Path) -> None:
    """The first waits; the second is shown whose word there is."""
    name = write(tmp_path / "north", reviewers=2)
    assert "two persons decide" in review(name, "").stdout

    assert "Accepted 6-53 of news, awaiting another." in review(name, "a").stdout
    runner = CliRunner()
    second = runner.invoke(guarantor, ["review", name, "--by", "Ben"], input="a")
    assert "awaiting, proposed by sample; accepted by Ada" in second.stdout
    assert "Accepted 6-53 as ALF-20250310-troops-1" in second.stdout


def test_the_queue_is_json_for_programs(folder: str) -> None:
    """The very document of the room."""
    result = review(folder, "", "--json")

    assert json.loads(result.stdout)["schema"] == "guarantor/review/1"


def test_what_does_not_agree_is_shown_with_the_item(folder: str) -> None:
    """A party that is none; the statements on record; a note and a day left open."""
    path = Path(folder, "statements.csv")
    path.write_text(
        f"{path.read_text()}B-2,2025-03-05,2025-03-12,page,Bea,BRA,minister,BRA,troops,refused,,,,,"
        "Never.,https://b.org/2,named,A,1\n"
    )
    result = review(folder, "lmemo\nn", "--audience", "inner")

    assert (
        "ZAN: no party of this operation; add it to parties.yaml, or take it out" in result.stdout
    )
    assert "  day" not in result.stdout.partition("— memo, 2 of 2 —")[2]


def test_a_clash_a_note_and_a_day_left_open_are_shown(folder: str) -> None:
    """As the room has them; a stop is of the item that stands there."""
    source = room.open_source(folder)
    shown = room.review_document(source, "news")
    row = room.statement_view(source, room.Options(), "B-1")["statement"]
    first = shown["items"][0]
    first["days"] = [{"text": "next Thursday", "day": None}]
    first["note"] = "Two readings."
    first["disagreements"] = [
        {"code": "contradicting_statements", "message": "It contradicts B-1.", "statements": [row]}
    ]
    stop = next(one for one in stops_of(shown) if one.is_of("6-53"))

    text = stop_text(shown, stop, "1 of 1")

    assert "  day           “next Thursday” is left open: the document bears no day" in text
    assert "  note          Two readings." in text
    assert "  ! It contradicts B-1.\n    B-1: So." in text
    assert not stop.is_of("54-81")


def test_repeated_passages_and_boilerplate_are_no_stops(folder: str) -> None:
    """They were decided on where they stood first, or belong to the page."""
    shown = room.review_document(room.open_source(folder), "news")
    count = len(stops_of(shown))
    shown["sentences"][0]["boilerplate"] = True
    shown["sentences"][-1]["repeated"] = True

    assert len(stops_of(shown)) == count - 2


def test_an_effect_that_changed_no_answer_says_so() -> None:
    """What became known is told all the same."""
    effect: room.Effect = {
        "changes": ["It moved."],
        "answers": [],
        "chance_before": "",
        "chance_after": "",
    }

    assert effect_text(effect) == (
        "What that changed:\n- It moved.\nNone of the five answers reads otherwise."
    )
