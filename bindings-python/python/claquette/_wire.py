"""Between typed values, plain ones and JSON. Which field has which shape is said by the generated table.

What goes out to the core is never judged here: what is no number, no text or no object is written so that the
core finds it where it stands and says what is wrong.
"""

from __future__ import annotations

import json
import math
import operator
import re
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias, TypeGuard
from uuid import UUID

__all__ = ["Field", "Record", "declare", "to_text"]

#: Deeper than any document that can be read.
DEEPEST: Final = 256
#: The objects and lists that the writing is in, by their identity.
Inside: TypeAlias = tuple[int, ...]
#: Longer than any number that can be read.
LONGEST: Final = 100
PLAIN: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


class Record:
    """A record of the wire format; dictionaries and JSON have the names of the format, such as ``from``.

    >>> from claquette import Amount, Period
    >>> Amount(value="623", unit="km").to_dict()
    {'value': '623', 'unit': 'km'}
    >>> Period.from_json('{"from": "2026-05-04", "to": "2026-05-08"}')
    Period(year=None, from_='2026-05-04', to='2026-05-08')
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        # A record does not change when a list that it was made of does.
        for attribute in fields_of(type(self)).lists:
            value = getattr(self, attribute)
            if value is not None:
                object.__setattr__(self, attribute, kept(value, ()))

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values: exact numbers are texts."""
        plain: dict[str, Any] = write_record(self, ())
        return plain

    def to_json(self) -> str:
        """The record as JSON, on one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))


class Field(NamedTuple):
    """A field of a record."""

    attribute: str
    """Its name in Python."""
    wire: str
    """Its name in the format."""
    shape: Shape
    """What its value looks like."""
    required: bool
    """Whether it must be there."""


class Fields(NamedTuple):
    """The fields of a record."""

    ordered: tuple[Field, ...]
    required: tuple[Field, ...]
    lists: tuple[str, ...]
    by_wire: dict[str, Field]


FIELDS: Final[dict[type[Record], Fields]] = {}


def declare(record: type[Record], *fields: Field) -> None:
    """Says the fields of a record; the generated types do."""
    required = tuple(field for field in fields if field.required)
    lists = tuple(field.attribute for field in fields if isinstance(field.shape, (List, OneOrMany, Texts, Parameters)))
    FIELDS[record] = Fields(fields, required, lists, {field.wire: field for field in fields})


def fields_of(record: type[Record]) -> Fields:
    """The fields of a record, or of what it is a kind of."""
    return next((FIELDS[known] for known in record.__mro__ if known in FIELDS), Fields((), (), (), {}))


class Shape:
    """What a value looks like on the wire."""

    def write(self, value: object, inside: Inside) -> Any:
        """The plain value for the core, whatever the value is."""
        return write_plain(value, inside)

    def read(self, value: Any) -> Any:
        """The typed value of a plain one, if it fits."""
        raise NotImplementedError


class Text(Shape):
    """A text. A date and a UUID are written as texts."""

    def write(self, value: object, inside: Inside) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, UUID) or (isinstance(value, date) and not isinstance(value, datetime)):
            return str(value)
        # Not a text: an object of no fields, so that the core says so. NaN is what a table has for no text at all.
        return {} if is_foreign(value) or is_infinite(value) else write_plain(value, inside)

    def read(self, value: Any) -> Any:
        return value if isinstance(value, str) else misfit("a text", value)


class Word(Text):
    """A word of a closed vocabulary."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    def read(self, value: Any) -> Any:
        if isinstance(value, str) and value in self.words:
            return value
        return misfit("one of its words", value)


class Number(Shape):
    """A decimal: `Decimal`, text, `int`, or `float` by the shortest text that gives it back."""

    def write(self, value: object, inside: Inside) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return value
        if isinstance(value, Decimal):
            return decimal_text(value)
        if isinstance(value, float):
            number = float(value)
            return number if math.isfinite(number) else str(number)
        whole = whole_of(value)
        return write_plain(value, inside) if whole is None else whole_text(whole)

    def read(self, value: Any) -> Any:
        if isinstance(value, str):
            return Decimal(value) if PLAIN.fullmatch(value) else value
        if isinstance(value, (Decimal, int, float)) and not isinstance(value, bool):
            return value
        return misfit("a number", value)


class Exact(Number):
    """A decimal of a result: always a text."""

    def read(self, value: Any) -> Any:
        if isinstance(value, str) and PLAIN.fullmatch(value):
            return Decimal(value)
        return misfit("a decimal as text", value)


