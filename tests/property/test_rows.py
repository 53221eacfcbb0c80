"""Tables, lists of names and paragraph styles of any shape lose nothing, overlap nowhere, and stand evenly."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paiban.display import Line
from paiban.engine import Result
from paiban.issue.fences import STYLES
from tests.support.issues import codes, han, page_of, place, placed_of, set_blocks, story

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

UNSETTABLE = {"P506", "P541"}
"""The place is too small or too narrow: nothing is drawn, and that is an error."""

numbers = st.decimals(-9999, 9999, places=2).map(str) | st.integers(-99, 999).map(str)
words = st.integers(1, 24).map(han)
signs = st.sampled_from(["—", "2:1", "98:101", "停市", "-3～5℃", "12.5%"])
cells = st.one_of(numbers, words, signs)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """A table of two to five columns; some rows head groups."""
    columns = draw(st.integers(2, 5))
    rows: list[list[str]] = [[han(2, column) for column in range(columns)]]
    for _ in range(draw(st.integers(1, 25))):
        group = draw(st.integers(0, 9)) == 0
        rows.append([draw(words)] if group else [draw(cells) for _ in range(columns)])
    return {"id": "block", "table": [*rows, [han(2)] * columns], **draw(frames)}


frames = st.fixed_dictionaries(
    {
        "place": st.builds(lambda width, rows: place(f"1-{width}", f"2-{rows}"), st.integers(2, 6), st.integers(8, 60)),
        "writing": st.sampled_from(["horizontal", "vertical"]),
        "legs": st.integers(1, 2),
    }
)


def copy_of(result: Result) -> Counter[str]:
    """What the lines of the block set, by piece of copy; heads said again aside."""
    drawn: dict[tuple[Any, ...], str] = {}
    for line in lines_of(result):
        if line.copy.file:
            key = (line.copy.value, line.copy.lines, line.copy.columns[:1])
            drawn[key] = drawn.get(key, "") + line.copy.value[line.start : line.end]
    return Counter(drawn.values())


def lines_of(result: Result) -> list[Line]:
    return [item for item in page_of(result).items if isinstance(item, Line) and item.block == "block"]


def texts_of(result: Result) -> Counter[str]:
    assert result.issue is not None
    (block,) = result.issue.pages[0].blocks
    return Counter(cell.text.value for cell in block.content.cells.cells)


@given(tables())
@FEW
def test_a_table_loses_nothing(keys):
    result = set_blocks(keys)
    found = set(codes(result))
    if found & UNSETTABLE:
        return
    left = Counter(copy.value for copy, _ in placed_of(result, "block").left_over)
    assert copy_of(result) + left == texts_of(result)
    assert bool(left) == ("P501" in found)
    assert found <= {"P501"}, found


@given(tables())
@FEW
def test_no_line_of_a_table_touches_another_and_its_rows_are_alike(keys):
    result = set_blocks(keys)
    if set(codes(result)) & UNSETTABLE:
        return
    by_row: dict[int, list[tuple[int, int]]] = {}
    for line in lines_of(result):
        along, across = (line.y, line.x) if line.vertical else (line.x, line.y)
        by_row.setdefault(across, []).append((along, along + line.advance))
    pitches = {row.pitch for row in placed_of(result, "block").content.rows}
    assert len(pitches) == 1
    for row in by_row.values():
        ordered = sorted(row)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


@given(st.lists(numbers, min_size=2, max_size=20), st.integers(1, 2))
@FEW
def test_figures_stand_on_their_unit(figures, legs):
    rows = [["品名", "价"], *([han(2), figure] for figure in figures)]
    result = set_blocks({"id": "block", "table": rows, "legs": legs, "place": place("1-4", "2-40")})
    units: dict[int, set[int]] = {}
    for line in lines_of(result):
        if line.words in figures:
            glyphs = [pair for run in line.runs for pair in zip(run.texts, run.xs, strict=True)]
            at = next((x for text, x in glyphs if text == "."), line.x + line.advance)
            units.setdefault(line.leg, set()).add(at)
    assert all(len(places) == 1 for places in units.values())


@given(
    st.lists(st.sampled_from([style.key for style in STYLES]), min_size=1, max_size=4),
    st.lists(st.integers(1, 40), min_size=4, max_size=12),
    st.sampled_from(["horizontal", "vertical"]),
    st.integers(8, 40),
)
@FEW
def test_a_body_in_any_styles_loses_nothing(styles, lengths, writing, rows):
    body = []
    for index, length in enumerate(lengths):
        if index % 3 == 0:
            body.append(f"::: {styles[index // 3 % len(styles)]}")
        body += [han(length, index) + "。", *([""] if length % 4 == 0 else [])]
    keys = story("block", "1-3", f"1-{rows}", writing=writing, body="\n".join(body))
    result = set_blocks(keys)
    if "P506" in codes(result):
        return
    left = "".join(copy.value[start:] for copy, start in placed_of(result, "block").left_over)
    drawn = "".join(line.copy.value[line.start : line.end] for line in lines_of(result) if line.role != "headline")
    assert drawn + left == "".join(line for line in body if line and not line.startswith(":"))
