"""What can go wrong, and what is merely doubtful.

::

    GuarantorError
    ├── NotFound
    │   ├── UnknownOperation      no folder, ledger file or bundled operation of that name
    │   └── UnknownId             an id, requirement, audience or statement nobody recorded
    ├── Unreadable
    │   ├── FaultyFolder          a folder with faults: every one, with its place
    │   ├── FaultyGold            labelled texts with faulty lines: every one, with its number
    │   ├── BadCondition          a condition that does not parse: with its column
    │   └── BadChange             a change that does not parse: with its column
    ├── Unusable
    │   ├── BadSupposition        a supposition that is no ``id=true`` or ``id=false``
    │   ├── BadParameter          a parameter set to what it cannot be
    │   ├── BadDay                a day that is no ``YYYY-MM-DD`` or ``YYYY-MM``
    │   ├── CannotBuild           pages of the room that are missing and cannot be built
    │   ├── CannotWrite           a file that cannot be written
    │   ├── CannotDecide          a decision that cannot be taken as it stands
    │   ├── CannotServe           an address of this machine that cannot be listened on
    │   ├── NotForEditing         a room for decisions that others could reach
    │   ├── NotForThePublic       a question about a live operation that needs an audience
    │   ├── NoRecordingTimes      a moment asked of a folder, which keeps none
    │   ├── TooLarge              a question beyond what a method can answer exactly
    │   ├── OverBudget            a decision diagram that outgrows its budget of nodes
    │   ├── OutOfTime             a question whose time was up
    │   ├── BadAxis               something to sweep over that cannot be swept
    │   ├── TooManyScenarios      a sweep that explodes
    │   ├── MissingExtra          something asked for that is not installed
    │   ├── NoCluster             a cluster's scheduler that does not answer
    │   ├── BadEndpoint           a language model's address or name that cannot be used
    │   ├── NotForTheModel        a text that may not be sent to a language model
    │   └── NoModel               a language model that does not answer
    └── BrokenLedger
        ├── AlteredEntry          an entry whose hash does not fit
        ├── LostStep              a step of something that does not stand any more
        └── NotALedger            a file that is no ledger

A mistake of the caller's is raised. A doubt about the data is a :class:`Finding`, returned beside
the result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_FEW = 12
"""How many names a sentence lists."""


class GuarantorError(Exception):
    """Anything that ends a question with one sentence: what is wrong, where, what to do."""


class NotFound(GuarantorError):
    """Something was asked for by a name that nobody gave."""


class UnknownOperation(NotFound):
    """No folder, ledger file or bundled operation has that name."""

    def __init__(self, name: str, bundled: tuple[str, ...]) -> None:
        super().__init__(
            f"{name}: no folder with an operation.yaml, no ledger file and no bundled operation of "
            f"that name; bundled are {', '.join(bundled)}"
        )


class UnknownId(NotFound):
    """An id, requirement, audience or statement that is not in view.

    Its sentence names the nearest of those that are, or all of them where they are few.
    """

    def __init__(self, *, kind: str, name: str, known: Iterable[str] = (), where: str = "") -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=1)
        if near:
            hint = f"; did you mean {near[0]}?"
        else:
            there = "there is" if len(names) == 1 else "there are"
            hint = f"; {there} {', '.join(names)}" if 0 < len(names) <= _FEW else ""
        super().__init__(f"{name}: no such {kind}{where}{hint}")


class Unreadable(GuarantorError):
    """A text that cannot be read."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a folder, at its place.

    Attributes:
        file: Name of the file within the folder.
        line: Line, from 1.
        column: Column, from 1.
        message: What is wrong and what to do, in one sentence.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return the fault as ``file:line:column: sentence``."""
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FaultyFolder(Unreadable):
    """A folder with faults; its text is all of them, a line each."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


class FaultyGold(Unreadable):
    """Labelled texts with faulty lines; its text is one sentence for each."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class BadCondition(Unreadable):
    """A condition that does not parse."""

    def __init__(self, message: str, column: int) -> None:
        self.message = message
        self.column = column
        super().__init__(f"column {column}: {message}")


class BadChange(Unreadable):
    """A change, as an ask asks for it, that does not parse."""

    def __init__(self, message: str, column: int) -> None:
        self.message = message
        self.column = column
        super().__init__(f"column {column}: {message}")


class Unusable(GuarantorError):
    """An option that cannot be used as it stands."""


class BadSupposition(Unusable):
    """A supposition that is no ``id=true`` or ``id=false``."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text}: a supposition reads id=true or id=false, such as us_backstop=false"
        )


class BadParameter(Unusable):
    """A parameter that is set to what it cannot be."""

    def __init__(self, name: str, value: str, reason: str) -> None:
        super().__init__(f"--parameter {name}={value}: {value or 'nothing'} {reason}")


