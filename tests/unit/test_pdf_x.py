"""PDF/X: what identifies the file, what it must have and must not."""

from __future__ import annotations

import io
import os
import zlib
from datetime import datetime, timedelta, timezone

import pikepdf
import pytest

from paiban.display import BLACK, Box, Colour, Rect, Rule
from paiban.output.model import DocumentInfo
from paiban.output.pdf import pdfx, write_pdf
from paiban.units import mm, pt
from tests.support.programs import run_program
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, glyph_run, line_of, page_of

OWN = PRESS._replace(icc="paiban-newsprint-26.icc")
X4 = OWN._replace(standard="x4")
BEIJING = timezone(timedelta(hours=8))


@pytest.fixture(scope="module")
def catalogue():
    return tiny_catalogue()


def items(catalogue):
    return (
        Box(Rect(0, 0, mm(100), mm(12)), fill=Colour(0, 100, 100, 0)),
        line_of([glyph_run(catalogue, "开发区时政——“二次创业”", mm(10), mm(30))]),
        Rule(mm(10), mm(40), mm(90), mm(40), pt(0.3)),
    )


def written(catalogue, press=PRESS, info=INFO, numbers=(2,), bleed=0) -> bytes:
    pages = [page_of(items(catalogue), number=number, bleed=bleed) for number in numbers]
    data, found = write_pdf(pages, catalogue, press, info)
    assert found == ()
    return data


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data), attempt_recovery=False)


def test_x1a_is_pdf_1_4_and_says_so_in_info(catalogue):
    with opened(written(catalogue)) as pdf:
        assert pdf.pdf_version == "1.4"
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert "/GTS_PDFXConformance" not in pdf.docinfo
        assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")


def test_info_names_the_document_and_its_maker(catalogue):
    info = DocumentInfo("开发区报（二版）", "编辑部", datetime(2022, 3, 31, 18, 5, 9, tzinfo=BEIJING))
    with opened(written(catalogue, info=info)) as pdf:
        found = {key: str(value) for key, value in pdf.docinfo.items()}
    assert found["/Title"] == "开发区报（二版）"
    assert (found["/Creator"], found["/Producer"]) == ("编辑部", "paiban")
    assert found["/CreationDate"] == found["/ModDate"] == "D:20220331180509+08'00'"


@pytest.mark.parametrize(("press", "subtype"), [(PRESS, "PDF/X-1a:2003"), (X4, "PDF/X-4")], ids=["x1a", "x4"])
def test_poppler_knows_the_subtype(catalogue, tmp_path, press, subtype):
    path = tmp_path / "page.pdf"
    path.write_bytes(written(catalogue, press))
    assert f"PDF subtype:    {subtype}\n" in run_program("pdfinfo", path)


@pytest.mark.parametrize("press", [PRESS, OWN, X4], ids=["x1a", "x1a with profile", "x4"])
def test_qpdf_finds_nothing_to_say(catalogue, tmp_path, press):
    path = tmp_path / "page.pdf"
    path.write_bytes(written(catalogue, press))
    assert "No syntax or stream encoding errors" in run_program("qpdf", "--check", path)


