"""Every output obeys one protocol: finished pages and options in, files and diagnostics out."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from paiban.cli import set as setting
from paiban.diagnostic import diagnose
from paiban.display import BLACK, Box, Picture, Rect
from paiban.engine import written
from paiban.output.model import File, Finished, Options, Output, Written
from paiban.output.table import OUTPUTS
from paiban.units import mm
from tests.support.colour import newsprint
from tests.support.issues import han, set_blocks, story
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, glyph_run, line_of, page_of

BEGINS = {"pdf": b"%PDF-", "png": b"\x89PNG", "plates": b"\x89PNG", "svg": b"<svg ", "json": b'{"pages"'}


def finished(*items, count: int = 1) -> Finished:
    drawn = items or (line_of([glyph_run(tiny_catalogue(), "新闻", mm(20), mm(30))]), Box(Rect(0, 0, 9, 9), BLACK))
    pages = tuple(page_of(drawn, number=number) for number in range(2, 2 + count))
    return Finished(pages, tiny_catalogue(), newsprint(), INFO)


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_gives_files_of_its_kind(name):
    output = OUTPUTS[name]
    files, found = output.write(finished(), Options(dpi=30))
    assert (output.name, output.suffix[0], found) == (name, ".", ())
    assert files
    assert all(file.data.startswith(BEGINS[name]) for file in files)
    assert len({file.part for file in files}) == len(files)


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_files_of_several_pages_can_be_told_apart(name):
    files, _ = OUTPUTS[name].write(finished(count=2), Options(dpi=30))
    assert len({file.part for file in files}) == len(files)
    if len(files) > 1:
        assert all(file.part.startswith(("-2", "-3")) for file in files)


@pytest.mark.parametrize("name", ["pdf", "png", "svg"])
def test_where_a_page_cannot_be_drawn_there_are_no_files(name, tmp_path):
    picture = Picture("p", str(tmp_path / "none.png"), Rect(0, 0, mm(20), mm(20)), (0, 0, 1, 1))
    files, found = OUTPUTS[name].write(finished(picture), Options(dpi=30))
    assert (files, [one.code for one in found]) == ((), ["P750"])


def test_the_facts_of_a_run_stand_beside_its_pages():
    (file,) = OUTPUTS["json"].write(finished(), Options(facts={"copyfit": [1]})).files
    assert json.loads(file.data)["copyfit"] == [1]


# ---- a result and an output ------------------------------------------------------------------------------------------


def count_pages(finished_: Finished, _options: Options) -> Written:
    return Written((File("", str(len(finished_.pages)).encode()),), (diagnose("P766", name="toy"),))


def test_a_new_output_is_one_value():
    result, files = written(
        set_blocks(story(columns="1", rows="1-60", body=han(300))), Output("toy", ".t", count_pages)
    )
    assert [file.data for file in files] == [b"1"]
    assert "P766" in [found.code for found in result.diagnostics]


def test_a_strict_output_makes_nothing_of_a_page_with_errors():
    over = set_blocks(story(columns="1", rows="1-10", body=han(500)))
    assert written(over, Output("toy", ".t", count_pages)) == (over, ())
    _, files = written(over, Output("toy", ".t", count_pages, strict=False))
    assert len(files) == 1


def test_every_output_is_offered_by_a_command():
    offered = {"pdf", *setting.INSTEAD} | {"png", "plates"}
    assert offered == set(OUTPUTS)


def test_the_list_of_outputs_loads_none_of_them():
    child = (
        "import sys, paiban.output.table\n"
        "heavy = ('reportlab', 'PIL', 'pypdfium2', 'paiban.output.pdf', 'paiban.output.svg', 'paiban.output.png')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
