"""绕排: copy that runs round a picture, a pull quote or a table inside its story, in both axes and by both breakers."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from paiban.display import Picture, Rect
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.engine.setting import set_pages
from paiban.makeup.frame.model import Leg, Obstacle
from paiban.makeup.frame.rack import Rack
from paiban.makeup.frame.runaround import notched
from paiban.output.json import page_data
from paiban.polygon import extent
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
    read_blocks,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
    tiny_kit,
)
from tests.support.pdf_text import seen_characters

EM = 9 * 12700
"""The body's em on a tabloid."""

BODY = "\n".join(han(97, start) + "。" for start in range(9))
HOST = story("host", "1-4", "1-40", weight=4, body=BODY)
QUOTE = {"id": "quote", "headline": han(4), "with": "host", "wrap": "box", "width": "36%", "side": "centre",
         "weight": 1, "place": place("2-3", "16-21")}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    Image.new("L", (1200, 900), 140).save(tmp_path / "p.png")
    cut = Image.new("RGBA", (600, 800), (0, 0, 0, 0))
    ImageDraw.Draw(cut).polygon([(300, 0), (600, 800), (0, 800)], fill=(90, 90, 90, 255))
    cut.save(tmp_path / "cut.png")
    return tmp_path


def drawn(columns="2", rows="12-22", **keys):
    return picture("p.png", columns, rows, with_="host", **{"wrap": "box", **keys})


def picture_rect(result):
    return next(item.rect for item in page_of(result).items if isinstance(item, Picture))


def copy_is_whole(result, block="host", body=BODY):
    return "".join(copy_of(line) for line in lines_of(result, block)) == body.replace("\n", "")


def measure_ends(result):
    return all(line.advance == line.measure for line in lines_of(result, "host") if line.justified)


def test_lines_beside_a_picture_are_as_long_as_it_leaves_them(folder):
    host = story("host", "1-2", "1-55", legs=1, body=BODY)
    result = set_blocks(host, drawn(rows="12-22"), folder=folder)
    assert "P501" not in codes(result)
    assert copy_is_whole(result)
    rect, lines = picture_rect(result), lines_of(result, "host")
    beside = [line for line in lines if rect.y0 < line.y < rect.y1]
    assert beside, "copy stands beside the picture"
    assert {line.measure % EM for line in beside} == {0}, "they hold whole characters"
    assert all(line.x + line.measure <= rect.x0 - 9 * 12700 for line in beside), "with an em of white"


def test_without_it_whole_legs_give_way(folder):
    host = story("host", "1-2", "1-40", legs=1, body=BODY)
    result = set_blocks(host, drawn(wrap="legs"), folder=folder)
    rect = picture_rect(result)
    assert not [line for line in lines_of(result, "host") if rect.y0 < line.y < rect.y1]


@pytest.mark.parametrize("side", ["left", "centre", "right"])
def test_what_is_narrower_than_its_place_stands_at_its_side(folder, side):
    result = set_blocks(HOST, drawn("2-3", width="40mm", side=side), folder=folder)
    rect, whole = picture_rect(result), picture_rect(set_blocks(HOST, drawn("2-3"), folder=folder))
    assert rect.width == 40 * PER_MM
    left, right = rect.x0 - whole.x0, whole.x1 - rect.x1
    assert {"left": left == 0, "right": right == 0, "centre": abs(left - right) <= 1}[side]
    assert copy_is_whole(result)


def test_a_leg_that_is_parted_keeps_its_wider_side(folder):
    host = story("host", "1-3", "1-40", legs=1, body=BODY)
    result = set_blocks(host, drawn("2", rows="10-20", width="50%", side="left"), folder=folder)
    rect = picture_rect(result)
    beside = [line for line in lines_of(result, "host") if rect.y0 < line.y < rect.y1]
    assert beside
    assert all(line.x > rect.x1 for line in beside)


