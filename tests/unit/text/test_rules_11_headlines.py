"""Rule book, section 11: headlines, as far as the text stage has a say in them."""

from __future__ import annotations

import subprocess
import sys
from itertools import accumulate, combinations

import pytest

from paiban.span import plain_text
from paiban.text import LineRange, Prepared, TextStyle, break_lines, count_lines, prepare
from paiban.text.headline import BEFORE_HALVES, FORBIDDEN, headline_ways, judge_headline, prices
from paiban.text.phrases import AGAINST, BAD_END, BAD_START, bonds
from paiban.text.words import segment
from tests.support.composed import EM, HALF, catalogue, drawn, is_true, prepared, set_lines, style
from tests.support.headlines import break_headline
from tests.unit.text.headlines import HEADLINES


def heading(copy: str, breaks: tuple[int, ...] = (), names: tuple[str, ...] = (), **how: object) -> Prepared:
    made = style(align="start", **how)._replace(names=names, by_sense=True)
    return prepare(plain_text(copy, "copy.yaml")._replace(breaks=breaks), made, catalogue())


def broken(
    copy: str, em: float, *, max_lines: int = 2, breaks: tuple[int, ...] = (), names: tuple[str, ...] = ()
) -> list[str]:
    made = heading(copy, breaks, names)
    lines = break_headline(made, round(em * EM), max_lines=max_lines)
    placed = set_lines(made, round(em * EM), lines)
    return ["".join(text for run in line.body for text in run.texts) for line in placed]


def test_a_headline_that_fits_stays_on_one_line():
    """1–3 lines: as few as fit"""
    assert broken("以练备战以演筑防", 8) == ["以练备战以演筑防"]


def test_halves_part_at_a_full_width_space():
    """a full-width space is the preferred break, and is not set there"""
    assert broken("奋进千亿园区　建设未来之城", 8) == ["奋进千亿园区", "建设未来之城"]
    assert broken("奋进千亿园区　建设未来之城", 13) == ["奋进千亿园区　建设未来之城"]


@pytest.mark.parametrize(
    ("half", "other"),
    [
        ("老旧小区改造听谁的？", "居民投票说了算"),
        ("新能源汽车下乡，", "补贴政策怎么领"),
        ("跨江隧道双线贯通　", "年底具备通车条件"),
        ("湖边新添一条步道，", "周末就能去走走"),
    ],
)
def test_no_line_holds_the_end_of_one_half_and_the_beginning_of_the_other(half, other):
    """a pause or a full-width space ends a line wherever a headline is broken at all"""
    made = heading(half + other)
    for count in (2, 3):
        best = headline_ways(made, count)[0]
        assert len(half) in {made.starts[line.first] for line in best.lines[1:]}


@pytest.mark.parametrize(("copy", "parts"), HEADLINES)
def test_lines_break_between_words(copy, parts):
    """not inside a word"""
    ends = set()
    end = 0
    for part in parts.split("/"):
        end += len(part)
        ends.add(end)
    made = prepared(copy, align="start")
    for lines in (2, 3):
        measure = made.width * 3 // (2 * lines)
        found = break_headline(made, measure, max_lines=2 if lines == 2 else 3)
        assert {made.starts[line.first] for line in found} <= ends | {0}


@pytest.mark.parametrize(("copy", "parts"), HEADLINES)
def test_no_word_is_cut_where_a_readers_breaks_fit(copy, parts):
    """not inside a word, at any measure from five em and on up to three lines, where there is another way"""
    made = prepared(copy, align="start")
    ends = {*accumulate(map(len, parts.split("/")))}
    ends = {place for place in range(1, made.count) if made.starts[place] in ends}
    for em in range(5, len(copy)):
        found = [line.first for line in break_headline(made, em * EM, max_lines=3)[1:]]
        ways = (way for lines in (1, 2) for way in combinations(sorted(ends), lines))
        widths = (map(made.natural, (0, *way), (*way, made.count)) for way in ways)
        if any(all(width <= em * EM for width in each) for each in widths):
            assert set(found) <= ends, em


@pytest.mark.parametrize(
    ("copy", "em", "parts"),
    [
        ("全国首批“海洋牧场贷”发放", 9, ["全国首批", "“海洋牧场贷”发放"]),
        ("读者点赞“一张图读懂”", 6, ["读者点赞", "“一张图读懂”"]),
        ("舞剧《春江》连演百场", 4, ["舞剧", "《春江》", "连演百场"]),
    ],
)
def test_quotes_and_titles_are_not_torn(copy, em, parts):
    """not inside quotes or a title, where anything else fits"""
    assert broken(copy, em, max_lines=3) == parts


