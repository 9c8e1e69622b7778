"""The kinds of activity: what each one asks to be priced."""

from . import digital, energy, food, goods, money, stay, travel, vehicle

FAMILIES = (energy, travel, vehicle, stay, food, goods, digital, money)

KINDS = {kind.__name__: kind for family in FAMILIES for kind in family.KINDS}


def demands(line, tables):
    """What a line asks to be priced: one thing, or several in their order."""
    ((kind, what),) = line["what"].items()
    tables.line_place, tables.names_factor = line.get("place") or tables.place, "factor" in line
    asked = KINDS[kind](what, tables)
    return asked if isinstance(asked, list) else [asked]
