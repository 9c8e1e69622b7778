#!/usr/bin/env python3
"""Writes the table of the networks of heat in French towns from the Base Carbone, and checks it.

    derive_networks.py BASE_CARBONE.csv [--write]

Each valid element called « Réseau de chaleur » is a row: its department, its town and its name are in one attribute, separated
by commas. The default of unlisted networks (37089) is a row of heat.csv, as is that of Paris. BASE_CARBONE.csv is an export of the
base, in Windows-1252 or UTF-8, which is not part of this repository.

Exit status: 0 if the table is what the base says, 1 if not.
"""

import csv
import io
import re
import sys
import unicodedata
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "factors"
TABLE = TABLES / "networks" / "heat-networks.csv"
HEADER = "id,place,year,valid_until,unit,value,raw,boundary,uncertainty,source,source_row,name_fr,name_en".split(",")
SOURCE = "ADEME, Base Carbone V23.6, Licence Ouverte 2.0"
ELSEWHERE = {"37089"}
# Departments that the table of places calls otherwise than by their number.
PLACES = {"75": "FR-75C", "20": "FR-20R"}


def elements(path):
    content = Path(path).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        if row["Type Ligne"] == "Elément" and row["Nom base français"].startswith("Réseau de chaleur") and row["Statut de l'élément"].startswith("Valide"):
            yield row


def plain(text):
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def town(name):
    """A town as it is written in a sentence: the base has many in capitals."""
    if name.upper() != name:
        return name
    small = {"DE", "DU", "DES", "LE", "LA", "LES", "SUR", "SOUS", "EN", "ET", "AUX", "D", "L"}
    words = re.split(r"([ '’-])", name)
    return "".join(word.lower() if at and word in small else word.capitalize() for at, word in enumerate(words))


def rows(path):
    codes = {row["code"] for row in csv.DictReader((TABLES / "data" / "places.csv").open(encoding="utf-8", newline=""))}
    for row in elements(path):
        identifier = row["Identifiant de l'élément"]
        # Two of them are quoted twice over.
        attribute = row["Nom attribut français"]
        attribute = attribute[1:-1].replace('""', '"') if attribute.startswith('"') else attribute
        parts = [part.strip() for part in attribute.split(",", 2)]
        if identifier in ELSEWHERE or len(parts) < 3:
            continue
        department, place, name = parts
        code = PLACES.get(department, f"FR-{department.zfill(2)}")
        raw = row["Total poste non décomposé"]
        assert row["Unité français"] == "kgCO2e/kWh" and code in codes, (identifier, department)
        name, year = " ".join(name.split()), row["Nom frontière français"]
        yield {
            "id": f"heat.network.{identifier}.{plain(place)}", "place": code, "year": year,
            "valid_until": row["Période de validité"], "unit": "kgCO2e/kWh", "value": raw.replace(",", "."), "raw": raw,
            "boundary": "life-cycle", "uncertainty": row["Incertitude"], "source": SOURCE, "source_row": identifier,
            "name_fr": f"Réseau de chaleur, {town(place)} : {name}, {year}", "name_en": f"District heating, {town(place)}: {name}, {year}",
        }


def main(arguments):
    if not arguments:
        print(__doc__)
        return 1
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER, lineterminator="\n")
    writer.writeheader()
    found = sorted(rows(arguments[0]), key=lambda row: (row["place"], int(row["source_row"])))
    writer.writerows(found)
    if "--write" in arguments:
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(text.getvalue(), encoding="utf-8", newline="\n")
    same = TABLE.exists() and TABLE.read_text(encoding="utf-8") == text.getvalue()
    values = sorted(float(row["value"]) for row in found)
    print(f"{len(found)} networks, median {values[len(values) // 2]}; the table is {'the same' if same else 'another'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
