"""The evidence queue in a browser: an article in, statements out, by the keyboard alone."""

import json
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from guarantor.ledger import verify
from guarantor.operation import bundled
from guarantor.room import Receiving, receive
from guarantor.store import JsonLinesStore
from tests.web.browser.conftest import Open
from tests.web.browser.serving import serving
from tests.web.browser.test_screens import AXE, VIOLATIONS

ARTICLE = """\
Ministers met on the coast \U0001f54a\ufe0f on Friday \U0001f600. Bravia would send four aircraft.

The prime minister of Alfland told the house that two thousand soldiers would go, no more.
Charland waits for Bravia. Deltia would now send three hundred soldiers.

The head of government of the north said that the order to cease fire would be signed.
Charland waits for Bravia. Deltia would now send three hundred soldiers.

Share this article
"""
COPIES = count()
MANY = 41
"""Documents of a room of which the list says of the first ones only what is open."""
SEED = Path(__file__).parents[4] / "shared" / "seed" / "article.txt"
"""A news article, where somebody put one beside the project."""
ALFLAND = "The prime minister of Alfland"
DELTIA = "Deltia would now"
PLEDGE = {"Stance": "pledged", "Firmness": "pledged"}
"""What is mended where the prime minister is proposed to have told of soldiers only."""
LLM = "A language model read two passages."
NOTE = "One of its answers was dropped: its words do not stand in the text."


@pytest.fixture
def folder(pages: None, tmp_path: Path) -> Path:  # noqa: ARG001  they are there first
    """Return a copy of the example."""
    return Path(shutil.copytree(bundled("example"), tmp_path / "example"))


def _received(folder: Path, text: str = ARTICLE, name: str = "article.txt", **how: Any) -> str:  # noqa: ANN401  as of Receiving
    """Put an article on record, and return its id."""
    dated = {"everything": True, **how}
    told = receive(str(folder), [(name, text.encode())], Receiving(by="Desk", **dated))
    return told["received"][0]["id"]


def _sent(address: str, text: str, name: str = "article.txt", **how: object) -> str:
    """Send an article to a room that is served, and return its id."""
    content = b64encode(text.encode()).decode()
    sent = {"by": "Desk", "name": name, "content": content, "everything": True, **how}
    told = httpx.post(f"{address}/decisions/received", json=sent).raise_for_status()
    document: str = told.json()["received"][0]["id"]
    return document


@pytest.fixture(scope="module")
def shared(pages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  they are there first
    """Yield the address of a room that takes decisions, for tests that need only their article."""
    folder = shutil.copytree(bundled("example"), tmp_path_factory.mktemp("shared") / "example")
    with serving(folder, "--edit") as address:
        yield address


@pytest.fixture(scope="module")
def to_read(
    pages: None,  # noqa: ARG001  they are there first
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, str, Path]]:
    """Yield the address of a room that takes no decision, the id of its article, and its folder."""
    folder = shutil.copytree(bundled("example"), tmp_path_factory.mktemp("read") / "example")
    document = _received(folder, dated=date(2025, 3, 14))
    how = Receiving(by="Desk", dated=date(2025, 3, 14), everything=True)
    others = [(f"{number}.txt", f"Bravia has {number} aircraft.") for number in range(1, MANY)]
    receive(str(folder), [(name, text.encode()) for name, text in others], how)
    with serving(folder) as address:
        yield address, document, folder


@pytest.fixture
def desk(shared: str) -> tuple[str, str]:
    """Return the address of a room that takes decisions, and the id of an article in it."""
    text = ARTICLE + "\n" * next(COPIES)  # of other bytes than those before
    return shared, _sent(shared, text, dated="2025-03-14")


