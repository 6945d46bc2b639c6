"""The what-if of a brief that is one file: the page's own script, and all that it reads."""

from dataclasses import replace
from importlib.resources import files
from typing import Any

from guarantor.brief import Assessment, WhatIf
from guarantor.errors import NotForThePublic, OverBudget, TooLarge
from guarantor.room.about import about
from guarantor.room.assess import assess
from guarantor.room.diagrams import CompiledDiagram, compile_diagram
from guarantor.room.opening import Source
from guarantor.room.options import Options
from guarantor.room.progress import Track, silent
from guarantor.room.structures import structure
from guarantor.viability import Method

NODES = 300_000
"""Most nodes of one diagram that a file carries: some four megabytes."""


def what_if(
    source: Source, options: Options, document: Assessment, track: Track = silent
) -> WhatIf | None:
    """Return the what-if for the brief of a question; ``None`` where there can be none.

    There is none where the front end is not built, and none for the public of a live operation:
    whoever holds it can try what falls with each party. It opens on what the brief supposes, with
    everything as stated to go back to.

    Args:
        source: The opened operation.
        options: How the brief was asked.
        document: The assessment that the brief tells.
        track: Tells how far it is.
    """
    script, style = _built("what-if.js"), _built("what-if.css")
    if script is None or style is None:
        return None
    plain = replace(options, suppose={}, decides=(), parameters={})
    try:
        logic = structure(source.operation, plain)
    except NotForThePublic:
        return None
    stated = document if plain == options else assess(source.operation, plain, track)
    documents: dict[str, Any] = {
        "about": about(source, plain),
        "assessment": stated,
        "structure": logic,
        "diagram": _diagram(source, plain, track),
        "switches": _switches(options),
    }
    return WhatIf(script=script, style=style, documents=documents)


def why_without(what_if: WhatIf | None) -> str:
    """Return why a brief carries no what-if, as the end of a sentence; nothing where it does."""
    if what_if is not None:
        return ""
    if _built("what-if.js") is None:
        return ", without the what-if: guarantor serve builds what it needs"
    return ", without the what-if: of a live operation the public is given none"


def _built(name: str) -> str | None:
    """Return a file of the front end; it is data, as the templates of the brief are."""
    path = files("guarantor").joinpath("web", "static", "single", name)
    return path.read_text("utf-8") if path.is_file() else None


def _diagram(source: Source, options: Options, track: Track) -> CompiledDiagram | None:
    limited = Method(nodes=min(options.method.nodes, NODES))
    try:
        return compile_diagram(source.operation, replace(options, method=limited), track)
    except (OverBudget, TooLarge):
        return None


def _switches(options: Options) -> list[tuple[str, str]]:
    """Return what the brief supposes, under the names of an address."""
    return [
        *(("suppose", f"{name}={str(holds).lower()}") for name, holds in options.suppose.items()),
        *(("decides", code) for code in options.decides),
        *(("parameter", f"{name}={value}") for name, value in options.parameters.items()),
    ]
