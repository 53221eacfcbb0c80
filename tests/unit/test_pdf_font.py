"""Type 0 fonts: exact text, cut faces, honest descriptors."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.font import Face, FontCatalogue, load_catalogue
from paiban.output.pdf import write_pdf
from paiban.output.pdf.cff import glyph_cids
from paiban.output.pdf.descriptor import descriptor_entries, postscript_name
from paiban.output.pdf.font import FontBook
from paiban.output.png import render_page
from paiban.units import mm, pt
from tests.support.cff_face import BY_CID, BY_NAME, build_cff_face, cff_catalogue
from tests.support.pdf_text import seen_characters
from tests.support.programs import run_program
from tests.support.tiny_face import CLOSING, COMMON, OPENING, RARE, tiny_catalogue, tiny_face_path
from tests.support.tiny_page import INFO, PRESS, glyph_run, line_of, page_of


@pytest.fixture(scope="module")
def tiny():
    return tiny_catalogue()


@pytest.fixture(scope="module")
def faces():
    return load_catalogue()[0]


def written(catalogue, *runs) -> bytes:
    data, found = write_pdf([page_of([line_of(runs)])], catalogue, PRESS, INFO)
    assert found == ()
    return data


def raw_text(pdf: bytes, tmp_path: Path) -> str:
    """What pdftotext finds, white space aside."""
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf)
    return "".join(run_program("pdftotext", "-raw", "-enc", "UTF-8", path, "-").split())


CLUSTERS = {
    "Han": list("开发区时政"),
    "beyond the BMP": ["𠮷", "𫖯", "吉"],
    "two dashes as one glyph": ["中", "——", "文"],
    "a single dash beside two": ["—", "——", "—"],
    "ellipsis": ["……", "…"],
    "a dot drawn with another's glyph": ["外", "·", "文", "・"],
    "a word": ["中", "AVAtar", "文"],
    "numbers": ["2022", "年", "3", "月"],
    "marks": list("“《（，。、；：？！）》”"),
}


@pytest.mark.parametrize("clusters", CLUSTERS.values(), ids=CLUSTERS)
@pytest.mark.parametrize("vertical", [False, True])
def test_poppler_copies_out_the_copy(tiny, tmp_path, clusters, vertical):
    run = glyph_run(tiny, clusters, mm(50), mm(20), vertical=vertical)
    assert raw_text(written(tiny, run), tmp_path) == "".join(clusters)


@pytest.mark.parametrize("clusters", CLUSTERS.values(), ids=CLUSTERS)
def test_pdfium_copies_out_the_copy(tiny, clusters):
    pdf = written(tiny, glyph_run(tiny, clusters, mm(10), mm(20)))
    halves = "".join(seen.text for seen in seen_characters(pdf))
    assert halves.encode("utf-16", "surrogatepass").decode("utf-16") == "".join(clusters)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([*COMMON, *RARE, *CLOSING, *OPENING, "——", "…", "·", "AV", "2022"]), max_size=30))
def test_any_copy_comes_back(clusters):
    catalogue = tiny_catalogue()
    pdf = written(catalogue, glyph_run(catalogue, clusters or ["空"], mm(1), mm(20), size=pt(5)))
    halves = "".join(seen.text for seen in seen_characters(pdf))
    assert halves.encode("utf-16", "surrogatepass").decode("utf-16") == "".join(clusters or ["空"])


@pytest.mark.parametrize("role", ["song", "song-black", "hei-bold", "kai"])
def test_the_real_faces_copy_out_too(faces, tmp_path, role):
    clusters = ["竖", "“", "国", "——", "……", "·", "AVATAR", "2022", "㐂", "𫖯", "”", "。"]
    runs, x = [], mm(5)
    for cluster in clusters:
        key, _ = faces.resolve(role, cluster, mark=cluster in "“”——……·。")
        runs.append(glyph_run(faces, [cluster], x, mm(30), face=key, size=pt(9)))
        x += mm(7)
    pdf = written(faces, *runs)
    assert raw_text(pdf, tmp_path) == "".join(clusters)


def test_half_set_marks_and_wide_gaps_keep_the_order(tiny, tmp_path):
    clusters = list("他说：“好。”《书》（IPM）１2")
    tight = glyph_run(tiny, clusters, mm(5), mm(20), size=pt(9), tracking=-pt(4.5))
    loose = glyph_run(tiny, clusters, mm(5), mm(30), size=pt(9), tracking=pt(3))
    assert raw_text(written(tiny, tight, loose), tmp_path) == "".join(clusters) * 2


def test_two_characters_with_one_glyph_have_two_codes(tiny, tmp_path):
    assert tiny.face("tiny").shape("龘") == tiny.face("tiny").shape("靐")
    assert raw_text(written(tiny, glyph_run(tiny, "龘靐龘", mm(10), mm(20))), tmp_path) == "龘靐龘"


def test_poppler_sees_embedded_cut_type0_faces_only(tiny, tmp_path):
    runs = [glyph_run(tiny, "中文", mm(10), mm(20)), glyph_run(tiny, "黑", mm(30), mm(20), face="tiny-hei")]
    path = tmp_path / "page.pdf"
    path.write_bytes(written(tiny, *runs))
    rows = run_program("pdffonts", path).splitlines()[2:]
    assert len(rows) == 2
    for row in rows:
        assert row.split()[1:7] == ["CID", "TrueType", "Identity-H", "yes", "yes", "yes"]


def only_font(opened: pikepdf.Pdf) -> pikepdf.Object:
    (font,) = dict(opened.pages[0].Resources.Font).values()
    return font


def base_font(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return str(only_font(opened).BaseFont)


def test_widths_are_the_faces_and_an_em_is_left_out(tiny):
    run = glyph_run(tiny, ["中", "A", "B", "——"], mm(10), mm(20))
    with pikepdf.open(io.BytesIO(written(tiny, run))) as opened:
        descendant = only_font(opened).DescendantFonts[0]
        assert int(descendant.DW) == 1000
        firsts, widths = list(descendant.W)[::2], list(descendant.W)[1::2]
        found = {int(first) + at: int(width) for first, row in zip(firsts, widths, strict=True)
                 for at, width in enumerate(row)}  # fmt: skip
        assert found == dict(zip(run.glyphs[1:], (500, 500, 2000), strict=True))


def test_a_code_is_its_glyph_unless_that_sets_something_else_too(tiny):
    """The number is the first copy's; the next has the last code that is free, and so has the glyph of that number."""
    used = FontBook(tiny).use("tiny")
    codes = [used.code(*glyph)[0] for glyph in ((7, "一"), (7, "二"), (7, "三"), (0xFFFF, "四"), (7, "一"))]
    assert codes == ["0007", "FFFF", "FFFE", "FFFD", "0007"]


