#!/usr/bin/env python3
"""Says what another edition of a published base does to the factors and to every shipped production.

    editions.py ENGINE FILE [BEFORE]

ENGINE is the built example `factors`; FILE the flat file of the DESNZ factors, or an export of the Base Carbone; BEFORE the
same of the edition before. Nothing is written.

It prints, first of FILE itself and with BEFORE:

- which rows of the key map FILE lacks or has without a value; a 0 where BEFORE has no value is none, and is listed;
- which rows of the map are called otherwise than in BEFORE: somebody reads whether they still mean the same;
- how far the values of the map moved since BEFORE, the farthest first.

Then, for each production, its total by the bundled factors and by FILE laid over them, and the lines that move most. FILE
goes before the bundled rows whatever the year of the production, so this is what its own year would give; a production
keeps its rows until its dates are of that year. Its own factors go before both.

Exit status: 0, or 1 where FILE lacks a row of the map, 2 where the engine refuses something.
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent / "productions")
import shipped  # noqa: E402

MAPS = HERE.parents[1] / "factors" / "maps"
MOST = 20


class Flat:
    """The flat file of the DESNZ factors."""

    map, names = "desnz.csv", ("Level 1", "Level 2", "Level 3", "Level 4", "Column Text", "UOM", "GHG/Unit")

    def __init__(self, text):
        self.rows = {row["ID"]: row for row in csv.DictReader(io.StringIO(text, newline="")) if row["ID"]}
        self.column = next(name for name in next(iter(self.rows.values())) if name.startswith("GHG Conversion Factor"))
        # As CSV some were written without the row that ends the sheet.
        self.text = text if "\n,END" in text else text + ",END" + "," * 8 + "\n"

    def emptied(self, rows):
        """The text without the values of some rows."""
        lines = self.text.splitlines(keepends=True)
        return "".join(re.sub(r",[^,]*$", ",\n", line) if line.partition(",")[0] in rows else line for line in lines)


class Export:
    """An export of the Base Carbone."""

    map, names, column = "base-carbone.csv", ("Nom base français", "Nom attribut français", "Nom frontière français", "Unité français"), "Total poste non décomposé"

    def __init__(self, text):
        self.text = text
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        self.rows = {row["Identifiant de l'élément"]: row for row in rows if row["Type Ligne"] == "Elément"}

    def emptied(self, rows):
        assert not rows
        return self.text


def read(path):
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    return (Flat if text.startswith("ID,") else Export)(text), data


def value(base, row):
    text = base.rows.get(row, {}).get(base.column, "") if base else ""
    return None if text in ("", "NaN") else Fraction(text.replace(",", "."))


def total(base, mapped):
    """What a row of the map is in a base, or nothing."""
    if mapped["row"]:
        return value(base, mapped["row"])
    sum_ = Fraction(0)
    for item in mapped["parts"].split():
        name, rows = item.split("@")
        for sign, row in re.findall(r"([+-]?)([^+-]+)", rows) if "/" not in name else ():
            of_row = value(base, row)
            if of_row is None:
                return None
            sum_ += -of_row if sign == "-" else of_row
    return sum_


def listed(title, items):
    print(f"{len(items)} {title}")
    for item in items[:MOST]:
        print(f"  {item}")
    if len(items) > MOST:
        print(f"  + {len(items) - MOST}")


def of_the_base(now, before, mapped):
    """Prints what is to be known of the file; the rows whose 0 is no value, and whether the map is served."""
    empty = []
    if before:
        empty = sorted(row for row in now.rows if value(now, row) == 0 and value(before, row) is None)
        listed("rows are 0 where the edition before has no value, and taken for none", empty)
        for row in empty:
            now.rows[row][now.column] = ""
    lacking = [row["id"] for row in mapped if total(now, row) is None]
    listed(f"of {len(mapped)} rows of {now.map} have no value", lacking)
    if before:
        rows = {row for line in mapped for row in re.findall(r"[\d_]+", f"{line['row']} {line.get('parts') or ''}") if row in now.rows and row in before.rows}
        called = [(row, [(a, b) for a, b in ((before.rows[row][name], now.rows[row][name]) for name in now.names) if a != b]) for row in sorted(rows)]
        listed("rows of the map are called otherwise", [f"{row}: " + ", ".join(f"{a} → {b}" for a, b in words) for row, words in called if words])
        moved = []
        for line in mapped:
            was, is_ = total(before, line), total(now, line)
            if was and is_ is not None and was != is_:
                moved.append((float(is_ / was - 1), line["id"], float(was), float(is_)))
        moved.sort(key=lambda move: -abs(move[0]))
        far = sum(abs(move[0]) > 0.05 for move in moved)
        listed(f"values of the map moved, {far} of them by more than 5 %", [f"{share:+8.1%}  {name}  {was:g} → {is_:g}" for share, name, was, is_ in moved])
    return empty, not lacking


def main(engine, path, before=None):
    (now, data), old = read(path), read(before)[0] if before else None
    with (MAPS / now.map).open(encoding="utf-8", newline="") as file:
        mapped = list(csv.DictReader(file))
    empty, served = of_the_base(now, old, mapped)
    with tempfile.TemporaryDirectory() as folder:
        laid = Path(folder) / Path(path).name
        # The export has an encoding of its own, which stays.
        laid.write_bytes(now.emptied(set(empty)).encode("utf-8") if isinstance(now, Flat) else data)
        for production in shipped.PRODUCTIONS:
            own = production.with_name(f"{production.stem}-factors.csv")
            command = [engine, "review", str(laid), str(production)] + (["--with", str(own)] if own.exists() else [])
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if run.returncode != 0:
                print(f"{production.name}: the engine refuses it: {run.stdout}{run.stderr}")
                return 2
            lines = run.stdout.splitlines()[1:]
            changed = [line for line in lines if line.startswith("  ~ ")]
            print(f"\n{production.name}: {len(changed)} lines change" + (" or more" if lines and "+" in lines[-1][:4] else ""))
            for line in [line for line in lines if not line.startswith("  ~ ")] + changed[:5]:
                print(line)
    return 0 if served else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
