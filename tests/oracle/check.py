"""Recomputes the conformance vectors, or one production file, in exact fractions.

    python3 tests/oracle/check.py
    python3 tests/oracle/check.py --production FILE [--factors CSV] [--unpriced exclude] [--electricity market] [--gwp ar6]
"""

import argparse
import base64
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent)

from oracle import coverage, proposals, run, tables, views, warned  # noqa: E402

AMOUNTS = ("totals", "lines", "entries", "resolutions", "views", "indicators", "uncertainty")
FIELDS = {"case", "why", "production", "text", "base64", "factors", "bundled", "proxies", "assumptions", "options",
          "expect"}


def amounts(expect):
    """How many texts an `expect` (or a part of it) pins."""
    if isinstance(expect, dict):
        return sum(amounts(value) for name, value in expect.items() if name not in ("line", "account", "view", "group",
                                                                                   "part", "gas"))
    if isinstance(expect, list):
        return sum(amounts(value) for value in expect)
    return 1


def shape(case):
    """What is wrong with the form of a case."""
    if case.keys() - FIELDS:
        yield f"unknown fields {sorted(case.keys() - FIELDS)}"
    if len(case.keys() & {"production", "text", "base64"}) != 1:
        yield "exactly one of production, text, base64"
    if not case.get("why"):
        yield "no hand work in `why`"
    expect = case["expect"]
    if expect.get("status") not in ("complete", "partial", "refused"):
        yield "no status"
    if expect.get("status") != "refused" and "problems" not in expect:
        yield "a priced production without its warnings, be they none"
    if expect.get("status") == "refused" and any(name in expect for name in AMOUNTS):
        yield "a refused production has no amounts"
    for problem in expect.get("problems", []):
        if "code" not in problem or problem.keys() - {"code", "pointer", "parameters", "location", "suggestion"}:
            yield f"problem {problem}"
        if problem.get("pointer", "") and not problem["pointer"].startswith("/"):
            yield f"pointer {problem['pointer']}"


def text_of(case):
    if "production" in case:
        return None
    return case["text"] if "text" in case else base64.b64decode(case["base64"]).decode("utf-8")


def differences(case, base):
    """(number of amounts recomputed, what differs)."""
    wrong = list(shape(case))
    expect = case["expect"]
    if expect.get("proposal"):
        proposal = proposals.proposal(base, case["production"])
        if not proposals.agrees(expect["proposal"], proposal):
            wrong.append(f"proposal\n    is      {json.dumps(proposal)}")
    if expect.get("status") == "refused" or wrong:
        return 0, wrong
    text = text_of(case)
    production = case["production"] if text is None else run.read(text)
    names = {name: value for name, value in expect.items() if name != "proposal"}
    names["warned"] = warned.expected(names["problems"])
    names["problems"] = [
        problem["parameters"]["kgco2e"] for problem in names["problems"] if problem["code"] == "not-restated"
    ]
    found = run.expected(names, production, tables.for_case(base, case), case.get("options", {}))
    for name, want in names.items():
        if found[name] != want:
            wrong.append(f"{name}\n    expects {json.dumps(want)}\n    is      {json.dumps(found[name])}")
    return amounts({name: expect[name] for name in AMOUNTS if name in expect}), wrong


def check_vectors(folder, base):
    cases, recomputed, count, wrong, names, warnings = 0, 0, 0, 0, set(), []
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"), parse_float=run.Decimal):
            cases += 1
            try:
                amount_count, found = differences(case, base)
            except Exception as error:  # a case that the oracle cannot follow is a difference too
                amount_count, found = 0, [f"{type(error).__name__}: {error}"]
            if case["case"] in names:
                found.append("the name is taken")
            names.add(case["case"])
            if case["expect"].get("status") != "refused":
                warnings += case["expect"].get("problems", [])
            recomputed += amount_count > 0
            count += amount_count
            for what in found:
                wrong += 1
                print(f"{path.name}: {case['case']}: {what}")
    print(f"{recomputed} cases recomputed, {count} amounts")
    print(f"{len(warned.expected(warnings))} of {len(warnings)} warnings recomputed, and no others of their codes found")
    print(f"{cases - recomputed} cases of problems: only their shape was checked")
    return wrong


def print_production(path, base, factors, options):
    if factors:
        own = [tables.factor(row) for row in tables.rows_of(factors)]
        base.sets.insert(0, tables.FactorSet(Path(factors).stem, own))
    production = run.read(Path(path).read_text(encoding="utf-8"))
    priced, excluded = run.compute(production, base, options)
    lines = {one.line["id"]: [] for one in priced}
    for one in priced:
        lines[one.line["id"]].append(one)
    for line, ones in lines.items():
        for account in views.ACCOUNTS:
            mass = sum(one.mass(account) for one in ones)
            if mass:
                print(line, account, run.kilograms(mass))
    for line in excluded:
        print(line, "excluded", "-")
    for currency, state, amount in coverage.coverage(production):
        print(currency, state, amount)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--production", help="a production file to price with the bundled tables")
    parser.add_argument("--factors", help="a table of factors that goes before the bundled ones")
    parser.add_argument("--unpriced", choices=["refuse", "exclude"], default="refuse")
    parser.add_argument("--electricity", choices=["location", "market"], default="location")
    parser.add_argument("--gwp", choices=["published", "ar5", "ar6"], default="published")
    parser.add_argument("--aviation", choices=["by-place", "by-seats", "by-haul"], default="by-place")
    parser.add_argument("--data", default=HERE.parent.parent / "factors" / "data", help="the bundled tables")
    arguments = parser.parse_args()
    base = tables.bundled(arguments.data)
    if arguments.production:
        options = {"unpriced": arguments.unpriced, "electricity": arguments.electricity, "gwp": arguments.gwp,
                   "aviation": arguments.aviation}
        print_production(arguments.production, base, arguments.factors, options)
        return 0
    return 1 if check_vectors(HERE.parent / "vectors", base) else 0


if __name__ == "__main__":
    sys.exit(main())
