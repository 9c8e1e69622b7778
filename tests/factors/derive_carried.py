#!/usr/bin/env python3
"""Measures how wrong a spend factor is that a price index carries over one to four years.

    derive_carried.py BASE_CARBONE.csv

The Base Carbone has a ratio of 56 sectors per thousand euros of each year from 2019 to 2023. Each of 2019 to 2022 is
rebased to 2023 by the French price index and compared with that of 2023. The root mean square s of all logarithms gives
the GSD², exp(2 s), that the note of the assumption `price-index.carried` quotes, and with the 80 % that the base states of its
ratios (GSD² 1.8) that of both together, exp(√(ln² 1.8 + (2 s)²)). BASE_CARBONE.csv is an export of the
base, in Windows-1252 or UTF-8, which is not part of this repository.

Exit status: 0 if the note quotes it, 1 if not.
"""

import csv
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
LAST = "2023"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ratios(path):
    """{sector: {year: ratio}}."""
    content = Path(path).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    found = defaultdict(dict)
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        year = re.fullmatch(r"kgCO2e/keuro \((\d{4})\) HT", row["Unité français"])
        if year and row["Type Ligne"] == "Elément":
            sector = re.split(r"\s*[–-]\s*20\d\d$", row["Nom base français"])[0]
            found[sector][year[1]] = float(row["Total poste non décomposé"].replace(",", "."))
    return {sector: of for sector, of in found.items() if LAST in of}


def main():
    if len(sys.argv) != 2:
        print(__doc__)
        return 1
    index = {row["year"]: float(row["value"]) for row in rows(TABLES / "price-index.csv") if row["place"] == "FR"}
    logs = []
    for of in ratios(sys.argv[1]).values():
        for year in sorted(of.keys() - {LAST}):
            logs.append(math.log(of[year] * index[year] / index[LAST] / of[LAST]))
    spread = math.sqrt(sum(log * log for log in logs) / len(logs))
    gsd2 = f"{math.exp(2 * spread):.4f}"
    both = f"{math.exp(math.hypot(math.log(1.8), 2 * spread)):.4f}"
    print(f"{len(logs)} logarithms, root mean square {spread:.5f}, GSD² {gsd2}; with 80 % of a ratio {both}")
    (note,) = [row["note"] for row in rows(TABLES / "assumptions.csv") if row["id"] == "price-index.carried"]
    quoted = f"GSD² {gsd2} (root mean square of {len(logs)} logarithms {spread:.5f};" in note
    return 0 if quoted and f"with the ±80 % of a ratio GSD² {both}" in note else 1


if __name__ == "__main__":
    sys.exit(main())
