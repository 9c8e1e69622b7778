"""Plain decimals in and out. Between the two there are only fractions."""

import re
from decimal import Decimal
from fractions import Fraction

PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
MICROGRAMS_PER_KG = 10**9


def fraction(written):
    """The exact value of a number as a production or a table writes it."""
    if isinstance(written, bool) or written is None:
        raise ValueError(f"not a number: {written!r}")
    if isinstance(written, (int, Decimal)):
        return Fraction(written)
    if not PLAIN.fullmatch(written):
        raise ValueError(f"not a plain decimal: {written!r}")
    return Fraction(written)


def half_even(value):
    """The nearest integer; a tie goes to the even neighbour."""
    below = value.numerator // value.denominator
    rest = value - below
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1):
        return below + 1
    return below


def text(integer, places):
    """`integer` × 10^-places as a plain decimal without trailing zeros."""
    sign = "-" if integer < 0 else ""
    digits = str(abs(integer)).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    rest = rest.rstrip("0")
    return sign + whole + ("." + rest if rest else "")


def kilograms(micrograms):
    """The text of a mass."""
    return text(micrograms, 9)


def rounded(value, places):
    """A quotient as text, rounded once, half to even."""
    return text(half_even(value * 10**places), places)
