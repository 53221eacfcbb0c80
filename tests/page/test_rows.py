"""The sample of tables, lists of names and paragraph styles: read back from its PDF leg by leg, nothing wrong in it."""

from __future__ import annotations

from functools import cache

from paiban.display import Line
from paiban.engine import with_pdf
from paiban.units import to_pt
from tests.page.conftest import result_of
from tests.support.pdf_text import Seen, seen_characters

SAMPLE = "tables"


@cache
def seen() -> tuple[Seen, ...]:
    return tuple(seen_characters(with_pdf(result_of(SAMPLE)).pdf, 0))


def lines_of(block: str, role: str) -> list[Line]:
    items = result_of(SAMPLE).pages[0].items
    return [item for item in items if isinstance(item, Line) and item.block == block and item.role == role]


def margin() -> float:
    """How far the trim lies from the left edge of the sheet, in points."""
    line = lines_of("prices", "table")[0]
    begin = next(i for i in range(len(seen())) if "".join(s.text for s in seen()[i : i + 3]) == line.words)
    return seen()[begin].x - to_pt(line.runs[0].xs[0])


def read_between(left: float, right: float) -> list[str]:
    """The rows of characters that stand between two edges, from the top, each from its left."""
    rows: dict[int, list[Seen]] = {}
    for one in seen():
        if left <= one.x - margin() <= right:
            rows.setdefault(round(10 * one.y), []).append(one)
    return ["".join(s.text for s in sorted(rows[y], key=lambda s: s.x)) for y in sorted(rows, reverse=True)]


def test_prices_are_read_back_row_by_row_in_every_leg():
    for leg in range(3):
        lines = [line for line in lines_of("prices", "table") if line.leg == leg]
        found = read_between(
            min(to_pt(line.x) for line in lines) - 1, max(to_pt(line.x + line.advance) for line in lines)
        )
        rows: dict[int, list[Line]] = {}
        for line in lines:
            rows.setdefault(line.y, []).append(line)
        wanted = ["".join(line.words for line in sorted(row, key=lambda line: line.x)) for row in rows.values()]
        assert [row for row in found if row in wanted] == wanted


def test_names_are_read_back_in_their_order():
    names = lines_of("honour", "names")
    assert len(names) == 180
    left, right = min(to_pt(n.x) for n in names) - 1, max(to_pt(n.x + n.advance) for n in names)
    assert "".join(name.words for name in names) in "".join(
        row for row in read_between(left, right) if "个）" not in row
    )


def test_nothing_is_wrong_with_it_but_what_the_page_has_too_little_of():
    found = {d.code for d in result_of(SAMPLE).diagnostics if d.severity != "info"}
    assert found <= {"P502", "P601", "P602"}


def test_decimals_stand_on_their_point():
    points = {
        (line.leg, x - min(other.x for other in lines_of("prices", "table") if other.leg == line.leg))
        for line in lines_of("prices", "table")
        for run in line.runs
        for text, x in zip(run.texts, run.xs, strict=True)
        if text == "."
    }
    assert len(points) == 3 * 4
