"""Rule book, section 5: squeeze first, stretch second, step by step; what is never stretched; copy fitting."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest

from paiban.display import Line
from paiban.template import Composition
from paiban.text import LineRange, Prepared, break_lines, reachable, set_line
from paiban.text.badness import (
    BARE,
    FULL,
    NATURAL,
    NEVER,
    NONE,
    OPEN,
    PLAIN,
    SQUEEZED,
    STRETCHED,
    TIGHT,
    WIDE,
    LineCosts,
)
from paiban.text.review import judge, strain, words_of
from tests.support.composed import (
    EIGHTH,
    EM,
    GAP,
    HALF,
    QUARTER,
    lines_of,
    one_line,
    places,
    prepared,
    set_lines,
)  # fmt: skip
from tests.support.costs import between, line_cost

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
RULES = {"punctuation": "quanjiao", "gap_most_em": Fraction(1, 2)}
WITH_LETTERS = HALF - EM // 12
"""Half an em with a twelfth that letters bring of their own."""


def widths(copy: str, measure: int, **how: object) -> dict[str, int]:
    """What each character takes when ``copy`` is set on one line of ``measure``, by the character."""
    made = prepared(copy, align="spread", **{**RULES, **how})
    line = set_line(made, LineRange(0, made.count), measure, x=0, y=0, role="", block="", leg=0)
    found = places(line)
    return {text: after - before for (text, before), (_, after) in pairwise(found)}


def natural(copy: str, **how: object) -> int:
    return prepared(copy, **{**RULES, **how}).width


def test_squeeze_1_the_mark_at_the_lines_end():
    """squeeze 1: the mark at the line's end, always"""
    assert natural("一二，", vertical=False) == 2 * EM + HALF


def test_squeeze_2_the_western_word_space():
    """squeeze 2: Western word space, to a quarter of an em"""
    # The space of the tiny face is 250, a quarter: a wider one is made by hand.
    made = prepared("一a b（c）", **RULES)
    assert [step.name for step in made.squeeze][:1] != ["gap"]
    wide = [step for step in prepared("a b c", **RULES).squeeze if step.name == "word space"]
    assert wide == []


def test_squeeze_3_the_middle_dot_has_nothing_left():
    """squeeze 3: · stands on half an em already"""
    found = widths("一·二（三", natural("一·二（三") - QUARTER)
    assert found["一"] + found["·"] == EM + HALF
    assert found["二"] < EM


def test_squeeze_4_brackets_and_pauses_share_equally():
    """squeeze 4: OPEN before, CLOSE after, ， and 、 alike, to half an em"""
    copy = "一（二）三，四"
    natural_widths, found = widths(copy, natural(copy)), widths(copy, natural(copy) - 300)
    assert {one: natural_widths[one] - found[one] for one in "一（二）三，"} == {
        "一": 100, "（": 0, "二": 0, "）": 100, "三": 0, "，": 100,
    }  # fmt: skip


@AXES
def test_squeeze_4_a_bracket_at_the_lines_start_goes_first(vertical):
    """squeeze 4: OPEN at a line's start, before anything else"""
    copy = "一（二）三，四"
    made = prepared(copy, align="spread", vertical=vertical, **RULES)
    full = made.natural(1, made.count)
    untouched = None
    for taken in (0, QUARTER, HALF):
        line = set_line(made, LineRange(1, made.count), full - taken, x=0, y=0, role="", block="", leg=0)
        found = [place for _, place in places(line)]
        untouched = untouched or found
        assert found == [place - taken for place in untouched]


def test_squeeze_comes_before_stretch():
    """squeeze first, stretch second: a line takes in what squeezing makes room for"""
    # 七 needs all of the half em that the comma has; without it the line would be half an em short.
    assert lines_of("一二三，四五六七八九", 7.5, punctuation="quanjiao")[0] == "一二三，四五六七"


@AXES
def test_squeeze_5_pauses_and_stops_share_equally(vertical):
    """squeeze 4: ，、； and 。 equally, to half an em, where the style allows it"""
    copy = "一，二、三。四五"
    found = widths(copy, natural(copy, vertical=vertical) - HALF - QUARTER, vertical=vertical)
    # The tiny face's marks and Han have the same origin in horizontal and in vertical lines.
    assert found["，"] == found["、"] == found["。"] == EM - QUARTER
    assert found["四"] == EM
    assert not prepared(copy, punctuation="kaiming").squeeze


