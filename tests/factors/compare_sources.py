#!/usr/bin/env python3
"""Compares the factor tables with the raw files of their sources.

    compare_sources.py [DATA_DIR]

Every `raw`, every part and gas, and every row named after `@` is looked up in
the source and compared exactly; composed totals are added up as fractions.
The raw files are not part of this repository. In DATA_DIR and the folders in it,
any of these is used if present, and what is absent is skipped and said so:

    base_carbone*.csv               export of the Base Carbone (cp1252, `;`)
    desnz_2024*.csv                 flat files of the DESNZ factors, one for each edition
    desnz_2025*.csv
    desnz_2026*.csv
    owid_electricity*.json          Our World in Data, electricity
    carbon-intensities*.csv         Our World in Data, carbon intensity (in the package carbontracker),
    owid_carbon_intensity*.csv      or the same series in full
    owid_electricity_latest*.csv    Our World in Data, carbon intensity, export of 2026-09-11
    nosgestesclimat.model.json      Nos Gestes Climat (in the package @incubateur-ademe/nosgestesclimat)
    second_hand_*                   texts of publications that quote a source which could not be had itself
    usa_emissions*.json             US EPA, eGRID by state (in the package codecarbon)
    *NAICS_CO2e_USD2022*.csv        US EPA supply chain factors
    globalwarmingpotentials*.csv    Open Climate Data, warming potentials
    sector-facts*.md                published means, as they were read in the press: a table of what and figures

Exit status: 0 if nothing differs, 1 if something does.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

from comparison import differ, differences, expect, given, number, split_parts
from grids import (
    QUOTED,
    compare_egrid,
    compare_owid,
    compare_owid_latest,
    compare_owid_series,
    compare_quotations,
    read_egrid,
    read_owid,
    read_owid_latest,
    read_owid_series,
    read_quotations,
)

TABLES = Path(__file__).resolve().parents[2] / "factors" / "data"
HEADER_START = ["id", "key", "place"]

compared = Counter()
skipped = defaultdict(Counter)


def factor_rows():
    for path in sorted(TABLES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames[:3] == HEADER_START:
                yield from reader


# Base Carbone ---------------------------------------------------------------

PART_OF = {
    "Amont": "upstream", "Combustion": "combustion", "Combustion à la centrale": "generation",
    "Transport et distribution": "transmission", "Fabrication": "manufacture", "Transport": "transport",
    "Collecte": "collection", "Traitement": "treatment", "Incinération": "incineration",
    "Emissions fugitives": "fugitive", "Fuites": "fugitive", "Energie": "energy", "Intrants": "inputs",
    "Carburant (amont/combustion)": "other", "Autre": "other",
}
GAS_OF = {"CO2f": "co2", "CH4f": "ch4-fossil", "CH4b": "ch4-biogenic", "N2O": "n2o", "Autres GES": "other"}
EXTRA_GAS = {"SF6": "sf6", "Divers": "other", "": "other"}
BASE_CARBONE_UNIT = {
    "kgCO2e/kWh": "kWh", "kgCO2e/kWh PCI": "kWh_NCV", "kgCO2e/kWh PCS": "kWh_GCV", "kgCO2e/litre": "L",
    "kgCO2e/km": "vehicle.km", "kgCO2e/passager.km": "passenger.km", "kgCO2e/t.km": "t.km", "kgCO2e/repas": "meal",
    "kgCO2e/tonne": "t", "kgCO2e/kg de poids net": "kg", "kgCO2e/tonne de déchets": "t", "kgCO2e/kg": "kg", "kgCO2e/m3": "m3", "kgCO2e/m³": "m3",
    "kgCO2e/unité": "unit", "kgCO2e/appareil": "unit", "kgCO2e/keuro (2023) HT": "kEUR_2023",
}
TOTAL = "Total poste non décomposé"


def read_base_carbone(folder):
    """{identifier: (element, its parts)} of every export in the folder."""
    elements, parts = {}, defaultdict(list)
    for path in sorted(folder.rglob("base_carbone*.csv"), key=lambda p: -p.stat().st_size):
        known = set(elements)
        with path.open(encoding="cp1252", newline="") as file:
            for line in csv.DictReader(file, delimiter=";"):
                identifier = line["Identifiant de l'élément"]
                if identifier in known:
                    continue
                if line["Type Ligne"] == "Elément":
                    elements[identifier] = line
                else:
                    parts[identifier].append(line)
    return {i: (e, parts[i]) for i, e in elements.items()}


def base_carbone_gases(line, codes):
    gases = Counter()
    for column, gas in GAS_OF.items():
        gases[gas] += given(line[column])
    for n in range(1, 6):
        gases[EXTRA_GAS[codes[n]]] += given(line[f"Valeur gaz supplémentaire {n}"])
    return {gas: value for gas, value in gases.items() if value}


def base_carbone_parts(element, lines):
    codes = {n: element[f"Code gaz supplémentaire {n}"] for n in range(1, 6)}
    if not lines:
        return {("whole", gas): v for gas, v in base_carbone_gases(element, codes).items()}
    sums = Counter()
    for line in lines:
        part = "contrails" if "condensation" in line["Nom poste français"] else PART_OF[line["Type poste"]]
        sums[part, ""] += number(line[TOTAL])
        for gas, value in base_carbone_gases(line, codes).items():
            sums[part, gas] += value
    return {key: value for key, value in sums.items() if value}


def compare_base_carbone(row, source):
    if row["source_row"] not in source:
        return "entry not in this extract"
    element, lines = source[row["source_row"]]
    # Some exports write 0,00592 as 5,92E-3: another text of the same number.
    if "E" not in element[TOTAL] or number(row["raw"]) != number(element[TOTAL]):
        expect(row, "raw", row["raw"], element[TOTAL])
    expect(row, "uncertainty", row["uncertainty"], element["Incertitude"])
    unit = element["Unité français"].replace("Litre", "litre").replace("Kg", "kg")
    expect(row, "unit", row["unit"], "kgCO2e/" + BASE_CARBONE_UNIT.get(unit, unit))
    ours = {key: value for key, (value, _) in split_parts(row).items()}
    theirs = base_carbone_parts(element, lines)
    for key in sorted(set(ours) | set(theirs)):
        expect(row, "/".join(filter(None, key)), ours.get(key), theirs.get(key))
    # Biogenic CO2 is what is released: the entry's own figure, or that of combustion; uptake is not taken up.
    whole = given(element["CO2b"])
    released = whole if whole else sum((max(given(l["CO2b"]), Fraction(0)) for l in lines), Fraction(0))
    expect(row, "biogenic", given(row["biogenic"]), max(released, Fraction(0)))
    # The source states its potentials for fluids alone, by the category of the entry.
    stated = "AR6" if "issus du 6eme rapport du GIEC" in element["Code de la catégorie"] else ""
    expect(row, "gwp", row.get("gwp", ""), stated)
    return None


def compare_contrails(rows, source):
    """The uncertainty of contrails: that of the entry with them, less in squares that of the entry without them."""
    by_entry = {row["source_row"]: row for row in rows if row["id"].startswith("plane.fr.")}
    for row in by_entry.values():
        stated = re.search(r"contrails=([\d.]+)~(\d+)", row["parts"])
        without = by_entry.get(str(int(row["source_row"]) + 1))
        if not stated or row["source_row"] not in source or without is None:
            continue
        mass = lambda row: float(row["value"]) * float(source[row["source_row"]][0]["Incertitude"]) / 100
        derived = 100 * (mass(row) ** 2 - mass(without) ** 2) ** 0.5 / float(stated[1])
        if abs(derived - float(stated[2])) >= 1.5:
            differ(row, "uncertainty of contrails", stated[2], round(derived, 2))



# DESNZ ----------------------------------------------------------------------

DESNZ_UNIT = {
    "litres": "L", "km": "vehicle.km", "passenger.km": "passenger.km", "tonne.km": "t.km", "tonnes": "t", "kWh": "kWh",
    "kWh (Gross CV)": "kWh_GCV", "kWh (Net CV)": "kWh_NCV", "cubic metres": "m3", "kg": "kg", "Room per night": "room.night",
    "per FTE Working Hour": "person.hour",
}
COMPANIONS = {"co2": "_2", "ch4": "_3", "n2o": "_4"}


def read_desnz(folder):
    """{edition: {row: (text, unit)}}; a 0 where the edition before has no value is none."""
    editions, before = {}, {}
    for year in ("2024", "2025", "2026"):
        lines = {}
        for path in sorted(folder.rglob(f"desnz_{year}_flat*.csv")):
            with path.open(encoding="utf-8", newline="") as file:
                for line in csv.DictReader(file):
                    text = line[f"GHG Conversion Factor {year}"]
                    nothing = text in ("", "NaN") or (before and number(text) == 0 and line["ID"] not in before)
                    if line["ID"] and not nothing:
                        lines[line["ID"]] = (text, line["UOM"])
        if lines:
            editions[year] = before = lines
    return editions


def of_edition(name, edition):
    """`2024:4_1_1` is the row 4_1_1 of the edition of 2024; without a year it is that of the row's own edition."""
    year, _, identifier = name.rpartition(":")
    return year or edition, identifier


