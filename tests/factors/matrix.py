#!/usr/bin/env python3
"""Prints where a value comes from, for ten countries and every key of the kinds of line.

    matrix.py [KIND…]

A cell says `national` (the country has a row of its own), `GB 3` (the row of
another country serves, for the numbered reason below the table), `world` (the
row of the whole world serves) or `asks` (nobody can say: the user is asked for
a factor). The rule is that of the resolution: the place itself, its proxies in
file order, the more specific key first, then its parent. Writes nothing.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
COUNTRIES = ["FR", "GB", "US", "DE", "ES", "IT", "BE", "MA", "ZA", "CA"]
KINDS = {
    "electricity": ["energy.electricity"],  # render, too
    "generator": ["energy.generator"],
    "heating": ["energy.heating"],
    "cooling": ["energy.cooling"],
    "refrigerant": ["energy.refrigerant"],
    "remote_work": ["buildings.remote-work"],
    "car": ["transport.car", "transport.car-fuel"],
    "train": ["transport.train"],
    "transit": ["transport.bus", "transport.coach", "transport.metro", "transport.tram", "transport.ferry"],
    "taxi": ["transport.taxi"],
    "two_wheeler": ["transport.motorcycle", "transport.moped", "transport.e-bike", "transport.e-scooter", "transport.bicycle"],
    "commute": ["transport.walk"],  # and keys of the others
    "plane": ["transport.plane"],
    "aircraft": ["transport.aircraft-fuel"],
    "boat": ["transport.boat-fuel"],
    "van": ["transport.van"],
    "lorry": ["transport.lorry"],
    "freight": ["transport.freight"],
    "hotel": ["accommodation.hotel"],
    "flat": ["accommodation.flat"],
    "meals": ["food.meal"],
    "drinks": ["food.drink"],
    "groceries": ["food.item"],
    "water": ["water"],
    "waste": ["waste"],
    "material": ["goods.material"],
    "costume": ["goods.costume"],
    "furniture": ["goods.furniture"],
    "equipment": ["goods.equipment"],
    "storage": ["data.storage"],
    "spend": ["spend"],
    "custom": [],  # any key; here those that no other kind has
}


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


def print_kind(kind, keys, pairs, parents, proxies):
    reasons, lines, counts = {}, [], Counter()
    for key in keys:
        cells = []
        for country in COUNTRIES:
            how, place, reason = resolve(key, country, pairs, parents, proxies)
            counts[how] += 1
            if how == "proxy":
                cells.append(f"{place} {reasons.setdefault(reason, len(reasons) + 1)}")
            else:
                cells.append(how)
        lines.append([key, *cells])
    width = max(len(key) for key in keys)
    print(f"\n## {kind}: {len(keys)} keys")
    for line in [["key", *COUNTRIES], *lines]:
        print(line[0].ljust(width), *(cell.ljust(8) for cell in line[1:]))
    for reason, n in reasons.items():
        print(f"  {n}. {reason}")
    return counts


def main(wanted):
    pairs = candidates()
    parents = {row["code"]: row["parent"] for row in read("places.csv")}
    proxies = defaultdict(list)
    for row in read("proxies.csv"):
        for key in row["key"].split(" "):
            for place in row["place"].split(" "):
                proxies[place].append({**row, "key": key})
    groups = {kind: [] for kind in KINDS}
    for row in read("keys.csv"):
        key = row["key"]
        kind = next((k for k, fs in KINDS.items() if any(covers(f, key) for f in fs)), "custom")
        groups[kind].append(key)
    total = {kind: print_kind(kind, keys, pairs, parents, proxies) for kind, keys in groups.items() if keys and kind in (wanted or KINDS)}
    print(f"\n## cells by kind, {len(COUNTRIES)} countries")
    for kind, counts in total.items():
        print(kind.ljust(12), *(f"{how} {counts[how]}".ljust(14) for how in ("national", "proxy", "world", "asks")))


if __name__ == "__main__":
    main(sys.argv[1:])
