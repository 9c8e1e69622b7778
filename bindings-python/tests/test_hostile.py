"""Nothing that a caller hands over makes `check` raise, hang, or pass in silence."""

from __future__ import annotations

import datetime
import fractions
import json
import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import claquette
from claquette import CalculationError, Footprint, Limits, References

DATA = Path(__file__).resolve().parents[2] / "factors" / "data"
TABLES = {file.name: file.read_text("utf-8") for file in DATA.glob("*.csv")}
POINTER = "/lines/0/what/electricity/energy/value"


class Mute:
    """What cannot even say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("mute")

    __repr__ = __str__


class Index:
    """A whole number of another library."""

    def __index__(self) -> int:
        return 100


def circle() -> dict[str, Any]:
    """An object that holds itself twice: a tree of it would have 2²⁵⁶ leaves."""
    fields: dict[str, Any] = {}
    fields.update(format=fields, place=fields, lines=[fields, fields])
    return fields


def metered(value: object) -> dict[str, Any]:
    what = {"electricity": {"energy": {"value": value, "unit": "kWh"}}}
    period = {"year": 2024}
    return {"format": 1, "kind": "news", "place": "FR", "period": period, "lines": [{"id": "L1", "what": what}]}


def errors(production: Any) -> list[claquette.Diagnostic]:
    checked = claquette.check(production)
    return [problem for problem in checked.diagnostics if problem.severity == "error"]


def kind(value: object) -> str:
    return value if isinstance(value, str) and value.isascii() and value.isprintable() else type(value).__name__


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "wrong-type"),
        (None, "wrong-type"),
        ({}, "wrong-type"),
        (circle(), "wrong-type"),
        (range(3), "wrong-type"),
        (claquette.Amount(value=1, unit="km"), "wrong-type"),
        (float("nan"), "invalid-number"),
        (float("-inf"), "invalid-number"),
        (Decimal("sNaN"), "invalid-number"),
        (Decimal("1E+1000000"), "invalid-number"),
        (10**5000, "invalid-number"),
        (fractions.Fraction(1, 2), "invalid-number"),
        (b"12", "invalid-number"),
        (Mute(), "invalid-number"),
        (object(), "invalid-number"),
        ("١", "invalid-number"),
        (Decimal("0." + "1" * 29), "too-many-digits"),
        (5e-324, "inexact-number"),
    ],
    ids=kind,
)
def test_what_is_no_number(value: object, code: str) -> None:
    assert [(problem.code, problem.pointer) for problem in errors(metered(value))] == [(code, POINTER)]


@pytest.mark.parametrize("value", [100, 100.0, "100", Decimal("1E+2"), Index(), type("Own", (int,), {})(100)])
def test_what_is_a_number(value: object) -> None:
    # 100 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 5.19 kg
    assert claquette.compute(metered(value)).total() == Decimal("5.19")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 7),
        ("title", Decimal(7)),
        ("title", b"x"),
        ("title", object()),
        ("title", Mute()),
        ("title", float("nan")),
        ("title", Decimal("sNaN")),
        ("place", True),
        ("period", object()),
        ("period", circle),
        ("lines", "abc"),
        ("lines", {}),
        ("kind", ["news"]),
    ],
    ids=kind,
)
def test_what_is_of_another_type(field: str, value: object) -> None:
    found = errors({**metered(1), field: value})
    assert ("wrong-type", f"/{field}") in [(problem.code, problem.pointer) for problem in found]


def test_dates_and_identifiers_are_texts() -> None:
    period = {"from": datetime.date(2024, 5, 4), "to": datetime.date(2024, 5, 8)}
    assert not errors({**metered(1), "period": period, "id": uuid.UUID(int=1)})
    assert errors({**metered(1), "period": {**period, "to": datetime.datetime(2024, 5, 8)}})


@pytest.mark.parametrize(
    "production",
    [42, None, True, [], [[]], {}, circle(), [circle()] * 3, "", "\ud800", b"\xff", memoryview(b"[]"), object(),
     Mute(), {1: 2}, {None: None}, {"\ud800": 1}, {Mute(): 1}, {"lines": [None, 1, Mute()]},
     claquette.Hotel(rooms=1, nights=2), claquette.Hotel],
    ids=kind,
)
def test_what_is_no_production(production: Any) -> None:
    assert errors(production)
    with pytest.raises(CalculationError) as raised:
        claquette.compute(production)
    assert raised.value.diagnostics


def test_typed_objects_cannot_hold_themselves() -> None:
    parts: list[claquette.WorkPart] = []
    parts.append(claquette.WorkPart(id="a", parts=parts))
    assert parts[0].parts == () and not errors({**metered(1), "work": parts})


def test_a_class_of_ones_own() -> None:
    class Meter(claquette.Electricity):
        """The caller's own kind of a record."""

    line = claquette.Line(id="L1", what=Meter(energy=claquette.Amount(value=100, unit="kWh")))
    production = claquette.Production.from_dict(metered(1)).to_dict() | {"lines": [line]}
    assert claquette.compute(production).total() == Decimal("5.19")


