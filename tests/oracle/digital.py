"""Digital services: rendering, storage, transfers."""

from .decimals import fraction
from .demand import Demand, amount, assumption, given_or_assumed, is_kind, percent


def render(what, tables):
    machines = amount(what["power"], "kW") * fraction(what["hours"]) * fraction(what.get("pieces", 1))
    pue = fraction(what["pue"]) if "pue" in what else assumption(tables, "render.pue", "kWh/kWh")
    return Demand("energy.electricity", machines * percent(what, "load") * pue, "kWh")


def storage(what, _tables):
    data = what["data"]
    kept = amount(data, "TB.year") if is_kind(data, "TB.year") else amount(data, "TB") * fraction(what["years"])
    return Demand("data.storage", kept * fraction(what.get("copies", 1)), "TB.year")


def transfer(what, tables):
    name = f"transfer.{what.get('network', 'internet')}"
    intensity = given_or_assumed(what.get("intensity"), tables, name, "kWh/GB")
    return Demand("energy.electricity", amount(what["data"], "GB") * intensity, "kWh")


KINDS = (render, storage, transfer)
