"""A language model behind an endpoint that answers well, badly, slowly or with inventions."""

import builtins
import logging
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from guarantor.errors import BadEndpoint, CannotWrite, MissingExtra, NoModel
from guarantor.room.llm_calls import Patience
from guarantor.room.llm_endpoint import KEY, Answer, LanguageModel, language_model
from guarantor.room.llm_told import Usage
from tests.intake.llm.texts import POLAND, document, reply, statement, task
from tests.room.llm_server import Endpoint, Planned, chat, endpoint

SECRET = "sk-test/0123456789abcdef"  # noqa: S105  no key of anything
HASTE = Patience(attempts=3, connecting=2, answering=2, wait=0.01, longest_wait=0.02)
TOOK = {"prompt_tokens": 900, "completion_tokens": 100}
GOOD = chat(reply(statement()), usage=TOOK)


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a key."""
    monkeypatch.setenv(KEY, SECRET)


def asked(running: Endpoint, *, audience: str = "public", **options: Any) -> Answer:  # noqa: ANN401
    """Return what a model behind an endpoint answers about a document."""
    with language_model(running.url, model="m-1", patience=HASTE, **options) as model:
        return model.propose(document(), audience=audience, task=task())


def failure(*planned: Planned, patience: Patience = HASTE) -> tuple[str, int]:
    """Return what is said of an endpoint that answers badly, and how often it was asked."""
    with (
        endpoint(*planned) as running,
        language_model(running.url, model="m-1", patience=patience) as model,
        pytest.raises(NoModel) as error,
    ):
        model.propose(document(), audience="public", task=task())
    host = running.url.removeprefix("http://").removesuffix("/v1")
    said = str(error.value)
    assert said.startswith(f"{host}: no answer of a language model (")
    assert said.endswith("); try again later, or leave --llm out to use the rules alone")
    assert SECRET not in said
    return said.split("(", 1)[1].rsplit(");", 1)[0], len(running.asked)


def test_a_good_answer_becomes_proposals() -> None:
    """One request with the key, the messages and the wish for JSON; the tokens as counted."""
    with endpoint(GOOD) as running:
        answer = asked(running)

    assert [one.quote for one in answer.proposals] == [POLAND]
    assert (answer.findings, answer.invented) == ((), 0)
    assert answer.usage == Usage(requests=1, asked=900, answered=100)
    (body,) = running.asked
    assert running.paths == ["/v1/chat/completions"]
    assert running.headers[0]["authorization"] == f"Bearer {SECRET}"
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert (body["model"], body["response_format"]) == ("m-1", {"type": "json_object"})


def test_the_address_may_be_that_of_the_question_itself() -> None:
    """As some handbooks give it."""
    with (
        endpoint(GOOD) as running,
        language_model(f"{running.url}/chat/completions/", model="m-1", patience=HASTE) as model,
    ):
        model.propose(document(), audience="public", task=task())

    assert running.paths == ["/v1/chat/completions"]


def test_without_a_key_none_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint on this machine needs none."""
    monkeypatch.delenv(KEY)
    with endpoint(GOOD) as running:
        asked(running)

    assert "authorization" not in running.headers[0]


def test_an_invented_quote_is_dropped_and_counted() -> None:
    """The other statement stays."""
    invented = statement(quote="Poland will send everybody")
    with endpoint(chat(reply(statement(), invented))) as running:
        answer = asked(running)

    assert [one.quote for one in answer.proposals] == [POLAND]
    assert answer.invented == 1
    assert [finding.code for finding in answer.findings] == ["llm_quote_not_found"]


@pytest.mark.parametrize(
    "answer",
    [
        chat("I would rather not."),
        chat('{"statements": [{"quote": "Pol'),
        chat('{"answers": []}'),
        chat(None),
        chat(["a"]),
        Planned(body=b"{}"),
        Planned(body=b'{"choices": []}'),
        Planned(body=b"[1]"),
    ],
    ids=["prose", "half", "schema", "null", "list", "empty", "no choice", "array"],
)
def test_what_no_statement_can_be_read_from_is_a_finding(answer: Planned, tmp_path: Path) -> None:
    """Nothing is proposed, and it is not kept: the next time it may answer better."""
    with endpoint(answer) as running:
        first = asked(running, cache=tmp_path / "kept")
        asked(running, cache=tmp_path / "kept")

    assert first.proposals == ()
    assert [finding.code for finding in first.findings] == ["llm_unreadable"]
    assert first.usage == Usage(requests=1, uncounted=1)
    assert len(running.asked) == 2


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_fails_for_the_moment_is_tried_again(status: int) -> None:
    """The second attempt succeeds, and is the one that counts."""
    busy = Planned(status=status, headers={"Retry-After": "3600"})
    with endpoint(busy, GOOD) as running:
        answer = asked(running)

    assert len(answer.proposals) == 1
    assert answer.usage.requests == 1
    assert len(running.asked) == 2