def _tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus: it is reached without a mouse."""
    for _ in range(80):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {wanted}")


def _named(page: Page, name: str = "A. Nalyst") -> None:
    page.locator("#who").fill(name)
    page.locator("#who").press("Enter")


def _sentence(page: Page, words: str) -> None:
    """Go to a sentence with the arrow key."""
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if words in _current(page).inner_text():
            return
    pytest.fail(f"no sentence says {words}")


def _current(page: Page) -> Locator:
    return page.get_by_test_id("text").locator("[aria-current]")


def _live(page: Page, words: str) -> None:
    expect(page.get_by_test_id("live")).to_contain_text(words)


def _said(page: Page, *, speaker: str, party: str, standing: str, **more: str) -> None:
    """Fill the form that has the focus, by typing alone, and accept it."""
    form = page.get_by_test_id("form")
    expect(form.get_by_label("Speaker", exact=True)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type(speaker)
    told = {"Speaks for": f"{party}\n", "Standing": standing, "About": f"{party}\n"}
    for label, typed in {**told, "Subject": "troops", **more}.items():
        _tab_to(page, form.get_by_label(label, exact=True))
        page.keyboard.type(typed)
    page.keyboard.press("Control+Enter")


def _pasted(page: Page, text: str, day: str) -> None:
    """Paste an article, give it its day, and go to its review, by the keyboard alone."""
    _tab_to(page, page.locator("#who"))
    page.keyboard.type("A. Nalyst")
    _tab_to(page, page.get_by_label("Or its text"))
    page.keyboard.insert_text(text)
    _tab_to(page, page.get_by_label("Its day, if it bears none"))
    page.keyboard.type(day)
    _tab_to(page, page.get_by_role("button", name="Receive", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("receipt")).to_contain_text("It bears the day")
    _tab_to(page, page.get_by_role("link", name="Review it"))
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("text")).to_be_visible()


def _proposal(page: Page, words: str) -> None:
    """Go on to a proposal with the key of the next one."""
    expect(page.get_by_test_id("text")).to_be_visible()
    for _ in range(30):
        page.keyboard.press("j")
        if words in page.get_by_test_id("quote").inner_text():
            return
    pytest.fail(f"no proposal says {words}")


def _checks(page: Page) -> list[str]:
    """Return where a form is asked about, which is added to as the page asks."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/check"):
            asked.append(request.url)

    page.on("request", note)
    return asked


def _answers(page: Page, address: str) -> Any:  # noqa: ANN401  a document
    return page.request.get(f"{address}/answers.json").json()


def test_an_article_becomes_statements_and_a_step_by_keyboard_alone(
    look: Open, folder: Path
) -> None:
    """In, five statements, an offer's step, another answer; undo restores it, and all is on record.

    What a step changes is shown once it was taken: nowhere before.
    """
    with serving(folder, "--edit") as address:
        page = look(address, "/review")
        _pasted(page, ARTICLE, "03142025")

        spoken = (
            ("Bravia would", {"speaker": "A minister", "party": "bra", "standing": "minister"}),
            (ALFLAND, {"speaker": "Prime minister", "party": "alf", "standing": "head of g"}),
            ("Charland waits", {"speaker": "The writer", "party": "cha", "standing": "press"}),
            (DELTIA, {"speaker": "The writer", "party": "del", "standing": "press"}),
            ("The head of", {"speaker": "Head of the north", "party": "nor", "standing": "head"}),
        )
        for number, (words, fields) in enumerate(spoken, start=1):
            _sentence(page, words)
            page.keyboard.press("n")  # it is proposed whole, and so its form is gone to
            _said(page, **fields, **(PLEDGE if words == ALFLAND else {}))
            expect(page.get_by_test_id("counts")).to_contain_text(f"{number} accepted")
            expect(_current(page)).to_be_focused()
        before = _answers(page, address)

        while ALFLAND not in page.get_by_test_id("quote").inner_text():
            page.keyboard.press("k")
        while not page.get_by_role("button", name="Draft the step").is_visible():
            page.keyboard.press("j")
        page.keyboard.press("d")
        drafts = page.get_by_test_id("drafts")
        expect(drafts.get_by_role("radio").first).to_be_focused()
        expect(drafts.get_by_label("How much")).to_have_value("2000")
        expect(page.get_by_test_id("effect")).to_have_count(0)
        page.keyboard.press("Enter")
        effect = page.get_by_test_id("effect")
        expect(effect).to_contain_text("The quantity of alf-troops")
        expect(effect).to_contain_text("Before")
        assert _answers(page, address)["answers"] != before["answers"]

        page.keyboard.press("u")
        expect(effect).to_have_count(0)
        _live(page, "Undone")
        assert _answers(page, address)["answers"] == before["answers"]
        page.close()
    entries = list(JsonLinesStore(folder / "decisions.jsonl", create=False).entries())
    assert verify(entries, "decisions.jsonl") == len(entries) > 10
    assert {entry.draft.recorded_by for entry in entries} == {"A. Nalyst"}


