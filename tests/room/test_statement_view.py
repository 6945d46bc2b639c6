"""A statement, its document and what rests on it."""

from dataclasses import replace
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import UnknownId
from guarantor.room.kept_text import MOST_BYTES, found
from tests.ledger.folders import opened, said

EXAMPLE = room.open_source("example")
ALFLANDS_TERM = "either Guarantia stands behind the force or the force has a UN mandate"
NOWHERE = "The folder keeps no text of it that may be shown."


def rests(name: str, audience: str = "public") -> list[tuple[str, str, str]]:
    """Return what rests on a statement of the example."""
    document = room.statement_view(EXAMPLE, room.Options(audience=audience), name)
    return [(one["kind"], one["id"], one["gives"]) for one in document["rests_on_it"]]


def test_everything_that_cites_a_statement_rests_on_it() -> None:
    """By hand, off the folder."""
    assert rests("ALF-1") == [
        ("offer", "alf-troops", "that it is pledged; its quantity, 5,000 persons"),
        (
            "term",
            "alf-troops",
            f"a term (stated): {ALFLANDS_TERM}",
        ),
        ("event", "E-3", "that it is planned, 20 Mar 2025"),
        ("arrangement", "command", "that it is open"),
        ("arrangement", "mandate", "that it is open"),
    ]
    assert rests("SOU-1") == [
        ("record", "south_accepts", "that it holds as of 11 Mar 2025"),
        ("record", "host_consent", "that it is open as of 11 Mar 2025"),
        ("event", "E-2", "that it is claimed, 11 Mar 2025"),
    ]
    assert rests("RQ-1") == [
        ("requirement_line", "monitoring/land", "the need, 8,000–9,000 persons")
    ]
    assert ("party_term", "BRA", "a term (stated): at least 1 of the troop offers stand") in rests(
        "BRA-1"
    )


def test_a_published_need_rests_on_a_statement() -> None:
    """The plan as a whole and each of its lines; what nobody numbered stays unknown."""
    source = room.open_source("ukraine-2025")

    found = room.statement_view(source, room.Options(), "RQ06")["rests_on_it"]

    assert [(one["kind"], one["id"], one["gives"]) for one in found] == [
        ("requirement", "uk_french_plan", "what is needed"),
        ("requirement_line", "uk_french_plan/land", "the need, 30,000 persons"),
        ("requirement_line", "uk_french_plan/watch", "a need of unknown size"),
        ("arrangement", "area", "that it is open"),
    ]


def test_what_rests_on_nothing_else_says_so() -> None:
    """The arrangement of the mandate rests on Deltia's word, too."""
    document = room.statement_view(EXAMPLE, room.Options(), "ALF-1")

    alone = {(one["kind"], one["id"]): one["alone"] for one in document["rests_on_it"]}
    assert alone["arrangement", "command"]
    assert not alone["arrangement", "mandate"]


def test_the_others_on_its_page_stand_beside_it() -> None:
    """Deltia's two statements were on one page."""
    document = room.statement_view(EXAMPLE, room.Options(), "DEL-1")

    assert [row["id"] for row in document["same_origin"]] == ["DEL-2"]
    assert document["origin"]["statements"] == ["DEL-1", "DEL-2"]
    assert document["text"] is None
    assert (
        document["no_text"] == "Its source is an address outside the folder; no text of it is kept."
    )


def test_an_assessment_at_hand_says_what_becomes_of_the_answer_without_it() -> None:
    """Without Deltia's vote there are no monitors; without one at hand nothing is said."""
    assessment = room.assess(EXAMPLE.operation, room.Options())

    document = room.statement_view(EXAMPLE, room.Options(), "DEL-1", assessment)

    assert document["without_it"] is not None
    assert "no longer on the table: del-monitors" in document["without_it"]
    assert room.statement_view(EXAMPLE, room.Options(), "DEL-1")["without_it"] is None


@pytest.mark.parametrize("name", ["BRA-2", "NO-1"])
def test_a_statement_that_is_withheld_is_as_unknown_as_any(name: str) -> None:
    """The sentence is the same but for the name."""
    with pytest.raises(UnknownId, match=f"{name}: no such statement in view for public as known"):
        room.statement_view(EXAMPLE, room.Options(), name)


