"""Lines that follow from the calendar."""

from __future__ import annotations

from claquette import _native
from claquette._border import Typed, document, errors, read
from claquette._check import Limits, given
from claquette._references import References, handle
from claquette._types import Proposal


def propose(production: Typed, references: References | None = None, limits: Limits | None = None) -> Proposal:
    """The lines that follow from the calendar of a production and that none of its lines counts yet.

    Nothing is assumed, and nothing is added to the production: `lines` may be put into it, `open` says which fields
    of the calendar would complete a line, `counted` whom lines count already. What is not sound is a
    `CalculationError`; that there is no line yet is not.

    >>> from claquette import propose
    >>> proposal = propose({
    ...     "format": 1, "kind": "news", "place": "FR", "lines": [],
    ...     "calendar": [{"phase": "shoot", "days": 5, "people": [
    ...         {"id": "crew", "group": "crew", "persons": 12, "meals": 1}]}],
    ... })
    >>> proposal.lines[0].line.what
    Meals(diet=None, meals=None, people=Decimal('12'), days=Decimal('5'), per_day=Decimal('1'))
    >>> proposal.lines[0].en
    'crew: 12 persons on 5 days, FR, main unit'
    >>> proposal.open[0].fields
    ('/calendar/0/people/0/distance', '/calendar/0/people/0/modes')
    """
    with errors():
        return read(Proposal, _native.propose(document(production), handle(references), given(limits)))
