"""The ten kinds of activity: what each one asks to be priced."""

from dataclasses import dataclass
from fractions import Fraction

from .decimals import fraction
from .geodesic import kilometres
from .units import convert, measure

SHORT_HAUL_KM = 3700


class MissingAssumption(Exception):
    """An assumption that no table holds."""


@dataclass
class Demand:
    """How much (`quantity` of `unit`) of what (`key`; None if only a named factor can serve)."""

    key: str
    quantity: Fraction
    unit: str
    inline: dict = None


def amount(written, unit):
    return convert(fraction(written["value"]), written["unit"], unit)


def assumption(tables, name, unit):
    if name not in tables.assumptions:
        raise MissingAssumption(name)
    row = tables.assumptions[name]
    return convert(fraction(row["value"]), row["unit"], unit)


def given_or_assumed(written, tables, name, unit):
    return amount(written, unit) if written else assumption(tables, name, unit)


def there_and_back(what):
    return 2 if what.get("return") else 1


def is_kind(written, unit):
    return measure(written["unit"])[0] == measure(unit)[0]


def electricity(what, tables):
    if "energy" in what:
        energy = amount(what["energy"], "kWh")
    else:
        name = "electricity.area." + what.get("use", "office")
        intensity = given_or_assumed(what.get("intensity"), tables, name, "kWh/m2.day")
        energy = amount(what["area"], "m2") * fraction(what["days"]) * intensity
    return Demand("energy.electricity", energy, "kWh")


def generator(what, tables):
    fuel = what["fuel"]
    if "volume" in what:
        volume = amount(what["volume"], "L")
    else:
        name = "generator.consumption." + fuel
        volume = amount(what["energy"], "kWh") * given_or_assumed(what.get("consumption"), tables, name, "L/kWh")
    return Demand("energy.generator." + fuel, volume, "L")


def car(what, _tables):
    if "volume" in what:
        return Demand("transport.car-fuel." + what["fuel"], amount(what["volume"], "L"), "L")
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        driven = amount(distance, "passenger.km") / fraction(what["occupants"])
    elif is_kind(distance, "vehicle.km"):
        driven = amount(distance, "vehicle.km")
    else:
        driven = amount(distance, "km") * fraction(what.get("vehicles", 1))
    return Demand("transport.car." + what.get("fuel", "average"), driven * there_and_back(what), "vehicle.km")


def travelled(what, kilometres_each):
    return kilometres_each * fraction(what["passengers"]) * there_and_back(what)


def train(what, _tables):
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        quantity = amount(distance, "passenger.km") * there_and_back(what)
    else:
        quantity = travelled(what, amount(distance, "km"))
    return Demand("transport.train." + what.get("service", "average"), quantity, "passenger.km")


def plane(what, tables):
    haul = what.get("haul")
    if "from" in what:
        ends = tables.airports[what["from"]], tables.airports[what["to"]]
        distance = Fraction(kilometres(*ends))
        if not haul and all(end["place"] == "GB" for end in ends):
            haul = "domestic"
        quantity = travelled(what, distance)
    elif is_kind(what["distance"], "passenger.km"):
        distance = None
        quantity = amount(what["distance"], "passenger.km") * there_and_back(what)
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
    return Demand(what.get("key"), fraction(quantity["value"]), quantity["unit"], what.get("inline"))


KINDS = {
    kind.__name__: kind
    for kind in (electricity, generator, car, train, plane, hotel, meals, material, spend, custom)
}


def demand(line, tables):
    ((kind, what),) = line["what"].items()
    return KINDS[kind](what, tables)
