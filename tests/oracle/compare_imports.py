#!/usr/bin/env python3
"""Compares what the importers make of the exports of the sources with an independent reading of the same bytes.

    compare_imports.py FACTORS_BINARY [DATA_DIR]

FACTORS_BINARY is the built example `factors`. The exports are not part of this repository. In DATA_DIR, any of
these is used if present, in its folders too, and what is absent is skipped and said so:

    base_carbone*.csv      exports of the Base Carbone (cp1252, `;`)
    desnz_20*flat*.csv     flat files of the DESNZ factors

For every element: identifier, value as a fraction, the source's own text, account, parts and gases, biogenic
CO2. For every file: how many elements, how many avoided, how many rows skipped. Exit status: 0 if nothing
differs, 1 if something does.
"""

import csv
import io
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

TOTAL = "Total poste non décomposé"
PARTS = {
    "Amont": "upstream", "Combustion": "combustion", "Combustion à la centrale": "generation",
    "Transport et distribution": "transmission", "Fabrication": "manufacture", "Transport": "transport",
    "Energie": "energy", "Intrants": "inputs", "Emissions fugitives": "fugitive", "Fuites": "fugitive",
    "Collecte": "collection", "Traitement": "treatment", "Incinération": "incineration",
    "Carburant (amont/combustion)": "other", "Amortissement": "other", "Autre": "other",
}
GASES = {"CO2f": "co2", "CH4f": "ch4-fossil", "CH4b": "ch4-biogenic", "N2O": "n2o", "Autres GES": "other"}

differences = []


def number(text):
    return Fraction(text.strip().replace(",", ".") or "0")


def add(items, name, value):
    if value:
        items[name] = items.get(name, Fraction(0)) + value


def base_carbone(path):
    """{row: (value, raw, account, parts, biogenic)}, and the number of rows that are no part of any."""
    text = path.read_bytes().decode("cp1252")
    elements, skipped, element = {}, 0, None
    for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";"):
        if row["Type Ligne"] == "Elément":
            valid = row["Type de l'élément"] == "Facteur d'émission" and row["Statut de l'élément"].startswith("Valide")
            element = dict(row, parts=[]) if valid else None
            if valid:
                elements[row["Identifiant de l'élément"]] = element
        elif element is not None:
            element["parts"].append(row)
        skipped += element is None
    return {row: read_element(element) for row, element in elements.items()}, skipped


def read_element(element):
    items, biogenic = {}, Fraction(0)
    for row in element["parts"] or [element]:
        part = PARTS[row["Type poste"]] if element["parts"] else "whole"
        if part == "fugitive" and "condensation" in row["Nom poste français"]:
            part = "contrails"
        if element["parts"]:
            add(items, part, number(row[TOTAL]))
        for column, gas in GASES.items():
            add(items, f"{part}/{gas}", number(row[column]))
        for slot in "12345":
            # The code stands in the row of the element, the value in that of the part.
            gas = "sf6" if element[f"Code gaz supplémentaire {slot}"] == "SF6" else "other"
            add(items, f"{part}/{gas}", number(row[f"Valeur gaz supplémentaire {slot}"]))
        biogenic += max(number(row["CO2b"]), 0)
    value = number(element[TOTAL])
    return value, element[TOTAL].strip(), "avoided" if value < 0 else "", items, biogenic


def desnz(path):
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    (column,) = [name for name in rows[0] if name.startswith("GHG Conversion Factor")]
    values = {row["ID"]: row[column].strip() for row in rows if row["ID"]}
    # A 0 upstream of anything but bioenergy, or of a material, is a gap.
    values.update((row["ID"], "") for row in rows if row["Scope"] == "Scope 3" and row["Level 1"] != "WTT- bioenergy"
                  and values[row["ID"]] and not number(values[row["ID"]]) and row["GHG/Unit"] == "kg CO2e")
    gases = {"2": "co2", "3": "ch4", "4": "n2o"}
    elements, used = {}, 0
    for row, text in values.items():
        stem, end = row.rsplit("_", 1)
        if end == "1" and text:
            texts = {name: values.get(f"{stem}_{gas}", "") for gas, name in gases.items()}
            used += 1 + sum(bool(text) for text in texts.values())
            items = {f"whole/{name}": number(text) for name, text in texts.items() if text and number(text)}
            elements[row] = number(text), text, "", items, Fraction(0)
    return elements, len(rows) - used


def imported(binary, path):
    """The rows that the importer prints as a set, and the counts that it prints of the rest."""
    run = lambda *arguments: subprocess.run([binary, "import", path, *arguments], check=True, capture_output=True, text=True).stdout
    rows = {}
    for row in csv.DictReader(io.StringIO(run("--csv"), newline="")):
        parts = dict(item.split("=") for item in row["parts"].split())
        parts = {name: Fraction(value) for name, value in parts.items()}
        rows[row["source_row"]] = Fraction(row["value"]), row["raw"], row["account"], parts, number(row["biogenic"])
    counts = Counter()
    for line in run("--lang", "en").splitlines():
        found = re.match(r" *(\d+)  (factors|listed, not priced|rows skipped|kept)(?: — (.*))?$", line)
        if found:
            counts[found[2]] += int(found[1])
            counts[found[2], found[3]] += int(found[1])
    return rows, counts


def compare(binary, path, read):
    elements, skipped = read(path)
    rows, counts = imported(binary, path)
    for row, printed in rows.items():
        if elements.get(row) != printed:
            differences.append(f"{path.name}: {row}: {printed} imported, {elements.get(row)} in the file")
    avoided = sum(element[2] == "avoided" for element in elements.values())
    printed_avoided = counts["kept", "Avoided emissions (outside the total)"]
    for what, ours, theirs in [
        ("elements", counts["factors"], len(elements)),
        ("priced and listed", len(rows) + counts["listed, not priced"], len(elements)),
        ("avoided", printed_avoided, avoided),
        ("rows skipped", counts["rows skipped"], skipped),
    ]:
        if ours != theirs:
            differences.append(f"{path.name}: {what}: {ours} imported, {theirs} in the file")
    print(
        f"{path.name}: {len(elements)} elements, {avoided} avoided, {skipped} rows skipped; "
        f"{len(rows)} factors compared"
    )


def main():
    binary, folder = sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for pattern, read in [("base_carbone*.csv", base_carbone), ("desnz_20*flat*.csv", desnz)]:
        paths = sorted(folder.rglob(pattern)) if folder else []
        if not paths:
            print(f"{pattern}: skipped, no such file at hand")
        for path in paths:
            compare(binary, path, read)
    for difference in differences[:50]:
        print(difference)
    print(f"{len(differences)} differences")
    sys.exit(bool(differences))


main()
