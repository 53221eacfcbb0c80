"""Parts of a story: portrait, logo, end mark, bylines, own size and rows, legs that differ, cross-heads at the side."""

from __future__ import annotations

from itertools import combinations

import pytest
from PIL import Image

from paiban.display import Box, Picture, Rule
from paiban.engine import with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.preflight import preflight_pdf
from paiban.units import PER_PT
from tests.support.issues import (
    FILE,
    codes,
    copy_of,
    em_box,
    han,
    issue_text,
    legs_of,
    lines_of,
    overlap,
    page_of,
    placed_of,
    set_blocks,
    set_real,
    story,
    tiny_fonts,
)

BODY = "\n".join(han(80, start) + "。" for start in range(6))
EM = 9 * PER_PT


@pytest.fixture
def folder(tmp_path):
    Image.linear_gradient("L").resize((600, 800)).save(tmp_path / "face.png")
    Image.new("L", (800, 400), 60).save(tmp_path / "logo.png")
    return tmp_path


def whole(result, block="lead", body=BODY):
    return "".join(copy_of(line) for line in lines_of(result, block, "body")) == body.replace("\n", "")


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("columns", ["1-2", "1-4"])
def test_a_portrait_stands_at_the_begin_of_the_copy(folder, writing, columns):
    result = set_blocks(
        story(columns=columns, rows="1-40", portrait="face.png", writing=writing, body=BODY), folder=folder
    )
    assert "P501" not in codes(result)
    assert whole(result)
    (item,) = [item for item in page_of(result).items if isinstance(item, Picture)]
    lines = lines_of(result, "lead", "body", "headline")
    assert abs(item.rect.width * 4 - item.rect.height * 3) < 4 * PER_PT, "as it is shaped"
    assert not any(overlap(em_box(line), item.rect) for line in lines)
    first = em_box(lines_of(result)[0])
    level = abs(first.y0 - item.rect.y0) if writing == "horizontal" else abs(first.x1 - item.rect.x1)
    assert level < EM


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_logo_stands_beside_the_head(folder, writing):
    result = set_blocks(story(columns="1-4", rows="1-30", logo="logo.png", writing=writing, body=BODY), folder=folder)
    (item,) = [item for item in page_of(result).items if isinstance(item, Picture)]
    (head,) = lines_of(result, "lead", "headline")
    assert not overlap(em_box(head), item.rect)
    assert not any(overlap(em_box(line), item.rect) for line in lines_of(result))
    frame = page_of(result).frames[0].rect
    assert (item.rect.x0 == frame.x0) if writing == "horizontal" else (item.rect.y0 < em_box(head).y0)
    assert abs(item.rect.width - 2 * item.rect.height) < PER_PT


LOGO_HEADS = {
    "above": {}, "partial": {"headline_form": "partial"}, "beside": {"headline_form": "vertical"},
    "upright": {"writing": "vertical"}, "alone": {"body": None}, "boxed": {"headline_form": "vertical", "box": "line"},
    "alone in a strip": {"body": None, "headline_form": "vertical"},
    "alone and upright": {"body": None, "writing": "vertical"},
}  # fmt: skip


@pytest.mark.parametrize("form", LOGO_HEADS)
def test_a_logo_stands_by_a_head_of_any_form(folder, form):
    keys = {"body": BODY, **LOGO_HEADS[form]}
    result = set_blocks(story(columns="2-4", rows="2-30", logo="logo.png", **keys), folder=folder)
    (item,) = [item for item in page_of(result).items if isinstance(item, Picture)]
    frame = page_of(result).frames[0].rect
    assert frame.x0 <= item.rect.x0 < item.rect.x1 <= frame.x1
    assert frame.y0 <= item.rect.y0 < item.rect.y1 <= frame.y1
    assert abs(item.rect.width - 2 * item.rect.height) < PER_PT, "as it is shaped"
    heads = lines_of(result, "lead", "headline")
    assert heads
    assert not any(overlap(em_box(line), item.rect) for line in (*heads, *lines_of(result)))
    before = item.rect.y1 <= min(em_box(line).y0 for line in heads)
    assert before if heads[0].vertical else item.rect.x1 <= min(em_box(line).x0 for line in heads)


