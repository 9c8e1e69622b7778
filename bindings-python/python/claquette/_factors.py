"""A look into factors: search, explanation, difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claquette import _native
from claquette._border import errors, read, text_of
from claquette._references import References, handle
from claquette._types import CalculationError, FactorDifference, FactorSearch

if TYPE_CHECKING:
    from claquette._footprint import Language


def search(text: str, references: References | None = None, most: int = 40) -> FactorSearch:
    """The factors that a few words in French or English are about, the best first, so many at most.

    Each word must be found: in names, keys, place, unit, year, note or source. Case, accents and a slip of the
    keyboard do not count.

    >>> from claquette import search
    >>> found = search("electricite france 2024")
    >>> found.found[0].id, found.found[0].value, found.found[0].keys
    ('electricity.fr.2024.ademe', Decimal('0.0519'), ('energy.electricity',))
    """
    if not isinstance(most, int) or not 0 <= most < 2**32:
        raise CalculationError(f"`most` is {most!r}; it is a whole number from 0 to 4294967295")
    return read(FactorSearch, _native.search(handle(references), text_of("text", text), most))


def explain(factor: str, language: Language, references: References | None = None) -> str:
    """One factor in a paragraph, by its identifier: what it covers, its parts and gases, its source.

    >>> from claquette import CalculationError, explain
    >>> explain("train.fr.tgv.2022.ademe", "en").split(":")[0]
    'TGV high-speed train, 2022'
    >>> try:
    ...     explain("train.fr.tvg.2022.ademe", "en")
    ... except CalculationError as error:
    ...     print(error.diagnostics[0].code, error.diagnostics[0].suggestion)
    unknown-factor train.fr.tgv.2022.ademe
    """
    with errors():
        return _native.explain(handle(references), text_of("factor", factor), text_of("language", language))


def difference(before: References | None, after: References | None) -> FactorDifference:
    """What was added, removed and changed between two collections of factors; `None` is the bundled one.

    >>> from claquette import References, difference
    >>> mine = '''id,key,place,year,unit,value,source
    ... train.fr.tgv.2022.ademe,transport.train.high-speed,FR,2022,kgCO2e/passenger.km,0.002051,mine
    ... '''
    >>> changed = difference(None, References.bundled().with_set("mine", mine)).changed
    >>> changed[0].after.id, changed[0].relative  # 0.002051 ÷ 0.00293 = 0.7
    ('train.fr.tgv.2022.ademe', Decimal('-0.3'))
    """
    return read(FactorDifference, _native.difference(handle(before), handle(after)))
