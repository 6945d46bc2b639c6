"""What the package is made of: its dependencies, their locks and its version."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import guarantor

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("run", "test", "dev")


def _plain(name: str) -> str:
    """Return a distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _names(requirements: list[str]) -> set[str]:
    return {_plain(re.split(r"[\s\[<>=!~;]", line, maxsplit=1)[0]) for line in requirements}


def _lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def _pins(name: str) -> set[str]:
    """Return the pins of a lock, without their markers and hashes."""
    return set(re.findall(r"^[a-z]\S*==\S+", _lock(name), re.MULTILINE))


def _imported(node: ast.AST) -> set[str]:
    """Return the modules that a statement imports, by their first names."""
    match node:
        case ast.Import():
            return {alias.name.split(".")[0] for alias in node.names}
        case ast.ImportFrom(module=str(module)):
            return {module.split(".")[0]}
        case _:
            return set()


def _imports(folder: Path) -> tuple[set[str], set[str]]:
    """Return what the modules of a folder import at all, and what of it outside of functions."""
    everywhere: set[str] = set()
    outside: set[str] = set()
    for path in folder.rglob("*.py"):
        waiting: list[tuple[ast.AST, bool]] = [(ast.parse(path.read_text(encoding="utf-8")), False)]
        while waiting:
            node, is_within = waiting.pop()
            everywhere |= _imported(node)
            if not is_within:
                outside |= _imported(node)
            within = is_within or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            waiting += [(child, within) for child in ast.iter_child_nodes(node)]
    return everywhere, outside


def _undeclared(modules: set[str], declared: set[str]) -> set[str]:
    """Return the modules that come from distributions that are not declared."""
    given_by = packages_distributions()
    return {
        module
        for module in modules - sys.stdlib_module_names - {"benchmarks", "guarantor", "tests"}
        if declared.isdisjoint(_plain(name) for name in given_by.get(module, []))
    }


def test_the_package_imports_only_what_it_declares() -> None:
    """The lock for running holds no more than that: an undeclared import fails for the user."""
    _, outside = _imports(ROOT / "src")

    assert _undeclared(outside, _names(PYPROJECT["project"]["dependencies"])) == set()


def test_extras_are_imported_only_within_the_functions_that_need_them() -> None:
    """Everything else works without them."""
    everywhere, _ = _imports(ROOT / "src")
    extras = PYPROJECT["project"]["optional-dependencies"].values()
    declared = PYPROJECT["project"]["dependencies"] + [name for extra in extras for name in extra]

    # Where an extra is not installed nobody can tell which distribution a module is from.
    assert _undeclared(everywhere, _names(declared)) <= _names(declared)


def test_the_tests_import_only_what_is_declared() -> None:
    """Tests may use what the package uses, and the group for tests."""
    declared = PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["test"]

    everywhere, _ = _imports(ROOT / "tests")
    assert _undeclared(everywhere, _names(declared)) == set()


def test_each_dependency_is_explained() -> None:
    """One line each in the docs says why it is there and under which licence."""
    page = (ROOT / "docs" / "reference" / "dependencies.md").read_text(encoding="utf-8")
    groups = [
        PYPROJECT["project"]["dependencies"],
        *PYPROJECT["project"]["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
    ]

    unexplained = {name for group in groups for name in _names(group) if name not in _plain(page)}
    assert unexplained == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index(name: str) -> None:
    """Where packages come from is the user's setting, not ours."""
    assert "://" not in _lock(name)
    assert "index" not in _lock(name)


@pytest.mark.parametrize("name", LOCKS)
def test_each_pin_of_a_lock_has_a_hash(name: str) -> None:
    """Each pinned line goes on with at least one hash."""
    pins = re.findall(r"^[a-z].*==.*\n(.*)", _lock(name), re.MULTILINE)

    assert len(pins) == len(_pins(name))
    assert all(line.startswith("    --hash=sha256:") for line in pins)


def test_the_locks_are_one_inside_the_other() -> None:
    """What is tested is what is run, at the same versions."""
    assert _pins("run") < _pins("test") < _pins("dev")


def test_the_version_is_said_once_in_the_code_and_once_for_the_package() -> None:
    """A checkout is not installed, so the code cannot ask the installer for its version."""
    assert guarantor.__version__ == PYPROJECT["project"]["version"]
