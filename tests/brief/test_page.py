"""The brief as one page: linked, self-contained, safe, accessible."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from guarantor.brief import brief_page
from guarantor.brief.page import is_link
from tests.brief.reading import Page
from tests.brief.sample import empty, sample


@pytest.fixture(scope="module")
def text() -> str:
    """Return the page of the sample."""
    return brief_page(sample())


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    """Return the page of the sample, read strictly."""
    return Page(text)


def test_every_anchor_is_one_and_every_link_within_the_page_arrives(page: Page) -> None:
    """A figure leads to its statement or to the list of its statements."""
    anchors = page.values("id")
    targets = [link.removeprefix("#") for link in page.values("href") if link.startswith("#")]

    assert len(set(anchors)) == len(anchors)
    assert set(targets) <= set(anchors)
    assert {f"s-{row['id']}" for row in sample()["statements"]} <= set(anchors)


def test_every_reference_of_an_element_to_another_arrives(page: Page) -> None:
    """Labels of sections and charts, and the hatching of what nobody disclosed."""
    named = " ".join([*page.values("aria-labelledby"), *page.values("aria-describedby")]).split()
    filled = [fill[5:-1] for fill in page.values("fill") if fill.startswith("url(#")]

    assert filled
    assert {*named, *filled} <= set(page.values("id"))


def test_every_figure_leads_to_statements(page: Page) -> None:
    """No figure is linked to anything but its evidence."""
    figures = [attrs["href"] for _, attrs in page.elements if attrs.get("class") == "figure"]

    assert len(figures) > 50
    assert all(re.match(r"#(s|b)-", link or "") for link in figures)


def test_every_statement_leads_to_its_page(page: Page) -> None:
    """The address opens without telling it where the reader came from."""
    outside = [attrs for tag, attrs in page.elements if str(attrs.get("href")).startswith("http")]

    assert {attrs["href"] for attrs in outside} == {row["source"] for row in sample()["statements"]}
    assert all(attrs["rel"] == "noopener noreferrer" for attrs in outside)


def test_the_page_opens_offline(text: str, page: Page) -> None:
    """No script, no image, no font, no frame; nothing is fetched."""
    tags = {tag for tag, _ in page.elements}

    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "video"}
    assert page.values("src") == []
    assert page.values("style") == []
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)
    assert "@import" not in text
    assert re.findall(r"url\((?!#)", text) == []


def test_the_policy_allows_this_style_sheet_and_nothing_else(text: str, page: Page) -> None:
    """The hash is that of the very bytes between the tags."""
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    policies = [
        attrs["content"]
        for _, attrs in page.elements
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]

    assert len(style) == 1
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]


def test_headings_tables_and_landmarks_are_in_order(page: Page) -> None:
    """Heading levels never skip; a table has a caption and scopes; a chart its text."""
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    tags = [tag for tag, _ in page.elements]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [tags.count(mark) for mark in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert tags.count("caption") == tags.count("table") > 0
    assert all("scope" in attrs for tag, attrs in page.elements if tag == "th")
    charts = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert len(charts) == 8
    assert all(attrs["role"] == "img" for attrs in charts)
    assert tags.count("desc") == 8


def test_the_audience_stands_on_screen_and_on_every_sheet(text: str) -> None:
    """The banner of the printed sheets is quoted letter by letter."""
    printed = "".join(f"\\{ord(letter):06x}" for letter in "audience public")

    assert "<strong>Audience: public</strong>" in text
    assert printed in text
    assert "BANNER" not in text


def test_hostile_texts_stay_texts() -> None:
    """A name, a statement and an address that want to be more than text."""
    document = sample()
    document["name"] = "<script>alert(1)</script>\"'><b>"
    document["party_rows"][0]["name"] = "</title></svg><img src=x onerror=alert(1)>"
    document["propositions"][3]["text"] = "<a href='javascript:alert(1)'>Backstop</a>"
    document["audience"] = 'public"; } body { display: none } </style>'
    document["statements"][0]["paraphrase"] = "{{ 7 * 7 }} <!-- "
    document["statements"][0]["source"] = "javascript:alert(document.domain)"
    document["statements"][1]["source"] = 'https://example.org/"><script>alert(1)</script>'

    text = brief_page(document)
    page = Page(text)

    assert not {"script", "img"} & {tag for tag, _ in page.elements}
    assert not any("javascript:" in link for link in page.values("href"))
    assert "javascript:alert(document.domain)" in {said for _, said in page.texts}
    assert any("{{ 7 * 7 }}" in said for _, said in page.texts)
    assert text.count("</style>") == 1
    assert 'https://example.org/"><script>alert(1)</script>' in page.values("href")


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[broken", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_pages_of_the_web_become_links(address: str, may: bool) -> None:  # noqa: FBT001
    """Everything else is printed as it was given."""
    assert is_link(address) is may


def test_an_operation_without_anything_still_makes_a_page() -> None:
    """Its answers say that there is nothing."""
    page = Page(brief_page(empty()))

    assert ("p", "No offer was on record on any day.") in page.texts


def test_what_nobody_disclosed_is_hatched_and_never_zero(text: str) -> None:
    """The bar is open at its end; its words say that the size is not known."""
    assert "undisclosed: 1 offer, size not known" in text
    assert 'class="undisclosed"' in text
    assert ">0 persons" not in text