def test_a_pull_quote_between_two_legs_takes_a_part_of_each():
    result = set_blocks(HOST, QUOTE)
    assert copy_is_whole(result)
    quote = next(frame.rect for frame in page_of(result).frames if frame.block == "quote")
    beside = [line for line in lines_of(result, "host") if quote.y0 < line.y < quote.y1]
    assert {line.leg for line in beside} == {0, 1, 2, 3}
    assert len({line.measure for line in beside}) > 1
    assert not any(overlap(em_box(line), quote) for line in lines_of(result, "host"))


def test_copy_runs_round_a_table_too():
    prices = {"id": "prices", "table": "菜 | 1.2\n瓜 | 3.4", "heads": 0, "with": "host", "wrap": "box", "width": "30mm",
              "place": place("2-3", "14-16")}  # fmt: skip
    result = set_blocks(story("host", "1-4", "1-40", legs=2, body=BODY), prices)
    assert copy_is_whole(result)
    frame = next(frame.rect for frame in page_of(result).frames if frame.block == "prices")
    assert not any(overlap(em_box(line), frame) for line in lines_of(result, "host"))
    assert len({line.measure for line in lines_of(result, "host")}) > 1


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_copy_runs_round_the_contour_of_a_cut_out(folder, writing):
    host = story("host", "1-4", "1-44", writing=writing, legs=2, body=BODY)
    cut = picture("cut.png", "2-3", "14-30", with_="host", wrap="contour")
    result = set_blocks(host, cut, folder=folder)
    assert copy_is_whole(result)
    item = next(item for item in page_of(result).items if isinstance(item, Picture))
    outline = tuple((y + item.rect.y0, x + item.rect.x0) for x, y in item.clip)
    inside = 0
    for line in lines_of(result, "host"):
        box = em_box(line)
        reach = extent((outline,), box.y0, box.y1)
        inside += overlap(box, item.rect)
        assert reach is None or box.x1 <= reach[0] or box.x0 >= reach[1], copy_of(line)
    assert inside, "copy stands where the picture is clear"


ROWS = 24
"""A picture of so many rows, so that points of its contour are told in rows."""


