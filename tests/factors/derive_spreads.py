#!/usr/bin/env python3
"""Checks how far each declared proxy is said to be off.

    derive_spreads.py

The spread of a row of proxies.csv is a squared geometric standard deviation (GSD²): 19 times in 20 the place's own factor is
taken to lie between that of the proxy ÷ spread and that of the proxy × spread. Where the source of the factor that serves has
the same key in at least eight places, it is exp(2 s), s being the standard deviation of the natural logarithms of the newest
value of each of them. Else it is that of the worst grade of the Bilan Carbone pedigree, technical 2.00 and geographic 1.10:
exp(√(ln² 2 + ln² 1.1)). It is 1 where the factor holds for the place as well, which SAME lists with what makes it so.

Exit status: 0 if each row has its spread, 1 if not.
"""

import csv
import math
import sys
from collections import defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
PLACES = 8
WORST = math.exp(math.hypot(math.log(2), math.log(1.1)))

# (the first key, the first place) of the rows whose factor is that of the place, too.
SAME = {
    ("energy.electricity", "MC"): "the grid of France supplies it",
    ("energy.electricity", "SM"): "the grid of Italy supplies it",
    ("energy.electricity", "VA"): "the grid of Italy supplies it",
    ("transport.train.international", "BE"): "the same train",
    ("transport.plane.seats-20-50", "BL"): "a class of planes, not a country",
    ("transport.plane.seats-20-50", "WORLD"): "a class of planes, not a country",
}


def read(name):
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def newest():
    """{(key, place): the newest usable row}."""
    found = {}
    for path in sorted(TABLES.glob("*.csv")):
        rows = read(path.name)
        if rows and "boundary" in rows[0]:
            for row in rows:
                if row["status"] == "usable" and row["year"]:
                    for key in row["key"].split():
                        known = found.get((key, row["place"]))
                        if known is None or known["year"] < row["year"]:
                            found[key, row["place"]] = row
    return found


def publisher(row):
    """The source without its edition: one method, whose places are compared."""
    return row["source"].split("-")[0]


def spread(key, proxy, rows):
    """The spread of the factor of a key in the place of a proxy, if it has one."""
    served = rows.get((key, proxy))
    if served is None:
        return None
    same = [
        float(row["value"]) for (other, place), row in rows.items()
        if other == key and publisher(row) == publisher(served) and row["unit"] == served["unit"] and float(row["value"]) > 0
    ]
    if len(same) < PLACES:
        return WORST
    logs = [math.log(value) for value in same]
    mean = sum(logs) / len(logs)
    return math.exp(2 * math.sqrt(sum((log - mean) ** 2 for log in logs) / (len(logs) - 1)))


def expected(row, rows, keys):
    """The spreads of what a row serves, as they are written."""
    families = row["key"].split(" ")
    if (families[0], row["place"].split(" ")[0]) in SAME:
        return {"1"}
    covered = [key for key in keys if any(key == family or key.startswith(family + ".") for family in families)]
    found = [spread(key, row["proxy"], rows) for key in covered]
    return {f"{one:.4f}" for one in found if one is not None}


def main():
    rows, keys = newest(), [row["key"] for row in read("keys.csv")]
    wrong = []
    for row in read("proxies.csv"):
        wanted = expected(row, rows, keys)
        if wanted != {row["spread"]}:
            wrong.append(f"{row['key']} in {row['place'][:30]} by {row['proxy']}: {row['spread']} in the table, {sorted(wanted)} by the sources")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(read('proxies.csv'))} proxies compared, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