@pytest.mark.parametrize("form", ["above", "vertical"])
def test_make_up_counts_a_logo(folder, form):
    (folder / FILE).write_text(
        issue_text(story(place=None, logo="logo.png", headline_form=form, body=BODY * 4),
                   *[story(f"s{i}", place=None, weight=2, body=BODY) for i in range(3)]), "utf-8"
    )  # fmt: skip
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    placed = next(p for p in proposed.results[0].makeups[0].blocks if p.block.id == "lead")
    assert placed.head is not None
    assert placed.fit.over_lines == 0


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("mark", ["square", "dot", "方块"])
def test_an_end_mark_follows_the_last_character(writing, mark):
    result = set_blocks(story(columns="1-3", rows="1-30", end_mark=mark, writing=writing, byline="编辑部", body=BODY))
    assert result.ok, [d.code for d in result.diagnostics]
    (box,) = [item for item in page_of(result).items if isinstance(item, Box) and item.block == "lead"]
    last = em_box(lines_of(result, "lead", "body")[-1])
    assert not any(overlap(em_box(line), box.rect) for line in lines_of(result)[:-2])
    assert (box.rect.y0 > last.y0 and box.rect.y1 < last.y1) or writing == "vertical"
    assert bool(box.radius) == (mark == "dot")


@pytest.mark.parametrize("align", ["", "end", "centre"])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("more", range(12))
def test_an_end_mark_stands_inside_the_measure(writing, align, more):
    """Also where the last line is full without it, whatever it ends with."""
    keys = {"align": align} if align else {}
    copy = "天" * (20 + more) + "。" * (more % 2)
    result = set_blocks(story(columns="1-1", rows="1-40", end_mark="square", writing=writing, body=copy, **keys))
    (box,) = [item for item in page_of(result).items if isinstance(item, Box) and item.block == "lead"]
    line = lines_of(result, "lead", "body")[-1]
    begin, end = (line.y, box.rect.y1) if writing == "vertical" else (line.x, box.rect.x1)
    frame = page_of(result).frames[0].rect
    assert end <= (frame.y1 if writing == "vertical" else frame.x1)
    assert begin + line.advance == end
    assert line.advance <= line.measure


def test_several_bylines_stand_one_below_the_other():
    names = ["本报记者", "通讯员", "编辑部"]
    result = set_blocks(story(columns="1-3", rows="1-24", byline=names, body=BODY))
    assert [copy_of(line) for line in lines_of(result, "lead", "byline")] == names
    head = set_blocks(story(columns="1-3", rows="1-24", byline=names, byline_at="head", body=BODY))
    lines = lines_of(head, "lead", "byline")
    assert [copy_of(line) for line in lines] == names
    assert [line.y for line in lines] == sorted({line.y for line in lines})
    assert all(line.y < lines_of(head, "lead", "body")[0].y for line in lines)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_story_has_a_size_and_rows_of_its_own(writing):
    result = set_blocks(story(columns="1-4", rows="1-50", copy_size="12pt", copy_rows=2, writing=writing, body=BODY))
    assert whole(result)
    assert "P549" not in codes(result)
    lines = lines_of(result)
    assert {run.size for line in lines for run in line.runs} == {12 * PER_PT}
    grid = placed_of(result).lines
    assert {line.row % 2 for line in grid} in ({0}, {1})
    if writing == "horizontal":
        assert {line.y for line in lines} <= {*page_of(result).baselines}, "on the page's grid"


def test_legs_may_differ():
    result = set_blocks(story(columns="1-4", rows="1-24", widths=[2, 1, 1], body=BODY))
    assert whole(result)
    wide, *narrow = legs_of(lines_of(result))
    columns = page_of(result).columns
    assert max(line.measure for line in wide) == columns[1][1] - columns[0][0]
    assert all(max(line.measure for line in leg) == columns[0][1] - columns[0][0] for leg in narrow)
    assert all(line.advance == line.measure for line in lines_of(result) if line.justified)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_cross_heads_stand_beside_what_they_head(writing):
    body = f"{han(60)}。\n## {han(4)}\n{han(90, 5)}。\n## {han(9, 3)}\n{han(90, 7)}。"
    result = set_blocks(story(columns="1-2", rows="1-40", legs=1, crosshead_at="side", writing=writing, body=body))
    assert "P548" not in codes(result)
    lines = lines_of(result)
    assert "".join(copy_of(line) for line in lines) == body.replace("\n## ", "").replace("\n", "")
    heads = [line for line in lines if line.role == "crosshead"]
    assert [copy_of(heads[0]), "".join(map(copy_of, heads[1:]))] == [han(4), han(9, 3)]
    assert len(heads) == 3, "the longer one on two lines"
    boxes = [em_box(line) for line in lines]
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
    for head in heads:
        axis = "x" if writing == "vertical" else "y"
        assert any(getattr(line, axis) == getattr(head, axis) for line in lines if line.role == "body")


