"""What crosses to the core and back: documents, results, refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TypeAlias, TypeVar

from claquette import _native
from claquette._types import CalculationError, Production, Record, Refusal
from claquette._wire import Nested, to_text

R = TypeVar("R", bound=Record)

Typed: TypeAlias = Production | Mapping[str, object] | str | bytes
"""A production: typed, as plain values, or as JSON."""

PRODUCTION: Final = Nested(Production)


def document(production: object) -> bytes:
    """The JSON of a production, whatever it is."""
    if isinstance(production, str):
        return production.encode("utf-8", "surrogatepass")
    if isinstance(production, (bytes, bytearray, memoryview)):
        return bytes(production)
    return to_text(PRODUCTION.write(production, ())).encode("ascii")


def table(csv: str | bytes) -> str:
    """The text of a table."""
    if isinstance(csv, str):
        return csv
    try:
        return str(csv, "utf-8")
    except UnicodeDecodeError as error:
        raise CalculationError(f"the table is not UTF-8 text from byte {error.start} on") from None


def text_of(name: str, text: object) -> str:
    """A text that is asked for by this name."""
    if isinstance(text, str):
        return text
    raise CalculationError(f"`{name}` is of type {type(text).__name__}; it is a text")


def bytes_of(name: str, given: object, what: str) -> bytes:
    """The bytes that are asked for by this name."""
    if isinstance(given, (bytes, bytearray, memoryview)):
        return bytes(given)
    raise CalculationError(f"`{name}` is of type {type(given).__name__}; {what}")


def read(record: type[R], text: str) -> R:
    """A result that the core wrote."""
    return record.from_dict(json.loads(text))


def read_all(record: type[R], text: str) -> tuple[R, ...]:
    """A list of results that the core wrote."""
    return tuple(record.from_dict(plain) for plain in json.loads(text))


@contextmanager
def errors() -> Iterator[None]:
    """Gives what the core refuses its type."""
    try:
        yield
    except _native.Refused as refused:
        message, text = refused.args
        refusal = read(Refusal, text)
        raise CalculationError(message, tuple(refusal.diagnostics), refusal.more) from None