def test_places_count_characters_and_words_part_and_join(desk: tuple[str, str], look: Open) -> None:
    """Two emojis stand before the clause: it is marked, split and merged where it stands."""
    address, document = desk
    page = look(address, f"/review/{document}")
    _named(page)
    _sentence(page, "Bravia would")
    assert _current(page).inner_text() == "Bravia would send four aircraft."
    page.keyboard.press("n")
    expect(page.get_by_test_id("quote")).to_have_text("Bravia would send four aircraft.")
    page.keyboard.press("Escape")
    expect(_current(page)).to_be_focused()

    page.keyboard.press("s")
    expect(page.get_by_role("button", name="send", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("quote")).to_have_text("Bravia would send")
    expect(_current(page)).to_have_text("Bravia would send")
    page.keyboard.press("x")
    page.keyboard.press("j")
    expect(page.get_by_test_id("quote")).to_have_text("four aircraft.")
    page.keyboard.press("m")
    expect(page.get_by_test_id("quote")).to_have_text("Bravia would send four aircraft.")
    page.keyboard.press("r")
    _live(page, "Rejected")
    page.keyboard.press("u")
    _live(page, "Undone")
    expect(page.get_by_role("button", name="Accept")).to_be_visible()


def test_words_that_are_selected_are_added(desk: tuple[str, str], look: Open) -> None:
    """Where a sentence says two things, the words of one of them become a proposal."""
    address, document = desk
    page = look(address, f"/review/{document}")
    _named(page)
    page.get_by_test_id("text").evaluate(
        """(box) => {
          const pieces = [...box.querySelectorAll("[data-start]")];
          const words = pieces.find((one) => one.innerText.startsWith("Bravia")).firstChild;
          getSelection().setBaseAndExtent(words, 13, words, 31);
        }"""
    )
    page.keyboard.press("n")
    expect(page.get_by_test_id("quote")).to_have_text("send four aircraft")


def test_what_is_repeated_is_set_apart_and_there(desk: tuple[str, str], look: Open) -> None:
    """Nothing of a text is left out, and every sentence of it can be chosen with one key."""
    address, document = desk
    page = look(address, f"/review/{document}")
    text = page.get_by_test_id("text")
    expect(text.get_by_text("Repeated from above")).to_be_visible()
    told = "".join(text.locator("[data-start]").all_inner_texts())
    assert "".join(told.split()) == "".join(ARTICLE.split())

    for _ in range(8):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_test_id("live")).to_contain_text("Sentence 8 of 9")
    page.keyboard.press("e")  # nothing is proposed of a sentence: no form is gone to
    page.keyboard.press("n")
    expect(page.get_by_role("alert")).to_contain_text("Say first who decides")
    expect(page.locator("#who")).to_be_focused()
    page.keyboard.type("jan")  # no key acts while somebody types
    expect(page.locator("#who")).to_have_value("jan")
    assert "sentence=" in page.url


def test_boilerplate_is_set_apart_and_may_be_added(desk: tuple[str, str], look: Open) -> None:
    """Nothing is proposed of a notice of the page; whoever sees more in it adds it with one key."""
    address, document = desk
    page = look(address, f"/review/{document}")
    _named(page)
    apart = page.get_by_test_id("text").locator(".aside", has_text="Stands on every page")
    expect(apart).to_contain_text("Share this article")
    _sentence(page, "Share this article")
    expect(page.get_by_test_id("panel")).to_contain_text("Nothing is proposed of it.")
    page.keyboard.press("n")
    expect(page.get_by_test_id("quote")).to_have_text("Share this article")
    expect(apart.get_by_text("open")).to_be_visible()


def test_without_edit_everything_is_read_and_nothing_decided(
    look: Open, to_read: tuple[str, str, Path]
) -> None:
    """It says why; keys lead through the text and do nothing else."""
    address, document, folder = to_read
    kept = (folder / "decisions.jsonl").read_bytes()
    page = look(address, "/review")
    expect(page.get_by_test_id("read-only")).to_contain_text("--edit opens it for decisions")
    expect(page.get_by_test_id("receive")).to_have_count(0)
    page.get_by_role("link", name="article.txt").click()
    expect(page.get_by_test_id("read-only")).to_contain_text("--edit opens it for decisions")
    _sentence(page, DELTIA)
    for key in "nareud":
        page.keyboard.press(key)
    expect(page.locator("#who")).to_have_count(0)
    assert page.url.startswith(f"{address}/review/{document}?sentence=")
    assert (folder / "decisions.jsonl").read_bytes() == kept