def test_a_pages_codes_are_the_documents_but_for_copy_that_another_page_gave_them_to(tiny):
    one, other = (glyph_run(tiny, text, mm(10), mm(20)) for text in ("龘", "靐"))
    pdf, _ = write_pdf([page_of([line_of([one])]), page_of([line_of([other, one])])], tiny, PRESS, INFO)
    assert "".join(seen.text for seen in seen_characters(pdf, 1)) == "靐龘"


def test_a_subset_tag_follows_from_the_glyphs(tiny):
    names = [base_font(written(tiny, glyph_run(tiny, text, mm(10), mm(20)))) for text in ("中文", "文中", "中")]
    assert names[0] == names[1] != names[2]
    assert names[0].endswith("+Tiny-Regular")


def test_the_descriptor_is_read_from_the_face():
    entries = descriptor_entries(Face("tiny", tiny_face_path()))
    font = TTFont(tiny_face_path())
    head = font["head"]
    assert entries["FontBBox"] == [head.xMin, head.yMin, head.xMax, head.yMax]
    assert (entries["Ascent"], entries["Descent"], entries["CapHeight"]) == (880, -120, 700)
    assert entries["Flags"] == 4


def test_bolder_faces_have_wider_stems_and_serifs_are_told(faces):
    regular, bold, sans = (
        descriptor_entries(faces.face(key)) for key in ("noto-serif-sc-400", "noto-serif-sc-900", "noto-sans-sc-400")
    )
    assert bold["StemV"] > regular["StemV"]
    assert (regular["Flags"] & 2, sans["Flags"] & 2) == (2, 0)


@pytest.fixture(scope="module", params=[BY_NAME, BY_CID], ids=["by name", "by CID"])
def cff(request, tmp_path_factory) -> FontCatalogue:
    return cff_catalogue(build_cff_face(tmp_path_factory.mktemp("cff") / "tiny.otf", request.param))


def test_a_cff_face_is_embedded_and_copies_out(cff, tmp_path):
    pdf = written(cff, glyph_run(cff, ["中", "文", "A", "文"], mm(10), mm(20)))
    assert raw_text(pdf, tmp_path) == "中文A文"
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        descendant = only_font(opened).DescendantFonts[0]
        assert str(descendant.Subtype) == "/CIDFontType0"
        assert str(descendant.FontDescriptor.FontFile3.Subtype) == "/CIDFontType0C"


def test_a_cff_face_draws_its_glyphs_at_their_widths(cff):
    run = glyph_run(cff, ["A", "文", "中"], mm(10), mm(20), size=pt(10))
    seen = seen_characters(written(cff, run))
    assert [round(s.x - seen[0].x, 2) for s in seen] == [0, 5, 15]


def test_a_cff_face_shows_ink_where_its_glyphs_are(cff):
    """A is 50 … 450 wide and 中 50 … 950, so at 100 pt the ink ends at 45 and at 95 pt."""
    for character, right in (("A", 45), ("中", 95)):
        pdf = written(cff, glyph_run(cff, [character], 0, mm(100), size=pt(100)))
        ink = render_page(pdf, 0, 72).convert("L").point(lambda v: 255 * (v < 128)).getbbox()
        assert ink[0] == pytest.approx(5, abs=1)
        assert ink[2] == pytest.approx(right, abs=1)


@pytest.mark.parametrize(("names", "cids"), [(BY_NAME, None), (BY_CID, (0, 34, 4559, 3795))])
def test_cids_are_read_from_the_charset(tmp_path, names, cids):
    assert glyph_cids(TTFont(build_cff_face(tmp_path / "f.otf", names)).reader["CFF "]) == cids


def test_a_face_without_a_name_is_called_by_its_key(tiny):
    assert postscript_name(tiny.face("tiny")) == "Tiny-Regular"


def test_a_face_that_is_damaged_inside_is_reported_and_stops_the_file(tmp_path):
    """A ``head`` of zeros: the face still shapes, but nothing can be cut out of it."""
    entry = TTFont(tiny_face_path()).reader.tables["head"]
    data = bytearray(tiny_face_path().read_bytes())
    data[entry.offset : entry.offset + entry.length] = bytes(entry.length)
    (tmp_path / "broken.ttf").write_bytes(data)
    catalogue = cff_catalogue(tmp_path / "broken.ttf")
    page = page_of([line_of([glyph_run(catalogue, "中", mm(10), mm(20))])])
    pdf, found = write_pdf([page], catalogue, PRESS, INFO)
    assert (pdf, [d.code for d in found]) == (b"", ["P302"])
