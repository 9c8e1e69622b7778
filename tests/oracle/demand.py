"""What a line asks to be priced, and how its fields are read."""

from dataclasses import dataclass
from fractions import Fraction

from .decimals import fraction
from .units import convert, measure


class MissingAssumption(Exception):
    """An assumption that no table holds."""


@dataclass
class Demand:
    """How much (`quantity` of `unit`) of what (`key`; None if only a named factor can serve)."""

    key: str
    quantity: Fraction
    unit: str
    inline: dict = None
    post: str = None
    place: str = None


def amount(written, unit):
    return convert(fraction(written["value"]), written["unit"], unit)


def assumption(tables, name, unit):
    if name not in tables.assumptions:
        raise MissingAssumption(name)
    row = tables.assumptions[name]
    return convert(fraction(row["value"]), row["unit"], unit)


def given_or_assumed(written, tables, name, unit):
    return amount(written, unit) if written else assumption(tables, name, unit)


def there_and_back(what):
    return 2 if what.get("return") else 1


def is_kind(written, unit):
    return measure(written["unit"])[0] == measure(unit)[0]


def percent(what, name):
    return fraction(what.get(name, 100)) / 100
