"""What a call across the border costs beside the computation itself: nothing is asserted."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import claquette
from claquette import Production

FILM = Path(__file__).resolve().parents[2] / "tests" / "productions" / "feature-film.json"
LINE = (
    '{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines":'
    ' [{"id": "L1", "what": {"hotel": {"rooms": 1, "nights": 1}}}]}'
)

film = FILM.read_text("utf-8")
typed = Production.from_json(film)
footprint = claquette.compute(film)
stored = footprint.to_json()
calls: list[tuple[str, int, Callable[[], object]]] = [
    ("version(): the bare call", 20_000, claquette.version),
    ("total(): a call and a Decimal", 20_000, footprint.total),
    ("check(one line)", 2_000, lambda: claquette.check(LINE)),
    ("compute(one line)", 2_000, lambda: claquette.compute(LINE)),
    ("compute(film as text)", 200, lambda: claquette.compute(film)),
    ("compute(film as typed objects)", 200, lambda: claquette.compute(typed)),
    ("to_json() of the film", 100, footprint.to_json),
    ("value() of the film", 20, footprint.value),
    ("from_json() of the film", 100, lambda: claquette.Footprint.from_json(stored)),
    ("audit() of the film", 100, footprint.audit),
]
for name, times, call in calls:
    for _ in range(times // 10):
        call()
    began = time.perf_counter()
    for _ in range(times):
        call()
    print(f"{(time.perf_counter() - began) * 1e6 / times:10.1f} µs  {name}")