def test_squeeze_6_the_gap_comes_after_the_marks():
    """squeeze 6: CJK–Latin gap, to an eighth"""
    copy = "一，二a三四"
    slightly = widths(copy, natural(copy) - HALF)
    assert slightly["二"] == EM + GAP
    more = widths(copy, natural(copy) - HALF - 2 * (GAP - EIGHTH))
    assert more["二"] == EM + EIGHTH
    assert more["，"] == HALF


def test_squeezing_stops_at_the_minimum():
    """squeeze: no mark under half an em, no gap under an eighth"""
    copy = "一。二，三a四（五"
    line = one_line(copy, 4.0, **RULES)
    assert not line.justified
    made = prepared(copy, **RULES)
    assert made.squeezes is not None
    assert made.squeezes[-1] == HALF + HALF + HALF + 2 * (GAP - EIGHTH)


@AXES
def test_stretch_1_word_spaces_and_gaps_by_their_weights(vertical):
    """stretch 1: word spaces, gaps and marks together, a space twice a gap, a mark three times, each to its cap"""
    copy = "一二a b，三四"
    rules = {**RULES, "punctuation": "banjiao", "mark_stretch_em": Fraction(1, 2), "vertical": vertical}
    found = [at for _, at in places(one_line(copy, **rules))]
    measure = natural(copy, **rules) + 6 * 100
    wide = [at for _, at in places(one_line(copy, measure / EM, **rules))]
    # A gap before the a, a word space after it, a mark of half an em before 三.
    assert [b - a for a, b in zip(found, wide, strict=True)] == [0, 0, 100, 100, 300, 300, 600, 600]


def test_stretch_1_an_opening_mark_takes_a_third_of_what_a_closing_one_does():
    """stretch 1: a mark that opens weighs one, that closes three: white before a quotation parts what is one"""
    copy = "一二“三四”五六"
    rules = {"punctuation": "kaiming", "mark_stretch_em": Fraction(1, 2)}
    base = [at for _, at in places(one_line(copy, **rules))]
    wide = [at for _, at in places(one_line(copy, (natural(copy, **rules) + 400) / EM, **rules))]
    grown = [b - a for a, b in pairwise([b - a for a, b in zip(base, wide, strict=True)])]
    assert grown == [0, 100, 0, 0, 0, 300, 0]


@AXES
def test_stretch_1_what_is_at_its_cap_leaves_the_rest_to_others(vertical):
    """stretch 1: a word space stops at five twelfths of an em, the gap goes on"""
    copy = "一二a b，三四"
    found = [at for _, at in places(one_line(copy, **RULES, vertical=vertical))]
    slack = WITH_LETTERS - QUARTER + 350
    wide = [
        at
        for _, at in places(one_line(copy, (natural(copy, vertical=vertical) + slack) / EM, **RULES, vertical=vertical))
    ]
    assert [b - a for a, b in zip(found, wide, strict=True)] == [0, 0, 350, 350, slack, slack, slack, slack]


@AXES
def test_stretch_2_gaps_before_characters(vertical):
    """stretch 2: CJK–Latin gap, to half an em"""
    copy = "一word二三"
    measure = natural(copy, vertical=vertical) + 2 * (HALF - GAP)
    before = [at for _, at in places(one_line(copy, **RULES, vertical=vertical))]
    after = [at for _, at in places(one_line(copy, measure / EM, **RULES, vertical=vertical))]
    moved = [b - a for a, b in zip(before, after, strict=True)]
    assert moved == [0] + [HALF - GAP] * 4 + [2 * (HALF - GAP)] * 2


def test_stretch_2_a_date_is_not_torn_into_five():
    """stretch 2: the gaps inside a date, to a quarter of an em; no line is opened there first"""
    copy = "在3月17日和5组会"
    found = [at for _, at in places(one_line(copy, **RULES))]
    measure = natural(copy) + 3 * (QUARTER - GAP) + 3 * (HALF - GAP)
    wide = [at for _, at in places(one_line(copy, measure / EM, **RULES))]
    moved = [b - a for a, b in pairwise([b - a for a, b in zip(found, wide, strict=True)])]
    assert moved == [HALF - GAP, *[QUARTER - GAP] * 2, 0, QUARTER - GAP, 0, *[HALF - GAP] * 2, 0]


