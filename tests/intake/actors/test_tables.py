"""The tables are consistent: codes are codes, terms have an order, every row has a source."""

import csv
import re
from importlib.resources import files

import pytest

from guarantor.intake.actors import former_codes, tables

SOURCES = {"own", "own; petrarch2", "factbook", "petrarch2"}
TABLES = sorted(
    path.name
    for path in files("guarantor.intake.actors").joinpath("tables").iterdir()
    if path.name.endswith(".csv")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source(name: str) -> None:
    """A reader can ask where each fact comes from."""
    text = files("guarantor.intake.actors").joinpath("tables", name).read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))

    assert rows
    assert {row["source"] for row in rows} <= SOURCES
    assert all(None not in row and None not in row.values() for row in rows)


def test_codes_have_three_letters_and_states_are_listed_once() -> None:
    """ISO 3166 alpha-3, and X for organisations (and Kosovo, as is the custom)."""
    codes = {code for name in tables.names() for code in name.codes}
    text = files("guarantor.intake.actors").joinpath("tables", "states.csv").read_text("utf-8")
    states = [row["code"] for row in csv.DictReader(text.splitlines())]

    assert all(re.fullmatch(r"[A-Z][A-Z0-9]{2}", code) for code in codes)
    assert len(states) == len(set(states)) > 195


def test_a_term_ends_after_it_begins() -> None:
    """Half-open: from the first day to the day of the next."""
    assert all(term.until is None or term.since < term.until for term in tables.terms())


def test_no_name_means_two_parties_unless_the_table_says_so() -> None:
    """A name in two rows would be settled by the order of the rows, silently."""
    seen: dict[str, set[tuple[str, ...]]] = {}
    for name in tables.names():
        if name.text:
            seen.setdefault(name.text, set()).add(name.codes)

    assert {text: codes for text, codes in seen.items() if len(codes) > 1} == {}


def test_former_codes_lead_to_those_of_today() -> None:
    """Zaire was ZAR; one public set writes JAP for Japan."""
    assert former_codes()["ZAR"] == "COD"
    assert former_codes()["JAP"] == "JPN"
