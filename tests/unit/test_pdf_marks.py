"""Marks outside the trim."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from paiban.diagnostic import render_text
from paiban.output.model import DocumentInfo
from paiban.output.pdf import write_pdf
from paiban.output.pdf.marks import crop_marks, fold_marks, marks_reach
from paiban.output.png import render_page
from paiban.resources import resource_folder
from paiban.template import Layout
from paiban.units import mm
from tests.support.pdf_text import seen_characters
from tests.support.programs import run_program
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import PRESS, page_of

ALL = ("crop", "fold", "register", "colour_bar", "slug")
INFO = DocumentInfo("试报 2022-03-31 时政", "paiban", datetime(2022, 3, 31, 22, 45, tzinfo=UTC), paper="试报")


@pytest.fixture(scope="module")
def catalogue():
    return tiny_catalogue()


def written(catalogue, marks, bleed=0) -> bytes:
    data, found = write_pdf([page_of((), bleed=bleed)], catalogue, PRESS._replace(marks=marks), INFO)
    assert found == ()
    return data


def boxes(data: bytes) -> list[list[float]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [[float(v) for v in pdf.pages[0].obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")]


def test_without_marks_the_sheet_is_the_trim(catalogue):
    media, _, trim = boxes(written(catalogue, ()))
    assert media == trim


def test_with_marks_the_sheet_grows_and_the_trim_does_not(catalogue):
    media, _, trim = boxes(written(catalogue, ALL))
    nine = 9 * 72 / 25.4
    assert trim[2] - trim[0] == pytest.approx(100 * 72 / 25.4, abs=1e-3)
    assert [trim[0] - media[0], media[3] - trim[3]] == pytest.approx([nine, nine], abs=1e-3)


@pytest.mark.parametrize(("bleed", "reach"), [(0, 9), (mm(3), 9), (mm(5), 11)])
def test_marks_begin_at_the_offset_or_the_bleed(bleed, reach):
    assert marks_reach(PRESS._replace(marks=ALL), bleed) == mm(reach)


def test_crop_marks_stand_on_the_trims_edges_and_outside_it():
    marks = crop_marks(1000, 2000, 30, 80)
    assert len(marks) == 8
    for x0, y0, x1, y1 in marks:
        on_edge = x0 == x1 in (0, 1000) or y0 == y1 in (0, 2000)
        outside = max(x0, x1) <= -30 or min(x0, x1) >= 1030 or max(y0, y1) <= -30 or min(y0, y1) >= 2030
        assert on_edge
        assert outside


def test_fold_marks_stand_at_half_height():
    assert [(a, b) for _, a, _, b in fold_marks(1000, 2001, 30, 80)] == [(1001, 1001)] * 2


def test_marks_are_on_all_plates(catalogue):
    with pikepdf.open(io.BytesIO(written(catalogue, ("crop",)))) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.Reg
        content = pdf.pages[0].Contents.read_bytes()
    assert [str(v) for v in list(space)[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert b"/Reg CS 1 SCN" in content
    assert b" K\n" not in content


@pytest.mark.parametrize("bleed", [0, mm(3)])
def test_nothing_of_the_marks_lies_within_the_bleed(catalogue, bleed):
    image = render_page(written(catalogue, ALL, bleed), 0, 144).convert("L")
    margin = (marks_reach(PRESS._replace(marks=ALL), bleed) - bleed) * 144 // (36_000 * 25.4)
    inside = image.crop((margin + 1, margin + 1, image.width - margin - 1, image.height - margin - 1))
    assert inside.getextrema() == (255, 255)
    assert image.getextrema()[0] < 100


def test_the_slug_names_paper_date_page_and_section(catalogue, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(written(catalogue, ("slug",)))
    text = "".join(run_program("pdftotext", "-raw", path, "-").split())
    assert text == "试报2022-03-31第2版时政CMYK22:45"


def test_a_long_slug_ends_short_of_the_middle(catalogue):
    info = INFO._replace(paper="试报" * 40)
    data, _ = write_pdf([page_of(())], catalogue, PRESS._replace(marks=("slug",)), info)
    seen = seen_characters(data)
    assert len(seen) > 80
    assert max(s.x for s in seen) < (9 + 50 - 8) * 72 / 25.4


def press_with(folder, marks: str):
    """The newsprint press with other marks."""
    text = (resource_folder("layout") / "press" / "newsprint.yaml").read_text("utf-8")
    (folder / "press").mkdir()
    (folder / "press" / "mine.yaml").write_text(text.replace("\nmarks: []", f"\nmarks: {marks}"), "utf-8")
    return Layout(folder).press("mine")


@pytest.mark.parametrize("marks", ["[crop, fold, register, colour_bar, slug]", "[裁切线, 折线, 套准线, 色标, 信息行]"])
def test_a_press_names_marks_in_english_or_chinese(marks, tmp_path):
    press, found = press_with(tmp_path, marks)
    assert found == ()
    assert press.marks == ALL


def test_an_unknown_mark_is_told_where_it_stands_with_the_one_that_was_meant(tmp_path):
    press, (found,) = press_with(tmp_path, "[crop, color_bar]")
    assert press is None
    assert (found.code, found.span.column) == ("P144", len("marks: [crop, ") + 1)
    assert "colour_bar" in render_text([found], {}, "en").splitlines()[-1]
