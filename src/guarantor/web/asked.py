"""What is asked: the query of an address, read and bounded."""

from difflib import get_close_matches
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from guarantor.model import Firmness
from guarantor.model.asking import parameter_value, supposition
from guarantor.model.time import day
from guarantor.room import Options

Name = Annotated[str, Field(min_length=1, max_length=200)]
Absent = SkipJsonSchema[None]
"""Left out; in the description of the interface a parameter that need not be there."""
Day = Annotated[str, Field(max_length=10, pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]
MOST = 200
"""How many times a parameter may be repeated."""
Many = Annotated[list[Name], Field(max_length=MOST)]


Rung = Literal["floated", "signalled", "pledged", "allocated", "committed", "delivered"]
Text = Annotated[str, Field(max_length=200)]


_ALIKE = 0.75


class Asked(BaseModel):
    """What every question about an operation takes; the same words as the command's options."""

    model_config = ConfigDict(frozen=True)

    requirement: Name | Absent = Field(None, description="Hold the offers against this set.")
    firm: Rung | Absent = Field(None, description="Count offers from this firmness upwards.")
    suppose: Many = Field(
        [],
        description="id=true or id=false: set a proposition, party or contribution, whatever else "
        "is the case. The last one on an id counts.",
    )
    decides: Many = Field(
        [], description="A party taken to have decided to take part; its terms must still hold."
    )
    parameter: Many = Field(
        [], description="name=number: set an assumed parameter. The last one on a name counts."
    )
    without: Many = Field(
        [], description="A statement to do without, or assumed, read or reported: those terms."
    )
    as_known_on: Day | Absent = Field(None, description="The day asked from; a month, its last.")
    valid_on: Day | Absent = Field(None, description="The day asked about; a month, its last.")
    download: bool = Field(False, description="Send it under a file name, to be saved.")  # noqa: FBT003  the default of a field

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        """Refuse a name that is nearly one of ours; other names are the page's own, and pass.

        Left unread, a misspelt one would have another question answered.
        """
        for name in map(str, given) if isinstance(given, dict) else ():
            near = get_close_matches(name, cls.model_fields, n=1, cutoff=_ALIKE)
            if near and name not in cls.model_fields:
                msg = f"{name}: there is no such parameter; did you mean {near[0]}?"
                raise ValueError(msg)
        return given

    def further(self) -> dict[str, object]:
        """Return what is asked beside what every question takes."""
        return self.model_dump(exclude=set(Asked.model_fields))

    def options(self, audience: str) -> Options:
        """Return the question as the room takes it, so that equal questions are the same.

        Raises:
            BadSupposition: One reads otherwise.
            BadParameter: One is no name with a number.
            BadDay: One is not in the calendar.
        """
        return Options(
            requirement=self.requirement,
            firm=None if self.firm is None else Firmness(self.firm),
            suppose=dict(sorted(dict(map(supposition, self.suppose)).items())),
            decides=tuple(sorted(set(self.decides))),
            parameters=dict(sorted(dict(map(parameter_value, self.parameter)).items())),
            without=tuple(sorted(set(self.without))),
            as_known_on=None if self.as_known_on is None else day(self.as_known_on),
            valid_on=None if self.valid_on is None else day(self.valid_on),
            audience=audience,
        )


Question = Annotated[Asked, Query()]


def key_of(options: Options) -> str:
    """Return a text that is the same for equal questions and for no others."""
    told = (
        options.requirement,
        options.firm and options.firm.value,
        sorted(options.suppose.items()),
        options.decides,
        sorted(options.parameters.items()),
        options.without,
        options.as_known_on,
        options.valid_on,
    )
    return repr(told)
