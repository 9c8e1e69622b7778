"""The one exception of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claquette._types import Diagnostic


class CalculationError(ValueError):
    """A production, a table or a word that was refused; the message tells the first errors in English.

    >>> import claquette
    >>> try:
    ...     claquette.compute({"format": 1, "kind": "news", "lines": [], "tittle": "Brest"})
    ... except claquette.CalculationError as error:
    ...     problem = error.diagnostics[0]
    >>> problem.code, problem.pointer, problem.suggestion
    ('unknown-field', '/tittle', 'title')
    >>> print(problem.fr)
    champ inconnu « tittle » ; vouliez-vous dire « title » ?
    """

    diagnostics: tuple[Diagnostic, ...]
    """Every problem, errors and warnings; none if it was a word that is not known."""
    more: int
    """How many problems there are beyond those."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = (), more: int = 0) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics
        self.more = more
