"""Promises of composition: for any copy, style and measure of at least four em, on both axes."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from paiban.galley.galley import Galley, GalleyParagraph
from paiban.text import break_lines, count_lines, reachable
from paiban.text.breaks import LEVELS
from paiban.text.linerange import measures_of
from paiban.text.review import judge
from tests.support.composed import COPY, EM, HALF, MEASURES, RULES, ink, is_true, prepared, set_lines
from tests.support.costs import cost_of

NESTING = ("[", "]", "}", "]{红}", "]{反白 120%}", "^{", "_{")
MARKS = st.sampled_from(["**", "__", "~~", "^^", "||", "{字|zì}", "{注音|ㄓㄨˋ ㄧㄣ}", "\\", "{", "|", *NESTING])
MARKED = st.lists(st.one_of(COPY, MARKS), max_size=8).map("".join)

QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(COPY, RULES, MEASURES, st.booleans())
def test_nothing_is_lost_doubled_or_reordered(copy, rules, measure, indent):
    made = prepared(copy, indent=2 * EM if indent else 0, **rules)
    lines = set_lines(made, measure)
    assert all(is_true(line) for line in lines)
    if lines:
        ends = [(0, 0), *((line.start, line.end) for line in lines)]
        assert all(before[1] == after[0] for before, after in pairwise(ends))
        assert lines[-1].end == len(copy)
    drawn = {i for line in lines for i in range(line.start, line.end)} - {i for line in lines for i in line.dropped}
    assert all(copy[i].isspace() or not copy[i].isprintable() for i in set(range(len(copy))) - drawn)


@QUICK
@given(MARKED, RULES, MEASURES)
def test_marked_copy_is_proved_with_its_ruby(copy, rules, measure):
    made = prepared(copy, markup=True, **rules)
    lines = set_lines(made, measure)
    assert all(is_true(line) for line in lines)
    shown = sum(len(line.dropped) + sum(end - start for start, end in line.notes) for line in lines)
    drawn = sum(len(text) for line in lines for run in line.body for text in run.texts) - sum(
        len(line.suffix) for line in lines
    )
    assert not lines or shown + drawn == len(copy)


@QUICK
@given(st.text(max_size=30), st.booleans(), MEASURES)
def test_any_text_at_all_is_set(copy, vertical, measure):
    made = prepared(copy, vertical=vertical, markup=True)
    assert all(is_true(line) for line in set_lines(made, measure))


@QUICK
@given(COPY, RULES, MEASURES)
def test_justified_lines_fill_their_measure_exactly(copy, rules, measure):
    made = prepared(copy, **rules)
    for line in set_lines(made, measure):
        assert not line.justified or line.advance == line.measure == measure
        # The last glyph's ink ends inside, unless its mark hangs; so does the first one's begin.
        boxes = ink(line)
        if line.justified and boxes and not rules["hanging"]:
            assert boxes[0][1] >= 0
            assert max(box[2] for box in boxes) <= measure + EM // 20


@QUICK
@given(COPY, RULES, MEASURES)
def test_a_full_line_of_han_ends_on_its_measure(copy, rules, measure):
    made = prepared(copy, **rules)
    for line in set_lines(made, measure):
        last = line.body[-1]
        if line.justified and last.texts and "\u4e00" <= last.texts[-1] <= "\u9fff":
            along = last.ys if line.vertical else last.xs
            begin = line.y if line.vertical else line.x
            baseline = EM * 88 // 100 if line.vertical else 0
            assert along[-1] - baseline + EM - begin == measure


@QUICK
@given(COPY, RULES, MEASURES)
def test_prohibitions_hold_or_it_is_said_where_not(copy, rules, measure):
    made = prepared(copy, **rules)
    lines = break_lines(made, measure)
    level = LEVELS[rules["prohibition"]]
    told = {(d.span.line, d.span.column) for d in judge(made, lines, measure) if d.code in {"P412", "P414"}}
    for before, line in pairwise(lines):
        broken = made.classes[line.first] in level.no_start or made.classes[before.last - 1] in level.no_end
        place = made.copy.at(made.starts[line.first])
        assert not broken or (place.line, place.column) in told


@QUICK
@given(COPY, RULES, MEASURES)
def test_ink_never_overlaps(copy, rules, measure):
    made = prepared(copy, **rules)
    for line in set_lines(made, measure):
        boxes = ink(line)
        for (one, _, end), (other, begin, _) in pairwise(boxes):
            in_one_cell = line.vertical and begin < end and not _is_wide(one + other)
            assert in_one_cell or begin >= end - EM // 20, (one, other)


def _is_wide(text: str) -> bool:
    """Whether there is a character that has its cell to itself in vertical lines."""
    return any("\u4e00" <= character <= "\u9fff" or character in "，。、；：“”‘’《》（）" for character in text)


@QUICK
@given(COPY, RULES, MEASURES)
def test_marks_never_stand_on_less_than_half_an_em(copy, rules, measure):
    made = prepared(copy, **rules)
    for line in set_lines(made, measure):
        boxes = ink(line)
        for (mark, begin, _), (after, following, _) in pairwise(boxes):
            if mark in "，。、；：？！”’》）" and "\u4e00" <= after <= "\u9fff":
                # In the tiny face a mark's ink begins 60 and a Han character's 50 units after their cells' edges.
                assert following - begin >= HALF - EM // 50, (mark, after)


@QUICK
@given(COPY, RULES, MEASURES)
def test_optimal_never_costs_more_than_greedy(copy, rules, measure):
    cheap = prepared(copy, **{**rules, "breaker": "optimal"})
    assume(cheap.count)
    quick = prepared(copy, **{**rules, "breaker": "greedy"})
    room = measures_of(cheap, measure)
    best = cost_of(cheap, [line.last for line in break_lines(cheap, measure)], room)
    assert best <= cost_of(quick, [line.last for line in break_lines(quick, measure)], room) + 1e-6


SHORT = st.lists(
    st.one_of(
        st.sampled_from("开发区的会议"),
        st.sampled_from("，。、”“（）"),
        st.sampled_from(["A", "12", "GDP ", "1998—2008", "13812345678"]),
    ),
    min_size=3, max_size=15,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(SHORT, RULES, st.integers(4 * EM, 7 * EM))
def test_optimal_equals_brute_force(copy, rules, measure):
    made = prepared(copy, **{**rules, "breaker": "optimal"})
    inner = made.breaks[:-1]
    assume(len(inner) <= 11)
    room = measures_of(made, measure)
    every = [
        cost_of(made, (*chosen, made.count), room)
        for lines in range(len(inner) + 1)
        for chosen in combinations(inner, lines)
    ]
    found = cost_of(made, [line.last for line in break_lines(made, measure)], room)
    assert found == pytest.approx(min(every)) or min(every) == float("inf")


@QUICK
@given(COPY, RULES, MEASURES)
def test_doubling_all_sizes_doubles_all_positions(copy, rules, measure):
    small, large = prepared(copy, **rules), prepared(copy, size=2 * EM, **rules)
    for one, two in zip(set_lines(small, measure), set_lines(large, 2 * measure), strict=True):
        assert (one.start, one.end) == (two.start, two.end)
        for run, twice in zip(one.runs, two.runs, strict=True):
            assert run.glyphs == twice.glyphs
            for a, b in zip((*run.xs, *run.ys), (*twice.xs, *twice.ys), strict=True):
                assert abs(2 * a - b) <= 2 * len(run.xs)


@settings(max_examples=40, deadline=None)
@given(COPY, RULES, MEASURES)
def test_reachable_line_counts_are_really_broken(copy, rules, measure):
    made = prepared(copy, **rules)
    counts = reachable(made, measure, 30)
    for lines, tracking in counts.items():
        assert count_lines(made, measure, tracking) == lines == len(break_lines(made, measure, tracking=tracking))


@settings(max_examples=40, deadline=None)
@given(COPY, RULES, MEASURES)
def test_what_is_said_of_choices_that_are_not_looked_for_is_true_of_them(copy, rules, measure):
    paragraph = GalleyParagraph("body", prepared(copy, **rules))
    few, many = Galley("story", (paragraph,)).reach(measure, 30)
    fewest = paragraph.fewest(measure, 30, first=True)
    choices = paragraph.choices(measure, 30, first=True)
    assert all(few <= choice.lines <= many for choice in choices)
    assert fewest == min(((choice.lines, choice.tracking) for choice in choices), key=lambda choice: choice[0])


@settings(max_examples=25, deadline=None)
@given(COPY, RULES, MEASURES)
def test_reachable_finds_every_count_with_the_smallest_tracking(copy, rules, measure):
    made = prepared(copy, **{**rules, "breaker": "greedy"})
    expected: dict[int, int] = {}
    for size in range(31):
        for tracking in (-size, size):
            expected.setdefault(count_lines(made, measure, tracking), tracking)
    assert {n: abs(t) for n, t in reachable(made, measure, 30).items()} == {n: abs(t) for n, t in expected.items()}
