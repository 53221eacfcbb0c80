"""Breaking a prepared paragraph into lines, by the breaker that its style names.

``greedy`` is what newspaper systems do. The paragraph-wide breaker stands beside it in ``optimal`` over the same
prepared paragraph.
"""

from __future__ import annotations

from paiban.text.greedy import broken, greedy
from paiban.text.linerange import LineRange, Measure, measures_of
from paiban.text.prepared import Prepared


def break_lines(prepared: Prepared, measure: Measure, *, tracking: int = 0) -> tuple[LineRange, ...]:
    """Break at ``measure``; the paragraph's first line has its indent taken off. ``tracking`` is in ‰ of an em."""
    measures = measures_of(prepared, measure)
    if prepared.style.composition.breaker == "optimal":
        from paiban.text.optimal import optimal  # noqa: PLC0415  (greedy is the newspaper default)

        ends = optimal(prepared, measures, tracking)
    else:
        ends = broken(prepared, measures, tracking)
    return tuple([LineRange(first, last, tracking) for first, last in zip((0, *ends), ends, strict=False)])


def count_lines(prepared: Prepared, measure: Measure, tracking: int = 0) -> int:
    """How many lines ``break_lines`` makes."""
    if prepared.style.composition.breaker == "optimal":
        return len(break_lines(prepared, measure, tracking=tracking))
    return len(greedy(prepared, measures_of(prepared, measure), tracking))
