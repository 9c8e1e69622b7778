"""A footprint against another one, and against a stored result."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from claquette import CalculationError, Footprint, References, compute, variance

HEADER = "id,key,place,year,unit,value,source\n"


def shoot(nights: int = 3, value: str = "4.1") -> Footprint:
    row = f"quay,accommodation.hotel,FR,2025,kgCO2e/room.night,{value},bill\n"
    production: dict[str, Any] = {
        "format": 1, "kind": "news", "place": "FR", "period": {"year": 2025},
        "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": nights}}}],
    }
    return compute(production, References.bundled().with_set("mine", HEADER + row))


def test_a_variance_sums_to_the_difference_of_the_totals() -> None:
    before, after = shoot(), shoot(value="4.92")
    change = variance(before, after)
    # 4 × 3 × 4.1 = 49.2, 4 × 3 × 4.92 = 59.04
    assert (change.before, change.after, change.difference) == (Decimal("49.2"), Decimal("59.04"), Decimal("9.84"))
    (row,) = change.rows
    assert row.before is not None and row.after is not None
    assert (row.before.value, row.after.value, row.difference) == (Decimal("4.1"), Decimal("4.92"), Decimal("9.84"))
    assert variance(after, after).rows == ()
    assert variance(before, after, "avoided").difference == 0


def test_a_variance_is_of_one_production() -> None:
    with pytest.raises(CalculationError, match="of two productions"):
        variance(shoot(), shoot(nights=2))
    with pytest.raises(CalculationError, match="unknown account `cuonted`"):
        variance(shoot(), shoot(), "cuonted")  # type: ignore[arg-type]


def test_a_stored_result_is_verified() -> None:
    footprint = shoot()
    stored = footprint.to_json()
    assert footprint.verify(stored.encode()).holds
    # 4 × 3 × 4.1 = 49.2
    forged = footprint.verify(stored.replace('"49.2"', '"42.9"'))
    assert not forged.holds
    assert {(found.stored, found.computed) for found in forged.deviations} == {('"42.9"', '"49.2"')}
    with pytest.raises(CalculationError) as raised:
        footprint.verify("{")
    assert [problem.code for problem in raised.value.diagnostics] == ["malformed-json"]
