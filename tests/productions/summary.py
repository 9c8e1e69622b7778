"""The lines, the total and the hour of every shipped production; fails where README.md says otherwise, and where a line is
left out for want of a factor that factors/MATRIX.md calls served.

`summary.py ENGINE`: ENGINE is the built example `footprint`.
"""

import sys
from decimal import Decimal
from pathlib import Path

import shipped

sys.path.append(str(Path(__file__).resolve().parents[1] / "factors"))
import matrix  # noqa: E402


def tonnes(kilograms):
    """Tonnes with three significant digits."""
    value = Decimal(kilograms) / 1000
    digits = max(0, 2 - value.adjusted())
    return f"{value:,.{digits}f} t"


def refused(result):
    """The lines that are left out, each with its key and whether the matrix says that one asks for it in that country."""
    rows, heads, _ = matrix.page()
    for excluded in result["excluded"]:
        said = excluded["reason"]["parameters"]
        country = said["place"].partition("-")[0]
        cells, _ = rows[said["key"]]
        yield excluded["line"], said["key"], country in heads[0] and cells[heads[0].index(country)] == "—"


def row(result, production):
    """The first cells of the row of a production."""
    totals = {total["account"]: total["kgco2e"] for total in result["totals"]}
    hour = tonnes(result["indicators"]["per_hour"])
    partial = ", partial" if result["status"] == "partial" else ""
    return f"| `{production.name}` | {result['production']['lines']} | {tonnes(totals['counted'])}{partial} | {hour} |"


def main(engine):
    readme = (shipped.HERE / "README.md").read_text(encoding="utf-8").splitlines()
    missing = 0
    for production in shipped.PRODUCTIONS:
        result = shipped.footprint(engine, production)
        cells = row(result, production)
        stated = any(line.startswith(cells) for line in readme)
        missing += not stated
        print(cells if stated else f"{cells} is not what README.md says")
        for line, key, asked in refused(result):
            missing += not asked
            print(f"|   `{line}` is left out: {key}{'' if asked else ', which MATRIX.md calls served'}")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main(sys.argv[1])
