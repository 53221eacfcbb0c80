"""What a line weighs on the page once a matrix has been at it."""

from math import hypot

import pytest

from paiban.preflight.state import EVEN, State

PAGE = (0.0, 0.0, 100.0, 80.0)
ALONG, DOWN, SLANTED = [(0, 0), (30, 0)], [(0, 0), (0, 30)], [(0, 0), (30, 30)]


@pytest.mark.parametrize(
    ("ctm", "points", "weight"),
    [
        ((1, 0, 0, 1, 0, 0), ALONG, 2),
        ((3, 0, 0, 3, 9, 9), SLANTED, 6),
        ((0, 1, -1, 0, 0, 0), ALONG, 2),
        ((1, 0, 0, 0.25, 0, 0), ALONG, 0.5),
        ((1, 0, 0, 0.25, 0, 0), DOWN, 2),
        ((1, 0, 0, 0.25, 0, 0), [*ALONG, (30, 30)], 0.5),
        ((1, 0, EVEN, 1, 0, 0), SLANTED, 2 * hypot(30 - 30 * EVEN, 30) / hypot(30, 30)),
        ((1, 0, EVEN / 2, 1, 0, 0), SLANTED, 2),
    ],
    ids=["plain", "enlarged", "turned", "pressed flat", "seen across", "a corner", "uneven by the least", "even"],
)
def test_a_line_of_two_points_weighs_what_its_finest_step_does(ctm, points, weight):
    state = State(clip=PAGE, ctm=ctm, line_width=2.0)
    assert state.pen_along(points) == pytest.approx(weight, rel=1e-9)
