"""The description of the interface: ``python -m guarantor.web.openapi`` prints it as JSON.

The types of the front end are made from it.
"""

import json
import sys

from guarantor.web.app import make_app


def description() -> str:
    """Return the OpenAPI document, the same text for the same interface."""
    return json.dumps(make_app("example").openapi(), ensure_ascii=False, indent=2, sort_keys=True)


if __name__ == "__main__":
    sys.stdout.write(f"{description()}\n")
