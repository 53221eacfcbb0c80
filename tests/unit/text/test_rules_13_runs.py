"""Rule book, section 13: runs of another face, weight, size, colour, height or ground."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.display import BLACK, PAPER, Colour
from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.template.runs import RUNS, USUAL_RUNS
from paiban.text import TextStyle, break_lines, prepare, set_grounds
from paiban.text.linerange import LineRange
from paiban.text.review import judge_leading
from tests.support.composed import COPY, DIGIT, EIGHTH, EM, GAP, HALF, RULES, catalogue, is_true, prepared, set_lines

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
NAMES = [row.zh for row in RUNS]
RED = Colour(0, 100, 100, 0)


def runs(copy: str, measure: float = 30, **how: object):
    """Each run of the first line with its copy."""
    line = set_lines(prepared(copy, markup=True, **how), round(measure * EM))[0]
    return [("".join(run.texts), run) for run in line.body]


def boxes(copy: str, measure: float = 30, **how: object):
    """The grounds of every line."""
    made = prepared(copy, markup=True, **how)
    width = round(measure * EM)
    lines = break_lines(made, width)
    return [set_grounds(made, line, width, x=0, y=0, block="b") for line in lines]


@AXES
@pytest.mark.parametrize("row", RUNS, ids=lambda row: row.key)
def test_every_style_has_a_name_in_chinese_and_in_english(row, vertical):
    """every style by either of its names"""
    for name in (row.zh, row.key):
        made = prepared(f"一[二三]{{{name}}}四", markup=True, vertical=vertical)
        assert made.diagnostics == ()
        assert all(is_true(line) for line in set_lines(made, 20 * EM))


@AXES
def test_styles_are_given_together_and_one_inside_the_other(vertical):
    """several names in one pair of braces; what stands inside goes before what is round it"""
    (_, inner) = runs("[甲[乙]{楷 120%}丙]{黑 红}", vertical=vertical)[1]
    assert (inner.face, inner.size, inner.colour) == ("tiny-kai", EM * 6 // 5, RED)
    faces = [run.face for _, run in runs("[甲[乙]{楷 120%}丙]{黑 红}", vertical=vertical)]
    assert faces == ["tiny-hei", "tiny-kai", "tiny-hei"]


@AXES
def test_a_run_is_as_wide_as_its_glyphs(vertical):
    """width: a Han character of a run is an em of the run's size"""
    plain, made = prepared("一二三", vertical=vertical), prepared("一[二]{150%}三", markup=True, vertical=vertical)
    assert made.width == plain.width + HALF


