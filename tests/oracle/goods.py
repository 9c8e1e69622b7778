"""Vans, lorries and freight."""

from .demand import Demand, amount, is_kind, there_and_back
from .people import driven

FREIGHT = {
    "van": "van.average", "diesel-van": "van.diesel", "petrol-van": "van.petrol", "electric-van": "van.electric",
    "lorry": "truck.average", "small-lorry": "truck.small", "medium-lorry": "truck.medium",
    "large-lorry": "truck.large", "articulated-lorry": "truck.articulated",
    "train": "train", "barge": "barge", "container-ship": "sea.container", "ro-ro": "sea.ro-ro",
    "ro-pax": "sea.ro-pax", "domestic-plane": "plane.domestic", "short-haul-plane": "plane.short-haul",
    "medium-haul-plane": "plane.medium-haul", "long-haul-plane": "plane.long-haul",
}


def fuel_card(what):
    return Demand("transport.car-fuel." + what["fuel"], amount(what["volume"], "L"), "L")


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


KINDS = (van, lorry, freight)