def test_of_many_documents_those_nobody_read_yet_wait(
    look: Open, to_read: tuple[str, str, Path]
) -> None:
    """The list says so; what is proposed of such a document is there once it is opened."""
    page = look(to_read[0], "/review")
    rows = page.get_by_test_id("queue").locator("tbody tr")
    expect(rows).to_have_count(MANY)
    expect(rows.first).to_contain_text("not read yet")
    expect(rows.last).to_contain_text("nothing proposed")
    page.get_by_role("radio", name="Waiting 1").check()
    expect(rows).to_have_count(1)  # the first that was received, and so the one that was not read
    expect(rows.first).to_contain_text("article.txt")
    rows.first.get_by_role("link").first.click()
    expect(page.get_by_test_id("counts")).to_contain_text("5 open")


def test_a_form_is_held_against_the_record_as_it_is_mended(
    desk: tuple[str, str], to_read: tuple[str, str, Path], look: Open
) -> None:
    """Deltia had refused: it pledges now, which does not agree, and to refuse again does.

    It is asked once the form has rested, also where nothing may be decided.
    """
    for address, document in (desk, to_read[:2]):
        page = look(address, f"/review/{document}")
        asked = _checks(page)
        _proposal(page, DELTIA)
        disagreement = page.get_by_test_id("disagreement")
        expect(disagreement).to_contain_text("Deltia will send no soldiers.")
        form = page.get_by_test_id("form")
        if address == to_read[0]:
            page.get_by_text("Hold another form of it against the record").click()
        form.get_by_label("Speaker", exact=True).press_sequentially("The cabinet of Deltia")
        expect(page.get_by_test_id("held")).to_have_attribute("aria-busy", "false")
        expect(disagreement).to_contain_text("The cabinet of Deltia")
        assert 0 < len(asked) < 5  # and not once for each letter
        form.get_by_label("Stance").select_option("refused")
        form.get_by_label("Firmness").select_option("declined")
        expect(disagreement).to_have_count(0)
        expect(page.get_by_test_id("related")).to_be_visible()
        form.get_by_label("Stance").select_option("pledged")
        form.get_by_label("Firmness").select_option("pledged")
        expect(disagreement).to_contain_text("contradicts this of 14 Mar 2025")
        page.get_by_role("button", name="As it was proposed").click()
        expect(page.get_by_test_id("held")).to_have_attribute("aria-busy", "false")


def test_a_bundled_operation_says_how_it_is_copied(look: Open, example: str) -> None:
    """Nothing is written into the package."""
    page = look(example, "/review")
    expect(page.get_by_test_id("read-only")).to_contain_text("guarantor ledger export example")


def test_two_persons_agree_where_two_are_asked_for(browser: Browser, folder: Path) -> None:
    """The first word waits; the same person is refused in a sentence; another one confirms.

    Meanwhile what does not agree with the record stands beside it: Deltia had refused.
    """
    head = folder / "operation.yaml"
    head.write_text(f"{head.read_text(encoding='utf-8')}\nreviewers: 2\n", encoding="utf-8")
    document = _received(folder, dated=date(2025, 3, 14))
    with serving(folder, "--edit") as address:
        page = browser.new_page()
        page.goto(f"{address}/review/{document}")
        _named(page, "First")
        _sentence(page, DELTIA)
        page.keyboard.press("n")
        _said(page, speaker="Deltia's cabinet", party="del", standing="minister", **PLEDGE)
        expect(page.get_by_test_id("awaiting")).to_contain_text("First has decided")
        expect(page.get_by_test_id("counts")).to_contain_text("1 awaiting")
        disagreement = page.get_by_test_id("disagreement")
        expect(disagreement).to_contain_text("This proposal")
        expect(disagreement).to_contain_text("Deltia will send no soldiers.")

        page.keyboard.press("a")
        expect(page.get_by_role("alert")).to_contain_text("another person has to agree")
        _named(page, "Second")
        page.keyboard.press("a")
        expect(page.get_by_test_id("counts")).to_contain_text("0 awaiting, 1 accepted")
        expect(page.get_by_test_id("panel")).to_contain_text("Second accepted it on")

        _named(page, "First")
        page.keyboard.press("d")
        expect(page.get_by_role("radio", name="A step of del-troops")).to_be_focused()
        page.get_by_label("How much").fill("250-300")
        page.get_by_label("Note").fill("As it was heard.")
        page.keyboard.press("Enter")
        effect = page.get_by_test_id("effect")
        expect(effect).to_contain_text("awaits another person's word")

        page.keyboard.press("d")
        drafts = page.get_by_test_id("drafts")
        first = drafts.get_by_role("radio").first
        expect(first).to_have_accessible_name(re.compile("awaiting del-troops, as First took it"))
        expect(first).to_be_focused()
        expect(drafts.get_by_test_id("awaited")).to_contain_text("First took this step.")
        expect(drafts.locator("dl")).to_contain_text("250-300")
        expect(drafts.get_by_label("How much")).to_have_count(0)
        page.keyboard.press("Enter")
        expect(drafts.get_by_role("alert")).to_contain_text("another person has to agree")
        _named(page, "Second")
        page.keyboard.press("Enter")
        expect(effect).to_contain_text("What it changed")
        expect(effect).to_contain_text("del-troops")

        for _ in range(2):  # the second word, and then the first one
            page.keyboard.press("u")
            _live(page, "Undone: recorded a step of del-troops")
            expect(effect).to_have_count(0)
        page.close()