@AXES
def test_stretch_3_all_other_places_equally(vertical):
    """stretch 3: all remaining places, equally"""
    found = [at for _, at in places(one_line("一二三四五", 6, vertical=vertical))]
    assert [b - a for a, b in pairwise(found)] == [EM + QUARTER] * 4


@AXES
def test_stretch_marks_on_half_an_em_first_where_the_style_says_so(vertical):
    """stretch: a mark on half an em before characters, as much as mark_stretch says"""
    copy = "一二，三“四”五六"
    half = {"punctuation": "banjiao", "vertical": vertical, "mark_stretch_em": Fraction(1, 4)}
    narrow = natural(copy, **half)
    found = widths(copy, narrow + 3 * QUARTER, **half)
    assert found["，"] == HALF + QUARTER
    assert found["一"] == EM
    assert widths(copy, narrow + 3 * QUARTER + 6 * EIGHTH, **half)["一"] > EM
    assert widths(copy, narrow + QUARTER, **{**half, "mark_stretch_em": Fraction(0)})["一"] > EM


@AXES
@pytest.mark.parametrize(("even", "count"), [(False, 4), (True, 6)])
def test_stretch_3_before_a_pause_where_the_style_says_so(even, count, vertical):
    """stretch 3: a place before a stop or a pause is like any other (even_stretch)"""
    found = prepared("一二，三四。五", even_stretch=even, vertical=vertical)
    assert found.place_sums[-1] == count


@AXES
@pytest.mark.parametrize("word", ["dd", "d5", "5%"])
def test_stretch_3_never_between_letters_or_figures_and_a_pause(word, vertical):
    """stretch 3: no place before a stop or a pause after letters, figures and their signs: they have no em"""
    found = prepared(f"一{word}，二{word}。五", even_stretch=True, vertical=vertical)
    inside = [i for i in range(found.count - 1) if found.classes[i + 1] in "PS"]
    assert inside
    assert all(found.place_sums[i + 1] == found.place_sums[i] for i in inside)
    assert all(found.open_sums[i + 1] == found.open_sums[i] for i in inside)


def test_beyond_the_caps_every_place_opens_alike():
    """stretch: beyond the caps gaps, word spaces, marks and places between characters open alike"""
    copy = "一word二三"
    slack = 2 * (HALF - GAP) + 90
    found = widths(copy, natural(copy) + slack)
    assert found["一"] == EM + HALF + 30
    assert found["二"] == EM + 30


@AXES
@pytest.mark.parametrize("copy", ["一word二三", "一2022二三", "一——二三", "一……二三"])
def test_runs_are_not_stretched_inside(copy, vertical):
    """never stretched: inside Latin words, numbers, —— ……"""
    unit = prepared(copy, vertical=vertical)
    wide = one_line(copy, unit.width / EM + 3, vertical=vertical)
    run = copy[1:-2]
    inside = [at for text, at in places(wide) if text and text in run]
    plain = [at for text, at in places(one_line(copy, vertical=vertical)) if text and text in run]
    assert [b - a for a, b in pairwise(inside)] == [b - a for a, b in pairwise(plain)]


def test_a_shared_cell_is_not_stretched_inside():
    """never stretched: 纵中横"""
    line = one_line("三25日四", 8, vertical=True)
    tens, units = line.body[0].ys[1:3]
    assert tens == units


@AXES
def test_the_tight_side_of_a_bracket_is_not_stretched(vertical):
    """never stretched: the tight side of a mark"""
    copy = "一（二）三，四"
    found = widths(copy, natural(copy, vertical=vertical) + EM, vertical=vertical)
    base = widths(copy, natural(copy, vertical=vertical), vertical=vertical)
    grown = {text for text in base if found[text] > base[text]}
    assert grown == {"一", "）", "，"}


@AXES
def test_the_remainder_is_spread_so_that_the_line_is_exact(vertical):
    """every line but the last is set to the full measure, exactly"""
    made = prepared("一二三四五六七八九", vertical=vertical)
    measure = 4 * EM + 7
    for line in set_lines(made, measure)[:-1]:
        found = [at for _, at in places(line)]
        assert found[-1] - found[0] + EM == measure
        gaps = [b - a for a, b in pairwise(found)]
        assert max(gaps) - min(gaps) <= 1


