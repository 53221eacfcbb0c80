"""``typeset proof``: the copy-fit over the page, and the plates beside it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

from paiban.cli.proof import fit_notes
from paiban.makeup.frame.model import Fit
from tests.support.issues import han, set_blocks, story, write_issue
from tests.unit.cli.conftest import BODY

DPI = ("--dpi", "30")
PLATES = ("C", "M", "Y", "K", "ink", "proof")


def opened(path: Path) -> Image.Image:
    """A picture, read to its end."""
    with Image.open(path) as picture:
        picture.load()
    return picture


def test_the_fit_is_laid_over_the_page(typeset, good, tmp_path):
    for name, words in (("plain.png", ()), ("fit.png", ("--overlay", "fit"))):
        assert typeset("proof", good, *DPI, "-o", tmp_path / name, *words).code == 0
    assert opened(tmp_path / "plain.png").tobytes() != opened(tmp_path / "fit.png").tobytes()


def test_a_note_says_what_the_report_says_and_whether_the_copy_fits():
    result = set_blocks(story(body="短。"))
    note = fit_notes(result, "en")["lead"]
    assert note.parts[:2] == ("lead", "2 col.")
    assert "lines short" in note.parts[4]
    assert not note.fits


def test_a_note_of_copy_that_fits():
    fit = Fit(block="a", columns=2, legs=2, lines=9, room=9, characters=99)
    notes = fit_notes(SimpleNamespace(makeups=[SimpleNamespace(fits=[fit], blocks=[])]), "zh")
    assert notes["a"].fits
    assert notes["a"].parts == ("a", "2 栏", "9 行", "99 字", "正好")


def test_a_note_of_copy_whose_feet_are_uneven_says_so():
    """The white of its cross-heads takes the lines that the first leg lacks."""
    lengths = (93, 51, 21, 47, 72, 55, 43, 69)
    body = "\n".join("## 天地\n" * (at in (0, 2)) + f"{han(count)}。" for at, count in enumerate(lengths))
    note = fit_notes(set_blocks(story(columns="1-3", rows="1-22", weight=2, body=body)), "zh")["lead"]
    assert note.parts[4].startswith("不齐底，差 4 行")
    assert not note.fits


def test_the_plates_stand_beside_the_proof(typeset, good, tmp_path):
    run = typeset("proof", good, *DPI, "--plates", "-o", tmp_path / "out.png")
    assert run.code == 0
    sizes = {name: opened(tmp_path / f"out-{name}.png").size for name in PLATES}
    assert set(sizes.values()) == {opened(tmp_path / "out.png").size}


def test_body_type_is_on_the_black_plate_alone(typeset, good, tmp_path):
    assert typeset("proof", good, *DPI, "--plates", "-o", tmp_path / "out.png").code == 0
    below_head = {name: opened(tmp_path / f"out-{name}.png") for name in "CMYK"}
    crops = {n: i.crop((0, i.height // 4, i.width, i.height)).getextrema() for n, i in below_head.items()}
    assert [crops[n] for n in "CMY"] == [(255, 255)] * 3
    assert crops["K"][0] < 200


def test_plates_need_files(typeset, good):
    run = typeset("proof", good, *DPI, "--plates", "-o", "-")
    assert run.code == 2
    assert "--plates" in run.err


def test_one_page_of_the_issue_has_the_name_asked_for_else_its_number_and_only_its_plates(typeset, tmp_path):
    page = (
        "  - page: {n}\n    section: 要闻\n    template: tabloid\n    stories:\n"
        "      - {{id: a{n}, headline: 春天, body: 天地人和。, place: {{columns: 1-2, rows: 1-5}}}}\n"
    )
    pages = "".join(page.format(n=n) for n in (1, 2))
    path = tmp_path / "issue.yaml"
    path.write_text(f"date: 2022-03-31\npages:\n{pages}", "utf-8")
    run = typeset("proof", path, *DPI, "--page", "2", "--plates", "-o", tmp_path / "out.png")
    assert run.code == 0, run.err
    written = {path.name for path in tmp_path.glob("*.png")}
    assert written == {"out.png", *(f"out-{name}.png" for name in PLATES)}
    assert typeset("proof", path, *DPI, "--page", "2").code == 0
    assert [path.name for path in tmp_path.glob("*-2.png")] == [f"{tmp_path.name}-2.png"]


@pytest.mark.parametrize("number", ["2-3", "2", "3"])
def test_a_spread_is_proved_by_the_number_that_its_file_says_or_by_either(typeset, tmp_path, number):
    path = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY), page="2-3")
    assert typeset("proof", path, *DPI, "--page", number, "-o", tmp_path / "out.png").code == 0
    assert typeset("proof", path, *DPI, "--page", "4", "-o", tmp_path / "out.png").code == 1
