"""The layout folder: what came along holds the measures of the rule book, and a shop's own files are checked."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from paiban.display import Colour
from paiban.resources import resource_folder
from paiban.span import Span
from paiban.template import Body, Layout, PageTemplate
from paiban.template.table_style import BORDERS, COLOURS, LENGTHS, LINES, ROLES
from paiban.units import PER_MM, mm, pt, to_mm

LAYOUT = Layout()
SOURCES = Path(__file__).parents[2] / "src" / "paiban"


def template(name: str) -> PageTemplate:
    value, found = LAYOUT.template(name)
    assert value is not None, found
    return value


def type_width(page: PageTemplate, body: Body) -> int:
    return page.columns * body.column + (page.columns - 1) * body.gutter


def test_everything_that_came_along_is_sound() -> None:
    results = [LAYOUT.template(name) for name in LAYOUT.names("templates")]
    results += [LAYOUT.style(name) for name in LAYOUT.names("styles")]
    results += [LAYOUT.press(name) for name in LAYOUT.names("press")]
    assert [found for _, found in results] == [()] * len(results)
    assert all(value is not None for value, _ in results)


def test_the_broadsheet_is_eight_columns_of_thirteen() -> None:
    page = template("broadsheet")
    assert (page.width, page.height, page.columns) == (mm(390), mm(540), 8)
    body = page.bodies[0]
    assert (body.size, body.leading, body.column, body.gutter) == (pt(9), pt(13), 13 * pt(9), pt(9))
    assert type_width(page, body) == 111 * pt(9)


def test_the_broadsheets_type_area_is_350_by_490() -> None:
    page = template("broadsheet")
    for body in page.bodies:
        assert 350 <= to_mm(type_width(page, body)) <= 353
        assert 485 <= to_mm(page.grid_top + body.rows * body.leading - page.folio.top) <= 490


def test_the_tabloids_type_area_is_within_235_by_345() -> None:
    page = template("tabloid")
    assert (page.width, page.height) == (mm(270), mm(390))
    for body in page.bodies:
        assert 219 <= to_mm(type_width(page, body)) <= 235
        assert 335 <= to_mm(page.grid_top + body.rows * body.leading - page.folio.top) <= 345
    assert page.headline_scale == Fraction(3, 4)


@pytest.mark.parametrize(
    ("measure", "gutter", "column", "white"),
    [
        ("13", "1", 13 * pt(9), pt(9)),
        ("12.5", "1.5", pt(Fraction(225, 2)), pt(Fraction(27, 2))),
        ("13字", "1em", 13 * pt(9), pt(9)),
        ("40mm", "4mm", mm(40), mm(4)),
    ],
)
def test_a_column_and_a_gutter_in_characters_or_in_any_length(tmp_path: Path, measure, gutter, column, white) -> None:
    edit = ("measure: 13, gutter: 1", f"measure: {measure}, gutter: {gutter}")
    value, found = Layout(shop(tmp_path, "templates", "broadsheet", edit)).template("mine")
    assert found == ()
    assert value is not None
    grid = value.grid(value.bodies[0])
    assert (grid.column, grid.gutter, grid.span(2)) == (column, white, 2 * column + white)


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_a_template_is_centred(name: str) -> None:
    page = template(name)
    widest = max(type_width(page, body) for body in page.bodies)
    assert abs(page.width - widest - 2 * page.left) <= 1


@pytest.mark.parametrize("name", LAYOUT.names("templates"))
def test_all_bodies_of_a_template_have_one_type_area(name: str) -> None:
    """So an advert sold as columns of one is as wide at every other, and pages side by side have the same edges."""
    page = template(name)
    widths = [type_width(page, body) for body in page.bodies]
    assert max(widths) - min(widths) <= mm(Fraction(1, 10))


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_rows_fill_the_type_area_and_not_one_more(name: str) -> None:
    page = template(name)
    foot = {"broadsheet": mm(25), "tabloid": mm(Fraction(45, 2))}[name]
    for body in page.bodies:
        room = page.height - foot - page.grid_top
        assert body.rows * body.leading <= room < (body.rows + 1) * body.leading


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_the_slots_tile_the_page(name: str) -> None:
    page = template(name)
    for body in page.bodies:
        cells = [
            (column, row)
            for slot in page.slots
            if slot.body == body.name
            for column in range(slot.rect.column, slot.rect.end_column)
            for row in range(slot.rect.row, slot.rect.end_row)
        ]
        assert len(cells) == len(set(cells)) == page.columns * body.rows
        assert (max(c for c, _ in cells), max(r for _, r in cells)) == (page.columns - 1, body.rows - 1)


def test_a_slot_is_found_in_the_rows_of_a_body() -> None:
    page = template("broadsheet")
    standard, large = page.slot("lead", "standard"), page.slot("lead", "large")
    assert standard is not None
    assert large is not None
    assert (standard.rect.last_row, large.rect.last_row) == (42, 36)
    assert page.slot("ear", "standard") is None


@pytest.mark.parametrize(("name", "body"), [("", "standard"), ("auto", "standard"), ("large", "large"), ("huge", None)])
def test_a_body_setting_by_name(name: str, body: str | None) -> None:
    found = template("broadsheet").body(name)
    assert (found.name if found else None) == body


def test_headline_sizes_fall_with_the_weight() -> None:
    style, _ = LAYOUT.style("daily")
    assert style is not None
    sizes = [style.headline_sizes[weight] for weight in (5, 4, 3, 2, 1)]
    assert all(heavy[0] > light[2] for heavy, light in pairwise(sizes))


def test_the_styles_colours_stay_within_four_inks() -> None:
    style, _ = LAYOUT.style("daily")
    assert style is not None
    assert (style.colours["black"], style.colours["accent"]) == (Colour(0, 0, 0, 100), Colour(0, 100, 100, 0))


def test_every_name_that_the_engine_asks_for_is_declared() -> None:
    """Names are asked for by literal: they stand in the sources as ``length("box_inset")`` and the like."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(SOURCES.rglob("*.py")))
    patterns = (
        (LENGTHS, r'\blength\("([a-z_]+)"\)'),
        (LINES, r'\bweight\("([a-z_]+)"\)'),
        (LINES, r'\brule\([^\n]*"([a-z_]+)"\)'),
        (BORDERS, r'\bborder\("([a-z_]+)"\)'),
        (COLOURS, r'\bcolour\("([a-z_]+)"\)'),
        (ROLES, r'\b(?:style|size|leading)\("([a-z-]+)"'),
    )
    for record, pattern in patterns:
        asked = set(re.findall(pattern, text))
        assert asked, pattern
        assert asked <= {field.key for field in record.fields}


