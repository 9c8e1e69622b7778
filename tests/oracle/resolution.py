"""Which factor serves a demand, and by which rank."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from .decimals import fraction
from .tables import Factor
from .units import convert, measure


class NoFactor(Exception):
    """No candidate in any set at any place."""


@dataclass
class Resolution:
    factor: Factor
    set: str
    place: str
    period: str


def year_of(period):
    """The year asked for; of a span, the one with most of its days, ties to the earlier."""
    if not period:
        return None
    if "year" in period:
        return period["year"]
    day, last = date.fromisoformat(period["from"]), date.fromisoformat(period["to"])
    days = Counter()
    while day <= last:
        days[day.year] += 1
        day += timedelta(days=1)
    return max(days, key=lambda year: (days[year], -year))


def proxies_of(tables, key, place):
    """The proxies of a place for a key: the most specific key first, then the order of the file."""
    serving = [row for row in tables.proxies if row["place"] == place and (key + ".").startswith(row["key"] + ".")]
    return [row["proxy"] for row in sorted(serving, key=lambda row: -row["key"].count("."))]


def parent(tables, place):
    """The place around a place; a subdivision that no table lists lies in the country it begins with."""
    if place in tables.places:
        return tables.places[place]
    country = place.partition("-")[0]
    if country == place or country not in tables.places:
        raise ValueError(f"unknown place {place}")
    return country


def places(tables, key, place):
    """(place, rank) in the order of search."""
    rank = "exact"
    while place:
        yield place, rank
        for proxy in proxies_of(tables, key, place):
            yield proxy, "proxy"
        place = parent(tables, place)
        rank = "world" if place == "WORLD" else "parent"


def nearest(candidates, year):
    """(factor, rank) among the rows of one key, place and set: an official row before a worldwide one, unless that is
    more than three years newer than what the official source vouches for."""
    best, rank = by_year(candidates, year)
    if best.scope == "worldwide":
        of = best.year if year is None else year
        official = [row for row in candidates if row.scope == "national" and row.year <= of]
        if official:
            newest = max(official, key=lambda row: row.year)
            return (newest, "national") if best.year - max(newest.year, newest.valid_until or 0) <= 3 else (best, "worldwide")
    return best, rank


def by_year(candidates, year):
    """The row of the year, else of the nearest older one, else of the nearest newer one; the worldwide one last."""
    candidates = sorted(candidates, key=lambda row: row.scope == "worldwide")
    if year is None:
        return max(candidates, key=lambda row: row.year), "newest"
    older = [row for row in candidates if row.year <= year]
    if older:
        best = max(older, key=lambda row: row.year)
        return best, "same-year" if best.year == year else "older-year"
    return min(candidates, key=lambda row: row.year), "newer-year"


def named(tables, name):
    for factors in tables.sets:
        for row in factors.factors:
            if row.id == name:
                return Resolution(row, factors.name, "named", "named")
    raise NoFactor(name)


def inline(written, name="", reason="named"):
    """A factor that stands in the document itself."""
    row = Factor(
        id=name, keys=(), place="", year=None, unit=written["unit"], value=fraction(written["value"]),
        parts=[], biogenic=fraction(0), account="counted", usable=True, gwp="",
    )
    return Resolution(row, "", reason, "named")


def country(place):
    return place and place.partition("-")[0]


def contract(demand, line, production, tables):
    """The contract that supplies a demand: that of the line; that of the production, in its own country, where the
    key would choose."""
    key = demand.key or next(iter(named(tables, line["factor"]).factor.keys), None) if "factor" in line else demand.key
    post = demand.inline["post"] if demand.inline else tables.keys.get(key, {}).get("post")
    if post != "electricity" or measure(demand.unit)[0] != measure("kWh")[0]:
        return None
    name = line.get("contract")
    if name is None and "factor" not in line and not demand.inline:
        of_production = production.get("place")
        if country(line.get("place", of_production)) == country(of_production):
            name = production.get("contract")
    return next((one for one in production.get("contracts", []) if one["id"] == name), None)


def family(key):
    return key.split(".")[:1 if key.startswith("spend.") else 2]


def fitting(demands, line, tables):
    """The demands that the factor of the line is for: those of its own keys, else of their families; all of one key."""
    if "factor" not in line or len({demand.key for demand in demands}) == 1:
        return demands
    keys = named(tables, line["factor"]).factor.keys
    own = [demand for demand in demands if demand.key in keys]
    return own or [demand for demand in demands if family(demand.key) in [family(key) for key in keys]]


def asked(line, production):
    """The year of which a factor is asked for: money's is that of its prices, everything else's that of the activity."""
    spend = line["what"].get("spend", {})
    priced = spend["worth"]["unit"][-4:] if "worth" in spend else spend.get("year")
    return int(priced) if priced else year_of(line.get("period") or production.get("period"))


def resolve(demand, line, production, tables, options, fits=True):
    if options.get("electricity") == "market":
        supplied = contract(demand, line, production, tables)
        if supplied:
            return inline(supplied, supplied["id"], "contract")
    if "factor" in line and fits:
        return named(tables, line["factor"])
    if demand.inline:
        return inline(demand.inline)
    try:
        return by_key(demand.key, demand, line, production, tables)
    except NoFactor:
        row = tables.assumptions.get(f"consumption.{demand.key}")
        if row is None or measure(demand.unit)[0] not in CONSUMED:
            raise
    found = by_key(ELECTRICITY, demand, line, production, tables)
    taken = convert(fraction(row["value"]), row["unit"], CONSUMED[measure(demand.unit)[0]])
    demand.post = demand.post or tables.keys[demand.key]["post"]
    demand.key, demand.quantity, demand.unit = ELECTRICITY, demand.quantity * taken, "kWh"
    return found


# What runs on electricity, by what it is measured in: what it takes per unit.
ELECTRICITY = "energy.electricity"
CONSUMED = {measure("vehicle.km")[0]: "kWh/vehicle.km", measure("TB.year")[0]: "kWh/TB.year"}


def by_key(key, demand, line, production, tables):
    """The row that serves a key: by place, then set, then year."""
    year = asked(line, production)
    start = demand.place or line.get("place") or production.get("place") or "WORLD"
    for place, rank in places(tables, key, start):
        for factors in tables.sets:
            candidates = [
                row for row in factors.factors
                if row.usable and row.year is not None and row.place == place and key in row.keys
            ]
            if candidates:
                factor, period = nearest(candidates, year)
                return Resolution(factor, factors.name, rank, period)
    raise NoFactor(f"{key} {start} {year}")
