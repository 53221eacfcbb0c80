"""Adverts: somebody's page inside ours."""

from __future__ import annotations

import contextlib
import io
from decimal import Decimal
from functools import cache as cache_result
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from paiban.diagnostic import render_text
from paiban.display import Artwork, Rect
from paiban.output.pdf import write_pdf
from paiban.output.pdf.form import pack_form, unpack_form
from paiban.output.pdf.read_form import FormError, read_form
from paiban.output.png import render_page
from paiban.span import Span
from paiban.units import mm, pt, to_mm
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, page_of

RECT = Rect(mm(10), mm(20), mm(60), mm(45))
SPAN = Span("issue.yaml", 7, 13, 7, 20)
INKS = {"lower left": "0 1 1 0 k 0 0 50 25 re f", "upper right": "1 0 0 0 k 50 25 50 25 re f"}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def catalogue():
    return tiny_catalogue()


def advert(path: Path, *, content: str = "\n".join(INKS.values()), **entries) -> Path:
    """A PDF of one page, 100 × 50 pt: red in its lower left quarter, cyan in its upper right."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    page.Contents = pdf.make_stream(content.encode())
    for key, value in entries.items():
        page.obj["/" + key] = value
    pdf.save(path)
    return path


def placed(catalogue, path, press=PRESS, page=1, rect=RECT):
    return write_pdf([page_of([Artwork("ad", str(path), page, rect, SPAN)])], catalogue, press, INFO)


CORNERS = {
    "upper left": (0.1, 0.12), "upper right": (0.9, 0.12), "lower left": (0.1, 0.88), "lower right": (0.9, 0.88),
}  # fmt: skip
"""A place within each quarter of the advert, as shares of its width and height."""


def colours(data: bytes, rect: Rect = RECT) -> dict[str, str]:
    """What is in the four quarters of the advert's place, by eye: a corner's dominant ink."""
    image = render_page(data, 0, 144)
    unit = 144 / 25.4
    found = {}
    for name, (across, down) in CORNERS.items():
        x, y = to_mm(rect.x0) + across * to_mm(rect.width), to_mm(rect.y0) + down * to_mm(rect.height)
        red, green, blue = image.getpixel((round(x * unit), round(y * unit)))
        found[name] = "paper" if min(red, green, blue) > 230 else "red" if red > blue else "cyan"
    return found


UPRIGHT = {"upper left": "paper", "upper right": "cyan", "lower left": "red", "lower right": "paper"}


def test_an_advert_fills_its_place_and_stands_upright(catalogue, tmp_path):
    data, found = placed(catalogue, advert(tmp_path / "ad.pdf"))
    assert found == ()
    assert colours(data) == UPRIGHT
    image = render_page(data, 0, 144).convert("L").point(lambda v: 255 * (v < 240))
    box = [v / 144 * 25.4 for v in image.getbbox()]
    assert box == pytest.approx([10, 20, 60, 45], abs=0.3)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (90, {"upper left": "red", "upper right": "paper", "lower left": "paper", "lower right": "cyan"}),
        (180, {"upper left": "paper", "upper right": "red", "lower left": "cyan", "lower right": "paper"}),
        (270, {"upper left": "cyan", "upper right": "paper", "lower left": "paper", "lower right": "red"}),
    ],
)
def test_a_turned_page_shows_as_its_reader_sees_it(catalogue, tmp_path, turn, expected):
    path = advert(tmp_path / "ad.pdf", Rotate=turn)
    rect = RECT if turn == 180 else Rect(mm(10), mm(20), mm(35), mm(70))
    assert colours(placed(catalogue, path, rect=rect)[0], rect) == expected


def test_an_advert_keeps_its_proportion_in_the_middle_of_its_place(catalogue, tmp_path):
    """Twice as wide as high in a square of 50 mm: half the height, a quarter of it white above and below."""
    rect = Rect(mm(10), mm(20), mm(60), mm(70))
    data, _ = placed(catalogue, advert(tmp_path / "ad.pdf"), rect=rect)
    assert colours(data, Rect(mm(10), mm(32.5), mm(60), mm(57.5))) == UPRIGHT
    assert set(colours(data, rect).values()) == {"paper"}


def test_only_the_trim_is_placed(catalogue, tmp_path):
    path = advert(tmp_path / "ad.pdf", TrimBox=Array([0, 0, 50, 25]))
    assert set(colours(placed(catalogue, path)[0]).values()) == {"red"}


def test_content_in_pieces_is_joined(catalogue, tmp_path):
    path = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    page.obj.Contents = Array([pdf.make_stream(ink.encode()) for ink in INKS.values()])
    pdf.save(path)
    assert colours(placed(catalogue, path)[0]) == UPRIGHT


def form_of(data: bytes, look):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (form,) = dict(pdf.pages[0].Resources.XObject).values()
        return look(form)


def test_its_resources_come_with_it_as_they_are(catalogue, tmp_path):
    path = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    shared = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, LW=Decimal("0.125")))
    inner = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.FormXObject, BBox=Array([0, 0, 1, 1]))
    page.obj.Resources = Dictionary(ExtGState=Dictionary(A=shared, B=shared), XObject=Dictionary(Fm=inner))
    pdf.save(path)
    data, _ = placed(catalogue, path)

    def look(form):
        states = form.Resources.ExtGState
        assert states.A.objgen == states.B.objgen
        assert Decimal("0.125") == states.A.LW
        assert form.Resources.XObject.Fm.read_bytes() == b"0 0 1 1 re f"

    form_of(data, look)


def test_a_font_name_in_gbk_survives(catalogue, tmp_path):
    font = pikepdf.Object.parse(b"<< /Type /Font /Subtype /Type1 /BaseFont /#CB#CE#CC#E5 /#BA#DA 1 >>")
    path = advert(tmp_path / "ad.pdf", Resources=Dictionary(Font=Dictionary(F=font)))
    written = form_of(placed(catalogue, path)[0], lambda form: form.Resources.Font.F.unparse().lower())
    assert b"/#cb#ce#cc#e5" in written
    assert b"/#ba#da" in written


def test_objects_that_refer_to_each_other_end(catalogue, tmp_path):
    path = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    one, two = pdf.make_indirect(Dictionary()), pdf.make_indirect(Dictionary())
    one.Next, two.Next = two, one
    page.obj.Resources = Dictionary(Properties=Dictionary(P=one))
    pdf.save(path)
    data, found = placed(catalogue, path)
    assert found == ()
    form_of(data, lambda form: form.Resources.Properties.P.Next.Next.objgen)


def test_private_data_is_left_behind(catalogue, tmp_path):
    state = Dictionary(Type=Name.ExtGState, PieceInfo=Dictionary(Secret=1))
    path = advert(tmp_path / "ad.pdf", Resources=Dictionary(ExtGState=Dictionary(G=state)))
    data, _ = placed(catalogue, path)
    assert b"Secret" not in data


LZW = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
"""The example of ISO 32000-1, 7.4.4.2: 45 45 45 45 45 65 45 45 45 66 in decimal."""


def test_lzw_is_packed_anew(catalogue, tmp_path):
    path = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    stream = pikepdf.Stream(pdf, LZW)
    stream.Filter = Name.LZWDecode
    page.obj.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(stream)))
    pdf.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)

    def look(form):
        inner = form.Resources.XObject.X
        return str(inner.Filter), inner.read_bytes()

    assert form_of(placed(catalogue, path)[0], look) == ("/FlateDecode", b"-----A---B")


@pytest.mark.parametrize(("standard", "kept"), [("x1a", False), ("x4", True)])
def test_a_transparency_group_is_kept_for_x4_only(catalogue, tmp_path, standard, kept):
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
    path = advert(tmp_path / "ad.pdf", Group=group)
    data, _ = placed(catalogue, path, PRESS._replace(standard=standard, icc="paiban-newsprint-26.icc"))
    assert form_of(data, lambda form: "/Group" in form) is kept


def test_an_advert_placed_twice_is_in_the_file_once(catalogue, tmp_path):
    path = str(advert(tmp_path / "ad.pdf"))
    page = page_of([Artwork("a", path, 1, RECT), Artwork("b", path, 1, Rect(0, 0, pt(100), pt(50)))])
    with pikepdf.open(io.BytesIO(write_pdf([page, page], catalogue, PRESS, INFO)[0])) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert [str(stream.get("/Subtype")) for stream in streams].count("/Form") == 1


def test_the_second_run_reads_the_cache_and_writes_the_same(catalogue, tmp_path, monkeypatch):
    path = advert(tmp_path / "ad.pdf")
    first = placed(catalogue, path)
    monkeypatch.setattr("paiban.output.pdf.read_form.read_form", lambda *_: pytest.fail("the advert was read again"))
    assert placed(catalogue, path) == first


def test_a_form_comes_back_from_its_packing(tmp_path):
    form = read_form(advert(tmp_path / "ad.pdf").read_bytes(), 1, keep_group=False)
    assert unpack_form(pack_form(form)) == form


def test_a_changed_file_is_read_again(catalogue, tmp_path):
    path = advert(tmp_path / "ad.pdf")
    placed(catalogue, path)
    advert(path, content=INKS["lower left"])
    assert colours(placed(catalogue, path)[0]) == {**UPRIGHT, "upper right": "paper"}


def locked(path: Path) -> Path:
    with pikepdf.open(advert(path.with_name("open.pdf"))) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return path


FAULTS = {
    "missing": ("P701", lambda path: path, 1),
    "no PDF": ("P701", lambda path: path.write_bytes(b"hello") and path, 1),
    "a page that it lacks": ("P702", advert, 3),
    "locked": ("P703", locked, 1),
    "no size": ("P701", lambda path: advert(path, TrimBox=Array([5, 5, 5, 9])), 1),
    "turned by half": ("P701", lambda path: advert(path, Rotate=45), 1),
}


@pytest.mark.parametrize(("code", "make", "page"), FAULTS.values(), ids=FAULTS)
def test_an_advert_that_cannot_be_used_is_an_error_at_its_place(catalogue, tmp_path, code, make, page):
    data, found = placed(catalogue, make(tmp_path / "ad.pdf"), page=page)
    assert data == b""
    assert [d.code for d in found] == [code]
    assert found[0].span == SPAN
    assert "ad.pdf" in render_text(found, {}, "en")


def test_an_advert_that_any_user_may_open_is_used(catalogue, tmp_path):
    with pikepdf.open(advert(tmp_path / "open.pdf")) as pdf:
        pdf.save(tmp_path / "ad.pdf", encryption=pikepdf.Encryption(user="", owner="secret"))
    assert colours(placed(catalogue, tmp_path / "ad.pdf")[0]) == UPRIGHT


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12), st.integers(1, 10_000))
def test_a_damaged_advert_is_read_or_refused_and_never_crashes(changes, kept):
    data = bytearray(small_advert())
    for place, value in changes:
        data[place % len(data)] = value
    with contextlib.suppress(FormError):
        form = read_form(bytes(data[: max(1, len(data) * kept // 10_000)]), 1, keep_group=True)
        assert unpack_form(pack_form(form)) == form


@cache_result
def small_advert() -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 50))
    inner = pdf.make_stream(b"q Q", Type=Name.XObject, Subtype=Name.FormXObject, BBox=Array([0, 0, 1, 1]))
    page.obj.Resources = Dictionary(ExtGState=Dictionary(A=Dictionary(OP=True)), XObject=Dictionary(X=inner))
    stream = io.BytesIO()
    pdf.save(stream, compress_streams=False)
    return stream.getvalue()