EVERYTHING = """\
- {id: troops, party: ALF, capability: land_troops, unit: persons, firmness: pledged,
   notice_days: 5, available: {from: 2025-06-01}, caveats: [inland], part_of: whole,
   note: so, terms: [{if: backstop, basis: stated, evidence: [S-1]}], evidence: [S-1]}
- {id: whole, party: ALF, capability: land_troops, unit: persons, quantity: 5,
   firmness: pledged, evidence: [S-2]}
"""
HEADER = """\
parameters: {some: {value: 1, low: 1, high: 2, basis: reported, evidence: [S-1]}}
common_terms: [{for: [land_troops], if: backstop, basis: reported, evidence: [S-1]}]
"""
PARTIES = """\
- {code: ALF, name: Alfland, lasting: {monthly_hazard: 0.1, evidence: [S-1]}, evidence: [S-1]}
- {code: GUA, name: Guarantia}
"""
PROPOSITIONS = """\
- {id: backstop, text: There is a backstop, lasting: {monthly_hazard: 0.1, evidence: [S-1]},
   evidence: [S-1], record: [{since: 2025-03-01, is: contested, evidence: [S-1]}]}
"""


def test_every_kind_of_thing_may_rest_on_a_statement(tmp_path: Path) -> None:
    """Offers, terms, parties, propositions, parameters and asks among them."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-01"),
        header=HEADER,
        parties=PARTIES,
        propositions=PROPOSITIONS,
        contributions=EVERYTHING,
        asks="A-1,,GUA,secure backstop,,2025-03-02,,,,,,S-1,\n",
    )
    source = replace(EXAMPLE, operation=operation)

    found = room.statement_view(source, room.Options(), "S-1")["rests_on_it"]

    assert [(one["kind"], one["gives"]) for one in found] == [
        ("offer", "that it is pledged"),
        ("term", "a term (stated): there is a backstop"),
        ("common_term", "a term (reported): there is a backstop"),
        ("party", "that it is on record"),
        ("party", "how long its taking part lasts"),
        ("proposition", "why it is on record"),
        ("proposition", "how long it lasts"),
        ("record", "that it is contested as of 1 Mar 2025"),
        ("parameter", "its value"),
        ("ask", "that it was asked of Guarantia"),
    ]


# --- texts --------------------------------------------------------------------------------------

WHISPER = """\
- {id: troops, party: ALF, capability: land_troops, unit: persons, firmness: pledged,
   steps: [{since: 2025-03-01, evidence: [S-1]},
           {since: 2025-03-02, firmness: withdrawn, releasable_to: inner, evidence: [S-2]}]}
