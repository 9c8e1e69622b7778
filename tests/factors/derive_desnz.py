#!/usr/bin/env python3
"""Derives the rows of the later editions of the DESNZ factors from their flat files, by the key map of the first one.

    derive_desnz.py [DATA_DIR]           compares the rows of 2025 and 2026 with what derives from the flat files
    derive_desnz.py DATA_DIR --write     writes them, each beside its row of 2024

Each row of `factors/maps/desnz.csv` gives one row of each edition: the same rows of the source, in that edition. What
people read of it, its place and its boundary are those of the row of 2024. Three rules are of the editions:

- A 0 where the edition before has no value is no value: the flat file of 2026 was first published with such cells.
  A row that would need one is left out and listed.
- A gas whose cell is 0 is not written, as in the tables of 2024.
- A well-to-tank row is of the first of these editions that has the whole of its table (level 1 and level 2) as it is: its
  part names that edition, `upstream=0.02461@2024:22_912_3159_11_1`, and the note says so.

The flat files are not part of this repository. They are looked for in DATA_DIR and the folders in it, as
`desnz_EDITION_flat*.csv`; without all of them nothing is compared, and that is said.

Exit status: 0 if nothing differs, 1 if something does.
"""

import csv
import io
import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

FACTORS = Path(__file__).resolve().parents[2] / "factors"
TABLES = FACTORS / "data"
FIRST, EDITIONS = "2024", ["2025", "2026"]
UNITS = {
    "litres": "L", "km": "vehicle.km", "passenger.km": "passenger.km", "tonne.km": "t.km", "tonnes": "t", "kWh": "kWh",
    "kWh (Gross CV)": "kWh_GCV", "kWh (Net CV)": "kWh_NCV", "cubic metres": "m3", "kg": "kg", "Room per night": "room.night",
    "per FTE Working Hour": "person.hour",
}


class NoValue(Exception):
    """A row of the source without a value in an edition."""


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(value):
    """An exact decimal without trailing zeros."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole = int(value * 10**digits)
    sign, text = "-" if whole < 0 else "", str(abs(whole)).rjust(digits + 1, "0")
    return sign + (f"{text[:-digits]}.{text[-digits:]}" if digits else text)


class Edition:
    """The values of a flat file, with those of the edition before."""

    def __init__(self, year, lines, before):
        self.year, self.before = year, before
        self.lines = {line["ID"]: line for line in lines if line["ID"]}
        self.column = f"GHG Conversion Factor {year}"
        self.tables = defaultdict(dict)
        for identifier, line in self.lines.items():
            if self.text(identifier) is not None:
                self.tables[line["Level 1"], line["Level 2"]][identifier] = Fraction(line[self.column])

    def text(self, identifier):
        """The source's own text, or nothing where the row has no value in this edition."""
        text = self.lines.get(identifier, {}).get(self.column, "")
        if text in ("", "NaN"):
            return None
        if Fraction(text) == 0 and self.before and self.before.text(identifier) is None:
            return None
        return text

    def value(self, identifier):
        text = self.text(identifier)
        if text is None:
            raise NoValue(identifier)
        return Fraction(text)

    def vintage(self, identifier):
        """The first of the editions whose table of the well-to-tank has not changed since."""
        table = self.lines[identifier]["Level 1"], self.lines[identifier]["Level 2"]
        if not table[0].startswith("WTT") or not self.before or self.before.tables.get(table) != self.tables[table]:
            return self.year
        return self.before.vintage(identifier)


def rows_of_part(text):
    return re.findall(r"([+-]?)([^+-]+)", text)


