"""What the library says of itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from claquette import _native
from claquette._border import errors
from claquette._types import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """A kind of problem."""

    code: str
    """The stable code."""
    severity: Severity
    """Whether it stops a computation."""
    parameters: tuple[str, ...]
    """The names of its parameters."""
    fr: str
    """The French message, with its parameters in braces."""
    en: str
    """The English message, with its parameters in braces."""


def catalogue() -> tuple[CatalogueRow, ...]:
    """Every kind of problem that an input can have.

    >>> from claquette import catalogue
    >>> next(row for row in catalogue() if row.code == "duplicate-field").en
    'the field `{field}` is given twice'
    """
    rows = json.loads(_native.catalogue())
    return tuple(CatalogueRow(**{**row, "parameters": tuple(row["parameters"])}) for row in rows)


def schema(name: Literal["production", "footprint", "summary", "refusal"]) -> str:
    """A published JSON Schema.

    >>> import json
    >>> from claquette import schema
    >>> json.loads(schema("production"))["required"]
    ['format', 'kind', 'lines']
    """
    with errors():
        return _native.schema(name)


def version() -> str:
    """The name and the version of the engine, as results carry it.

    >>> from claquette import version
    >>> version().split()[0]
    'claquette'
    """
    return _native.version()
