"""Importers: a published base of factors, as its bytes, becomes a set."""

from __future__ import annotations

from collections.abc import Mapping

from claquette import _native
from claquette._border import bytes_of, errors, read, table, text_of
from claquette._references import References, handle
from claquette._types import ImportedBase


def import_base(
    file: str,
    content: bytes,
    references: References | None = None,
    maps: Mapping[str, str | bytes] | None = None,
) -> ImportedBase:
    """Reads an export of the Base Carbone, the flat file of the British factors, or a set of your own.

    `file` is the name that problems name. `csv` of what comes back is a table for `References.with_set`. The key
    maps say which rows serve which keys: the bundled ones, or your own by the names of their files
    (`base-carbone.csv`, `desnz.csv`). A file whose structure is not as it should be is a `CalculationError`, with
    line and column.

    >>> from claquette import References, import_base
    >>> export = b'''ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025
    ... 29_600_4016_13_1,Scope 3,Hotel stay,Hotel stay,France,,,Room per night,kg CO2e,6.7
    ... ,END,,,,,,,,
    ... '''
    >>> imported = import_base("flat-2025.csv", export)
    >>> imported.base, imported.factors, [row.reason for row in imported.skipped]
    ('desnz', 1, ['blank'])
    >>> references = References.bundled().with_set("DESNZ 2025", imported.csv)
    >>> [row.name for row in references.hashes()][0]
    'DESNZ 2025'
    """
    pairs = None if maps is None else [(name, table(csv)) for name, csv in maps.items()]
    export = bytes_of("content", content, "it is the bytes of the file, as `open(file, 'rb').read()` gives them")
    with errors():
        return read(ImportedBase, _native.import_base(handle(references), text_of("file", file), export, pairs))
