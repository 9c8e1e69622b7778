"""Compares the engine with the oracle on every shipped production, line by line, as exact text.

`compare_productions.py ENGINE`: ENGINE is the built example `footprint`.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def lines_of_engine(engine, production, factors):
    own = ["--factors", str(factors)] if factors else []
    run = subprocess.run([engine, str(production), "--json", *own], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{production.name}: the engine refuses it: {run.stdout}{run.stderr}")
    result = json.loads(run.stdout)
    masses = [(line["line"], mass["account"], mass["kgco2e"]) for line in result["lines"] for mass in line["masses"]]
    covered = [(of["currency"], state["state"], state["amount"]) for of in result["coverage"] for state in of["states"]]
    return sorted(masses + covered)


def lines_of_oracle(production, factors):
    own = ["--factors", str(factors)] if factors else []
    command = [sys.executable, str(ROOT / "tests/oracle/check.py"), "--production", str(production), *own]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return sorted(tuple(row.split()) for row in run.stdout.splitlines() if len(row.split()) == 3)


def main(engine):
    differ = 0
    for production in sorted((ROOT / "tests/productions").glob("*.json")):
        factors = production.with_name(production.stem + "-factors.csv")
        factors = factors if factors.exists() else None
        ours, theirs = lines_of_engine(engine, production, factors), lines_of_oracle(production, factors)
        for row in sorted(set(ours) ^ set(theirs)):
            print(f"{production.name}: {'engine' if row in ours else 'oracle'} only: {' '.join(row)}")
            differ += 1
        if ours == theirs:
            print(f"{production.name}: {len(ours)} masses and amounts agree with the oracle")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main(sys.argv[1])
