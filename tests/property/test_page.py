"""What holds for any page: asserted from the display list of generated ones, in the real faces on both templates."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.display import Frame, Line
from paiban.engine import Result, with_pdf
from paiban.engine.house import USUAL
from paiban.engine.kit import Kit, load_kit
from paiban.engine.setting import set_pages
from paiban.makeup.frame.model import Placed
from paiban.output.json import page_data
from tests.support.copy_strategies import body_of, headlines, mixed_copy, real_copy
from tests.support.issues import briefs, copy_of, em_box, layout, overlap, read_blocks, story

BODY_ROLES = ("body", "brief", "crosshead", "byline")
GRIDS = {"broadsheet": (8, 96, 13), "tabloid": (6, 71, 11)}
"""Columns, rows and characters a column of the standard body."""


SPICES = {"box": "yes", "tint": "yes", "byline": "本报记者", "deck": "开发区开启高质量发展新征程"}


@cache
def kit() -> Kit:
    """Style sheet, press and the real faces, opened once."""
    found, problems = load_kit(read_blocks(story()), layout(), USUAL)
    assert found is not None, problems
    return found


def set_blocks(*blocks: dict[str, Any], **keys: Any) -> Result:
    return set_pages(read_blocks(*blocks, **keys), kit(), (), {})


@st.composite
def stories(draw, id_: str, columns: tuple[int, int], rows: tuple[int, int], measure: int) -> dict[str, Any]:
    """A story in a place, set in any way that the format allows, with copy for most of its room or too much."""
    wide = columns[1] - columns[0] + 1
    room = wide * measure * (rows[1] - rows[0] - 5)
    filled = draw(st.sampled_from([50, 80, 90, 95, 100, 110]))
    copy = body_of(draw(st.integers(0, 10**6)), room * filled // 100)
    keys: dict[str, Any] = {"headline": draw(headlines()), "body": copy, "weight": draw(st.integers(1, 5))}
    if draw(st.booleans()):
        keys["legs"] = draw(st.integers(max(1, wide - 2), wide))
    keys |= {key: value for key, value in SPICES.items() if draw(st.integers(0, 3)) == 0}
    return story(id_, f"{columns[0]}-{columns[1]}", f"{rows[0]}-{rows[1]}", **keys)


@st.composite
def pages(draw, **fixed: Any) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """A page of one to four stories and perhaps a rail, side by side and one above another."""
    template = draw(st.sampled_from(sorted(GRIDS)))
    count, depth, measure = GRIDS[template]
    cut = draw(st.integers(2, count - 2))
    across = [(1, cut), (cut + 1, count)]
    blocks = []
    for index, columns in enumerate(across):
        middle = draw(st.integers(15, 35))
        blocks.append(draw(stories(f"s{index}", columns, (1, middle), measure)))
        if draw(st.booleans()):
            blocks.append(draw(stories(f"t{index}", columns, (middle + 1, middle + 25), measure)))
    if draw(st.booleans()) and blocks[-1]["id"] == "s1":
        top = int(blocks[-1]["place"]["rows"].split("-")[1]) + 1
        items = draw(st.lists(real_copy(), min_size=1, max_size=4))
        blocks.append(briefs(*items, columns=f"{count}", rows=f"{top}-{depth}", label="简讯"))
    return blocks, {"template": template, **fixed}


def body_lines(result: Result) -> list[Line]:
    return [i for page in result.pages for i in page.items if isinstance(i, Line) and i.role in BODY_ROLES]


def placed(result: Result) -> list[Placed]:
    return [b for makeup in result.makeups for b in makeup.blocks if b.fit is not None]


EXAMPLES = settings(max_examples=20)


@EXAMPLES
@given(pages())
def test_every_body_baseline_is_on_the_grid(page):
    """Cross-heads aside, which stand nearer to what they head where there is a row of white above them."""
    blocks, keys = page
    result = set_blocks(*blocks, **keys)
    baselines = set(result.pages[0].baselines)
    lines = [line for line in body_lines(result) if line.role != "crosshead"]
    assert [copy_of(line) for line in lines if line.y not in baselines] == []


@EXAMPLES
@given(pages())
def test_every_justified_line_fills_exactly_its_measure(page):
    blocks, keys = page
    for item in set_blocks(*blocks, **keys).pages[0].items:
        if isinstance(item, Line) and item.justified:
            assert item.advance == item.measure, copy_of(item)


@EXAMPLES
@given(pages())
def test_no_body_line_is_wider_than_its_measure_and_only_a_last_one_or_one_that_is_told_is_narrower(page):
    blocks, keys = page
    result = set_blocks(*blocks, **keys)
    ragged = 0
    for line in body_lines(result):
        assert line.advance <= line.measure, copy_of(line)
        if line.role in ("body", "brief") and line.end < len(line.copy.value):
            assert line.advance == line.measure or not line.justified, copy_of(line)
            ragged += line.advance < line.measure
    assert [d.code for d in result.diagnostics].count("P419") == ragged


@EXAMPLES
@given(pages())
def test_legs_end_level_to_a_line_but_for_the_white_that_is_reported(page):
    blocks, keys = page
    for block in placed(set_blocks(*blocks, **keys)):
        if len({line.leg for line in block.lines}) < len(block.legs):
            assert len(block.lines) < len(block.legs)
            continue
        feet = [max(line.row for line in block.lines if line.leg == leg) for leg in range(len(block.legs))]
        white = sum(amount for name, amount in block.fit.levers if name == "white")
        assert max(feet) - min(feet) <= 1 + white, feet
        if not white:
            assert feet == sorted(feet, reverse=True)


@EXAMPLES
@given(pages())
def test_nothing_is_lost_and_what_finds_no_room_is_counted(page):
    blocks, keys = page
    result = set_blocks(*blocks, **keys)
    assert [d.code for d in result.diagnostics if d.code in ("P710", "P711", "P712")] == []
    for block in placed(result):
        left = {id(copy): start for copy, start in block.left_over}
        lines = [line for line in body_lines(result) if line.block == block.block.id]
        paragraphs_ = [p.text for p in (block.block.content.body if block.traits.leads else block.block.content.items)]
        if block.traits.leads:
            paragraphs_ += block.block.content.bylines
        unset = 0
        for copy in paragraphs_:
            ranges = [(line.start, line.end) for line in lines if line.copy is copy]
            assert all(a[1] == b[0] for a, b in pairwise(ranges))
            end = ranges[-1][1] if ranges else 0
            assert (ranges[0][0] if ranges else 0) == 0
            assert end == left.get(id(copy), len(copy.value))
            unset += sum(not character.isspace() for character in copy.value[end:])
        assert unset == block.fit.over_characters
        assert (unset > 0) == (block.fit.over_lines > 0)


@EXAMPLES
@given(pages())
def test_lines_stay_in_their_frame_and_never_overlap(page):
    blocks, keys = page
    result = set_blocks(*blocks, **keys)
    frames: dict[str, Frame] = {frame.block: frame for frame in result.pages[0].frames}
    boxes = [(i, em_box(i)) for i in result.pages[0].items if isinstance(i, Line) and i.block]
    for line, box in boxes:
        rect = frames[line.block].rect
        assert rect.x0 <= box.x0, copy_of(line)
        assert box.x1 <= rect.x1, copy_of(line)
        assert rect.y0 <= box.y0, copy_of(line)
        assert box.y1 <= rect.y1, copy_of(line)
    for (a, first), (b, second) in combinations(boxes, 2):
        assert not overlap(first, second), (copy_of(a), copy_of(b))


@EXAMPLES
@given(pages())
def test_a_cross_head_never_stands_at_a_legs_foot_where_a_lever_can_help(page):
    """Copy that leaves white can always help itself; full legs may have no way out, and then it shows in the report."""
    blocks, keys = page
    for block in placed(set_blocks(*blocks, **keys)):
        if block.fit.short_lines:
            for leg in {line.leg for line in block.lines}:
                last = max((line for line in block.lines if line.leg == leg), key=lambda line: line.row)
                assert last.role != "crosshead"


@EXAMPLES
@given(pages())
def test_headlines_follow_their_weights_limits(page):
    blocks, keys = page
    for block in placed(set_blocks(*blocks, **keys)):
        if block.head is not None:
            scale = (3, 4) if keys["template"] == "tabloid" else (1, 1)
            least, _, most = kit().style.headline_sizes[block.block.weight]
            assert least * scale[0] // scale[1] <= block.head.head.size <= most * scale[0] // scale[1]


def without_places_in_the_file(data: Any) -> Any:
    """Page data less the line and column of each line of type in its issue file."""
    if isinstance(data, dict):
        return {key: without_places_in_the_file(value) for key, value in data.items() if key not in ("line", "column")}
    return [without_places_in_the_file(item) for item in data] if isinstance(data, list) else data


@settings(max_examples=10)
@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(page, random):
    blocks, keys = page

    def shuffled(given_: dict[str, Any]) -> dict[str, Any]:
        names = list(given_)
        random.shuffle(names)
        return {name: shuffled(given_[name]) if isinstance(given_[name], dict) else given_[name] for name in names}

    first = set_blocks(*blocks, **keys)
    second = set_blocks(*[shuffled(block) for block in blocks], **shuffled(keys))
    one, two = (without_places_in_the_file(page_data(result.pages[0])) for result in (first, second))
    assert one == two
    assert with_pdf(first).pdf == with_pdf(second).pdf


@settings(max_examples=10)
@given(pages())
def test_the_same_page_set_twice_is_the_same(page):
    blocks, keys = page
    assert set_blocks(*blocks, **keys).pages == set_blocks(*blocks, **keys).pages


@pytest.mark.parametrize("template", sorted(GRIDS))
@settings(max_examples=15)
@given(body=st.one_of(real_copy(), mixed_copy()), rows=st.integers(14, 60), columns=st.integers(1, 4))
def test_vertical_stories_keep_their_promises(template, body, rows, columns):
    result = set_blocks(
        story("v", f"1-{columns}", f"2-{rows}", body=body, writing="vertical", weight=2), template=template
    )
    frame = result.pages[0].frames[0].rect if result.pages[0].frames else None
    lines = body_lines(result)
    for line in lines:
        box = em_box(line)
        assert line.vertical
        assert not line.justified or line.advance == line.measure
        assert frame.x0 <= box.x0
        assert box.x1 <= frame.x1
        assert frame.y0 <= box.y0
        assert box.y1 <= frame.y1
    for a, b in combinations(lines, 2):
        assert not overlap(em_box(a), em_box(b))
    if lines:
        assert "".join(copy_of(line) for line in lines) == body[: lines[-1].end]


@settings(max_examples=20)
@given(pages())
def test_nothing_that_is_drawn_is_hidden(page):
    blocks, keys = page
    hidden = [d for d in set_blocks(*blocks, **keys).diagnostics if "P713" <= d.code <= "P718"]
    assert [d.message("en") for d in hidden] == []
