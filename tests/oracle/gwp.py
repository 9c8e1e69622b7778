"""A factor in the warming potentials of another report."""

from dataclasses import replace
from fractions import Fraction

from .price import with_rest
from .tables import Part

PUBLISHED = "published"
# They count 1 in every report.
CO2 = ("co2", "co2-biogenic")


def ratio(factor, part, gas, into, tables):
    """The new potential over the old one of a gas of a part; None where it cannot be known."""
    if gas in CO2 or factor.gwp == into:
        return Fraction(1)
    fluids = [key for key in factor.keys if (key, into) in tables.gwp]
    of = gas
    if gas == "unallocated" and part in ("whole", "fugitive") and fluids:
        of = fluids[0]
    if (of, factor.gwp) in tables.gwp and (of, into) in tables.gwp:
        return tables.gwp[of, into] / tables.gwp[of, factor.gwp]
    return None


def restated(factor, option, tables):
    into = option.upper()
    if option == PUBLISHED or factor.gwp in ("", into):
        return factor
    parts = factor.parts or [Part("whole", factor.value)]
    parts = parts + [Part("unallocated", factor.value - sum(part.value for part in parts))]
    new = []
    for part in parts:
        gases = with_rest(part.gases, part.value)
        gases = [(gas, value * (ratio(factor, part.name, gas, into, tables) or 1)) for gas, value in gases]
        new.append(Part(part.name, sum(value for _, value in gases), gases))
    return replace(factor, value=sum(part.value for part in new), parts=new)


def unrestated(priced, option, tables):
    """The counted mass that stays as it was published."""
    if option == PUBLISHED:
        return 0
    return sum(
        entry.mass for one in priced for entry in one.entries
        if entry.account == "counted" and entry.gas not in CO2
        and ratio(one.resolution.factor, entry.part, entry.gas, option.upper(), tables) is None
    )