def compare_desnz(row, editions):
    edition = row["source"].removeprefix("desnz-")
    if edition not in editions:
        return "raw file not in the folder"
    source = editions[edition]
    expect(row, "year", row["year"], edition)
    parts = split_parts(row)
    named = {identifier for _, rows in parts.values() for _, identifier in rows}
    named |= {row["source_row"]} - {""}
    vintages = {name: of_edition(name, edition) for name in named}
    absent = sorted(name for name, (year, identifier) in vintages.items() if identifier not in editions.get(year, {}))
    if absent:
        differ(row, "rows", ", ".join(absent), "none")
        return None
    # A part of an older edition has the same value in that of its row.
    for year, identifier in vintages.values():
        expect(row, f"{identifier} of {year}", editions[year][identifier][0], source[identifier][0])
    if row["raw"]:
        expect(row, "raw", row["raw"], source[row["source_row"]][0])
    for (part, gas), (value, rows) in parts.items():
        rows = [(sign, vintages[name][1]) for sign, name in rows]
        total = sum((-1 if sign == "-" else 1) * number(source[i][0]) for sign, i in rows)
        expect(row, "/".join(filter(None, (part, gas))), value, total)
        if not gas and part != "contrails":
            for name, suffix in COMPANIONS.items():
                theirs = [source.get(i[:-2] + suffix, ("",))[0] for _, i in rows]
                total = sum(map(number, theirs)) if all(theirs) else Fraction(0)
                expect(row, f"{part}/{name}", parts.get((part, name), (Fraction(0),))[0], total)
    for year, identifier in vintages.values():
        expect(row, f"unit of {identifier}", row["unit"], "kgCO2e/" + DESNZ_UNIT.get(source[identifier][1], "?"))
    biogenic = re.search(r"Biogenic CO2: row (\w+)\.", row["note"])
    expect(row, "biogenic", given(row["biogenic"]), number(source[biogenic[1]][0]) if biogenic else Fraction(0))
    return None


