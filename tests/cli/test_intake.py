"""``guarantor intake``: from articles to proposals, and to documents on record."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guarantor import room
from guarantor.cli import guarantor
from guarantor.errors import GuarantorError, NotForTheModel, Unusable
from guarantor.room.llm_endpoint import KEY
from guarantor.room.llm_wanted import WantedModel
from guarantor.room.meanings import meanings
from tests.intake.llm.texts import reply, statement
from tests.room.llm_server import Planned, chat, endpoint

ARTICLE = (
    "Alfland doubts the truce.\n"
    "Its prime minister said on Tuesday that Alfland would send up to 600 monitors if the "
    "ceasefire holds.\n"
    "Asked how many soldiers would follow, he declined to give details.\n"
    "Share this article\n"
    "Alfland doubts the truce.\n"
)
WEATHER = "Rain fell on the hills all morning, and the harvest was late again this year.\n"
COPY = ARTICLE.replace("Alfland doubts the truce.\n", "Doubts in Alfland.\n", 1)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article that bears no day."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def north(tmp_path: Path) -> str:
    """Return a copy of the example that may be written to."""
    into = tmp_path / "north"
    run("ledger", "export", "example", "--audience", "coalition", "--into", str(into))
    return str(into)


def run(*arguments: str) -> Result:
    """Run a command; a mistake of the caller's is raised."""
    result = CliRunner().invoke(guarantor, arguments, catch_exceptions=False)
    assert result.exit_code in {0, 2}, result.output
    return result


def told(*arguments: str) -> Any:  # noqa: ANN401  whatever JSON holds
    """Return what a command prints as JSON."""
    return json.loads(run(*arguments, "--json").stdout)


class TestPropose:
    """What is proposed of a file."""

    def test_places_lead_into_the_file(self, article: Path) -> None:
        """The title stands twice and is one passage; quotes are the very words."""
        found = told("intake", "propose", str(article), "--operation", "example")

        titles = [one for one in found["passages"] if one["text"] == "Alfland doubts the truce."]
        assert [len(one["places"]) for one in titles] == [2]
        for passage in found["passages"]:
            assert {ARTICLE[start:end] for start, end in passage["places"]} == {passage["text"]}
        assert [one["boilerplate"] for one in found["passages"]] == [False, False, False, True]
        for one in found["statements"]:
            assert ARTICLE[one["start"] : one["end"]] == one["quote"]

    def test_a_day_is_reckoned_from_the_one_that_is_given(self, article: Path) -> None:
        """13 March 2025 is a Thursday, the Tuesday before it the 11th; without it, unknown."""
        dated, open_ = (
            told("intake", "propose", str(article), "--operation", "example", *more)
            for more in (("--dated", "2025-03-13"), ())
        )

        days = [
            [day for one in found["statements"] for day in one["dates"]] for found in (dated, open_)
        ]
        assert days == [
            [{"text": "Tuesday", "day": "2025-03-11"}],
            [{"text": "Tuesday", "day": None}],
        ]
        assert (dated["document"]["dated"], open_["document"]["dated"]) == ("2025-03-13", None)

    def test_the_operation_lends_its_parties_and_propositions(self, article: Path) -> None:
        """Alfland is no state of the world; the ceasefire is a proposition of the example."""
        found = told("intake", "propose", str(article), "--operation", "example")
        alone = told("intake", "propose", str(article))

        (offer,) = [one for one in found["statements"] if one["quantity"] == "600"]
        assert (offer["party"], offer["stance"], offer["expression"]) == (
            "ALF",
            "conditional",
            "ceasefire",
        )
        assert all(one["party"] is None for one in alone["statements"])

    def test_a_feed_gives_a_document_for_each_item(self, tmp_path: Path) -> None:
        """Where a file holds several documents JSON has a list."""
        items = "".join(
            f"<item><title>{name}</title><description>{name} will send troops.</description></item>"
            for name in ("Kenya", "Ghana")
        )
        path = tmp_path / "feed.xml"
        path.write_text(f"<rss version='2.0'><channel>{items}</channel></rss>", encoding="utf-8")

        found = told("intake", "propose", str(path))

        assert [one["document"]["title"] for one in found] == ["Kenya", "Ghana"]

    def test_what_cannot_be_read_is_one_sentence(self, tmp_path: Path) -> None:
        """A picture; a folder, which is no file."""
        picture = tmp_path / "map.png"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

        with pytest.raises(Unusable) as refused:
            run("intake", "propose", str(picture))
        assert len(str(refused.value).splitlines()) == 1
        with pytest.raises(Unusable, match="is a folder; name a file"):
            run("intake", "propose", str(tmp_path))


