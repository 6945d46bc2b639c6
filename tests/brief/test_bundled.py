"""The briefs of the bundled operations, read as their users read them."""

import re

import pytest

from guarantor import room
from guarantor.brief import Assessment, brief_page, brief_text
from tests.brief.reading import Page
from tests.brief.telling import headline, said

OPERATIONS = ("example", "ukraine-2025")


@pytest.fixture(scope="module", params=OPERATIONS)
def document(request: pytest.FixtureRequest) -> Assessment:
    """Return the assessment of a bundled operation."""
    operation = room.open_source(str(request.param)).operation
    return room.assess(operation, room.Options())


@pytest.fixture(scope="module")
def ukraine() -> Assessment:
    """Return the assessment of the coalition of the willing."""
    return room.assess(room.open_source("ukraine-2025").operation, room.Options())


def test_every_link_of_a_real_page_arrives(document: Assessment) -> None:
    """Thousands of them; and every statement leads to its page."""
    page = Page(brief_page(document))
    anchors = page.values("id")
    targets = {link[1:] for link in page.values("href") if link.startswith("#")}

    assert len(set(anchors)) == len(anchors)
    assert targets <= set(anchors)
    assert {row["source"] for row in document["statements"]} <= set(page.values("href"))


@pytest.mark.parametrize("width", [60, 100])
def test_a_real_brief_keeps_to_its_width(document: Assessment, width: int) -> None:
    """But for addresses, which stay in one piece; plain, and with nothing left unfilled."""
    text = brief_text(document, width=width)

    assert all(len(line) <= width or "://" in line for line in text.splitlines())
    assert "\x1b" not in text
    assert not re.search(r"\bNone\b|\bnan\b|\{|\}|_troops|Undefined", text)


def test_no_first_screen_names_a_probability(document: Assessment) -> None:
    """Not even where the folder gives chances."""
    first = brief_text(document, full=False)

    assert "%" not in first
    assert "likely" not in first


def test_the_coalition_of_the_willing_is_told_true_to_its_record(ukraine: Assessment) -> None:
    """How many spoke of soldiers, how many pledged; that no party stated a number."""
    assert headline(ukraine, 1) == (
        "13 parties have an offer of land troops on record: 1 pledged, 5 signalled, 7 floated; "
        "none of them stated how many, 1 number is reported by others."
    )
    assert headline(ukraine, 2).startswith(
        "On what was disclosed the need of 30,000 persons cannot be met at any firmness, in either "
        "reading; if the undisclosed offers were enough, it can be met with offers signalled or "
    )
    assert "unless the United States stands behind the force, 2 of the 13 are lost" in headline(
        ukraine, 3
    )
    assert any(
        one.startswith("How likely that is, nobody said") for one in said(ukraine, "answer-2")
    )


def test_the_new_commitments_have_no_public_counterpart(ukraine: Assessment) -> None:
    """What was said of them on 15 March, and that no number came with them."""
    told = said(ukraine, "answer-5")

    assert any("no new number among them" in one for one in told)
    assert any("New commitments were made" in one and "content not given" in one for one in told)


def test_of_how_many_states_it_was_spoken_is_told_beside_the_offers(ukraine: Assessment) -> None:
    """By hand from the record: 19 states and the coalition itself; 13, 4, and 3 with neither."""
    assert said(ukraine, "answer-1")[0] == (
        "Statements about troops speak of 19 states and 1 organisation: 13 with an offer of what "
        "the need asks for; 4 that declined or keep it on hold; and 3 with neither (Spain, Norway "
        "and Coalition of the willing)."
    )


def test_what_was_not_disclosed_is_held_against_what_others_made_or_raised(
    ukraine: Assessment,
) -> None:
    """On 15 March no party made or raised an offer of soldiers; after 2 March seven did."""
    told = said(ukraine, "answer-1")

    assert (
        "What was said on 15 Mar 2025 for the Coalition of the willing (xcw-new-commitments) has "
        "no public counterpart: from that day on nobody is on record as making or raising an offer "
        "of land troops."
    ) in told
    assert any(
        "(xcw-several-allies) is not tied to any offer: from that day on 7 offers of land troops "
        "were made or raised" in sentence
        for sentence in told
    )
