"""Doubling all sizes doubles all positions: nothing in setting a line or a grid knows an absolute length."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from paiban.grid import GridRect
from paiban.span import plain_text
from paiban.template import Body, Composition, Folio, PageTemplate
from paiban.text import TextStyle, break_lines, prepare, set_line
from paiban.units import PER_PT, mm, shared_out
from tests.support.copy_strategies import mixed_copy, real_copy
from tests.support.issues import tiny_kit

SIZE = 60 * PER_PT
"""A size at which every fraction of an em that the rules know is a whole number of units: at 9 pt an eighth of an em is
rounded, and copy that fills its line to the unit may break there and not at 18 pt."""

CLOSE = 2
"""Units (1/12700 pt) by which a share of the slack may round another way at the double size, a glyph."""

TO_THE_UNIT = "一" * 36 + "，BIZN HK LIMITED一一一一3.5小时一一，BIZN HK LIMITED一一一。"
"""In 32 em its second line is full to the last unit once its spaces and gaps are squeezed."""


def places(line):
    """Where each glyph of a line stands, (x, y) in units."""
    return [place for run in line.runs for place in zip(run.xs, run.ys, strict=True)]


@settings(max_examples=60)
@given(
    st.one_of(real_copy(), mixed_copy()), st.integers(8, 40), st.sampled_from(["justify", "start", "centre", "end"]),
    st.booleans(), st.integers(-30, 30),
)  # fmt: skip
@example(TO_THE_UNIT, 32, "justify", False, 0)
def test_a_paragraph_at_twice_the_size_stands_at_twice_the_places(copy, measure, align, vertical, tracking):
    small = TextStyle("song", SIZE, align=align, indent=2 * SIZE, vertical=vertical)
    large = small._replace(size=2 * SIZE, indent=4 * SIZE)
    text = plain_text(copy)
    lines = []
    for style in (small, large):
        prepared = prepare(text, style, tiny_kit().catalogue)
        width = measure * style.size
        ranges = break_lines(prepared, width, tracking=tracking)
        lines.append([set_line(prepared, line, width, x=0, y=0, role="body", block="", leg=0) for line in ranges])
    for one, two in zip(*lines, strict=True):
        assert (one.start, one.end, one.justified) == (two.start, two.end, two.justified)
        assert [run.glyphs for run in one.runs] == [run.glyphs for run in two.runs]
        close = CLOSE * (len(places(one)) + 1)
        for p, q in zip(places(one), places(two), strict=True):
            assert abs(2 * p[0] - q[0]) <= close
            assert abs(2 * p[1] - q[1]) <= close
        if one.justified:
            assert 2 * one.advance == two.advance


@given(st.integers(1, 8), st.integers(0, 7), st.integers(1, 90), st.integers(0, 5), st.integers(2, 9))
def test_a_grid_of_twice_the_size_has_every_place_twice_as_large(first, wide, row, high, legs):
    em = 9 * PER_PT
    body = Body("body", em, 13 * PER_PT, 13 * em, em, 96)
    twice = Body("body", 2 * em, 26 * PER_PT, 26 * em, 2 * em, 96)
    template = PageTemplate("t", mm(390), mm(540), 0, mm(19), mm(50), Folio(mm(25), mm(22)), 16, (body,), ())
    double = template._replace(
        width=mm(780), height=mm(1080), left=mm(38), grid_top=mm(100), folio=Folio(mm(50), mm(44))
    )
    place = GridRect.counted(first, first + wide, row, row + high)
    small, large = template.grid(body), double.grid(twice)
    one, two = small.frame(place), large.frame(place)
    assert (2 * one.x0, 2 * one.y0, 2 * one.x1, 2 * one.y1) == (two.x0, two.y0, two.x1, two.y1)
    assert abs(2 * small.baseline(row) - large.baseline(row)) <= 1
    measures = small.recut(small.span(place.columns), legs), large.recut(large.span(place.columns), legs)
    assert 0 <= measures[1] - 2 * measures[0] <= 1


@pytest.mark.parametrize("punctuation", ["quanjiao", "kaiming", "hangmobanjiao", "banjiao"])
def test_the_natural_width_doubles_exactly_in_every_style_of_punctuation(punctuation):
    copy = plain_text("“开发区”（IPM）《筑梦》，2022年；“完”。")
    widths = []
    for points in (9, 18):
        style = TextStyle(
            "song", points * PER_PT, composition=Composition(punctuation=punctuation, gap_em=Fraction(1, 4))
        )
        widths.append(prepare(copy, style, tiny_kit().catalogue).width)
    assert widths[1] == 2 * widths[0]


@given(st.integers(-(10**6), 10**6), st.integers(1, 60))
def test_sharing_is_exact_and_even(total, places):
    parts = shared_out(total, places)
    assert sum(parts) == total
    assert max(parts) - min(parts) <= 1
