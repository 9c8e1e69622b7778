"""What a computation looks things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from claquette import _native
from claquette._border import errors, table
from claquette._types import CalculationError, SetHash


class References:
    """Everything that a computation looks things up in: factors, keys, places, proxies, assumptions.

    Read once, never changed, shared between threads.

    >>> from claquette import References
    >>> mine = '''id,key,place,year,unit,value,source
    ... quay-hotel,accommodation.hotel,FR,2024,kgCO2e/room.night,4.1,energy bill of the hotel
    ... '''
    >>> references = References.bundled().with_set("our hotels", mine)
    >>> [row.name for row in references.hashes()][0]
    'our hotels'
    """

    __slots__ = ("_handle",)
    _handle: _native.References

    def __init__(self, native: _native.References | None = None) -> None:
        """The bundled tables; what else there is comes from `read` and the `with_` methods."""
        self._handle = native or _native.References.bundled()

    @classmethod
    def bundled(cls) -> References:
        """The bundled tables, with the airports, the cities and the stations. They are read once.

        >>> References.bundled().hashes()[0].name.startswith("claquette-factors ")
        True
        """
        with errors():
            return cls(_native.References.bundled())

    @classmethod
    def read(cls, name: str, files: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> References:
        """Reads a bundle of tables under a name: the files of the bundled tables, or others of their format.

        >>> from claquette import CalculationError
        >>> try:
        ...     References.read("empty", {})
        ... except CalculationError as error:
        ...     print(error.diagnostics[0].file, error.diagnostics[0].en)
        keys.csv the file is missing, or it is empty
        """
        pairs = files.items() if isinstance(files, Mapping) else files
        with errors():
            return cls(_native.References.read(name, [(file, table(csv)) for file, csv in pairs]))

    @classmethod
    def read_extract(cls, files: Mapping[str, str | bytes]) -> References:
        """Reads the rows that `extract` gave: the same production has the same footprint with them.

        >>> from claquette import compute, extract
        >>> shoot = {
        ...     "format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        ...     "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
        ... }
        >>> rows = References.read_extract(extract(shoot))
        >>> compute(shoot, rows).total() == compute(shoot).total()
        True
        """
        with errors():
            return cls(_native.References.read_extract([(file, table(csv)) for file, csv in files.items()]))

    def pinned(self, sets: Iterable[SetHash]) -> References:
        """These tables, if they are the ones that are pinned: those of `hashes`, in their order, and no others.

        >>> references = References.bundled()
        >>> from claquette import CalculationError
        >>> try:
        ...     references.with_set("mine", "id,place,unit,value,source").pinned(references.hashes())
        ... except CalculationError as error:
        ...     print([(problem.code, problem.pointer) for problem in error.diagnostics])
        [('other-set', '/0'), ('other-set', '/1'), ('other-set', '/2'), ('other-set', '/3'), ('other-set', '/4')]
        """
        with errors():
            return References(self._handle.pinned([(pin.name, pin.sha256) for pin in sets]))

    def with_set(self, name: str, csv: str | bytes) -> References:
        """Puts a set of your own before the bundled one, after those that you put there before.

        The columns `id`, `place`, `unit`, `value` and `source` must be there.

        >>> References.bundled().with_set("mine", "id,place,value,source")
        Traceback (most recent call last):
          ...
        claquette._types.CalculationError: mine:1:unit: the column `unit` is missing
        """
        with errors():
            return References(self._handle.with_set(name, table(csv)))

    def with_assumptions(self, name: str, csv: str | bytes) -> References:
        """Puts assumptions of your own before the bundled ones."""
        with errors():
            return References(self._handle.with_assumptions(name, table(csv)))

    def with_proxies(self, name: str, csv: str | bytes) -> References:
        """Replaces the declared proxies."""
        with errors():
            return References(self._handle.with_proxies(name, table(csv)))

    def with_airports(self, name: str, csv: str | bytes) -> References:
        """Replaces the table of airports (`iata`, `place`, `latitude`, `longitude`)."""
        with errors():
            return References(self._handle.with_airports(name, table(csv)))

    @property
    def extract(self) -> str | None:
        """The SHA-256 of the extract that they were read from; then `hashes` are those that it states."""
        return self._handle.extract()

    def with_cities(self, name: str, csv: str | bytes) -> References:
        """Replaces the table of cities (`geonames`, `name`, `name_fr`, `place`, `latitude`, `longitude`)."""
        with errors():
            return References(self._handle.with_cities(name, table(csv)))

    def with_stations(self, name: str, csv: str | bytes) -> References:
        """Replaces the table of stations (`iata`, `name`, `name_fr`, `place`, `latitude`, `longitude`)."""
        with errors():
            return References(self._handle.with_stations(name, table(csv)))

    def hashes(self) -> tuple[SetHash, ...]:
        """The name and the SHA-256 of each set and table, as `sha256sum *.csv | sha256sum` prints it; of what was read
        from an extract, the one that the extract states, with its own.

        >>> len(References.bundled().hashes()[0].sha256)
        64
        """
        rows = self._handle.hashes()
        return tuple(SetHash(name=name, sha256=sha256, extract=extract) for name, sha256, extract in rows)

    def __repr__(self) -> str:
        return f"<References {', '.join(row.name for row in self.hashes())}>"


def handle(references: References | None) -> _native.References:
    """The handle of the tables; the bundled ones, read once, if none are given."""
    if references is None:
        references = bundled()
    if not isinstance(references, References):
        raise CalculationError(f"`references` is of type {type(references).__name__}; it is a `References`, or None")
    native: _native.References = references._handle
    return native


@cache
def bundled() -> References:
    """The bundled tables, read once."""
    return References.bundled()
