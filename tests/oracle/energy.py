"""Energy: electricity, generators, heat, cold, refrigerants, work at home."""

from .decimals import fraction
from .demand import Demand, amount, given_or_assumed, percent
from .units import measure


def electricity(what, tables):
    if "energy" in what:
        energy = amount(what["energy"], "kWh")
    elif "power" in what:
        hours = fraction(what["hours"]) * fraction(what.get("pieces", 1)) * percent(what, "load")
        energy = amount(what["power"], "kW") * hours
    else:
        name = "electricity.area." + what.get("use", "office")
        intensity = given_or_assumed(what.get("intensity"), tables, name, "kWh/m2.day")
        energy = amount(what["area"], "m2") * fraction(what["days"]) * intensity
    return Demand("energy.electricity", energy, "kWh")


def engine(what):
    if "volume" in what:
        return amount(what["volume"], "L")
    return fraction(what["hours"]) * amount(what["consumption"], "L/hour")


def generator(what, tables):
    fuel = what["fuel"]
    if "energy" in what:
        name = "generator.consumption." + fuel
        volume = amount(what["energy"], "kWh") * given_or_assumed(what.get("consumption"), tables, name, "L/kWh")
    else:
        volume = engine(what)
    return Demand("energy.generator." + fuel, volume, "L")


# What each fuel may be measured by: the base unit, and how the key goes on.
HEATING = {
    "gas": {"kWh_GCV": "", "kWh_NCV": ".net", "L": ".volume"},
    "oil": {"L": "", "kWh_NCV": ".net"},
    "propane": {"kg": "", "L": ".volume"},
    "butane": {"kg": "", "L": ".volume"},
    "pellets": {"kg": ""},
    "logs": {"kg": ""},
    "chips": {"kg": ""},
    "district": {"kWh": ""},
}


def heating(what, _tables):
    quantity = what["quantity"]
    for unit, ending in HEATING[what["fuel"]].items():
        if measure(unit)[0] == measure(quantity["unit"])[0]:
            return Demand(f"energy.heating.{what['fuel']}{ending}", amount(quantity, unit), unit)
    raise ValueError(f"{what['fuel']} by {quantity['unit']}")


def cooling(what, _tables):
    return Demand("energy.cooling.district", amount(what["energy"], "kWh"), "kWh")


def refrigerant(what, _tables):
    return Demand("energy.refrigerant." + what["fluid"], amount(what["mass"], "kg"), "kg")


def remote_work(what, _tables):
    hours = fraction(what["people"]) * fraction(what["days"]) * fraction(what["hours"])
    return Demand("buildings.remote-work." + ("heated" if what["heated"] else "equipment"), hours, "person.hour")


KINDS = (electricity, generator, heating, cooling, refrigerant, remote_work)
