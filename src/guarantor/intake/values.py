"""The amount that a clause names, with its unit."""

import re
from decimal import Decimal
from typing import NamedTuple

from guarantor.intake.numbers import IN_FIGURES, NUMBER, value, written
from guarantor.model import Span


class Amount(NamedTuple):
    """An amount.

    Attributes:
        quantity: In figures, ``850`` or ``100-200``.
        unit: Its unit: ``persons``, ``battalions``, ``USD_mn``, ``days``.
        span: Where it stands.
    """

    quantity: str
    unit: str
    span: Span


_PERSONS = (
    "troops?|soldiers?|men|women|people|persons?|personnel|peacekeepers?|officers?|monitors?|"
    "observers?|"
    "engineers?|experts?|instructors?|trainers?|advisers?|advisors?|medics?|doctors?|nurses?|"
    "police(?:men)?|gendarmes?|servicemen|marines?|paratroopers?|crew|staff|volunteers?|"
    "specialists?|technicians?|sailors?|pilots?|Europeans|Americans|fighters?(?! jets?| planes?)|"
    "prisoners?|detainees?|hostages?|civilians|inspectors?|deminers?|sappers?|strong|"
    "uniformed personnel|military personnel|liaison officers?|guards?|rangers|blue helmets"
)
_UNITS = {
    "battalions": "battalions?|battlegroups?|battle groups?",
    "brigades": "brigades?",
    "companies": "company|companies",
    "platoons": "platoons?",
    "squadrons": "squadrons?",
    "regiments": "regiments?",
    "divisions": "divisions?",
    "teams": "teams?",
    "units": "units?",
    "hospitals": "hospitals?",
    "laboratories": "laborator(?:y|ies)",
    "depots": "depots?",
    "helicopters": "helicopters?",
    "aircraft": "aircraft|planes?|jets?|F-?\\d+s?|Typhoons?|Rafales?|Gripens?|Eurofighters?|"
    "fighter jets?|C-?\\d+s?|A400Ms?",
    "drones": "drones?|UAVs?|unmanned aircraft",
    "ships": "ships?|frigates?|minehunters?|minesweepers?|corvettes?|vessels?|warships?|"
    "destroyers?|"
    "submarines?",
    "boats": "(?:patrol )?boats?",
    "vehicles": "vehicles?|trucks?|lorr(?:y|ies)|APCs?|carriers?|ambulances?|jeeps?|buses",
    "tanks": "tanks?",
    "systems": "systems?|batter(?:y|ies)|launchers?|howitzers?|radars?|radar sets?",
    "missiles": "missiles?|interceptors?",
    "rounds": "rounds?|shells?",
    "posts": "posts?|bases?|camps?|checkpoints?|observation posts?",
    "cameras": "cameras?",
    "countries": "states?|countries|nations|members?(?! of)|governments?|capitals",
    "explosions": "explosions?",
    "violations": "violations?|incidents?|breaches",
    "tonnes": "tonnes?|tons?",
    "km": "kilomet(?:re|er)s?|km",
    "hours": "hours?",
    "days": "days?",
    "weeks": "weeks?",
}
_ONCE = [
    "battalions",
    "brigades",
    "companies",
    "platoons",
    "squadrons",
    "regiments",
    "teams",
    "hospitals",
    "laboratories",
    "depots",
    "ships",
]
_MONEY = {
    "euro": "EUR",
    "dollar": "USD",
    "pound": "GBP",
    "franc": "CHF",
    "zloty": "PLN",
    "kronor": "SEK",
    "yen": "JPY",
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_CODES = "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|JPY|CAD|AUD"
_SCALES = {"k": 10**3, "thousand": 10**3, "million": "mn", "mn": "mn", "m": "mn"}
_BIG = {"billion": "bn", "bn": "bn", "b": "bn", "trillion": "tn", "tn": "tn"}
_SCALE = r"(?:\s?(?P<scale>million|billion|trillion|mn|bn|tn|m|b|k)\b)?"
_ADJECTIVES = r"(?:[^\W\d_][\w-]*[ \u00a0]){0,3}?"
_RANGE = (
    rf"(?:between\s+(?P<low>{NUMBER})\s+and\s+(?P<high>{NUMBER})"
    rf"|(?P<from>{NUMBER})\s?(?:to|or|–|—)\s?(?P<to>{NUMBER})"
    rf"|(?P<least>{IN_FIGURES})-(?P<most>{IN_FIGURES})|(?P<one>{NUMBER}))"
)
_MEASURED = "|".join(f"(?P<u{index}>{words})" for index, words in enumerate(_UNITS.values()))
_UNIT_NOUN = r"(?:compan(?:y|ies)|battalions?|units?|brigades?|teams?|contingents?|officers?)\b"
_STOP = (
    r"(?!(?:and|or|of|the|to|in|for|from|on|at|by|with|as|its|their|has|have|is|are|was|were|will|"
    r"that|which|who|but|if|per|more than|years?|months?|other)\b)"
)
_BETWEEN = rf"(?:(?:\s+{_STOP}[^\W\d_][\w’'-]*){{0,3}}?[\s-]+)"
_COUNTED = re.compile(
    rf"(?<![\w.,-]){_RANGE}(?:\s+(?:of\s+(?:its|the|their)|more|further|extra|additional|other))?"
    rf"{_BETWEEN}(?:(?P<persons>(?:{_PERSONS})(?!\w)(?!\s+{_UNIT_NOUN}))|{_MEASURED})(?!\w)",
    re.IGNORECASE,
)
_SUM = re.compile(
    rf"(?P<sign>[$€£])\s?{_RANGE}{_SCALE}"
    rf"|{_RANGE.replace('?P<', '?P<n')}\s?(?P<nscale>million|billion|trillion|mn|bn|tn)?\s+"
    rf"(?:US |U\.S\. )?(?P<name>euros?|dollars?|pounds?|francs?|zlotys?|kronor|yen)\b"
    rf"|\b(?P<code>{_CODES})\s?{_RANGE.replace('?P<', '?P<c')}\s?(?P<cscale>million|billion|mn|bn|"
    rf"m)?\b",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"\b(?:battalion|brigade|compan(?:y|ies)|contingent|force|unit|mission|detachment|group|"
    rf"strength|"
    rf"team|corps|squad|troop|number|total|figure)s? (?:strength )?of (?:up to |about |around |"
    rf"some |"
    rf"roughly |nearly |almost |at least |more than )?{_RANGE}(?!\s*(?:%|per cent|percent|million|"
    rf"billion|years?|months?|[-\w]*states|countries|nations))(?![\w,.]*\d)",
    re.IGNORECASE,
)


def _singular(name: str) -> str:
    """Return the words of a unit without their plural."""
    words = (word for word in _UNITS[name].split("|") if not word.endswith("ies"))
    return f"(?P<{name}>{'|'.join(word.replace('s?', '') for word in words)})"


_SINGLE = re.compile(
    r"\b(?:an?|its|their|his|her|one|another)\s+(?!number)(?:(?!of\b|the\b|to\b|and\b)"
    rf"[^\W\d_][\w'’-]*\s+){{0,3}}?(?:{'|'.join(map(_singular, _ONCE))})(?!\w)"
    r"(?![\s-]+(?:commander|commanders|spokesman|spokeswoman|of states|leader))",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:['’]s|\b(?:promised|pledged|offered|sent|send|contribute|provide|another|further)) "
    rf"(?P<one>{NUMBER})(?: more| others| further)?(?=[,.;)]|$|\s+(?:by|in|for|to|from|more)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEW = 2
_DURATIONS = frozenset({"hours", "days", "weeks", "km"})
_NO_AMOUNTS = frozenset({"countries"})


def amounts(clause: str) -> tuple[Amount, ...]:
    """Return every amount of a clause, in order.

    A bound, such as *up to 400*, is its number; a range keeps both ends. A unit that is named
    without a number, such as *a battalion*, is one of its kind.

    Example:
        >>> [one[:2] for one in amounts("up to 850 troops, $2bn and a battalion")]
        [('850', 'persons'), ('2', 'USD_bn'), ('1', 'battalions')]
    """
    found: list[Amount] = []
    for reader in (_sums, _counted, _strengths, _singles, _bare):
        for one in reader(clause):
            if not any(_overlaps(one.span, other.span) for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def amount(clause: str, *, of_persons: bool = False) -> Amount | None:
    """Return the amount that a clause is about: of persons before all, a length of time at last.

    Args:
        clause: What to read.
        of_persons: Whether a number without a noun, such as *South Sudan's 750*, counts persons.

    Returns:
        The first of the most telling sort; nothing where the clause names none.
    """
    found = [one for one in amounts(clause) if of_persons or one.unit != "" or not one.quantity]
    named = [one if one.unit else one._replace(unit="persons") for one in found]
    return min(named, key=_rank, default=None)


def _rank(one: Amount) -> tuple[int, int]:
    if one.unit == "persons":
        sort = 0
    elif one.unit in _DURATIONS:
        sort = 3
    elif one.unit in _NO_AMOUNTS:
        sort = 4
    else:
        sort = 2 if one.quantity == "1" else 1
    return sort, one.span.start


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _ends(match: re.Match[str], prefix: str = "") -> tuple[Decimal, Decimal]:
    group = match.groupdict()
    low, high = (
        next((group[f"{prefix}{name}"] for name in names if group.get(f"{prefix}{name}")), "0")
        for names in (("low", "from", "least", "one"), ("high", "to", "most", "one"))
    )
    return value(low), value(high)


def _quantity(low: Decimal, high: Decimal) -> str:
    return written(low) if low == high else f"{written(low)}-{written(high)}"


def _sums(clause: str) -> list[Amount]:
    found = []
    for match in _SUM.finditer(clause):
        prefix = "" if match["sign"] else "n" if match["name"] else "c"
        low, high = _ends(match, prefix)
        scale = (match[f"{prefix}scale"] or "").lower()
        if scale == "k":
            low, high, scale = low * 1000, high * 1000, ""
        currency = (
            _SIGNS[match["sign"]]
            if match["sign"]
            else _MONEY[match["name"].lower().rstrip("s")]
            if match["name"]
            else match["code"].upper()
        )
        big = _BIG.get(scale) or ("mn" if scale in _SCALES else "")
        unit = f"{currency}_{big}" if big else currency
        found.append(Amount(_quantity(low, high), unit, Span(*match.span())))
    return found


def _counted(clause: str) -> list[Amount]:
    found = []
    for match in _COUNTED.finditer(clause):
        low, high = _ends(match)
        unit = "persons" if match["persons"] else _unit(match)
        is_dated = clause[: match.start()].lower().endswith(("in ", "since ", "of "))
        is_year = bool(_YEAR.fullmatch(match["one"] or "")) and (is_dated or unit != "persons")
        is_few = unit in _NO_AMOUNTS and low == high <= _FEW
        if low <= 0 or is_year or is_few:
            continue
        found.append(Amount(_quantity(low, max(low, high)), unit, Span(*match.span())))
    return found


def _unit(match: re.Match[str]) -> str:
    for index, name in enumerate(_UNITS):
        if match[f"u{index}"]:
            return name
    return ""


def _strengths(clause: str) -> list[Amount]:
    """Return the strength of a unit, as in *a battalion of 850*."""
    found = []
    for match in _OF.finditer(clause):
        low, high = _ends(match)
        if low > 1:
            found.append(Amount(_quantity(low, high), "persons", Span(*match.span())))
    return found


def _singles(clause: str) -> list[Amount]:
    return [
        Amount("1", name, Span(*match.span()))
        for match in _SINGLE.finditer(clause)
        for name in _ONCE
        if match[name]
    ]


def _bare(clause: str) -> list[Amount]:
    return [
        Amount(written(value(match["one"])), "", Span(*match.span("one")))
        for match in _BARE.finditer(clause)
        if value(match["one"]) > 1
    ]
