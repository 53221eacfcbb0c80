"""The search of automatic make-up.

In: a ``Problem``, blocks with the shapes that they can take, all in integers. Out: ``Plan``s, the best different ones,
each with its score by term. Next: ``automatic`` turns a plan into places.
"""

from __future__ import annotations

from paiban.makeup.search.explain import explain, told_apart
from paiban.makeup.search.plan import difference, order
from paiban.makeup.search.problem import BlockChoices, Placement, Plan, Problem, Shape
from paiban.makeup.search.rounds import DIFFERENT, Judge, search, squeeze
from paiban.makeup.search.sketch import sketch

__all__ = [
    "DIFFERENT",
    "BlockChoices",
    "Judge",
    "Placement",
    "Plan",
    "Problem",
    "Shape",
    "difference",
    "explain",
    "order",
    "search",
    "sketch",
    "squeeze",
    "told_apart",
]
