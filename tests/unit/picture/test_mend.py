"""What can be put right in an advert's PDF without touching what it shows."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from paiban.picture import Mend, mended
from paiban.units import mm
from tests.unit.preflight.good_pdf import EDGE, SIDE, good

PT = 72 / 25.4
TRIM = [EDGE, EDGE, EDGE + SIDE, EDGE + SIDE]


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def trim_of(data: bytes) -> list[float]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [float(value) for value in pdf.pages[0].obj.TrimBox]


def without_trim(content: str = "") -> bytes:
    draft = good()
    del draft.page["/TrimBox"]
    draft.content = content or draft.content
    return draft.finished()


def test_a_file_without_fault_stays_byte_for_byte():
    data = good().finished()
    assert mended(data, Mend()) == (data, ())


def test_what_is_no_pdf_stays_as_it_is():
    assert mended(b"no PDF", Mend()) == (b"no PDF", ())


def test_the_trim_is_the_size_that_was_booked_in_the_middle_of_the_sheet():
    made = mended(without_trim(), Mend((mm(100), mm(100))))
    assert made.done == ("trim",)
    assert trim_of(made.data) == pytest.approx(TRIM, abs=0.01)


def test_a_page_exactly_as_large_as_was_booked_is_its_own_trim():
    side = SIDE / PT + 20
    made = mended(without_trim(), Mend((mm(side), mm(side + 0.3))))
    assert trim_of(made.data) == pytest.approx([0, 0, SIDE + 2 * EDGE, SIDE + 2 * EDGE], abs=0.01)


def test_without_a_booking_the_trim_is_what_is_drawn():
    made = mended(without_trim("0 0 0 1 k 100 120 60 40 re f"), Mend())
    assert trim_of(made.data) == pytest.approx([100, 120, 160, 160], abs=0.3)


@pytest.mark.parametrize("kind", ["Link", "Text", "Popup"])
def test_annotations_that_show_nothing_go(kind):
    draft = good()
    entries = {"Type": Name.Annot, "Subtype": Name("/" + kind), "Rect": Array([50, 50, 60, 60])}
    draft.page.Annots = Array([draft.pdf.make_indirect(Dictionary(**entries))])
    assert mended(draft.finished(), Mend()).done == ("annotations",)


def test_an_annotation_that_shows_something_stays():
    draft = good()
    entries = {"Type": Name.Annot, "Subtype": Name.Stamp, "Rect": Array([50, 50, 60, 60])}
    draft.page.Annots = Array([draft.pdf.make_indirect(Dictionary(**entries))])
    assert mended(draft.finished(), Mend()).done == ()


def test_an_empty_form_goes_and_one_with_fields_stays():
    draft = good()
    draft.root.AcroForm = Dictionary(Fields=Array([]))
    assert mended(draft.finished(), Mend()).done == ("form",)
    draft = good()
    draft.root.AcroForm = Dictionary(Fields=Array([Dictionary(T=String("a"))]))
    assert mended(draft.finished(), Mend()).done == ()


def test_an_owner_s_password_is_taken_off_and_a_user_s_is_not():
    def locked(user: str) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(good().finished())) as pdf:
            pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=user, R=3, aes=False, metadata=False))
        return out.getvalue()

    made = mended(locked(""), Mend())
    assert made.done == ("password",)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert not pdf.is_encrypted
    assert mended(locked("u"), Mend()).done == ()


@pytest.mark.parametrize(
    "box",
    [
        [EDGE, EDGE, EDGE + SIDE],
        [0, 0, 9999, 9999],
        [EDGE, EDGE, EDGE, EDGE + SIDE],
        [0, 0, SIDE + 2 * EDGE, SIDE + 2 * EDGE],
    ],
    ids=["three numbers", "out of the page", "without a width", "the sheet with its marks"],
)
def test_a_wrong_trim_is_set_by_what_was_booked(box):
    draft = good()
    draft.page.TrimBox = Array(box)
    made = mended(draft.finished(), Mend((mm(100), mm(100))))
    assert made.done == ("trim",)
    assert trim_of(made.data) == pytest.approx(TRIM, abs=0.01)


def test_of_two_finished_sizes_the_trim_stays():
    draft = good()
    draft.page.ArtBox = Array([0, 0, 50, 50])
    made = mended(draft.finished(), Mend())
    assert made.done == ("trim",)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert "/ArtBox" not in pdf.pages[0].obj
    assert trim_of(made.data) == pytest.approx(TRIM, abs=0.01)


def test_a_trim_of_another_size_than_was_booked_stays_it_is_another_advert():
    assert mended(good().finished(), Mend((mm(90), mm(90)))).done == ()
