"""Makes the package's table of leaders, and marks which states another list confirms.

``python -m benchmarks.intake.actor_tables FOLDER`` from the folder of the project. FOLDER holds

- ``leaders_factbook_to_2025-03.csv``: chiefs of state and heads of government as dated snapshots
  of the World Factbook list them, 2020-11 to 2025-03 (CC0);
- ``Phoenix.Countries.actors.txt``: country actors of PETRARCH2 (Open Event Data Alliance, MIT),
  with the days on which a person was in government, up to January 2014.

Only facts are taken: who led which state from which day to which. Of PETRARCH2's persons those are
taken that led a state, which are the ones whose time out of government it records too. A leader's
last day is the day when the next one came, or the last day that the list speaks of. What the two
lists do not say, and every other table, is compiled by hand and marked ``own``.
"""

import argparse
import csv
import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).parents[2] / "src/guarantor/intake/actors/tables"
PETRARCH2_ENDS = date(2014, 1, 30)
FIRST_DAY = date(1975, 1, 1)
SURNAME_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "KHM", "VNM", "LAO", "MMR"})
HEADS = {
    "President": ("president", "head_of_state"),
    "Interim President": ("president", "head_of_state"),
    "Acting President": ("president", "head_of_state"),
    "Transitional President": ("president", "head_of_state"),
    "Transition President": ("president", "head_of_state"),
    "King": ("king", "head_of_state"),
    "Queen": ("queen", "head_of_state"),
    "Emperor": ("emperor", "head_of_state"),
    "Amir": ("emir", "head_of_state"),
    "Pope": ("pope", "head_of_state"),
    "Supreme Leader": ("supreme leader", "head_of_state"),
    "Prime Minister": ("prime minister", "head_of_government"),
    "Interim Prime Minister": ("prime minister", "head_of_government"),
    "Acting Prime Minister": ("prime minister", "head_of_government"),
    "Caretaker Prime Minister": ("prime minister", "head_of_government"),
    "Transition Prime Minister": ("prime minister", "head_of_government"),
    "Premier": ("premier", "head_of_government"),
    "Chancellor": ("chancellor", "head_of_government"),
    "Federal Chancellor": ("chancellor", "head_of_government"),
    "Taoiseach": ("taoiseach", "head_of_government"),
}
FACTBOOK_NAMES = {
    "Congo (Brazzaville)": "COG",
    "DRC": "COD",
    "The Gambia": "GMB",
    "Cote d'Ivoire": "CIV",
    "The Bahamas": "BHS",
    "The Dominican": "DOM",
    "Holy See (Vatican City)": "VAT",
    "Burma": "MMR",
    "Micronesia, Federated States of": "FSM",
    "Georgia": "GEO",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
}


NO_NAME = re.compile(
    r"\b(Lt|Gen|Col|Capt|Dr|Sir|Sheikh|Sultan|General|Presidential Council|Crown Prince)\b\.?\s*"
    r"|of the Republic\s*|\s*serving as .*|\s*also spelled .*"
)
UNTITLED = {"FRA": "Prime Minister", "DZA": "Prime Minister"}
"""States whose head of government the list names without a title."""
REALMS = re.compile("CHARLES III|ELIZABETH II")


class Leader(NamedTuple):
    """A row of the table of leaders."""

    code: str
    person: str
    surname: str
    office: str
    standing: str
    since: str
    until: str
    source: str


