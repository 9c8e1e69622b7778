"""Money of one year and currency in that of another: the exchange in the first year, then the prices of the place."""

from .units import is_money, measure, split_rate


class NoPrice(Exception):
    """A year, a currency or a place that the tables of prices do not have."""


def per_euro(tables, currency, year):
    if currency == "EUR":
        return 1
    if (currency, year) not in tables.exchange_rates:
        raise NoPrice(f"{currency} {year}")
    return tables.exchange_rates[currency, year]


def index(tables, place, year):
    if (place, year) not in tables.price_index:
        raise NoPrice(f"{place} {year}")
    return tables.price_index[place, year]


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
