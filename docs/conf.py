"""How the docs are built: sphinx-build -W -n docs docs/_build."""

import tomllib
from pathlib import Path

_PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

project = "Guarantor"
author = "The Guarantor contributors"
project_copyright = author
release = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]["version"]
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
# Names of other projects have no page to link to: the docs are built offline.
nitpick_ignore_regex = [("py:.*", r"(?!guarantor\b).*")]

html_theme = "furo"
html_title = "Guarantor"
