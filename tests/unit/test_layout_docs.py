"""Schemas and documentation of a paper's own files come from the tables that decode them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from paiban.cli.schema import FILES
from paiban.font.document import document as fonts_document
from paiban.font.file import FONTS
from paiban.grid import GridRect
from paiban.resources import resource_folder
from paiban.source import Record
from paiban.source.schema import reached
from paiban.template import Layout, PageForm
from paiban.template.document import document as layout_document
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import STYLE
from paiban.units import PER_MM

ROOT = Path(__file__).parents[2]
TOPS = {"template": TEMPLATE, "style": STYLE, "press": PRESS, "fonts": FONTS}
FOLDERS = {"template": "templates", "style": "styles", "press": "press"}
RECORDS = [record for top in TOPS.values() for record in (top, *reached([top]))]


def data(path: Path) -> Any:
    """A file as an editor sees it: keys are words."""
    return in_words(yaml.safe_load(path.read_text("utf-8")))


def in_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): in_words(part) for key, part in value.items()}
    return [in_words(part) for part in value] if isinstance(value, list) else value


def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(FILES[kind]())


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(FILES[kind]())


@pytest.mark.parametrize("kind", FOLDERS)
def test_what_came_along_fits_its_schema(kind: str) -> None:
    for path in sorted((resource_folder("layout") / FOLDERS[kind]).glob("*.yaml")):
        assert [error.message for error in validator(kind).iter_errors(data(path))] == []


def test_the_fonts_file_fits_its_schema() -> None:
    path = resource_folder("fonts") / "fonts.yaml"
    assert [error.message for error in validator("fonts").iter_errors(data(path))] == []


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("style", {"name": "a", "lines": {"thick": [0, 0, 0, 100]}}),
        ("style", {"name": "a", "colours": {"江蓝": "1pt"}}),
        ("style", {"name": "a", "costs": {"falt": 9}}),
        ("style", {"name": "a", "costs": {"通缝": -3}}),
        ("style", {"name": "a", "rules": {"widows": "fatal"}}),
        ("press", {"name": "a", "standard": "x1a", "condition": "b", "limits": {"tac_pecent": 150}}),
        ("press", {"name": "a", "standard": "x1a", "condition": "b", "limits": {"tac_percent": 900}}),
        ("fonts", {"faces": {"a": {"fil": "a.ttf"}}}),
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(kind: str, file: Any) -> None:
    assert not validator(kind).is_valid(file)


def test_names_of_a_papers_own_fit_the_schema() -> None:
    assert validator("style").is_valid({"name": "a", "colours": {"江蓝": [100, 50, 0, 0]}, "lines": {"江线": "3pt"}})


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_key_has_its_words_in_both_languages(record: Record) -> None:
    fields = record.fields
    assert [f.key for f in fields if not (f.key and f.zh and f.doc_zh and f.doc_en and f.kind.zh and f.kind.en)] == []
    spellings = [word for field in fields for word in dict.fromkeys((field.key, field.zh))]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_key_is_documented(record: Record) -> None:
    text = layout_document() + fonts_document()
    assert [field.key for field in record.fields if f"| `{field.key}` `{field.zh}` |" not in text
            and f"| `{field.key}` |" not in text] == []  # fmt: skip


def test_the_documentation_is_current() -> None:
    """``python -m paiban.template.document docs/layout.md``, and the same of ``paiban.font``, write it anew."""
    assert (ROOT / "docs" / "layout.md").read_text("utf-8") == layout_document()
    assert (ROOT / "docs" / "fonts.md").read_text("utf-8") == fonts_document()


def test_the_examples_of_the_documentation_are_sound(tmp_path: Path) -> None:
    style, press = (part.split("```")[0] for part in layout_document().split("```yaml\n")[1:3])
    for folder, text, load in (("styles", style, Layout.style), ("press", press, Layout.press)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.yaml").write_text(text, "utf-8")
        value, found = load(Layout(tmp_path), "mine")
        assert (value is not None, found) == (True, ())


@pytest.mark.parametrize(("column", "template"), [*enumerate(["broadsheet", "slim", "tabloid"])])
def test_the_sizes_of_adverts_stand_in_the_page_of_boards(column, template):
    """Every size that a template sells, and no other."""
    page = (ROOT / "docs/boards.md").read_text("utf-8")
    table = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", page, re.MULTILINE)
    listed = {name: sizes[column].partition("（")[0] for name, *sizes in table if sizes[column] != "—"}
    sold = data(resource_folder("layout") / "templates" / f"{template}.yaml")["adverts"]
    assert listed == {name: " × ".join(side.removesuffix("mm") for side in size) for name, size in sold.items()}


@pytest.mark.parametrize(("column", "template"), [*enumerate(["broadsheet", "slim", "tabloid"])])
def test_the_page_of_boards_gives_adverts_the_least_place_that_holds_them(column, template):
    """Below a row of white, as anywhere but at the head of a page."""
    page = (ROOT / "docs/boards.md").read_text("utf-8")
    table = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \| (.+) \|$", page, re.MULTILINE)
    places = {name: re.findall(r"（(\d+) × (\d+)）", sizes[column]) for name, *sizes in table}
    assert places["通栏"]
    for name, [(columns, rows)] in ((name, place) for name, place in places.items() if place):
        made, _ = Layout().template(template, None, PageForm(spread=name.startswith("跨版")))
        width, height = made.adverts[name]
        grid = made.grid(made.bodies[0])
        less, whole = (grid.width(GridRect(0, 0, int(columns) - back, 1)) for back in (1, 0))
        wide = less < width <= whole + PER_MM // 2
        high = grid.face_foot(int(rows) - 1) - grid.face_top(1) < height <= grid.face_foot(int(rows)) - grid.face_top(1)
        assert (wide, high) == (True, True), name


@pytest.mark.parametrize("template", ["broadsheet", "slim", "tabloid", "supplement"])
def test_the_page_of_boards_says_how_many_rows_a_page_has_with_a_running_head_and_without(template):
    page = (ROOT / "docs/boards.md").read_text("utf-8")
    [told] = re.findall(rf"^\| `{template}` .* \| (\d+)，(\d+) \|$", page, re.MULTILINE)
    made = [Layout().template(template, None, PageForm(head=head))[0] for head in ("template", "none")]
    assert told == tuple(str(each.grid(each.bodies[0]).rows) for each in made)
