"""Importers across the border: what is kept, what is skipped, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

import claquette
from claquette import CalculationError, References, import_base

HEADER = "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025\n"
HOTEL = "29_600_4016_13_1,Scope 3,Hotel stay,Hotel stay,France,,,Room per night,kg CO2e,6.9\n"
WATER = "17_1_1_10_1,Scope 3,Water supply,Water supply,Water supply,,,million litres,kg CO2e,153\n"
BUTANE = (
    "1_100_1000_8_1,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e,1.74532\n"
    "1_100_1000_8_2,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of CO2 per unit,1.74296\n"
)
END = ",END,,,,,,,,\n"
STAY = {
    "format": 1, "kind": "news", "place": "FR", "period": {"year": 2025},
    "lines": [{"id": "L1", "what": {"hotel": {"rooms": 4, "nights": 3}}}],
}


def test_an_export_serves_a_production() -> None:
    imported = import_base("flat-2025.csv", (HEADER + HOTEL + WATER + END).encode())
    assert (imported.base, imported.factors) == ("desnz", 2)
    assert [(row.line, row.id, row.reason) for row in imported.unpriced] == [(3, "17_1_1_10_1", "unit")]
    assert [(row.line, row.reason) for row in imported.skipped] == [(4, "blank")]
    # The bundled key map gives the French hotel its key; what else it names is not in this file.
    assert "29_600_4016_13_1" not in {row.id for row in imported.unserved}
    assert {row.reason for row in imported.unserved} == {"not-in-import"}
    footprint = claquette.compute(STAY, References.bundled().with_set("DESNZ 2025", imported.csv))
    # 4 rooms × 3 nights × 6.9 kg
    assert footprint.total() == Decimal("82.8")


def test_a_key_map_of_ones_own() -> None:
    export = (HEADER + HOTEL + END).encode()
    maps = {"desnz.csv": "id,key,row\nmine,accommodation.flat accommodation.hotel,29_600_4016_13_1\n"}
    # A flat is counted by the dwelling, not by the room: the row serves hotels alone, and is listed.
    imported = import_base("flat.csv", export, maps=maps)
    assert [(row.line, row.reason) for row in imported.unserved] == [(2, "other-unit")]
    assert "mine,accommodation.hotel," in imported.csv
    References.bundled().with_set("mine", imported.csv)
    assert import_base("flat.csv", export, maps={}).unserved == ()


def test_anomalies_are_told_in_both_languages() -> None:
    # 2.74296 of CO2 is more than all of 1.74532.
    export = HEADER + BUTANE.replace("1.74296", "2.74296") + END
    (odd,) = import_base("flat.csv", export.encode(), maps={}).anomalies
    assert (odd.line, odd.id, odd.kind) == (2, "1_100_1000_8_1", "gases-total")
    assert odd.fr == "la somme des gaz n’est pas le total (2,74296 ≠ 1,74532)"
    assert odd.en == "the sum of the gases is not the total (2.74296 ≠ 1.74532)"


def test_a_set_of_ones_own() -> None:
    rows = "id,place,unit,value,source\nquay,FR,kgCO2e/room.night,4.1,facture de l’hôtel\n"
    for encoding in ("utf-8", "cp1252"):
        imported = import_base("mine.csv", rows.encode(encoding))
        assert (imported.base, imported.factors, imported.csv) == (None, 1, rows)


def refused(content: bytes) -> list[tuple[str, int | None]]:
    with pytest.raises(CalculationError) as raised:
        import_base("flat.csv", content)
    return [(problem.code, problem.line) for problem in raised.value.diagnostics]


#: What is wrong with a file, and the problem and the line that it must be.
REFUSED = [
    ((HEADER + HOTEL + END).encode("utf-16"), ("wrong-encoding", 1)),
    ((HEADER + HOTEL).encode(), ("cut-off", 2)),
    ((HEADER + HOTEL.replace("6.9", "6,9") + END).encode(), ("row-length", 2)),
    ((HEADER + HOTEL.replace("6.9", "=6+0.9") + END).encode(), ("formula", 2)),
    ((HEADER + HOTEL.replace("6.9", '"1,006"') + END).encode(), ("ambiguous-number", 2)),
    ((HEADER + HOTEL + END + WATER).encode(), ("after-end", 4)),
    ((HEADER + BUTANE.replace("8_2", "9_2") + END).encode(), ("orphan-part", 3)),
    (b"id,place,unit,value,source\nquay,FR,kgCO2e/room,4.1,bill\n", ("invalid-value", 2)),
    (b"", ("empty-table", 1)),
    (b'"' * 100_000, ("unknown-column", 1)),
]


@pytest.mark.parametrize(("content", "problem"), REFUSED, ids=[code for _, (code, _) in REFUSED])
def test_what_is_no_base(content: bytes, problem: tuple[str, int]) -> None:
    assert refused(content)[0] == problem


def import_codes() -> set[str]:
    """The codes that only importers raise."""
    return {code for content, _ in REFUSED for code, _ in refused(content)}
