"""Money of one year and currency in that of another: the exchange in the first year, then the prices of the place."""

from fractions import Fraction

from .decimals import fraction
from .units import convert, is_money, measure, split_rate


class NoPrice(Exception):
    """A year, a currency or a place that the tables of prices do not have."""


def per_euro(tables, currency, year):
    if currency == "EUR":
        return 1
    if (currency, year) not in tables.exchange_rates:
        raise NoPrice(f"{currency} {year}")
    return tables.exchange_rates[currency, year]


def index(tables, place, year):
    level, last = level_of(tables, place, year)
    if last == year:
        return level
    if "price-index.carried" not in tables.assumptions:
        raise NoPrice(f"{place} {year}")
    row = tables.assumptions["price-index.carried"]
    return level * convert(fraction(row["value"]), row["unit"], "price/price") ** (int(year) - int(last))


def level_of(tables, place, year):
    """(the index of the year, its year), or of the last year: up to three years later, if it changed by less than 10 %."""
    if (place, year) in tables.price_index:
        return tables.price_index[place, year], year
    years = sorted(int(known) for of, known in tables.price_index if of == place)
    if years and 0 < int(year) - years[-1] <= 3 and years[-2:-1] == [years[-1] - 1]:
        before, level = (tables.price_index[place, str(of)] for of in years[-2:])
        if abs(level / before - 1) < Fraction(1, 10):
            return level, str(years[-1])
    raise NoPrice(f"{place} {year}")


def carried(unit, factor, tables):
    """The (place, year)s of the rebasing for which the last index stands."""
    per = split_rate(factor.unit)[1]
    if unit == per or not (is_money(unit) and is_money(per)) or measure(unit)[0][2] == measure(per)[0][2]:
        return []
    place = factor.place.partition("-")[0]
    years = [measure(one)[0][2] for one in (unit, per)]
    return [(place, year) for year in years if level_of(tables, place, year)[1] != year]


def rebased(quantity, unit, factor, tables):
    """(quantity, unit) in the money that the factor is per, if both are money."""
    per = split_rate(factor.unit)[1]
    if unit == per or not (is_money(unit) and is_money(per)):
        return quantity, unit
    (_, currency, year), size = measure(unit)
    (_, wanted, wanted_year), _ = measure(per)
    worth = quantity * size
    if currency != wanted:
        worth = worth / per_euro(tables, currency, year) * per_euro(tables, wanted, year)
    if year != wanted_year:
        place = factor.place.partition("-")[0]  # the country that a subdivision begins with
        worth = worth / index(tables, place, year) * index(tables, place, wanted_year)
    return worth, f"{wanted}_{wanted_year}"