def test_the_white_between_two_halves_inside_a_line_is_against_the_sense_and_told():
    """a full-width space that is passed over is told"""
    made = heading("春运大幕开启　铁路加开列车")
    best, *others = headline_ways(made, 2)
    assert best.worst < AGAINST
    assert all(way.worst >= AGAINST for way in others)
    assert judge_headline(made, best.lines) == ()
    (told,) = judge_headline(made, (LineRange(0, 4), LineRange(4, made.count)))
    assert dict(told.params)["why"] == BEFORE_HALVES
    three = headline_ways(heading("春运开启　铁路加车　公路清雪"), 2)
    assert three[0].worst < AGAINST


@pytest.mark.parametrize(
    ("copy", "place"),
    [("铁路货运站搬迁", 2), ("“光储充”一体化电站", 2), ("出版新著《江河》", 6)],
)
def test_every_break_against_the_sense_is_told(copy, place):
    """a break is told from the price on from which make-up avoids it"""
    made = heading(copy)
    assert prices(copy, ())[place] >= AGAINST
    lines = (LineRange(0, place), LineRange(place, made.count))
    assert [found.code for found in judge_headline(made, lines)] == ["P416"]


def test_names_are_not_cut():
    """not inside a name: the issue's names"""
    assert prices("郑志明督查", ("郑志明",))[1:3] == (FORBIDDEN, FORBIDDEN)
    assert broken("市委副书记郑志明到开发区督查", 8, names=("郑志明",)) == ["市委副书记郑志明", "到开发区督查"]


def test_number_and_unit_stay_together():
    """not between number and unit"""
    assert broken("本市新增45000平方米厂房", 8, max_lines=2)[0] != "本市新增45000"


@pytest.mark.parametrize("particle", "的了和")
def test_no_particle_begins_a_line(particle):
    """no 的/了/和 at the start of a line"""
    lines = broken(f"孩子们{particle}笑容与希望", 5)
    assert not any(line.startswith(particle) for line in lines)


def test_lines_are_about_equal():
    """lines about equal"""
    assert [len(line) for line in broken("开发区组织开展核酸检测应急演练", 12)] == [7, 8]


def test_the_editors_break_is_law():
    """an explicit break is obeyed, whatever the sense, and not set"""
    assert broken("奋进千亿园|区建设未来", 9, breaks=(5,)) == ["奋进千亿园", "区建设未来"]
    made = heading("奋进千亿园|区建设未来", (5,))
    line = set_lines(made, 9 * EM, break_headline(made, 9 * EM, max_lines=2))[0]
    assert line.dropped == (5,)
    assert (line.start, line.end) == (0, 6)


def test_a_line_end_in_the_copy_is_the_editors_break_too():
    """an explicit break: a line end"""
    assert broken("奋进千亿园区\n建设未来", 9, breaks=(6,)) == ["奋进千亿园区", "建设未来"]


@pytest.mark.parametrize("vertical", [False, True])
def test_a_cross_head_is_broken_where_the_editor_broke_it(vertical):
    """an explicit break in a heading of the body: obeyed at every measure, and not set"""
    made = heading("奋进千亿园|区建设未来", (5,), vertical=vertical)
    for em in range(1, 14):
        lines = set_lines(made, em * EM)
        ends = [line.end for line in lines]
        assert 6 in ends
        assert all(is_true(line) and line.natural <= em * EM for line in lines)
        assert "".join(map(drawn, lines)) == "奋进千亿园区建设未来"
        assert count_lines(made, em * EM) == len(lines)
    assert len(set_lines(made, 13 * EM)) == 2


def test_a_cross_head_parts_no_name_of_the_issue():
    """never inside a name"""
    parted, whole = heading("郑志明到开发区"), heading("郑志明到开发区", names=("明到",))
    assert [drawn(line) for line in set_lines(parted, 4 * EM)] == ["郑志明", "到开发区"]
    assert [drawn(line) for line in set_lines(whole, 4 * EM)] == ["郑志明到", "开发区"]


def test_two_characters_tracked_below_two_em_are_no_single_one():
    """a line of one character is a fault, two that are kerned are none"""
    made = prepared("春天来了", align="start")
    made = made._replace(style=made.style._replace(tracking=-10))
    assert [line.first for line in break_headline(made, 7 * HALF, max_lines=2)] == [0, 2]


def test_no_line_holds_a_single_character():
    """a line of one character is a fault"""
    assert min(len(line) for line in broken("开发区水利工作", 6)) > 1


def test_the_kicker_that_was_broken_inside_a_word():
    """郑志明督查开发区疫情防控工作时强调——: better than the printed page"""
    lines = broken("郑志明督查开发区疫情防控工作时强调——", 12, names=("郑志明",))
    assert lines == ["郑志明督查开发区", "疫情防控工作时强调——"]


