"""Every shipped production, and its footprint by the built example `footprint`."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PRODUCTIONS = sorted(HERE.glob("*.json"))
# Lines of these have no factor in any table: they are left out, and listed.
PARTIAL = {"documentary-2026.json", "feature-film-2026.json"}


def options(production):
    """What the command line says beside the production, of the engine and of the oracle alike."""
    own = production.with_name(f"{production.stem}-factors.csv")
    factors = ["--factors", str(own)] if own.exists() else []
    return factors + (["--unpriced", "exclude"] if production.name in PARTIAL else [])


def footprint(engine, production, more=()):
    """The result of a production as the engine writes it, with more on the command line."""
    command = [engine, str(production), "--summary", *options(production), *more]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{production.name}: the engine refuses it: {run.stdout}{run.stderr}")
    return json.loads(run.stdout)
