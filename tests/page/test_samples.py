"""What the real page promises, asserted from the display list of both samples."""

from __future__ import annotations

from itertools import combinations, pairwise

from paiban.display import Box, Line, Page, Picture, Rule
from paiban.engine import Result
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from tests.page.conftest import result_of

FURNITURE = {"folio-number", "folio-section", "folio-info", "folio-credit"}
MAY_NOT_START = "。．？！，、；：”’」』）》〉】〗〕］｝–～·/／%％‰℃°"
MAY_NOT_END = "“‘「『（《〈【〖〔［｛$￥№◆"
"""Composition rule book, section 2, level gb."""

BODY = {"body", "brief", "crosshead", "byline"}


def lines(result: Result) -> list[tuple[Page, Line]]:
    return [(page, item) for page in result.pages for item in page.items if isinstance(item, Line)]


def body_lines(result: Result) -> list[tuple[Page, Line]]:
    return [(page, line) for page, line in lines(result) if line.role in BODY]


def test_nothing_is_wrong_with_it(sample):
    assert [d.code for d in sample.diagnostics if d.severity != "info"] == []


def test_nothing_is_wrong_with_the_page_of_pictures():
    assert [d.code for d in result_of("pictures").diagnostics if d.severity != "info"] == []


def test_every_story_fits_exactly(sample):
    assert [fit.block for makeup in sample.makeups for fit in makeup.fits if not fit.exact] == []


def test_every_body_baseline_of_a_story_is_on_the_grid(sample):
    off = [line.y for page, line in body_lines(sample) if line.role != "brief" and line.y not in page.baselines]
    assert off == []


def test_lines_of_a_brief_are_a_leading_apart_and_all_briefs_as_far_as_each_other(sample):
    leading = sample.makeups[0].grid.leading
    (briefs,) = [makeup_block for makeup_block in sample.makeups[0].blocks if makeup_block.block.kind == "briefs"]
    own = [line for _, line in body_lines(sample) if line.block == briefs.block.id]
    inside = {b.y - a.y for a, b in pairwise(own) if a.copy == b.copy}
    between = {b.y - a.y for a, b in pairwise(own) if a.copy != b.copy and a.leg == b.leg}
    assert inside == {leading}
    assert len(between) <= 1
    assert min(between, default=leading) >= leading


def test_every_justified_line_fills_exactly_its_measure(sample):
    assert [line for _, line in lines(sample) if line.justified and line.advance != line.measure] == []


def test_every_line_but_a_paragraphs_last_is_justified(sample):
    loose = [
        line.copy.value[line.start : line.end]
        for _, line in body_lines(sample)
        if line.role in ("body", "brief") and line.end < len(line.copy.value) and not line.justified
    ]
    assert loose == []


def test_no_line_is_longer_than_its_measure(sample):
    assert [line.copy.value for _, line in lines(sample) if line.advance > line.measure] == []


def test_the_legs_of_a_story_end_level_the_last_short(sample):
    for makeup in sample.makeups:
        for placed in makeup.blocks:
            if placed.traits.leads:
                feet = [max(p.row for p in placed.lines if p.leg == leg) for leg in range(len(placed.legs))]
                assert max(feet) - min(feet) <= 1, placed.block.id
                assert feet == sorted(feet, reverse=True), placed.block.id


def test_no_line_begins_or_ends_with_what_it_may_not(sample):
    for _, line in body_lines(sample):
        text = line.copy.value[line.start : line.end].strip()
        assert line.start == 0 or text[0] not in MAY_NOT_START, text
        assert line.end == len(line.copy.value) or text[-1] not in MAY_NOT_END, text


def test_no_last_line_of_a_paragraph_is_one_character(sample):
    last = [line for _, line in body_lines(sample) if line.role == "body" and line.end == len(line.copy.value)]
    assert [line.copy.value[line.start :] for line in last if line.start and line.end - line.start < 3] == []


def test_no_last_line_of_a_paragraph_stands_alone_at_a_legs_top(sample):
    for makeup in sample.makeups:
        for placed in makeup.blocks:
            if not placed.traits.leads:
                continue
            for leg, room in enumerate(placed.legs):
                first = next(p for p in placed.lines if p.leg == leg and p.row == room.rows[0])
                begins = first.line.first == 0
                ends = first.line.last == first.prepared.count
                assert begins or not ends, placed.block.id


def test_no_two_frames_overlap_but_a_picture_in_its_own_story(sample):
    for page, makeup in zip(sample.pages, sample.makeups, strict=True):
        hosts = {b.block.id: b.block.host for b in makeup.blocks if b.traits.guest}
        for a, b in combinations(page.frames, 2):
            apart = a.rect.x1 <= b.rect.x0 or b.rect.x1 <= a.rect.x0 or a.rect.y1 <= b.rect.y0 or b.rect.y1 <= a.rect.y0
            assert apart or hosts.get(b.block) == a.block or hosts.get(a.block) == b.block, (a.block, b.block)


def test_no_two_lines_of_type_overlap(sample):
    for page in sample.pages:
        boxes = [extent(item) for item in page.items if isinstance(item, Line)]
        for a, b in combinations(boxes, 2):
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a[4], b[4])


def extent(line: Line) -> tuple[int, int, int, int, str]:
    """The em boxes of a line, a little trimmed where faces touch."""
    size = max(run.size for run in line.runs)
    text = line.copy.value[line.start : line.end]
    if line.vertical:
        return (line.x - size // 2, line.y, line.x + size // 2, line.y + line.advance, text)
    return (line.x, line.y - size * 84 // 100, line.x + line.advance, line.y + size * 8 // 100, text)


def test_nothing_but_furniture_stands_outside_the_type_area(sample):
    for page in sample.pages:
        area = page.type_area
        for item in page.items:
            if isinstance(item, Line):
                if item.role not in FURNITURE:
                    x0, y0, x1, y1, text = extent(item)
                    slack = page.baselines[1] - page.baselines[0]
                    inside = area.x0 <= x0 and x1 <= area.x1 and area.y0 - slack <= y0 and y1 <= area.y1
                    assert inside, text
            elif isinstance(item, Box | Picture):
                rect = item.rect
                assert area.x0 <= rect.x0
                assert rect.x1 <= area.x1
                assert rect.y1 <= area.y1
            elif isinstance(item, Rule):
                assert area.x0 <= item.x0
                assert item.x1 <= area.x1
                assert item.y1 <= area.y1


def test_all_copy_is_drawn(sample):
    drawn: dict[int, list[tuple[int, int]]] = {}
    for _, line in lines(sample):
        drawn.setdefault(id(line.copy), []).append((line.start, line.end))
    for copy in issue_texts(sample.issue, KINDS.readings):
        ranges = sorted(drawn[id(copy)])
        assert ranges[0][0] == 0
        assert ranges[-1][1] == len(copy.value)
        assert all(a[1] == b[0] for a, b in pairwise(ranges)), copy.value


def test_headline_sizes_follow_weights(sample):
    for makeup in sample.makeups:
        heads = [(b.block.weight, b.head.head.size) for b in makeup.blocks if b.traits.leads and b.head]
        for (heavy, large), (light, small) in combinations(sorted(heads, reverse=True), 2):
            assert heavy == light or large > small