def test_a_superscript_stands_above_the_line_and_a_subscript_below_it():
    """sub- and superscripts: 61 % of the size, 0.455 em above the line or 0.15 em below it"""
    (_, two), (_, minus) = runs("CO_{2}")[1], runs("10^{-3}")[1]
    assert two.size == minus.size == EM * 61 // 100
    assert (two.ys[0], minus.ys[0]) == (EM * 15 // 100, -EM * 455 // 1000)


def test_a_superscript_on_its_side_stands_to_the_right():
    """sub- and superscripts, vertical: right and left of the baseline that their run has"""
    (_, base), (_, up), (_, down) = [runs("GB^{12}", vertical=True)[i] for i in (0, 1)] + [
        runs("CO2G_{12}", vertical=True)[1]
    ]
    assert base.quarter_turn is up.quarter_turn is down.quarter_turn is True
    assert up.xs[0] - base.xs[0] == EM * 455 // 1000
    assert base.xs[0] - down.xs[0] == EM * 15 // 100


@AXES
@pytest.mark.parametrize(
    "copy", ["水是H_{2}O的", "约10^{-3}米", "面积120m^{2}左右", "见[注一]{上标}前文", "是a**b**c字"]
)
def test_what_is_raised_or_was_one_cluster_is_never_parted(copy, vertical):
    """sub- and superscripts, and a word in two styles: no line ends and no gap stands inside"""
    made = prepared(copy, markup=True, vertical=vertical)
    for measure in range(4 * EM, 9 * EM, HALF):
        for line in set_lines(made, measure):
            words = "".join("".join(run.texts) for run in line.body)
            whole = ["H2O", "10-3", "120m2", "注一", "abc"]
            assert not any(words.endswith(word[:n]) for word in whole for n in range(1, len(word)) if word[:n] != "1")


def test_no_gap_inside_a_formula():
    """sub- and superscripts: beside Han the gap of a letter, inside none"""
    assert prepared("水H_{2}O的", markup=True).width == 2 * EM + 2 * DIGIT + EM * 61 // 200 + 2 * GAP


def test_a_run_has_one_direction_whatever_its_styles():
    """vertical: a word in two styles lies as a whole"""
    assert {run.quarter_turn for text, run in runs("甲120[m]{红}²乙", vertical=True) if text not in "甲乙"} == {True}


def test_quotes_are_read_over_the_whole_paragraph():
    """a style changes nothing of how marks are read"""
    assert prepared("**甲“乙**丙”", markup=True).classes == prepared("甲“乙丙”").classes


@AXES
def test_tracking_treats_runs_alike(vertical):
    """copy fitting: each place of a run opens as the paragraph's do"""
    made = prepared("一[二]{120%}三四", markup=True, vertical=vertical)
    assert made.tracks(0, 4) == [0, 1, 2]
    assert made.natural(0, 4, 20) - made.natural(0, 4) == 3 * made.tracked(20)


@AXES
def test_reversed_type_stands_on_its_ground(vertical):
    """反白: paper on black, ⅛ em beyond the run on either side, 1⁄20 em across"""
    ((box,),) = boxes("一[二三]{反白}四", vertical=vertical)
    rect = box.rect
    along = (rect.y0, rect.y1) if vertical else (rect.x0, rect.x1)
    across = (rect.x0, rect.x1) if vertical else (rect.y0, rect.y1)
    assert along == (EM, 3 * EM + 2 * EIGHTH)
    assert across == ((-EM * 11 // 20, EM * 11 // 20) if vertical else (-EM * 93 // 100, EM * 17 // 100))
    assert box.fill == BLACK
    assert {run.colour for text, run in runs("一[二三]{反白}四", vertical=vertical) if text == "二三"} == {PAPER}


@AXES
@pytest.mark.parametrize(("align", "before"), [("justify", 0), ("centre", EIGHTH)])
def test_a_ground_that_begins_a_line_keeps_to_its_edge(vertical, align, before):
    """反白: flush with the measure where text is, as far out on both sides where a line stands in white"""
    ((box,),) = boxes("[二三]{反白}四", vertical=vertical, align=align)
    line = set_lines(prepared("[二三]{反白}四", markup=True, vertical=vertical, align=align), 30 * EM)[0]
    assert (line.y - box.rect.y0 if vertical else line.x - box.rect.x0) == before


@AXES
def test_a_ground_goes_on_in_the_next_line(vertical):
    """反白: a ground that wraps fills its line to the edge, and begins the next at the edge"""
    a, b, *rest = [box for line in boxes("一二[三四五六]{反白}七八", 4, vertical=vertical) for box in line]
    assert rest == []
    ends = [(box.rect.y0, box.rect.y1) if vertical else (box.rect.x0, box.rect.x1) for box in (a, b)]
    assert ends[0][1] == 4 * EM
    assert ends[1][0] == 0


@AXES
def test_two_lines_under_neighbours_are_one(vertical):
    """下划线: as long as its run, not cut short"""
    made = prepared("一[二]{下划线}[三]{下划线}", markup=True, vertical=vertical)
    one, two = set_lines(made, 20 * EM)[0].decorations
    assert (one.y1, two.y0) == (2 * EM, 2 * EM) if vertical else (one.x1, two.x0) == (2 * EM, 2 * EM)


def test_what_is_beside_a_run_has_its_size_and_colour():
    """下划线, 着重号: in the colour of the run, by its size"""
    rule, dot = set_lines(prepared("[二]{下划线 红 200%}[三]{着重号 红}", markup=True), 20 * EM)[0].decorations
    assert (rule.colour, dot.fill) == (RED, RED)
    assert rule.weight == 2 * EM // 20


def test_a_weight_is_its_own_familys_or_a_heis():
    """加粗: a bold Song for Song; a bold Hei for Kai, which has none"""
    real, _ = load_catalogue()
    for face, wanted in (("song", "noto-serif-sc-700"), ("hei", "noto-sans-sc-700"), ("kai", "noto-sans-sc-700")):
        made = prepare(plain_text("一[二]{加粗}"), TextStyle(face, EM), real)
        assert [look.face for look in made.looks][1] == wanted


def test_a_percentage_may_be_full_width():
    """a percentage, full-width"""
    assert runs("一[二]{８０％}")[1][1].size == EM * 4 // 5


def test_a_face_of_the_list_and_a_size_are_names_too():
    """a role of fonts.yaml, a percentage"""
    (_, run) = runs("一[二]{hei-black 80%}")[1]
    assert (run.face, run.size) == ("tiny-hei-black", EM * 4 // 5)


@pytest.mark.parametrize(
    ("copy", "name", "column"), [("甲[乙]{黒}", "黒", 6), ("甲[乙]{黑 400%}", "400%", 8), ("甲[乙]{}", "{}", 5)]
)
def test_a_name_that_nobody_knows_is_told_and_not_printed(copy, name, column):
    """an unknown name: an error at its place; the words are set like the rest, the name is not"""
    made = prepared(copy, markup=True)
    (found,) = made.diagnostics
    assert (found.code, dict(found.params)["name"], found.span.column) == ("P420", name, column)
    assert "".join(made.texts) == "甲乙"


@pytest.mark.parametrize("typed", ["［乙］｛黑｝", "[乙]｛黑｝", "［乙］{黑}"])
def test_full_width_brackets_are_told(typed):
    """a style typed with full-width brackets: set as typed, and said so"""
    (found,) = [d for d in prepared(f"甲{typed}丙", markup=True).diagnostics if d.code[:2] == "P4"]
    assert (found.code, dict(found.params)["text"], found.span.column) == ("P422", typed, 2)
    assert not [d for d in prepared("甲［乙］丙｛丁｝", markup=True).diagnostics if d.code == "P422"]


def test_copy_in_brackets_is_copy():
    """a literal: a backslash before the brace"""
    assert "".join(prepared(r"[文字]\{黑}", markup=True).texts) == "[文字]{黑}"


def test_type_larger_than_its_line_is_told():
    """a size that stands out of its line by more than the white between lines: told"""
    made = prepared("一[二]{150%}三", markup=True)
    (found,) = judge_leading(made, EM * 13 // 10)
    assert (found.code, found.span.column) == ("P421", 3)
    assert judge_leading(made, EM * 3 // 2) == ()
    assert judge_leading(prepared("一[二]{上标}三", markup=True), EM * 13 // 10) == ()


@pytest.mark.parametrize(
    ("copy", "lead"),
    [
        ("本报讯　昨日，", "本报讯"),
        ("本报讯（记者）昨日", "本报讯"),
        ("新华社北京3月30日电 记者", "新华社北京3月30日电"),
        ("本报讯息传来", ""),
        ("昨日，本报讯", ""),
    ],
)
def test_a_dateline_takes_the_style_of_its_sheet(copy, lead):
    """电头, by the rule of a sheet: 本报讯, 新华社……电"""
    style = TextStyle("song", EM, lead_in="黑")
    assert set_in(copy, style, "tiny-hei") == lead


@pytest.mark.parametrize(
    ("copy", "lead"),
    [("图为：江边", "图为："), ("江面上　渡轮往来", "江面上"), ("渡轮往来，江面上：", ""), ("▲上图：江", "上图：")],
)
def test_a_captions_first_words_take_the_style_of_their_sheet(copy, lead):
    """图说, by the rule of a sheet: the words up to a colon or a full-width space"""
    style = TextStyle("song", EM, lead_in="黑", opening="label")
    assert set_in(copy, style, "tiny-hei") == lead


def test_a_sign_that_begins_a_paragraph_takes_the_style_of_its_sheet():
    """□ ■, by the rule of a sheet"""
    style = TextStyle("song", EM, lead_in="黑", bullet="楷")
    assert set_in("■本报讯　昨日", style, "tiny-kai") == "■"
    assert set_in("■本报讯　昨日", style, "tiny-hei") == "本报讯"
    made = prepare(plain_text("天地"), TextStyle("song", EM, bullet="红"), catalogue(), prefix="◆")
    assert [(run.texts[0], run.colour) for run in set_lines(made, 9 * EM)[0].body] == [("◆", RED), ("天", BLACK)]


@pytest.mark.parametrize("sign", ["□", "◇", "①", "1."])
def test_a_sign_that_has_strokes_stays_as_its_text(sign):
    """□ and ①, which are as thin as type, are not set in the style of solid signs"""
    made = prepare(plain_text("天地"), TextStyle("song", EM, bullet="红"), catalogue(), prefix=sign)
    assert {run.colour for run in set_lines(made, 9 * EM)[0].body} == {BLACK}


NAMES_OF = {
    "本报讯（记者　甲乙　通讯员　丙丁）昨日，": "甲乙丙丁",
    "昨日，（记者王某、李某某，实习生石某）": "王某李某某石某",
    "图为江边。本报记者 甲乙 摄": "甲乙",
    "图为江边　王某摄": "王某",
    "（文/王某　图/李某某）": "王某李某某",
    "责任编辑：王　某　版式：欧阳某某": "王某欧阳某某",
    "（本报记者　甲乙　文　丙丁　图）": "甲乙丙丁",
    "记者从县里获悉，": "",
    "（记者从江边发回）": "",
    "（记者调查）": "",
    "（图　新华社）": "",
    "（供图　江河小学）": "",
    "（金塘社区供图）": "",
    "（资料图）": "",
    "记者王某说。": "",
    "王某、李某某": "",
}


@pytest.mark.parametrize("copy", NAMES_OF)
def test_names_in_credits_take_the_style_of_their_sheet(copy):
    """Names in credits, by the rule of a sheet: in brackets or last, with a title or what was done"""
    assert in_kai(copy, TextStyle("song", EM, person="楷")) == NAMES_OF[copy]


@pytest.mark.parametrize(
    ("copy", "style", "names"),
    [
        ("□ 本报记者　甲乙", {}, "甲乙"),
        ("王某　李某某", {}, "王某李某某"),
        ("王某（江河小学）", {}, "王某"),
        ("江河日报　本报综合", {}, ""),
        ("甲乙丙", {"names": ("甲乙丙",)}, "甲乙丙"),
        ("本报记者甲乙丙", {"names": ("甲乙丙",)}, "甲乙丙"),
        ("本报记者甲乙丙", {}, ""),
    ],
)
def test_a_byline_is_a_credit_as_a_whole(copy, style, names):
    """Names of bylines and credits need neither; names that begin with no surname are known by the issue's `names`"""
    assert in_kai(copy, TextStyle("song", EM, person="楷", by_name=True, **style)) == names


def test_marks_go_before_the_rule_for_names():
    """[…]{…} inside a name goes before the rule of the sheet"""
    style = TextStyle("song", EM, person="楷")
    assert in_kai("（记者　[甲乙]{黑}　丙丁）", style) == "丙丁"


def in_kai(copy: str, style: TextStyle) -> str:
    """What of ``copy`` is set in 楷, without its spaces."""
    made = prepare(plain_text(copy), style, catalogue())
    lines = set_lines(made, 60 * EM)
    assert all(is_true(line) for line in lines)
    drawn = "".join("".join(run.texts) for line in lines for run in line.body if run.face == "tiny-kai")
    return drawn.translate(dict.fromkeys(map(ord, " \u3000")))


def set_in(copy: str, style: TextStyle, face: str) -> str:
    """What of ``copy`` is set in a face."""
    made = prepare(plain_text(copy), style, catalogue())
    line = set_lines(made, 40 * EM)[0]
    assert is_true(line)
    return "".join("".join(run.texts) for run in line.body if run.face == face).rstrip("\u3000 ")


STYLED = st.tuples(COPY, COPY, COPY, st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))


@settings(max_examples=200, deadline=None)
@given(STYLED, RULES, st.integers(4, 22))
def test_nothing_of_a_run_is_lost_and_every_cluster_is_as_wide_as_its_glyphs(parts, rules, measure):
    """any style on any copy, on both axes: nothing lost, no line but its own glyphs' width"""
    before, inside, after, names = parts
    made = prepared(f"{before}[{inside}]{{{' '.join(names)}}}{after}", markup=True, **rules)
    assert all(is_true(line) for line in set_lines(made, measure * EM))
    widths = [sum(made.advances[a:b]) for a, b in zip(made.firsts, made.firsts[1:], strict=False)]
    assert widths == [b - a for a, b in zip(made.sums, made.sums[1:], strict=False)]
    assert not [d for d in made.diagnostics if d.code == "P420"]


@settings(max_examples=100, deadline=None)
@given(COPY, RULES, st.integers(4, 22))
def test_a_style_that_changes_nothing_changes_nothing(copy, rules, measure):
    """a run in the paragraph's own face and size breaks and stands as if it were none"""
    plain, marked = prepared(copy, **rules), prepared(f"[{copy}]{{宋}}", markup=True, **rules)
    if "[" in copy or "]" in copy:
        return
    assert (plain.sums, plain.breaks, plain.classes) == (marked.sums, marked.breaks, marked.classes)
    assert [range_[:3] for range_ in break_lines(plain, measure * EM)] == [
        range_[:3] for range_ in break_lines(marked, measure * EM)
    ]


def test_the_usual_styles_stand_by_both_names():
    """the table: each style once in either language"""
    assert len(USUAL_RUNS) == 2 * len(RUNS)
    assert all(row.style.size_em >= Fraction(1, 2) for row in RUNS)


@AXES
@pytest.mark.parametrize("before", ["", "一", "一二"])
def test_what_is_raised_is_not_parted_from_what_it_follows_wherever_it_stands(before, vertical):
    """raised and lowered: never parted from what they follow, be that the first character of a paragraph"""
    made = prepared(before + "米[二]{上标}三四", markup=True, vertical=vertical)
    assert len(before) + 1 not in made.breaks
    assert len(before) + 2 in made.breaks


@pytest.mark.parametrize("bold", ["一二**三四**五六", "一二三**四五**六", "**一二三四**五六"])
def test_a_line_has_no_run_without_a_glyph_wherever_looks_change(bold):
    """runs: where a line begins with a run, and where one begins inside it"""
    made = prepared(bold, markup=True)
    for first in range(made.count):
        lines = tuple(LineRange(*ends) for ends in ((0, first), (first, made.count)) if ends[0] < ends[1])
        runs = [run for line in set_lines(made, 10 * EM, lines) for run in line.runs]
        assert "".join("".join(run.texts) for run in runs) == "一二三四五六"
        assert all(run.glyphs for run in runs)
