"""The folder: read, checked and written back."""

from guarantor.operation.bundled import BUNDLED, bundled
from guarantor.operation.check import Checked, build, check_folder, open_folder
from guarantor.operation.folder import Folder, read_folder
from guarantor.operation.json_schemas import SCHEMA_NAMES, schema
from guarantor.operation.starting import start_folder
from guarantor.operation.writing import write_pieces

__all__ = [
    "BUNDLED",
    "SCHEMA_NAMES",
    "Checked",
    "Folder",
    "build",
    "bundled",
    "check_folder",
    "open_folder",
    "read_folder",
    "schema",
    "start_folder",
    "write_pieces",
]