@pytest.mark.parametrize("text", ["[", "[" * 100_000, '{"format": 1, "format": 1}', '{"format": NaN}', "[]", "{}"])
def test_what_the_types_cannot_hold(text: str) -> None:
    with pytest.raises(CalculationError):
        claquette.Production.from_json(text)


def test_limits_hold_for_both() -> None:
    with pytest.raises(CalculationError, match="the limit `bytes` is -1"):
        claquette.check("{}", limits=Limits(bytes=-1))
    with pytest.raises(CalculationError) as raised:
        claquette.compute(metered(100), limits=Limits(bytes=10))
    assert [problem.code for problem in raised.value.diagnostics] == ["input-too-large"]
    deep = '{"parts":[' * 100_000
    assert not claquette.check('{"work":[' + deep, limits=Limits(depth=2**32 - 1)).sound


def test_more_problems_than_are_told() -> None:
    # 1,500 lines without a factor, of which 1,000 are kept and five are told
    what = {"custom": {"quantity": {"value": 1, "unit": "kWh"}, "key": "energy.electricity"}}
    bare = References.read("bare", {name: text for name, text in TABLES.items() if not name.startswith("elec")})
    lines = [{"id": f"L{at}", "what": what, "place": "FR", "period": {"year": 2024}} for at in range(1500)]
    with pytest.raises(CalculationError) as raised:
        claquette.compute({**metered(1), "lines": lines}, bare)
    errors_kept = [problem for problem in raised.value.diagnostics if problem.severity == "error"]
    assert (len(errors_kept), raised.value.more) == (1000, 500)
    assert str(raised.value).endswith("\nand 1495 more")


def test_words_that_are_not_known() -> None:
    footprint = claquette.compute(metered(100))
    any_of: Any = footprint
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: any_of.total("x"), "counted, biogenic, avoided, offset"),
        (lambda: any_of.view("x"), "account, post, section"),
        (lambda: any_of.view("post", "x"), "counted, biogenic, avoided, offset"),
        (lambda: any_of.view("post", without=["x"]), "contrails"),
        (lambda: any_of.view_text("x", "fr"), "account, post, section"),
        (lambda: any_of.report("de"), "fr, en"),
        (lambda: any_of.html("de"), "fr, en"),
        (lambda: claquette.compute(metered(100), unpriced="x"), "refuse, exclude"),  # type: ignore[arg-type]
        (lambda: claquette.compute(metered(100), electricity="x"), "location, market"),  # type: ignore[arg-type]
        (lambda: claquette.compute(metered(100), gwp="ar4"), "published, ar5, ar6"),  # type: ignore[arg-type]
        (lambda: claquette.compute(metered(100), aviation="by-air"), "by-place, by-seats, by-haul"),  # type: ignore[arg-type]
        (lambda: claquette.schema("x"), "production, footprint, summary, refusal"),  # type: ignore[arg-type]
    ]
    for act, allowed in acts:
        with pytest.raises(CalculationError, match=allowed) as raised:
            act()
        assert raised.value.diagnostics == ()


