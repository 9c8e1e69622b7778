"""What the border carries: numbers, errors, threads, and many calls."""

from __future__ import annotations

import gc
import pickle
import resource
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from pathlib import Path

import pytest

import claquette
from claquette import (
    Amount,
    CalculationError,
    Diagnostic,
    Electricity,
    FootprintValue,
    Limits,
    Line,
    Period,
    Production,
    References,
)


def meter(value: object) -> Production:
    what = Electricity(energy=Amount(value=value, unit="kWh"))  # type: ignore[arg-type]
    return Production(format=1, kind="news", place="FR", period=Period(year=2024), lines=[Line(id="L1", what=what)])


@pytest.mark.parametrize("value", ["12.5", 12.5, Decimal("12.50"), Decimal("1.25E+1")])
def test_numbers_in(value: object) -> None:
    # 12.5 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 0.64875 kg
    assert claquette.compute(meter(value)).total() == Decimal("0.64875")


def test_a_float_is_its_shortest_text() -> None:
    # 0.1 kWh × 0.0519 = 0.00519 kg, not the sum of the bits of the double
    assert claquette.compute(meter(0.1)).total() == Decimal("0.00519")


@pytest.mark.parametrize("value", [True, float("nan"), float("inf"), Decimal("NaN"), "12,5"])
def test_what_is_no_number_is_a_diagnostic(value: object) -> None:
    with pytest.raises(CalculationError) as raised:
        claquette.compute(meter(value))
    pointers = [diagnostic.pointer for diagnostic in raised.value.diagnostics]
    assert pointers == ["/lines/0/what/electricity/energy/value"]


def test_codes_of_the_border() -> None:
    assert {row.code for row in claquette.catalogue()} > {"unknown-field", "factor-missing"}
    large = claquette.check(b"[" * 100, limits=Limits(bytes=10))
    assert [diagnostic.code for diagnostic in large.diagnostics] == ["input-too-large"]
    deep = claquette.check(b'{"a":' * 100, limits=Limits(depth=5))
    assert "too-deep" in [diagnostic.code for diagnostic in deep.diagnostics]
    with pytest.raises(CalculationError) as raised:
        References.bundled().with_set("mine", "id,place,unit,value,source\nx,FR,kgCO2e/kWh,one,us\n")
    [problem] = raised.value.diagnostics
    assert (problem.code, problem.file, problem.line, problem.column) == ("invalid-value", "mine", 2, "value")


def test_eight_threads_share_one_set() -> None:
    references = References.bundled()
    expected = claquette.compute(meter("1234.567"), references).to_json()
    results: list[str] = []

    def work() -> None:
        results.extend(claquette.compute(meter("1234.567"), references).to_json() for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 400


def test_the_interpreter_lock_is_released() -> None:
    lines = [Line(id=f"L{at}", what=Electricity(energy=Amount(value=at, unit="kWh"))) for at in range(20_000)]
    text = Production(format=1, kind="news", place="FR", period=Period(year=2024), lines=lines).to_json()
    references = References.bundled()
    done = threading.Event()

    def work() -> None:
        claquette.compute(text, references)
        done.set()

    thread = threading.Thread(target=work)
    turns = 0
    # With the lock held, this loop would get no turn between the start and the end of the computation.
    with switching_often():
        thread.start()
        while not done.wait(0.0005):
            turns += 1
        thread.join()
    assert turns >= 5


@contextmanager
def switching_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


def test_results_are_values() -> None:
    footprint = claquette.compute(meter("12.5"))
    result = footprint.value()
    assert FootprintValue.from_json(footprint.to_json()) == result
    assert result.to_json() == footprint.to_json()
    production = Production.from_json(meter(Decimal("12.50")).to_json())
    assert Production.from_json(production.to_json()) == production
    assert hash(Production.from_dict(production.to_dict())) == hash(production)
    assert pickle.loads(pickle.dumps((production, result))) == (production, result)
    assert footprint.html("fr").count("<tr>") == 1 and "complet</caption>" in footprint.html("fr")
    assert repr(footprint) == "<Footprint 649 g CO2e, complete>"
    lines = list(production.lines)
    listed = Production(format=1, kind="news", lines=lines)
    lines.clear()
    assert len(listed.lines) == 1 and Production.from_json(listed.to_json()) == listed and hash(listed)
    with pytest.raises(CalculationError) as raised:
        claquette.compute("{}")
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.diagnostics, again.more) == (str(raised.value), raised.value.diagnostics, 0)
    with pytest.raises(FrozenInstanceError):
        production.title = "Brest"  # type: ignore[misc]


