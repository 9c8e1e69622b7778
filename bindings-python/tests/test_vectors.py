"""Every vector through the typed API, compared as exact text."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import claquette
from claquette import CalculationError, Footprint, Production, References
from test_hostile import other_codes
from test_import import import_codes

VECTORS = Path(__file__).resolve().parents[2] / "tests" / "vectors"
TABLES = ("keys.csv", "places.csv", "proxies.csv", "assumptions.csv", "equivalences.csv", "gwp.csv", "ranges.csv", "sources.csv")
DATA = VECTORS.parents[1] / "factors" / "data"
AIRPORTS = VECTORS.parents[1] / "factors" / "airports" / "airports.csv"
CITIES = VECTORS.parents[1] / "factors" / "cities" / "cities.csv"
STATIONS = VECTORS.parents[1] / "factors" / "stations" / "stations.csv"


def cases() -> list[dict[str, Any]]:
    # Numbers stay as they were written: a JSON number must reach the core as one.
    return [case for file in sorted(VECTORS.glob("*.json")) for case in json.loads(file.read_text("utf-8"))]


def written(name: str, file: Path) -> str:
    """The text of a production as its file has it."""
    text = file.read_text("utf-8")
    start = text.index('"production":', text.index(json.dumps(name, ensure_ascii=False))) + len('"production":')
    return text[start:].lstrip()[: json.JSONDecoder().raw_decode(text[start:].lstrip())[1]]


def without_factors() -> References:
    files = {name: (DATA / name).read_text("utf-8") for name in TABLES}
    tables = References.read("tables", files).with_airports("airports.csv", AIRPORTS.read_text("utf-8"))
    tables = tables.with_cities("cities.csv", CITIES.read_text("utf-8"))
    return tables.with_stations("stations.csv", STATIONS.read_text("utf-8"))


def tables(case: dict[str, Any], bundled: References, bare: References) -> References:
    references = bundled if case.get("bundled") else bare
    for extra in case.get("factors", []):
        references = references.with_set(extra["set"], "\n".join(extra["rows"]))
    if "proxies" in case:
        references = references.with_proxies("proxies.csv", "\n".join(case["proxies"]))
    if "assumptions" in case:
        references = references.with_assumptions("assumptions.csv", "\n".join(case["assumptions"]))
    return references


def forms(case: dict[str, Any], file: Path) -> list[Production | dict[str, Any] | str | bytes]:
    """The production in every form that can hold it: JSON, plain values, typed objects."""
    if "production" not in case:
        return [case["text"].encode() if "text" in case else base64.b64decode(case["base64"])]
    text = written(case["case"], file)
    try:
        return [text, json.loads(text), Production.from_json(text)]
    except CalculationError:
        # The types cannot hold what is wrong with it.
        return [text, json.loads(text)]


def location(problem: claquette.Diagnostic) -> dict[str, Any]:
    if problem.pointer is not None:
        return {"pointer": problem.pointer}
    fields = ("byte", "file", "line", "column")
    return {"location": {name: getattr(problem, name) for name in fields if getattr(problem, name) is not None}}


def matches(expected: Any, got: Any) -> bool:
    """Whether everything that is expected is there."""
    if isinstance(expected, dict):
        return isinstance(got, dict) and all(k in got and matches(v, got[k]) for k, v in expected.items())
    if isinstance(expected, list):
        return len(expected) == len(got) and all(map(matches, expected, got))
    return bool(expected == got)


def in_any_order(expected: Any, got: Any) -> bool:
    """Whether everything that is expected is there, each once, and nothing else."""
    left = list(got)
    for one in expected:
        found = next((at for at, other in enumerate(left) if matches(one, other)), None)
        if found is None:
            return False
        del left[found]
    return not left


def observed(footprint: Footprint, expect: dict[str, Any]) -> dict[str, Any]:
    value, summary = footprint.value(), footprint.summary()
    lines = {line.line: line for line in summary.lines}
    products = [(value.lines[product.line].id, value.requests[product.request], product.masses) for product in value.products]
    found: dict[str, Any] = {"status": footprint.status}
    found["totals"] = {account: f"{footprint.total(account):f}" for account in expect.get("totals", {})}
    found["lines"] = [
        {**item, "kgco2e": next((f"{m.kgco2e:f}" for m in lines[item["line"]].masses if m.account == item["account"]), "0")}
        for item in expect.get("lines", [])
    ]
    named = {item["line"] for item in expect.get("entries", [])}
    found["entries"] = [
        {
            "line": line,
            "account": slot.account or "counted",
            "part": slot.part or "whole",
            "gas": slot.gas or "unallocated",
            "kgco2e": f"{mass:f}",
        }
        for line, request, masses in products
        if line in named
        for slot, mass in zip(slots(value.factors[request.factor]), masses, strict=True)
        if mass
    ]
    found["resolutions"] = [
        {
            "line": item["line"],
            "factor": factor.id,
            "set": None if factor.set is None else value.sets[factor.set].name,
            "place": request.place_reason or "exact",
            "period": request.period_reason or "same-year",
        }
        for item in expect.get("resolutions", [])
        for line, request, _ in products
        if line == item["line"]
        for factor in [value.factors[request.factor]]
    ]
    found["views"] = [
        {
            "view": item["view"],
            "account": item["account"],
            "groups": [
                {"group": group.group, "kgco2e": f"{group.kgco2e:f}"}
                for group in footprint.view(item["view"], item["account"]).groups
            ],
        }
        for item in expect.get("views", [])
    ]
    of = summary.indicators
    names = {
        "per-hour": of.per_hour,
        "per-shooting-day": of.per_shooting_day,
        "per-1000": of.per_thousand,
        "physical-share": of.physical_share,
        "monetary-share": of.monetary_share,
        "derived-share": of.derived_share,
    }
    found["indicators"] = {name: None if value is None else f"{value:f}" for name, value in names.items()}
    if "uncertainty" in expect:
        factors = expect["uncertainty"].get("factor_spread", "percent")
        found["uncertainty"] = json.loads(footprint.uncertainty(factors).to_json())
    found["problems"] = [problem(warning) for warning in summary.warnings]
    found["more"] = summary.more
    return found


def slots(factor: claquette.UsedFactor) -> tuple[claquette.UsedFactorSlot, ...]:
    """What the masses of a factor are of; one that is not split is counted whole."""
    return factor.slots or (claquette.UsedFactorSlot(value=factor.value),)


def problem(diagnostic: claquette.Diagnostic) -> dict[str, Any]:
    given = diagnostic.parameters.items()
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in given}
    meant = {} if diagnostic.suggestion is None else {"suggestion": diagnostic.suggestion}
    return {"code": diagnostic.code, **location(diagnostic), "parameters": parameters, **meant}


def proposed(case: dict[str, Any], production: Any, bundled: References, bare: References) -> Any:
    """The lines that are proposed; nothing where there is no sound production."""
    try:
        return json.loads(claquette.propose(production, tables(case, bundled, bare)).to_json())
    except CalculationError:
        return None


def outcome(case: dict[str, Any], production: Any, bundled: References, bare: References) -> dict[str, Any]:
    try:
        references = tables(case, bundled, bare)
        footprint = claquette.compute(production, references, **case.get("options", {}))
    except CalculationError as error:
        problems = [problem(diagnostic) for diagnostic in error.diagnostics]
        return {"status": "refused", "problems": problems, "more": error.more}
    return observed(footprint, case["expect"])


def test_vectors() -> None:
    bundled, bare = References.bundled(), without_factors()
    ran, objects, plain, differ = 0, 0, 0, []
    raised: set[str] = set()
    for file in sorted(VECTORS.glob("*.json")):
        for case in json.loads(file.read_text("utf-8")):
            for production in forms(case, file):
                got = outcome(case, production, bundled, bare)
                if "proposal" in case["expect"]:
                    got["proposal"] = proposed(case, production, bundled, bare)
                raised.update(found["code"] for found in got["problems"])
                # Where it is not named, nothing is to be beyond the problems that are kept.
                for name, expected in {"more": 0, **case["expect"]}.items():
                    any_order = name == "problems" and got["status"] != "refused"
                    if not (in_any_order if any_order else matches)(expected, got.get(name)):
                        form = type(production).__name__
                        differ.append(f"{case['case']} ({form}): {name}: {expected} expected, got {got.get(name)}")
                objects += isinstance(production, Production)
                plain += isinstance(production, dict)
            ran += 1
    print(f"\n{ran} vectors\n{objects} of them as typed objects, {plain} as plain values, {ran} as JSON")
    assert not differ, "\n".join(differ)
    assert ran == len(cases())
    assert objects > 150
    codes = {row.code for row in claquette.catalogue()}
    # What is wrong with compiled tables that were fetched: only pages fetch them.
    fetched = {"invalid-compiled", "missing-notes"}
    assert codes == raised | other_codes() | import_codes() | fetched, "raised by no vector and no test"
