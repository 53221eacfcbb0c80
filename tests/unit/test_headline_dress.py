"""Headline dress (题饰): colours, bars, lines, contours and shadows by name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from paiban.display import Box, Colour, Line, Path, Rule
from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.template.dresses import DRESSES, OUTLINE_EM
from paiban.units import pt, scaled
from tests.support.issues import (
    codes,
    em_box,
    han,
    issue_text,
    lines_of,
    page_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

RED, PAPER, BLACK = Colour(0, 100, 100, 0), Colour(0, 0, 0, 0), Colour(0, 0, 0, 100)
NAMES = [row.key for row in DRESSES if row.key != "reverse"]


def dressed(dress, **keys):
    given = {"kicker": han(6, 3), "deck": han(8, 5), "body": han(200) + "。", "dress": dress, **keys}
    return set_blocks(story(columns="1-3", rows="2-20", **given))


def own(result, kind):
    return [item for item in page_of(result).items if isinstance(item, kind) and item.block == "lead"]


def head(result):
    return lines_of(result, "lead", "kicker", "headline", "deck")


@pytest.mark.parametrize("dress", NAMES)
@pytest.mark.parametrize("keys", [{}, {"writing": "vertical"}, {"headline_form": "vertical", "kicker": None}])
def test_every_dress_stands_in_every_form(dress, keys):
    result = dressed(dress, **keys)
    assert not {*codes(result)} - {"P501", "P502"}
    assert not [d for d in result.diagnostics if d.code in ("P713", "P714", "P715", "P716", "P717")]
    assert head(result)


def test_a_name_in_chinese_and_in_english_is_the_same():
    assert page_of(dressed("套红")).items == page_of(dressed("red")).items
    assert {run.colour for line in head(dressed("red")) if line.role == "headline" for run in line.runs} == {RED}
    assert {run.colour for line in head(dressed("red")) if line.role == "deck" for run in line.runs} == {BLACK}


def test_a_bar_holds_all_of_the_head_and_none_of_the_copy():
    result = dressed("bar")
    (bar,) = own(result, Box)
    assert bar.fill == BLACK
    for line in head(result):
        box = em_box(line)
        assert bar.rect.x0 <= box.x0
        assert bar.rect.y0 < box.y0
        assert box.x1 <= bar.rect.x1
        assert box.y1 < bar.rect.y1
        assert line.runs[0].colour == PAPER
    first = min(em_box(line).y0 for line in lines_of(result))
    assert bar.rect.y1 < first


@pytest.mark.parametrize("keys", [{"headline_form": "vertical"}, {"writing": "vertical"}])
def test_vertical_lines_keep_off_both_ends_of_their_bar(keys):
    """As far as copy keeps off the line of its box."""
    result = dressed("bar", kicker=None, deck=None, **keys)
    (bar,) = own(result, Box)
    inset = pt(Fraction("6.75"))
    for line in head(result):
        assert em_box(line).y0 >= bar.rect.y0 + inset
        assert em_box(line).y1 <= bar.rect.y1 - inset


def test_lines_stand_above_and_below_the_head_and_replace_the_hairline():
    result = set_blocks(
        story("upper", "1-3", "1-10"), story(columns="1-3", rows="11-30", dress="ruled", body=han(300) + "。")
    )
    (above, below) = own(result, Rule)
    top, foot = em_box(head(result)[0]), em_box(head(result)[-1])
    assert above.y0 < top.y0
    assert foot.y1 < below.y0
    assert below.y0 < min(em_box(line).y0 for line in lines_of(result))
    level = [i for i in page_of(result).items if isinstance(i, Rule) and not i.block and i.y0 == i.y1]
    assert not [rule for rule in level if rule.y0 > page_of(result).baselines[9]]


def test_contours_are_painted_before_any_letter_of_the_head():
    result = dressed("outline")
    items = [item for item in page_of(result).items if item.block == "lead"]
    last = max(i for i, item in enumerate(items) if isinstance(item, Path))
    first = min(i for i, item in enumerate(items) if isinstance(item, Line))
    assert last < first
    sizes = {run.size for line in head(result) for run in line.runs}
    assert {path.weight for path in own(result, Path)} == {2 * scaled(size, OUTLINE_EM) for size in sizes}


def test_a_contour_lies_round_its_glyph():
    result = set_real(story(columns="1-3", rows="2-20", dress="outline", headline="口字", body=han(200) + "。"))
    (line,) = [line for line in head(result) if line.role == "headline"]
    paths = own(result, Path)
    assert len(paths) == 2
    for path, x, y in zip(paths, line.runs[0].xs, line.runs[0].ys, strict=True):
        points = [values for _, values in path.steps if values]
        xs = [v for values in points for v in values[::2]]
        ys = [v for values in points for v in values[1::2]]
        size = line.runs[0].size
        assert x <= min(xs) < max(xs) <= x + size
        assert y - size <= min(ys) < max(ys) <= y + size // 5


def test_a_shadow_falls_below_and_to_the_right():
    plain, shaded = dressed(None), dressed("shadow")
    (shadow, *_) = own(shaded, Path)
    assert not own(plain, Path)
    assert shadow.weight == 0
    assert shadow.fill == Colour(0, 0, 0, 40)
    line = next(line for line in head(shaded) if line.role == "headline")
    assert min(v for _, values in shadow.steps for v in values[::2]) > line.runs[0].xs[0]


def test_a_dress_that_nobody_knows_is_told_with_those_that_there_are():
    result = dressed("青花")
    assert codes(result) == ["P225"]


def test_a_paper_may_have_dresses_of_its_own(tmp_path):
    (tmp_path / "styles").mkdir()
    sheet = "name: own\ncolours: {青: [80, 20, 0, 0]}\ndresses:\n  青底: {ground: 青, colour: paper, 上线: 粗线}\n"
    (tmp_path / "styles" / "own.yaml").write_text(sheet, "utf-8")
    text = issue_text(story(columns="1-3", rows="2-20", dress="青底"), style="own")
    result = set_issue(tmp_path / "i.yaml", text, House(tiny_fonts(), tmp_path))
    (bar,) = own(result, Box)
    assert bar.fill == Colour(80, 20, 0, 0)
    assert len(own(result, Rule)) == 1


@pytest.mark.parametrize(
    ("words", "code"), [("{ground: 没有}", "P234"), ("{above: 没有}", "P265"), ("{outline_em: 9}", "P139")]
)
def test_a_dress_names_what_the_sheet_has(tmp_path, words, code):
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text(f"name: own\ndresses:\n  mine: {words}\n", "utf-8")
    result = set_issue(tmp_path / "i.yaml", issue_text(story(), style="own"), House(tiny_fonts(), tmp_path))
    assert code in [d.code for d in result.diagnostics]


@pytest.mark.parametrize("dress", NAMES)
def test_the_pdf_of_every_dress_is_clean(dress):
    result = set_real(story(columns="1-4", rows="2-20", weight=5, dress=dress, kicker=han(6, 3), body=han(420) + "。"))
    assert not [d for d in result.diagnostics if d.code.startswith("X") and d.severity == "error"], result.diagnostics
    assert with_pdf(result).pdf or "P501" in codes(result)