def test_what_is_of_another_type_than_a_function_takes() -> None:
    footprint: Any = claquette.compute(metered(100))
    any_of: Any = claquette
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: footprint.verify(json.loads(stored())), "`stored` is of type dict; it is a `Footprint`, or the JSON of one"),
        (lambda: footprint.verify(None), "`stored` is of type NoneType"),
        (lambda: footprint.verify(footprint.value()), "`stored` is of type FootprintValue"),
        (lambda: any_of.Footprint.from_json(footprint.value()), "`text` is of type FootprintValue; it is the JSON of a footprint"),
        (lambda: any_of.Footprint.from_json(None), "`text` is of type NoneType"),
        (lambda: any_of.Footprint.from_json("{}", Limits(depth=-1)), "the limit `depth` is -1"),
        (lambda: any_of.variance(footprint, 3), "`after` is of type int; it is a `Footprint`"),
        (lambda: any_of.variance(None, footprint), "`before` is of type NoneType; it is a `Footprint`"),
        (lambda: any_of.compute(metered(100), limits=3), "`limits` is of type int; it is a `Limits`, or None"),
        (lambda: any_of.compute("film.json"), "`film.json` is the name of a file: give its content"),
        (lambda: any_of.compute(footprint.to_json()), "this document is a footprint, which `Footprint` reads back"),
        (lambda: any_of.extract(metered(100), {}), "`references` is of type dict"),
        (lambda: any_of.sha256(metered(100), {}), "`references` is of type dict"),
        (lambda: any_of.import_base("flat.csv", "text"), "`content` is of type str; it is the bytes of the file"),
        (lambda: any_of.import_base("flat.csv", 3), "`content` is of type int"),
        (lambda: any_of.import_base(None, b"text"), "`file` is of type NoneType; it is a text"),
        (lambda: any_of.search("france", 3), "`references` is of type int; it is a `References`, or None"),
        (lambda: any_of.search("france", most="3"), "`most` is '3'; it is a whole number"),
        (lambda: any_of.search(3), "`text` is of type int; it is a text"),
        (lambda: any_of.explain(3, "en"), "`factor` is of type int; it is a text"),
        (lambda: any_of.difference(None, {}), "`references` is of type dict"),
        (lambda: any_of.compute(metered(100), "mine.csv"), "`references` is of type str"),
        (lambda: any_of.check(metered(100), 0), "`references` is of type int"),
    ]
    for act, message in acts:
        with pytest.raises(CalculationError) as raised:
            act()
        assert str(raised.value).startswith(message)
    assert footprint.verify(bytearray(stored().encode())).holds


def refused(text: Any, **limits: int) -> list[tuple[str, str | None]]:
    """The problems of what is no footprint, each with its place."""
    with pytest.raises(CalculationError) as raised:
        Footprint.from_json(text, Limits(**limits))
    assert raised.value.diagnostics
    return [(problem.code, problem.pointer) for problem in raised.value.diagnostics]


@cache
def stored() -> str:
    return claquette.compute(metered(100)).to_json()


def forged(pointer: str, value: object) -> str:
    """The stored footprint with another value, or without one, in one place."""
    document = json.loads(stored())
    *path, last = [int(part) if part.isdigit() else part for part in pointer.split("/")[1:]]
    holder = document
    for part in path:
        holder = holder[part]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return json.dumps(document)


def test_every_part_of_a_footprint_is_none() -> None:
    text = stored().encode()
    assert Footprint.from_json(text) == claquette.compute(metered(100))
    for end in range(len(text)):
        assert refused(text[:end])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", ("wrong-type", "")),
        ("null", ("wrong-type", "")),
        ("7", ("wrong-type", "")),
        ("{}", ("missing-field", "")),
        ("\ud800", ("invalid-utf8", "")),
        (b"\xff", ("invalid-utf8", "")),
        (memoryview(b"[]"), ("wrong-type", "")),
        ("[" * 1_000_000, ("too-deep", None)),
        ('{"lines":' + "[" * 1_000_000, ("too-deep", None)),
        # Of a million problems a thousand are kept, and the others counted.
        ('{"lines":[' + "{}," * 1_000_000, ("other-problems", "")),
        ('{"factors":[' + "7," * 1_000_000, ("other-problems", "")),
        ('{"format": 1, "format": 1}', ("duplicate-field", "/format")),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, (str, bytes)) else None,
)
def test_what_is_no_footprint(text: Any, problem: tuple[str, str | None]) -> None:
    assert problem[0] in [code for code, _ in refused(text)] and len(refused(text)) <= 1001
    if problem[1] is not None:
        assert problem in refused(text)