def main() -> None:
    """Write the two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="the folder with both lists")
    folder: Path = parser.parse_args().folder
    petrarch2 = _entries(folder / "Phoenix.Countries.actors.txt")
    recent = list(_factbook(folder / "leaders_factbook_to_2025-03.csv"))
    known = {(one.code, _plain(one.surname), one.since) for one in recent}
    earlier = [one for one in _petrarch2(petrarch2) if _is_new(one, known)]
    _write("leaders.csv", sorted([*recent, *earlier]))
    _mark_states(petrarch2)


def _is_new(leader: Leader, known: set[tuple[str, str, str]]) -> bool:
    return (leader.code, _plain(leader.surname), leader.since) not in known


def _write(name: str, rows: list[Leader]) -> None:
    with (TABLES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Leader._fields)
        writer.writerows(rows)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return re.sub(r"[^a-z ]", "", decomposed.replace("-", " "))


# ---- the World Factbook ---------------------------------------------------------------------


def _factbook(file: Path) -> Iterator[Leader]:
    """Return the leaders whose title and first day the snapshots give, each until the next."""
    codes = FACTBOOK_NAMES | {row["name"]: row["code"] for row in _table("states.csv")}
    seen: dict[tuple[str, str], dict[str, tuple[date, str]]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            code = codes.get(html.unescape(row["country"]).strip())
            for cell in (row["chief_of_state"], row["head_of_government"]) if code else ():
                if found := _titled(html.unescape(cell), code or ""):
                    title, person, since = found
                    day, _ = seen[code or "", title].get(person, (since, ""))
                    seen[code or "", title][person] = (min(day, since), row["snapshot"])
    for (code, title), persons in seen.items():
        office, standing = HEADS[title]
        for person, since, until in _in_turn({name: day for name, (day, _) in persons.items()}):
            days = since.isoformat(), until.isoformat() if until else ""
            yield Leader(code, *_name(person), office, standing, *days, "factbook")


def _in_turn(first_days: dict[str, date]) -> Iterator[tuple[str, date, date | None]]:
    """Return each person once, from the first day to the first day of the next."""
    ordered: list[tuple[date, str]] = []
    for person, day in sorted(first_days.items(), key=lambda item: item[1]):
        if not ordered or _surname(ordered[-1][1]) != _surname(person):
            ordered.append((day, person))
    for day, person in ordered:
        later = [other for other, _ in ordered if other > day]
        yield person, day, min(later, default=None)


def _surname(person: str) -> str:
    return _plain(_name(person)[1]).split(" ")[0]


def _titled(cell: str, code: str) -> tuple[str, str, date] | None:
    """Return title, name and first day from ``President Bassirou FAYE (since 2 April 2024)``."""
    first = re.split(r";|<", cell.replace("\xa0", " "))[0]
    match = re.match(r"([^(]+?)(?:\s*\([A-Z][a-z]+\))?\s*\(since (\d+ \w+ \d{4})\)", first)
    if not match:
        return None
    words, since = match[1].replace(",", " ").strip(), match[2]
    titles = [title for title in HEADS if words.startswith(title + " ")]
    if not titles and code in UNTITLED and words.split()[0] not in {"Vice", "Governor"}:
        words, titles = f"{UNTITLED[code]} {words}", [UNTITLED[code]]
    if not titles:
        return None
    title = max(titles, key=len)
    person = NO_NAME.sub("", words[len(title) :].strip())
    is_shared = title in {"King", "Queen"} and code != "GBR" and REALMS.match(person)
    if " of " in person or not re.search(r"[A-Z]{2}", person) or is_shared:
        return None
    try:
        return title, person, datetime.strptime(since, "%d %B %Y").date()  # noqa: DTZ007
    except ValueError:
        return None


def _name(person: str) -> tuple[str, str]:
    """Return the name in ordinary case and the surname, which the list prints in capitals."""
    words = [word.strip('",.') for word in person.split() if not word.startswith('"')]
    surname = [word for word in words if re.search(r"[A-ZÀ-Þ]{2}", word) and not _is_numeral(word)]
    return " ".join(map(_ordinary, words)), " ".join(map(_ordinary, surname))


def _is_numeral(word: str) -> bool:
    return bool(re.fullmatch(r"[IVX]+|Jr", word))


def _ordinary(word: str) -> str:
    if _is_numeral(word) or not re.search(r"[A-ZÀ-Þ]{2}", word):
        return word
    parts = re.split(r"([-'’])", word)
    return "".join(part.capitalize() if part.isupper() else part for part in parts)


# ---- PETRARCH2 --------------------------------------------------------------------------------


class Entry(NamedTuple):
    """An actor of PETRARCH2: its names and its codes with their days."""

    names: list[str]
    codes: list[tuple[str, str]]


def _entries(file: Path) -> list[Entry]:
    found: list[Entry] = []
    is_open = False
    for raw in file.read_text("utf-8", "replace").splitlines():
        line = raw.split("#")[0].rstrip()
        codes = re.findall(r"\[([A-Z]+)\s*([^\]]*)\]", line)
        name = line.split("[")[0].strip()
        if not line.strip():
            is_open = False
            continue
        if name and not name.startswith("+") and not (is_open and not found[-1].codes):
            found.append(Entry([], []))
            is_open = True
        if is_open:
            if name:
                found[-1].names.append(name.lstrip("+"))
            found[-1].codes.extend(codes)
    return found


def _petrarch2(entries: list[Entry]) -> Iterator[Leader]:
    states = {row["code"] for row in _table("states.csv")}
    for entry in entries:
        kinds = {code[3:] for code, _ in entry.codes}
        code = entry.codes[0][0][:3] if entry.codes else ""
        if not {"ELI", "GOV"} <= kinds or code not in states:
            continue
        name = _spelled(entry.names[0])
        if len(name.split()) < 2 or _is_numeral(name.split()[-1].upper()):
            continue
        surname = name.split()[0 if code in SURNAME_FIRST else -1]
        for since, until in _terms(entry):
            yield Leader(
                code, name, surname, "", "", since.isoformat(), until.isoformat(), "petrarch2"
            )


def _terms(entry: Entry) -> list[tuple[date, date]]:
    """Return the stretches in government, those that touch made one."""
    terms: list[tuple[date, date]] = []
    for code, days in entry.codes:
        if code[3:] != "GOV":
            continue
        match = re.fullmatch(r"(?:(\d+)-(\d+)|>(\d+))", days)
        if not match:
            continue
        since = _day(match[1] or match[3])
        until = _day(match[2]) if match[2] else PETRARCH2_ENDS
        if since and until and since < until and until >= FIRST_DAY:
            terms.append((since, until))
    terms.sort()
    merged: list[tuple[date, date]] = []
    for since, until in terms:
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(until, merged[-1][1]))
        else:
            merged.append((since, until))
    return merged


def _day(digits: str) -> date | None:
    """Return the day of ``YYMMDD``, this century below 30, or ``YYYYMMDD``."""
    full = digits if len(digits) == 8 else ("20" if digits < "3" else "19") + digits
    try:
        return date(int(full[:4]), int(full[4:6]), int(full[6:8]))
    except ValueError:
        return None


def _spelled(name: str) -> str:
    words = re.sub(r"[_\s]+", " ", name).strip().split()
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)


# ---- the states -------------------------------------------------------------------------------


def _table(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _mark_states(entries: list[Entry]) -> None:
    """Mark the states whose name, demonym or capital PETRARCH2 lists under the same code."""
    names: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.codes and len(entry.codes[0][0]) == 3:
            names[entry.codes[0][0]] |= {
                _plain(name.replace("_", " ")).strip() for name in entry.names
            }
    rows = _table("states.csv")
    for row in rows:
        ours = {row["name"], *row["demonyms"].split(";"), *row["capitals"].split(";")}
        confirmed = {_plain(one) for one in ours} & names[row["code"]] - {""}
        row["source"] = "own; petrarch2" if confirmed else "own"
    with (TABLES / "states.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
