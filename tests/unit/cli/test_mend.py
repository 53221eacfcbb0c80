"""``paiban mend``: an advert put right beside the original, and never a word of praise for what is no advert."""

from __future__ import annotations

import pikepdf
import pytest

from tests.unit.preflight.good_pdf import good


@pytest.fixture
def advert(tmp_path):
    path = tmp_path / "ad.pdf"
    path.write_bytes(good().finished())
    return path


def test_what_is_in_order_stays_as_it_is(typeset, advert):
    run = typeset("mend", advert, "--lang", "en")
    assert (run.code, run.out) == (0, f"{advert}: there is nothing to mend\n")
    assert [path.name for path in advert.parent.iterdir()] == ["ad.pdf"]


def test_a_trim_that_is_not_there_is_what_was_booked(typeset, advert):
    draft = good()
    del draft.page["/TrimBox"]
    draft.page["/MediaBox"] = pikepdf.Array([0, 0, 300, 300])
    advert.write_bytes(draft.finished())
    before = advert.read_bytes()
    run = typeset("mend", advert, "--size", "100mm", "100mm", "--lang", "en")
    assert run.code == 0
    assert advert.read_bytes() == before
    with pikepdf.open(advert.with_stem("ad-mended")) as mended:
        assert "/TrimBox" in mended.pages[0].obj


@pytest.mark.parametrize("size", [(637.7953, 170.0787), (311.81, 226.7717), (300, 300)])
def test_a_trim_of_what_is_drawn_lies_within_the_page(typeset, advert, size):
    """Pages in millimetres end within a pixel of what they are looked at in."""
    draft = good()
    del draft.page["/TrimBox"]
    draft.page["/MediaBox"] = pikepdf.Array([0, 0, *size])
    draft.draw("0 0 0 1 k 0 0 2000 2000 re f")
    advert.write_bytes(draft.finished())
    assert typeset("mend", advert, "--lang", "en").code == 0
    with pikepdf.open(advert.with_stem("ad-mended")) as mended:
        assert [float(edge) for edge in mended.pages[0].obj["/TrimBox"]] == [0, 0, *size]


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.4\nnothing", b"date: 2022-03-31\n", b"PK\x03\x04"])
def test_what_is_no_pdf_is_told_and_not_found_in_order(typeset, advert, data):
    advert.write_bytes(data)
    run = typeset("mend", advert, "--lang", "en")
    assert run.code == 1
    assert "error[P701]" in run.err or "error[P740]" in run.err
    assert run.out == ""


def test_a_file_that_is_not_there_is_told(typeset, tmp_path):
    run = typeset("mend", tmp_path / "none.pdf", "--lang", "en")
    assert run.code == 1
    assert f"error[P110]: there is no file {tmp_path / 'none.pdf'}" in run.err
