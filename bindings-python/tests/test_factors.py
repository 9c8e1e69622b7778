"""A look into factors: search, explanation, difference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import claquette
from claquette import CalculationError, References, difference, explain, search

MINE = """id,key,place,year,unit,value,source,name_fr,name_en
quay,accommodation.hotel,FR,2025,kgCO2e/room.night,4.1,bill of the hotel,Hôtel du quai,Quay hotel
"""


def test_search_finds_what_is_meant() -> None:
    mine = References.bundled().with_set("mine", MINE)
    for text in ("quay", "QUAI hotel", "hôtel du quai 2025", "hotle quai"):
        assert [factor.id for factor in search(text, mine, most=1).found] == ["quay"], text
    (found,) = search("quay", mine).found
    assert (found.fr, found.en, found.keys) == ("Hôtel du quai", "Quay hotel", ("accommodation.hotel",))
    assert (found.value, found.mass, found.unit) == (Decimal("4.1"), "kgCO2e", "room.night")
    assert (found.place, found.year, found.status, found.source) == ("FR", 2025, "usable", "bill of the hotel")


def test_what_is_not_shown_is_counted() -> None:
    everything = search("hotel", most=2**31)
    some = search("hotel", most=3)
    assert some.found == everything.found[:3]
    assert (everything.more, some.more) == (0, len(everything.found) - 3)
    assert search("", most=3).found == search("zzzz", most=3).found == ()
    assert search("hotel", most=0).found == ()


def test_an_explanation_in_both_languages() -> None:
    mine = References.bundled().with_set("mine", MINE)
    assert explain("quay", "fr", mine).startswith("Hôtel du quai\u00a0: 4,1 kgCO2e par")
    assert explain("quay", "en", mine).startswith("Quay hotel: 4.1 kgCO2e per")
    with pytest.raises(CalculationError) as raised:
        explain("quai", "en", mine)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.suggestion) == ("unknown-factor", "quay")


def test_a_difference_adds_removes_and_changes() -> None:
    before = References.bundled().with_set("mine", MINE)
    after = References.bundled().with_set("mine", MINE.replace("4.1", "4.92"))
    # 4.92 ÷ 4.1 = 1.2
    (change,) = difference(before, after).changed
    assert (change.before.value, change.after.value) == (Decimal("4.1"), Decimal("4.92"))
    assert (change.fields, change.relative) == (("value",), Decimal("0.2"))
    assert (change.fr, change.en) == ("valeur 4,1 → 4,92 (+20\u00a0%)", "value 4.1 → 4.92 (+20%)")
    assert [factor.id for factor in difference(None, before).added] == ["quay"]
    assert [factor.id for factor in difference(before, None).removed] == ["quay"]


def test_words_and_numbers_that_are_not_taken() -> None:
    any_language: Any = "de"
    with pytest.raises(CalculationError, match="fr, en"):
        explain("electricity.fr.2024.ademe", any_language)
    for most in (-1, 2**32):
        with pytest.raises(CalculationError, match="from 0 to 4294967295"):
            claquette.search("hotel", most=most)