def derived(mapped, first, edition):
    """The row of an edition, from its row of the map and its row of 2024."""
    for identifier in [mapped["row"]] if mapped["row"] else [i for item in mapped["parts"].split() for _, i in rows_of_part(item.split("@")[1])]:
        unit = UNITS[edition.lines[identifier]["UOM"]]
        assert first["unit"] == f"kgCO2e/{unit}", (first["id"], first["unit"], unit)
    row = dict(first, id=mapped["id"].removesuffix(".desnz") + f".{edition.year}.desnz", year=edition.year, source=f"desnz-{edition.year}")
    for name in ("name_fr", "name_en"):
        row[name] = row[name].replace(FIRST, edition.year)
    if mapped["biogenic"]:
        row["biogenic"] = plain(edition.value(mapped["biogenic"]))
    if mapped["row"]:
        text = edition.text(mapped["row"])
        if text is None:
            raise NoValue(mapped["row"])
        return dict(row, value=plain(Fraction(text)), raw=text, source_row=mapped["row"])
    parts, total, older = [], Fraction(0), set()
    for item in mapped["parts"].split():
        name, rows = item.split("@")
        value, written = Fraction(0), ""
        for sign, identifier in rows_of_part(rows):
            if "/" in name and name.partition("/")[0] != "contrails" and edition.text(identifier) is None:
                continue
            value += (-1 if sign == "-" else 1) * edition.value(identifier)
            vintage = edition.vintage(identifier)
            older |= {vintage} - {edition.year}
            written += sign + (f"{vintage}:" if vintage != edition.year else "") + identifier
        if "/" not in name:
            total += value
        elif not value:
            continue
        parts.append(f"{name}={plain(value)}@{written}")
    said = "".join(f" The well-to-tank is that of {year}." for year in sorted(older))
    return dict(row, value=plain(total), raw="", parts=" ".join(parts), note=row["note"] + said)


def files_with(editions):
    """Each table of factors as it is and as it should be: the rows of the editions follow that of 2024."""
    mapped = {row["id"]: row for row in read(FACTORS / "maps" / "desnz.csv")}
    counts, left_out, files = Counter(), [], []
    for path in sorted(TABLES.glob("*.csv")):
        text = path.read_text(encoding="utf-8")
        header = text.partition("\n")[0].split(",")
        if "boundary" not in header:
            continue
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, header, lineterminator="\n")
        writer.writeheader()
        for line in text.splitlines()[1:]:
            (row,) = csv.DictReader([",".join(header), line])
            if row["source"] in {f"desnz-{year}" for year in EDITIONS}:
                continue
            out.write(line + "\n")
            if row["source"] != f"desnz-{FIRST}":
                continue
            # The map has no year in its identifiers, since the rows of the base keep theirs.
            of_map = mapped[row["id"].replace(f".{FIRST}.desnz", ".desnz")]
            for edition in editions:
                try:
                    writer.writerow(derived(of_map, row, edition))
                    counts[edition.year] += 1
                except NoValue as missing:
                    left_out.append(f"{of_map['id']}: no value of {missing} in {edition.year}")
        files.append((path, text, out.getvalue()))
    return files, counts, left_out


def main(arguments):
    write = "--write" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--write"]
    flats = {year: sorted(folders[0].rglob(f"desnz_{year}_flat*.csv")) if folders else [] for year in [FIRST, *EDITIONS]}
    absent = [year for year, paths in flats.items() if not paths]
    if absent:
        print(f"editions of the British factors skipped, no flat file of {', '.join(absent)} at hand")
        return 0
    editions, before = [], Edition(FIRST, read(flats[FIRST][0]), None)
    for year in EDITIONS:
        before = Edition(year, read(flats[year][0]), before)
        editions.append(before)
    files, counts, left_out = files_with(editions)
    differ = 0
    for path, ours, theirs in files:
        if write and ours != theirs:
            path.write_text(theirs, encoding="utf-8", newline="")
            ours = theirs
        lines = sorted(set(ours.splitlines()) ^ set(theirs.splitlines()))
        for line in lines[:20]:
            print("DIFFERS", path.name, "has" if line in ours.splitlines() else "lacks", line)
        differ += len(lines)
    for line in left_out:
        print(line)
    for year in EDITIONS:
        print(f"edition {year}: {counts[year]} rows derived")
    print(f"{differ} differences")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
