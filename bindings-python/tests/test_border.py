"""What the border carries: numbers, errors, threads, and many calls."""

from __future__ import annotations

import resource
import threading
from decimal import Decimal

import pytest

import claquette
from claquette import Amount, CalculationError, Electricity, Limits, Line, Period, Production, References


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


def test_memory_stays_flat() -> None:
    references = References.bundled()
    good, bad = meter("5"), meter("five")

    def peak_after(times: int) -> int:
        for turn in range(times):
            try:
                claquette.compute(good if turn % 2 else bad, references)
            except CalculationError:
                pass
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = peak_after(5_000)
    assert peak_after(15_000) < before * 1.1
