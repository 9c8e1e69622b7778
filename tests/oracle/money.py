"""Money, and whatever has no kind of its own."""

from .decimals import fraction
from .demand import Demand


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
    return Demand(what.get("key"), fraction(quantity["value"]), quantity["unit"], what.get("inline"), what.get("post"))


KINDS = (spend, custom)
