"""The question that is asked of a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from guarantor.errors import UnknownId
from guarantor.model import Firmness, View


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of a view.

    Attributes:
        requirement: Name of the requirement set.
        firm: The firmness from which offers count.
        valid_on: The day asked about; ``None`` leaves dates aside.
        suppose: What is set true or false whatever else is the case.
    """

    requirement: str
    firm: Firmness
    valid_on: date | None
    suppose: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def about(
        cls,
        view: View,
        *,
        requirement: str | None = None,
        firm: Firmness | None = None,
        valid_on: date | None = None,
        suppose: Mapping[str, bool] | None = None,
    ) -> "Question":
        """Return a question about a view; what is left out is the operation's own.

        Raises:
            UnknownId: The requirement, or something supposed, is not in view.
        """
        name = requirement or view.requirement
        if name not in view.requirements:
            raise UnknownId(kind="requirement", name=name, known=view.requirements)
        question = cls(
            requirement=name,
            firm=firm or view.firm,
            valid_on=valid_on or view.valid_on,
            suppose=dict(suppose or {}),
        )
        question.check(view)
        return question

    def check(self, view: View) -> None:
        """Check that everything supposed is in view.

        Raises:
            UnknownId: Something is not, as known on the day or to the audience.
        """
        known = view.parties.keys() | view.propositions.keys() | view.offers.keys()
        for supposed in self.suppose:
            if supposed not in known:
                where = f" in view for {view.audience} as known on {view.as_known_on}"
                raise UnknownId(kind="id", name=supposed, known=known, where=where)

    def supposing(self, name: str, *, holds: bool) -> "Question":
        """Return the same question with one supposition more."""
        return replace(self, suppose={**self.suppose, name: holds})
