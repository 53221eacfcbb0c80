from paiban.makeup.search.problem import BlockChoices, Placement, Plan, Problem, Rect, Shape
__all__ = ["BlockChoices", "Placement", "Plan", "Problem", "Rect", "Shape"]
