"""A language model behind an endpoint: what it proposes of a document, and nothing unasked."""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from guarantor.errors import BadEndpoint, Finding, NoModel, NotForTheModel
from guarantor.intake.llm import PROMPT, Message, Reply, Task, messages, portions, read_reply
from guarantor.model import Document, Passage, Proposal
from guarantor.room.llm_calls import Caller, Patience, Refused, calls
from guarantor.room.llm_kept import Kept
from guarantor.room.llm_told import Usage, may_be_sent, usage_of

KEY = "GUARANTOR_LLM_KEY"
"""The variable of the environment that holds the key; there is no other way to give it."""

_LONGEST_NAME = 100
_TEXTS_AT_ONCE = 32
_LONGEST_TEXT = 8_000
_MOST_NUMBERS = 8_192


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a language model proposes of one document.

    Attributes:
        proposals: In the order of the text.
        findings: What was dropped, not sent or not read, a sentence each.
        invented: How many statements were dropped because their quote does not stand in the text.
        usage: What it took.
    """

    proposals: tuple[Proposal, ...] = ()
    findings: tuple[Finding, ...] = ()
    invented: int = 0
    usage: Usage = field(default_factory=Usage)


@contextmanager
def language_model(
    url: str,
    *,
    model: str,
    allow: Collection[str] = (),
    cache: Path | None = None,
    patience: Patience | None = None,
) -> Iterator["LanguageModel"]:
    """Lend a language model behind an OpenAI-compatible endpoint.

    Args:
        url: Address of the endpoint, such as ``https://HOST/v1``.
        model: Name of the model there.
        allow: Audiences whose documents may be sent although they are not public.
        cache: Folder in which answers are kept; without one nothing is kept.
        patience: How long it is waited for.

    Raises:
        BadEndpoint: The address, the name or the key cannot be used.
        CannotWrite: The folder cannot be made, or others may read it.
        MissingExtra: The extra is not installed.
    """
    if not model.isprintable() or not 0 < len(model) <= _LONGEST_NAME or " " in model:
        raise BadEndpoint(option="--model", reason="is no name of a model, such as mistral-small")
    key = os.environ.get(KEY, "")
    if not key.isascii() or not key.isprintable() or " " in key:
        reason = "is no key: it has a space or a sign that no key has"
        raise BadEndpoint(option=KEY, reason=reason)
    with calls(url, key, patience or Patience()) as caller:
        yield LanguageModel(name=model, allow=frozenset(allow), kept=Kept(cache), caller=caller)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A language model that is asked about documents.

    Attributes:
        name: Its name.
        allow: Audiences whose documents may be sent although they are not public.
        kept: What it answered before.
        caller: What asks it.
    """

    name: str
    allow: frozenset[str]
    kept: Kept
    caller: Caller = field(repr=False)

    def propose(self, document: Document, *, audience: str, task: Task) -> Answer:
        """Return what the model proposes of a document.

        A document that is not for the model is not sent; a finding says so.

        Args:
            document: The document.
            audience: Who may see it.
            task: What the model is told besides; it is sent along, so it may hold only what may
                be sent as well.

        Raises:
            NoModel: The endpoint does not answer.
            CannotWrite: The answer cannot be kept.
        """
        if not may_be_sent(audience, self.allow):
            why = str(NotForTheModel(audience))
            return Answer(
                findings=(Finding(code="llm_not_sent", message=why, entry=document.name),)
            )
        replies, usage = [], Usage()
        for portion in portions(document):
            reply, took = self._reply(document, portion, task)
            replies.append(reply)
            usage += took
        return Answer(
            proposals=tuple(one for reply in replies for one in reply.proposals),
            findings=tuple(one for reply in replies for one in reply.findings),
            invented=sum(reply.invented for reply in replies),
            usage=usage,
        )

    def embed(self, texts: Sequence[str], *, audience: str) -> list[list[float]]:
        """Return a vector for each text, made of its first 8,000 characters, all equally long.

        Args:
            texts: The texts.
            audience: Who may see all of them.

        Raises:
            NotForTheModel: They are not for the model.
            NoModel: The endpoint does not answer, or with something else than vectors.
        """
        if not may_be_sent(audience, self.allow):
            raise NotForTheModel(audience)
        found: list[list[float]] = []
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            part = [text[:_LONGEST_TEXT] or " " for text in texts[start : start + _TEXTS_AT_ONCE]]
            found += self._vectors(part)
        if len({len(vector) for vector in found}) > 1:
            raise NoModel(self.caller.host, "its vectors are not equally long")
        return found

    def _reply(
        self, document: Document, portion: tuple[Passage, ...], task: Task
    ) -> tuple[Reply, Usage]:
        """Return the reply about a portion, the kept one where there is one, and what it took."""
        asked = messages(portion, task)
        under = document.sha256, self.caller.base, self.name, PROMPT, json.dumps(asked)
        content, usage = self.kept.find(*under), Usage(from_cache=1)
        is_new = content is None
        if content is None:
            answer = self._complete(asked)
            content, usage = _content(answer), usage_of(answer)
        reply = read_reply(content, document=document, portion=portion, task=task, model=self.name)
        if is_new and reply.is_read:
            self.kept.keep(content, *under)
        return reply, usage

    def _complete(self, asked: Sequence[Message]) -> object:
        """Return what is answered to messages; some endpoints refuse all but the plainest form."""
        plain = {"model": self.name, "messages": [message._asdict() for message in asked]}
        precise = {**plain, "temperature": 0, "response_format": {"type": "json_object"}}
        try:
            return self.caller.post("/chat/completions", precise)
        except Refused:
            return self._posted("/chat/completions", plain)

    def _posted(self, path: str, body: Mapping[str, Any]) -> object:
        try:
            return self.caller.post(path, body)
        except Refused as error:
            raise NoModel(self.caller.host, str(error)) from error

    def _vectors(self, texts: Sequence[str]) -> list[list[float]]:
        """Return the vectors of some texts in their order."""
        answer = self._posted("/embeddings", {"model": self.name, "input": texts})
        data = answer.get("data") if isinstance(answer, dict) else None
        rows = [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []
        found = {str(row.get("index", place)): row for place, row in enumerate(rows)}
        vectors = [_vector(found.get(str(place), {})) for place in range(len(texts))]
        if len(rows) != len(texts) or not all(vectors):
            raise NoModel(self.caller.host, "it answers with something else than vectors")
        return vectors


def _content(answer: object) -> str:
    """Return what a model wrote; nothing where it wrote nothing."""
    try:
        content = answer["choices"][0]["message"]["content"]  # type: ignore[index]
    except (TypeError, LookupError):
        return ""
    return content if isinstance(content, str) else ""


def _vector(row: Mapping[str, Any]) -> list[float]:
    """Return the vector of a row; an empty one where it has none."""
    told = row.get("embedding")
    if not isinstance(told, list) or len(told) > _MOST_NUMBERS:
        return []
    try:
        return [float(one) for one in told] if all(map(_is_number, told)) else []
    except OverflowError:  # an integer of more digits than any float has
        return []


def _is_number(told: object) -> bool:
    return isinstance(told, int | float) and isfinite(told)