def test_what_goes_on_failing_is_given_up() -> None:
    """After three attempts; what the endpoint writes of its error is not repeated."""
    broken = Planned(status=500, body=f"key {SECRET} is broken".encode())

    assert failure(broken) == ("status 500, Internal Server Error, asked 3 times", 3)


def test_waits_double_and_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """1, 2, 4 and then 5 seconds, the most; asked for 3 seconds the first takes 3."""
    waits: list[float] = []
    monkeypatch.setattr("guarantor.room.llm_calls.time.sleep", waits.append)
    patience = Patience(attempts=5, answering=2, wait=1, longest_wait=5)

    failure(Planned(status=503), patience=patience)
    failure(
        Planned(status=429, headers={"Retry-After": "3"}),
        Planned(status=503, headers={"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}),
        patience=patience,
    )

    assert waits == [1, 2, 4, 5, 3, 2, 4, 5]


def test_who_answers_too_late_is_given_up() -> None:
    """Twice a tenth of a second for an answer that takes half of one."""
    patience = Patience(attempts=2, answering=0.1, wait=0.01)

    assert failure(Planned(body=b"{}", late=0.5), patience=patience) == (
        "nothing within 0.1 seconds, asked 2 times",
        2,
    )


def test_who_answers_drop_by_drop_is_given_up_too() -> None:
    """Each piece comes in time, all of them together do not."""
    drops = Planned(body=b" " * 40, pieces=40, late=1.2)
    patience = Patience(attempts=1, answering=0.2)

    assert failure(drops, patience=patience) == ("nothing within 0.2 seconds, asked once", 1)


def test_nobody_who_listens_is_one_sentence() -> None:
    """The endpoint is gone before it is asked."""
    with endpoint(GOOD) as running:
        url = running.url
    with (
        language_model(url, model="m-1", patience=HASTE) as model,
        pytest.raises(NoModel, match="the connection failed, asked 3 times"),
    ):
        model.propose(document(), audience="public", task=task())


def test_an_answer_that_ends_early_is_tried_again() -> None:
    """It claims 500 bytes and sends two."""
    with endpoint(Planned(body=b"{}", claimed=500), GOOD) as running:
        assert len(asked(running).proposals) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Planned(body=b"<html>"), "its answer is no JSON"),
        (Planned(body=b"[" * 200_000), "its answer is no JSON"),
        (Planned(body=b" " * 8_000_001), "its answer is longer than 8,000,000 bytes"),
        (
            Planned(body=b"{}", headers={"Content-Encoding": "gzip"}),
            "it answers compressed, which was not asked for",
        ),
        (
            Planned(status=401),
            f"status 401, Unauthorized: it does not accept the key of {KEY}, or that is not set",
        ),
        (Planned(status=404), "status 404, Not Found"),
        (Planned(status=499), "status 499"),
        (Planned(status=400), "status 400, Bad Request"),
    ],
    ids=["page", "deep", "huge", "compressed", "key", "missing", "unheard of", "refused"],
)
def test_an_answer_of_no_use_is_one_sentence(answer: Planned, reason: str) -> None:
    """It is not asked again; only the form of the question may be made plainer, once."""
    assert failure(answer) == (reason, 2 if answer.status == 400 else 1)


def test_a_redirect_is_not_followed() -> None:
    """Not even a good one: the text and the key stay with the host that was named."""
    with endpoint(GOOD) as other:
        moved = Planned(status=307, headers={"Location": f"{other.url}/chat/completions"})
        reason, times = failure(moved)

    assert reason == "status 307, Temporary Redirect: it sends elsewhere, which is not followed"
    assert (times, other.asked) == (1, [])


def test_an_endpoint_that_knows_no_wish_for_json_is_asked_plainly() -> None:
    """The second request holds the model and the messages alone."""
    with endpoint(Planned(status=400), GOOD) as running:
        answer = asked(running)

    assert len(answer.proposals) == 1
    assert set(running.asked[1]) == {"model", "messages"}


