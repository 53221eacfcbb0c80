"""No type under something else, and no line through type."""

from __future__ import annotations

import pytest

from paiban.display import BLACK, Artwork, Box, Colour, Path, Picture, Rule
from paiban.engine.setting import set_pages
from tests.support.inked import box, pt, type_line
from tests.support.issues import read_blocks, set_blocks, story, tiny_kit

COVERED, CROSSED, FAINT = "P715", "P716", "P717"
TINT = Colour(0, 0, 0, 10)
LINE = type_line("新闻", 30, 60)
"""Its ink: 30.5 … 49.5 pt across, 51.7 … 60.7 down; marks may touch it by 0.2 pt."""


def codes(found):
    return [one.code for one in found]


@pytest.mark.parametrize(
    "mark",
    [
        Box(box(25, 45, 60, 70), fill=TINT, block="lead"),
        Path((("M", (pt(25), pt(45))), ("L", (pt(60), pt(45))), ("L", (pt(60), pt(70))), ("Z", ())), BLACK, "lead"),
        Picture("lead", "none.jpg", box(25, 45, 60, 70), (0, 0, 1, 1)),
        Artwork("lead", "none.pdf", 1, box(25, 45, 60, 70)),
    ],
    ids=lambda mark: type(mark).__name__,
)
def test_what_is_painted_later_hides_type(seen, mark):
    (found,) = seen(LINE, mark)
    assert (found.code, dict(found.params)["words"], dict(found.params)["count"]) == (COVERED, "新闻", 2)


def test_a_tint_painted_before_hides_nothing(seen):
    assert seen(Box(box(25, 45, 60, 70), fill=TINT, block="lead"), LINE) == []


@pytest.mark.parametrize(("edge", "expected"), [(49.2, [COVERED]), (49.4, [])])
def test_two_tenths_of_a_point_hide_nothing(seen, edge, expected):
    assert codes(seen(LINE, Box(box(edge, 45, 80, 70), fill=TINT, block="lead"))) == expected


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    "mark",
    [
        Rule(pt(25), pt(56), pt(80), pt(56), pt(0.3), block="lead"),
        Rule(pt(45), pt(45), pt(45), pt(80), pt(0.3), block="lead"),
        Box(box(25, 40, 90, 55), stroke=Colour(0, 0, 0, 30), weight=pt(1), block="lead"),
    ],
    ids=["rule", "upright rule", "border"],
)
def test_no_line_runs_through_type_before_or_after_it(seen, mark, order):
    found = seen(*(LINE, mark)[::order])
    assert codes(found) == [CROSSED]


def test_a_border_around_type_touches_nothing(seen):
    assert seen(Box(box(29, 50, 51, 62), stroke=BLACK, weight=pt(1), block="lead"), LINE) == []


def test_the_lines_beside_type_are_its_own(seen):
    under = LINE._replace(decorations=(Rule(pt(30), pt(60), pt(50), pt(60), pt(0.5)),))
    assert seen(under) == []


def test_a_border_too_thick_for_its_inset_is_found_on_a_page():
    """A style sheet may say how thick a line is: here 20 pt, where the type keeps an em and a half off the edge."""
    kit = tiny_kit()
    thick = kit._replace(style=kit.style._replace(lines={**kit.style.lines, "line": pt(20)}))
    issue = read_blocks(story(columns="1-2", rows="1-10", box="line", weight=1))
    result = set_pages(issue, thick, (), {})
    assert CROSSED in [d.code for d in result.diagnostics]


def test_a_usual_border_is_not():
    result = set_blocks(story(columns="1-2", rows="1-10", box="line", weight=1))
    assert [d.code for d in result.diagnostics if d.code in (COVERED, CROSSED, FAINT)] == []
