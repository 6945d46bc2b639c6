"""What the guide to the folder shows of ``check`` is what ``check`` says."""

import doctest
import re
import shutil
from pathlib import Path

import pytest

from guarantor.operation import check_folder
from tests.docs.generator import DOCS, SOURCE

EXAMPLE = SOURCE / "operations" / "example"
PAGE = (DOCS / "guide" / "folder.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\| [^|]+ \| `(\w+\.\w+:\d+:\d+: .*)` \|$", PAGE, re.MULTILINE)
STATEMENTS = "statements.csv"
OFFERS = "contributions.yaml"
CLAIMS = "propositions.yaml"
PARTIES = "parties.yaml"
NEEDS = "requirements.yaml"

# One mistake each: the file, what stands there in the example, and what is put in its place.
MISTAKES = [
    (OFFERS, "if: backstop or un_mandate", "if: backstp or un_mandate"),
    (CLAIMS, "- id: backstop\n", "- id: BRA\n"),
    (CLAIMS, "- {id: un_mandate,", "- {id: unknown,"),
    (OFFERS, "since: 2025-03-02", "since: 2025-02-30"),
    (OFFERS, "until: 2026-07-01", "until: 2025-06-01"),
    (OFFERS, "since: 2025-02-20", "since: 2025-03-05"),
    (OFFERS, "quantity: 250", "quantity: -250"),
    (OFFERS, "{low: 3000, high: 4000}", "{low: 4000, high: 3000}"),
    (CLAIMS, "chance: 0.5,", "chance: 1.5,"),
    (OFFERS, "firmness: committed", "firmness: commited"),
    (OFFERS, "evidence: [BRA-1]", "evidence: []"),
    (OFFERS, "evidence: [CHA-1]", "evidence: [CHA-2]"),
    (OFFERS, "since: 2025-03-02", "since: 2025-03-01"),
    (CLAIMS, "since: 2025-03-10", "since: 2025-03-09"),
    (STATEMENTS, "SOU-1,2025-03-11,2025-03-11", "SOU-1,2025-03-11,2025-03-10"),
    (OFFERS, "if: not un_mandate", "if: not BRA"),
    (CLAIMS, "north_accepts and south_accepts", "north_accepts and not ceasefire"),
    (CLAIMS, "chance: 0.5,", "chance_given: [{if: ceasefire, chance: 0.5}],"),
    (CLAIMS, "chance: 0.5,", "chance: 0.5, chance_given: [{if: backstop, chance: 0.7}],"),
    (CLAIMS, "chance: 0.5,", "chance: {mean: 0.5, weight: 0},"),
    (OFFERS, "if: backstop or un_mandate", "if: backstop or or un_mandate"),
    (PARTIES, '"at_least(others, troop_offers)"', "at_least(others, troop_offers)"),
    (PARTIES, '"at_least(others, troop_offers)"', "troop_offers"),
    (OFFERS, "withdraw_terms: [backstop]", "withdraw_terms: [ceasefire]"),
    (PARTIES, "  roles: [contributor]\n  decision", "  role: [contributor]\n  decision"),
    (NEEDS, "capability: monitors, need: 200,", "capability: monitors,"),
    (PARTIES, "name: Alfland,", "name: Alfland, name: Aland,"),
    (NEEDS, "need: 200, unit: persons", "need: 200, unit: platoons"),
    (OFFERS, "- id: del-troops\n", "- id: del-troops\n  part_of: del-troops\n"),
    ("operation.yaml", "{value: 1, low: 1", "{value: 3, low: 1"),
    (
        NEEDS,
        "need: 5000, unit: persons, priority: essential",
        "need: 5000, unit: persons, priority: desired",
    ),
    (STATEMENTS, "id,said_on,published_on", "id,said_on,published"),
    (STATEMENTS, "DEL-2,2025-01-20,2025-01-21,page", "DEL-2,2025-01-20,2025-01-21,page,x"),
    (STATEMENTS, "https://example.org/bra2", "javascript:alert(1)"),
    (PARTIES, "[guaranteeing_state]}", "[guaranteeing_state}"),
    (PARTIES, "name: Charland", "name: &x Charland"),
    (OFFERS, '"total(land_troops) >= 3000"', '"at_least(2, [ALF, BRA])"'),
]


def _said(folder: Path) -> list[str]:
    found = check_folder(folder)
    return [str(fault) for fault in (*found.faults, *found.warnings)]


def _shows(said: list[str]) -> list[str]:
    """Return which of the lines that the page shows were said."""
    fits = doctest.OutputChecker().check_output
    return [
        line
        for line in SHOWN
        if any(fits(f"{line}\n", f"{one}\n", doctest.ELLIPSIS) for one in said)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled example."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "example"))


@pytest.mark.parametrize(("file", "old", "new"), MISTAKES, ids=[new for _, _, new in MISTAKES])
def test_the_page_shows_what_is_said_of_a_mistake(
    file: str, old: str, new: str, folder: Path
) -> None:
    """Each mistake gives a fault or warning that the page shows."""
    unspoilt = _said(folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    assert _shows([line for line in _said(folder) if line not in unspoilt])


def test_the_page_shows_what_is_said_of_bytes_that_are_no_text(folder: Path) -> None:
    """In Latin-1 an umlaut is one byte, which is no UTF-8."""
    data = (folder / PARTIES).read_bytes()
    (folder / PARTIES).write_bytes(data.replace(b"Bravia", b"Br\xe4via"))

    assert _shows(_said(folder))


def test_the_page_shows_what_is_said_of_a_file_that_has_to_be_there(folder: Path) -> None:
    """Without its header a folder is no operation."""
    (folder / "operation.yaml").unlink()

    assert _shows(_said(folder))


def test_the_page_shows_nothing_that_is_not_said(folder: Path) -> None:
    """Every line on the page comes from a mistake of this file, or from the example as it is."""
    said = _said(folder)
    for file, old, new in MISTAKES:
        text = (EXAMPLE / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        said += _said(folder)
        (folder / file).write_text(text, encoding="utf-8")
    (folder / PARTIES).write_bytes((folder / PARTIES).read_bytes().replace(b"Bravia", b"Br\xe4via"))
    (folder / "operation.yaml").unlink()
    said += _said(folder)

    assert [line for line in SHOWN if line not in _shows(said)] == []
