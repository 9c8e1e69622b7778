"""Stays: hotels and furnished rentals."""

from .decimals import fraction
from .demand import Demand


def hotel(what, _tables):
    return Demand("accommodation.hotel", fraction(what["rooms"]) * fraction(what["nights"]), "room.night")


def flat(what, _tables):
    return Demand("accommodation.flat", fraction(what["flats"]) * fraction(what["nights"]), "night")


KINDS = (hotel, flat)
