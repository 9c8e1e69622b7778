#!/usr/bin/env python3
"""Writes factors/LADDERS.md, the values that people set beside each other, and checks it.

    ladders.py [--write]

A ladder is a list of keys in one place, from what people take for the most to the least: cars by energy, cabins, diets, origins of a
material, treatments of a waste, a generator against the grid. Each rung is what the tables serve to an undated line, found by
the resolution of matrix.py. Fails if the page is not what the tables say, or if the rungs of a ladder differ in their boundary or in
whether their parts have manufacture and upstream, unless SEVERAL says why no one source has them. Treatments of two sources
are no ladder: the page lists them as such. Prints each rung that runs against intuition: those are the source's own.
"""

import sys
from collections import defaultdict
from fractions import Fraction

import matrix

PAGE = matrix.TABLES.parent / "LADDERS.md"
HEAD = """\
# Échelles · Ladders

Écrit par `tests/factors/ladders.py --write` d’après les tables de `data/` : ne pas modifier à la main.
Written by `tests/factors/ladders.py --write` from the tables of `data/`: not to be edited by hand.

Ce que l’on compare : chaque échelle va de ce que l’on croit le plus émissif au moins émissif, et ses barreaux ont un même périmètre
et les mêmes parties, d’une seule source là où il y en a une. Un barreau marqué ↑ dépasse celui qui le précède : la source le dit ainsi.
What people compare: each ladder goes from what is taken for the most to the least, and its rungs have one boundary
and the same parts, of one source where there is one. A rung marked ↑ is above the one before it: so says its source.
"""

CARS = [f"transport.car.{fuel}" for fuel in ("petrol", "diesel", "hybrid", "plug-in-hybrid", "electric")]
SIZES = [f"transport.car.petrol.{size}" for size in ("large", "medium", "small")]
LONG = [f"transport.plane.long-haul.{cabin}" for cabin in ("first", "business", "premium-economy", "economy")]
SHORT = [f"transport.plane.short-haul.{cabin}" for cabin in ("business", "economy")]
DIETS = [f"food.meal.{diet}" for diet in ("red-meat", "average", "white-meat", "fish", "vegetarian", "vegan")]
ENERGY = ["energy.generator.diesel", "energy.generator.hvo", "energy.electricity"]
ORIGINS = ("new", "recycled", "reused")
TREATMENTS = ("landfill", "incineration", "recycling")

# Ladders that no one source has: what they are made of.
SEVERAL = {
    ("cars", "FR"): "Diesel, hybride et électrique : Base Carbone ; essence et hybride rechargeable : usage britannique et fabrication française · Diesel, hybrid and electric: Base Carbone; petrol and plug-in hybrid: British use and French manufacture",
    ("cars", "DE"): "Parc britannique ; l’électrique prend l’électricité du lieu · British fleet; the electric one takes the electricity of the place",
    ("cars", "MA"): "Parc britannique ; l’électrique prend l’électricité du lieu · British fleet; the electric one takes the electricity of the place",
    ("energy", "FR"): "Par kWh utile : carburant × 0,3392 L/kWh (hypothèse `generator.consumption.diesel`) ; HVO à la même consommation · By kWh delivered: fuel × 0.3392 L/kWh (assumption `generator.consumption.diesel`); HVO at the same consumption",
    ("energy", "GB"): "Par kWh utile : carburant × 0,3392 L/kWh (hypothèse `generator.consumption.diesel`) ; HVO à la même consommation · By kWh delivered: fuel × 0.3392 L/kWh (assumption `generator.consumption.diesel`); HVO at the same consumption",
    ("furniture", "FR"): "Neuf : Base Carbone ; réemployé : bois réemployé britannique, à défaut · New: Base Carbone; reused: British reused wood, for want of furniture",
    ("furniture", "GB"): "Neuf : Base Carbone ; réemployé : bois réemployé britannique, à défaut · New: Base Carbone; reused: British reused wood, for want of furniture",
}
# A boundary by what it holds, where sources call one thing by two names.
SAME = {"life-cycle": "well-to-wheel", "well-to-tank": "well-to-wheel"}


class Tables:
    """The tables, and the newest row of each key and place."""

    def __init__(self):
        self.pairs = matrix.candidates()
        self.parents = {row["code"]: row["parent"] for row in matrix.read("places.csv")}
        self.proxies = defaultdict(list)
        for row in matrix.read("proxies.csv"):
            for key in row["key"].split(" "):
                for place in row["place"].split(" "):
                    self.proxies[place].append({**row, "key": key})
        self.assumptions = {row["id"]: row for row in matrix.read("assumptions.csv")}
        scopes = {row["id"]: row["scope"] for row in matrix.read("sources.csv")}
        self.rows = {}
        for path in sorted(matrix.TABLES.glob("*.csv")):
            rows = matrix.read(path.name)
            for row in rows if rows and "boundary" in rows[0] else ():
                if row["status"] == "usable" and row["year"]:
                    # As a line without a year is served: a worldwide row counts as three years older.
                    vouched = max(int(row["year"]), int(row["valid_until"] or 0)) if scopes[row["source"]] not in ("", "WORLD") else int(row["year"])
                    rank = vouched if row["unit"].endswith("/kWh") else int(row["year"])
                    rank = (rank - 3 * (scopes[row["source"]] == "WORLD"), int(row["year"]))
                    for key in row["key"].split():
                        if (key, row["place"]) not in self.rows or self.rows[key, row["place"]][0] < rank:
                            self.rows[key, row["place"]] = rank, row
        self.keys = {row["key"]: row for row in matrix.read("keys.csv")}

    def rung(self, key, place):
        """(row, value by the unit of the key, unit, how) of what serves a key; None if nothing does."""
        resolve = lambda key: matrix.resolve(key, place, self.pairs, self.parents, self.proxies)
        taken, of = Fraction(1), self.keys[key]["unit"]
        how, found, _ = resolve(key)
        if how == "asks" and f"consumption.{key}" in self.assumptions:
            taken = Fraction(self.assumptions[f"consumption.{key}"]["value"])
            key = "energy.electricity"
            how, found, _ = resolve(key)
        if how == "asks":
            return None
        row = self.rows[key, found][1]
        mass, unit = row["unit"].split("/")
        value = Fraction(row["value"]) * taken * {"kgCO2e": 1, "gCO2e": Fraction(1, 1000)}[mass] / {"t": 1000}.get(unit, 1)
        if key.startswith("energy.generator."):
            value, of = value * Fraction(self.assumptions["generator.consumption.diesel"]["value"]), "kWh"
        return row, value, of, key == "energy.electricity" and taken != 1


