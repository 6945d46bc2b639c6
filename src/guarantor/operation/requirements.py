"""Shape of ``requirements.yaml``: named sets of lines."""

from guarantor.model import Line, Priority, Requirement
from guarantor.operation.amounts import NEED
from guarantor.operation.nodes import find
from guarantor.operation.shapes import Key, ListOf, Record, Values
from guarantor.operation.terms import NOTE, evidence_key
from guarantor.operation.words import Id, Text, Word


def _line(values: Values) -> Line:
    return Line(
        id=values["id"],
        capability=values["capability"],
        need=values["need"],
        unit=values["unit"],
        priority=values["priority"],
        excluded_caveats=values["excludes_caveats"],
        evidence=values["evidence"],
        note=values["note"],
    )


def _requirement(values: Values) -> Requirement:
    lines: tuple[Line, ...] = values["lines"]
    _check_line_ids(values, lines)
    if not any(line.priority is Priority.ESSENTIAL for line in lines):
        sentence = (
            f"no line of {values['name']} is essential; give at least one, "
            "because a set is met when its essential lines are"
        )
        raise values.fault(sentence, at="lines")
    return Requirement(
        name=values["name"],
        text=values["text"],
        lines=lines,
        evidence=values["evidence"],
        note=values["note"],
    )


def _check_line_ids(values: Values, lines: tuple[Line, ...]) -> None:
    first: dict[str, int] = {}
    for number, line in enumerate(lines):
        earlier = first.setdefault(line.id, number)
        if earlier == number:
            continue
        where = find(values.node, "lines", earlier, "id").place
        sentence = (
            f"{line.id} is already the id of a line of this set ({where}); rename one of them"
        )
        values.reading.fault(find(values.node, "lines", number, "id").place, sentence)


_LINE = Record(
    "requirement line",
    (
        Key("id", Id("line"), "id, once in its set", is_required=True),
        Key("capability", Id("capability"), "kind of capability", is_required=True),
        Key("need", NEED, "need in its unit, or unknown: listed, and never met", is_required=True),
        Key("unit", Text("a unit"), "unit, the same as of the contributions", is_required=True),
        Key(
            "priority",
            Word("priority", tuple(Priority)),
            "priority: essential, or desired where the set is met without the line",
            "essential",
            default=Priority.ESSENTIAL,
        ),
        Key(
            "excludes_caveats",
            ListOf(Id("caveat"), "a list of caveats"),
            "caveats with which a contribution does not count on this line",
            "none",
            default=(),
        ),
        evidence_key(),
        NOTE,
    ),
    _line,
)
NAME = Key("name", Id("requirement"), "name of the set", is_required=True, is_above=True)
REQUIREMENT = Record(
    "requirement set",
    (
        NAME,
        Key("text", Text(), "task of the force, in words", default=""),
        Key("lines", ListOf(_LINE, "a list of lines"), "lines of the set", is_required=True),
        evidence_key(),
        NOTE,
    ),
    _requirement,
)