class Whole(Shape):
    """A whole number."""

    def read(self, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        return misfit("a whole number", value)


class Flag(Shape):
    """True or false."""

    def read(self, value: Any) -> Any:
        return value if isinstance(value, bool) else misfit("true or false", value)


class TextOrWhole(Text):
    """A text or a whole number."""

    def read(self, value: Any) -> Any:
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return value
        return misfit("a text or a whole number", value)


class Texts(Shape):
    """An object whose fields are texts."""

    def read(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return misfit("an object", value)
        return {key: TEXT.read(item) for key, item in value.items()}


class Parameters(Shape):
    """An object whose fields are texts, whole numbers and lists of texts."""

    def read(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return misfit("an object", value)
        return {key: (NAMES if is_list(item) else TEXT_OR_WHOLE).read(item) for key, item in value.items()}


class List(Shape):
    """A list."""

    def __init__(self, item: Shape) -> None:
        self.item = item

    def write(self, value: object, inside: Inside) -> Any:
        if not is_list(value):
            return write_plain(value, inside)
        here = into(value, inside)
        return None if here is None else [self.item.write(item, here) for item in value]

    def read(self, value: Any) -> Any:
        if not is_list(value):
            return misfit("a list", value)
        read, items = self.item.read, []
        try:
            for item in value:
                items.append(read(item))
        except Misfit as found:
            raise found.within(len(items)) from None
        return tuple(items)


class OneOrMany(Shape):
    """One value, or a list of records in its place."""

    def __init__(self, one: Shape, many: Shape) -> None:
        self.one = one
        self.many = List(many)

    def write(self, value: object, inside: Inside) -> Any:
        return (self.many if is_list(value) else self.one).write(value, inside)

    def read(self, value: Any) -> Any:
        return (self.many if is_list(value) else self.one).read(value)


class Nested(Shape):
    """A record."""

    def __init__(self, record: type[Record]) -> None:
        self.record = record

    def write(self, value: object, inside: Inside) -> Any:
        if not isinstance(value, Mapping):
            return write_plain(value, inside)
        here = into(value, inside)
        if here is None:
            return None
        fields = FIELDS[self.record].by_wire
        plain = {}
        for key, item in value.items():
            field = fields.get(key) if isinstance(key, str) else None
            plain[key_text(key)] = (field.shape if field else ANY).write(item, here)
        return plain

    def read(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return misfit("an object", value)
        fields = FIELDS[self.record].by_wire
        given = {}
        for key, item in value.items():
            field = fields.get(key)
            if field is None:
                raise Misfit(f"no field of {self.record.__name__}").within(key)
            try:
                given[field.attribute] = field.shape.read(item)
            except Misfit as found:
                raise found.within(key) from None
        for field in FIELDS[self.record].required:
            if field.attribute not in given:
                raise Misfit(f"the field `{field.wire}` of {self.record.__name__} is missing")
        return self.record(**given)


class Choice(Shape):
    """An object with exactly one of its fields; in Python, the record itself."""

    def __init__(self, **records: type[Record]) -> None:
        self.shapes = {wire: Nested(record) for wire, record in records.items()}
        self.names = {record: wire for wire, record in records.items()}

    def write(self, value: object, inside: Inside) -> Any:
        if isinstance(value, Record) and (name := self.name_of(type(value))):
            return {name: write_record(value, inside)}
        here = into(value, inside)
        if here is None or not isinstance(value, Mapping):
            return write_plain(value, inside)
        return {key_text(key): self.shape_of(key).write(item, here) for key, item in value.items()}

    def name_of(self, record: type[Record]) -> str | None:
        """The name of a record, or of what it is a kind of, among the choices."""
        return next((self.names[known] for known in record.__mro__ if known in self.names), None)

    def shape_of(self, key: object) -> Shape:
        """The shape of a field."""
        return self.shapes.get(key, ANY) if isinstance(key, str) else ANY

    def read(self, value: Any) -> Any:
        if not isinstance(value, Mapping) or len(value) != 1:
            return misfit("an object of exactly one field", value)
        ((name, item),) = value.items()
        try:
            if name not in self.shapes:
                raise Misfit("no such choice")
            return self.shapes[name].read(item)
        except Misfit as found:
            raise found.within(name) from None


ANY: Final = Shape()
TEXT: Final = Text()
NUMBER: Final = Number()
EXACT: Final = Exact()
WHOLE: Final = Whole()
FLAG: Final = Flag()
TEXTS: Final = Texts()
TEXT_OR_WHOLE: Final = TextOrWhole()
NAMES: Final = List(TEXT)
PARAMETERS: Final = Parameters()


def write_record(record: Record, inside: Inside) -> Any:
    """A record as plain values; a field that holds nothing is left out."""
    here = into(record, inside)
    if here is None:
        return None
    plain = {}
    for attribute, wire, shape, _ in fields_of(type(record)).ordered:
        value = getattr(record, attribute)
        if value is not None:
            plain[wire] = shape.write(value, here)
    return plain


def write_plain(value: object, inside: Inside) -> Any:
    """A value as plain values, where nothing says what it should be."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, Record):
        return write_record(value, inside)
    if isinstance(value, Mapping) or is_list(value):
        here = into(value, inside)
        if here is None:
            return None
        if isinstance(value, Mapping):
            return {key_text(key): write_plain(item, here) for key, item in value.items()}
        return [write_plain(item, here) for item in value]
    if isinstance(value, (float, Decimal)):
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        return number if math.isfinite(number) else text_of(value)
    whole = whole_of(value)
    if whole is not None:
        return whole if whole.bit_length() < 4 * LONGEST else whole_text(whole)
    return text_of(value)


def kept(value: object, inside: Inside) -> object:
    """What a record keeps of a list or an object: a copy, also of what is in it. A record in it never changes."""
    if isinstance(value, Record) or not (isinstance(value, Mapping) or is_list(value)):
        return value
    here = into(value, inside)
    if here is None:
        return value
    if isinstance(value, Mapping):
        return {key: kept(item, here) for key, item in value.items()}
    return tuple(kept(item, here) for item in value)


def into(value: object, inside: Inside) -> Inside | None:
    """What the writing is in once it is in a value; nothing where a value holds itself, or is too deep."""
    here = id(value)
    return None if here in inside or len(inside) >= DEEPEST else (*inside, here)


def is_list(value: object) -> TypeGuard[Collection[object]]:
    """Whether a value is a list of some kind: one of known length that is no text and no object."""
    if isinstance(value, (list, tuple)):
        return True
    if isinstance(value, (str, dict)):
        return False
    return isinstance(value, Collection) and not isinstance(value, (bytes, bytearray, Mapping))


def is_foreign(value: object) -> bool:
    """Whether a value is of none of the types that JSON has."""
    known = value is None or isinstance(value, (str, bool, float, Decimal, Mapping, Record))
    return not known and not is_list(value) and whole_of(value) is None


def is_infinite(value: object) -> bool:
    """Whether a value is a number of no finite value, such as NaN."""
    if isinstance(value, Decimal):
        return not value.is_finite()
    return isinstance(value, float) and not math.isfinite(value)


def whole_of(value: object) -> int | None:
    """The whole number that a value stands for."""
    if isinstance(value, int):
        return int(value)
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except Exception:  # whatever a foreign class raises: it is no whole number
        return None


def whole_text(whole: int) -> str:
    """The text of a whole number; one that is far too long is written so that it is no number."""
    return str(whole) if whole.bit_length() < 4 * LONGEST else hex(whole)[:LONGEST]


def decimal_text(value: Decimal) -> str:
    """The text of a decimal, without an exponent unless it is far too large or small. All its digits are counted."""
    return format(value, "f") if value.is_finite() and abs(value.adjusted()) < LONGEST else str(value)


def text_of(value: object) -> str:
    """What a value says of itself."""
    try:
        return str(value)
    except Exception:  # whatever a foreign class raises: the core still says where it stands
        return type(value).__name__


def key_text(key: object) -> str:
    """The name of a field."""
    return key if isinstance(key, str) else text_of(key)


def to_text(plain: object) -> str:
    """The JSON of plain values, on one line, in ASCII: half a character, too, reaches the core."""
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":"))


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose fields is given twice."""
    fields = dict(pairs)
    if len(fields) != len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = next(name for name in times if times[name] > 1)
        raise Misfit(f"the field `{twice}` is given twice")
    return fields


class Misfit(Exception):
    """What does not fit a type; where it stands is gathered on the way out."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.path = ""

    def within(self, segment: object) -> Misfit:
        """The same, a level further out."""
        self.path = f"/{segment}{self.path}"
        return self

    def __str__(self) -> str:
        return f"{self.path or 'the document'}: {self.what}"


def misfit(wanted: str, value: object) -> Any:
    """Says that a value does not fit a type."""
    raise Misfit(f"should be {wanted}, not {text_of(value)[:64]!r}")
