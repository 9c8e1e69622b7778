#!/usr/bin/env python3
"""Derives the table of stations from its source, again.

    derive_stations.py FOLDER [--write]

FOLDER holds optd_por_public.csv of the package NeoBase 0.37, which has the points of reference of OpenTravelData
(CC BY 4.0). Kept are the stations of Europe that are open, known to GeoNames and located to at least four decimals of a
degree, which are no whole minutes; elsewhere they have the names of towns too often. A name says the city, too, where
the source's does not; beside it stand a French name of the source and an English one. What says "railway station" is
left out of the names, and a French or English name that is another station's as well. Without --write the table is
compared with the bundled one.
"""

import csv
import io
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from derive_cities import TABLES, plain

COLUMNS = ["iata", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"]
FRENCH = re.compile(r"^(?:[Gg]are\s+(?:centrale\s+|TGV\s+)?(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?)(?=[A-ZÀ-Ý])")
OTHERS = re.compile(r"^(?:stazione\s+(?:di\s+)?|estación\s+de\s+(?:tren\s+de\s+)?)", re.I)
STATION = re.compile(r"\s+(?:high speed\s+)?(?:(?:railway|train|rail)\s+)?(?:station|stn|stati|s)$", re.I)
# Where the names of the source lack the city; elsewhere they have it, in the language of the country.
WITHOUT_CITY = ("BE", "ES", "FR", "GB")
# Closed in 1983.
CLOSED = ("XRV",)
# Names that the source has without their ends.
CUT_OFF = re.compile(r"\b[dl][A-Z]|Padou$|Cordou$|de Tour$")
CUT = re.compile(r"\b[A-Z]{2} .*")


def short(name):
    """A name without what says that it is a station."""
    return OTHERS.sub("", FRENCH.sub("", STATION.sub("", name.strip()))).strip(" -")


def titled(name):
    """With a capital letter."""
    return name[:1].upper() + name[1:]


def alternatives(row, language):
    """The other names of a language, the preferred one first."""
    found = [part.lstrip("|").split("|") for part in row["alt_name_section"].split("=")]
    named = [(part[2:3] != ["p"], part[1].strip()) for part in found if part[0] == language and len(part) > 1]
    return [name for _, name in sorted(named, key=lambda pair: pair[0])]


def located(row):
    """Whether it is a station of GeoNames, to four decimals and at no whole minute, and where GeoNames has it, if that is said."""
    here = [row[axis] for axis in ("latitude", "longitude")]
    there = [row[axis] or at for axis, at in zip(("geoname_lat", "geoname_lon"), here)]
    fine = max(len(at.partition(".")[2]) for at in here) >= 4
    whole = all(abs(float(at) * 60 - round(float(at) * 60)) < 0.01 for at in here)
    return row["geoname_id"] != "0" and fine and not whole and all(abs(float(at) - float(of)) < 0.05 for at, of in zip(here, there))


def kept(folder):
    """The rows of open stations, located well enough."""
    with (folder / "optd_por_public.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="^", quoting=csv.QUOTE_NONE):
            generic = "Generic" in row["name"] or "airport" in row["name"].casefold()
            is_station = row["fcode"] == "RSTN" and "R" in row["location_type"] and row["continent_name"] == "Europe"
            is_open = not row["date_until"] and row["iata_code"] not in CLOSED
            if is_station and is_open and not generic and located(row):
                yield row


def cities():
    """{place: the names of its cities}, as the gazetteer has them."""
    found = defaultdict(set)
    with (TABLES / "cities" / "cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["place"][:2]].update(plain(row[column]) for column in ("name", "name_fr", "name_en") if row[column])
    return found


def named(row, towns):
    """The name of a station, with its city."""
    name = CUT.sub("", row["name"]).strip() if f" {row['country_code']} " in row["name"] else row["name"]
    name, near = titled(short(name)), row["city_name_list"].split("=")
    if row["country_code"] == "FR":
        name = re.sub(r"\bSt\.?[ -]", "Saint-", name)
    whole = next((city for city in near if plain(city).endswith("-" + plain(name))), None)
    if whole:
        return whole
    parts = plain(name).split("-")
    begins = any("-".join(parts[:count]) in towns for count in range(1, len(parts) + 1))
    told = begins or row["country_code"] not in WITHOUT_CITY or any(plain(city) in plain(name) or plain(name) in plain(city) for city in near) or "International" in name
    return name if told or "TGV" in name else f"{near[0]} {name}"


def in_french(row, name):
    """A French name: without "gare de" where it still names a city or more than one thing."""
    for one in (one for one in alternatives(row, "fr") if not CUT_OFF.search(one)):
        brief = titled(short(one))
        if plain(brief) != plain(name) and re.search(r"[ -]", brief):
            return brief
        if plain(one) != plain(name):
            return titled(one)
    return ""


def stations(folder):
    """The rows of the table."""
    with (TABLES / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        places = {row["code"] for row in csv.DictReader(file)}
    rows, towns = [], cities()
    found = [(row, named(row, towns[row["country_code"]])) for row in kept(folder)]
    for row, name in sorted(found, key=lambda pair: (pair[0]["country_code"], plain(pair[1]), pair[0]["iata_code"])):
        place = row["country_code"]
        if place not in places:
            continue
        french = in_french(row, name)
        english = [titled(STATION.sub("", one)) for one in alternatives(row, "en")]
        english = next((one for one in english if plain(one) not in {plain(name), plain(french)}), "")
        rows.append([row["iata_code"], name, french, place, f"{float(row['latitude']):.5f}", f"{float(row['longitude']):.5f}", english, ""])
    first = Counter((plain(row[1]), row[3]) for row in rows)
    told = Counter(plain(name) for row in rows for name in {row[1], row[2], row[6]} if name)
    for row in rows:
        for column in (2, 6):
            if told[plain(row[column])] > 1:
                row[column] = ""
    return [row for row in rows if first[plain(row[1]), row[3]] == 1 and "," not in row[1]]


def main():
    """Writes or compares the table."""
    folder, write = Path(sys.argv[1]), "--write" in sys.argv
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(stations(folder))
    bundled = TABLES / "stations" / "stations.csv"
    if write:
        bundled.parent.mkdir(exist_ok=True)
        bundled.write_text(text.getvalue(), encoding="utf-8")
    same = bundled.exists() and bundled.read_text(encoding="utf-8") == text.getvalue()
    print(f"{text.getvalue().count(chr(10)) - 1} stations", "as bundled" if same else "that differ from the bundled ones")
    sys.exit(not same)


if __name__ == "__main__":
    main()
