"""Pictures shown whole or cropped, captions below, beside and over them, pictures inside boxed stories."""

from __future__ import annotations

import pytest
from PIL import Image

from paiban.display import PAPER, Box, Line, Picture
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from tests.support.issues import (
    FILE,
    codes,
    em_box,
    han,
    issue_text,
    lines_of,
    page_of,
    picture,
    placed_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

WIDTH, HEIGHT = 1200, 800
FOCUS = [0.3, 0.5]


@pytest.fixture
def folder(tmp_path):
    Image.new("L", (WIDTH, HEIGHT), 128).save(tmp_path / "p.png")
    line = Image.new("1", (4 * WIDTH, 4 * HEIGHT), 1)
    line.paste(0, (100, 100, 2000, 900))
    line.save(tmp_path / "line.png")
    return tmp_path


def shown(result):
    (item,) = [item for item in page_of(result).items if isinstance(item, Picture)]
    return item


def set_picture(folder, path="p.png", rows="2-20", **keys):
    return set_blocks(picture(path, "1-3", rows, caption=han(30), credit="江河摄", **keys), folder=folder)


def told(result):
    return [d.code for d in result.diagnostics if d.code in ("P505", "P537", "P562")]


@pytest.mark.parametrize("rows", ["2-20", "2-40", "2-12"])
def test_a_whole_picture_keeps_its_shape_and_begins_at_the_upper_left(folder, rows):
    result = set_picture(folder, rows=rows, fit="whole")
    item, frame = shown(result), page_of(result).frames[0].rect
    assert item.crop == (0.0, 0.0, 1.0, 1.0)
    assert abs(item.rect.width * HEIGHT - item.rect.height * WIDTH) <= WIDTH + HEIGHT
    assert item.rect.x0 == frame.x0
    assert item.rect.x1 <= frame.x1
    assert told(result) == []


def test_line_art_is_never_cropped(folder):
    assert shown(set_picture(folder, "line.png", rows="2-40", fit="crop")).crop == (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"rows": "2-22"}, ["P505"]),
        ({"rows": "2-22", "focus": FOCUS}, []),
        ({"rows": "2-22", "fit": "crop"}, []),
        ({"rows": "2-20"}, ["P537"]),
        ({"rows": "2-20", "focus": FOCUS}, []),
        ({"rows": "2-40"}, ["P562"]),
        ({"rows": "2-40", "focus": FOCUS}, ["P562"]),
        ({"rows": "2-40", "fit": "crop"}, []),
    ],
)
def test_a_crop_that_nobody_asked_for_is_told(folder, keys, expected):
    """A focus asks for one, but not for more than a quarter: what it would not help by is not offered."""
    assert told(set_picture(folder, **keys)) == expected


def test_no_caption_is_wider_than_its_picture(folder):
    result = set_picture(folder, rows="2-12", fit="whole")
    for line in lines_of(result, "picture", "caption", "credit"):
        assert em_box(line).x1 <= shown(result).rect.x1 + line.runs[0].size


def test_a_caption_beside_has_the_last_column_and_ends_with_the_picture(folder):
    result = set_picture(folder, caption_at="beside", fit="crop")
    grid, item = result.makeups[0].grid, shown(result)
    lines = lines_of(result, "picture", "caption")
    assert item.rect.x1 == grid.column_left(1) + grid.column
    assert {line.x for line in lines} == {grid.column_left(2)}
    assert all(line.measure == grid.column for line in lines)
    assert em_box(lines_of(result, "picture", "credit")[-1]).y1 <= item.rect.y1


def test_a_caption_over_stands_on_a_band_of_paper_across_the_picture(folder):
    result = set_picture(folder, caption_at="over", fit="crop")
    item = shown(result)
    (strip,) = [i for i in page_of(result).items if isinstance(i, Box) and i.fill == PAPER and i.block == "picture"]
    assert strip.rect.x0 <= item.rect.x0
    assert strip.rect.x1 >= item.rect.x1
    assert strip.rect.y1 >= item.rect.y1
    for line in lines_of(result, "picture", "caption", "credit"):
        box = em_box(line)
        assert strip.rect.x0 < box.x0
        assert strip.rect.y0 < box.y0
        assert box.y1 < strip.rect.y1
    assert not [d for d in result.diagnostics if d.code in ("P714", "P715", "P717")]


def test_a_caption_over_a_picture_that_bleeds_stays_in_the_type_area(folder):
    result = set_blocks(
        picture("p.png", "1-6", "30-71", caption=han(30), caption_at="over", fit="crop", bleed=True), folder=folder
    )
    (strip,) = [i for i in page_of(result).items if isinstance(i, Box) and i.fill == PAPER and i.block == "picture"]
    area, item = page_of(result).type_area, shown(result)
    (line,) = lines_of(result, "picture", "caption")
    assert (strip.rect.x0, strip.rect.x1, strip.rect.y1) == (item.rect.x0, item.rect.x1, area.y1)
    assert area.x0 < em_box(line).x0
    assert item.rect.y1 > page_of(result).height


