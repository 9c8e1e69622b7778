"""Food: meals, drinks, groceries."""

from .decimals import fraction
from .demand import Demand, amount, given_or_assumed, is_kind


def meals(what, _tables):
    if "meals" in what:
        served = fraction(what["meals"])
    else:
        served = fraction(what["people"]) * fraction(what["days"]) * fraction(what["per_day"])
    return Demand("food.meal." + what.get("diet", "average"), served, "meal")


def drinks(what, tables):
    quantity = what["quantity"]
    if is_kind(quantity, "kg"):
        mass = amount(quantity, "kg")
    else:
        mass = amount(quantity, "L") * given_or_assumed(what.get("density"), tables, "drink.density", "kg/L")
    return Demand("food.drink." + what["drink"], mass, "kg")


def groceries(what, _tables):
    return Demand("food.item." + what["item"], amount(what["mass"], "kg"), "kg")


KINDS = (meals, drinks, groceries)