def test_a_press_carries_its_limits() -> None:
    press, found = Layout().press("newsprint")
    assert found == ()
    assert press is not None
    assert (press.standard, press.condition, press.limits.tac_percent) == ("x1a", "IFRA26", 220)


def test_a_name_that_is_not_there_lists_those_that_are() -> None:
    value, (found,) = Layout().template("berliner")
    assert value is None
    assert (found.code, dict(found.params)["known"]) == ("P209", "broadsheet, slim, supplement, tabloid")


@pytest.mark.parametrize("name", ["../press/newsprint", "", ".", "broadsheet.yaml", "/etc/passwd"])
def test_a_name_is_no_path(name: str) -> None:
    assert [d.code for d in Layout().template(name)[1]] == ["P209"]


def test_a_file_is_read_once() -> None:
    layout = Layout()
    assert layout.style("daily")[0] is layout.style("daily")[0]


def test_an_unknown_name_is_reported_where_it_was_written() -> None:
    span = Span("issue.yaml", 3, 8, 3, 14)
    assert LAYOUT.style("weekly", span)[1][0].span == span


# ---- a shop's own files ----------------------------------------------------------------------------------------------


def shop(tmp_path: Path, kind: str, original: str, *edits: tuple[str, str]) -> Path:
    """A layout folder with one file of ours, edited."""
    text = (resource_folder("layout") / kind / f"{original}.yaml").read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / kind).mkdir()
    (tmp_path / kind / "mine.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("bleed: 3mm", "bleeds: 3mm", "P130"),
        ("columns: 8", "columns: eight", "P140"),
        ("measure: 13", "measure: 3", "P139"),
        ("measure: 13", "measure: 10mm", "P146"),
        ("measure: 13", "measure: wide", "P141"),
        ("gutter: 1}       #", "gutter: -1}       #", "P139"),
        ("columns: 8", "columns: 8\ncolumns: 9", "P132"),
        ("width: 390mm", "width: 390", "P142"),
        ("width: 390mm", "width: 300mm", "P230"),
        ("grid_top: 50mm", "grid_top: 514mm", "P231"),
        ("columns: 6-8, top: 0%", "columns: 6-9, top: 0%", "P232"),
        ("top: 84%, foot: 100%", "top: 84%, foot: 80%", "P233"),
        ("top: 84%", "top: 84", "P140"),
        ("foot: 42%", "foot: 142%", "P139"),
        ("name: broadsheet\n", "", "P135"),
        ("folio: {top: 25mm, height: 22mm, mirrored: yes}", "folio: 22mm", "P134"),
    ],
)
def test_a_faulty_template(tmp_path: Path, old: str, new: str, code: str) -> None:
    value, found = Layout(shop(tmp_path, "templates", "broadsheet", (old, new))).template("mine")
    assert value is None
    assert {d.code for d in found} == {code}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("punctuation: jiya", "punctuation: jiy", "P144"),
        ("gap: 1/6", "gap: 2", "P139"),
        ("  black: [0, 0, 0, 100]", "  black: [0, 0, 100]", "P147"),
        ("  black: [0, 0, 0, 100]", "  black: [0, 0, 0, 101]", "P139"),
        ("colour: paper", "colour: rot", "P234"),
        ("[14pt, 15.5pt, 17.5pt]", "[15.5pt, 14pt, 17.5pt]", "P237"),
    ],
)
def test_a_faulty_style_sheet(tmp_path: Path, old: str, new: str, code: str) -> None:
    value, found = Layout(shop(tmp_path, "styles", "daily", (old, new))).style("mine")
    assert value is None
    assert {d.code for d in found} == {code}


def test_a_faulty_press(tmp_path: Path) -> None:
    folder = shop(tmp_path, "press", "newsprint", ("standard: x1a", "standard: x3"))
    assert [d.code for d in Layout(folder).press("mine")[1]] == ["P144"]


def test_a_left_margin_may_be_given(tmp_path: Path) -> None:
    folder = shop(tmp_path, "templates", "broadsheet", ("bleed: 3mm", "bleed: 3mm\nleft: 20mm"))
    value, _ = Layout(folder).template("mine")
    assert value is not None
    assert value.left == 20 * PER_MM