def test_a_caption_over_with_a_colour_of_its_own_stands_on_the_picture_itself(folder):
    result = set_picture(folder, caption_at="over", fit="crop", colour="paper")
    assert not [i for i in page_of(result).items if isinstance(i, Box) and i.block == "picture"]
    for line in lines_of(result, "picture", "caption", "credit"):
        assert {run.colour for run in line.runs} == {PAPER}
        assert em_box(line).y1 < shown(result).rect.y1


def test_a_caption_that_has_no_room_in_its_picture_is_told(folder):
    result = set_blocks(picture("p.png", "1", "2-4", caption=han(90), caption_at="over"), folder=folder)
    assert codes(result) == ["P511"]


@pytest.mark.parametrize("dress", [{"box": "yes"}, {"tint": "yes"}, {"border": "yes"}])
def test_a_picture_in_a_boxed_story_stands_inside_its_frame(folder, dress):
    host = story("host", "1-3", "2-30", body=han(200) + "。", **dress)
    result = set_blocks(host, picture("p.png", "2-3", "20-30", with_="host"), folder=folder)
    boxes = [item.rect for item in page_of(result).items if isinstance(item, Box) and item.block == "host"]
    item = shown(result)
    for box in boxes:
        assert box.x0 < item.rect.x0
        assert item.rect.x1 < box.x1
        assert item.rect.y1 < box.y1


@pytest.mark.parametrize("way", ["below", "beside", "over"])
def test_automatic_make_up_counts_where_the_caption_stands(folder, way):
    counts = (1300, 900, 700, 500, 300)
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in counts]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    shot = {"id": "shot", "picture": "p.png", "caption": han(24), "caption_at": way}
    (folder / FILE).write_text(issue_text(shot, *stories), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    placed = placed_of(proposed.results[0], "shot")
    assert sum(share for name, share in placed.lent if name == "crop") <= 8


def test_its_pdf_is_clean(folder):
    result = set_real(
        picture("p.png", "1-3", "2-20", "a", caption=han(30), caption_at="over", fit="crop"),
        picture("p.png", "4-6", "2-20", "b", caption=han(30), caption_at="beside", fit="whole"),
        folder=folder,
    )
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    assert with_pdf(result).pdf


@pytest.mark.parametrize(("columns", "code"), [("1-3", "P782"), ("4-6", "P782"), ("1-6", "P738")])
def test_a_bleed_at_the_head_leaves_the_running_head_out_and_says_so(folder, columns, code):
    result = set_blocks(picture("p.png", columns, "1-16", bleed=["top"], fit="crop"), folder=folder)
    assert {"P738", "P782"} & {d.code for d in result.diagnostics} == {code}
    assert not [line for line in page_of(result).items if isinstance(line, Line) and line.role == "folio-section"]


def test_a_bleed_below_the_head_leaves_the_running_head(folder):
    result = set_blocks(picture("p.png", "1-3", "1-16", bleed=["left"], fit="crop"), folder=folder)
    assert not {"P738", "P782"} & {d.code for d in result.diagnostics}
    assert [line for line in page_of(result).items if isinstance(line, Line) and line.role == "folio-section"]


def test_a_caption_stands_half_a_row_lower_where_copy_goes_on_below_it(folder):
    host = story("host", "1-3", "1-30", body=han(300))
    lower = {}
    for last in (20, 30):
        guest = picture("p.png", "1-3", f"8-{last}", caption=han(9), fit="crop", with_="host")
        result = set_blocks(host, guest, folder=folder)
        grid = result.makeups[0].grid
        (rect,) = [frame.rect for frame in page_of(result).frames if frame.kind == "picture"]
        assert "P714" not in codes(result)
        lower[last] = rect.y1 - grid.row_top(last)
    assert lower == {20: grid.leading // 2, 30: 0}


def outside(result) -> list[str]:
    """The roles of lines of a picture that lie outside its place."""
    frame = page_of(result).frames[0].rect
    boxes = [(line.role, em_box(line)) for line in lines_of(result, "picture", "caption", "credit")]
    return [role for role, box in boxes if not (frame.y0 <= box.y0 and box.y1 <= frame.y1 and frame.x0 <= box.x0)]


@pytest.mark.parametrize("columns", ["1-2", "1-3"])
@pytest.mark.parametrize("count", [9, 30, 60])
@pytest.mark.parametrize("credit", ["江河摄", han(30)])
@pytest.mark.parametrize("at", ["below", "beside"])
def test_a_caption_and_a_credit_lie_in_the_place_of_a_picture_that_is_narrower(folder, at, credit, count, columns):
    """Shown whole, pictures are narrower than the place, and the more so the more lines their captions take."""
    Image.new("L", (HEIGHT, WIDTH), 128).save(folder / "high.png")
    keys = {"caption": han(count), "credit": credit, "caption_at": at, "fit": "whole"}
    for path in ("p.png", "high.png"):
        result = set_blocks(picture(path, columns, "2-12", **keys), folder=folder)
        assert lines_of(result, "picture", "credit")
        assert outside(result) == []


def test_a_caption_that_is_higher_than_its_whole_picture_is_told_and_not_set_over_it(folder):
    result = set_blocks(
        picture("p.png", "1-2", "2-20", caption=han(300), credit="江河摄", caption_at="over", fit="whole"),
        folder=folder,
    )
    assert "P511" in codes(result)
