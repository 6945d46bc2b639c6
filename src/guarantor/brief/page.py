"""Tells a brief as one HTML page that opens offline: nothing fetched, sources linked.

It holds no script, unless it carries the what-if.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from guarantor.brief.charts import NARROW, WIDE, draw
from guarantor.brief.compose import compose
from guarantor.brief.content import (
    Address,
    Block,
    Brief,
    Bullets,
    Chart,
    Entry,
    Figure,
    Part,
    Sentence,
    Table,
    table_figures,
)
from guarantor.brief.document import Assessment
from guarantor.brief.inlined import WhatIf, digest

KINDS: dict[type[Block] | type[Part], str] = {
    str: "text",
    Figure: "figure",
    Address: "address",
    Sentence: "sentence",
    Bullets: "bullets",
    Table: "table",
    Chart: "chart",
    Entry: "entry",
}

Basis = dict[tuple[str, ...], tuple[str, str]]
"""For each set of statements that a figure rests on: the anchor of its list, and its words."""


def page(document: Assessment, what_if: WhatIf | None = None) -> str:
    """Return the brief as a page, with the what-if where one is given."""
    brief = compose(document)
    css = style(brief)
    template = environment().get_template("page.html.j2")
    return template.render(
        brief=brief,
        bases={
            section.anchor: basis(section.figures(), f"b-{section.anchor}")
            for section in (*brief.answers, *brief.annexes)
        },
        css=Markup(css),  # noqa: S704  the package's own style sheet, its one value quoted by style()
        csp=policy(css, what_if),
        what_if=what_if
        and {
            "style": Markup(what_if.style),  # noqa: S704  the package's own, as the two below
            "script": Markup(what_if.safe_script),  # noqa: S704
            "data": Markup(what_if.data),  # noqa: S704  letters, digits, +, / and = alone
        },
    )


@cache
def environment() -> Environment:
    """Return the templates, with what they may call."""
    env = Environment(
        loader=PackageLoader("guarantor.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(href=href, kind=kind, is_link=is_link, to_statement=to_statement)
    env.globals.update(drawings=drawings, chart_basis=chart_basis)
    return env


def kind(thing: Block | Part) -> str:
    """Return which macro tells a block or a part."""
    return KINDS[type(thing)]


def basis(figures: Iterable[tuple[Figure, str]], anchor: str) -> Basis:
    """Return the lists of statements that figures rest on, where it is several."""
    found: Basis = {}
    for figure, about in figures:
        if len(figure.evidence) > 1 and figure.evidence not in found:
            words = f"{about}: {figure.text}" if about else figure.text
            found[figure.evidence] = (f"{anchor}-{len(found) + 1}", words)
    return found


def chart_basis(chart: Chart, name: str) -> Basis:
    """Return the lists of statements behind a chart's own table."""
    return basis(table_figures(chart.table), f"b-{name}")


def href(figure: Figure, bases: Basis) -> str:
    """Return where a figure leads: to its statement, or to the list of its statements."""
    if len(figure.evidence) == 1:
        return to_statement(figure.evidence[0])
    return f"#{bases[figure.evidence][0]}"


def to_statement(name: str) -> str:
    """Return the link to a statement among the sources."""
    return f"#s-{quote(name, safe='')}"


def is_link(address: str) -> bool:
    """Tell whether an address may become a link: only what leads to a page of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as an unclosed [ in a host
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def drawings(chart: Chart, name: str) -> Iterable[tuple[str, Markup]]:
    """Return a chart for wide and for narrow screens."""
    for size, width in (("wide", WIDE), ("narrow", NARROW)):
        drawn = draw(chart.picture, width=width, name=f"{name}-{size}")
        yield size, Markup(drawn)  # noqa: S704  written by ElementTree, which escapes every text


def style(brief: Brief) -> str:
    """Return the style sheet, with the banner that every printed sheet carries."""
    sheet = files("guarantor.brief").joinpath("templates", "page.css").read_text("utf-8")
    opening = brief.opening
    banner = f"{opening.title} · audience {opening.audience} · as known on {opening.day}"
    return sheet.replace("BANNER", "".join(f"\\{ord(letter):06x}" for letter in banner))


def policy(css: str, what_if: WhatIf | None = None) -> str:
    """Return the content security policy: the page's own styles and script, and nothing else."""
    styles = [digest(css), *([digest(what_if.style)] if what_if else [])]
    script = f"script-src {digest(what_if.safe_script)}; " if what_if else ""
    return (
        f"default-src 'none'; {script}style-src {' '.join(styles)}; base-uri 'none'; "
        "form-action 'none'"
    )