"""


def folder(path: Path, source: str, *, withheld: str = "") -> room.Source:
    """Return an opened folder of one statement, and of a second one withheld from the public."""
    sources = [
        said(
            "S-1",
            "2025-03-01",
            source=source,
            paraphrase="They are ready to send “three ships now”.",
        )
    ]
    contributions = ""
    if withheld:
        sources.append(said("S-2", "2025-03-02", source=withheld))
        contributions = WHISPER.replace("firmness: pledged,\n", "\n", 1).replace(
            "{since: 2025-03-01,", "{since: 2025-03-01, firmness: pledged,"
        )
    opened(path, *sources, contributions=contributions)
    (path / "documents").mkdir()
    return room.open_source(str(path))


def text_of(source: room.Source, audience: str = "public") -> tuple[str | None, str | None]:
    """Return the text of the first statement, or why there is none."""
    document = room.statement_view(source, room.Options(audience=audience), "S-1")
    return document["text"], document["no_text"]


def test_the_passage_is_shown_in_its_text(tmp_path: Path) -> None:
    """As it stands, since places are counted in it; what it quotes goes over a line end."""
    source = folder(tmp_path, "documents/sub/page one.md")
    (tmp_path / "documents" / "sub").mkdir()
    text = "# Page\r\nHe promised three\r\nships now, he said. Größe."
    (tmp_path / "documents" / "sub" / "page one.md").write_bytes(text.encode())

    document = room.statement_view(source, room.Options(), "S-1")

    assert document["text"] == text
    assert document["no_text"] is None
    assert document["passage"] is not None
    start, end = document["passage"]
    assert document["text"][start:end] == "three\r\nships now"


@pytest.mark.parametrize(
    ("paraphrase", "words"),
    [
        ("We are ready.", "We are ready."),
        ("He said “ready to go” and “we are ready to go”.", "we are\nready to go"),
        ('He said "We are ready".', "We are ready"),
        ("Something else.", None),
        ("He said “we”.", None),
        ("", None),
    ],
)
def test_a_passage_is_found_word_for_word_or_not_at_all(paraphrase: str, words: str | None) -> None:
    """Of several quotes the longest; one of a few letters is none."""
    text = "We are ready. Yes, we are\nready to go."

    place = found(text, paraphrase)

    assert (text[slice(*place)] if place else None) == words


@pytest.mark.parametrize(
    "address",
    [
        "documents/missing.txt",
        "documents/../operation.yaml",
        "documents/../../secret.txt",
        "documents//etc/passwd",
        "documents/linked.txt",
        "documents/out/secret.txt",
        "documents/sub",
        "documents/round.txt",
    ],
)
def test_nothing_outside_the_documents_is_read(tmp_path: Path, address: str) -> None:
    """Neither by dots nor by a link; and the sentence does not tell what is there."""
    place = tmp_path / "folder"
    place.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    source = folder(place, address)
    documents = place / "documents"
    (documents / "sub").mkdir()
    (documents / "linked.txt").symlink_to(tmp_path / "secret.txt")
    (documents / "out").symlink_to(tmp_path)
    (documents / "round.txt").symlink_to(documents / "round.txt")

    assert text_of(source) == (None, NOWHERE)


def test_documents_that_are_a_link_to_elsewhere_are_not_read(tmp_path: Path) -> None:
    """The folder of texts has to lie in the folder."""
    place, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    place.mkdir()
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("secret", encoding="utf-8")
    source = folder(place, "documents/a.txt")
    (place / "documents").rmdir()
    (place / "documents").symlink_to(elsewhere)

    assert text_of(source) == (None, NOWHERE)


def test_a_link_within_the_documents_is_followed(tmp_path: Path) -> None:
    """One text under two names."""
    source = folder(tmp_path, "documents/second.txt")
    (tmp_path / "documents" / "first.txt").write_text("plain", encoding="utf-8")
    (tmp_path / "documents" / "second.txt").symlink_to("first.txt")

    assert text_of(source) == ("plain", None)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"%PDF", "It is no plain text (.txt or .md), so it is not shown here."),
        ("a.txt", b"\xff\xfe\x00", "Its text is not UTF-8, so it is not shown here."),
        (
            "b.txt",
            b"x" * (MOST_BYTES + 1),
            "Its text is larger than a megabyte, so it is not shown here.",
        ),
    ],
)
def test_what_is_no_small_plain_text_is_not_shown(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    """A sentence says why."""
    source = folder(tmp_path, f"documents/{name}")
    (tmp_path / "documents" / name).write_bytes(content)

    assert text_of(source) == (None, why)


def test_a_text_from_which_something_withheld_is_cited_is_withheld(tmp_path: Path) -> None:
    """The public reads what it reads where there is no text; who may see it all reads the text."""
    source = folder(tmp_path, "documents/a.txt", withheld="documents/./a.txt")
    (tmp_path / "documents" / "a.txt").write_text("It is withdrawn.", encoding="utf-8")

    assert text_of(source) == (None, NOWHERE)
    assert text_of(source, "inner") == ("It is withdrawn.", None)


def test_a_secret_from_another_text_withholds_nothing(tmp_path: Path) -> None:
    """Only its own document."""
    source = folder(tmp_path, "documents/a.txt", withheld="documents/b.txt")
    (tmp_path / "documents" / "a.txt").write_text("It is pledged.", encoding="utf-8")

    assert text_of(source) == ("It is pledged.", None)


def test_a_ledger_keeps_its_texts_beside_it(tmp_path: Path) -> None:
    """Those of the folder it was imported from are not its own."""
    source = folder(tmp_path, "documents/a.txt")
    kept = replace(source, kind=room.SourceKind.LEDGER, place=tmp_path / "a.ledger")

    assert text_of(kept)[1] == "The folder keeps no text of it that may be shown."

    texts = tmp_path / "a.ledger.kept" / "documents"
    texts.mkdir(parents=True)
    (texts / "a.txt").write_text("It is pledged.", encoding="utf-8")

    assert text_of(kept) == ("It is pledged.", None)
