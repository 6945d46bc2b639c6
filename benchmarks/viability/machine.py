"""The machine and the versions that a measurement was made on; nothing that tells whose it is."""

import os
import platform
import shutil
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

_PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_PACKAGES = ("numpy", "numba", "problog", "pysdd")


def machine() -> dict[str, str]:
    """Return the processor, the cores that may be used and the memory."""
    pages, page_bytes = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{pages * page_bytes / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
    }


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def versions() -> dict[str, str]:
    """Return the version of everything that is timed, ``absent`` where it is not installed."""
    project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    found = {"guarantor": str(project["version"]), "Python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return {**found, "scram": _scram()}


def _scram() -> str:
    program = shutil.which("scram")
    if program is None:
        return "absent"
    said = subprocess.run((program, "--version"), capture_output=True, text=True, check=False)
    return said.stdout.split("(")[0].removeprefix("SCRAM").strip()
