"""PDF syntax."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.output.pdf.objects import Name, PdfFile, Real, Ref, Stream, deflated, encode, number, point


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, b"null"), (True, b"true"), (7, b"7"), (0.5, b"0.5"), (Real("1.25"), b"1.25"), (Name("Type"), b"/Type"),
        (Name("A B"), b"/A#20B"), (Name("字"), b"/#E5#AD#97"), ("plain", b"(plain)"), ("a(b)\\", b"(a\\(b\\)\\\\)"),
        ("报", b"<FEFF62A5>"), (b"\x00\xff", b"<00FF>"), (Ref(3), b"3 0 R"), ([1, Name("N")], b"[1 /N]"),
        ({"K": (1, 2)}, b"<</K [1 2]>>"),
    ],
)  # fmt: skip
def test_values_in_pdf_syntax(value, written):
    assert encode(value) == written


def test_what_is_no_pdf_object_is_refused():
    with pytest.raises(TypeError):
        encode({1, 2})


@pytest.mark.parametrize(
    ("value", "places", "digits"),
    [(1, 3, "1"), (1.0, 3, "1"), (0.1234, 3, "0.123"), (-0.0004, 3, "0"), (100.0, 0, "100"), (1e-9, 4, "0")],
)
def test_numbers_have_no_exponent_and_no_idle_digits(value, places, digits):
    assert number(value, places) == digits


def test_a_point_keeps_four_decimals():
    assert encode(point(1105.511811)) == b"1105.5118"


def made(values) -> bytes:
    file = PdfFile()
    pages = file.add({"Type": Name("Pages"), "Kids": [], "Count": 0})
    root = file.add({"Type": Name("Catalog"), "Pages": pages, "Values": values})
    return file.write("1.4", root, file.add({"Title": "t"}))


def test_the_file_is_read_without_repair():
    with pikepdf.open(io.BytesIO(made([1, "报"])), attempt_recovery=False) as pdf:
        assert str(pdf.Root.Values[1]) == "报"
        assert pdf.pdf_version == "1.4"


def test_equal_files_have_equal_ids_and_others_do_not():
    ids = [pikepdf.open(io.BytesIO(made(v))).trailer.ID for v in ([1], [1], [2])]
    assert bytes(ids[0][0]) == bytes(ids[1][0]) != bytes(ids[2][0])


def test_a_stream_is_packed_and_comes_back():
    file = PdfFile()
    ref = file.add(deflated(b"q Q\n" * 50, {"Kind": Name("Test")}))
    root = file.add({"Type": Name("Catalog"), "Pages": file.add({"Kids": [], "Count": 0}), "S": ref})
    with pikepdf.open(io.BytesIO(file.write("1.4", root, file.add({})))) as pdf:
        assert pdf.Root.S.read_bytes() == b"q Q\n" * 50


def test_a_reserved_number_is_filled_later():
    file = PdfFile()
    ref = file.reserve()
    root = file.add({"Type": Name("Catalog"), "Pages": file.add({"Kids": [], "Count": 0}), "Later": ref})
    file.fill(ref, Stream({}, b"abc"))
    with pikepdf.open(io.BytesIO(file.write("1.4", root, file.add({})))) as pdf:
        assert pdf.Root.Later.read_bytes() == b"abc"


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_comes_back(text):
    with pikepdf.open(io.BytesIO(made([text]))) as pdf:
        assert str(pdf.Root.Values[0]) == text


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))
def test_any_name_comes_back(name):
    with pikepdf.open(io.BytesIO(made([Name(name)]))) as pdf:
        assert str(pdf.Root.Values[0]) == "/" + name
