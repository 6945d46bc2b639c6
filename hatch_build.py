"""What hatchling asks before it builds: are the pages of the room there, and of these sources?"""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CustomBuildHook(BuildHookInterface[Any]):
    """Builds the front end, or fails: no wheel and no sdist lacks it or has an old one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's
        """See to the front end; an editable install links to the sources and needs none."""
        if version == "editable":
            return
        # By its path: importing it by name would import what runs the server, which is not here.
        sys.path.insert(0, str(ROOT / "src"))
        place = ROOT / "src" / "guarantor" / "web" / "front_end.py"
        spec = importlib.util.spec_from_file_location("front_end", place)
        if spec is None or spec.loader is None:
            msg = f"{place}: cannot be read"
            raise RuntimeError(msg)
        front_end = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(front_end)
        front_end.see_to_it(self.app.display_info, root=ROOT)
