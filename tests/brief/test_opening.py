"""What stands before the answers."""

from guarantor.brief.compose import compose
from tests.brief.sample import empty, sample
from tests.brief.telling import change


def test_a_brief_opens_with_how_much_was_heard() -> None:
    """Thirteen statements, two of them from one source."""
    assert compose(sample()).opening.coverage.text == (
        "As known to this file on 15 Mar 2025: 13 statements from 12 sources, last heard "
        "15 Mar 2025; absence here is not absence."
    )


def test_an_operation_of_which_nothing_was_heard_says_so() -> None:
    """Silence has no last day."""
    opening = compose(empty()).opening

    assert opening.coverage.text == (
        "As known to this file on 15 Mar 2025: no statement; absence here is not absence."
    )
    assert [answer.headline and answer.headline.text for answer in compose(empty()).answers] == [
        "No party has an offer on record of what the need asks for.",
        "There is no need on record to hold the offers against.",
        "No offer can stand on the terms on record, so nothing hangs on anything.",
        "No offer has a term on record.",
        "No offer was on record on any day.",
    ]
    assert compose(empty()).annexes == ()


def test_what_was_asked_is_said_before_it_is_answered() -> None:
    """Suppositions and statements left out stand there too."""
    document = sample()
    change(document, suppose={"backstop": False, "BRA": True}, without=["GUA-1"], firm="signalled")

    assert [(label, told.text) for label, told in compose(document).opening.asked] == [
        ("Audience", "public"),
        ("Theatre", "Northland"),
        ("Need", "Watch the line and steady the towns behind it (monitoring)"),
        ("Offers counted", "signalled or firmer"),
        ("Day asked about", "1 Dec 2025, activation 1 Jun 2025"),
        ("Status", "historical"),
        (
            "Supposed",
            "Guarantia stands behind the force: no; Bravia joins: yes (whatever the terms)",
        ),
        ("Asked without", "GUA-1"),
    ]


def test_an_unknown_day_leaves_dates_aside() -> None:
    """Either clock will do."""
    document = sample()
    document["activation"] = None
    asked = dict(compose(document).opening.asked)
    assert asked["Day asked about"].text == (
        "1 Dec 2025; activation unknown, so dates are left aside"
    )
    document["valid_on"] = None
    asked = dict(compose(document).opening.asked)
    assert asked["Day asked about"].text == "unknown, so dates are left aside"
