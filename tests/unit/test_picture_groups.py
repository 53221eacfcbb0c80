"""组图: pictures at a common height with captions of their own; round corners, bleed by side, a credit at the edge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image

from paiban.display import Box, Line, Picture
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.output.json import page_data
from paiban.preflight import preflight_pdf
from paiban.units import PER_MM
from tests.support.issues import (
    FILE,
    codes,
    copy_of,
    em_box,
    han,
    issue_text,
    lines_of,
    overlap,
    page_of,
    picture,
    place,
    placed_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

SIZES = {"a": (1600, 1000), "b": (900, 1200), "c": (1500, 1000), "d": (1300, 1000), "e": (1000, 1000)}
NAMES = [f"{name}.png" for name in SIZES]


@pytest.fixture
def folder(tmp_path):
    for name, size in SIZES.items():
        Image.new("L", size, 120).save(tmp_path / f"{name}.png")
    Image.new("1", (1800, 1000), 1).save(tmp_path / "line.png")
    Image.linear_gradient("L").resize((1600, 1000)).convert("RGB").quantize(12).save(tmp_path / "chart.png")
    return tmp_path


def group(rows="1-20", columns="1-6", **keys):
    return {"id": "group", "picture": NAMES[:3], "place": place(columns, rows), **keys}


def rects(result):
    return [item.rect for item in page_of(result).items if isinstance(item, Picture)]


def test_those_of_a_row_are_as_high_and_fill_their_place(folder):
    result = set_blocks(group(across=3), folder=folder)
    found = rects(result)
    frame = page_of(result).frames[0].rect
    assert len({(rect.y0, rect.y1) for rect in found}) == 1
    assert (found[0].x0, found[-1].x1) == (frame.x0, frame.x1)
    gaps = {b.x0 - a.x1 for a, b in pairwise(found)}
    assert len(gaps) == 1
    shapes = [width / height for width, height in (SIZES[name] for name in "abc")]
    widths = [rect.width for rect in found]
    assert all(abs(w / sum(widths) - s / sum(shapes)) < 1e-4 for w, s in zip(widths, shapes, strict=True))


def test_rows_come_from_the_place_or_the_editor(folder):
    def heights(**keys):
        return len({rect.y0 for rect in rects(set_blocks(group(picture=NAMES, **keys), folder=folder))})

    assert heights(rows="1-9") == 1
    assert heights(rows="1-60", columns="1-3") > 2
    assert heights(across=3) == 2
    assert heights(across=1, rows="1-70", columns="1-2") == 5


def test_shown_whole_none_is_cropped(folder):
    for keys in ({"fit": "whole"}, {"picture": ["a.png", "line.png"]}, {"picture": ["chart.png", "b.png"]}):
        result = set_blocks(group(**keys), folder=folder)
        items = [item for item in page_of(result).items if isinstance(item, Picture)]
        assert {item.crop for item in items} == {(0, 0, 1, 1)}
        assert not {"P505", "P537", "P562"} & {d.code for d in result.diagnostics}


def test_a_crop_that_nobody_asked_for_is_told_of_each(folder):
    result = set_blocks(group(rows="1-40", across=1), folder=folder)
    told = [d for d in result.diagnostics if d.code == "P562"]
    assert len(told) == 3
    assert [d.code for d in set_blocks(group(rows="1-40", across=1, fit="crop"), folder=folder).diagnostics
            if d.code == "P562"] == []  # fmt: skip


def test_one_caption_or_one_each_and_none_over_another(folder):
    parts = [{"picture": name, "caption": han(9, n)} for n, name in enumerate(NAMES)]
    result = set_blocks(group(picture=parts, across=3, caption=han(30), credit="江河摄"), folder=folder)
    lines = [item for item in page_of(result).items if isinstance(item, Line) and item.block == "group"]
    assert [copy_of(line) for line in lines] == [*(han(9, n) for n in range(5)), han(30), "江河摄"]
    boxes = [em_box(line) for line in lines]
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in [*boxes[:n], *rects(result)])
    for line, rect in zip(lines, rects(result), strict=False):
        assert (line.x, line.measure) == (rect.x0, rect.width)


def test_round_corners_are_cut_and_framed(folder):
    result = set_blocks(picture("a.png", "1-3", "1-16", corners="3mm", frame=True), folder=folder)
    item = next(item for item in page_of(result).items if isinstance(item, Picture))
    assert (0, 0) not in item.clip
    assert {min(x for x, _ in item.clip), max(x for x, _ in item.clip)} == {0, item.rect.width}
    middle = 3 * PER_MM
    corner = [(x, y) for x, y in item.clip if x < middle and y < middle]
    assert all(abs((middle - x) ** 2 + (middle - y) ** 2 - middle**2) < middle * 4 for x, y in corner)
    (frame,) = [item for item in page_of(result).items if isinstance(item, Box) and item.radius]
    assert frame.radius == middle


@pytest.mark.parametrize(
    ("bleed", "sides"),
    [("yes", {"right", "foot"}), ("right", {"right"}), (["foot", "left"], {"foot"}), (["右", "下"], {"right", "foot"})],
)
def test_a_picture_bleeds_at_the_sides_that_were_asked_for(folder, bleed, sides):
    result = set_blocks(picture("a.png", "4-6", "50-71", bleed=bleed, fit="crop"), folder=folder)
    (rect,), sheet = rects(result), placed_of(result, "picture")
    page = page_of(result)
    reached = {"left": rect.x0 < 0, "right": rect.x1 > page.width, "foot": rect.y1 > page.height}
    assert {side for side, there in reached.items() if there} == sides
    assert sheet.content.rect == rect


def test_the_head_bleeds_only_where_it_is_named(folder):
    plain = rects(set_blocks(picture("a.png", "1-6", "1-30", bleed=True, fit="crop"), folder=folder))[0]
    named = rects(set_blocks(picture("a.png", "1-6", "1-30", bleed=["top"], fit="crop"), folder=folder))[0]
    assert plain.y0 > 0 > named.y0


@pytest.mark.parametrize("keys", [{}, {"picture": NAMES[:2]}])
def test_the_credit_runs_along_the_edge(folder, keys):
    result = set_blocks({**picture("a.png", "1-3", "1-20", "one", caption=han(5)), "credit": han(6, 3),
                         "credit_at": "edge", **keys}, folder=folder)  # fmt: skip
    (credit,) = lines_of(result, "one", "credit")
    box, right = em_box(credit), max(rect.x1 for rect in rects(result))
    foot = max(rect.y1 for rect in rects(result))
    assert credit.vertical
    assert box.x0 > right
    assert box.x1 <= page_of(result).frames[0].rect.x1
    assert abs(box.y1 - foot) <= 1
    assert copy_of(lines_of(result, "one", "caption")[0]) == han(5)


def test_its_faults_are_told(folder):
    assert "P206" in codes(set_blocks(group(picture=["a.png", "gone.png"]), folder=folder))
    assert "P135" in codes(set_blocks(group(picture=[{"caption": "甲"}, "a.png"]), folder=folder))
    assert "P511" in codes(set_blocks(group(rows="1-3", across=1), folder=folder))
    assert "P144" in codes(set_blocks(picture("a.png", "1-2", "1-9", bleed="outside"), folder=folder))
    assert "P546" in codes(set_blocks(picture("a.png", "2-3", "20-30", bleed="left"), folder=folder))
    assert "P547" in codes(
        set_blocks(picture("a.png", "1-3", "1-6", credit=han(30), credit_at="edge", fit="crop"), folder=folder)
    )
    assert "P146" in codes(set_blocks(picture("a.png", "1-2", "1-9", corners="90mm"), folder=folder))


def test_programs_are_told_of_each(folder):
    result = set_blocks(group(), folder=folder)
    items = [item for block in page_data(page_of(result))["blocks"] for item in block["items"]]
    assert [item["path"].rpartition("/")[2] for item in items if item["item"] == "picture"] == NAMES[:3]


def test_its_pdf_is_clean(folder):
    parts = [{"picture": name, "caption": han(9, n)} for n, name in enumerate(NAMES)]
    result = with_pdf(set_real(group(picture=parts, corners="2mm", frame=True), folder=folder))
    assert result.pdf, [d.code for d in result.diagnostics]
    (folder / "out.pdf").write_bytes(result.pdf)
    assert preflight_pdf(folder / "out.pdf", result.kit.press).diagnostics() == ()


def test_automatic_make_up_places_it(folder):
    stories = [story(f"s{n}", place=None, weight=5 - n, body="\n".join(han(90, n + k) + "。" for k in range(6 - n)))
               for n in range(4)]  # fmt: skip
    free = {"id": "group", "picture": NAMES, "caption": han(12), "with": "s0"}
    (folder / FILE).write_text(issue_text(*stories, free), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    assert placed_of(proposed.results[0], "group").place
