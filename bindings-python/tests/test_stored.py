"""A footprint is a value: it is read back, copied, pickled and compared, without tables and without its production."""

from __future__ import annotations

import copy
import json
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from claquette import CalculationError, Footprint, FootprintSummary, FootprintValue, References, _native, compute, variance
from test_vectors import VECTORS, forms, tables, without_factors

AXES = ("account", "post", "section", "phase", "country", "kind", "work", "part", "gas")


@cache
def footprints() -> dict[str, Footprint]:
    """The footprint of every vector that has one."""
    bundled, bare, found = References.bundled(), without_factors(), {}
    for file in sorted(VECTORS.glob("*.json")):
        for case in json.loads(file.read_text("utf-8")):
            try:
                references = tables(case, bundled, bare)
                found[case["case"]] = compute(forms(case, file)[0], references, **case.get("options", {}))
            except CalculationError:
                continue
    return found


def shown(footprint: Footprint) -> list[str]:
    """All that a footprint shows."""
    labels = {name for line in footprint.value().lines for name in line.labels or {}}
    axes = [*AXES, *sorted(f"label:{name}" for name in labels)]
    return [
        footprint.to_json(),
        repr(footprint),
        footprint.summary().to_json(),
        footprint.indicators().to_json(),
        *(of.to_json() for of in footprint.coverage()),
        *(footprint.report(language) for language in ("fr", "en")),
        *(footprint.html(language) for language in ("fr", "en")),
        *(footprint.view(axis, account).to_json() for axis in axes for account in ("counted", "biogenic")),
        *(footprint.view_text(axis, "fr") for axis in axes),
    ]


def shown_without_tables(stored: list[str]) -> list[list[str]]:
    """All that stored footprints show, where nothing can read a table or compute a production."""
    for name in ("References", "check", "compute", "extract"):
        delattr(_native, name)
    with pytest.raises(AttributeError):
        compute("{}")
    return [shown(Footprint.from_json(text)) for text in stored]


def audited(footprint: Footprint) -> tuple[Footprint, bool]:
    """A footprint that crossed to this process, and whether its masses follow."""
    return footprint, footprint.audit() is None


def test_every_vector_is_read_back_without_tables() -> None:
    computed = footprints()
    assert len(computed) > 200
    stored = [footprint.to_json() for footprint in computed.values()]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        found = pool.submit(shown_without_tables, stored).result()
    for (name, footprint), there in zip(computed.items(), found, strict=True):
        assert shown(footprint) == there, name


def test_every_vector_is_equal_to_what_is_read_and_holds() -> None:
    for name, footprint in footprints().items():
        read = Footprint.from_json(footprint.to_json().encode())
        assert read == footprint and hash(read) == hash(footprint), name
        assert read.audit() is None and footprint.verify(read).holds, name
        assert pickle.loads(pickle.dumps(footprint)) == footprint, name
        value = footprint.value()
        assert value.to_json() == footprint.to_json() and FootprintValue.from_json(value.to_json()) == value, name
        summary = footprint.summary()
        assert FootprintSummary.from_json(summary.to_json()) == summary and footprint.verify(summary.to_json()).holds, name


def hotel(nights: int = 3, **more: Any) -> dict[str, Any]:
    line = {"id": "L1", "what": {"hotel": {"rooms": 4, "nights": nights}}}
    return {"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [line], **more}


def test_footprints_are_values() -> None:
    footprint, other = compute(hotel()), compute(hotel(2))
    assert footprint == compute(hotel()) and footprint != other and footprint != footprint.to_json()
    assert {footprint, compute(hotel()), other} == {other, footprint}
    assert copy.copy(footprint) is footprint and copy.deepcopy([footprint])[0] is footprint
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(footprint, protocol)) == footprint
    assert variance(footprint, Footprint.from_json(footprint.to_json())).rows == ()
    # 4 rooms × (3 − 2) nights × 6.7 kgCO2e/room.night
    assert pickle.loads(pickle.dumps(footprint)).total() - other.total() == Decimal("26.8")


def test_a_footprint_crosses_to_another_process() -> None:
    footprint = compute(hotel())
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(audited, [footprint]) == [(footprint, True)]


def test_a_forged_mass_is_found() -> None:
    # 4 rooms × 3 nights × 6.7 kgCO2e/room.night = 80.4 kg
    text = compute(hotel()).to_json()
    assert text.count('"80.4"') == 1
    found = Footprint.from_json(text.replace('"80.4"', '"8.04"')).audit()
    assert found is not None
    assert (found.kind, found.pointer, found.id) == ("mass", "/products/0/masses/0", "L1")
    assert (str(found.stated), str(found.computed)) == ("8.04", "80.4")
    assert found.fr == "ligne L1 : 8,04 kgCO2e, alors que ses termes et son facteur donnent 80,4 kgCO2e"


def test_a_forged_factor_is_found() -> None:
    # The grid's factor is the sum of its parts: 0.0519 kgCO2e/kWh.
    energy = {"value": "1000", "unit": "kWh"}
    stored = json.loads(compute(hotel(lines=[{"id": "L1", "what": {"electricity": {"energy": energy}}}])).to_json())
    assert stored["factors"][0]["value"] == "0.0519"
    stored["factors"][0]["value"] = "0.0591"
    found = Footprint.from_json(json.dumps(stored)).audit()
    assert found is not None
    assert (found.kind, found.pointer, found.id) == ("factor", "/factors/0/value", "electricity.fr.2024.ademe")
    assert (str(found.stated), str(found.computed)) == ("0.0591", "0.0519")

    # That of a hotel has no parts, and prices by itself: 4 × 3 × 7.6 = 91.2 kg.
    stored = json.loads(compute(hotel()).to_json())
    assert stored["factors"][0]["value"] == "6.7"
    stored["factors"][0]["value"] = "7.6"
    found = Footprint.from_json(json.dumps(stored)).audit()
    assert found is not None
    assert (found.kind, str(found.stated), str(found.computed)) == ("mass", "80.4", "91.2")


def test_a_footprint_of_another_engine_names_it() -> None:
    footprint = compute(hotel())
    stored = json.loads(footprint.to_json()) | {"engine": "claquette 0.0.1"}
    read = Footprint.from_json(json.dumps(stored))
    assert read.value().engine == read.summary().engine == "claquette 0.0.1"
    assert read != footprint
    verification = footprint.verify(read)
    assert verification.holds and verification.engine == "claquette 0.0.1"


def test_the_coverage_of_a_budget() -> None:
    budget = {"lines": [{"id": "9-1", "amount": {"value": "750", "unit": "EUR"}}], "vat": "excluded", "year": 2024}
    (euros,) = compute(hotel(budget=budget)).coverage()
    assert (euros.currency, str(euros.total)) == ("EUR", "750")
    assert {state.state: str(state.amount) for state in euros.states}["not-entered"] == "750"
    assert compute(hotel()).coverage() == ()