def test_what_is_not_public_is_not_sent() -> None:
    """A finding says so; nothing was asked."""
    with endpoint(GOOD) as running:
        answer = asked(running, audience="coalition", allow=("staff",))

    assert running.asked == []
    assert (answer.proposals, answer.usage) == ((), Usage())
    (why,) = answer.findings
    assert (why.code, why.entry) == ("llm_not_sent", "a.txt")
    assert why.message == (
        "what only coalition may see is not sent to a language model; allow it with --llm-allow "
        "AUDIENCE, or leave --llm out"
    )


def test_what_is_allowed_is_sent() -> None:
    """Its audience was named."""
    with endpoint(GOOD) as running:
        assert len(asked(running, audience="coalition", allow=("coalition",)).proposals) == 1


def test_what_was_answered_before_is_not_asked_again(tmp_path: Path) -> None:
    """From the second time on it takes nothing; another model is asked anew."""
    folder = tmp_path / "kept" / "llm"
    with endpoint(GOOD) as running:
        first = asked(running, cache=folder)
        again = asked(running, cache=folder)
        with language_model(running.url, model="m-2", cache=folder, patience=HASTE) as model:
            model.propose(document(), audience="public", task=task())

    assert again.proposals == first.proposals
    assert again.usage == Usage(from_cache=1)
    assert [body["model"] for body in running.asked] == ["m-1", "m-2"]


def test_what_is_kept_is_its_owners_alone(tmp_path: Path) -> None:
    """Folder and files; and the key is in none of them, though the endpoint repeats it."""
    folder = tmp_path / "kept"
    with endpoint(chat(reply(statement(speaker=SECRET)))) as running:
        answer = asked(running, cache=folder)

    files = list(folder.iterdir())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600]
    assert SECRET not in "".join(file.read_text() for file in files) + repr(answer)
    assert "[key]" in answer.findings[0].message


@pytest.mark.parametrize("damaged", ["", "{}", "[]", '{"answer": 7}', '{"answer": "no"}'])
def test_what_was_kept_and_is_damaged_is_as_good_as_its_reading(
    damaged: str, tmp_path: Path
) -> None:
    """It is asked again, unless it still reads as an answer: then it is held against the text."""
    with endpoint(GOOD) as running:
        asked(running, cache=tmp_path / "kept")
        (file,) = (tmp_path / "kept").iterdir()
        file.write_text(damaged)
        answer = asked(running, cache=tmp_path / "kept")

    is_read = damaged == '{"answer": "no"}'
    assert len(running.asked) == (1 if is_read else 2)
    assert [finding.code for finding in answer.findings] == ["llm_unreadable"] * is_read


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_folder_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    """One sentence says what to do."""
    (tmp_path / "open").mkdir(mode=0o755)
    with (
        pytest.raises(CannotWrite, match="others than its owner may read it: chmod 700"),
        language_model("http://127.0.0.1:1", model="m-1", cache=tmp_path / "open"),
    ):
        pass  # pragma: no cover