def test_a_document_without_a_day_is_given_one(browser: Browser, shared: str) -> None:
    """Until then the server says why nothing of it is accepted; the sentence stands there."""
    document = _sent(shared, ARTICLE.replace("Friday", "a Friday"))
    page = browser.new_page()
    page.goto(f"{shared}/review/{document}")
    _named(page)
    _sentence(page, DELTIA)
    page.keyboard.press("n")
    expect(page.get_by_label("Speaker", exact=True)).to_be_focused()
    page.keyboard.type("The writer")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_test_id("panel").get_by_role("alert")).to_contain_text("bears no day")

    page.get_by_label("Its day").fill("2025-03-14")
    page.get_by_role("button", name="Give it this day").click()
    expect(page.get_by_text("It bears no day.")).to_have_count(0)
    page.get_by_role("button", name="Accept as mended").click()
    expect(page.get_by_test_id("counts")).to_contain_text("1 accepted")
    page.close()


def test_what_became_of_a_document_is_told_in_sentences(
    look: Open, shared: str, tmp_path: Path
) -> None:
    """Received, known already, unreadable; and one that bears on nothing all the same."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (tmp_path / "note.txt").write_text("Bravia and Alfland spoke \U0001f600.", encoding="utf-8")
    page = look(shared, "/review")
    _named(page)
    receipt = page.get_by_test_id("receipt")
    page.get_by_text("Receive a document").click()
    expect(page.get_by_label("Who may be shown it").locator("option")).to_have_text(["public"])

    def send(name: str) -> None:
        page.get_by_label("A file").set_input_files(tmp_path / name)
        page.get_by_role("button", name="Receive", exact=True).click()

    page.get_by_role("button", name="Receive", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a file, or paste a text.")
    send("note.txt")
    expect(receipt).to_contain_text("“note.txt” is received. It bears no day")
    send("note.txt")
    expect(receipt).to_contain_text("“note.txt” is not received again: it is on record")
    send("broken.pdf")
    expect(receipt).to_contain_text("“broken.pdf” cannot be read")

    sent: list[dict[str, Any]] = []

    def irrelevant(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or "{}"))
        left_out = [{"name": "pasted.txt", "reason": "it names nobody of this operation"}]
        told = {
            "schema": "guarantor/receipt/1",
            "irrelevant": left_out,
            "llm": LLM,
            "notes": [NOTE],
        }
        nothing: dict[str, Any] = {"received": [], "known": [], "unreadable": [], "entries": []}
        route.fulfill(json={**told, **nothing})

    page.route("**/decisions/received", irrelevant)
    page.get_by_label("Or its text").fill("Nothing of interest.")
    page.get_by_role("button", name="Receive", exact=True).click()
    for sentence in ("it names nobody of this operation", LLM, NOTE):
        expect(receipt).to_contain_text(sentence)
    with page.expect_response("**/decisions/received"):
        page.get_by_role("button", name="Receive it all the same").click()
    assert [one["everything"] for one in sent] == [False, True]
    page.close()


def test_a_person_says_whose_report_documents_are(look: Open, shared: str) -> None:
    """Two documents become one report for a reason; undoing it leaves each its own."""
    first = _sent(shared, "Alfland spoke of its soldiers.", "first.txt", dated="2025-03-12")
    _sent(shared, "Bravia has four aircraft ready.", "second.txt", dated="2025-03-13")
    page = look(shared, "/review")
    _named(page)
    page.get_by_role("checkbox", name="Choose first.txt").check()
    page.get_by_role("checkbox", name="Choose second.txt").check()
    page.get_by_label("Why, in words").fill("one wire report")
    page.get_by_role("button", name="They are one report").click()
    second = page.get_by_role("row").filter(has_text="second.txt")
    expect(second).to_contain_text("one report with 1 other document")
    expect(second).to_contain_text(f"The same report as {first}: one wire report")

    page.get_by_role("button", name="Undo the last").click()
    expect(second).to_contain_text("its own")
    expect(page.get_by_test_id("log").get_by_text("undone", exact=True).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.close()


@pytest.mark.skipif(not SEED.is_file(), reason="no news article stands beside the project")
def test_a_news_article_is_reviewed_as_a_user_does(look: Open, tmp_path: Path) -> None:
    """What it leaves out, keeps back and names the day of; five statements, a step, and undone."""
    folder = tmp_path / "ukraine"
    export = ("ledger", "export", "ukraine-2025", "--into", str(folder))
    subprocess.run([sys.executable, "-m", "guarantor", *export], check=True, capture_output=True)
    with serving(folder, "--edit") as address:
        page = look(address, "/review")
        _pasted(page, SEED.read_text(encoding="utf-8"), "03152025")
        panel, facts = page.get_by_test_id("panel"), page.get_by_test_id("facts")
        accepted = count(1)

        def accept() -> None:
            page.keyboard.press("a")
            expect(page.get_by_test_id("counts")).to_contain_text(f"{next(accepted)} accepted")

        _proposal(page, "virtual summit")
        accept()
        _proposal(page, "30-day")
        disagreement = page.get_by_test_id("disagreement")
        expect(disagreement).to_contain_text("Russia accepts and applies it at the same time")
        expect(disagreement).to_contain_text("UKR-20250311-other-1")
        accept()
        _proposal(page, "new commitments")
        accept()
        _proposal(page, "did not disclose")
        expect(panel.get_by_label("Stance")).to_have_value("undisclosed")
        accept()
        statement = panel.locator("a", has_text="GBR-20250315-").first.inner_text()
        _proposal(page, "next Thursday")
        expect(panel).to_contain_text("“next Thursday” – 20 Mar 2025")
        accept()

        while "did not disclose" not in page.get_by_test_id("quote").inner_text():
            page.keyboard.press("k")
        expect(facts).to_contain_text("undisclosed")
        page.keyboard.press("d")
        expect(page.get_by_role("radio", name="A new contribution of GBR")).to_be_focused()
        page.keyboard.press("Enter")
        effect = page.get_by_test_id("effect")
        expect(effect).to_contain_text("became known: of undisclosed firmness")
        expect(effect).to_contain_text("What is on the table?")
        page.keyboard.press("u")
        _live(page, f"on {statement}")
        expect(effect).to_have_count(0)
        page.close()


def test_the_queue_has_no_serious_barrier(desk: tuple[str, str], look: Open) -> None:
    """List, document, form, split and drafts: axe finds nothing, and a telephone is wide enough."""
    address, document = desk
    page = look(address, f"/review/{document}")

    def check(name: str) -> None:
        expect(page.get_by_test_id(name).first).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        assert page.evaluate(VIOLATIONS, []) == [], name
        page.emulate_media(color_scheme="dark")
        assert page.evaluate(VIOLATIONS, ["color-contrast"]) == [], name
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name

    page.evaluate(AXE.read_text(encoding="utf-8"))
    check("review-document")
    _named(page)
    _sentence(page, ALFLAND)
    page.keyboard.press("n")
    check("form")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    check("split")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    _said(page, speaker="Prime minister", party="alf", standing="minister", **PLEDGE)
    expect(page.get_by_test_id("facts")).to_be_visible()
    page.keyboard.press("d")
    check("drafts")
    page.get_by_role("button", name="Take the step").click()
    check("effect")
    page.get_by_role("link", name="Evidence queue").first.click()
    page.wait_for_url("**/review")
    check("queue")