def test_what_a_record_was_made_of_may_change() -> None:
    energy = {"value": "12", "unit": "kWh"}
    line = {"id": "L1", "what": {"electricity": {"energy": energy}}}
    typed = Line(id="L2", what=Electricity(energy=Amount(value="100", unit="kWh")))
    lines = deque([line, typed])
    production = Production(
        format=1, kind="news", place="FR", period=Period(year=2024), lines=lines,  # type: ignore[arg-type]
    )
    before = production.to_json()
    lines.append(typed)
    energy["value"] = "13"
    assert production.to_json() == before
    parameters = {"digits": "29"}
    told = Diagnostic(code="x", severity="error", parameters=parameters, fr="x", en="x")
    parameters.clear()
    assert told.parameters == {"digits": "29"}
    # (12 + 100) kWh × 0.0519 kgCO2e/kWh
    assert claquette.compute(production).total() == Decimal("5.8128")


@pytest.mark.parametrize("digits", [29, 399, 400, 401, 5_000, 1_000_000])
def test_how_many_digits_a_number_has(digits: int) -> None:
    text = "7" * digits
    for value in (text, Decimal(text), Decimal(f"0.{text}"), Decimal(f"{text[:7]}.{text[7:]}")):
        [problem] = [problem for problem in claquette.check(meter(value)).diagnostics if problem.severity == "error"]
        assert (problem.code, problem.parameters["digits"]) == ("too-many-digits", digits)


def test_an_extract_and_pins() -> None:
    csv = "id,key,place,year,unit,value,source\nmine,energy.electricity,FR,2024,kgCO2e/kWh,2,by hand\n"
    references = References.bundled().with_set("mine", csv)
    footprint = claquette.compute(meter("12.5"), references)
    # 12.5 kWh × 2 kgCO2e/kWh
    assert footprint.total() == Decimal(25)
    rows = claquette.extract(meter("12.5"), references)
    assert rows["0/set.csv"] == csv
    alone = References.read_extract({name: text.encode() for name, text in rows.items()})
    again = claquette.compute(meter("12.5"), alone).value()
    assert [row.extract for row in again.sets] == [alone.extract] * 5
    assert replace(again, sets=tuple(replace(row, extract=None) for row in again.sets)) == footprint.value()
    assert (len(alone.extract or ""), references.extract) == (64, None)
    hashes = alone.pinned(references.hashes()).hashes()
    assert hashes == tuple(replace(row, extract=alone.extract) for row in references.hashes())
    pinned = meter("12.5").to_dict() | {"sets": [pin.to_dict() for pin in footprint.value().sets]}
    assert claquette.compute(pinned, alone).total() == Decimal(25)
    with pytest.raises(CalculationError) as raised:
        claquette.compute(pinned)
    assert {diagnostic.code for diagnostic in raised.value.diagnostics} == {"other-set"}
    with pytest.raises(CalculationError) as raised:
        References.read_extract({})
    assert {diagnostic.code for diagnostic in raised.value.diagnostics} == {"empty-table"}


def test_tables_of_ones_own_are_freed_at_once() -> None:
    # 4,000 factors are megabytes in the library. The collector of circles is off: nothing has to wait for it.
    csv = "id,place,unit,value,source\n" + "".join(f"mine-{at},FR,kgCO2e/kWh,2,our meter\n" for at in range(4_000))

    def resident_after(times: int) -> int:
        for _ in range(times):
            own = References.bundled().with_set("mine", csv)
            claquette.compute(meter("5"), own).total()
            with pytest.raises(CalculationError):
                claquette.compute("{}", own)
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() // 1024

    gc.collect()
    gc.disable()
    try:
        before, after = resident_after(50), resident_after(250)
    finally:
        gc.enable()
    print(f"\n{before} KiB after 50 sets, {after} KiB after 300")
    assert after - before < 256 * 1024


def test_memory_stays_flat() -> None:
    references = References.bundled()
    good, bad = meter("5"), meter("five")

    def resident_after(times: int) -> int:
        for turn in range(times):
            try:
                claquette.compute(good if turn % 2 else bad, references).value()
            except CalculationError:
                pass
        gc.collect()
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() // 1024

    before, after = resident_after(5_000), resident_after(15_000)
    print(f"\n{before} KiB after 5,000 computations, {after} KiB after 20,000")
    assert abs(after - before) < before * 0.1
