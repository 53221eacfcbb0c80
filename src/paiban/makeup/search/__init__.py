from paiban.makeup.search.explain import explain
from paiban.makeup.search.problem import BlockChoices, Placement, Plan, Problem, Rect, Shape
from paiban.makeup.search.rounds import search
from paiban.makeup.search.sketch import sketch

__all__ = ["BlockChoices", "Placement", "Plan", "Problem", "Rect", "Shape", "explain", "search", "sketch"]
