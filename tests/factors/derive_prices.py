#!/usr/bin/env python3
"""Derives the price indices and the exchange rates from their sources, exactly.

    derive_prices.py [DATA_DIR]           compares the tables with what derives from the sources
    derive_prices.py DATA_DIR --write     writes them

`price-index.csv`: the consumer price index of a place, 2015 = 100. The source gives the annual change of prices in
percent; an index is the exact product of the years since 2015, rounded once, half to even, to four decimal places.

`exchange-rates.csv`: how many units of a currency one euro buys. The source gives a rate for each day on which it
publishes; a rate of a year is the exact mean of the days of that year, rounded once, half to even, to six significant
digits. A year that is not over has none.

The sources are not part of this repository. In DATA_DIR, any of these is used if present, and what is absent is skipped
and said so:

    worldbank_cpi*.csv     World Bank, consumer prices, annual change in percent
    eurofxref-hist*.csv    European Central Bank, euro foreign exchange reference rates

Exit status: 0 if nothing differs, 1 if something does.
"""

import csv
import io
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


def price_index(text):
    changes = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(text, newline="")):
        changes[row["Country Code"]][int(row["Year"])] = Fraction(row["CPI"])
    for place, code in PLACES.items():
        index, year = Fraction(100), FIRST
        while True:
            yield {"place": place, "year": str(year), "value": half_even(index, 4), "source": "worldbank-cpi"}
            year += 1
            if year not in changes[code]:
                break
            index *= 1 + changes[code][year] / 100


def exchange_rates(text):
    days = defaultdict(list)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    last = max(row["Date"] for row in rows)
    for row in rows:
        year = int(row["Date"][:4])
        if year >= FIRST and str(year) < last[:4]:
            for currency, rate in row.items():
                if currency not in ("Date", "", None) and rate not in ("N/A", ""):
                    days[currency, year].append(Fraction(rate))
    for currency, year in sorted(days):
        rates = days[currency, year]
        # A currency that began or stopped within a year has no mean of that year.
        if len(rates) >= DAYS_OF_A_YEAR:
            mean = significant(sum(rates) / len(rates), 6)
            yield {"currency": currency, "year": str(year), "value": mean, "source": "ecb-reference-rates"}


DERIVED = [("price-index.csv", "worldbank_cpi*.csv", price_index), ("exchange-rates.csv", "eurofxref-hist*.csv", exchange_rates)]


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
    for name, pattern, derive in DERIVED:
        paths = sorted(folders[0].glob(pattern)) if folders else []
        if not paths:
            print(f"{name}: skipped, no {pattern} at hand")
            continue
        rows = list(derive(paths[-1].read_text(encoding="utf-8")))
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
