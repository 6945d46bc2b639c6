"""A small operation as text, of which a test writes the part that it is about."""

from pathlib import Path

from guarantor.ledger import view
from guarantor.model import Operation, View
from guarantor.operation import open_folder

_HEADER = """\
id: north
name: Northland
as_known_on: 2025-04-30
requirement: all
audiences: {inner: [ALF]}
"""
_PARTIES = """\
- {code: ALF, name: Alfland}
- {code: BRA, name: Bravia}
- {code: GUA, name: Guarantia}
"""
_REQUIREMENTS = """\
all: {lines: [{id: land, capability: land_troops, need: 400, unit: persons, priority: essential}]}
"""
_COLUMNS = tuple(
    """
    id said_on published_on date_basis speaker speaker_party standing about kind stance firmness
    quantity unit condition paraphrase source attribution reliability credibility
    """.split()  # noqa: SIM905  a line would be too long
)
_ASK_COLUMNS = (
    "id,asked_by,asked,change,text,asked_on,due,answer,answered_on,cost,releasable_to,evidence,note"
)
_USUAL = {
    "date_basis": "page",
    "speaker": "Minister",
    "speaker_party": "ALF",
    "standing": "minister",
    "about": "ALF",
    "kind": "troops",
    "stance": "pledged",
    "paraphrase": "Said so.",
    "source": "https://example.org",
    "attribution": "named",
    "reliability": "A",
    "credibility": "1",
}


def said(name: str, day: str, **more: str) -> str:
    """Return the row of a statement: usually Alfland's minister, first hand, on troops."""
    row = {**_USUAL, "id": name, "said_on": day, "published_on": day, **more}
    return ",".join(row.get(column, "") for column in _COLUMNS)


def opened(
    folder: Path,
    *statements: str,
    header: str = "",
    parties: str = _PARTIES,
    events: str = "",
    asks: str = "",
    **yaml: str,
) -> Operation:
    """Return the operation that a folder of these texts holds.

    Args:
        folder: Where to write it.
        statements: The rows of ``statements.csv``.
        header: What ``operation.yaml`` says besides the usual.
        parties: The text of ``parties.yaml``.
        events: The rows of ``events.csv``.
        asks: The rows of ``asks.csv``.
        yaml: The texts of ``propositions.yaml`` and ``contributions.yaml`` by their names.
    """
    texts = {
        "operation.yaml": _HEADER + header,
        "parties.yaml": parties,
        "requirements.yaml": _REQUIREMENTS,
        "statements.csv": "\n".join([",".join(_COLUMNS), *statements, ""]),
        "events.csv": f"id,day,until,kind,text,participants,status,evidence\n{events}",
        "asks.csv": f"{_ASK_COLUMNS}\n{asks}",
        **{f"{name}.yaml": text for name, text in yaml.items()},
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return open_folder(folder)[0]


def viewed(folder: Path, *statements: str, **texts: str) -> View:
    """Return what the public sees of such an operation on the day it is asked from."""
    return view(opened(folder, *statements, **texts))