def compare_cars(row, sources):
    """A car of two sources: its manufacture is a part of an entry of the Base Carbone, all else that of a British car."""
    base_carbone, editions = sources
    (made, (value, rows)), = [(key, found) for key, found in split_parts(row).items() if key[0] == "manufacture"]
    identifier = rows[0][1].removeprefix("ademe:")
    if identifier not in base_carbone:
        return "entry not in this extract"
    expect(row, "manufacture", value, base_carbone_parts(*base_carbone[identifier]).get(made))
    expect(row, "sum", number(row["value"]), sum(v for (_, gas), (v, _) in split_parts(row).items() if not gas))
    british = {**row, "source": f"desnz-{row['year']}", "value": str(float(number(row["value"]) - value))}
    british["parts"] = " ".join(part for part in row["parts"].split() if not part.startswith("manufacture"))
    return compare_desnz(british, editions)


def compare_assumptions(editions, start, unit, what):
    """The assumptions that are rows of DESNZ 2026, against these."""
    with (TABLES / "assumptions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"].startswith(start)]
    for row in rows if "2026" in editions else ():
        text, theirs = editions["2026"].get(row["source_row"], ("", ""))
        expect(row, "raw", row["raw"], text)
        expect(row, "value", number(row["value"]), number(text))
        expect(row, "unit", theirs, unit)
    print(f"assumptions.csv: {len(rows) if '2026' in editions else 0} rows of {what} compared")


