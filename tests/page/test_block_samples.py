"""The samples of single blocks: each sets without a warning and shows what it is to show."""

from __future__ import annotations

import pytest

from paiban.display import Line, Picture
from paiban.engine import set_issue
from paiban.polygon import extent
from tests.page.conftest import ISSUES, result_of
from tests.support.issues import em_box

NAMES = ("tables", "essay", "over", "classifieds")


def lines_of(name, block):
    return [
        item for page in result_of(name).pages for item in page.items if isinstance(item, Line) and item.block == block
    ]


def content_of(name, block):
    pages = result_of(name).issue.pages
    return next(found.content for page in pages for found in page.blocks if found.id == block)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_it(name):
    assert [d.code for d in result_of(name).diagnostics if d.severity != "info"] == []


def test_forty_prices_over_three_legs_stand_on_their_point():
    lines = [line for line in lines_of("tables", "prices") if line.role.startswith("table")]
    assert {line.leg for line in lines} >= {0, 1, 2}
    points: dict[tuple[int, int], set[int]] = {}
    prices = [line for line in lines if line.words.replace(".", "", 1).isdigit() and "." in line.words]
    assert len(prices) == 3 * 40
    for line in prices:
        run = line.body[0]
        points.setdefault((line.leg, run.xs["".join(run.texts).index(".")] // 36000), set()).add(
            run.xs["".join(run.texts).index(".")]
        )
    assert len(points) == 3 * 3, "one place a column and leg"
    assert {len(places) for places in points.values()} == {1}


def test_a_hundred_and_eighty_names_in_five_groups():
    names = content_of("tables", "honour")
    heads = [line for line in lines_of("tables", "honour") if "（" in line.words]
    assert len(heads) == 5
    assert sum(int(line.words.partition("（")[2].partition("个")[0]) for line in heads) == 180
    assert names


def test_sixty_classifieds_in_six_categories():
    smalls = content_of("classifieds", "smalls")
    assert [len(category.ads) for category in smalls.categories] == [10] * 6


def test_the_essay_follows_the_contour():
    (page,) = result_of("essay").pages
    item = next(item for item in page.items if isinstance(item, Picture))
    outline = tuple((item.rect.x0 + x, item.rect.y0 + y) for x, y in item.clip)
    measures = set()
    for line in lines_of("essay", "jar"):
        box = em_box(line)
        reach = extent((outline,), box.x0, box.x1)
        assert reach is None or box.y1 <= reach[0] or box.y0 >= reach[1], line.words
        measures.add(line.measure)
    assert len(measures) > 10, "each line is as long as the contour leaves it, in whole characters"


def test_the_same_copy_in_black_is_refused():
    text = (ISSUES / "over" / "issue.yaml").read_text("utf-8").replace("    字色: 纸白\n", "")
    assert "P717" in [d.code for d in set_issue(ISSUES / "over" / "issue.yaml", text).diagnostics]