def test_marks_at_a_headlines_end_may_stay():
    """“——” and ？！ allowed at a headline's end"""
    assert broken("一二三四——", 20) == ["一二三四——"]
    assert broken("真的吗？！", 20) == ["真的吗？！"]


@pytest.mark.parametrize("mark", "，。“”《》（）")
def test_marks_take_half_an_em_or_less(mark):
    """marks ½ em, kerned tighter than the body"""
    made = prepared(f"一{mark}二", punctuation="biaoti", align="start")
    assert made.width - 2 * EM <= HALF


def test_short_titles_may_be_spread():
    """均排 for short titles"""
    line = set_lines(prepared("开发区时政", align="spread"), 9 * EM)[0]
    assert line.runs[0].xs == (0, 2 * EM, 4 * EM, 6 * EM, 8 * EM)


def test_a_word_is_cut_only_where_nothing_else_fits_and_three_lines_are_allowed():
    """inside a word: the last resort"""
    assert broken("综合体开发区", 2.5, max_lines=2) == []
    assert broken("综合体开发区", 2.5, max_lines=3) != []


def test_the_word_list_is_not_read_before_a_headline_is_broken():
    """the segmenter is not on the cold path"""
    code = "import paiban.text, paiban.text.words as w; print(w._list.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_words_are_found():
    """the segmenter: the most probable row of words"""
    assert [word.text for word in segment("建设未来之城")] == ["建设", "未来", "之", "城"]
    assert "".join(word.text for word in segment("任意文字，12 abc")) == "任意文字，12 abc"


@pytest.mark.parametrize(("count", "by_sense"), [(40, True), (41, False)])
def test_copy_of_up_to_forty_characters_is_a_heading_that_is_parted_by_the_sense(count, by_sense):
    """cross-heads: longer copy is filled line by line like any other

    Its 中国 stands where a filled line would end, after the twenty-first character.
    """
    copy = "一" * 20 + "中国" + "一" * (count - 22)
    made = prepare(plain_text(copy), TextStyle("song", EM, by_sense=True), catalogue())
    (_, second, *_) = break_lines(made, 21 * EM)
    assert (second.first != 21) == by_sense


# ---- bonds between words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("copy", "place"), [("村民们进城", 2), ("小区里种花", 2), ("古城的早晨", 2)])
def test_what_ends_a_phrase_begins_no_line(copy, place):
    """bonds: 的 里 们 belong to what they stand behind, whatever it is"""
    assert bonds(copy)[place] >= BAD_START


@pytest.mark.parametrize(("copy", "place"), [("水厂向村民供水", 3), ("果农和菜农进城", 3), ("老人把论文写完", 3)])
def test_what_waits_for_more_ends_no_line(copy, place):
    """bonds: a preposition, a conjunction, a word that waits for the next end no line"""
    assert bonds(copy)[place] >= BAD_END


@pytest.mark.parametrize(
    ("copy", "cheaper", "dearer"),
    [
        ("城乡居民喝上放心水", 4, 2),
        ("山村小学迎来支教夫妇", 4, 8),
        ("高标准农田建设任务提前完成", 9, 7),
        ("小麦收割作业补助本周发放", 8, 6),
    ],
)
def test_phrases_part_where_they_meet(copy, cheaper, dearer):
    """bonds: subject from predicate cheaper than what describes from what it describes, a verb from what finishes it"""
    assert bonds(copy)[cheaper] < AGAINST
    assert bonds(copy)[cheaper] < bonds(copy)[dearer]


def test_what_is_learnt_parts_no_number_from_its_unit():
    """bonds: a number and what counts with it, a name and what ends it are law"""
    assert bonds("种下三万亩果树")[3] == bonds("扬州市开会")[2] == FORBIDDEN


@pytest.mark.parametrize(
    ("copy", "em", "parts"),
    [
        ("加快推进农业农村现代化", 8, ["加快推进", "农业农村现代化"]),
        ("全面推进乡村振兴战略", 6, ["全面推进", "乡村振兴战略"]),
        ("凝聚奋进力量", 8, ["凝聚奋进力量"]),
    ],
)
def test_a_cross_head_of_two_lines_is_parted_by_the_sense(copy, em, parts):
    """cross-heads: by the sense, as headlines are"""
    made = prepare(plain_text(copy), TextStyle("song", EM, align="centre", by_sense=True), catalogue())
    assert [copy[slice(*made.copy_range(*line[:2]))] for line in break_lines(made, em * EM)] == parts
    assert count_lines(made, em * EM) == len(parts)


def test_a_cross_head_as_long_as_a_paragraph_is_broken_like_one():
    """cross-heads: what no reader would call a heading is not tried in every way"""
    made = prepare(plain_text("推进" * 60), TextStyle("song", EM, by_sense=True), catalogue())
    assert len(break_lines(made, 8 * EM)) == 15
