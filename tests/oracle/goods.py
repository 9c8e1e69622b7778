"""Goods: materials, costumes, furniture, equipment, water, waste."""

from .decimals import fraction
from .demand import Demand, amount


def pieces(what, key):
    part = fraction(what["days"]) / fraction(what["life"]) if "days" in what else 1
    return Demand(key + ".new", fraction(what["pieces"]) * part, "unit")


def material(what, _tables):
    key = f"goods.material.{what['material']}.{what.get('origin', 'new')}"
    return Demand(key, amount(what["mass"], "kg"), "kg")


def costume(what, _tables):
    return pieces(what, "goods.costume." + what["garment"])


def furniture(what, _tables):
    return pieces(what, "goods.furniture." + what["item"])


def equipment(what, _tables):
    return pieces(what, "goods.equipment." + what["device"])


def water(what, _tables):
    return Demand("water." + what["service"], amount(what["volume"], "m3"), "m3")


def waste(what, _tables):
    key = f"waste.{what['material']}.{what.get('treatment', 'average')}"
    return Demand(key, amount(what["mass"], "kg"), "kg")


KINDS = (material, costume, furniture, equipment, water, waste)
