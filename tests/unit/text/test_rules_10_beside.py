"""Rule book, section 10: marks beside the text, on both axes."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.display import Path, Rule
from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.text import TextStyle, prepare
from paiban.text.interlinear import needed_gap
from paiban.text.review import judge_leading
from paiban.text.spacing import STYLES
from tests.support.composed import DIGIT, EIGHTH, EM, HALF, is_true, places, prepared, set_lines

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
FOOT = 12 * EM // 100


def marked(copy: str, measure: float = 20, **how: object):
    return set_lines(prepared(copy, markup=True, **how), round(measure * EM))


def box(path: Path) -> tuple[int, int, int, int]:
    xs = [value for _, points in path.steps for value in points[0::2]]
    ys = [value for _, points in path.steps for value in points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def test_emphasis_dots_stand_under_each_character():
    """着重号, horizontal: under the character, centred, one per Han character, none on marks"""
    line = marked("一^^二三，四^^五")[0]
    dots = [box(item) for item in line.decorations]
    assert [(x0 + x1) // 2 for x0, _, x1, _ in dots] == [EM + HALF, 2 * EM + HALF, 4 * EM]
    assert all(y0 > FOOT for _, y0, _, _ in dots)


def test_emphasis_dots_stand_to_the_right_in_vertical_lines():
    """着重号, vertical: right"""
    line = marked("一^^二三^^四", vertical=True)[0]
    dots = [box(item) for item in line.decorations]
    assert [(y0 + y1) // 2 for _, y0, _, y1 in dots] == [EM + HALF, 2 * EM + HALF]
    assert all(x0 > HALF for x0, _, _, _ in dots)


def test_dots_stay_centred_when_the_line_is_tracked():
    """着重号: stays centred when tracking"""
    line = marked("^^一二三^^四五六七", 6)[0]
    run = line.runs[0]
    dots = [box(item) for item in line.decorations]
    assert [(x0 + x1) // 2 for x0, _, x1, _ in dots] == [x + HALF for x in run.xs[:3]]


def test_a_name_line_runs_under_the_name_and_is_cut_at_its_ends():
    """专名号, horizontal: under, one line a name, cut ⅛ em at each end"""
    line = marked("一__二三__四")[0]
    (rule,) = line.decorations
    assert isinstance(rule, Rule)
    assert (rule.x0, rule.x1) == (EM + EIGHTH, 3 * EM - EIGHTH)
    assert rule.y0 == rule.y1 > FOOT


def test_a_name_line_runs_to_the_left_in_vertical_lines():
    """专名号, vertical: left"""
    line = marked("一__二三__四", vertical=True)[0]
    (rule,) = line.decorations
    assert isinstance(rule, Rule)
    assert (rule.y0, rule.y1) == (EM + EIGHTH, 3 * EM - EIGHTH)
    assert rule.x0 == rule.x1 < -HALF


def test_neighbouring_names_show_a_break():
    """专名号: a visible break between neighbours"""
    first, second = marked("__一二____三四__")[0].decorations
    assert second.x0 - first.x1 == 2 * EIGHTH


def test_a_name_that_wraps_is_cut_only_at_its_own_ends():
    """专名号: may wrap at line end"""
    first, second = marked("一二三__四五六__七八", 5)[:2]
    assert first.decorations[0].x1 == 5 * EM
    assert second.decorations[0].x0 == 0
    assert second.decorations[0].x1 == EM - EIGHTH


@AXES
def test_a_title_line_is_wavy(vertical):
    """书名号甲式: as the name line, wavy"""
    (path,) = marked("一~~二三~~四", vertical=vertical)[0].decorations
    assert isinstance(path, Path)
    x0, y0, x1, y1 = box(path)
    along, across = ((y0, y1), (x0, x1)) if vertical else ((x0, x1), (y0, y1))
    assert along == (EM + EIGHTH, 3 * EM - EIGHTH)
    assert across[1] < -HALF if vertical else across[0] > FOOT


def test_line_first_then_dots():
    """both: line nearest the text, then dots (先线后点)"""
    items = marked("__^^一二^^__")[0].decorations
    rule = next(item for item in items if isinstance(item, Rule))
    dots = [item for item in items if isinstance(item, Path)]
    assert all(box(dot)[1] > rule.y0 for dot in dots)


@AXES
def test_a_frame_round_the_name_of_the_dead(vertical):
    """示亡号: a frame round the name"""
    sides = marked("一||二三||四", vertical=vertical)[0].decorations
    assert len(sides) == 4
    along = {value for side in sides for value in ((side.y0, side.y1) if vertical else (side.x0, side.x1))}
    assert along == {EM, 3 * EM}


def test_pinyin_stands_above_its_character_at_half_size():
    """pinyin ruby: above the base, ½ size, centred"""
    line = marked("一{二|er}三")[0]
    ruby = line.runs[-1]
    assert ruby.size == HALF
    assert ruby.texts == ("e", "r")
    # Two letters of half an em of half the size: half an em in all, centred on the second em.
    assert ruby.xs == (EM + EM // 4, EM + HALF)
    assert max(ruby.ys) < -88 * EM // 100
    assert line.notes == ((4, 6),)


def test_what_reads_alike_is_prepared_once_and_stands_at_its_own_place():
    """pinyin ruby: above the base, wherever the same syllable stands"""
    first, second = [each.ruby for each in prepared("一{二|er}三{四|er}", markup=True).annotations]
    assert first.sums is second.sums
    assert [each.copy.value[each.start : each.end] for each in (first, second)] == ["er", "er"]
    assert (first.starts, second.starts) == ((4, 6), (11, 13))
    assert marked("一{二|er}三{四|er}")[0].notes == ((4, 6), (11, 13))


def test_pinyin_may_hang_over_what_has_none():
    """pinyin ruby: may overhang neighbours"""
    line = marked("一{二|zhuang}三")[0]
    assert line.runs[-1].xs[0] < EM
    assert line.runs[0].xs[:2] == (0, EM)


def test_neighbouring_pinyin_keeps_a_quarter_apart():
    """pinyin ruby: neighbours ≥ ¼ em apart"""
    line = marked("一{二|zhuang}{三|shuang}四")[0]
    first, second = line.runs[-2:]
    end = first.xs[-1] + first.size // 2
    assert second.xs[0] - end >= first.size // 4 - 1


def test_pinyin_aligns_with_the_edge_at_a_lines_end():
    """pinyin ruby: at line ends align to the edge"""
    line = marked("{一|zhuang}二三四")[0]
    assert line.runs[-1].xs[0] == 0


def test_syllables_go_to_their_characters():
    """pinyin ruby: a syllable a character"""
    line = marked("{一二|yi er}三")[0]
    ruby = line.runs[-1]
    assert ruby.xs == (EM // 4, HALF, EM + EM // 4, EM + HALF)
    assert is_true(line)


@pytest.mark.parametrize(("letters", "between"), [(4, 0), (5, Fraction(1, 8)), (6, Fraction(5, 8))])
def test_syllables_of_a_base_hang_out_of_it_before_they_part_its_characters(letters, between):
    """A letter is a quarter of an em. Two syllables keep an eighth apart and hang out by a quarter on either side:
    those of four letters need 2⅛ em of the 2½ that there are, of five 2⅝, of six 3⅛."""
    syllable = "abcdef"[:letters]
    line = marked("三{一二|" + f"{syllable} {syllable}" + "}三")[0]
    _, first, second, _ = line.runs[0].xs
    assert second - first == EM + EM * between


def test_meaning_ruby_is_centred_on_its_group():
    """meaning ruby: ½ size, group-centred"""
    line = marked("一{二三四|中文}五")[0]
    ruby = line.runs[-1]
    assert ruby.xs == (2 * EM, 2 * EM + HALF)


def test_ruby_stands_to_the_right_in_vertical_lines():
    """ruby, vertical: right"""
    line = marked("一{二三|中文}四", vertical=True)[0]
    assert min(line.runs[-1].xs) > 0
    assert is_true(line)


def test_zhuyin_stands_to_the_right_of_its_character():
    """注音: right of each character, 3 : 10, block ½ em"""
    plain = prepared("一二三").width
    made = prepared("一{二|ㄦ}三", markup=True)
    assert made.width == plain + HALF
    ruby = set_lines(made, 20 * EM)[0].runs[-1]
    assert ruby.size == 3 * EM // 10
    assert ruby.xs == (2 * EM,)
    vertical = prepared("一{二|ㄦ}三", markup=True, vertical=True)
    assert vertical.width == plain


@pytest.mark.parametrize("before", ["", "一", "一二"])
def test_each_character_of_a_word_has_its_zhuyin_beside_it(before):
    """注音: right of each character, block ½ em, wherever in its line the word stands"""
    line = marked(before + "{注音|ㄓㄨˋ ㄧㄣ}三")[0]
    begin = len(before) * EM
    assert [at for _, at in places(line)][-3:] == [begin, begin + EM + HALF, begin + 3 * EM]


def across(copy: str, vertical: bool) -> list[tuple[int, int, int]]:
    """What is drawn beside a line: from where to where off its characters' em box, and its weight, 0 of an outline."""
    found = []
    for item in marked(copy, vertical=vertical)[0].decorations:
        x0, y0, x1, y1 = box(item) if isinstance(item, Path) else (item.x0, item.y0, item.x1, item.y1)
        low, high = (-HALF - x1, -HALF - x0) if vertical else (y0 - FOOT, y1 - FOOT)
        found.append((low, high, 0 if isinstance(item, Path) else item.weight))
    return found


