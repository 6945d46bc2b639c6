"""Shapes: what may stand at a place of the folder, declared once.

A shape reads a node into a value and notes what is wrong with it, and it gives its own JSON Schema.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from guarantor.operation.nodes import Hole, Keyed, Listed, Node, Place, Scalar, Sort
from guarantor.operation.reading import Reading, Unread, a, shown

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]


class Shape(Protocol[T_co]):
    """What may stand at a place."""

    def read(self, node: Node, reading: Reading) -> T_co:
        """Return the value of a node.

        Raises:
            Unread: The node has no such value, and the fault is noted.
        """
        ...

    def schema(self) -> Schema:
        """Return the shape as JSON Schema."""
        ...


def scalar_of(node: Node, reading: Reading, wanted: str) -> Scalar:
    """Return a node that has to be one value, and not nothing."""
    match node:
        case Scalar(sort=Sort.NOTHING):
            raise reading.fault(node.place, f"nothing stands here; give {wanted}")
        case Scalar():
            return node
        case Hole():
            raise Unread
        case Keyed():
            raise reading.fault(node.place, f"a mapping stands here; give {wanted}")
        case Listed():
            raise reading.fault(node.place, f"a list stands here; give {wanted}")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record.

    Attributes:
        name: The key as the folder writes it.
        shape: What it holds.
        says: What it says, as a noun phrase, with its unit and range.
        left_out: What leaving it out means, as a sentence.
        is_required: Whether it has to be there.
        default: What leaving it out gives.
        is_above: Whether the folder writes it above the mapping, as the name of a requirement set;
            a ledger keeps it within.
    """

    name: str
    shape: Shape[Any]
    says: str
    left_out: str = ""
    is_required: bool = False
    default: Any = None
    is_above: bool = False

    def schema(self) -> Schema:
        """Return the key's schema with its description."""
        says = f"{self.says[0].upper()}{self.says[1:]}."
        more = f" Left out: {self.left_out}." if self.left_out else ""
        return {"description": says + more, **self.shape.schema()}


@dataclass(frozen=True, slots=True)
class Values:
    """What the keys of one record gave."""

    given: Mapping[str, Any]
    node: Keyed
    reading: Reading

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - each key has its own type
        return self.given[name]

    def place(self, name: str) -> Place:
        """Return where the value of a key stands; the record's place where it is left out."""
        inner = self.node.get(name)
        return self.node.place if inner is None else inner.place

    def fault(self, sentence: str, *, at: str) -> Unread:
        """Note what is wrong with the value of a key."""
        return self.reading.fault(self.place(at), sentence)