def test_a_loose_line_is_told():
    """warn: a line that needs more than a quarter of an em a place"""
    made = prepared("一二三四五六七八九supercalifragilistic四五")
    told = judge(made, break_lines(made, 12 * EM), 12 * EM)
    assert "P410" in {d.code for d in told}


def test_a_line_is_never_torn_open():
    """cap: half an em a place; a line that would need more stays at its natural width, and that is told"""
    made = prepared("一二三supercalifragilistic四五")
    first = break_lines(made, 12 * EM)[0]
    line = set_line(made, first, 12 * EM, x=0, y=0, role="", block="", leg=0)
    assert (line.justified, line.advance) == (False, 3 * EM)
    assert "P419" in {d.code for d in judge(made, (first,), 12 * EM)}
    fine = prepared("一二三四五六七八九十一二三四")
    assert not judge(fine, break_lines(fine, 8 * EM), 8 * EM)


def first_line(made: Prepared, measure: int) -> Line:
    """All clusters but the last in one line of a justified paragraph."""
    return set_line(made, LineRange(0, made.count - 1), measure, x=0, y=0, role="", block="", leg=0)


def test_no_place_is_wider_than_half_an_em():
    """cap: the white that a place has by nature counts, and a twelfth that letters bring: a gap takes a quarter more"""
    made = prepared("一word二三四五")
    found = dict(places(first_line(made, made.natural(0, made.count - 1) + 2 * (WITH_LETTERS - GAP) + 2 * HALF)))
    unit = [at for _, at in places(one_line("一dd"))]
    assert found["三"] - found["二"] == found["四"] - found["三"] == EM + HALF
    assert found["二"] - found["d"] == unit[2] - unit[1] + WITH_LETTERS


@AXES
@pytest.mark.parametrize("copy", ["一，二三四", "一。二三四", "一二（三四", "一）二三四"])
def test_a_mark_on_an_em_has_its_half_already(copy, vertical):
    """cap: the white after a stop or a pause, and outside a bracket, does not grow; characters share it among them"""
    made = prepared(f"{copy}五", punctuation="quanjiao", vertical=vertical)
    width = made.natural(0, made.count - 1)
    base, wide = (first_line(made, width + more) for more in (0, 90))
    assert wide.justified
    moved = [after - before for (_, before), (_, after) in zip(places(base), places(wide), strict=True)]
    grown = [b - a for a, b in pairwise(moved)]
    assert sum(grown) == 90
    mark = next(i for i, text in enumerate(copy) if text in "，。（）")
    white = mark - 1 if copy[mark] == "（" else mark
    assert grown[white] == 0


def test_letters_are_parted_where_that_alone_fills_the_line():
    """letters: beyond half an em a place the letters of a word are parted, by a twentieth of an em at most"""
    made = prepared("一word二三")
    width = made.natural(0, made.count - 1)
    most = WITH_LETTERS - GAP
    line = first_line(made, width + 2 * most + 90)
    moved = [b - a for (_, a), (_, b) in zip(places(one_line("一word二")), places(line), strict=True)]
    assert line.justified
    assert moved == [0, most, most + 30, most + 60, most + 90, 2 * most + 90]
    assert not first_line(made, width + 2 * most + 3 * 60 + 1).justified


def test_an_overfull_line_is_told():
    """warn: a line that cannot be squeezed into its measure"""
    made = prepared("一二三四五六七八")
    assert {d.code for d in judge(made, (LineRange(0, 8),), 6 * EM)} == {"P411"}


def test_the_optimiser_is_the_default_and_greedy_a_choice():
    """a paragraph is broken as a whole by default; line by line is a choice"""
    assert Composition().breaker == "optimal"
    copy = "一二三四五六七八，九十一二三四五六七八（九十）一二三四五六七"
    assert break_lines(prepared(copy), 9 * EM)
    assert break_lines(prepared(copy, breaker="optimal"), 9 * EM)


