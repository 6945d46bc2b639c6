"""What stands before the answers: how much this file has heard, and what was asked of it."""

from collections.abc import Iterator

from guarantor.brief.content import Opening, Sentence, tell
from guarantor.brief.document import Assessment
from guarantor.brief.index import Index
from guarantor.brief.naming import need_title, said_of
from guarantor.brief.words import capital, count, say_date


def opening(index: Index) -> Opening:
    """Return the opening; its coverage line comes before anything else is said."""
    document = index.document
    return Opening(
        title=document["name"] or document["operation"],
        question=document["question"],
        audience=document["audience"],
        day=say_date(document["as_known_on"]),
        coverage=coverage(document),
        asked=tuple(_asked(index)),
    )


def coverage(document: Assessment) -> Sentence:
    """Return how many statements of how many sources were heard, last when."""
    heard = document["coverage"]
    said = count(heard["statements"], "statement")
    if heard["statements"]:
        last = say_date(heard["last_heard"])
        said += f" from {count(heard['origins'], 'source')}, last heard {last}"
    day = say_date(document["as_known_on"])
    return tell(f"As known to this file on {day}: {said}; absence here is not absence.")


def _asked(index: Index) -> list[tuple[str, Sentence]]:
    document = index.document
    pairs = [
        ("Audience", document["audience"]),
        ("Theatre", document["theatre"]),
        ("Need", _need(index)),
        ("Offers counted", floor_words(document["firm"])),
        ("Day asked about", _day(document)),
        ("Status", document["status"]),
        ("Supposed", _supposed(index)),
        ("Asked without", ", ".join(document["without"])),
    ]
    return [(label, tell(said)) for label, said in pairs if said]


def _need(index: Index) -> str:
    name = index.document["requirement"]
    rows = [row for row in index.document["requirements"] if row["name"] == name]
    return f"{need_title(rows[0])} ({name})" if rows and rows[0]["text"] else name


def floor_words(floor: str) -> str:
    """Return which offers count from a floor upwards."""
    return "all, floated or firmer" if floor == "floated" else f"{floor} or firmer"


def _day(document: Assessment) -> str:
    if document["valid_on"] is None:
        return "unknown, so dates are left aside"
    if document["activation"] is None:
        return f"{say_date(document['valid_on'])}; activation unknown, so dates are left aside"
    return f"{say_date(document['valid_on'])}, activation {say_date(document['activation'])}"


def _supposed(index: Index) -> str:
    told = [
        f"{capital(said_of(index, name))}: {'yes' if holds else 'no'}"
        for name, holds in index.document["suppose"].items()
    ]
    whatever = f"{'; '.join(told)} (whatever the terms)" if told else ""
    return "; ".join(filter(None, (whatever, *_switched(index))))


def _switched(index: Index) -> Iterator[str]:
    """Yield what was decided and set beside the suppositions."""
    for code in index.document.get("decides", ()):
        yield f"{index.parties[code]['name']} decides to take part (on its terms)"
    for name, value in index.document.get("parameters", {}).items():
        yield f"{name} is {value:g}"
