"""Pages: the built front end, and what is said where it is not built."""

import mimetypes
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from guarantor.web.answer import HTML, Answer, respond

STATIC = Path(__file__).parent / "static"
PAGES = (
    "/",
    "/what-if",
    "/ledger",
    "/ledger/{name}",
    "/evidence",
    "/evidence/{name}",
    "/review",
    "/review/{name}",
    "/party",
    "/party/{name}",
    "/timeline",
    "/brief",
)
_NOT_BUILT = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Guarantor</title>"
    "<h1>The pages of the room are not built</h1>"
    "<p>Run <code>npm ci</code> and <code>npm run build</code> in <code>frontend/</code>, or start "
    "<code>guarantor serve</code> again in the checkout, which builds them; the data are served "
    "all the same, such as <a href=/what-if.json>/what-if.json</a>.</p></html>"
)
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": HTML,
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
_FOREVER = "public, max-age=31536000, immutable"

router = APIRouter(include_in_schema=False)


class Pages:
    """The files of the front end, read once each.

    Attributes:
        folder: Where they were built.
    """

    def __init__(self, folder: Path = STATIC) -> None:
        self.folder = folder
        self._read: dict[tuple[str, int], Answer] = {}

    def file(self, name: str) -> Answer | None:
        """Return a file of the front end; none but files within its folder are given."""
        try:
            root = self.folder.resolve(strict=True)
            path = (root / name).resolve(strict=True)
            if not path.is_relative_to(root) or not path.is_file():
                return None
            key = (name, path.stat().st_mtime_ns)
            if key not in self._read:
                self._read[key] = Answer(path.read_bytes(), _type(path))
        except (OSError, ValueError):
            return None
        return self._read[key]


def _type(path: Path) -> str:
    guessed = _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0]
    return guessed or "application/octet-stream"


async def page(request: Request) -> Response:
    """Give the page; which screen it shows is in its address."""
    pages: Pages = request.app.state.pages
    index = pages.file("index.html")
    if index is None:
        return HTMLResponse(_NOT_BUILT, 503)
    return respond(request, index)


for address in PAGES:
    router.add_api_route(address, page, methods=["GET"])


@router.get("/assets/{name:path}")
async def asset(request: Request, name: str) -> Response:
    """Give a file of the front end; its name changes when it does."""
    pages: Pages = request.app.state.pages
    found = pages.file(f"assets/{name}")
    if found is None:
        raise HTTPException(404)
    response = respond(request, found)
    response.headers["Cache-Control"] = _FOREVER
    return response
