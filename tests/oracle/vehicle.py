"""Vehicles: cars, taxis, two-wheelers, vans, lorries, freight, aircraft and boats."""

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

FREIGHT = {
    "van": "van.average", "diesel-van": "van.diesel", "petrol-van": "van.petrol", "electric-van": "van.electric",
    "lorry": "truck.average", "small-lorry": "truck.small", "medium-lorry": "truck.medium",
    "large-lorry": "truck.large", "articulated-lorry": "truck.articulated",
    "train": "train", "barge": "barge", "container-ship": "sea.container", "ro-ro": "sea.ro-ro",
    "ro-pax": "sea.ro-pax", "domestic-plane": "plane.domestic", "short-haul-plane": "plane.short-haul",
    "medium-haul-plane": "plane.medium-haul", "long-haul-plane": "plane.long-haul",
}


def driven(what):
    """Vehicle kilometres."""
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        return amount(distance, "passenger.km") / fraction(what["occupants"])
    if is_kind(distance, "vehicle.km"):
        return amount(distance, "vehicle.km")
    return amount(distance, "km") * fraction(what.get("vehicles", 1)) * there_and_back(what)


def fuel_card(what):
    return Demand("transport.car-fuel." + what["fuel"], amount(what["volume"], "L"), "L")


def car(what, _tables):
    if "volume" in what:
        return fuel_card(what)
    return Demand("transport.car." + what.get("fuel", "average"), driven(what), "vehicle.km")


def taxi(what, _tables):
    return Demand("transport.taxi", driven(what), "vehicle.km")


def two_wheeler(what, _tables):
    return Demand(MODES[what["mode"]][0], driven(what), "vehicle.km")


def van(what, _tables):
    if "volume" in what:
        return fuel_card(what)
    return Demand("transport.van." + what.get("fuel", "average"), driven(what), "vehicle.km")


def lorry(what, _tables):
    if "volume" in what:
        return fuel_card(what)
    return Demand("transport.lorry." + what.get("size", "average"), driven(what), "vehicle.km")


def freight(what, _tables):
    if is_kind(what["distance"], "t.km"):
        carried = amount(what["distance"], "t.km")
    else:
        carried = amount(what["distance"], "km") * amount(what["mass"], "t") * there_and_back(what)
    return Demand("transport.freight." + FREIGHT[what["mode"]], carried, "t.km")


def aircraft(what, _tables):
    return Demand("transport.aircraft-fuel." + what["fuel"], engine(what), "L")


def boat(what, _tables):
    return Demand("transport.boat-fuel." + what["fuel"], engine(what), "L")


KINDS = (car, taxi, two_wheeler, van, lorry, freight, aircraft, boat)
