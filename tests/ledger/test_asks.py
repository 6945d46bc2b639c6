"""Asks: known from their day, seen by those who may see what they are about, told as changes."""

from datetime import date
from pathlib import Path

import pytest

from guarantor.ledger import Change, ChangeKind, changes, released, view
from guarantor.ledger.visibility import visible_asks, visible_statements
from guarantor.model import AskAnswer, Kind, Operation, Piece
from guarantor.operation import build, open_folder
from tests.ledger.folders import opened, said

CONTRIBUTIONS = """\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  steps:
    - {since: 2025-01-10, firmness: floated, terms: [backstop], evidence: [S-1]}
    - {since: 2025-02-10, firmness: pledged, releasable_to: inner, terms: [bra-lift and ceasefire],
       evidence: [S-2]}
    - {since: 2025-03-10, firmness: pledged, releasable_to: public, evidence: [S-1],
       terms: [bra-lift or ceasefire]}
- {id: bra-lift, party: BRA, capability: airlift, firmness: pledged, releasable_to: inner,
   evidence: [S-3]}
- {id: bra-troops, party: BRA, capability: land_troops, unit: persons, firmness: pledged,
   evidence: [S-4]}
"""
PROPOSITIONS = """\
- {id: backstop, text: Guarantia stands behind the force}
- {id: ceasefire, text: A ceasefire is in force}
"""
PARTIES = """\
- {code: ALF, name: Alfland}
- {code: BRA, name: Bravia, terms: [undisclosed]}
- {code: GUA, name: Guarantia}
"""
ASKS = """\
signs,ALF;BRA,GUA,secure backstop,Sign the guarantee,2025-02-01,,evaded,2025-03-05,,,,
waits,GUA,ALF,drop alf-troops: backstop,,2025-02-01,,,,,,S-1,
told,,BRA,drop BRA: undisclosed,,2025-02-01,,,,,,S-4,
inside,ALF,BRA,add bra-lift: 2,,2025-02-01,,,,,public,S-5,see S-5
kept,ALF,ALF,drop alf-troops: bra-lift and ceasefire,,2025-03-01,,,,,public,S-5,
reads,ALF,ALF,drop alf-troops: bra-lift or ceasefire,,2025-03-11,,,,,inner; public,,about bra-lift
early,ALF,BRA,fulfil bra-troops,,2025-03-01,,,,,,,
quiet,ALF,BRA,,Speak with one voice,2025-02-01,,,,,inner,S-6,
"""
DAYS = {"S-1": "2025-01-10", "S-2": "2025-02-10", "S-3": "2025-02-01", "S-4": "2025-04-10"}
LATER = {"S-5": "2025-01-10", "S-6": "2025-01-10"}


@pytest.fixture
def operation(tmp_path: Path) -> Operation:
    """Return the operation written above."""
    return opened(
        tmp_path,
        *(said(name, day) for name, day in {**DAYS, **LATER}.items()),
        parties=PARTIES,
        contributions=CONTRIBUTIONS,
        propositions=PROPOSITIONS,
        asks=ASKS,
    )


def known(operation: Operation, day: date, **options: object) -> list[str]:
    """Return the asks in a view of a day."""
    return list(view(operation, as_known_on=day, **options).asks)  # type: ignore[arg-type]  # of view


def test_an_ask_is_known_from_its_day_and_not_before_what_it_is_about(
    operation: Operation,
) -> None:
    """By hand: the offer that early is about became known in April; so did what told cites."""
    assert known(operation, date(2025, 1, 31)) == []
    assert known(operation, date(2025, 2, 1)) == ["signs", "waits", "told"]
    assert known(operation, date(2025, 3, 11)) == ["signs", "waits", "told", "reads"]
    assert known(operation, date(2025, 4, 10)) == ["signs", "waits", "told", "reads", "early"]
    assert view(operation, as_known_on=date(2025, 4, 9)).asks["told"].evidence == ()


