"""The footprint of a production."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Literal, TypeAlias

from claquette import _native
from claquette._border import Typed, bytes_of, document, errors, read, read_all
from claquette._check import Limits, given
from claquette._references import References, handle
from claquette._types import (
    Account,
    Aviation,
    BudgetCoverage,
    CalculationError,
    Completeness,
    ElectricityMethod,
    FactorSpread,
    FootprintDiscrepancy,
    FootprintIndicators,
    FootprintSummary,
    FootprintUncertainty,
    FootprintValue,
    FootprintVariance,
    FootprintVerification,
    FootprintView,
    Gwp,
    Part,
    Unpriced,
)

Language: TypeAlias = Literal["fr", "en"]
"""The languages that people read."""


def compute(
    production: Typed,
    references: References | None = None,
    unpriced: Unpriced = "refuse",
    electricity: ElectricityMethod = "location",
    gwp: Gwp = "published",
    aviation: Aviation = "by-place",
    limits: Limits | None = None,
) -> Footprint:
    """Computes the footprint of a production: typed, as plain values, or as JSON.

    What is not sound, and a line without a factor unless `unpriced` is `exclude`, is a `CalculationError`.

    >>> from claquette import Amount, Electricity, Line, Period, Production, compute
    >>> meter = Electricity(energy=Amount(value="120000", unit="kWh"))
    >>> production = Production(
    ...     format=1, kind="news", place="FR", period=Period(year=2024), lines=[Line(id="L1", what=meter)]
    ... )
    >>> compute(production).total()  # 120,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024)
    Decimal('6228')

    Electricity is taken at the average of its grid, or, with `electricity="market"`, by its contract.

    >>> from dataclasses import replace
    >>> from claquette import Contract
    >>> studio = Contract(
    ...     id="studio", value="0.02", unit="kgCO2e/kWh", source="its supplier, 2024", evidence="certificate 7"
    ... )
    >>> supplied = replace(production, contracts=[studio], contract="studio")
    >>> compute(supplied).total(), compute(supplied, electricity="market").total()  # 120,000 kWh × 0.02
    (Decimal('6228'), Decimal('2400'))

    Gases have the warming potentials of each source, or, with `gwp="ar5"` or `gwp="ar6"`, those of that report; the
    result names what cannot be restated.

    >>> from claquette import Refrigerant
    >>> leak = Refrigerant(fluid="r32", mass=Amount(value="2", unit="kg"))
    >>> leaking = replace(production, lines=[Line(id="L1", what=leak)])
    >>> compute(leaking).total(), compute(leaking, gwp="ar6").total()  # 2 kg × 677 (AR5), × 771 (AR6)
    (Decimal('1354'), Decimal('1542'))

    All flights are priced in one way: that of the place of the production, or, with `aviation`, `by-seats` and distance or
    `by-haul`, by territory.

    >>> from claquette import Plane
    >>> crossing = replace(production, lines=[Line(id="L1", what=Plane(from_="CDG", to="JFK", passengers=1))])
    >>> compute(crossing).total()  # 5,849 km × 0.151 kgCO2e/passenger.km, of more than 220 seats (Base Carbone 43773)
    Decimal('883.199')
    """
    with errors():
        tables, most = handle(references), given(limits)
        return Footprint(_native.compute(document(production), tables, unpriced, electricity, gwp, aviation, most))


def extract(
    production: Typed,
    references: References | None = None,
    unpriced: Unpriced = "refuse",
    electricity: ElectricityMethod = "location",
    gwp: Gwp = "published",
    aviation: Aviation = "by-place",
    limits: Limits | None = None,
) -> dict[str, str]:
    """The rows of the tables that the footprint of a production rests on, by the names of their files.

    It takes what `compute` takes. `References.read_extract` reads the rows, and with them the same production has
    the same footprint, without the whole tables.

    >>> from claquette import extract
    >>> rows = extract({
    ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
    ... })
    >>> [row.split(",")[0] for row in rows["0/hotel.csv"].splitlines()]
    ['id', 'hotel.fr.2024.desnz']
    """
    with errors():
        tables, most = handle(references), given(limits)
        return dict(_native.extract(document(production), tables, unpriced, electricity, gwp, aviation, most))


def restored(text: bytes) -> Footprint:
    """A footprint that was pickled or posted: it was computed once, so no limit but that of memory holds for it."""
    return Footprint.from_json(text, Limits(bytes=2**32 - 1, items=2**32 - 1))


class Footprint:
    """The footprint of a production: exact masses in kgCO2e, and everything that explains them.

    It is a value: it holds no tables and no production, never changes, and is equal to another one with the same
    content. It can be written and read back, pickled, and sent to another process.

    >>> from claquette import compute
    >>> footprint = compute({
    ...     "format": 1, "kind": "news", "place": "GB", "period": {"year": 2024}, "shooting_days": 2,
    ...     "lines": [{"id": "L1", "what": {"plane": {"distance": {"value": 1000, "unit": "km"}, "passengers": 2}}}],
    ... })
    >>> footprint
    <Footprint 418 kg CO2e, complete>
    >>> footprint.status
    'complete'
    >>> footprint.indicators().per_shooting_day
    Decimal('208.78')
    """

    __slots__ = ("_handle",)
    _handle: _native.Footprint

    def __init__(self, native: _native.Footprint) -> None:
        """The footprint of a handle; `compute` makes one."""
        self._handle = native

    @property
    def status(self) -> Completeness:
        """Whether every line is in it."""
        status: Completeness = self._handle.status()
        return status

    def total(self, account: Account = "counted") -> Decimal:
        """The exact total of an account. Accounts are never netted."""
        with errors():
            return Decimal(self._handle.total(account))

    def view(self, axis: str, account: Account = "counted", without: Collection[Part] = ()) -> FootprintView:
        """An account seen along an axis, such as `post`, `work` or `label:unit`, without some life-cycle parts.

        >>> from claquette import compute
        >>> footprint = compute({
        ...     "format": 1, "kind": "news", "place": "GB", "period": {"year": 2024}, "lines":
        ...     [{"id": "L1", "what": {"plane": {"distance": {"value": 1000, "unit": "km"}, "passengers": 2}}}],
        ... })
        >>> dry = footprint.view("post", without=["contrails"])
        >>> dry.groups[0].group, dry.groups[0].kgco2e, dry.left_out
        ('transport', Decimal('265.2'), Decimal('152.36'))
        >>> footprint.view("posts")
        Traceback (most recent call last):
          ...
        claquette._types.CalculationError: unknown axis `posts`; allowed: account, post, section, phase, \