@AXES
def test_a_paragraph_is_tracked_to_gain_a_line_or_lose_one(vertical):
    """copy fitting: −5 … +5 %"""
    copy = "一二三四五六七八九十" * 4 + "一"
    made = prepared(copy, vertical=vertical)
    counts = reachable(made, 10 * EM + HALF, 50)
    assert counts == {4: -50} or min(counts) == 4
    for lines, tracking in counts.items():
        assert len(break_lines(made, 10 * EM + HALF, tracking=tracking)) == lines


def test_a_gained_line_is_paid_for_by_more_than_its_tracking():
    """copy fitting: what a paragraph is opened by at a tracking"""
    made = prepared("一二三四五六七八九十" * 4)
    assert strain(made, 10 * EM, break_lines(made, 10 * EM)) == 0
    # A thousandth makes every full line one character too long: nine characters and an em to share among eight places.
    assert strain(made, 10 * EM, break_lines(made, 10 * EM, tracking=1)) == pytest.approx(1 / 8, abs=0.002)


def test_tracking_adds_the_same_to_every_place():
    """copy fitting: tracking in thousandths of an em between characters"""
    made = prepared("一二三四", align="start")
    line = set_line(made, LineRange(0, 4, 50), 9 * EM, x=0, y=0, role="", block="", leg=0)
    assert [b - a for (_, a), (_, b) in pairwise(places(line))] == [EM + EM // 20] * 3
    assert line.advance == 4 * EM + 3 * (EM // 20)


@pytest.mark.parametrize("place", range(1, 7))
def test_a_line_is_squeezed_at_its_only_mark_wherever_in_it_that_stands(place):
    """squeezing: the last character ends on the measure, be the mark second in the line or last but one"""
    copy = "一二三四五六七"
    line = one_line(f"{copy[:place]}，{copy[place:]}", 7.5, punctuation="quanjiao")
    assert places(line)[-1] == ("七", 6 * EM + HALF)
    assert places(line)[place - 1] == (copy[place - 1], (place - 1) * EM)


# ---- what a line costs the paragraph-wide breaker -------------------------------------------------------------------


def asked(costs: LineCosts, start: int, end: int, slack: int) -> tuple[float, int]:
    """Cost and kind of the line from a start to a break with so much to spare, as the breaker asks for it."""
    measure = costs.ends[end] - costs.starts[start] + slack
    found = [line for line in costs.lines_from(start, measure, NEVER) if line[0] == end + 1 and line[1] < NEVER]
    return found[0][1:3]


def test_a_line_of_an_eighth_of_an_em_a_place_costs_375():
    """loose line: 240 and 100 at ⅛ em a place, the one growing with the stretch, the other with its cube; 35 that it is
    open at all, 150 beyond"""
    costs = LineCosts(prepared("一二三四五六七八九十" * 2))
    assert [asked(costs, 0, 8, part * EM // 4)[0] for part in (0, 2, 4, 6)] == [
        0,
        35 + 132.5,
        35 + 340,
        35 + 697.5 + 150,
    ]


def test_marks_that_give_all_cost_more_than_marks_that_give_half():
    """squeezed or opened: 4 an em and 4, or 1 an em; besides 60 or 12, growing with the cube of what is used up"""
    squeezed = LineCosts(prepared("一，二，三四五六七八", punctuation="jiya"))
    assert [asked(squeezed, 0, 4, -part * EM // 2)[0] for part in (1, 2)] == [6 + 60 / 8, 8 + 60]
    opened = LineCosts(prepared("一“二”三四五六七八", punctuation="kaiming", mark_stretch_em=Fraction(1, 2)))
    assert [asked(opened, 0, 4, part * EM // 2)[0] for part in (1, 2)] == [0.5 + 12 / 8, 1 + 12]


@pytest.mark.parametrize(("over", "kinds"), [(0, (STRETCHED, OPEN)), (1, (OPEN, WIDE))], ids=["up to it", "beyond"])
def test_lines_are_told_apart_at_a_tenth_and_a_fifth_of_an_em_a_place(over, kinds):
    """evenness: by more than a tenth of an em a place neighbours are dark beside light"""
    costs = LineCosts(prepared("一二三四五六七八九十" * 2))
    found = tuple(asked(costs, 0, 8, 8 * tenths * EM // 10 + over)[1] for tenths in (1, 2))
    assert found == tuple(kind + BARE for kind in kinds)


def test_lines_are_told_apart_by_what_their_marks_have_lost_or_gained():
    """evenness: a mark squeezed or opened by more than half of what it gives is unlike one as it is"""
    commas = LineCosts(prepared("一，二，三四五六七八", punctuation="jiya"))
    found = [asked(commas, 0, 4, -part * EM // 4)[1] for part in (0, 2, 3)]
    assert found == [NATURAL + PLAIN, SQUEEZED + PLAIN, SQUEEZED + TIGHT]
    quotes = LineCosts(prepared("一“二”三四五六七八", punctuation="kaiming", mark_stretch_em=Fraction(1, 2)))
    found = [asked(quotes, 0, 4, part * EM // 4)[1] for part in (0, 2, 3)]
    assert found == [NATURAL + PLAIN, NATURAL + PLAIN, NATURAL + FULL]


def test_gaps_and_word_spaces_make_no_line_unlike_another():
    """evenness: what gaps and word spaces lose or gain is no mark's; a line without marks is like any"""
    costs = LineCosts(prepared("一a二b三，四", punctuation="jiya", mark_stretch_em=Fraction(1, 2)))
    gap = EM // 24
    assert [asked(costs, 0, 3, slack)[1] for slack in (-2 * gap, 0, 2 * gap)] == [
        SQUEEZED + BARE,
        NATURAL + BARE,
        NATURAL + BARE,
    ]


def test_neighbours_whose_marks_differ_cost_more():
    """evenness: 150 beside marks as they are, twice as much squeezed beside opened, nothing beside a line without"""
    as_it_is = between(SQUEEZED + PLAIN, NATURAL + PLAIN)
    assert between(SQUEEZED + TIGHT, NATURAL + PLAIN) == between(NATURAL + PLAIN, SQUEEZED + TIGHT) == as_it_is + 150
    assert between(SQUEEZED + TIGHT, NATURAL + FULL) == as_it_is + 300
    assert between(SQUEEZED + TIGHT, NATURAL + BARE) == as_it_is
    assert between(NONE, NATURAL + FULL) == 0


def test_marks_keep_their_em_where_one_line_opens_by_half_an_em():
    """evenness: half an em over eight places (167) rather than two commas on half an em below whole ones (218)"""
    made = prepared(
        "一二三，四，五六七八九十一二，三，四五六七八九十一二三四五，六七八九十一二",
        breaker="optimal",
        punctuation="jiya",
    )
    lines = ["一二三，四，五六七八", "九十一二，三，四五六", "七八九十一二三四五，", "六七八九十一二"]
    assert [words_of(made, line) for line in break_lines(made, 10 * EM)] == lines


@pytest.mark.parametrize("copy", ["电话010-12345678，请打", "在1998—2008年间的会议", "手机13812345678或A，中"])
@pytest.mark.parametrize("even", [False, True])
def test_every_line_costs_what_it_costs_by_itself(copy, even):
    """cuts: a line that ends inside a number pays the price of the cut beside its stretch"""
    made = prepared(copy, breaker="optimal", even_stretch=even)
    costs = LineCosts(made)
    for start, em in product(range(len(costs.ends)), range(2, 20)):
        every = [line for line in costs.lines_from(start, em * EM, NEVER) if line[1] < NEVER]
        for end, cost, kind, _ in every:
            first, last = costs.begins[start], made.breaks[end - 1]
            assert (cost, kind) == line_cost(made, first, last, em * EM - made.natural(first, last))
            assert (end, cost, kind) in [line[:3] for line in costs.lines_from(start, em * EM, cost)]
        for (*_, least), (_, cost, *_) in pairwise(every):
            assert least <= cost


@AXES
@pytest.mark.parametrize("align", ["start", "centre", "end"])
@pytest.mark.parametrize("breaker", ["greedy", "optimal"])
def test_lines_that_are_not_justified_stand_as_wide_as_they_are_and_keep_to_their_measure(align, breaker, vertical):
    """what is not justified, a caption: nothing in it gives, so no line counts on being squeezed"""
    copy = "山人上、元天（中）石大，云云“好”中少明云《色》地，2024年早云，土木（风）雨、云光明AI早好。" * 3
    made = prepared(copy, align=align, breaker=breaker, vertical=vertical, **RULES)
    for eighths in range(8 * 8, 8 * 20, 3):
        measure = EM * eighths // 8
        assert all(line.advance <= measure for line in set_lines(made, measure))
