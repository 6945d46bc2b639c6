"""A language model, where one is wanted: how it is asked for, and what it adds to the rules."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guarantor.errors import NoModel
from guarantor.intake import KINDS, Task
from guarantor.ledger import view
from guarantor.model import PUBLIC, Document, Operation, Proposal
from guarantor.room.llm_endpoint import LanguageModel, language_model
from guarantor.room.llm_told import Prices, Usage


@dataclass(frozen=True, kw_only=True)
class WantedModel:
    """Which language model is asked, and about what it may be.

    Attributes:
        url: Address of the endpoint.
        model: Name of the model there.
        allow: Audiences whose documents may be sent although they are not public.
        cache: Folder in which answers are kept; without one nothing is kept.
        prices: What a million tokens cost, where the caller says.
    """

    url: str
    model: str
    allow: tuple[str, ...] = ()
    cache: Path | None = None
    prices: Prices | None = None


class Asking:
    """Asks a language model about one document after another, and adds up what that takes.

    Attributes:
        usage: What it took so far.
        told: In sentences what was dropped, not sent or not answered.
    """

    def __init__(self, model: LanguageModel, prices: Prices | None) -> None:
        self._model = model
        self._prices = prices
        self.usage = Usage()
        self.told: list[str] = []

    def proposals(
        self,
        document: Document,
        *,
        dated: date | None,
        audience: str,
        operation: Operation | None,
    ) -> tuple[Proposal, ...]:
        """Return what the model proposes of a document; where it does not answer, nothing.

        Of the operation it is told what the audience ``public`` may see, and nothing else.
        """
        seen = None if operation is None else view(operation, audience=PUBLIC)
        task = Task(
            kinds=KINDS,
            dated=dated,
            parties={one.code: one.name for one in seen.parties.values()} if seen else {},
            propositions={one.id: one.text for one in seen.propositions.values()} if seen else {},
        )
        try:
            answer = self._model.propose(document, audience=audience, task=task)
        except NoModel as error:
            self.told.append(f"{document.name}: {error}")
            return ()
        self.usage += answer.usage
        self.told += [finding.message for finding in answer.findings]
        return answer.proposals

    @property
    def report(self) -> str:
        """What it took, in one sentence."""
        return self.usage.text(self._prices)

    def document(self) -> dict[str, object]:
        """Return what it took as JSON has it."""
        return {**self.usage.document(self._prices), "findings": list(self.told)}


@contextmanager
def asking(wanted: WantedModel | None) -> Iterator[Asking | None]:
    """Lend a language model where one is wanted.

    Raises:
        BadEndpoint: The address, the name or the key cannot be used.
        CannotWrite: The folder for answers cannot be made, or others may read it.
        MissingExtra: The extra is not installed.
    """
    if wanted is None:
        yield None
        return
    with language_model(
        wanted.url, model=wanted.model, allow=wanted.allow, cache=wanted.cache
    ) as model:
        yield Asking(model, wanted.prices)


def in_order(*found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals of several sources in the order of the text, each source's own kept."""
    return tuple(sorted((one for each in found for one in each), key=lambda one: one.span))


def audience_of(releasable_to: Iterable[str]) -> str:
    """Return the audience that decides whether a document may be sent: the widest it is for."""
    names = list(releasable_to)
    return PUBLIC if PUBLIC in names else (names[0] if len(names) == 1 else "")