def test_ghostscript_renders_every_page_without_a_word(catalogue, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(written(catalogue, numbers=(1, 2)))
    assert run_program("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", path) == ""


def test_one_output_intent_names_the_condition(catalogue):
    with opened(written(catalogue)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "IFRA26")
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "Coldset newsprint"
        assert "/DestOutputProfile" not in intent


def test_the_press_profile_is_embedded_as_it_is(catalogue):
    with opened(written(catalogue, OWN)) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        assert int(profile.N) == 4
        data = profile.read_bytes()
    assert (data[12:16], data[16:20], data[36:40]) == (b"prtr", b"CMYK", b"acsp")


def test_x1a_without_its_profile_is_written_with_a_warning(catalogue):
    data, found = write_pdf([page_of(())], catalogue, PRESS._replace(icc="none.icc"), INFO)
    assert data
    assert [(d.code, str(d.severity)) for d in found] == [("P764", "warning")]


@pytest.mark.parametrize(("icc", "code"), [("", "P704"), ("none.icc", "P764")])
def test_x4_without_its_profile_is_an_error(catalogue, icc, code):
    data, found = write_pdf([page_of(())], catalogue, X4._replace(icc=icc), INFO)
    assert data == b""
    assert [(d.code, str(d.severity)) for d in found] == [(code, "error")]


def test_boxes_lie_within_each_other(catalogue):
    with opened(written(catalogue, bleed=mm(3))) as pdf:
        page = pdf.pages[0]
        media, bleed, trim = ([float(v) for v in page.obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert "/ArtBox" not in page.obj
    three = 3 * 72 / 25.4
    assert media == bleed == pytest.approx([0, 0, 106 * 72 / 25.4, 156 * 72 / 25.4], abs=1e-4)
    assert trim == pytest.approx([three, three, three + 100 * 72 / 25.4, three + 150 * 72 / 25.4], abs=1e-4)


def test_page_labels_are_the_papers_page_numbers(catalogue):
    with opened(written(catalogue, numbers=(2, 5, 6))) as pdf:
        assert [page.label for page in pdf.pages] == ["2", "5", "6"]


def test_x4_is_pdf_1_6_with_matching_metadata(catalogue):
    info = DocumentInfo("试报 <二版> & 三版", "编辑部", datetime(2022, 3, 31, 18, 5, 9, tzinfo=BEIJING))
    with opened(written(catalogue, X4, info)) as pdf:
        assert pdf.pdf_version == "1.6"
        stream = pdf.Root.Metadata
        assert "/Filter" not in stream
        packet = stream.read_bytes().decode("utf-8")
        with pdf.open_metadata() as xmp:
            assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert xmp["dc:title"] == str(pdf.docinfo["/Title"]) == "试报 <二版> & 三版"
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2022-03-31T18:05:09+08:00"
            assert xmp["pdf:Trapped"] == "False"
            assert xmp["xmpMM:DocumentID"].startswith("uuid:")
            assert (xmp["xmpMM:VersionID"], xmp["xmpMM:RenditionClass"]) == ("1", "default")
    assert packet.startswith("<?xpacket begin=")


def test_two_runs_are_byte_equal(catalogue):
    assert written(catalogue, X4) == written(tiny_catalogue(), X4)


def test_another_page_has_another_identity(catalogue):
    def identity(data: bytes) -> tuple[bytes, str]:
        with opened(data) as pdf, pdf.open_metadata() as xmp:
            return bytes(pdf.trailer.ID[0]), xmp["xmpMM:DocumentID"]

    first = identity(written(catalogue, X4))
    page = page_of((Box(Rect(0, 0, mm(1), mm(1)), fill=BLACK),))
    second = identity(write_pdf([page], catalogue, X4, INFO)[0])
    assert first[0] != second[0]
    assert first[1] != second[1]


FORBIDDEN_KEYS = {
    "/Trans", "/SMask", "/Group", "/AA", "/OpenAction", "/JavaScript", "/TR", "/TR2", "/HTP", "/Annots", "/OPI",
}  # fmt: skip
FORBIDDEN_NAMES = {"/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/LZWDecode", "/JPXDecode", "/PS"}


def test_nothing_forbidden_is_anywhere_in_x1a(catalogue):
    with opened(written(catalogue, OWN, numbers=(1, 2))) as pdf:
        keys, names = set(), set()
        for thing in pdf.objects:
            collect(thing, keys, names)
    assert keys & FORBIDDEN_KEYS == set()
    assert names & FORBIDDEN_NAMES == set()


def collect(thing, keys: set[str], names: set[str]) -> None:
    if isinstance(thing, pikepdf.Name):
        names.add(str(thing))
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            collect(item, keys, names)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in thing.keys():  # noqa: SIM118  a stream's items are its entries only by keys()
            keys.add(key)
            if not getattr(thing[key], "is_indirect", False):
                collect(thing[key], keys, names)


def test_there_is_no_helvetica(catalogue):
    assert b"Helvetica" not in written(catalogue)


def test_a_profile_is_packed_once_and_anew_when_its_file_was_written_again(catalogue, monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "own.icc"
    path.write_bytes(b"\0" * 1000)
    packed = pdfx.packed_profile(b"\0" * 1000, path)
    assert zlib.decompress(packed) == b"\0" * 1000
    assert pdfx.packed_profile(b"\0" * 1000, path) == packed
    assert len(list((tmp_path / "cache" / "entries").iterdir())) == 1
    os.utime(path, ns=(1, 1))
    assert zlib.decompress(pdfx.packed_profile(b"\1" * 1000, path)) == b"\1" * 1000