def test_an_ask_is_open_until_the_day_it_was_answered(operation: Operation) -> None:
    """Evaded on the fifth of March."""
    before = view(operation, as_known_on=date(2025, 3, 4)).asks["signs"]
    after = view(operation, as_known_on=date(2025, 3, 5)).asks["signs"]

    assert (before.answer, before.answered_on) == (AskAnswer.OPEN, None)
    assert (after.answer, after.answered_on) == (AskAnswer.EVADED, date(2025, 3, 5))


def test_an_audience_sees_what_is_releasable_to_it_and_about_what_it_may_see(
    operation: Operation,
) -> None:
    """Neither of an offer withheld from it, nor for a term that only a withheld step set."""
    public = {"signs", "waits", "told", "reads", "early"}

    assert visible_asks(operation, "public") == public
    assert visible_asks(operation, "inner") == public | {"inside", "kept", "quiet"}


def test_a_statement_that_only_withheld_asks_cite_is_withheld(operation: Operation) -> None:
    """S-5 and S-6 are cited by nothing else; S-1 and S-4 are cited by asks that are seen, too."""
    assert visible_statements(operation, "public") == {"S-1", "S-4"}
    assert visible_statements(operation, "inner") == set(operation.statements)


def test_a_term_reads_in_an_ask_as_it_does_in_the_offer(operation: Operation) -> None:
    """Without the offer that the public may not see."""
    public, inner = view(operation), view(operation, audience="inner")

    assert str(public.asks["reads"].change) == "drop alf-troops: ceasefire"
    assert "ceasefire" in {term.text for term in public.offers["alf-troops"].terms}
    assert str(inner.asks["reads"].change) == "drop alf-troops: bra-lift or ceasefire"
    assert public.asks["reads"].releasable_to == ("public",)
    assert inner.asks["reads"].releasable_to == ("inner", "public")


def test_without_what_it_rests_on_an_ask_is_gone(operation: Operation) -> None:
    """Like a term; one that rests on nothing stays."""
    seen = view(operation, without=["S-4"])

    assert "told" not in seen.asks
    assert "signs" in seen.asks
    assert view(operation).asks["told"].evidence == ("S-4",)


def pieces_of(folder: Path) -> tuple[Piece, ...]:
    """Return the pieces of the operation written there."""
    return open_folder(folder)[1]


def test_an_export_holds_no_trace_of_a_withheld_ask(operation: Operation, tmp_path: Path) -> None:
    """It is sound, the public sees the same in it, and who may see all is given all."""
    pieces = pieces_of(tmp_path)

    release = released(pieces, operation, "public")

    asks = {piece.id: piece.content for piece in release if piece.kind is Kind.ASK}
    assert set(asks) == visible_asks(operation, "public")
    assert asks["reads"]["change"] == "drop alf-troops: ceasefire"
    assert asks["reads"]["releasable_to"] == "public"
    assert asks["reads"]["note"] == "about [withheld]"
    assert view(build(release, "release")).asks.keys() == view(operation).asks.keys()
    assert released(release, build(release, "release"), "public") == release
    assert released(pieces, operation, "inner") == pieces


def told(changed: tuple[Change, ...]) -> list[str]:
    """Return the sentences that changes of asks say."""
    return [change.sentence for change in changed if change.kind is ChangeKind.ASK]


def test_what_becomes_known_of_asks_is_told(operation: Operation) -> None:
    """An ask that was put and answered between two days is told twice."""
    days = [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 15)]
    january, february, march = (view(operation, as_known_on=day) for day in days)

    assert told(changes(january, february)) == [
        "Asked of Guarantia by Alfland and Bravia on 1 Feb 2025: Sign the guarantee (signs)",
        "Asked of Alfland by Guarantia on 1 Feb 2025: drop alf-troops: backstop (waits)",
        "Asked of Bravia on 1 Feb 2025: drop BRA: undisclosed (told)",
    ]
    assert told(changes(february, march)) == [
        "The ask signs of Guarantia was answered on 5 Mar 2025: evaded.",
        "Asked of Alfland by Alfland on 11 Mar 2025: drop alf-troops: ceasefire (reads)",
    ]
    assert len(told(changes(january, march))) == 5
    (answer,) = (one for one in changes(february, march) if one.key == "answer")
    assert (answer.id, answer.before, answer.after) == ("signs", "open", "evaded")
