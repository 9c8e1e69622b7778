#!/usr/bin/env python3
"""Checks the page of kinds and countries: which factor serves each key in each of eighteen countries and territories.

    matrix.py

Reads the tables again, resolves every key by itself (the place itself, its proxies in file order, the more specific key
first, then its parent; else the electricity of the place, if it is known how much of it is taken), and compares each cell of
factors/MATRIX.md. At most one cell in twenty may ask for a factor, all in all and in each place, and each of them says what
was looked for. Writes nothing.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
COUNTRIES = "FR GB US DE ES IT BE CA MA ZA SN RE GP MQ GF YT NC PF".split()
ELECTRICITY = "energy.electricity"
ASKS = 20
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


def served(key, country, consumptions, *tables):
    """The cell of a key: of its own factor, else of electricity."""
    own = resolve(key, country, *tables)
    if own[0] != "asks" or key not in consumptions:
        return own
    how, place, reason = resolve(ELECTRICITY, country, *tables)
    return (how, place, "; ".join(filter(None, (f"Electricity of the place × {consumptions[key]}", reason))))


def page():
    """({key: [cell of each country]}, the head of each table)."""
    rows, heads, asked = {}, [], {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| clé · key | pays"):
            continue
        if line.startswith("| clé · key |"):
            heads.append(cells[1:])
            reasons = {}
        elif line.startswith("| `") and "." in cells[0] and not heads:
            asked[cells[0].strip("`")] = (cells[1].split(), cells[2])
        elif line.startswith("| `") and "." in cells[0]:
            rows[cells[0].strip("`")] = (cells[1:], reasons)
        elif re.match(r"\d+\. ", line):
            number, _, reason = line.partition(". ")
            reasons[number] = reason
    return rows, heads, asked


def written(cell, reasons):
    """A cell of the page as `resolve` says it."""
    if cell == "—":
        return ("asks", "", "")
    place, _, number = cell.partition(" ")
    how = "national" if cell.startswith("**") else "world" if place == "WORLD" or not number else "proxy"
    return (how, place.strip("*"), reasons[number].split(" · ")[1] if number else "")


def main():
    pairs = candidates()
    parents = {row["code"]: row["parent"] for row in read("places.csv")}
    proxies = defaultdict(list)
    for row in read("proxies.csv"):
        for key in row["key"].split(" "):
            for place in row["place"].split(" "):
                proxies[place].append({**row, "key": key})
    consumptions = {
        row["id"].removeprefix("consumption."): row["name_en"]
        for row in read("assumptions.csv") if row["id"].startswith("consumption.")
    }
    rows, heads, asked = page()
    assert heads and all(head == COUNTRIES for head in heads), heads
    keys = [row["key"] for row in read("keys.csv")]
    wrong = sorted(set(keys) ^ set(rows))
    counts, asks = Counter(), defaultdict(list)
    for key in set(keys) & set(rows):
        cells, reasons = rows[key]
        for country, cell in zip(COUNTRIES, cells, strict=True):
            expected = served(key, country, consumptions, pairs, parents, proxies)
            counts[expected[0]] += 1
            if expected[0] == "asks":
                asks[country].append(key)
            if written(cell, reasons) != expected:
                wrong.append(f"{key} in {country}: {cell} on the page, {expected} by the tables")
    listed = {(key, country) for key, (countries, _) in asked.items() for country in countries}
    wrong += [f"{key} in {country}: asked for, but not listed, or the other way" for country in COUNTRIES for key in sorted(
        set(asks[country]) ^ {key for key, of in listed if of == country})]
    wrong += [f"{key}: not said what was looked for" for key, (_, said) in asked.items() if len(said.split(" · ")) != 2]
    for country in COUNTRIES:
        if len(asks[country]) * ASKS > len(keys):
            wrong.append(f"{country}: {len(asks[country])} of {len(keys)} keys ask for a factor, more than one in {ASKS}")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print("asked for:", *(f"{country} {100 * len(asks[country]) / len(keys):.1f} %" for country in COUNTRIES))
    print(f"{len(rows)} keys in {len(COUNTRIES)} countries compared:", *(f"{how} {counts[how]}" for how in ("national", "proxy", "world", "asks")))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
