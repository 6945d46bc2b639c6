"""Writes the documents on which the page's engine is timed.

``python -m benchmarks.web.documents FOLDER``; then, in ``frontend``, ``node bench/run.mjs FOLDER``.
"""

import json
import sys
from pathlib import Path

from benchmarks.viability.generator import coalition
from guarantor.operation import bundled, open_folder
from guarantor.room import Options, compile_diagram, structure
from guarantor.room.structures import structure_of


def main(folder: Path) -> None:
    """Write the bundled operation's documents, and the structure of a drawn coalition."""
    folder.mkdir(parents=True, exist_ok=True)
    operation = open_folder(bundled("ukraine-2025"))[0]
    drawn = coalition(parties=60, contributions=2000, seed=1)
    documents = {
        "ukraine-2025.diagram": compile_diagram(operation, Options()),
        "ukraine-2025.structure": structure(operation, Options()),
        "drawn-60-2000.structure": structure_of(drawn, drawn.valid_on),
    }
    for name, document in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
