from paiban.makeup.search.problem import Plan
def explain(plan: Plan, lang: str = "zh") -> str:
    return ""
