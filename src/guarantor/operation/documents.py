"""Shape of ``documents.csv``: which documents are on record, and whose reports they are."""

import re
from dataclasses import dataclass

from guarantor.model import PUBLIC, DateBasis, KnownDocument
from guarantor.operation.evidence import Address
from guarantor.operation.nodes import Node
from guarantor.operation.reading import Reading, Target, shown
from guarantor.operation.shapes import Key, Record, Schema, Values, scalar_of
from guarantor.operation.words import Day, Id, Joined, Reference, Text, Word

_HASH = re.compile(r"[0-9a-f]{64}")
_AUDIENCES = Joined(Reference(Target.AUDIENCE, words=frozenset({PUBLIC})))


@dataclass(frozen=True, slots=True)
class Hash:
    """A SHA-256 in hexadecimal."""

    def read(self, node: Node, reading: Reading) -> str:
        """Read a hash."""
        scalar = scalar_of(node, reading, "a hash")
        if not _HASH.fullmatch(scalar.text):
            sentence = (
                f"{shown(scalar.text)} is no SHA-256; write 64 of 0-9 and a-f, or leave it empty"
            )
            raise reading.fault(scalar.place, sentence)
        return scalar.text

    def schema(self) -> Schema:
        """Return the pattern of hashes."""
        return {"type": "string", "pattern": f"^{_HASH.pattern}$"}


def _document(values: Values) -> KnownDocument:
    if (values["published_on"] is None) != (values["date_basis"] is None):
        sentence = "a day of publication and its basis stand together; give both or neither"
        raise values.fault(sentence, at="id")
    return KnownDocument(**{**values.given, "origin": values["origin"] or values["id"]})


DOCUMENT = Record(
    "document",
    (
        Key("id", Id("document"), "id", is_required=True),
        Key(
            "source",
            Address(),
            "address of the page, or documents/… within the folder",
            is_required=True,
        ),
        Key("title", Text(), "title", default=""),
        Key("site", Text(), "site: who published it", default=""),
        Key("published_on", Day(), "day that it bears", "nobody knows it"),
        Key(
            "date_basis",
            Word("date basis", tuple(DateBasis)),
            "basis of that day: page or inferred",
            "there is no day",
        ),
        Key(
            "origin",
            Text(),
            "origin: id of the document whose report it repeats, or that report in words",
            "a report of its own",
            default="",
        ),
        Key("reason", Text(), "reason: why it has that origin", default=""),
        Key(
            "releasable_to",
            _AUDIENCES,
            "audiences that may see what only it says, joined by ;",
            PUBLIC,
            default=(PUBLIC,),
        ),
        Key("sha256", Hash(), "SHA-256 of the bytes that it was read from", "none", default=""),
        Key("read_from", Text(), "name of the file that it was read from", default=""),
    ),
    _document,
    is_row=True,
)