class TestAdd:
    """Documents on record."""

    def test_a_copy_has_the_origin_of_what_was_there(self, north: str, tmp_path: Path) -> None:
        """The second is a light edit of the first; what a person split a third copy keeps apart."""
        for name, text in {"a.txt": ARTICLE, "b.txt": COPY}.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        first = told("intake", "add", north, str(tmp_path / "a.txt"), "--by", "Ada")
        second = told("intake", "add", north, str(tmp_path / "b.txt"), "--by", "Ada")

        (one,), (other,) = first["received"], second["received"]
        assert (one["origin"], other["origin"]) == (one["id"], one["id"])
        assert other["reason"]

        room.split_origin(north, other["id"], by="Ada")
        (tmp_path / "c.txt").write_text(COPY.upper(), encoding="utf-8")
        third = told("intake", "add", north, str(tmp_path / "c.txt"), "--by", "Ada")
        assert third["received"][0]["origin"] == other["id"]
        documents = room.open_source(north).operation.documents
        assert documents[one["id"]].origin == one["id"]
        assert documents[other["id"]].origin == other["id"]

    def test_what_bears_on_nothing_is_left_out_by_name(self, north: str, tmp_path: Path) -> None:
        """And received where that is asked for; a folder gives all that lies in it."""
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "weather.txt").write_text(WEATHER, encoding="utf-8")

        left = run("intake", "add", north, str(tmp_path / "news"), "--by", "Ada").stdout
        taken = run("intake", "add", north, str(tmp_path / "news"), "--by", "Ada", "--all").stdout

        assert "weather.txt: left out." in left
        assert "--all receives it all the same." in left
        assert "weather.txt, bearing no day: on record as doc-" in taken

    def test_an_audience_that_is_none_is_refused(self, north: str, article: Path) -> None:
        """Nothing is kept."""
        with pytest.raises(GuarantorError, match="nobody: no such audience"):
            run("intake", "add", north, str(article), "--audience", "nobody", "--by", "Ada")
        assert not Path(north, "documents").exists()