class BadDay(Unusable):
    """A day that is no ``YYYY-MM-DD`` or ``YYYY-MM``."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text}: a day reads YYYY-MM-DD, or YYYY-MM for the last day of a month")


class CannotBuild(Unusable):
    """The pages of the room are missing and cannot be built."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the pages of the room: {why}")


class CannotWrite(Unusable):
    """A file that cannot be written."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: cannot be written ({reason}); name a place that can be")


class CannotDecide(Unusable):
    """A decision of a review that cannot be taken as it stands."""


class CannotServe(Unusable):
    """An address that cannot be listened on."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"{host}:{port}: cannot be served there ({reason}); choose another with --port, where "
            "0 takes any that is free, or with --host"
        )


class NotForEditing(Unusable):
    """A room for decisions on an address that others could reach."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host}: whoever reaches a room with --edit decides in it, so only this machine may; "
            "leave out --host and --allow-host, or leave out --edit"
        )


class NotForThePublic(Unusable):
    """A question about a live operation that is not answered to everybody."""

    def __init__(self, party: str) -> None:
        super().__init__(
            f"{party}: what falls with a party's decision is not shown to the public while the "
            "operation is live; name an audience with --audience"
        )


class NoRecordingTimes(Unusable):
    """A moment asked of a folder, which does not keep when something was recorded."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: a folder does not keep when it was recorded; ask a ledger file, made with "
            "guarantor ledger import"
        )


class TooLarge(Unusable):
    """A question beyond what a method can answer exactly."""


class OverBudget(Unusable):
    """A decision diagram that outgrows its budget of nodes."""

    def __init__(self, budget: int) -> None:
        super().__init__(
            f"the decision diagram outgrows its budget of {budget:,} nodes: give it more with "
            "--nodes, or suppose some of what is uncertain; assess also takes --method sampled"
        )


class OutOfTime(Unusable):
    """A question whose time was up before it was answered."""

    def __init__(self) -> None:
        super().__init__(
            "the time for this question was up before it was answered: give it more, or ask for "
            "--method sampled"
        )


class BadAxis(Unusable):
    """Something to sweep over that cannot be swept."""

    def __init__(self, name: str, values: str | None, reason: str) -> None:
        text = name if values is None else f"{name}={values}"
        super().__init__(f"--over {text}: {reason}")


class TooManyScenarios(Unusable):
    """A sweep with more scenarios than one document may hold."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"these values make {count:,} scenarios, and {most:,} is the most of one sweep: sweep "
            "over fewer things, give LOW..HIGH a wider :STEP, or sweep part by part"
        )


class MissingExtra(Unusable):
    """Something asked for that needs an extra which is not installed."""

    def __init__(self, *, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs an extra that is not installed: pip install 'guarantor[{extra}]'"
        )


class NoCluster(Unusable):
    """A cluster's scheduler that does not answer."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"{address}: no scheduler of a Dask cluster answers there ({reason}); start one with "
            "dask scheduler, or leave --cluster out to use this machine"
        )


class BadEndpoint(Unusable):
    """An address, a name or an option of a language model that cannot be used.

    What was given is not repeated: it may hold a key.
    """

    def __init__(self, *, option: str, reason: str) -> None:
        super().__init__(f"{option}: {reason}")


class NotForTheModel(Unusable):
    """A text that is not public, to be sent to a language model."""

    def __init__(self, audience: str) -> None:
        super().__init__(
            f"what only {audience or 'an unnamed audience'} may see is not sent to a language "
            "model; allow it with --llm-allow AUDIENCE, or leave --llm out"
        )


class NoModel(Unusable):
    """A language model's endpoint that does not answer, or not with what was asked for."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(
            f"{host}: no answer of a language model ({reason}); try again later, or leave --llm "
            "out to use the rules alone"
        )


class BrokenLedger(GuarantorError):
    """A ledger file that cannot be trusted."""


class AlteredEntry(BrokenLedger):
    """An entry whose hash does not fit what it says or what came before it."""

    def __init__(self, place: str, number: int, reason: str) -> None:
        super().__init__(
            f"{place}: entry {number} {reason}; restore the file from a copy, entries before "
            f"{number} are intact"
        )


class LostStep(BrokenLedger):
    """A step of something that does not stand any more."""

    def __init__(self, step: str, owner: str) -> None:
        super().__init__(
            f"{step} is a step of {owner}, which neither stands in the folder nor was recorded; "
            f"put {owner} back; then the step can be undone"
        )


class NotALedger(BrokenLedger):
    """A file that is no ledger."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"{place}: not a ledger file ({reason}); make one with guarantor ledger import"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A doubt about the data, returned beside a result.

    Attributes:
        code: A short word for the kind of doubt, such as ``no_term_on_record``.
        message: One sentence.
        entry: The id of the entry it is about.
        evidence: The statements it rests on.
    """

    code: str
    message: str
    entry: str
    evidence: tuple[str, ...] = ()
