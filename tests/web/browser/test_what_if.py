"""The what-if in a browser: a flip is answered at once, by the same numbers as the command's."""

import json
import re
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page, expect

from guarantor.model import Firmness
from guarantor.room import Options, assess, open_source
from tests.web.browser.conftest import Open

BACKSTOP = "The United States stands behind the force"
NUMBER = re.compile(r"^[0-9.e+-]+$")


def _flip(page: Page, proposition: str, option: str) -> None:
    group = page.get_by_role("radiogroup", name=proposition, exact=True)
    group.get_by_role("radio", name=option, exact=True).check()


def _value(page: Page, name: str) -> float:
    """Return the unrounded number behind a figure, once it is there."""
    found = page.get_by_test_id(name)
    expect(found).to_have_attribute("data-value", NUMBER)
    return float(found.get_attribute("data-value") or "nan")


def _standing(operation: str, options: Options) -> int:
    document = assess(open_source(operation).operation, options)
    (floor,) = [one for one in document["by_firmness"] if one["floor"] == document["firm"]]
    return len(floor["offers"]["moving_together"])


def _chance(operation: str, options: Options) -> float:
    document = assess(open_source(operation).operation, options)
    return document["chance"]["moving_together"]["high"]


def test_the_backstops_flip_moves_the_offers_that_stand(look: Open, ukraine: str) -> None:
    """The record bounds no chance, so what is lost is what the flip shows; the engine agrees."""
    page = look(ukraine, "/")
    before = _value(page, "offers-standing")

    _flip(page, BACKSTOP, "fails")

    expect(page.get_by_test_id("offers-standing")).not_to_have_attribute(
        "data-value", str(int(before))
    )
    assert before == _standing("ukraine-2025", Options())
    without = Options(suppose={"us_backstop": False})
    assert _value(page, "offers-standing") == _standing("ukraine-2025", without)
    expect(page.get_by_test_id("cascade")).to_contain_text("land troops of the United Kingdom")


@pytest.mark.parametrize(
    ("text", "name", "option"),
    [
        ("Guarantia stands behind the force", "backstop", "fails"),
        ("Guarantia stands behind the force", "backstop", "holds"),
        ("The force has a UN mandate", "un_mandate", "holds"),
        ("A ceasefire is in force", "ceasefire", "holds"),  # derived: compiled anew by the server
        ("The south accepts the ceasefire", "south_accepts", "fails"),  # settled: likewise
    ],
)
def test_a_flip_gives_the_chance_that_the_command_gives(
    look: Open, example: str, text: str, name: str, option: str
) -> None:
    """Whether the page evaluates it or the server compiles it anew, it is one meaning."""
    page = look(example, "/what-if")
    _flip(page, text, option)
    suppose = {name: option == "holds"}

    assert _value(page, "p-met") == pytest.approx(
        _chance("example", Options(suppose=suppose)), abs=1e-9
    )
    assert _value(page, "offers-standing") == _standing("example", Options(suppose=suppose))


def test_a_party_that_joins_still_waits_for_its_terms(look: Open, example: str) -> None:
    """Its switch is its decision; *whatever its terms* is another one."""
    page = look(example, "/what-if?decides=BRA")
    assert _value(page, "p-met") == pytest.approx(
        _chance("example", Options(decides=("BRA",))), abs=1e-9
    )

    page = look(example, "/what-if?suppose=BRA=true")
    assert _value(page, "p-met") == pytest.approx(
        _chance("example", Options(suppose={"BRA": True})), abs=1e-9
    )


def test_a_parameter_is_compiled_anew(look: Open, example: str) -> None:
    """The slider of an assumed number reaches the server, and the page says what it shows."""
    page = look(example, "/what-if")
    slider = page.get_by_role("slider", name="others")
    slider.focus()
    slider.press("ArrowRight")

    expect(page).to_have_url(f"{example}/what-if?parameter=others=2")
    expected = _chance("example", Options(parameters={"others": Decimal(2)}))
    expect(page.get_by_test_id("p-met")).to_have_attribute(
        "data-value", re.compile(rf"^{re.escape(f'{expected:.12f}')}")
    )


def test_a_floor_leaves_out_what_is_less_firm(look: Open, ukraine: str) -> None:
    """The logic is worked out in the page at every floor."""
    page = look(ukraine, "/what-if")
    page.get_by_label("Count offers from").select_option("pledged")

    expect(page.get_by_test_id("offers-standing")).to_have_attribute(
        "data-value", str(_standing("ukraine-2025", Options(firm=Firmness.PLEDGED)))
    )


