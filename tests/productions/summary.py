"""The lines, the total and the hour of every shipped production; fails where README.md says otherwise.

`summary.py ENGINE`: ENGINE is the built example `footprint`.
"""

import sys
from decimal import Decimal

import shipped


def tonnes(kilograms):
    """Tonnes with three significant digits."""
    value = Decimal(kilograms) / 1000
    digits = max(0, 2 - value.adjusted())
    return f"{value:,.{digits}f} t"


def row(engine, production):
    """The first cells of the row of a production."""
    result = shipped.footprint(engine, production)
    totals = {total["account"]: total["kgco2e"] for total in result["totals"]}
    hour = tonnes(result["indicators"]["per_hour"])
    partial = ", partial" if result["status"] == "partial" else ""
    return f"| `{production.name}` | {result['production']['lines']} | {tonnes(totals['counted'])}{partial} | {hour} |"


def main(engine):
    readme = (shipped.HERE / "README.md").read_text(encoding="utf-8").splitlines()
    missing = 0
    for production in shipped.PRODUCTIONS:
        cells = row(engine, production)
        stated = any(line.startswith(cells) for line in readme)
        missing += not stated
        print(cells if stated else f"{cells} is not what README.md says")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main(sys.argv[1])
