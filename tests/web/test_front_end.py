"""The front end: typed, tested, built from these sources, and never missing from a wheel."""

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guarantor.errors import CannotBuild
from guarantor.web import front_end
from guarantor.web.openapi import description
from tests.front_end import front_end_tool

FRONT_END = front_end.ROOT / "frontend"


def test_the_types_of_the_page_are_those_of_the_interface() -> None:
    """The committed description is what the app serves; `npm run types` makes the types of it."""
    committed = (FRONT_END / "openapi.json").read_text(encoding="utf-8")

    assert committed == f"{description()}\n"


def test_the_committed_types_are_made_from_the_committed_description(tmp_path: Path) -> None:
    """Made anew they are the same."""
    made = tmp_path / "types.ts"
    options = ("--alphabetize", "--root-types", "--root-types-no-schema-prefix")
    front_end_tool("openapi-typescript", "openapi.json", "--output", str(made), *options)

    assert made.read_text("utf-8") == (FRONT_END / "src" / "api" / "types.ts").read_text("utf-8")


def test_the_page_is_typed() -> None:
    """svelte-check finds nothing, not even a warning, accessibility included."""
    front_end_tool("svelte-check", "--fail-on-warnings", "--tsconfig", "./tsconfig.json")


def test_what_the_page_works_out_is_tested() -> None:
    """The tests of the front end pass."""
    assert "passed" in front_end_tool("vitest", "run")


def test_no_component_is_long() -> None:
    """One job each, under 200 lines."""
    lengths = {
        path.name: len(path.read_text("utf-8").splitlines())
        for path in (FRONT_END / "src").rglob("*.svelte")
    }

    assert [name for name, length in lengths.items() if length >= 200] == []


def test_the_first_script_is_small() -> None:
    """150 kB compressed at most; map and screens are loaded when they are gone to."""
    static = front_end.see_to_it()
    index = (static / "index.html").read_text("utf-8")
    first = [path for path in (static / "assets").glob("*.js") if path.name in index]
    sizes = [len(gzip.compress(path.read_bytes())) for path in first]

    assert len(sizes) >= 1
    assert sum(sizes) <= 150_000


def test_no_script_or_style_stands_in_the_page_itself() -> None:
    """The content security policy would refuse it."""
    index = (front_end.see_to_it() / "index.html").read_text("utf-8")

    assert "<style" not in index
    assert index.count("<script") == index.count('<script type="module" crossorigin src=')


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a few sources and no pages."""
    sources = tmp_path / "frontend"
    (sources / "src").mkdir(parents=True)
    for name in ("index.html", "package.json", "package-lock.json", "tsconfig.json", "src/a.ts"):
        (sources / name).write_text(f"{name}\n", encoding="utf-8")
    return tmp_path


def _built(checkout: Path) -> Path:
    """Put pages into a checkout that say that they are made from its sources."""
    static = checkout / "static"
    (static / "single").mkdir(parents=True)
    for name in front_end.NEEDED:
        (static / name).write_text("built", encoding="utf-8")
    digest = front_end.digest(checkout / "frontend")
    (static / front_end.STAMP).write_text(f"{digest}\n", encoding="utf-8")
    return static


def test_pages_are_current_until_a_source_changes(checkout: Path) -> None:
    """What the tests or an editor leave beside the sources changes nothing."""
    static, sources = _built(checkout), checkout / "frontend"
    assert front_end.is_current(static, sources)
    (sources / "test").mkdir()
    (sources / "test" / "a.test.ts").touch()
    assert front_end.is_current(static, sources)

    (sources / "src" / "a.ts").write_text("changed\n", encoding="utf-8")
    assert not front_end.is_current(static, sources)


@pytest.mark.parametrize("missing", [*front_end.NEEDED, front_end.STAMP])
def test_pages_that_lack_something_are_not_built(checkout: Path, missing: str) -> None:
    """An empty front end is none."""
    static = _built(checkout)
    (static / missing).unlink()

    assert not front_end.is_current(static, checkout / "frontend")


def test_an_installed_package_without_its_pages_says_so(tmp_path: Path) -> None:
    """There is nothing to build from."""
    with pytest.raises(CannotBuild, match="installed without its pages; install a wheel"):
        front_end.see_to_it(static=tmp_path / "static", root=tmp_path)


def test_an_installed_package_with_its_pages_needs_no_sources(checkout: Path) -> None:
    """A wheel has no sources; its pages are taken as they are."""
    static = _built(checkout)
    shutil.rmtree(checkout / "frontend")

    assert front_end.see_to_it(static=static, root=checkout) == static


def test_a_build_that_cannot_succeed_keeps_what_was_there(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Node the sentence says what to install; stale pages are not served as new ones."""
    static = _built(checkout)
    (checkout / "frontend" / "src" / "a.ts").write_text("changed\n", encoding="utf-8")
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(sys, "executable", str(checkout / "python"))
    monkeypatch.setattr(front_end, "ROOT", checkout)

    with pytest.raises(CannotBuild, match=r"no Node 20\.19 or newer was found; install it"):
        front_end.see_to_it(static=static, root=checkout)
    assert front_end.is_whole(static)


def test_building_a_wheel_fails_on_stale_pages(checkout: Path) -> None:
    """The hook of the build sees to them with nothing but the standard library."""
    root = front_end.ROOT
    shutil.copy(root / "hatch_build.py", checkout)
    (checkout / "src" / "guarantor" / "web").mkdir(parents=True)
    for name in ("__init__.py", "errors.py", "web/front_end.py"):
        shutil.copy(root / "src" / "guarantor" / name, checkout / "src" / "guarantor" / name)
    code = """
import sys, types
stub = types.ModuleType("hatchling.builders.hooks.plugin.interface")
class BuildHookInterface:
    def __class_getitem__(cls, item): return cls
    class app: display_info = staticmethod(print)
stub.BuildHookInterface = BuildHookInterface
for name in ("hatchling", "hatchling.builders", "hatchling.builders.hooks",
             "hatchling.builders.hooks.plugin"):
    sys.modules[name] = types.ModuleType(name)
sys.modules[stub.__name__] = stub
sys.path.insert(0, ".")
import hatch_build
hatch_build.CustomBuildHook().initialize(sys.argv[1], {})
"""

    def tried(version: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", "-c", code, version],
            cwd=checkout,
            env={"PATH": "/nonexistent"},
            capture_output=True,
            text=True,
            check=False,
        )

    assert tried("editable").returncode == 0
    failed = tried("standard")
    assert failed.returncode != 0
    assert "the pages of the room:" in failed.stderr
