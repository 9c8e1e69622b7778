"""Furnished rentals, drinks, groceries, water, waste and work at home."""

from .decimals import fraction
from .demand import Demand, amount, given_or_assumed, is_kind


def flat(what, _tables):
    return Demand("accommodation.flat", fraction(what["flats"]) * fraction(what["nights"]), "night")


def drinks(what, tables):
    quantity = what["quantity"]
    if is_kind(quantity, "kg"):
        mass = amount(quantity, "kg")
    else:
        mass = amount(quantity, "L") * given_or_assumed(what.get("density"), tables, "drink.density", "kg/L")
    return Demand("food.drink." + what["drink"], mass, "kg")


def groceries(what, _tables):
    return Demand("food.item." + what["item"], amount(what["mass"], "kg"), "kg")


def remote_work(what, _tables):
    hours = fraction(what["people"]) * fraction(what["days"]) * fraction(what["hours"])
    return Demand("buildings.remote-work." + ("heated" if what["heated"] else "equipment"), hours, "person.hour")


def water(what, _tables):
    return Demand("water." + what["service"], amount(what["volume"], "m3"), "m3")


def waste(what, _tables):
    key = f"waste.{what['material']}.{what.get('treatment', 'average')}"
    return Demand(key, amount(what["mass"], "kg"), "kg")


KINDS = (flat, drinks, groceries, water, waste, remote_work)
