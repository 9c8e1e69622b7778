"""Electricity of places, against the files of its sources: publications at second hand, Our World in Data, eGRID."""

import csv
import json
import re

from comparison import expect, number

# Sources at second hand -----------------------------------------------------

# How each of two publications writes a value: {place}, {value} as the row has it, {kg} a thousandth of it. The transcription of
# the Canadian table cell by cell is lib/ghg/factors/eccc-2026.ts of themisiqco/themisiq at 5c03b5f; the South African report is
# quoted at the address in sources.csv; the others are files of public repositories that name no author.
QUOTED = {
    "eccc-reference-values-4.0": (r"\b{place}: \{{\s*value: {kg},", r"\b{place}: \{{[^}}]*\b2024: {value} "),
    "dcceew-nga-2025": (r"\b{place}: \{{ label: [^}}]*\bs2: {value}\b", r"\bAU_{place} {value}\b"),
    "dffe-grid-2023": (r"\b{value} tCO₂e/MWh in 2023", r"\b0\.94 tCO₂e/MWh \(2023 DGGEF\)"),
}


def read_quotations(folder):
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("second_hand_*"))]


def compare_quotations(row, texts):
    """A value that two publications quote, independently of each other."""
    # The capital territory of Australia is on the grid of New South Wales, and quoted with it.
    place = row["place"].partition("-")[2].replace("ACT", "NSW")
    kilograms = f"{float(row['value']) / 1000:g}"
    for pattern in QUOTED[row["source"]]:
        wanted = re.compile(pattern.format(place=place, value=re.escape(row["raw"]), kg=re.escape(kilograms)))
        found = sum(bool(wanted.search(text)) for text in texts)
        expect(row, f"publications that write {wanted.pattern}", found, 1)
    return None


# Our World in Data, US EPA --------------------------------------------------


def read_owid(folder):
    countries = {}
    for path in sorted(folder.rglob("owid_electricity*.json")):
        countries.update(json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str))
    return countries


def compare_owid(row, source):
    if row["source_row"] not in source:
        return "country not in this extract"
    country = source[row["source_row"]]
    expect(row, "raw", row["raw"], country["carbon_intensity"])
    expect(row, "year", row["year"], country["year"])
    expect(row, "unit", row["unit"], "gCO2e/kWh")
    return None


VALUE = "Carbon intensity of electricity (gCO2eq/kWh)"


def read_owid_series(folder):
    countries = {}
    for path in sorted(folder.rglob("carbon-intensities*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            countries.update(((line["Code"], line["Year"]), line) for line in csv.DictReader(file))
    # The series in full has no two-letter codes, and writes 550.0 as 550.
    for path in sorted(folder.rglob("owid_carbon_intensity*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                key = line["Code"], line["Year"]
                countries.setdefault(key, {"Year": line["Year"], VALUE: line["Carbon intensity of electricity - gCO2/kWh"]})
    return countries


def compare_owid_series(row, source):
    if (row["source_row"], row["year"]) not in source:
        return "country not in this extract"
    country = source[row["source_row"], row["year"]]
    expect(row, "raw", number(row["raw"]), number(country[VALUE]))
    expect(row, "place", row["place"], country.get("alpha-2", row["place"]))
    expect(row, "unit", row["unit"], "gCO2e/kWh")
    return None


def read_owid_latest(folder):
    countries = {}
    for path in sorted(folder.rglob("owid_electricity_latest*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            countries.update((line["name"], line) for line in csv.DictReader(file))
    return countries


def compare_owid_latest(row, source):
    if row["source_row"] not in source:
        return "country not in this extract"
    country = source[row["source_row"]]
    expect(row, "raw", row["raw"], country["gco2e_per_kwh"])
    expect(row, "year", row["year"], country["year"])
    expect(row, "place", row["place"], country["iso2"] or "WORLD")
    expect(row, "unit", row["unit"], "gCO2e/kWh")
    return None


def read_egrid(folder):
    states = {}
    for path in sorted(folder.rglob("usa_emissions*.json")):
        told = json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
        about = told["_unit"]["emissions"], told["_source"]["field"], told["_source"]["year"]
        states.update((state["regionCode"], (state["emissions"], *about)) for name, state in told.items() if name[0] != "_")
    return states


def compare_egrid(row, source):
    raw, unit, field, year = source[row["place"].removeprefix("US-")]
    expect(row, "raw", row["raw"], raw)
    expect(row, "unit", row["unit"], {"lbs/MWh": "lbCO2e/MWh"}[unit])
    expect(row, "row", row["source_row"], f"ST{year[2:]} {row['place'].removeprefix('US-')} {field}")
    expect(row, "year", row["year"], year)
    return None
