"""Taxis, two-wheelers, public transport, commuting, aircraft and boats."""

from .decimals import fraction
from .demand import Demand, amount, is_kind, there_and_back
from .energy import engine

# mode: (key, whether it is counted by vehicle)
MODES = {
    "car": ("transport.car.average", True),
    "train": ("transport.train.regional", False),
    "metro": ("transport.metro", False),
    "tram": ("transport.tram", False),
    "bus": ("transport.bus", False),
    "coach": ("transport.coach", False),
    "ferry": ("transport.ferry.foot", False),
    "car-ferry": ("transport.ferry.car", False),
    "motorcycle": ("transport.motorcycle", True),
    "small-motorcycle": ("transport.motorcycle.small", True),
    "moped": ("transport.moped", True),
    "e-bike": ("transport.e-bike", True),
    "e-scooter": ("transport.e-scooter", True),
    "bicycle": ("transport.bicycle", True),
    "walk": ("transport.walk", False),
}


def driven(what):
    """Vehicle kilometres."""
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        return amount(distance, "passenger.km") / fraction(what["occupants"])
    if is_kind(distance, "vehicle.km"):
        return amount(distance, "vehicle.km")
    return amount(distance, "km") * fraction(what.get("vehicles", 1)) * there_and_back(what)


def travelled(what, kilometres_each):
    """Passenger kilometres of journeys of this length."""
    return kilometres_each * fraction(what["passengers"]) * there_and_back(what)


def ridden(what):
    """Passenger kilometres."""
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        return amount(distance, "passenger.km")
    return travelled(what, amount(distance, "km"))


def taxi(what, _tables):
    return Demand("transport.taxi", driven(what), "vehicle.km")


def two_wheeler(what, _tables):
    return Demand(MODES[what["mode"]][0], driven(what), "vehicle.km")


def transit(what, _tables):
    return Demand(MODES[what["mode"]][0], ridden(what), "passenger.km")


def commute(what, _tables):
    ways = fraction(what["people"]) * fraction(what["days"]) * amount(what["distance"], "km") * there_and_back(what)
    demands = []
    for part in what["modes"]:
        key, by_vehicle = MODES[part["mode"]]
        share = ways * fraction(part["share"]) / 100 / fraction(part.get("occupants", 1))
        demands.append(Demand(key, share, "vehicle.km" if by_vehicle else "passenger.km"))
    return demands


def aircraft(what, _tables):
    return Demand("transport.aircraft-fuel." + what["fuel"], engine(what), "L")


def boat(what, _tables):
    return Demand("transport.boat-fuel." + what["fuel"], engine(what), "L")


KINDS = (taxi, two_wheeler, transit, commute, aircraft, boat)
