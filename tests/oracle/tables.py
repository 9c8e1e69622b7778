"""The reader of tables: factors, keys, places, proxies, assumptions, airports."""

import csv
import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from .decimals import fraction

FACTOR_HEADER = "id,key,place,year,valid_until,unit,value,raw,parts,"


def rows(lines):
    return list(csv.DictReader(lines, strict=True))


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return rows(file)


def unfolded(rows):
    """A proxy for each key and each place of a row, in the order of the rows."""
    return [
        {"key": key, "place": place, "proxy": row["proxy"]}
        for row in rows for key in row["key"].split(" ") for place in row["place"].split(" ")
    ]


@dataclass
class Part:
    """A part of a factor: its own value, and its gases as (gas, value)."""

    name: str
    value: Fraction = None
    gases: list = field(default_factory=list)
    vintage: int = None
    uncertainty: str = None


@dataclass
class Factor:
    id: str
    keys: tuple
    place: str
    year: int
    unit: str
    value: Fraction
    parts: list
    biogenic: Fraction
    account: str
    usable: bool
    gwp: str
    valid_until: int = None
    boundary: str = ""
    scope: str = ""
    uncertainty: Decimal = None
    source: str = ""


def parts_of(written):
    """`combustion=2 combustion/co2=1.9@row upstream=0.5@2024:row` → parts in the order of the row."""
    parts = {}
    for item in written.split():
        name, _, value = item.partition("=")
        value, _, rows = value.partition("@")
        value, _, uncertainty = value.partition("~")
        value = fraction(value)
        vintages = [int(year) for year in re.findall(r"(?<![^+-])(\d{4}):", rows)]
        name, _, gas = name.partition("/")
        part = parts.setdefault(name, Part(name))
        part.vintage = min(vintages + [part.vintage] * (part.vintage is not None), default=None)
        if gas:
            part.gases.append((gas, value))
        else:
            part.value, part.uncertainty = value, uncertainty or None
    return list(parts.values())


def scope_of(place, scope, parents):
    """`national` if the source is an official one of the place or of what it lies in, `worldwide` of a worldwide one."""
    while place and place != "WORLD":
        if place in scope.split():
            return "national"
        place = parents.get(place, place.partition("-")[0] if "-" in place else "")
    return "worldwide" if scope == "WORLD" else ""


def factor(row, sources={}, scopes={}, parents={}):
    """A factor of a row; where the row does not say its warming potentials, its source may."""
    value = fraction(row["value"])
    parts = parts_of(row.get("parts") or "")
    for part in parts:
        if part.value is None:
            whole = part.name == "whole"
            part.value = value if whole else sum(amount for _, amount in part.gases)
    return Factor(
        id=row["id"],
        keys=tuple((row.get("key") or "").split()),
        place=row["place"],
        year=int(row["year"]) if row.get("year") else None,
        unit=row["unit"],
        value=value,
        parts=parts,
        biogenic=fraction(row["biogenic"]) if row.get("biogenic") else Fraction(0),
        account=row.get("account") or "counted",
        usable=(row.get("status") or "usable") == "usable",
        gwp=row.get("gwp") or sources.get(row["source"], ""),
        valid_until=int(row["valid_until"]) if row.get("valid_until") else None,
        boundary=row.get("boundary") or "",
        uncertainty=Decimal(row["uncertainty"]) if row.get("uncertainty") else None,
        source=row["source"],
        scope=scope_of(row["place"], scopes.get(row["source"], ""), parents),
    )


@dataclass
class FactorSet:
    name: str
    factors: list


@dataclass
class Tables:
    """Everything that a computation looks up."""

    keys: dict
    places: dict
    proxies: list
    assumptions: dict
    airports: dict
    cities: list
    stations: list
    sets: list
    price_index: dict
    exchange_rates: dict
    gwp: dict
    also: dict
    place_names: dict
    rails: list
    publishers: dict = field(default_factory=dict)
    by_seats: bool = False
    place: str = None
    line_place: str = None
    names_factor: bool = False
    british: bool = False


def prices_of(path, name):
    """{(place or currency, year): value}."""
    return {(row[name], row["year"]): fraction(row["value"]) for row in rows_of(path)}


def bundled(folder):
    """The project's own tables."""
    folder = Path(folder)
    factors = []
    sources = {row["id"]: row["gwp"] for row in rows_of(folder / "sources.csv")}
    scopes = {row["id"]: row["scope"] for row in rows_of(folder / "sources.csv")}
    parents = {row["code"]: row["parent"] for row in rows_of(folder / "places.csv")}
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8") as file:
            if file.readline().startswith(FACTOR_HEADER):
                factors += [factor(row, sources, scopes, parents) for row in rows_of(path)]
    return Tables(
        keys={row["key"]: row for row in rows_of(folder / "keys.csv")},
        places={row["code"]: row["parent"] for row in rows_of(folder / "places.csv")},
        proxies=unfolded(rows_of(folder / "proxies.csv")),
        assumptions={row["id"]: row for row in rows_of(folder / "assumptions.csv")},
        publishers={row["id"]: row["publisher"] for row in rows_of(folder / "sources.csv")},
        airports={row["iata"]: row for row in rows_of(folder.parent / "airports" / "airports.csv")},
        cities=rows_of(folder.parent / "cities" / "cities.csv"),
        stations=rows_of(folder.parent / "stations" / "stations.csv"),
        sets=[FactorSet("bundled", factors)],
        price_index=prices_of(folder / "price-index.csv", "place"),
        exchange_rates=prices_of(folder / "exchange-rates.csv", "currency"),
        also={code: row["code"] for row in rows_of(folder / "places.csv") for code in row["also"].split()},
        place_names={row["code"]: (row["name_fr"], row["name_en"]) for row in rows_of(folder / "places.csv")},
        rails=rows_of(folder / "rails.csv"),
        gwp={(row["gas"], row["set"]): fraction(row["value"]) for row in rows_of(folder / "gwp.csv")},
    )


def for_case(base, case):
    """The tables of one case: its own sets before the bundled factors, if it wants those."""
    sets = [FactorSet(s["set"], [factor(row) for row in rows(s["rows"])]) for s in case.get("factors", [])]
    if case.get("bundled"):
        sets += base.sets
    assumptions = dict(base.assumptions)
    assumptions.update((row["id"], row) for row in rows(case.get("assumptions", [])))
    proxies = unfolded(rows(case["proxies"])) if "proxies" in case else base.proxies
    return Tables(base.keys, base.places, proxies, assumptions, base.airports, base.cities, base.stations, sets, base.price_index, base.exchange_rates,
                  base.gwp, base.also, base.place_names, base.rails)
