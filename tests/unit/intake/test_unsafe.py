"""Files that are damaged, hostile, or of a kind that is not read: one plain answer each, and quickly."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.unit.intake.conftest import codes
from tests.unit.intake.word import NAMESPACES, document, paragraph, run, text_box

COPY = "三月的园区里，春风吹绿了水边的草木。"
ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def zipped(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


OLD = b"\xd0\xcf\x11\xe0" + bytes(600)
FOREIGN = [
    ("a.doc", OLD), ("a.wps", OLD), ("a.docx", OLD), ("a.txt", b"{\\rtf1 a}"), ("a.pdf", b"%PDF-1.4"),
    ("a.heic", b"\0\0\0\x18ftypheic" + bytes(9)), ("a.psd", b"8BPS"), ("a.zip", zipped(a=b"a")),
    ("a.pptx", zipped(**{"ppt/a.xml": b"<a/>"})), ("a.odt", zipped(**{"content.xml": b"<a/>"})), ("a.rar", b"Rar!"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FOREIGN, ids=[name for name, _ in FOREIGN])
def test_what_is_not_read_is_told_what_to_do(bring, name, data):
    result = bring(name, data)
    (found,) = result.found
    assert (found.code, bool(found.hint("zh")), bool(found.hint("en"))) == ("P801", True, True)


def test_what_nobody_knows_is_told(bring):
    assert codes(bring("a.bin", b"\x01\x02\x03")) == ["P802"]


DAMAGED = [
    ("a.docx", b"PK\x03\x04broken"), ("a.docx", zipped(**{"word/document.xml": b"<a"})),
    ("a.xlsx", zipped(**{"xl/a.xml": b"<a/>"})), ("a.json", b"{broken"), ("a.xml", b"<nitf><a></nitf>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), DAMAGED, ids=[name for name, _ in DAMAGED])
def test_damaged_files_are_told(bring, name, data):
    assert codes(bring(name, data)) == ["P804"]


def test_an_archive_that_unpacks_without_end_is_refused(bring):
    assert codes(bring("a.docx", zipped(**{"word/document.xml": bytes(60 * 1024 * 1024)}))) == ["P805"]


def test_entities_of_a_file_s_own_are_refused(bring):
    hostile = f"{ENTITY}<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    assert codes(bring("a.docx", zipped(**{"word/document.xml": hostile.encode()}))) == ["P805"]
    assert codes(bring("a.xml", f"{ENTITY}<nitf><body><body.content><p>&x;</p></body.content></body></nitf>")) == [
        "P805"
    ]


def test_macros_are_not_read_and_told(bring):
    data = BytesIO(document(paragraph(COPY)))
    with ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    result = bring("a.docm", data.getvalue())
    assert "P816" in codes(result)
    assert [line.text for line in result.articles[0].lines] == [COPY]


def test_signs_of_symbol_faces(bring):
    signs = ('<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>', '<w:r><w:sym w:font="Odd" w:char="F0EE"/></w:r>')
    result = bring("a.docx", document(paragraph(signs[0], COPY), paragraph(signs[1], COPY)))
    assert [line.text for line in result.articles[0].lines] == [f"●{COPY}", f"〓{COPY}"]
    assert {"P836", "P814"} <= {*codes(result)}


def test_a_caption_without_a_picture_and_a_box_without_a_head(bring):
    box = text_box(paragraph("记者手记：" + COPY))
    result = bring(
        "a.docx", document(paragraph(run("春来早", size=22)), paragraph(COPY, box), paragraph("图为栽树现场。"))
    )
    assert [line.text for line in result.articles[0].lines] == [COPY, "图为栽树现场。", f"记者手记：{COPY}"]
    assert {"P818", "P834"} <= {*codes(result)}


def test_a_missing_library_says_what_to_install(tmp_path):
    (tmp_path / "a.html").write_text(f"<p>{COPY}</p>", "utf-8")
    child = "import sys; sys.modules['lxml'] = None; from paiban.cli import main; sys.exit(main(sys.argv[1:]))"
    words = ["import", str(tmp_path / "a.html"), "--date", "2022-03-31", "--lang", "en"]
    done = subprocess.run(
        [sys.executable, "-c", child, *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "P803" in done.stderr
    assert "paiban[import]" in done.stderr
