"""What comparing a row with its source takes: exact numbers, the parts of a row, and the differences that were found."""

import re
from fractions import Fraction

differences = []


def number(text):
    """The exact value of a number with a decimal point or comma."""
    return Fraction(text.replace(",", "."))


def given(text):
    """The exact value of a cell, zero where the source gives none."""
    return number(text) if text not in ("", "NaN") else Fraction(0)


def differ(row, what, ours, theirs):
    differences.append(f"{row['id']}: {what}: {ours} here, {theirs} in the source")


def expect(row, what, ours, theirs):
    if ours != theirs:
        show = lambda x: float(x) if isinstance(x, Fraction) else repr(x)
        differ(row, what, show(ours), show(theirs))


def split_parts(row):
    """`part[/gas]=value[~percent][@rows]` as {(part, gas): (value, rows)}."""
    parts = {}
    for item in row["parts"].split():
        name, rest = item.split("=", 1)
        value, _, rows = rest.partition("@")
        value, _, _ = value.partition("~")
        part, _, gas = name.partition("/")
        parts[part, gas] = (number(value), re.findall(r"([+-]?)([^+-]+)", rows))
    return parts