def edge_of(folder, points):
    """Where lines at the right of a contour begin, row by row, in em from the first row's."""
    Image.new("L", (800, 1206), 140).save(folder / "tall.png")
    host = story("host", "1-4", "1-40", headline=None, legs=1, body=BODY)
    shape = [[x, round(y / ROWS, 4)] for x, y in points]
    cut = picture("tall.png", "1-2", "6-29", with_="host", wrap="contour", contour=shape)
    lines = lines_of(set_blocks(host, cut, folder=folder), "host")
    beside = sorted({line.y: line.x for line in lines}.items())[6:27]
    return [(x - beside[0][1]) // EM for _, x in beside]


@pytest.mark.parametrize(("rows", "entered"), [(4, False), (6, True)])
def test_copy_follows_a_hollow_that_is_open_to_it_and_three_lines_high(folder, rows, entered):
    """A bite out of the right side, half as deep as the picture is wide; white takes a row of it at either end."""
    bite = [(1, 10), (0.5, 10), (0.5, 10 + rows), (1, 10 + rows)]
    edge = edge_of(folder, [(0, 0), (1, 0), *bite, (1, ROWS), (0, ROWS)])
    assert (min(edge) < -8) == entered


def test_copy_keeps_out_from_between_two_limbs(folder):
    limbs = edge_of(folder, [(0, 0), (0.2, 0), (0.2, 20), (0.8, 20), (0.8, 0), (1, 0), (1, ROWS), (0, ROWS)])
    assert min(limbs) == 0


def test_the_contour_may_be_written(folder):
    cut = drawn("2-3", "10-24", wrap="contour", contour=[[0, 0], [1, 0], [0, 1]])
    item = next(item for item in page_of(set_blocks(HOST, cut, folder=folder)).items if isinstance(item, Picture))
    assert item.clip == ((0, 0), (item.rect.width, 0), (0, item.rect.height))
    assert item.crop == (0, 0, 1, 1), "a cut-out is never cropped"


def test_a_picture_in_a_vertical_story_costs_its_own_area(folder):
    host = story("host", "1-4", "1-50", writing="vertical", legs=3, body=BODY * 2)
    result = set_blocks(host, drawn("2", "2-12", wrap="legs"), folder=folder)
    rect = picture_rect(result)
    below = [line for line in lines_of(result, "host") if rect.x0 < line.x < rect.x1]
    assert {line.leg for line in below} == {0, 1, 2}, "its own band goes on below it"
    assert not any(overlap(em_box(line), rect) for line in lines_of(result, "host"))


def test_an_initial_stands_beside_it(folder):
    host = story("host", "1-2", "1-40", legs=1, initial=3, headline=None, body=BODY)
    result = set_blocks(host, drawn("2", "2-10"), folder=folder)
    assert "P529" not in codes(result)
    (initial,) = lines_of(result, "host", "initial")
    rect = picture_rect(result)
    assert not any(overlap(em_box(line), rect) for line in [initial, *lines_of(result, "host")])
    assert not any(overlap(em_box(line), em_box(initial)) for line in lines_of(result, "host"))


def test_its_faults_are_told(folder):
    assert "P543" in codes(set_blocks(HOST, drawn(wrap="contour"), folder=folder))
    assert "P544" in codes(set_blocks(HOST, picture("p.png", "5", "1-9", wrap="box"), folder=folder))
    assert "P545" in codes(set_blocks(HOST, drawn("2", width="120mm"), folder=folder))
    assert "P144" in codes(set_blocks(HOST, {**QUOTE, "wrap": "contour"}))
    assert "P141" in codes(set_blocks(HOST, {**QUOTE, "width": "wide"}))
    assert "P142" in codes(set_blocks(HOST, {**QUOTE, "width": "40"}))
    assert "P146" in codes(set_blocks(HOST, {**QUOTE, "width": "300%"}))
    assert "P147" in codes(set_blocks(HOST, drawn(contour=[[0, 0], [1, 1]]), folder=folder))


def test_what_finds_no_room_is_an_error_with_its_place(folder):
    result = set_blocks(story("host", "1-2", "1-20", legs=1, body=BODY), drawn(rows="8-18"), folder=folder)
    assert "P501" in codes(result)
    placed = placed_of(result, "host")
    set_ = "".join(copy_of(line) for line in lines_of(result, "host"))
    (first, start), *rest = placed.left_over
    assert set_ + first.value[start:] + "".join(text.value for text, _ in rest) == BODY.replace("\n", "")


def test_the_scene_says_what_a_cut_out_shows(folder):
    result = set_blocks(HOST, drawn("2-3", wrap="contour", contour=[[0, 0], [1, 0], [0, 1]]), folder=folder)
    items = [item for block in page_data(page_of(result))["blocks"] for item in block["items"]]
    assert [len(item["clip"]) for item in items if item["item"] == "picture"] == [3]


def test_its_pdf_is_clean_and_reads_as_the_copy(folder):
    host = story("host", "1-4", "1-44", legs=2, body=BODY)
    result = with_pdf(set_real(host, picture("cut.png", "2-3", "14-30", with_="host", wrap="contour"), folder=folder))
    assert result.pdf, [d.code for d in result.diagnostics]
    (folder / "out.pdf").write_bytes(result.pdf)
    seen = "".join(character.text for character in seen_characters(result.pdf))
    assert BODY.replace("\n", "") in seen
    assert preflight_pdf(folder / "out.pdf", result.kit.press).diagnostics() == ()


def test_automatic_make_up_puts_it_into_its_story(folder):
    counts = (1500, 800, 600, 450, 300)
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in counts]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    guest = {"id": "guest", "picture": "p.png", "with": "s0", "wrap": "box", "width": "60%", "side": "right"}
    (folder / FILE).write_text(issue_text(*stories, guest), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    result = proposed.results[0]
    assert placed_of(result, "s0").place.holds(placed_of(result, "guest").place)
    assert copy_is_whole(result, "s0", bodies[0])


@pytest.mark.parametrize(
    ("taken", "notch"),
    [
        ((0, 30), (35, 0)),  # what makes no character is white at the side of the obstacle: 14½ em less 3 are 11
        ((90, 140), (0, 55)),
        ((20, 40), (45, 0)),  # the wider side
        ((0, 100), None),  # hardly any room
        ((200, 300), (0, 0)),
    ],
)
def test_a_row_is_left_whole_characters(taken, notch):
    tenth = EM // 10
    leg = Leg(0, 145 * tenth, (0,))
    cut = notched(leg, [Obstacle(0, 0, 0, 1, ((taken[0] * tenth, taken[1] * tenth),))], EM)
    if notch is None:
        assert cut is None
    else:
        assert cut.notches == (((notch[0] * tenth, notch[1] * tenth),) if any(notch) else ())


@cache
def kits():
    """The tiny face with each of the breakers."""
    kit = tiny_kit()
    optimal = kit.style._replace(composition=kit.style.composition._replace(breaker="optimal"))
    return {"greedy": kit, "optimal": kit._replace(style=optimal)}


@st.composite
def pages(draw):
    columns = draw(st.integers(2, 6))
    legs = draw(st.integers(1, columns))
    body = "\n".join(han(draw(st.integers(8, 220)), n) + "。" for n in range(draw(st.integers(1, 9))))
    if draw(st.booleans()):
        body = f"{body}\n## {han(4)}\n{han(60)}。"
    writing = draw(st.sampled_from(["horizontal", "vertical"]))
    host = story("host", f"1-{columns}", f"1-{draw(st.integers(30, 60))}", legs=legs, writing=writing, body=body)
    first = draw(st.integers(1, columns))
    last = draw(st.integers(first, columns))
    top = draw(st.integers(8, 20))
    guest = {"id": "quote", "headline": han(3), "with": "host", "wrap": "box", "weight": 1,
             "width": f"{draw(st.integers(30, 100))}%", "side": draw(st.sampled_from(["left", "centre", "right"])),
             "place": place(f"{first}-{last}", f"{top}-{top + draw(st.integers(3, 9))}")}  # fmt: skip
    return host, guest, body


@settings(max_examples=30, deadline=None)
@given(pages(), st.sampled_from(["greedy", "optimal"]))
def test_nothing_is_lost_and_nothing_overlaps_on_any_page(page, breaker):
    host, guest, body = page
    result = set_pages(read_blocks(host, guest), kits()[breaker]._replace(rack=Rack()), (), {})
    found = {d.code for d in result.diagnostics if d.severity == "error"}
    placed = [block for makeup in result.makeups for block in makeup.blocks if block.block.id == "host"]
    if not placed:
        assert found & {"P506", "P504"}
        return
    copy = "".join(line.prepared.copy.value[slice(*line.prepared.copy_range(line.line.first, line.line.last))]
                   for line in placed[0].lines)  # fmt: skip
    over = "".join(text.value[start:] for text, start in placed[0].left_over)
    assert copy + over == body.replace("\n## ", "").replace("\n", "").replace("## ", "")
    assert bool(over) == ("P501" in found)
    seats = [(line.leg, line.row) for line in placed[0].lines]
    assert len(seats) == len({*seats}), "no two lines in one row"
    assert seats == sorted(seats)
    if not result.pages:
        return
    frame: Rect = next(f.rect for f in page_of(result).frames if f.block == "quote")
    baselines = {*page_of(result).baselines}
    for line in lines_of(result, "host"):
        assert not overlap(em_box(line), frame)
        assert not line.justified or line.advance == line.measure
        assert line.vertical or line.role == "crosshead" or line.y in baselines
