"""A page as data."""

from __future__ import annotations

from paiban.display import Rule
from paiban.output.json import page_data
from paiban.span import plain_text
from paiban.units import mm
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import glyph_run, line_of, page_of


def lines(*legs: int, block="lead"):
    catalogue = tiny_catalogue()
    return [line_of([glyph_run(catalogue, "新闻", mm(10 * leg), mm(30))], block=block, leg=leg) for leg in legs]


def test_lines_stand_by_story_and_leg_in_painting_order():
    items = [*lines(1, 2), *lines(1, block="other"), Rule(0, 0, 1, 1, 1), *lines(2)]
    stories = page_data(page_of(items))["stories"]
    assert [(s["id"], [len(leg["lines"]) for leg in s["legs"]]) for s in stories] == [("lead", [1, 2]), ("other", [1])]


def test_a_line_tells_its_place_in_mm_and_in_the_file():
    copy = plain_text("今日新闻", "issue.yaml", 14, 9)
    (line,) = lines(1)
    line = line._replace(copy=copy, start=2, end=4, advance=mm(7), measure=mm(8))
    (told,) = page_data(page_of([line]))["stories"][0]["legs"][0]["lines"]
    assert (told["x"], told["y"], told["advance"], told["measure"]) == (10.0, 30.0, 7.0, 8.0)
    assert (told["text"], told["line"], told["column"]) == ("新闻", 14, 11)


def test_the_page_tells_its_number_section_and_size():
    data = page_data(page_of(()))
    assert (data["page"], data["section"], data["width"], data["height"]) == (2, "时政", 100.0, 150.0)
