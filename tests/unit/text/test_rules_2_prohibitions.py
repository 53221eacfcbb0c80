"""Rule book, section 2: what may not begin or end a line, and how it is avoided."""

from __future__ import annotations

import pytest

from paiban.text import break_lines
from paiban.text.review import judge
from tests.support.composed import EM, lines_of, prepared

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
LEVELS = ["none", "basic", "gb", "strict"]


def may_begin(mark: str, level: str = "gb", **how: object) -> bool:
    """Whether a line may begin with ``mark`` after Han."""
    return 1 in prepared(f"天{mark}地", prohibition=level, **how).breaks


def may_end(mark: str, level: str = "gb", **how: object) -> bool:
    """Whether a line may end with ``mark`` before Han."""
    made = prepared(f"天{mark}地", prohibition=level, **how)
    return made.count - 1 in made.breaks


@AXES
@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
@pytest.mark.parametrize("mark", [*"。．？！，、；：”’」』）》〉】〗〕］｝–—～·/％℃‰", "？！", "！！！"])
def test_these_may_not_begin_a_line(mark, level, vertical):
    """not at a line's start: STOP PAUSE CLOSE COMBO CONNECT MIDDLE SOLIDUS POSTFIX"""
    assert not may_begin(mark, level, vertical=vertical)


@AXES
@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
@pytest.mark.parametrize("mark", [*"“‘「『（《〈【〖〔［｛￥№◆"])
def test_these_may_not_end_a_line(mark, level, vertical):
    """not at a line's end: OPEN PREFIX BULLET"""
    assert not may_end(mark, level, vertical=vertical)


@pytest.mark.parametrize("level", LEVELS)
def test_the_solidus_may_not_end_a_line_from_gb_on(level):
    """level gb: SOLIDUS not at a line's end"""
    assert may_end("/", level) == (level in {"none", "basic"})


@pytest.mark.parametrize("level", LEVELS)
def test_dash_and_ellipsis_at_a_lines_start(level):
    """level strict: —— …… not at a line's start; the default keeps …… off it too"""
    assert may_begin("——", level) == (level != "strict")
    assert may_begin("……", level) == (level == "none")
    assert may_begin("……", level, ellipsis_at_start=True) == (level != "strict")
    assert may_end("——", level)
    assert may_end("……", level)


@pytest.mark.parametrize("mark", [*"。，”）"])
def test_the_loosest_level_lets_marks_begin_a_line(mark):
    """level none: the custom of Hong Kong and Taiwan papers"""
    assert may_begin(mark, "none")


@AXES
def test_a_dash_is_never_cut_in_two(vertical):
    """—— may begin or end a line but is not cut [GB 5.1.4]"""
    assert lines_of("一二三——四五六", 4, vertical=vertical) == ["一二三", "——四五", "六"]
    assert lines_of("一二——四五六", 4, vertical=vertical) == ["一二——", "四五六"]


@AXES
def test_a_mark_is_squeezed_in_before_a_character_is_pushed_out(vertical):
    """先挤进: the forbidden mark comes into the line by squeezing"""
    # 全角: one comma inside can give half an em, and the one at the line's end stands on half an em.
    assert lines_of("一，二三，四五六七八", 4, punctuation="quanjiao", vertical=vertical)[0] == "一，二三，"


@AXES
def test_the_last_character_is_pushed_out_where_nothing_can_be_squeezed(vertical):
    """后推出: else the last character goes down with it"""
    assert lines_of("一二三四，五六七八", 4, vertical=vertical) == ["一二三", "四，五六", "七八"]


@AXES
def test_widths_are_adjusted_before_prohibitions_are_looked_at(vertical):
    """width adjustment first, then prohibition"""
    # 。 stands on half an em at the line's end: seven half em and it fit in four em, nothing need be pushed out.
    assert lines_of("一，二三。四五六七", 4, vertical=vertical)[0] == "一，二三。"


def test_among_three_marks_a_prohibition_gives_way_before_a_very_loose_line():
    """three marks in a row: the last resort"""
    # Pushing 二 out would leave 《一 on four em; the marks after 二 are parted instead.
    copy = "《一二》。”』）三四五六"
    lines = lines_of(copy, 4, punctuation="quanjiao")
    assert lines[0].startswith("《一二》")


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("一", "二", True), ("一", "：", False), ("一", "/", False), ("（", "一", False), ("）", "一", True),
        ("a ", "b", True), ("一", "a", True), ("a", "一", True), ("）", "（", True), ("“", "（", False),
        ("——", "一", True), ("……", "一", True), ("％", "一", True), ("一", "￥1", True),
    ],
)  # fmt: skip
def test_breaks_between_two_neighbours(before, after, allowed):
    """the mapping from UAX 14, with the overrides of clreq"""
    made = prepared(before + after)
    middle = next(i for i, start in enumerate(made.starts) if start == len(before))
    assert (middle in made.breaks) == allowed


def test_a_mark_that_had_to_begin_a_line_is_told_with_its_place():
    """where a prohibition cannot hold, it is said where"""
    made = prepared("）））））））））））", punctuation="quanjiao")
    told = [d for d in judge(made, break_lines(made, 4 * EM), 4 * EM) if d.code == "P412"]
    assert told
    assert all(d.span is not None and d.span.column > 1 for d in told)
