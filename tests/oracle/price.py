"""A demand at the rate of a factor: entries in whole micrograms."""

from dataclasses import dataclass
from fractions import Fraction

from .decimals import MICROGRAMS_PER_KG, half_even
from .tables import Part
from .units import convert, split_rate


@dataclass
class Entry:
    account: str
    part: str
    gas: str
    mass: int


def largest_remainder(total, quotas):
    """Whole numbers that sum to `total`: every quota's floor, then one more to the largest remainders, ties in order."""
    shares = [quota.numerator // quota.denominator for quota in quotas]
    order = sorted(range(len(quotas)), key=lambda i: shares[i] - quotas[i])
    for i in order[: total - sum(shares)]:
        shares[i] += 1
    assert sum(shares) == total
    return shares


def micrograms(quantity, unit, factor, value):
    """The exact mass of `quantity` at `value`, not rounded."""
    mass, per = split_rate(factor.unit)
    return convert(quantity, unit, per) * value * mass * MICROGRAMS_PER_KG


def with_rest(items, value):
    """(name, value) items and what they leave."""
    return items + [("unallocated", value - sum((v for _, v in items), Fraction(0)))]


def price(quantity, unit, factor):
    def exact(value):
        return micrograms(quantity, unit, factor, value)

    parts = list(factor.parts)
    if not parts:
        parts = [Part("whole", factor.value)]
    rest = factor.value - sum(part.value for part in parts)
    parts.append(Part("unallocated", rest))

    entries = []
    masses = largest_remainder(half_even(exact(factor.value)), [exact(part.value) for part in parts])
    for part, mass in zip(parts, masses):
        gases = with_rest(part.gases, part.value)
        shares = largest_remainder(mass, [exact(value) for _, value in gases])
        entries += [Entry(factor.account, part.name, gas, share) for (gas, _), share in zip(gases, shares)]
    entries.append(Entry("biogenic", "whole", "co2", half_even(exact(factor.biogenic))))
    order = ("counted", "biogenic", "avoided", "offset")
    return sorted((e for e in entries if e.mass), key=lambda e: order.index(e.account))