def parts(row):
    """Whether manufacture and upstream are parts of a row, where it has parts."""
    names = {part.partition("=")[0].partition("/")[0] for part in row["parts"].split()} - {"whole"}
    return ("manufacture" in names, "upstream" in names) if names else None


def ladders(tables):
    """(name, place, title, keys), in the order of the page."""
    for place in ("FR", "GB", "DE", "MA"):
        yield "cars", place, "Voitures par énergie · Cars by energy", CARS
    yield "sizes", "GB", "Voitures par taille · Cars by size", SIZES
    yield "long", "GB", "Cabines, long-courrier · Cabins, long haul", LONG
    yield "short", "GB", "Cabines, court et moyen-courrier · Cabins, short haul", SHORT
    yield "diets", "FR", "Repas · Meals", DIETS
    for place in ("FR", "GB"):
        yield "energy", place, "Groupe électrogène et réseau · Generator and grid", ENERGY
    for family, of, title in (("goods.material.", ORIGINS, "Origines · Origins"), ("waste.", TREATMENTS, "Traitements · Treatments")):
        names = dict.fromkeys(key.removeprefix(family).rpartition(".")[0] for key in tables.keys if key.startswith(family))
        for place in ("FR", "GB"):
            for name in names:
                keys = [f"{family}{name}.{one}" for one in of if f"{family}{name}.{one}" in tables.keys]
                if len(keys) > 1:
                    yield name, place, f"{title} : {name}", keys


def shown(value):
    return f"{float(value):.5g}"


def main(arguments):
    tables, text, apart, wrong, against = Tables(), HEAD, [], [], []
    count = 0
    for name, place, title, keys in ladders(tables):
        rungs = [(key, tables.rung(key, place)) for key in keys]
        rungs = [(key, rung) for key, rung in rungs if rung]
        boundary = lambda row: SAME.get(row["boundary"], row["boundary"]) if name in ("energy",) or place in ("DE", "MA") else row["boundary"]
        boundaries = {boundary(row) for _, (row, *_) in rungs}
        held = {parts(row) for _, (row, _, _, taken) in rungs if not taken} - {None}
        sources = {row["source"].split("-")[0] for _, (row, *_) in rungs}
        editions = {row["source"] for _, (row, *_) in rungs}
        one = len(sources) == 1
        if keys[0].startswith("waste.") and (len(boundaries) > 1 or not one):
            apart.append(f"{name} ({place})")
            continue
        count += 1
        if len(boundaries) > 1 or (len(held) > 1 and name != "energy"):
            wrong.append(f"{name} in {place}: boundaries {sorted(boundaries)}, parts {held}")
        if (not one or len(editions) > 1) and (name, place) not in SEVERAL:
            wrong.append(f"{name} in {place}: of {sorted(editions)}, and not declared")
        text += f"\n## {title} ({place})\n\n"
        text += f"{SEVERAL[name, place]}.\n\n" if (name, place) in SEVERAL else ""
        text += "| clé · key | kgCO2e | par · per | facteur · factor | périmètre · boundary |\n|---|--:|---|---|---|\n"
        before = None
        for key, (row, value, unit, taken) in rungs:
            up = before is not None and value > before
            if up:
                against.append(f"{name} in {place}: {key} {shown(value)} is above {shown(before)} (`{row['id']}`)")
            before = value
            factor = f"`{row['id']}`" + (" × `consumption." + key + "`" if taken else "")
            text += f"| `{key}`{' ↑' if up else ''} | {shown(value)} | {unit} | {factor} | {row['boundary']} |\n"
    text += "\n## Sans échelle · No ladder\n\nTraitements de deux sources, dont l’une compte le recyclage et l’autre non : à ne pas comparer.\n"
    text += "Treatments of two sources, one of which counts recycling and the other not: not to be compared.\n\n" + ", ".join(apart) + "\n"
    if "--write" in arguments:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        wrong.append("factors/LADDERS.md is not what the tables say: ladders.py --write")
    print(*(f"against intuition: {line}" for line in against), *wrong, sep="\n")
    print(f"{count} ladders compared, {len(against)} rungs against intuition, {len(apart)} without a ladder, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