def test_the_address_is_the_state(look: Open, ukraine: str) -> None:
    """A reload changes nothing, back undoes one flip, and the address alone is enough to share."""
    page = look(ukraine, "/what-if")
    before = _value(page, "offers-standing")
    _flip(page, BACKSTOP, "fails")
    expect(page).to_have_url(f"{ukraine}/what-if?suppose=us_backstop=false")
    after = _value(page, "offers-standing")

    page.reload()
    assert _value(page, "offers-standing") == after
    group = page.get_by_role("radiogroup", name=BACKSTOP, exact=True)
    expect(group.get_by_role("radio", name="fails", exact=True)).to_be_checked()

    page.go_back()
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", str(int(before)))
    expect(group.get_by_role("radio", name="as stated", exact=True)).to_be_checked()


def test_what_is_selected_is_explained_by_its_statements(look: Open, ukraine: str) -> None:
    """Its condition as a sentence, who names it, and the words it rests on, each a link."""
    page = look(ukraine, "/what-if")
    page.get_by_role("button", name=BACKSTOP, exact=True).click()
    panel = page.get_by_test_id("explain")

    expect(panel).to_contain_text("land troops of the United Kingdom")
    expect(panel.get_by_role("link", name="GBR-20250216-backstop-1")).to_be_visible()
    panel.get_by_role("link", name="GBR-20250216-backstop-1").click()
    expect(page.get_by_test_id("statement")).to_contain_text("backstop")


def test_scenarios_are_kept_side_by_side_in_the_address(look: Open, example: str) -> None:
    """Each column is what the command says under its switches."""
    page = look(example, "/what-if?tab=scenarios&suppose=backstop=false")
    page.get_by_label("Name of this scenario").fill("No backstop")
    page.get_by_role("button", name="Keep these switches").click()
    page.get_by_role("button", name="All as stated").click()

    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Offers that can"))
    expect(row).to_contain_text(str(_standing("example", Options(suppose={"backstop": False}))))
    assert "scenario=No+backstop~backstop-" in page.url
    page.reload()
    expect(page.get_by_role("columnheader", name="No backstop")).to_be_visible()


def test_breaks_are_those_of_the_assessment(look: Open, example: str) -> None:
    """The tab has the cut sets, in words."""
    document = assess(open_source("example").operation, Options())
    count = document["logic"]["undisclosed_enough"]["moving_together"]["count"]
    page = look(example, "/what-if?tab=breaks")

    expect(page.get_by_role("tabpanel")).to_contain_text(f"{count} smallest set")


def test_asks_are_worked_out_as_a_job(look: Open, example: str) -> None:
    """The first is the one that the command names first."""
    page = look(example, "/what-if?tab=asks")
    told = json.loads(page.request.get(f"{example}/asks.json").text())

    expect(page.get_by_role("tabpanel").get_by_role("rowheader").first).to_contain_text(
        told["rows"][0]["sentence"]
    )


def test_the_answer_is_spoken(look: Open, ukraine: str) -> None:
    """A screen reader hears what a flip does."""
    page = look(ukraine, "/what-if")
    _flip(page, BACKSTOP, "fails")

    expect(page.get_by_test_id("live")).to_contain_text("4 lost")


def test_everything_is_reached_by_keys(look: Open, ukraine: str) -> None:
    """`?` lists the keys, `g l` goes to the ledger, and a switch is set with the arrows."""
    page = look(ukraine, "/what-if")
    group = page.get_by_role("radiogroup", name=BACKSTOP, exact=True)
    group.get_by_role("radio", name="as stated", exact=True).focus()
    page.keyboard.press("ArrowLeft")  # from the first to the last option
    expect(group.get_by_role("radio", name="fails", exact=True)).to_be_checked()

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_test_id("ledger-list")).to_be_visible()


def test_a_switch_that_nobody_knows_is_named(browser: Browser, example: str) -> None:
    """An address that somebody mistyped says what is wrong, and the page stands."""
    page = browser.new_page()
    page.goto(f"{example}/what-if?suppose=backstp=false")

    expect(page.get_by_role("alert").first).to_contain_text("backstp: no")
    expect(page.get_by_test_id("offers-standing")).to_have_attribute("data-value", "4")
    page.close()
