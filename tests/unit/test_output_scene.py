"""The scene: whose every item is, and which character of the copy each glyph sets."""

from __future__ import annotations

import pytest

from paiban.display import BLACK, Box, Frame, GlyphRun, Line, Rect
from paiban.output.scene import NO_COPY, scene_of
from paiban.span import plain_text
from tests.support.issues import briefs, han, set_blocks, story
from tests.support.tiny_page import line_of, page_of


def run_of(*texts: str) -> GlyphRun:
    """A glyph for each text; where does not matter here."""
    count = len(texts)
    return GlyphRun("tiny", 100, BLACK, (1,) * count, tuple(range(count)), (0,) * count, texts)


def runs_of(line):
    (block,) = scene_of(page_of([line])).blocks
    (told,) = block.lines
    return told.runs


def test_each_glyph_has_its_character():
    (run,) = runs_of(line_of([run_of("今", "日")], "今日"))
    assert (run.places, run.start, run.end) == ((0, 1), 0, 2)


def test_a_line_begins_where_its_range_begins():
    line = line_of([run_of("天", "气")], "今日天气")._replace(start=2, end=4)
    assert runs_of(line)[0].places == (2, 3)


def test_a_cluster_of_several_characters_is_counted_whole():
    (run,) = runs_of(line_of([run_of("——", "好")], "——好"))
    assert (run.places, run.end) == ((0, 2), 3)


def test_a_glyph_without_copy_belongs_to_the_cluster_before_it():
    (run,) = runs_of(line_of([run_of("ffi", "", "好")], "ffi好"))
    assert run.places == (0, 0, 3)


def test_what_is_dropped_is_passed_over():
    line = line_of([run_of("要", "点")], "**要** 点", dropped=(0, 1, 3, 4, 5))
    assert runs_of(line)[0].places == (2, 6)


def test_prefix_and_hyphen_are_no_copy():
    line = line_of([run_of("◆"), run_of("b", "-")], "b", prefix="◆", suffix="-")
    bullet, rest = runs_of(line)
    assert (bullet.places, bullet.start, bullet.end) == ((NO_COPY,), 0, 0)
    assert (rest.places, rest.start, rest.end) == ((0, NO_COPY), 0, 1)


def test_runs_follow_one_another():
    line = line_of([run_of("第"), run_of("12"), run_of("版")], "第12版")
    assert [(run.start, run.end) for run in runs_of(line)] == [(0, 1), (1, 3), (3, 4)]


def test_ruby_sets_its_own_range():
    copy = "{焱|yàn dì}火"
    line = line_of([run_of("焱", "火"), run_of("yàn ", "dì")], copy, notes=((3, 9),), dropped=(0, 2, 9))
    body, ruby = runs_of(line)
    assert body.places == (1, 10)
    assert (ruby.places, ruby.start, ruby.end) == ((3, 7), 3, 9)


def test_every_item_is_there_once_in_painting_order():
    page = page_of([Box(Rect(0, 0, 1, 1)), line_of([run_of("今")], "今"), Box(Rect(0, 0, 2, 2))])
    told = [item for block in scene_of(page).blocks for item in block.items]
    assert [getattr(item, "rect", None) for item in told] == [Rect(0, 0, 1, 1), None, Rect(0, 0, 2, 2)]


def test_a_block_knows_its_frame():
    page = page_of([line_of([run_of("今")], "今", block="lead")])._replace(
        frames=(Frame("lead", "story", Rect(1, 2, 3, 4)),)
    )
    (block,) = scene_of(page).blocks
    assert (block.id, block.kind, block.rect) == ("lead", "story", Rect(1, 2, 3, 4))


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_the_places_of_a_real_page_spell_its_copy(writing):
    body = f"{han(30)}，“{han(9)}”共12人，MPV车350辆——{han(40)}。"
    result = set_blocks(
        story(columns="1-3", rows="1-20", weight=1, writing=writing, body=f"{body}\n{body}", box="line"),
        briefs(han(30) + "。", columns="4", rows="1-20", label="简讯"),
    )
    scene = scene_of(result.pages[0])
    drawn = [item for item in result.pages[0].items if isinstance(item, Line)]
    told = [line for block in scene.blocks for line in block.lines]
    for line, own in zip(drawn, told, strict=True):
        for run, mine in zip(line.runs, own.runs, strict=True):
            for text, index in zip(run.texts, mine.places, strict=True):
                assert not text or index == NO_COPY or line.copy.value.startswith(text, index)
        # Every character that the line sets is some glyph's.
        spelt = {index for run in own.runs for index in run.places if index != NO_COPY}
        assert spelt <= set(range(line.start, line.end))
        assert min(spelt, default=line.start) >= line.start
    assert {block.id for block in scene.blocks} == {"", "lead", "briefs"}
    assert [block.id for block in scene.blocks].count("lead") == 1


def test_places_are_those_of_the_file():
    copy = plain_text("今日新闻", "issue.yaml", 14, 9)
    line = line_of([run_of("新", "闻")], "今日新闻")._replace(copy=copy, start=2, end=4)
    (run,) = runs_of(line)
    assert [copy.at(index).column for index in run.places] == [11, 12]


def test_furniture_is_what_no_block_owns():
    result = set_blocks(story(columns="1-2", rows="1-20", body=han(40)), paper="江河日报")
    kinds = {(block.id, block.kind) for block in scene_of(result.pages[0]).blocks}
    assert kinds == {("", "furniture"), ("lead", "story")}
