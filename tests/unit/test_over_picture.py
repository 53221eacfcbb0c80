"""Type over a picture (压图): its place, its colour, its contour, and how well it stands out from the picture."""

from __future__ import annotations

from itertools import product

import pytest
from PIL import Image

from paiban.diagnostic import render_text
from paiban.display import PAPER, Box, Line, Path, Picture, Rule
from paiban.engine import read_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.preflight import preflight_pdf
from tests.support.issues import (
    FILE,
    briefs,
    codes,
    em_box,
    han,
    issue_text,
    layout,
    overlap,
    page_of,
    picture,
    place,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

DARK, LIGHT, MIDDLE = 20, 235, 95
CONTRAST = ("P717", "P731")


@pytest.fixture
def folder(tmp_path):
    for name, grey in (("dark", DARK), ("light", LIGHT), ("middle", MIDDLE)):
        Image.new("L", (1800, 1500), grey).save(tmp_path / f"{name}.png")
    return tmp_path


def over(folder, ground="dark", **keys):
    """A page with a headline alone over a picture."""
    head = {"id": "head", "headline": "春到青河", "place": place("1-4", "5-14"), "over": "big", **keys}
    return set_blocks(head, picture(f"{ground}.png", "1-6", "2-43", "big"), folder=folder)


def contrast(result):
    return [d.code for d in result.diagnostics if d.code in CONTRAST]


def test_it_is_painted_after_the_picture_though_it_stands_before_it_in_the_file(folder):
    result = over(folder, dress="outline")
    kinds = [type(item) for item in page_of(result).items if item.block in ("big", "head")]
    assert kinds[0] is Picture
    assert kinds[-1] is Line
    assert codes(result) == []
    assert result.ok


@pytest.mark.parametrize(
    ("ground", "keys", "expected"),
    [
        ("dark", {}, ["P717"]),
        ("dark", {"dress": "reverse"}, []),
        ("dark", {"colour": "paper"}, []),
        ("light", {}, []),
        ("light", {"dress": "reverse"}, ["P717"]),
        ("light", {"dress": "outline"}, []),
        ("dark", {"dress": "outline"}, []),
        ("dark", {"dress": "edge"}, []),
        ("middle", {}, ["P731"]),
        ("middle", {"dress": "edge"}, []),
        ("dark", {"dress": "tint"}, []),
        ("dark", {"tint": "yes"}, []),
        ("dark", {"dress": "bar"}, []),
    ],
)
def test_type_that_does_not_stand_out_is_refused_and_passes_when_it_is_mended(folder, ground, keys, expected):
    assert contrast(over(folder, ground, **keys)) == expected


def test_what_is_refused_says_what_to_do(folder):
    (found,) = [d for d in over(folder).diagnostics if d.code == "P717"]
    assert found.span.line > 0
    assert "dress: outline" in render_text([found], {}, "en")
    assert "题饰: 勾边" in render_text([found._replace(keys="zh")], {}, "zh")


def test_copy_over_a_picture_has_the_colour_that_it_is_given(folder):
    text = story("text", "1-2", "30-40", headline=None, over="big", colour="paper", body=han(50) + "。")
    rail = briefs(han(30) + "。", columns="4", rows="30-40", over="big", colour="paper")
    result = set_blocks(picture("dark.png", "1-6", "2-43", "big"), text, rail, folder=folder)
    assert contrast(result) == []
    runs = [run for item in page_of(result).items if isinstance(item, Line) for run in item.runs
            if item.block in ("text", "briefs")]  # fmt: skip
    assert {run.colour for run in runs} == {PAPER}


def test_a_place_that_leaves_the_picture_overlaps_it(folder):
    assert codes(over(folder, place=place("1-4", "1-14"))) == ["P203"]


def test_a_picture_that_is_not_there_is_told(folder):
    assert codes(over(folder, over="bog")) == ["P159"]


def test_no_story_bears_another(folder):
    _, found, _ = read_issue(folder / FILE, issue_text(story("a"), story("b", over="a")), layout())
    assert "P159" in [d.code for d in found]


def test_no_rules_and_no_rules_of_the_page_ask_after_it(folder):
    result = over(folder, dress="outline")
    assert not [d for d in result.diagnostics if d.code in ("P601", "P604", "P606", "P607", "P718")]
    page = page_of(result)
    assert not [
        item for item in page.items if isinstance(item, Rule) and not item.block and item.y0 > page.baselines[3]
    ]


def test_it_keeps_off_the_edges_of_its_picture_and_of_what_stands_along_them(folder):
    """As large as six columns let it be, over a picture with its credit along the right."""
    head = {"id": "head", "headline": "春到青河", "place": place("1-6", "5-30"), "over": "big", "dress": "outline"}
    result = set_blocks(head, picture("dark.png", "1-6", "2-43", "big", credit=han(3), credit_at="edge"), folder=folder)
    (ink,) = [item.rect for item in page_of(result).items if isinstance(item, Picture) and item.block == "big"]
    (line,) = [item for item in page_of(result).items if isinstance(item, Line) and item.block == "head"]
    box, em = em_box(line), result.makeups[0].grid.size
    assert box.width > ink.width // 2
    assert min(box.x0 - ink.x0, ink.x1 - box.x1) >= em // 2


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_automatic_make_up_puts_what_stands_on_a_picture_on_its_ink_one_beyond_another(folder, writing):
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in (1200, 900, 700, 500, 300)]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    big = {"id": "big", "picture": "dark.png", "caption": han(9)}
    head = {"id": "head", "kicker": han(6), "headline": "春到青河", "over": "big", "dress": "reverse"}
    copy = {"id": "copy", "body": han(40) + "。", "over": "big", "colour": "paper"}
    (folder / FILE).write_text(issue_text(head, copy, big, *stories, writing=writing), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    assert contrast(result) == []
    (ink,) = [item.rect for item in page_of(result).items if isinstance(item, Picture) and item.block == "big"]
    boxes = {
        id_: [em_box(i) for i in page_of(result).items if isinstance(i, Line) and i.block == id_]
        for id_ in ("head", "copy")
    }
    for box in (*boxes["head"], *boxes["copy"]):
        assert (ink.x0 <= box.x0, ink.y0 <= box.y0) == (True, True)
        assert (box.x1 <= ink.x1, box.y1 <= ink.y1) == (True, True)
    assert not any(overlap(one, other) for one in boxes["head"] for other in boxes["copy"])


def test_its_pdf_is_clean_and_holds_its_words_once(folder):
    head = {"id": "head", "headline": "春到青河", "place": place("1-4", "5-14"), "over": "big", "dress": "outline"}
    result = set_real(head, picture("dark.png", "1-6", "2-43", "big"), folder=folder)
    assert not [d for d in result.diagnostics if d.severity == "error"], result.diagnostics
    pdf = with_pdf(result).pdf
    assert not [d for d in preflight_pdf(pdf, result.kit.press).diagnostics() if d.severity == "error"]
    contours = [item for item in page_of(result).items if isinstance(item, Path) and item.weight]
    assert len(contours) == len("春到青河")
    assert not [item for item in page_of(result).items if isinstance(item, Box) and item.block == "head"]


BUSY = {
    "head": (0, 0, 1800, 750),
    "foot": (0, 750, 1800, 1500),
    "left": (0, 0, 900, 1500),
    "right": (900, 0, 1800, 1500),
}
"""The half of a dark picture that is full of light spots."""


@pytest.fixture(params=BUSY)
def half_busy(request, folder):
    busy = BUSY[request.param]
    image = Image.new("L", (1800, 1500), DARK)
    for x, y in product(range(busy[0], busy[2], 30), range(busy[1], busy[3], 30)):
        image.paste(LIGHT, (x, y, x + 20, y + 20))
    image.save(folder / "half.png")
    return folder


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_automatic_make_up_puts_type_where_the_picture_lets_it_be_read(half_busy, writing):
    """Paper white on a picture of which one half is plain: the head stands there, whichever half it is."""
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in (1200, 900, 700, 500, 300)]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    big = {"id": "big", "picture": "half.png", "caption": han(9), "columns": 5}
    head = {"id": "head", "headline": "春到青河", "over": "big", "dress": "reverse"}
    (half_busy / FILE).write_text(issue_text(head, big, *stories, writing=writing), "utf-8")
    proposed = propose_issue(half_busy / FILE, Request(), house=House(tiny_fonts()))
    assert contrast(proposed.results[0]) == []


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize(
    ("columns", "bleed", "off"),
    [
        ("1-2", None, True),
        ("5-6", None, True),
        ("3-4", None, False),
        ("1-2", ["left"], False),
        ("1-2", ["right"], True),
    ],
)
def test_copy_at_the_edge_of_a_picture_keeps_the_white_of_a_box(folder, columns, bleed, off, writing):
    """In the middle of a picture it has its columns whole, and so where the picture runs off the page beside it."""
    text = story("text", columns, "5-20", headline=None, over="big", colour="paper", body=han(200) + "。", legs=2)
    result = set_blocks(
        {**text, "writing": writing},
        picture("dark.png", "1-6", "2-43", "big", fit="crop", **({"bleed": bleed} if bleed else {})),
        folder=folder,
    )
    assert codes(result) in ([], ["P502"])
    inset = result.makeups[0].grid.size * 3 // 4
    frame = next(frame.rect for frame in page_of(result).frames if frame.block == "text")
    boxes = [em_box(item) for item in page_of(result).items if isinstance(item, Line) and item.block == "text"]
    white = frame.x1 - max(box.x1 for box in boxes)
    assert (white >= inset) == off