# Nos Gestes Climat ----------------------------------------------------------


def read_ngc(folder):
    rules = {}
    for path in sorted(folder.rglob("nosgestesclimat.model.json")):
        rules.update(json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str))
    return rules


def compare_ngc(row, rules):
    """A meal by its rule; the mean by the ordinary week of the model: its default number of each meal."""
    if row["unit"] != "kgCO2e/meal":
        return "not read here"

    def footprint(meal):
        found = rules[f"alimentation . plats . {meal} . empreinte carbone"]["formule"]
        return found["somme"][0] if isinstance(found, dict) else found

    if row["raw"]:
        expect(row, "raw", row["raw"], footprint(row["source_row"].split(" . ")[2]))
        return None
    ((_, (_, parts)),) = split_parts(row).items()
    week = {name.replace("_", " "): number(count) for name, count in (part.split("*") for _, part in parts)}
    kinds = {name.split(" . ")[2] for name in rules if re.fullmatch(r"alimentation \. plats \. [^.]+ \. nombre", name)}
    for meal in sorted(kinds):
        expect(row, f"meals of {meal}", week.get(meal, Fraction(0)), number(rules[f"alimentation . plats . {meal} . nombre"]["par défaut"]))
    mean = sum(count * number(footprint(meal)) for meal, count in week.items()) / sum(week.values())
    expect(row, "mean", number(row["value"]), round(mean, 4))
    return None


# US EPA supply chain factors -------------------------------------------------


