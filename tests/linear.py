"""Counts the instructions of every function of the program `work`, for each dimension at one size and at four times it.

    python3 tests/linear.py PROGRAM [DIMENSION ...]

Valgrind counts them, the same on each run. A loop within a loop makes the instructions of the function that it is in grow
with the square of the input: that of no function may grow beyond SLOPE times, and all together beyond TOTAL times. Sorting
and trees grow a little faster than their input.
"""

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SIZE = 200
TOTAL = 4.6
SLOPE = 6.5
CONSTANT = 400_000
COST = re.compile(r"^[+\-*\d]\S* (\d+)$")


def costs(program: str, dimension: str, size: int) -> dict[str, int]:
    """The instructions of each function itself, without those that it calls."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, dimension, str(size)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{dimension}: {done.stderr}")
        names: dict[str, str] = {}
        found: dict[str, int] = {}
        function, called = "", False
        with out.open() as lines:
            for line in lines:
                line = line.rstrip("\n")
                if line.startswith(("fn=", "cfn=")):
                    number, _, name = line.partition("=")[2].partition(" ")
                    if name:
                        names[number] = name
                    if line.startswith("fn="):
                        function = names[number]
                elif line.startswith("calls="):
                    called = True
                elif match := COST.match(line):
                    # The line after a call has what was called.
                    if not called:
                        found[function] = found.get(function, 0) + int(match[1])
                    called = False
        return found


def worse(program: str, dimension: str) -> list[str]:
    """What grows too fast along a dimension."""
    once, four = (costs(program, dimension, size) for size in (SIZE, 4 * SIZE))
    said = []
    total, more = sum(once.values()), sum(four.values())
    if more > TOTAL * total + CONSTANT:
        said.append(f"{dimension}: {total:,} to {more:,} instructions, {more / total:.2f} times")
    for name, count in four.items():
        if count > SLOPE * once.get(name, 0) + CONSTANT:
            said.append(f"{dimension}: {once.get(name, 0):,} to {count:,} in {name}")
    return said


def main() -> int:
    program, *dimensions = sys.argv[1:]
    if not dimensions:
        dimensions = subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()
    with ThreadPoolExecutor(2) as pool:
        said = [line for lines in pool.map(lambda dimension: worse(program, dimension), dimensions) for line in lines]
    print("\n".join(said))
    print(f"{len(dimensions)} dimensions counted")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
