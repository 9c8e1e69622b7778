#!/usr/bin/env python3
"""Checks the page of kinds and countries: which factor serves each key in each of ten countries.

    matrix.py

Reads the tables again, resolves every key by itself (the place itself, its proxies in file order, the more specific key
first, then its parent), and compares each cell of factors/MATRIX.md. Writes nothing.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
COUNTRIES = ["FR", "GB", "US", "DE", "ES", "IT", "BE", "CA", "MA", "ZA"]
PAGE = TABLES.parent / "MATRIX.md"


def read(name):
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def covers(family, key):
    return key == family or key.startswith(family + ".")


def candidates():
    """The (key, place) pairs that a dated, usable row serves."""
    pairs = set()
    for path in sorted(TABLES.glob("*.csv")):
        rows = read(path.name)
        if rows and "boundary" in rows[0]:
            for row in rows:
                if row["status"] == "usable" and row["year"]:
                    pairs |= {(key, row["place"]) for key in row["key"].split()}
    return pairs


def resolve(key, country, pairs, parents, proxies):
    """(`national` | `proxy` | `world` | `asks`, place, reason) of one cell."""
    place = country
    while place:
        if (key, place) in pairs:
            return ("national" if place == country else "world", place, "")
        matching = [row for row in proxies[place] if covers(row["key"], key)]
        for row in sorted(matching, key=lambda row: -len(row["key"])):
            if (key, row["proxy"]) in pairs:
                return ("proxy", row["proxy"], row["reason_en"])
        place = parents.get(place, "")
    return ("asks", "", "")


def page():
    """({key: [cell of each country]}, the head of each table)."""
    rows, heads = {}, []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| clé · key |"):
            heads.append(cells[1:])
            reasons = {}
        elif line.startswith("| `") and "." in cells[0]:
            rows[cells[0].strip("`")] = (cells[1:], reasons)
        elif re.match(r"\d+\. ", line):
            number, _, reason = line.partition(". ")
            reasons[number] = reason
    return rows, heads


def written(cell, reasons):
    """A cell of the page as `resolve` says it."""
    if cell == "—":
        return ("asks", "", "")
    if cell.startswith("**"):
        return ("national", cell.strip("*"), "")
    place, _, number = cell.partition(" ")
    return ("proxy", place, reasons[number].split(" · ")[1]) if number else ("world", place, "")


def main():
    pairs = candidates()
    parents = {row["code"]: row["parent"] for row in read("places.csv")}
    proxies = defaultdict(list)
    for row in read("proxies.csv"):
        for key in row["key"].split(" "):
            for place in row["place"].split(" "):
                proxies[place].append({**row, "key": key})
    rows, heads = page()
    assert heads and all(head == COUNTRIES for head in heads), heads
    keys = [row["key"] for row in read("keys.csv")]
    wrong = sorted(set(keys) ^ set(rows))
    counts = Counter()
    for key in set(keys) & set(rows):
        cells, reasons = rows[key]
        for country, cell in zip(COUNTRIES, cells, strict=True):
            expected = resolve(key, country, pairs, parents, proxies)
            counts[expected[0]] += 1
            if written(cell, reasons) != expected:
                wrong.append(f"{key} in {country}: {cell} on the page, {expected} by the tables")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(rows)} keys in {len(COUNTRIES)} countries compared:", *(f"{how} {counts[how]}" for how in ("national", "proxy", "world", "asks")))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
