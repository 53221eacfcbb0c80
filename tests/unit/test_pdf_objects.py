"""PDF syntax."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab import rl_config

from paiban.output.pdf.objects import (
    Local,
    Name,
    PdfFile,
    Real,
    Ref,
    Serialized,
    Stream,
    deflated,
    number,
    point,
    written,
)

HOSTILE = {"invariant": 0, "pdfComments": 1, "pdfMultiLine": 1, "useA85": 1, "pageCompression": 0, "documentLang": "de"}


@pytest.mark.parametrize(
    ("value", "syntax"),
    [
        (None, "null"), (True, "true"), (False, "false"), (7, "7"), (12345678, "12345678"), (0.5, "0.5"),
        (Real("1.25"), "1.25"), (Name("Type"), "/Type"), (Name("A B"), "/A#20B"), (Name("字"), "/#e5#ad#97"),
        (Name("a/b\n"), "/a#2fb#0a"), ("plain", "(plain)"), ("a(b)\\", "(a\\(b\\)\\\\)"), ("报", "<feff62a5>"),
        (b"\x00\xff", "<00ff>"), ([1, Name("N")], "[ 1 /N ]"),
        ({"K": (1, 2), "A B": True}, "<</K [ 1 2 ] /A#20B true>>"),
    ],
)  # fmt: skip
def test_values_in_pdf_syntax(value, syntax):
    assert written(value).text.split() == syntax.encode("ascii").split()


def test_what_is_no_pdf_object_is_refused():
    with pytest.raises(TypeError):
        written({"K": {1, 2}})


@pytest.mark.parametrize(
    ("value", "places", "digits"),
    [(1, 3, "1"), (1.0, 3, "1"), (0.1234, 3, "0.123"), (-0.0004, 3, "0"), (100.0, 0, "100"), (1e-9, 4, "0")],
)
def test_numbers_have_no_exponent_and_no_idle_digits(value, places, digits):
    assert number(value, places) == digits


def test_a_point_keeps_four_decimals():
    assert written(point(1105.511811)).text == b"1105.5118"


def made(values, version=(1, 4)) -> bytes:
    file = PdfFile(version)
    pages = file.add({"Type": Name("Pages"), "Kids": [], "Count": 0})
    root = file.add({"Type": Name("Catalog"), "Pages": pages, "Values": values})
    return file.write(root, file.add({"Title": "t"}))


def test_the_file_is_read_without_repair():
    with pikepdf.open(io.BytesIO(made([1, "报"])), attempt_recovery=False) as pdf:
        assert str(pdf.Root.Values[1]) == "报"
        assert not pdf.get_warnings()


@pytest.mark.parametrize("version", [(1, 4), (1, 6)])
def test_the_header_names_the_version_and_says_that_the_file_is_binary(version):
    first, second = made([1], version).splitlines()[:2]
    assert first == b"%%PDF-%d.%d" % version
    assert second[:1] == b"%"
    assert all(byte > 127 for byte in second[1:5])  # ISO 32000-1, 7.5.2


def test_each_entry_of_the_cross_reference_table_finds_its_object():
    data = made([1, "报", [2]])
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", data)[1])
    head, *entries = data[start : data.index(b"trailer")].split(b"\n")[1:-1]
    assert head == b"0 %d" % len(entries)
    assert all(len(entry) == 19 for entry in entries)  # 20 with its end of line, ISO 32000-1, 7.5.4
    for count, entry in enumerate(entries[1:], 1):
        assert data[int(entry[:10]) :].startswith(b"%d 0 obj\n" % count)


def test_equal_files_have_equal_ids_and_others_do_not():
    ids = [pikepdf.open(io.BytesIO(made(v))).trailer.ID for v in ([1], [1], [2])]
    assert bytes(ids[0][0]) == bytes(ids[0][1]) == bytes(ids[1][0]) != bytes(ids[2][0])
    assert len(bytes(ids[0][0])) == 16


def test_the_file_holds_what_was_put_into_it_and_nothing_else():
    """ReportLab's own documents name the standard fonts, which PDF/X forbids, and an outline"""
    data = made([1])
    assert data.count(b" 0 obj\n") == 3
    assert b"Helvetica" not in data


@pytest.mark.parametrize("name", HOSTILE)
def test_no_setting_of_reportlab_changes_the_file(name, monkeypatch):
    usual = made([1, "报", deflated(b"q Q\n")])
    monkeypatch.setattr(rl_config, name, HOSTILE[name])
    assert made([1, "报", deflated(b"q Q\n")]) == usual


def test_settings_of_reportlab_stay_as_others_have_them(monkeypatch):
    monkeypatch.setattr(rl_config, "pdfComments", 1)
    made([1])
    assert rl_config.pdfComments == 1


def test_the_settings_files_of_the_user_change_nothing(tmp_path):
    lines = "".join(f"{name} = {value!r}\n" for name, value in HOSTILE.items())
    (tmp_path / ".reportlab_settings").write_text(lines)
    script = "import sys; from tests.unit.test_pdf_objects import made; sys.stdout.buffer.write(made([1, 'A']))"
    environment = {**os.environ, "HOME": str(tmp_path), "RL_pdfMultiLine": "1", "RL_invariant": "0"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    assert done.stdout == made([1, "A"])


def test_a_stream_is_packed_and_comes_back():
    with pikepdf.open(io.BytesIO(made(deflated(b"q Q\n" * 50)))) as pdf:
        assert pdf.Root.Values.read_bytes() == b"q Q\n" * 50


def test_a_stream_ends_its_line_before_endstream():
    assert b"/Length 3>>\nstream\nabc\nendstream\nendobj\n" in made(Stream({}, b"abc"))


def test_an_object_may_be_named_before_it_is_there():
    file = PdfFile((1, 4))
    root = file.add({"Type": Name("Catalog"), "Pages": file.add({"Kids": [], "Count": 0}), "Later": Ref("later")})
    file.add(Stream({}, b"abc"), "later")
    with pikepdf.open(io.BytesIO(file.write(root, file.add({})))) as pdf:
        assert pdf.Root.Later.read_bytes() == b"abc"


def test_objects_in_pdf_syntax_keep_their_references_to_each_other():
    items = [written([Local(1), Local(0)]), written(Stream({"Own": Local(0)}, b"a\0b\0c"))]
    assert items[1] == Serialized(items[1].text, b"a\0b\0c")
    file = PdfFile((1, 4))
    pages = file.add({"Kids": [], "Count": 0})
    first = file.add_written(items)
    with pikepdf.open(io.BytesIO(file.write(file.add({"Pages": pages, "First": first}), file.add({})))) as pdf:
        assert pdf.Root.First[0].read_bytes() == b"a\0b\0c"
        assert pdf.Root.First[0].Own.objgen == pdf.Root.First[1].objgen == pdf.Root.First.objgen


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_comes_back(text):
    with pikepdf.open(io.BytesIO(made([text]))) as pdf:
        assert str(pdf.Root.Values[0]) == text


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12))
def test_any_name_comes_back(name):
    with pikepdf.open(io.BytesIO(made([Name(name)]))) as pdf:
        assert str(pdf.Root.Values[0]) == "/" + name
