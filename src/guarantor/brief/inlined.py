"""What a brief that is one file carries beside its text: the what-if, with everything it reads."""

import base64
import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """The what-if of a page.

    Attributes:
        script: Its one script.
        style: Its one style sheet.
        documents: What it reads, by name; compressed in the page.
    """

    script: str
    style: str
    documents: Mapping[str, object]

    @property
    def safe_script(self) -> str:
        """The script as it may stand within a page: nothing in it ends the element."""
        return self.script.replace("</script", "<\\/script").replace("<!--", "<\\!--")

    @property
    def data(self) -> str:
        """The documents as JSON, compressed, as text; the same documents give the same text."""
        text = json.dumps(self.documents, ensure_ascii=False, separators=(",", ":"))
        return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def digest(text: str) -> str:
    """Return a text as a content security policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