class TestFolders:
    """Folders of articles."""

    def test_copies_are_one_origin(self, tmp_path: Path) -> None:
        """Every document stands in one row, with its reason."""
        for name, text in {"a.txt": ARTICLE, "b.txt": COPY, "c.txt": WEATHER}.items():
            (tmp_path / name).write_text(text, encoding="utf-8")

        found = told("intake", "origins", str(tmp_path), "--workers", "1")

        assert sorted(sorted(one["documents"]) for one in found) == [["a.txt", "b.txt"], ["c.txt"]]
        assert all(one["reason"] for one in found)
        text = run("intake", "origins", str(tmp_path), "--workers", "1").stdout
        assert text.startswith("3 documents from 2 origins.\n- ")

    def test_triage_goes_on_where_it_was(self, tmp_path: Path) -> None:
        """What did not change is not read again; what bears on nothing is not listed."""
        articles = tmp_path / "articles"
        articles.mkdir()
        for name, text in {"a.txt": ARTICLE, "c.txt": WEATHER}.items():
            (articles / name).write_text(text, encoding="utf-8")
        (articles / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
        asked = ("intake", "triage", str(articles), "example", "--workers", "1")
        index = ("--index", str(tmp_path / "articles.index"))

        first, second = told(*asked, *index), told(*asked, *index)

        assert (first["read"], first["known"]) == (3, 0)
        assert (second["read"], second["known"]) == (0, 3)
        assert (second["documents"], second["relevant"]) == (2, 1)
        assert [one["name"] for one in second["most_relevant"]] == ["a.txt"]
        assert [one["name"] for one in second["failures"]] == ["map.png"]
        text = run(*asked).stdout
        assert text.startswith(
            "3 files: 3 read now, 0 known already, 1 not to be read; 2 documents"
        )
        assert "not read: map.png: " in text

    def test_workers_of_this_machine_and_a_cluster_exclude_each_other(self, tmp_path: Path) -> None:
        """A cluster brings its own."""
        refused = run(
            "intake", "origins", str(tmp_path), "--workers", "2", "--cluster", "tcp://a:1"
        )

        assert "a cluster brings its own" in refused.stderr


LABELLED = {
    "id": "one",
    "operation": "a mission",
    "dated": "2025-03-13",
    "text": "Kenya will send 600 police officers, its president said. Rain fell in Nairobi.",
    "clauses": [
        {
            "quote": "Kenya will send 600 police officers, its president said.",
            "statement": {
                "speaker": "its president",
                "party": ["KEN"],
                "standing": "head_of_state",
                "about": ["KEN"],
                "stance": "pledged",
                "kind": "police",
                "firmness": "pledged",
                "quantity": "600",
                "unit": "persons",
                "condition": "",
            },
        },
        {"quote": "Rain fell in Nairobi.", "statement": None},
    ],
    "actors": [{"quote": "Kenya", "code": "KEN"}, {"quote": "Nairobi", "code": "KEN"}],
    "days": [],
}
"""A labelled text of two clauses, one of them without a statement."""


class TestEvaluate:
    """How good the proposals are."""

    def test_every_step_has_its_figures(self, tmp_path: Path) -> None:
        """One pledge of one, found: everything is right, with wide intervals."""
        gold = tmp_path / "gold.jsonl"
        gold.write_text(f"{json.dumps(LABELLED)}\n", encoding="utf-8")

        found = told("intake", "evaluate", str(gold))

        assert found["schema"] == "guarantor/intake-evaluation/1"
        (stance,) = [one for one in found["steps"] if one["name"] == "stance"]
        assert (stance["right"], stance["wanted"]) == (1, 1)
        assert "stance" in run("intake", "evaluate", str(gold)).stdout

    def test_a_line_that_cannot_be_read_is_named(self, tmp_path: Path) -> None:
        """With its number; bytes that are no text are refused as a whole."""
        gold = tmp_path / "gold.jsonl"
        gold.write_text(f"{json.dumps(LABELLED)}\n{{}}\n", encoding="utf-8")

        with pytest.raises(GuarantorError, match="2: "):
            run("intake", "evaluate", str(gold))
        gold.write_bytes(b"\xff\xfe\x00")
        with pytest.raises(Unusable, match="cannot be read as UTF-8"):
            run("intake", "evaluate", str(gold))


class TestLanguageModel:
    """An endpoint that is asked as well."""

    TEXT = "Poland refuses to send troops.\n"
    SAID = "Poland refuses to send troops."

    @pytest.fixture(autouse=True)
    def key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Set a key."""
        monkeypatch.setenv(KEY, "sk-test-0123456789")

    @pytest.fixture
    def paper(self, tmp_path: Path) -> Path:
        """Return an article."""
        path = tmp_path / "paper.txt"
        path.write_text(self.TEXT, encoding="utf-8")
        return path

    def answer(self) -> Any:  # noqa: ANN401  a planned answer
        """Return an answer with one statement that stands in the text and one that does not."""
        good = statement(quote=self.SAID)
        invented = statement(quote="Poland promises ten divisions.")
        return chat(reply(good, invented), usage={"prompt_tokens": 900, "completion_tokens": 100})

    def test_its_proposals_stand_beside_those_of_the_rules(self, paper: Path) -> None:
        """What it invented is dropped and told; so is what it took."""
        with endpoint(self.answer()) as running:
            found = told(
                *("intake", "propose", str(paper), "--llm", running.url, "--model", "m-1"),
                *("--llm-prices", "2 8 USD"),
            )

        rules = [one["rule"] for one in found["statements"]]
        assert rules.count("llm:m-1") == 1
        assert (found["llm"]["requests"], found["llm"]["cost"]) == (1, "0.0026 USD")
        assert any("its quote does not stand in" in one for one in found["llm"]["findings"])

    def test_what_is_not_public_is_not_sent(self, paper: Path) -> None:
        """Unless its audience is named."""
        with endpoint(self.answer()) as running:
            asked = ("intake", "propose", str(paper), "--llm", running.url, "--model", "m-1")
            kept = run(*asked, "--audience", "coalition").stdout
            assert running.asked == []
            run(*asked, "--audience", "coalition", "--llm-allow", "coalition")
            assert len(running.asked) == 1
        assert "coalition" in kept

    def test_with_add_they_wait_as_open_items(self, north: str, paper: Path) -> None:
        """And are decided on as any other."""
        with endpoint(self.answer()) as running:
            text = run(
                *("intake", "add", north, str(paper), "--by", "Ada", "--dated", "2025-03-13"),
                *("--llm", running.url, "--model", "m-1"),
            ).stdout

        assert "Language model: 1 requests" in text
        source = room.open_source(north)
        (name,) = source.operation.documents
        (item,) = [
            one for one in room.review_document(source, name)["items"] if one["rule"] == "llm:m-1"
        ]
        wanted = room.Wanted(name=north, document=name, by="Ada")
        assert room.reject(wanted, item["id"])["entries"]
        undone = room.undo(north, by="Ada")
        assert undone["item"] == item["id"]

    def test_half_an_endpoint_is_none(self, paper: Path) -> None:
        """An address without a model, options without an address, prices that are none."""
        for options, said in (
            (("--llm", "http://127.0.0.1:9/v1"), "stand together"),
            (("--llm-allow", "coalition"), "need --llm URL"),
            (("--llm-prices", "cheap"), "a million tokens"),
        ):
            assert said in run("intake", "propose", str(paper), *options).stderr


class TestMeanings:
    """Vectors of a language model, for origins."""

    @pytest.fixture(autouse=True)
    def key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Set a key."""
        monkeypatch.setenv(KEY, "sk-test-0123456789")

    def test_vectors_are_asked_by_name_and_of_nothing_that_is_not_public(
        self, tmp_path: Path
    ) -> None:
        """Items of a feed among them; without documents that facts nearly join none is sent."""
        articles = tmp_path / "articles"
        articles.mkdir()
        (articles / "a.txt").write_text(ARTICLE, encoding="utf-8")
        item = "<item><title>Kenya</title><description>Kenya sends troops.</description></item>"
        feed = f"<rss version='2.0'><channel>{item}{item.replace('Kenya', 'Ghana')}</channel></rss>"
        (articles / "feed.xml").write_text(feed, encoding="utf-8")
        rows = [{"index": place, "embedding": [1.0, place / 10]} for place in range(3)]
        answer = Planned(body=json.dumps({"data": rows}).encode())
        with endpoint(answer) as running:
            found = told(
                *("intake", "origins", str(articles), "--workers", "1"),
                *("--llm", running.url, "--model", "m-1"),
            )
            assert running.asked == []
            names = sorted(name for one in found for name in one["documents"])
            wanted = WantedModel(url=running.url, model="m-1")
            with meanings(articles, wanted) as vectors:
                assert vectors is not None
                made = vectors(names)
            with meanings(articles, wanted, "coalition") as vectors:
                assert vectors is not None
                with pytest.raises(NotForTheModel):
                    vectors(names)

        assert running.paths == ["/v1/embeddings"]
        texts = running.asked[0]["input"]
        assert [text.split()[0] for text in texts] == ["Alfland", "Kenya", "Ghana"]
        assert made.shape == (3, 2)
