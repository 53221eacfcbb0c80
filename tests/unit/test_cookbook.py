"""The cookbook and the gallery: what they show is what comes out, and the pages are those that the script writes."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from paiban.cli.new import BEGINNINGS
from paiban.diagnostic import Severity
from paiban.engine import Engine

DOCS = Path(__file__).parents[2] / "docs"
LARGEST = 25 * 1024

spec = importlib.util.spec_from_file_location("make", DOCS / "make.py")
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def test_every_recipe_sets_without_a_warning():
    engine = Engine(layout=make.LAYOUT)
    for recipe in make.recipes():
        result = engine.set_issue(make.SAMPLE / "daily" / "recipe.yaml", recipe.issue.encode())
        told = [found.message("en") for found in result.diagnostics if found.severity is not Severity.INFO]
        assert (recipe.wish.zh, told) == (recipe.wish.zh, [])


def test_there_are_sixty_wishes_each_with_its_picture():
    pictures = sorted((DOCS / "images" / "cookbook").glob("*.png"))
    assert len(make.recipes()) >= 60
    assert [picture.stem for picture in pictures] == [f"{n:02}" for n in range(1, len(make.recipes()) + 1)]
    assert max(picture.stat().st_size for picture in pictures) <= LARGEST


@pytest.mark.parametrize(("lang", "ending"), [("en", ".md"), ("zh", ".zh-CN.md")])
@pytest.mark.parametrize(("name", "page"), [("cookbook", make.cookbook), ("gallery", make.gallery)])
def test_a_page_is_the_one_that_the_script_writes(lang, ending, name, page):
    assert (DOCS / f"{name}{ending}").read_text("utf-8") == page(lang)


def test_the_gallery_shows_every_kind_of_page():
    assert make.SHOWN.keys() == {key for key, begin in BEGINNINGS.items() if begin.pages}
    for key in make.SHOWN:
        assert (DOCS / "images" / "gallery" / make.page_name(BEGINNINGS[key])).is_file()
