"""Compares the engine with the oracle on every shipped production, line by line, as exact text: with the warming
potentials of each source, and with those of AR6 and flights by territory.

`compare_productions.py ENGINE`: ENGINE is the built example `footprint`.
"""

import itertools
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT / "tests")

from productions import shipped  # noqa: E402

OPTIONS = ([], ["--gwp", "ar6", "--aviation", "by-haul"])


def lines_of_engine(engine, production, options):
    result = shipped.footprint(engine, production, options)
    masses = [(line["line"], mass["account"], mass["kgco2e"]) for line in result["lines"] for mass in line["masses"]]
    excluded = [(line["line"], "excluded", "-") for line in result["excluded"]]
    covered = [(of["currency"], state["state"], state["amount"]) for of in result["coverage"] for state in of["states"]]
    return sorted(masses + excluded + covered)


def lines_of_oracle(production, options):
    command = [sys.executable, str(ROOT / "tests/oracle/check.py"), "--production", str(production)]
    command += shipped.options(production) + options
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return sorted(tuple(row.split()) for row in run.stdout.splitlines() if len(row.split()) == 3)


def main(engine):
    differ = 0
    for production, options in itertools.product(shipped.PRODUCTIONS, OPTIONS):
        ours, theirs = lines_of_engine(engine, production, options), lines_of_oracle(production, options)
        for row in sorted(set(ours) ^ set(theirs)):
            print(f"{production.name}: {'engine' if row in ours else 'oracle'} only: {' '.join(row)}")
            differ += 1
        if ours == theirs:
            said = " ".join(options) or "by default"
            print(f"{production.name}: {len(ours)} masses and amounts agree with the oracle ({said})")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main(sys.argv[1])