def test_a_folder_that_cannot_be_made_or_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is in its place; or the disk is full when the answer comes."""
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(CannotWrite, match="cannot be written"),
        language_model("http://127.0.0.1:1", model="m-1", cache=tmp_path / "file" / "kept"),
    ):
        pass  # pragma: no cover

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with endpoint(GOOD) as running, pytest.raises(CannotWrite, match="No space left"):
        asked(running, cache=tmp_path / "kept")
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "is no address such as https://HOST/v1"),
        ("ftp://example.org/v1", "is no address such as https://HOST/v1"),
        ("https:///v1", "is no address such as https://HOST/v1"),
        ("https://example.org:port/v1", "is no address such as https://HOST/v1"),
        (f"https://me:{SECRET}@example.org/v1", "is no address such as https://HOST/v1"),
        ("https://me:sk-test@example.org/v1", "the key goes into GUARANTOR_LLM_KEY"),
        (f"https://example.org/v1?key={SECRET}", "the key goes into GUARANTOR_LLM_KEY"),
        ("http://example.org/v1", "another machine is asked by https only"),
        ("http://192.0.2.1/v1", "another machine is asked by https only"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(url: str, reason: str) -> None:
    """Before anything is sent, and without repeating it."""
    with pytest.raises(BadEndpoint) as error, language_model(url, model="m-1"):
        pass  # pragma: no cover
    assert reason in str(error.value)
    assert "sk-test" not in str(error.getrepr(style="value"))
    assert error.value.__cause__ is None


@pytest.mark.parametrize("url", ["https://example.org/v1", "http://localhost:1", "http://[::1]:1"])
def test_other_machines_by_https_and_this_one_by_http_can_be_used(url: str) -> None:
    """Nothing is sent before something is asked."""
    with language_model(url, model="m-1") as model:
        assert isinstance(model, LanguageModel)


@pytest.mark.parametrize("name", ["", "two words", "a\nb", "a" * 101])
def test_a_name_that_no_model_has_is_refused(name: str) -> None:
    """It becomes part of every rule that it proposes by."""
    with (
        pytest.raises(BadEndpoint, match="--model: is no name"),
        language_model("https://example.org/v1", model=name),
    ):
        pass  # pragma: no cover


@pytest.mark.parametrize("wrong", ["two words", "line\nbreak", "schlüssel"])
def test_a_key_that_is_none_is_refused_without_repeating_it(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a whole line of a settings file."""
    monkeypatch.setenv(KEY, wrong)
    with (
        pytest.raises(BadEndpoint) as error,
        language_model("https://example.org/v1", model="m-1"),
    ):
        pass  # pragma: no cover
    assert str(error.value) == f"{KEY}: is no key: it has a space or a sign that no key has"


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is imported only when it is asked for."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:  # noqa: ANN401  as built in
        if name == "httpx":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with (
        pytest.raises(MissingExtra, match=r"--llm needs .* pip install 'guarantor\[llm\]'"),
        language_model("https://example.org/v1", model="m-1"),
    ):
        pass  # pragma: no cover


def test_the_key_is_shown_nowhere(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """Neither in logs nor in what stands for the model, its answer or an error."""
    caplog.set_level(logging.DEBUG)
    shy = chat(f"the key is {SECRET}")
    with (
        endpoint(GOOD, shy, Planned(status=401, body=SECRET.encode())) as running,
        language_model(running.url, model="m-1", cache=tmp_path / "k", patience=HASTE) as model,
    ):
        shown = [repr(model), repr(model.caller), str(model.caller)]
        for day in ("Monday", "Tuesday"):
            answer = model.propose(document(f"{POLAND}. {day}"), audience="public", task=task())
            shown.append(repr(answer))
        with pytest.raises(NoModel) as error:
            model.propose(document("Other words."), audience="public", task=task())
    shown += [str(error.value), caplog.text]

    assert SECRET not in "".join(shown)
    assert all(SECRET not in file.read_text() for file in (tmp_path / "k").iterdir())


def test_a_short_key_is_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Endpoints on this machine want to hear some word, and the text may have the same."""
    monkeypatch.setenv(KEY, "Poland")
    with endpoint(GOOD) as running:
        assert len(asked(running).proposals) == 1


def test_proxies_and_credentials_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy that is not there would make it fail."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with endpoint(GOOD) as running:
        assert len(asked(running).proposals) == 1


def test_a_long_document_is_asked_about_in_portions() -> None:
    """Two passages of 8,000 characters do not go together; findings and tokens add up."""
    with (
        endpoint(GOOD) as running,
        language_model(running.url, model="m-1", patience=HASTE) as model,
    ):
        answer = model.propose(
            document(f"{POLAND}. {'Rain fell. ' * 727}", "Snow fell. " * 728),
            audience="public",
            task=task(),
        )

    assert len(running.asked) == 2
    assert answer.usage == Usage(requests=2, asked=1800, answered=200)
    assert {one.quote for one in answer.proposals} == {POLAND}


@pytest.mark.parametrize(
    ("usage", "counted"),
    [
        (TOOK, Usage(requests=1, asked=900, answered=100)),
        ({"prompt_tokens": 9}, Usage(requests=1, asked=9)),
        ({"prompt_tokens": -9, "completion_tokens": 1}, Usage(requests=1, uncounted=1)),
        ({"prompt_tokens": True, "completion_tokens": 1}, Usage(requests=1, uncounted=1)),
        ({"prompt_tokens": 1, "completion_tokens": "1"}, Usage(requests=1, uncounted=1)),
        ([], Usage(requests=1, uncounted=1)),
        (None, Usage(requests=1, uncounted=1)),
    ],
)
def test_tokens_are_taken_from_the_answer_alone(usage: object, counted: Usage) -> None:
    """What is no count is none, and said to be missing."""
    with endpoint(chat(reply(), usage=usage)) as running:
        assert asked(running).usage == counted
