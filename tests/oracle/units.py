"""Units: which quantity each one measures, and how many of the base unit it is."""

from fractions import Fraction

MILE = Fraction("1.609344")
POUND = Fraction("0.45359237")

# unit: (kind of quantity, size in the base unit of that kind)
UNITS = {
    "kWh": ("energy", 1), "MWh": ("energy", 1000), "Wh": ("energy", Fraction(1, 1000)), "GWh": ("energy", 10**6), "MJ": ("energy", Fraction(10, 36)),
    "GJ": ("energy", Fraction(10000, 36)),
    "kWh_GCV": ("energy of gross calorific value", 1), "MWh_GCV": ("energy of gross calorific value", 1000),
    "therm": ("energy of gross calorific value", Fraction("105.505585262") / Fraction("3.6")), "MJ_GCV": ("energy of gross calorific value", Fraction(10, 36)),
    "GJ_GCV": ("energy of gross calorific value", Fraction(10000, 36)), "toe_GCV": ("energy of gross calorific value", Fraction("41868") / Fraction("3.6")),
    "kWh_NCV": ("energy of net calorific value", 1), "MJ_NCV": ("energy of net calorific value", Fraction(10, 36)),
    "GJ_NCV": ("energy of net calorific value", Fraction(10000, 36)), "toe_NCV": ("energy of net calorific value", Fraction("41868") / Fraction("3.6")),
    "L": ("volume", 1), "m3": ("volume", 1000), "US_gallon": ("volume", Fraction("3.785411784")),
    "g": ("mass", Fraction(1, 1000)), "kg": ("mass", 1), "t": ("mass", 1000),
    "lb": ("mass", POUND), "short_ton": ("mass", 2000 * POUND),
    "km": ("distance", 1), "mile": ("distance", MILE),
    "passenger.km": ("passenger distance", 1), "passenger.mile": ("passenger distance", MILE),
    "vehicle.km": ("vehicle distance", 1), "vehicle.mile": ("vehicle distance", MILE),
    "t.km": ("freight", 1), "kg.km": ("freight", Fraction(1, 1000)), "short_ton.mile": ("freight", 2 * POUND * MILE),
    "m": ("distance", Fraction(1, 1000)), "m2": ("area", 1), "ha": ("area", 10**4), "ft2": ("area", Fraction("0.09290304")),
    "m2.day": ("area over days", 1), "m2.year": ("area over days", 365), "ha.year": ("area over days", 10**4 * 365),
    "kWh/m2.day": ("energy per area and day", 1), "kWh/m2.year": ("energy per area and day", Fraction(1, 365)), "L/kWh": ("consumption", 1),
    "kWh/vehicle.km": ("energy per vehicle distance", 1),
    "kWh/TB.year": ("energy per data kept", 1), "Wh/TB.hour": ("energy per data kept", Fraction("8.76")),
    "kWh/GB": ("energy per data", 1), "kWh/TB": ("energy per data", Fraction(1, 1000)),
    "kg/L": ("density", 1), "kWh/kWh": ("energy ratio", 1), "km/km": ("distance ratio", 1), "price/price": ("price ratio", 1), "GB.year": ("data over years", Fraction(1, 1000)), "kW": ("power", 1), "W": ("power", Fraction(1, 1000)), "MW": ("power", 1000),
    "L/hour": ("fuel flow", 1), "US_gallon/hour": ("fuel flow", Fraction("3.785411784")), "MWh_NCV": ("energy of net calorific value", 1000),
    "hour": ("time", 1), "day": ("time", 24), "person.hour": ("time of persons", 1), "night": ("nights", 1), 
    "room.night": ("room nights", 1), "meal": ("meals", 1), "unit": ("units", 1), "person": ("persons", 1),
    "GB": ("data", 1), "TB": ("data", 1000), "TB.year": ("data over years", 1),
}
MASSES = {"gCO2e": Fraction(1, 1000), "kgCO2e": Fraction(1), "tCO2e": Fraction(1000),
          "lbCO2e": Fraction(45359237, 100000000)}


class WrongUnit(Exception):
    """Two units that do not measure the same quantity."""


def measure(unit):
    """(kind of quantity, size) of a unit; money is a kind per currency and price year."""
    if unit in UNITS:
        kind, size = UNITS[unit]
        return kind, Fraction(size)
    currency, underscore, year = unit.rpartition("_")
    if underscore and year.isdigit():
        if len(currency) == 4 and currency[0] == "k":
            return ("money", currency[1:], year), Fraction(1000)
        if len(currency) == 3:
            return ("money", currency, year), Fraction(1)
    raise WrongUnit(f"unknown unit {unit}")


def is_money(unit):
    return isinstance(measure(unit)[0], tuple)


def convert(value, unit, wanted):
    """`value` of `unit`, counted in `wanted`."""
    kind, size = measure(unit)
    wanted_kind, wanted_size = measure(wanted)
    if kind != wanted_kind:
        raise WrongUnit(f"{unit} is not {wanted}")
    return value * size / wanted_size


def split_rate(unit):
    """`kgCO2e/L` → (1 kg, "L")."""
    mass, _, per = unit.partition("/")
    return MASSES[mass], per
