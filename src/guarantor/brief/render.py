"""The two ways a brief is told; each loads its library only when it is asked for."""

from guarantor.brief.document import Assessment
from guarantor.brief.inlined import WhatIf


def brief_text(
    document: Assessment, *, width: int = 80, color: bool = False, full: bool = True
) -> str:
    """Return a brief as text for a terminal.

    Args:
        document: The assessment.
        width: How many columns there are; 40 at least are used.
        color: Whether to use styles, unless ``NO_COLOR`` is set; without them the text is plain
            and holds no escapes.
        full: Whether what the answers rest on follows them.
    """
    from guarantor.brief.terminal import text  # noqa: PLC0415  rich is loaded for a terminal only

    return text(document, width=width, color=color, full=full)


def brief_page(document: Assessment, what_if: WhatIf | None = None) -> str:
    """Return a brief as one self-contained HTML page, with the what-if where one is given."""
    from guarantor.brief.page import page  # noqa: PLC0415  jinja2 is loaded for a page only

    return page(document, what_if)
