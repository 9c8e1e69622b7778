"""Is what was typed sound? Every problem at once."""

from __future__ import annotations

from dataclasses import dataclass

from claquette import _native
from claquette._border import Typed, document, errors, read
from claquette._references import References, handle
from claquette._types import CalculationError, Diagnostic, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large an input may be; what is not given is as the core has it.

    >>> from claquette import Limits, check
    >>> check('{"format": 1}', limits=Limits(bytes=10)).diagnostics[0].en
    'the document has 13 bytes, the limit is 10'
    """

    bytes: int | None = None
    """The most bytes of a document."""
    depth: int | None = None
    """The most nested levels."""
    items: int | None = None
    """The most items of all lists together."""
    problems: int | None = None
    """The most problems that are kept; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking found."""

    sound: bool
    """Whether there is no error."""
    diagnostics: tuple[Diagnostic, ...]
    """Every problem, errors and warnings, in the order of the document."""
    more: int
    """How many problems there are beyond those."""


def check(production: Typed, references: References | None = None, limits: Limits | None = None) -> Checked:
    """Checks a production: typed, as plain values, or as JSON. Nothing that was typed makes it raise.

    >>> from claquette import check
    >>> checked = check({"format": 1, "kind": "news", "lines": [{"id": "L1", "what": {"hotel": {"rooms": True}}}]})
    >>> checked.sound
    False
    >>> [(problem.code, problem.pointer) for problem in checked.diagnostics if problem.severity == "error"]
    [('wrong-type', '/lines/0/what/hotel/rooms'), ('missing-field', '/lines/0/what/hotel')]
    """
    sound, text = _native.check(document(production), handle(references), given(limits))
    refusal = read(Refusal, text)
    return Checked(sound=sound, diagnostics=tuple(refusal.diagnostics), more=refusal.more)


def sha256(production: Typed, references: References | None = None, limits: Limits | None = None) -> str:
    """The SHA-256 of a production: of its canonical JSON, whatever order and notation it was entered in.

    What is not sound is a `CalculationError`.

    >>> from claquette import sha256
    >>> energy = '{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [%s]}'
    >>> line = '{"id": "L1", "what": {"electricity": {"energy": {"value": %s, "unit": "kWh"}}}}'
    >>> sha256(energy % line % '"12.50"') == sha256(energy % line % "12.5")
    True
    """
    with errors():
        return _native.sha256(document(production), handle(references), given(limits))


def given(limits: Limits | None) -> tuple[int | None, int | None, int | None, int | None]:
    """The limits as they cross the border."""
    if limits is not None and not isinstance(limits, Limits):
        raise CalculationError(f"`limits` is of type {type(limits).__name__}; it is a `Limits`, or None")
    most = limits or Limits()
    for name in ("bytes", "depth", "items", "problems"):
        value = getattr(most, name)
        if value is not None and not 0 <= value < 2**32:
            raise CalculationError(f"the limit `{name}` is {value}; it is a whole number from 0 to 4294967295")
    return most.bytes, most.depth, most.items, most.problems
