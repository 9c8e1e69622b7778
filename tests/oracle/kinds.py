"""The kinds of activity: what each one asks to be priced."""

import unicodedata
from fractions import Fraction

from . import energy, goods, life, making, people
from .decimals import fraction
from .demand import Demand, amount, assumption, is_kind
from .geodesic import kilometres
from .people import driven, ridden, travelled

SHORT_HAUL_KM = 3700


def car(what, _tables):
    if "volume" in what:
        return Demand("transport.car-fuel." + what["fuel"], amount(what["volume"], "L"), "L")
    return Demand("transport.car." + what.get("fuel", "average"), driven(what), "vehicle.km")


def plain(name):
    """A name without case and accents."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("ł", "l").replace(" ", "-").replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sites(typed, rows, tables):
    """The cities or stations of a name, or of a name and a region, a place, a country."""
    name, *within = [plain(part) for part in typed.split(", ")]
    for row in rows:
        codes = (row["place"], row["place"].split("-")[0])
        called = {plain(said) for code in codes for said in (code, *tables.place_names.get(code, ()))} | {plain(row["region"])}
        if name in {plain(row[column]) for column in ("name", "name_fr", "name_en")} and called.issuperset(within):
            yield row


def city(typed, tables):
    """The one city that is meant."""
    (only,) = sites(typed, tables.cities, tables)
    return only


def stop(typed, tables):
    """The one city that is meant, else the one station."""
    (only,) = list(sites(typed, tables.cities, tables)) or sites(typed, tables.stations, tables)
    return only


def end(typed, tables):
    """An airport or a city."""
    is_code = len(typed) == 3 and (typed.isupper() or not list(sites(typed, tables.cities, tables)))
    return tables.airports[typed.upper()] if is_code else city(typed, tables)


def train(what, tables):
    key = "transport.train." + what.get("service", "average")
    if "from" in what:
        straight = Fraction(kilometres(stop(what["from"], tables), stop(what["to"], tables)))
        detour = fraction(what["detour"]) if "detour" in what else assumption(tables, "rail.detour", "km/km")
        return Demand(key, travelled(what, straight * detour), "passenger.km")
    return Demand(key, ridden(what), "passenger.km")


def plane(what, tables):
    haul = what.get("haul")
    if "from" in what:
        ends = end(what["from"], tables), end(what["to"], tables)
        distance = Fraction(kilometres(*ends))
        if not haul and all(end["place"] == "GB" for end in ends):
            haul = "domestic"
        quantity = travelled(what, distance)
    elif is_kind(what["distance"], "passenger.km"):
        distance = None
        quantity = amount(what["distance"], "passenger.km")
    else:
        distance = amount(what["distance"], "km")
        quantity = travelled(what, distance)
    if not haul:
        haul = "short-haul" if distance <= SHORT_HAUL_KM else "long-haul"
    return Demand(f"transport.plane.{haul}.{what.get('cabin', 'average')}", quantity, "passenger.km")


def hotel(what, _tables):
    return Demand("accommodation.hotel", fraction(what["rooms"]) * fraction(what["nights"]), "room.night")


def meals(what, _tables):
    if "meals" in what:
        served = fraction(what["meals"])
    else:
        served = fraction(what["people"]) * fraction(what["days"]) * fraction(what["per_day"])
    return Demand("food.meal." + what.get("diet", "average"), served, "meal")


def material(what, _tables):
    key = f"goods.material.{what['material']}.{what.get('origin', 'new')}"
    return Demand(key, amount(what["mass"], "kg"), "kg")


def spend(what, _tables):
    net = fraction(what["amount"]["value"])
    if what["vat"] == "included":
        net = net / (1 + fraction(what["vat_rate"]) / 100)
    if "worth" in what:
        unit = what["amount"]["unit"]
        singles = net * 1000 if unit.startswith("k") else net
        return Demand("spend." + what["category"], singles * fraction(what["worth"]["value"]), what["worth"]["unit"])
    return Demand("spend." + what["category"], net, f"{what['amount']['unit']}_{what['year']}")


def custom(what, _tables):
    quantity = what["quantity"]
    return Demand(what.get("key"), fraction(quantity["value"]), quantity["unit"], what.get("inline"), what.get("post"))


KINDS = {
    kind.__name__: kind
    for kind in (*energy.KINDS, *people.KINDS, *goods.KINDS, *life.KINDS, *making.KINDS, car, train, plane, hotel, meals, material, spend, custom)
}


def demands(line, tables):
    """What a line asks to be priced: one thing, or several in their order."""
    ((kind, what),) = line["what"].items()
    asked = KINDS[kind](what, tables)
    return asked if isinstance(asked, list) else [asked]