def test_cross_heads_that_have_no_room_beside_stand_above():
    body = f"{han(60)}。\n## {han(9)}\n{han(5)}。"
    keys = {"copy_size": "12pt", "copy_rows": 2, "crosshead_at": "side"}
    result = set_blocks(story(columns="1", rows="1-60", body=body, **keys))
    assert "P548" in codes(result)
    (head,) = lines_of(result, "lead", "crosshead")[:1]
    assert not [line for line in lines_of(result, "lead", "body") if line.y == head.y]


def test_a_line_between_legs():
    plain = set_blocks(story(columns="1-3", rows="1-20", body=BODY))
    ruled = set_blocks(story(columns="1-3", rows="1-20", column_rule="thick", body=BODY))

    def upright(result):
        return [
            item
            for item in page_of(result).items
            if isinstance(item, Rule) and item.x0 == item.x1 and item.y0 < item.y1
        ]

    assert len(upright(ruled)) == len(upright(plain)) + 2


def rules_inside(result, block="lead"):
    """The rules of a page within the frame of a block."""
    grid = result.makeups[0].grid
    frame = grid.frame(placed_of(result, block).place)
    return [
        item
        for item in page_of(result).items
        if isinstance(item, Rule)
        and frame.x0 < min(item.x0, item.x1)
        and max(item.x0, item.x1) < frame.x1
        and frame.y0 + grid.leading < item.y0 < frame.y1
    ]


def test_a_line_lies_between_bands_of_vertical_lines_too():
    result = set_blocks(story(columns="1-4", rows="1-40", column_rule="thick", body=BODY, writing="vertical", legs=2))
    (rule,) = rules_inside(result)
    bands = legs_of(lines_of(result))
    above, below = (line for line in (bands[0][0], bands[1][0]))
    assert rule.y0 == rule.y1
    assert em_box(above).y1 < rule.y0 < below.y
    assert min(rule.x0, rule.x1) <= min(em_box(line).x0 for line in bands[0])
    assert max(rule.x0, rule.x1) >= max(em_box(line).x1 for line in bands[0]) - EM


@pytest.mark.parametrize(("writing", "guest"), [("horizontal", ("2-3", "20-27")), ("vertical", ("2", "19-29"))])
def test_a_line_between_legs_stops_at_what_copy_runs_round(writing, guest):
    """A pull quote over the gutter: the line stands on both sides of it and touches none of its ink."""
    columns, rows = guest
    quote = {
        "id": "quote",
        "headline": han(6),
        "with": "lead",
        "wrap": "box",
        "place": {"columns": columns, "rows": rows},
    }
    keys = {"column_rule": "thick", "writing": writing, "legs": 2, "body": "\n".join([BODY] * 3)}
    result = set_blocks(story(columns="1-4", rows="1-48", **keys), quote)
    assert not [d for d in result.diagnostics if d.code == "P716"]
    ink = result.makeups[0].grid.frame(placed_of(result, "quote").place)
    rules = rules_inside(result)
    assert len(rules) == 2
    for rule in rules:
        beside = max(rule.y0, rule.y1) <= ink.y0 or min(rule.y0, rule.y1) >= ink.y1
        apart = max(rule.x0, rule.x1) <= ink.x0 or min(rule.x0, rule.x1) >= ink.x1
        assert beside or apart


def test_rows_are_held_blank_before_a_stretch():
    body = f"{BODY}\n::: 落款 4\n{han(5)}\n{han(4)}\n:::"
    lines = placed_of(set_blocks(story(columns="1", rows="1-60", body=body))).lines
    rows = [line.row for line in lines]
    first = next(n for n, line in enumerate(lines) if line.role == "signature")
    assert rows[first] - rows[first - 1] == 5
    assert rows[first + 1] - rows[first] == 1


@pytest.mark.parametrize("columns", ["1", "1-2"])
@pytest.mark.parametrize("rows", [20, 40])
@pytest.mark.parametrize("copy", [9, 40, 80])
@pytest.mark.parametrize("held", [1, 2, 3])
def test_rows_are_held_blank_where_there_is_room_to_spare_too(columns, rows, copy, held):
    body = f"{han(copy)}\n::: 落款 {held}\n{han(5)}\n{han(4)}\n:::"
    lines = placed_of(set_blocks(story(columns=columns, rows=f"1-{rows}", body=body))).lines
    last, first, second = lines[-3:]
    assert first.leg != last.leg or first.row - last.row > held
    assert (second.leg, second.row) == (first.leg, first.row + 1)