def read_useeio(folder):
    industries = {}
    for path in sorted(folder.rglob("*NAICS_CO2e_USD2022*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            industries.update((line["2017 NAICS Code"], line) for line in csv.DictReader(file))
    return industries


def compare_useeio(row, source):
    if row["source_row"] not in source:
        return "industry not in this extract"
    line = source[row["source_row"]]
    expect(row, "raw", row["raw"], line["Supply Chain Emission Factors with Margins"])
    expect(row, "unit of the source", line["Unit"], "kg CO2e/2022 USD, purchaser price")
    return None


# Warming potentials ---------------------------------------------------------


def compare_potentials(folder):
    """Every potential against its species and column; three are quoted from the reports of the IPCC themselves."""
    files = sorted(folder.rglob("globalwarmingpotentials*.csv"))
    if not files:
        return print("gwp.csv: skipped (raw file not in the folder)")
    with files[0].open(encoding="utf-8", newline="") as file:
        species = {line["Species"]: line for line in csv.DictReader(row for row in file if not row.startswith("#"))}
    with (TABLES / "gwp.csv").open(encoding="utf-8", newline="") as file:
        rows = [{"id": f"gwp.csv {row['gas']} {row['set']}", **row} for row in csv.DictReader(file)]
    collected = [row for row in rows if row["source"] == "openclimatedata-gwp"]
    for row in collected:
        name, column = row["source_row"].split()
        expect(row, "column", column, f"{row['set']}GWP100")
        expect(row, "value", row["value"], species[name][column])
    print(f"gwp.csv: {len(collected)} rows compared, {len(rows) - len(collected)} skipped (no reader for this source)")


def compare_means(folder):
    """Every published mean, its range and its sample among the figures that were read of its source."""
    files = sorted(folder.rglob("sector-facts*.md"))
    if not files:
        return print("means.csv: skipped (raw file not in the folder)")
    lines = [line.split("|") for line in files[0].read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    read = {cells[1].strip(): " ".join(cells[1:3]) for cells in lines}
    with (TABLES / "means.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [row for row in rows if row["source_row"] in read]
    for row in found:
        figures = {number(text.replace(",", "")) for text in re.findall(r"\d[\d,]*(?:\.\d+)?", read[row["source_row"]])}
        for column in ("mean", "least", "most", "sample"):
            if row[column] and number(row[column]) not in figures:
                differ(row, column, row[column], read[row["source_row"]])
    print(f"means.csv: {len(found)} rows compared, {len(rows) - len(found)} skipped (no reader for this source)")


SOURCES = {
    "ademe-base-carbone-23.6": (read_base_carbone, compare_base_carbone),
    "desnz-2024": (read_desnz, compare_desnz),
    "desnz-2025": (read_desnz, compare_desnz),
    "desnz-2026": (read_desnz, compare_desnz),
    **{f"desnz-ademe-{year}": (lambda folder: (read_base_carbone(folder), read_desnz(folder)), compare_cars) for year in (2024, 2025, 2026)},
    "nos-gestes-climat-4.10.2": (read_ngc, compare_ngc),
    **{name: (read_quotations, compare_quotations) for name in QUOTED},
    "owid-energy-2023": (read_owid, compare_owid),
    "owid-energy-2025": (read_owid_series, compare_owid_series),
    "owid-energy-2026": (read_owid_latest, compare_owid_latest),
    "epa-egrid-2023": (read_egrid, compare_egrid),
    "useeio-1.3.0": (read_useeio, compare_useeio),
}


def check_alone(row):
    """What must hold without any source: raw equals value, composed parts add up."""
    value = number(row["value"])
    if row["raw"]:
        expect(row, "value of raw", value, number(row["raw"]))
        return
    parts = split_parts(row)
    expect(row, "sum of the parts", value, sum(v for (_, gas), (v, _) in parts.items() if not gas))
    for (part, gas), (_, rows) in parts.items():
        if not rows:
            differ(row, f"row of {part}/{gas}".rstrip("/"), "none", "needed")


def main(arguments):
    rows = list(factor_rows())
    for row in rows:
        check_alone(row)
    folder = Path(arguments[0]) if arguments else None
    if folder is None or not folder.is_dir():
        where = f"{folder} is not a folder" if folder else "no folder given"
        print(f"comparison with the sources skipped: {where}; {len(rows)} rows checked alone")
    else:
        loaded = {name: read(folder) for name, (read, _) in SOURCES.items()}
        for row in rows:
            name = row["source"]
            if name not in SOURCES:
                why = "no reader for this source"
            elif not loaded[name]:
                why = "raw file not in the folder"
            else:
                why = SOURCES[name][1](row, loaded[name])
            if why:
                skipped[name][why] += 1
            else:
                compared[name] += 1
        compare_potentials(folder)
        compare_means(folder)
        compare_assumptions(loaded["desnz-2026"], "plane.cabin.", "passenger.km", "cabins")
        compare_assumptions(loaded["desnz-2026"], "consumption.transport.", "km", "consumption")
        compare_contrails(rows, loaded["ademe-base-carbone-23.6"])
        for name in sorted({row["source"] for row in rows}):
            reasons = "".join(f", {count} skipped ({why})" for why, count in skipped[name].items())
            print(f"{name}: {compared[name]} rows compared{reasons}")
        print(f"all sources: {sum(compared.values())} of {len(rows)} rows compared")
    for line in differences:
        print("DIFFERS", line)
    print(f"{len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