@AXES
def test_marks_beside_the_text_have_the_sizes_that_are_documented(vertical):
    """sizes beside the text in em: name line 1/20 thick, 1/12 off; a wave swings by 1/14 and comes as near as that"""
    assert across("__一二__", vertical) == [(EM // 12, EM // 12, EM // 20)]
    [(low, high, _)] = across("~~一二~~", vertical)
    swing, weight = round(EM / 14), EM // 20
    assert low == pytest.approx(
        EM // 12 - weight / 2 - swing / 3, abs=2
    )  # the controls of a curve reach a third further
    assert high == pytest.approx(EM // 12 + 2 * swing + weight / 2 + swing / 3, abs=2)


@AXES
def test_dots_have_the_size_that_is_documented(vertical):
    """着重号: a dot is ⅕ em wide and stands 1/25 em off its character"""
    (dot,) = marked("^^一^^", vertical=vertical)[0].decorations
    x0, y0, x1, y1 = box(dot)
    assert x1 - x0 == y1 - y0 == EM // 5
    assert (x0 - HALF if vertical else y0 - FOOT) == EM // 25


@AXES
def test_a_frame_has_the_size_that_is_documented(vertical):
    """示亡号: 1/30 em off the em box, 1/20 em thick"""
    sides = marked("||一||", vertical=vertical)[0].decorations
    found = [value for side in sides for value in ((side.x0, side.x1) if vertical else (side.y0, side.y1))]
    assert max(found) - min(found) == EM + 2 * EM // 30
    assert {side.weight for side in sides} == {EM // 20}


@pytest.mark.parametrize(
    ("copy", "gap"),
    [("一二", 0), ("^^一^^", EM // 2), ("__一__", EM // 2), ("{一|yi}__二__", EM * 5 // 8)],
)
def test_the_line_gap_that_marks_want(copy, gap):
    """line gap ≥ ½ em on one side, ≥ ⅝ em on both"""
    assert needed_gap(prepared(copy, markup=True)) == gap


def test_a_leading_too_tight_for_the_marks_is_told():
    """line gap: told where the leading is too tight"""
    made = prepared("一^^二^^", markup=True)
    assert [d.code for d in judge_leading(made, EM * 4 // 3)] == ["P415"]
    assert judge_leading(made, EM * 3 // 2) == ()
    assert judge_leading(prepared("一二"), EM) == ()


@AXES
def test_marks_never_enlarge_the_leading_of_their_line(vertical):
    """never enlarge a single line's leading: the line's own place and advance stay"""
    plain = set_lines(prepared("一二三四", vertical=vertical), 20 * EM)[0]
    with_dots = marked("一^^二三^^四", vertical=vertical)[0]
    assert (plain.x, plain.y, plain.advance) == (with_dots.x, with_dots.y, with_dots.advance)


@AXES
@pytest.mark.parametrize(
    "copy",
    [
        "**粗**体",
        "^^着重^^",
        "__人名__和~~书名~~",
        "||亡||",
        "{字|zì}",
        "__^^二^^__",
        "a**b**c",
        r"\*\*不\*\*",
        "{注音|ㄓㄨˋ ㄧㄣ}",
    ],
)
def test_marked_copy_is_drawn_exactly(copy, vertical):
    """inline markup: its marks are dropped, its text and its ruby are proved"""
    lines = marked(copy, vertical=vertical)
    assert all(is_true(line) for line in lines)


def test_bold_changes_to_hei():
    """**粗**: set in 黑体"""
    made = prepared("一**二**三", markup=True)
    assert [look.face for look in made.looks] == ["tiny", "tiny-hei-bold", "tiny"]


@pytest.mark.parametrize("copy", ["一**二", "一__二", "a^^b^^c^^"])
def test_a_mark_without_partner_is_copy_and_is_told(copy):
    """inline markup: unclosed marks are set as typed"""
    made = prepared(copy, markup=True)
    assert [d.code for d in made.diagnostics if d.code == "P403"] == ["P403"]


@pytest.mark.parametrize("copy", [r"\*\*一\*\*", r"\{一\|二\}", r"\\"])
def test_marks_can_be_escaped(copy):
    """inline markup: a backslash makes a mark ordinary"""
    made = prepared(copy, markup=True)
    drawn = "".join(made.texts)
    assert drawn == copy.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
    assert not made.annotations


RUBY = st.lists(
    st.one_of(
        st.sampled_from(["{双|shuāng}", "{窗|chuāng}", "{一|yī}", "{双窗|shuāng chuāng}", "{字|ㄗˋ}", "{床|chuángc}"]),
        st.sampled_from(["，", "。", "外", "“", "”", "（", "外有霜", " "]),
    ),
    min_size=1, max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(RUBY, st.integers(4, 12), st.booleans(), st.sampled_from(sorted(STYLES)))
def test_ruby_never_overlaps(copy, measure, vertical, punctuation):
    """pinyin ruby: never over its neighbour, at a line's edges, across marks, on both axes"""
    made = prepared(copy, markup=True, vertical=vertical, punctuation=punctuation)
    for line in set_lines(made, measure * EM):
        along = []
        for run in line.runs[len(line.body) :]:
            if not any("\u3100" <= text <= "\u312f" for text in run.texts):
                # What stands upright in a vertical line has its origin at the foot of its em box.
                top = run.size * 88 // 100 if vertical and not run.quarter_turn else 0
                along += zip([at - top for at in (run.ys if vertical else run.xs)], run.texts, strict=True)
        for (one, text), (two, _) in pairwise(along):
            assert two - one >= _width(text) * 9 // 10, (copy, text)


def _width(text: str) -> int:
    """A letter of half an em at half the size; the tiny face has no letters with tones, which take an em."""
    return DIGIT // 2 if text.isascii() else HALF


def test_ruby_of_two_faces_is_set_in_both():
    """ruby: each letter from a face that has it"""
    real, _ = load_catalogue()
    made = prepare(plain_text("{字字|z ř}"), TextStyle("hei", EM), real)
    (line,) = set_lines(made, 10 * EM)
    assert is_true(line)
    assert len({run.face for run in line.runs}) == 2
    assert all(real.face(run.face).has(text) for run in line.runs for text in run.texts if text.strip())


@AXES
def test_ruby_over_a_larger_run_is_half_its_size(vertical):
    """ruby: by the size and in the colour of the run that it stands over, centred on it"""
    line = marked("一[{二|er}]{200% 红}三", vertical=vertical)[0]
    ruby = line.runs[-1]
    assert (ruby.size, ruby.colour) == (EM, (0, 100, 100, 0))
    along = ruby.ys if vertical else ruby.xs
    assert (along[0] + along[1] + HALF) // 2 == 2 * EM
    assert is_true(line)
