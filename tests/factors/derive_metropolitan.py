#!/usr/bin/env python3
"""Derives the rows of airports.csv that are no single airport, and checks them.

    derive_metropolitan.py IATA_METROPOLITAN_CODES.csv [--write]

A ticket often names a city, such as PAR, LON or NYC. Such a code stands at the mean of those of its airports that the table has:
those that airportsdata (MIT) lists for it, else those that OpenTravelData (CC BY 4.0) does. A code that is an airport itself is
left alone, as is one whose airports lie in two places or more than 150 km apart. OTHER has further codes of one airport, and those of
closed ones with the airport that took over. IATA_METROPOLITAN_CODES.csv has a row for each pair of both lists; it is not part of
this repository.

Exit status: 0 if the rows are what the list says, 1 if not.
"""

import csv
import io
import math
import sys
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "factors" / "airports" / "airports.csv"
COLUMNS = ["iata", "name", "city", "place", "latitude", "longitude"]
ALL = "all airports"
FARTHEST = 150
OTHER = {
    "MLH": ("BSL", "another code of BSL"),
    "EAP": ("BSL", "another code of BSL"),
    "TXL": ("BER", "TXL closed in 2020"),
    "SXF": ("BER", "SXF is a terminal of it"),
}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kilometres(one, other):
    """The distance between two airports, on a sphere."""
    (a, b), (c, d) = [[math.radians(float(row[name])) for name in ("latitude", "longitude")] for row in (one, other)]
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def mean(rows, name):
    return f"{sum(float(row[name]) for row in rows) / len(rows):.5f}".rstrip("0").rstrip(".")


def derived(pairs, airports):
    """The rows of codes that are no single airport."""
    members = defaultdict(lambda: ([], []))
    for pair in pairs:
        if pair["airport"] in airports and pair["metro"] not in airports:
            listed = members[pair["metro"]]
            listed[0 if pair["in_airportsdata"] == "1" else 1].append((airports[pair["airport"]], pair["city"]))
    for metro, (first, others) in sorted(members.items()):
        chosen = [row for row, _ in first or others]
        spread = max(kilometres(one, other) for one in chosen for other in chosen)
        if len({row["place"] for row in chosen}) == 1 and spread <= FARTHEST:
            city = next((city for _, city in first + others if city), chosen[0]["city"])
            yield {
                "iata": metro, "name": f"{city}, {ALL}: {' '.join(sorted(row['iata'] for row in chosen))}", "city": city,
                "place": chosen[0]["place"], "latitude": mean(chosen, "latitude"), "longitude": mean(chosen, "longitude"),
            }
    for code, (airport, why) in OTHER.items():
        row = airports[airport]
        yield {**row, "iata": code, "name": f"{row['name']} ({why})"}


def main(arguments):
    if not arguments:
        print(__doc__)
        return 1
    rows = read(TABLE)
    added = lambda row: row["iata"] in OTHER or f", {ALL}: " in row["name"]
    airports = {row["iata"]: row for row in rows if not added(row)}
    wanted = sorted(derived(read(arguments[0]), airports), key=lambda row: row["iata"])
    if "--write" in arguments:
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted([*airports.values(), *wanted], key=lambda row: row["iata"]))
        TABLE.write_text(text.getvalue(), encoding="utf-8", newline="\n")
        rows = read(TABLE)
    found = [row for row in rows if added(row)]
    wrong = [row["iata"] for row in wanted if row not in found] + [row["iata"] for row in found if row not in wanted]
    print(f"{len(found)} codes of cities and other codes, {len(wrong)} differ {' '.join(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