country, kind, work, part, gas, label: and the name of a label
        """
        parts: list[str] = [without] if isinstance(without, str) else list(without)
        with errors():
            return read(FootprintView, self._handle.view(axis, account, parts))

    def indicators(self) -> FootprintIndicators:
        """The counted emissions set against what the production is."""
        with errors():
            return read(FootprintIndicators, self._handle.indicators())

    def coverage(self) -> tuple[BudgetCoverage, ...]:
        """How much of the budget it accounts for, by currency; empty if the budget has no lines."""
        return read_all(BudgetCoverage, self._handle.coverage())

    def uncertainty(self, factors: FactorSpread = "percent") -> FootprintUncertainty:
        """How uncertain its total, posts, sections and lines are by what was entered, and what would narrow them.

        What rests on one value varies together: forty lines of one factor are as uncertain as one. It says nothing of what
        is missing, of bias or of the method. `factors` is how the percentage that a source states of a factor becomes a
        GSD²: 1 + percentage, or by the grades of the Bilan Carbone tool (`abc`).

        >>> from claquette import compute
        >>> footprint = compute({
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        ...         {"id": "L1", "quality": {"datum": "real"}, "what": {"electricity": {"energy": {"value": 1000, "unit": "kWh"}}}}],
        ... })
        >>> found = footprint.uncertainty()
        >>> found.total.kgco2e, round(found.total.gsd2, 6)
        (Decimal('51.9'), Decimal('1.113015'))
        """
        with errors():
            return read(FootprintUncertainty, self._handle.uncertainty(factors))

    def summary(self) -> FootprintSummary:
        """Its sums: totals, indicators, every view, the coverage of the budget, and the masses of each line."""
        return read(FootprintSummary, self._handle.summary())

    def value(self) -> FootprintValue:
        """All that it holds: lines, products, masses, and the rows of the tables that it used.

        Lists refer to each other by positions, which count from 0.

        >>> from claquette import compute
        >>> value = compute({
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
        ... }).value()
        >>> [(term.name, term.numerator) for term in value.products[0].terms]
        [('rooms', Decimal('4')), ('nights', Decimal('3'))]
        >>> request = value.requests[value.products[0].request]
        >>> value.factors[request.factor].id, value.places[request.place].code
        ('hotel.fr.2024.desnz', 'FR')
        """
        return read(FootprintValue, self.to_json())

    def report(self, language: Language) -> str:
        """The report that people read."""
        with errors():
            return self._handle.report(language)

    def view_text(self, axis: str, language: Language) -> str:
        """A view as people read it: the groups from the largest, each with its share and a bar."""
        with errors():
            return self._handle.view_text(axis, language)

    def audit(self) -> FootprintDiscrepancy | None:
        """Prices every product again, from its own terms and its own factor, without any tables.

        Returns the first factor whose parts do not sum to its value, else the first mass that is not the product of
        its terms and its factor, else `None`. Whether the quantities are those of the production and the factors
        those of the tables is what `verify` tells.

        >>> from claquette import Footprint, compute
        >>> footprint = compute({
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
        ... })
        >>> footprint.audit()
        >>> forged = Footprint.from_json(footprint.to_json().replace('"80.4"', '"40.8"'))
        >>> print(forged.audit().en)  # 4 × 3 × 6.7 kgCO2e/room.night
        line L1: 40.8 kgCO2e, where its terms and its factor give 80.4 kgCO2e
        """
        found = self._handle.audit()
        return None if found is None else read(FootprintDiscrepancy, found)

    def verify(self, stored: Footprint | str | bytes) -> FootprintVerification:
        """Whether a stored footprint or summary is what this footprint is: `holds`, or what deviates.

        To verify a stored footprint, compute its production again with the same tables, and ask the result.

        >>> from claquette import compute
        >>> footprint = compute({
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
        ... })
        >>> stored = footprint.to_json()
        >>> footprint.verify(stored).holds
        True
        >>> forged = footprint.verify(stored.replace('"80.4"', '"40.8"'))  # 4 × 3 × 6.7 kgCO2e/room.night
        >>> forged.holds, forged.deviations[0].stored, forged.deviations[0].computed
        (False, '"40.8"', '"80.4"')
        """
        if isinstance(stored, Footprint):
            stored = stored.to_json()
        text = json_of("stored", stored, "it is a `Footprint`, or the JSON of one or of its summary, as text or bytes")
        with errors():
            return read(FootprintVerification, self._handle.verify(text))

    def to_json(self) -> str:
        """Its JSON, on one line: `from_json` reads it."""
        return self._handle.to_json()

    @classmethod
    def from_json(cls, text: str | bytes, limits: Limits | None = None) -> Footprint:
        """Reads a footprint from its JSON, without any tables.

        It has the same views, indicators, reports and comparisons as the one that was written. Its masses are those
        that were written: `audit` prices them again. What is no footprint, or one of a newer format, is a
        `CalculationError`.

        >>> from claquette import Footprint, compute
        >>> footprint = compute({
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
        ... })
        >>> stored = Footprint.from_json(footprint.to_json())
        >>> stored == footprint, stored.report("fr") == footprint.report("fr")
        (True, True)
        """
        most = given(limits)
        content = json_of("text", text, "it is the JSON of a footprint, as text or bytes")
        with errors():
            return cls(_native.read_footprint(content, most))

    def html(self, language: Language) -> str:
        """A small table of the posts, with bars."""
        with errors():
            return self._handle.html(language)

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Footprint) else NotImplemented

    def __hash__(self) -> int:
        # Equal footprints have equal totals; to hash all that they hold would write all of it.
        return hash((Footprint, self._handle.total("counted")))

    def __copy__(self) -> Footprint:
        return self

    def __deepcopy__(self, memo: object) -> Footprint:
        return self

    def __reduce__(self) -> tuple[Callable[[bytes], Footprint], tuple[bytes]]:
        return restored, (self.to_json().encode("utf-8"),)

    def _repr_html_(self) -> str:
        return self.html("en")

    def __repr__(self) -> str:
        return f"<Footprint {' '.join(self._handle.headline('en').split())}>"


def json_of(name: str, given: object, what: str) -> bytes:
    """The bytes of the JSON that is asked for by this name."""
    return bytes_of(name, document(given) if isinstance(given, str) else given, what)


def variance(before: Footprint, after: Footprint, account: Account = "counted") -> FootprintVariance:
    """What changes in an account from one footprint of a production to another, factor by factor.

    The differences of the rows sum to the difference of the totals.

    >>> from claquette import References, compute, variance
    >>> meter = {
    ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ...     "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": 1000, "unit": "kWh"}}}}],
    ... }
    >>> mine = '''id,key,place,year,unit,value,source
    ... contract,energy.electricity,FR,2024,kgCO2e/kWh,0.0119,our supplier
    ... '''
    >>> change = variance(compute(meter), compute(meter, References.bundled().with_set("mine", mine)))
    >>> change.difference, change.rows[0].after.id  # 1,000 kWh × (0.0119 − 0.0519) kgCO2e/kWh
    (Decimal('-40'), 'contract')
    """
    for name, one in (("before", before), ("after", after)):
        if not isinstance(one, Footprint):
            raise CalculationError(f"`{name}` is of type {type(one).__name__}; it is a `Footprint`")
    with errors():
        return read(FootprintVariance, before._handle.variance(after._handle, account))