def test_an_initial_that_has_no_room_beside_a_portrait_is_not_set_and_that_is_told(folder):
    keys = {"portrait": "face.png", "initial": 3, "body": BODY}
    narrow = set_blocks(story(columns="1-1", rows="1-40", **keys), folder=folder)
    assert "P529" in codes(narrow)
    wide = set_blocks(story(columns="1-3", rows="1-40", legs=1, **keys), folder=folder)
    assert "P529" not in codes(wide)
    for result in (narrow, wide):
        boxes = [em_box(line) for line in lines_of(result, "lead")]
        assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("widths", [[1, 2], [2, 1], [2, 1, 1], [1, 1, 2]])
def test_a_head_over_some_of_unlike_legs_keeps_to_them_and_the_legs_end_level(widths):
    result = set_blocks(
        story(
            columns=f"1-{sum(widths)}",
            rows="1-50",
            headline_form="partial",
            widths=widths,
            body=f"{BODY}\n{BODY}\n{han(80)}。",
        )
    )
    boxes = [em_box(line) for line in lines_of(result, "lead")]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    feet = [max(line.y for line in lines_of(result, "lead", "body") if line.leg == leg) for leg in range(len(widths))]
    leading = page_of(result).baselines[1] - page_of(result).baselines[0]
    assert max(feet) - min(feet) <= leading


def test_a_byline_wider_than_its_leg_is_parted_after_the_title_and_never_in_a_name():
    byline = "本报记者 天地人 通讯员 日月山"
    result = set_blocks(story(columns="1", rows="1-40", byline=byline, copy_size="18pt", copy_rows=2))
    words = [copy_of(line).split() for line in lines_of(result, "lead", "byline")]
    assert words == [["本报记者"], ["天地人"], ["通讯员"], ["日月山"]]


def test_a_frame_lies_over_the_tint_of_a_guest_at_its_corner():
    guest = {**story("链接", columns="3", rows="20-30", body=han(9)), "id": "guest", "with": "lead", "tint": True}
    page = page_of(set_blocks(story(columns="1-3", rows="1-30", box=True, body=BODY), guest))
    boxes = [item for item in page.items if isinstance(item, Box)]
    (frame,) = [order for order, box in enumerate(boxes) if box.stroke is not None]
    (tint,) = [order for order, box in enumerate(boxes) if box.fill is not None and box.block == "guest"]
    assert overlap(boxes[frame].rect, boxes[tint].rect)
    assert tint < frame


def test_lines_of_a_headline_may_differ_in_size():
    result = set_blocks(story(columns="1-4", rows="1-24", headline=f"[{han(4)}]{{70%}}|{han(6, 5)}", body=BODY))
    small, large = lines_of(result, "lead", "headline")
    assert abs(small.runs[0].size * 10 - large.runs[0].size * 7) < 10 * PER_PT
    assert not overlap(em_box(small), em_box(large))


def test_their_faults_are_told(folder):
    assert "P162" in codes(set_blocks(story(columns="1-4", widths=[2, 1])))
    assert "P206" in codes(set_blocks(story(portrait="gone.png"), folder=folder))
    assert "P225" in codes(set_blocks(story(column_rule="nobody")))
    assert "P144" in codes(set_blocks(story(end_mark="star")))
    assert "P549" in codes(set_blocks(story(columns="1-3", rows="1-40", copy_size="12pt", body=BODY)))
    assert "P555" in codes(set_blocks(story(columns="1-3", rows="1-40", copy_size="14pt", body=BODY)))
    (folder / "bad.png").write_bytes(b"\x89PNG nothing")
    assert {"P751", "P753"} & {d.code for d in set_blocks(story(logo="bad.png"), folder=folder).diagnostics}


KEYS = {"portrait": "face.png", "logo": "logo.png", "end_mark": "square", "byline": ["本报记者", "编辑部"],
        "byline_at": "head", "column_rule": "yes"}  # fmt: skip


def test_its_pdf_is_clean(folder):
    result = with_pdf(set_real(story(columns="1-4", rows="1-40", body=BODY, **KEYS), folder=folder))
    assert result.pdf, [d.code for d in result.diagnostics]
    (folder / "out.pdf").write_bytes(result.pdf)
    assert preflight_pdf(folder / "out.pdf", result.kit.press).diagnostics() == ()


def test_automatic_make_up_places_it(folder):
    counts = (1300, 900, 700, 450, 300)
    bodies = ["\n".join(han(count // 5, start) + "。" for start in range(5)) for count in counts]
    stories = [story(f"s{i}", place=None, weight=5 - i, body=body) for i, body in enumerate(bodies)]
    stories[0] |= KEYS
    (folder / FILE).write_text(issue_text(*stories), "utf-8")
    proposed = propose_issue(folder / FILE, Request(), house=House(tiny_fonts()))
    assert proposed.results, proposed.diagnostics
    assert whole(proposed.results[0], "s0", bodies[0])