@pytest.mark.parametrize(
    ("pointer", "value", "code", "place"),
    [
        ("/format", 2, "unsupported-format", "/format"),
        ("/format", "one", "wrong-type", "/format"),
        ("/lines", {}, "wrong-type", "/lines"),
        ("/lines", None, "wrong-type", "/lines"),
        ("/lines/0", 7, "wrong-type", "/lines/0"),
        ("/lines/0/id", 7, "wrong-type", "/lines/0/id"),
        ("/lines/0/colour", "red", "unknown-field", "/lines/0/colour"),
        ("/products/0/line", -1, "not-a-count", "/products/0/line"),
        ("/products/0/line", 1.5, "not-a-count", "/products/0/line"),
        ("/products/0/line", 2**64, "inexact-number", "/products/0/line"),
        ("/products/0/line", "18446744073709551616", "wrong-type", "/products/0/line"),
        ("/products/0/line", 2**32 - 1, "unknown-position", "/products/0/line"),
        ("/products/0/request", 1, "unknown-position", "/products/0/request"),
        ("/products/0/masses", [], "wrong-length", "/products/0/masses"),
        ("/products/0/masses", ["0"] * 100_000, "wrong-length", "/products/0/masses"),
        ("/products/0/masses/0", "9" * 28, "overflow", "/products/0/masses/0"),
        ("/products/0/masses/0", True, "wrong-type", "/products/0/masses/0"),
        ("/products/0/masses/0", "NaN", "invalid-number", "/products/0/masses/0"),
        ("/products/0/request", ..., "missing-field", "/products/0"),
        ("/requests/0/place_reason", "near", "unknown-word", "/requests/0/place_reason"),
    ],
    ids=kind,
)
def test_what_is_wrong_in_a_footprint(pointer: str, value: object, code: str, place: str) -> None:
    assert (code, place) in refused(forged(pointer, value))


def test_limits_hold_for_footprints() -> None:
    assert refused(stored(), bytes=10) == [("input-too-large", "")]
    assert "too-deep" in [code for code, _ in refused(stored(), depth=2)]
    assert "too-many-items" in [code for code, _ in refused(stored(), items=0)]


def out_of_order() -> set[str]:
    """The codes of two lines whose products have changed places."""
    two = metered(1)
    two["lines"].append({**two["lines"][0], "id": "L2"})
    document = json.loads(claquette.compute(two).to_json())
    document["products"].reverse()
    return {code for code, _ in refused(json.dumps(document))}


def no_result() -> set[str]:
    with pytest.raises(CalculationError) as raised:
        claquette.compute(metered(100)).verify(json.dumps(metered(100)))
    return {problem.code for problem in raised.value.diagnostics}


def raised_by(production: Any, **limits: int) -> set[str]:
    return {problem.code for problem in claquette.check(production, limits=Limits(**limits)).diagnostics}


def table(*rows: str) -> set[str]:
    header = "id,key,place,year,unit,value,source,raw,parts"
    with pytest.raises(CalculationError) as raised:
        References.bundled().with_set("mine", "\n".join((header, *rows)).encode())
    return {problem.code for problem in raised.value.diagnostics}


FORGED: list[tuple[str, Any]] = [
    ("/products/0/line", 9),
    ("/products/0/masses", []),
    ("/products/0/masses", ["0.0000000001"]),
    ("/products/0/terms", [{"name": "energy", "denominator": "0"}]),
    ("/products", []),
    ("/products", json.loads(stored())["products"] * 2),
    ("/excluded", [{"line": 0, "reason": {"code": "price-year"}}]),
    ("/omitted", -1),
    ("/production/budget/currencies", [{"currency": "EUR", "total": "1", "unlisted": "2"}]),
]


def other_codes() -> set[str]:
    """The codes that no vector raises: limits, tables, and stored results."""
    return (
        no_result()
        | raised_by("{}", bytes=1)
        | raised_by('{"lines": [1, 2]}', items=1)
        | raised_by(json.dumps(metered(1)), depth=3)
        | table('e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,"0,06",')
        | table("e,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,generation=0.03 transmission=0.01")
        | table("e,energy.electricty,FR,2024,kgCO2e/kWh,0.05,hand,,")
        | table(*["e,energy.electricity,FR,2024,kgCO2e/kWh,x,hand,,"] * 1_200)
        | {code for pointer, value in FORGED for code, _ in refused(forged(pointer, value))}
        | out_of_order()
        # What could not be read crosses the border as text, and is refused as that; the other is of an extract alone.
        | {"unreadable", "no-flights"}
    )
