"""A page as data."""

from __future__ import annotations

import json

from paiban.display import BLACK, Artwork, Box, Colour, Frame, Path, Picture, Rect, Rule
from paiban.output.json import page_data
from paiban.span import plain_text
from paiban.units import mm
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import glyph_run, line_of, page_of

PLACE = Rect(mm(10), mm(20), mm(40), mm(60))


def line(text="新闻", block="lead", **more):
    return line_of([glyph_run(tiny_catalogue(), text, mm(10), mm(30))], block=block, **more)


def items_of(*items, **more):
    (block,) = page_data(page_of(items, **more))["blocks"]
    return block["items"]


def test_blocks_hold_what_they_paint_in_painting_order():
    items = [Rule(0, 0, 1, 1, 1), Box(PLACE, block="lead"), line(), line(block="other"), Rule(0, 0, 1, 1, 1)]
    page = page_of(items)._replace(frames=(Frame("lead", "story", PLACE),))
    blocks = page_data(page)["blocks"]
    assert [(b["id"], b["kind"], [item["item"] for item in b["items"]]) for b in blocks] == [
        ("", "furniture", ["rule"]), ("lead", "story", ["box", "line"]), ("other", "furniture", ["line"]),
        ("", "furniture", ["rule"]),
    ]  # fmt: skip
    assert [b["rect"] for b in blocks] == [None, [10.0, 20.0, 40.0, 60.0], None, None]


def test_a_line_tells_its_place_in_mm_and_in_the_file():
    copy = plain_text("今日新闻", "issue.yaml", 14, 9)
    (told,) = items_of(line()._replace(copy=copy, start=2, end=4, advance=mm(7), measure=mm(8)))
    assert (told["x"], told["y"], told["advance"], told["measure"]) == (10.0, 30.0, 7.0, 8.0)
    assert (told["text"], told["start"], told["end"], told["line"], told["column"]) == ("新闻", 2, 4, 14, 11)


def test_a_run_tells_its_glyphs_and_the_copy_of_each():
    (told,) = items_of(line("新闻"))
    (run,) = told["runs"]
    assert (run["face"], run["size"], run["colour"], run["y"]) == ("tiny", 3.528, [0, 0, 0, 100], 30.0)
    assert run["x"] == [10.0, 13.528]
    assert (run["start"], run["end"], run["places"]) == (0, 2, [0, 1])
    assert run["glyphs"] == list(glyph_run(tiny_catalogue(), "新闻", 0, 0).glyphs)


def test_lines_boxes_and_ornaments_tell_their_weight_and_colour():
    rule = Rule(0, 0, mm(10), 0, mm(1), BLACK, (mm(2), mm(1)))
    box = Box(PLACE, fill=Colour(0, 0, 0, 10), stroke=BLACK, weight=mm(1), radius=mm(2))
    path = Path((("M", (0, 0)), ("L", (mm(1), mm(2))), ("Z", ())), BLACK)
    told = items_of(rule, box, path)
    assert told[0] == {
        "item": "rule", "ends": [0, 0, 10, 0], "weight": 1, "colour": [0, 0, 0, 100], "dash": [2, 1],
    }  # fmt: skip
    assert told[1] == {
        "item": "box", "rect": [10, 20, 40, 60], "fill": [0, 0, 0, 10], "stroke": [0, 0, 0, 100],
        "weight": 1, "radius": 2,
    }  # fmt: skip
    assert told[2] == {
        "item": "path", "steps": [["M", 0, 0], ["L", 1, 2], ["Z"]], "fill": [0, 0, 0, 100],
    }  # fmt: skip


def test_pictures_and_adverts_tell_their_files():
    told = items_of(Picture("p", "p.jpg", PLACE, (0, 0, 1, 0.5)), Artwork("p", "a.pdf", 3, PLACE))
    assert told == [
        {"item": "picture", "path": "p.jpg", "rect": [10, 20, 40, 60], "crop": [0, 0, 1, 0.5]},
        {"item": "artwork", "path": "a.pdf", "page": 3, "rect": [10, 20, 40, 60]},
    ]


def test_the_page_tells_its_number_section_size_and_faces():
    data = page_data(page_of([line()]))
    assert (data["page"], data["section"], data["width"], data["height"]) == (2, "时政", 100.0, 150.0)
    assert data["faces"] == ["tiny"]


def test_the_data_are_plain():
    data = page_data(page_of([line(), Box(PLACE), Rule(0, 0, 1, 1, 1)]))
    assert json.loads(json.dumps(data)) == data