def is_empty(node: Node) -> bool:
    """Tell whether a node is an empty text, as a column of a CSV file is where nothing is given."""
    return isinstance(node, Scalar) and node.sort is Sort.TEXT and not node.text


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """A mapping with known keys.

    Attributes:
        called: What a sentence calls it, such as ``contribution``.
        keys: Its keys.
        build: Makes the value from what the keys gave.
        elsewhere: Keys that do not stand here, with what to do instead.
        is_row: Whether it is a row of a CSV file, in which an empty text is a key left out.
        besides: What its schema says besides its keys.
    """

    called: str
    keys: tuple[Key, ...]
    build: Callable[[Values], T]
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    is_row: bool = False
    besides: Schema = field(default_factory=dict)

    def read(self, node: Node, reading: Reading) -> T:
        """Read a mapping key by key; every key's faults are noted."""
        if isinstance(node, Hole):
            raise Unread
        if not isinstance(node, Keyed):
            names = ", ".join(self._names[:3])
            sentence = f"{a(self.called)} is a mapping with keys such as {names}; write it as one"
            raise reading.fault(node.place, sentence)
        self._check_names(node, reading)
        given: dict[str, Any] = {}
        for key in self.keys:
            try:
                given[key.name] = self._value(key, node, reading)
            except Unread:
                continue
        if len(given) < len(self.keys):
            raise Unread
        return self.build(Values(given, node, reading))

    def _check_names(self, node: Keyed, reading: Reading) -> None:
        known = {key.name for key in self.keys}
        for scalar, inner in node.items:
            if scalar.text not in known:
                remedy = self._remedy(scalar, inner, reading)
                sentence = f"{shown(scalar.text)} is no key of {a(self.called)}; {remedy}"
                reading.fault(scalar.place, sentence)

    @property
    def _names(self) -> list[str]:
        return [key.name for key in self.keys if not key.is_above]

    def _remedy(self, key: Scalar, value: Node, reading: Reading) -> str:
        is_valueless = isinstance(value, Scalar) and value.sort is Sort.NOTHING
        if is_valueless and not key.text.isidentifier():
            return "within { } put a text or condition that holds a comma in quotes"
        near = self.elsewhere.get(key.text) or reading.nearest(key.text, self._names)
        return near or f"its keys are {', '.join(self._names)}"

    def _value(self, key: Key, node: Keyed, reading: Reading) -> Any:  # noqa: ANN401 - as the key's
        inner = node.get(key.name)
        if inner is None or (self.is_row and is_empty(inner)):
            if not key.is_required:
                return key.default
            place = node.place if inner is None else inner.place
            sentence = f"this {self.called} lacks {key.name}; give the {key.says}"
            raise reading.fault(place, sentence)
        if isinstance(inner, Scalar) and inner.sort is Sort.NOTHING:
            place = next(scalar.place for scalar, _ in node.items if scalar.text == key.name)
            or_not = "" if key.is_required else ", or take the key out"
            sentence = f"{key.name} has no value; give the {key.says}{or_not}"
            raise reading.fault(place, sentence)
        return key.shape.read(inner, reading)

    def schema(self) -> Schema:
        """Return an object's schema, as the folder writes it; other keys are refused."""
        keys = [key for key in self.keys if not key.is_above]
        return {
            "type": "object",
            "properties": {key.name: self._key_schema(key) for key in keys},
            "required": [key.name for key in keys if key.is_required or self.is_row],
            "additionalProperties": False,
            **self.besides,
        }

    def _key_schema(self, key: Key) -> Schema:
        schema = key.schema()
        if not self.is_row or key.is_required:
            return schema
        description = schema.pop("description")
        return {"description": description, "anyOf": [{"const": ""}, schema]}


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of one shape."""

    item: Shape[T]
    wanted: str

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Read every item; every item's faults are noted."""
        if isinstance(node, Hole):
            raise Unread
        if not isinstance(node, Listed):
            remedy = (
                f"write [{shown(node.text)}]" if isinstance(node, Scalar) else "write - before each"
            )
            raise reading.fault(node.place, f"{self.wanted} is wanted here; {remedy}")
        values: list[T] = []
        for inner in node.items:
            try:
                values.append(self.item.read(inner, reading))
            except Unread:
                continue
        if len(values) < len(node.items):
            raise Unread
        return tuple(values)

    def schema(self) -> Schema:
        """Return an array's schema."""
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """A mapping whose keys are names that the folder chooses."""

    name: Shape[str]
    value: Shape[T]
    wanted: str

    def read(self, node: Node, reading: Reading) -> dict[str, T]:
        """Read every name and every value; the faults of each are noted."""
        if isinstance(node, Hole):
            raise Unread
        if not isinstance(node, Keyed):
            raise reading.fault(node.place, f"{self.wanted} is wanted here; write name: value")
        values: dict[str, T] = {}
        for scalar, inner in node.items:
            try:
                values[self.name.read(scalar, reading)] = self.value.read(inner, reading)
            except Unread:
                continue
        if len(values) < len(node.items):
            raise Unread
        return values

    def schema(self) -> Schema:
        """Return an object's schema with free names."""
        return {
            "type": "object",
            "propertyNames": self.name.schema(),
            "additionalProperties": self.value.schema(),
        }
