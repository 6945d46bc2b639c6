"""The endings of names, and what they promise."""

from dataclasses import replace

from guarantor.errors import Finding
from guarantor.model import Document

_TEXT = ("text/plain", "text/markdown")
_KINDS = {
    "txt": _TEXT,
    "md": _TEXT,
    "html": ("text/html",),
    "htm": ("text/html",),
    "pdf": ("application/pdf",),
    "eml": ("message/rfc822",),
    "rss": ("application/rss+xml", "application/atom+xml"),
    "atom": ("application/rss+xml", "application/atom+xml"),
    **dict.fromkeys(("zip", "gz", "tar", "tgz", "png", "jpg", "jpeg", "gif", "docx", "doc"), ()),
}


def well_named(document: Document) -> Document:
    """Return a document with a finding where its name promises another kind than it is of.

    The content decides how a file is read; a name that says otherwise may be a mistake of saving.
    """
    ending = document.name.rpartition(".")[2].lower()
    if "/" in ending or document.media_type in _KINDS.get(ending, (document.media_type,)):
        return document
    message = (
        f"{document.name}: named as .{ending}, read as {document.media_type}, which is what it "
        "holds; see whether it is the file that was meant"
    )
    finding = Finding(code="other_kind", message=message, entry=document.name)
    return replace(document, findings=(*document.findings, finding))
