"""No file of the package imports itself, not even over others: not for a type alone, and not within a function."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import claquette

PACKAGE = Path(claquette.__file__).parent


def imported(tree: ast.AST, modules: set[str]) -> set[str]:
    """The modules that a file imports, wherever in it; a name that is none is one of `__init__`."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = ".".join(filter(None, ("claquette" if node.level else None, node.module)))
            found.update(f"{origin}.{alias.name}" for alias in node.names)
    parts = [name.split(".") for name in found if name.split(".")[0] == "claquette"]
    return {name[1] if len(name) > 1 and name[1] in modules else "__init__" for name in parts}


def order(files: dict[str, str]) -> list[str]:
    """The files in an order in which each comes after those that it imports; a `CycleError` if there is none."""
    return list(TopologicalSorter({name: imported(ast.parse(text), set(files)) for name, text in files.items()}).static_order())


FILES = {file.stem: file.read_text("utf-8") for ending in ("*.py", "*.pyi") for file in PACKAGE.glob(ending)}


def test_no_circle() -> None:
    in_order = order(FILES)
    assert set(in_order) == set(FILES) and in_order[-1] == "__init__"
    # What the package rests on comes first, so the imports were seen at all.
    assert in_order.index("_wire") < in_order.index("_types") < in_order.index("_border") < in_order.index("_footprint")


@pytest.mark.parametrize(
    "planted",
    [
        "from claquette._footprint import compute",
        "from claquette import _footprint",
        "import claquette._footprint as footprint",
        "from . import _footprint",
        "from ._footprint import compute",
        "from claquette import compute",
        "import claquette",
        "def late():\n    from claquette._types import Period",
        "if TYPE_CHECKING:\n    from claquette._types import Diagnostic",
        "import claquette._wire",
    ],
)
def test_a_planted_circle_is_seen(planted: str) -> None:
    with pytest.raises(CycleError):
        order({**FILES, "_wire": f"{FILES['_wire']}\n{planted}\n"})
