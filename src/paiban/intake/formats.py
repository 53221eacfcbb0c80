"""Which formats can be read, how they are told apart, and what to do with those that cannot.

A format is a row: what files of it are called, how they begin, the module that reads them, loaded when it is asked for,
and the library that it stands on.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from re import IGNORECASE
from re import compile as pattern
from zipfile import BadZipFile, ZipFile

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.model import Reading
from paiban.intake.read_text import read_text
from paiban.language import Words
from paiban.value import NamedTuple

TOO_DEEP = Words("里面一层套一层，太深了", "it is nested too deeply")

Reader = Callable[[bytes, str], Reading]


class Format(NamedTuple):
    """A format that can be read: its words, the endings of its files, its reader, the library that this stands on."""

    words: Words
    endings: tuple[str, ...]
    read: Reader
    library: str = ""


def _read_docx(data: bytes, file: str) -> Reading:
    from paiban.intake.read_docx import read_docx  # noqa: PLC0415  only Word files need lxml

    return read_docx(data, file)


def _read_html(data: bytes, file: str) -> Reading:
    from paiban.intake.read_html import read_html  # noqa: PLC0415  only web pages need lxml

    return read_html(data, file)


def _read_markdown(data: bytes, file: str) -> Reading:
    from paiban.intake.read_markdown import read_markdown  # noqa: PLC0415  only Markdown needs its library

    return read_markdown(data, file)


def _read_xlsx(data: bytes, file: str) -> Reading:
    from paiban.intake.read_sheet import read_xlsx  # noqa: PLC0415  only Excel files need openpyxl

    return read_xlsx(data, file)


def _read_csv(data: bytes, file: str) -> Reading:
    from paiban.intake.read_sheet import read_csv  # noqa: PLC0415  as above

    return read_csv(data, file)


def _read_ninjs(data: bytes, file: str) -> Reading:
    from paiban.intake.read_wire import read_ninjs  # noqa: PLC0415  only wire items need lxml

    return read_ninjs(data, file)


def _read_xml(data: bytes, file: str) -> Reading:
    from paiban.intake.read_wire import read_xml  # noqa: PLC0415  as above

    return read_xml(data, file)


FORMATS: dict[str, Format] = {
    "text": Format(Words("文本", "plain text"), (".txt", ".text"), read_text),
    "docx": Format(Words("Word 文件", "a Word file"), (".docx", ".docm", ".dotx"), _read_docx, "lxml"),
    "html": Format(Words("网页", "a web page"), (".html", ".htm", ".xhtml"), _read_html, "lxml"),
    "markdown": Format(Words("Markdown 文件", "a Markdown file"), (".md", ".markdown"), _read_markdown,
                       "markdown-it-py"),
    "xlsx": Format(Words("Excel 表格", "an Excel table"), (".xlsx", ".xlsm"), _read_xlsx, "openpyxl"),
    "csv": Format(Words("CSV 表格", "a CSV table"), (".csv", ".tsv"), _read_csv),
    "ninjs": Format(Words("ninjs 稿件", "a ninjs item"), (".json",), _read_ninjs, "lxml"),
    "newsml": Format(Words("NewsML-G2 或 NITF 稿件", "a NewsML-G2 or NITF item"), (".xml", ".nitf", ".newsml"),
                     _read_xml, "lxml"),
}  # fmt: skip


class Foreign(NamedTuple):
    """A format that is answered with what to do: what it is, and the advice."""

    words: Words
    advice: Words


_SAVE_DOCX = Words("用 Word 或 WPS 打开，另存为 .docx", "open it in Word or WPS and save it as .docx")
_SLIDES, _ARCHIVE = Words("演示文稿", "a presentation"), Words("压缩文件", "an archive")
_COPY_WORDS = Words("把文字复制到文本文件里", "copy its words into a text file")
_UNPACK = Words("先解压，再导入解出来的文件夹", "unpack it and import the folder")
_SAVE_JPEG = Words("存成 JPEG 或 PNG", "save it as JPEG or PNG")

FOREIGN: dict[str, Foreign] = {
    ".doc": Foreign(Words("旧的 Word 文件", "an old Word file"), _SAVE_DOCX),
    ".wps": Foreign(Words("WPS 文字文件", "a WPS Writer file"), _SAVE_DOCX),
    ".rtf": Foreign(Words("RTF 文件", "an RTF file"), _SAVE_DOCX),
    ".odt": Foreign(Words("OpenDocument 文件", "an OpenDocument file"), _SAVE_DOCX),
    ".pages": Foreign(Words("Pages 文件", "a Pages file"),
                      Words("在 Pages 里导出为 Word", "export it as Word from Pages")),
    ".xls": Foreign(Words("旧的 Excel 文件", "an old Excel file"),
                    Words("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")),
    ".et": Foreign(Words("WPS 表格文件", "a WPS Spreadsheets file"),
                   Words("用 WPS 打开，另存为 .xlsx", "open it in WPS and save it as .xlsx")),
    ".ppt": Foreign(_SLIDES, _COPY_WORDS),
    ".pptx": Foreign(_SLIDES, _COPY_WORDS),
    ".pdf": Foreign(Words("PDF", "a PDF"),
                    Words("选中文字复制，再用 paiban import - 导入；分栏和硬换行会接好；广告放进文件夹一起导入",
                          "copy its words and import them with paiban import -; columns and broken lines are joined;"
                          " an advert goes into the folder that is imported")),
    ".heic": Foreign(Words("HEIC 照片", "a HEIC photograph"),
                     Words("在手机上“以最大兼容性”导出，或用看图软件另存为 JPEG",
                           "export it as “most compatible” from the telephone, or save it as JPEG")),
    ".heif": Foreign(Words("HEIF 照片", "a HEIF photograph"), _SAVE_JPEG),
    ".psd": Foreign(Words("Photoshop 文件", "a Photoshop file"),
                    Words("另存为 TIFF 或 JPEG", "save it as TIFF or JPEG")),
    ".gif": Foreign(Words("GIF 图片", "a GIF picture"), _SAVE_JPEG),
    ".bmp": Foreign(Words("BMP 图片", "a BMP picture"), _SAVE_JPEG),
    ".svg": Foreign(Words("SVG 图形", "an SVG drawing"), _SAVE_JPEG),
    ".zip": Foreign(_ARCHIVE, _UNPACK),
    ".rar": Foreign(_ARCHIVE, _UNPACK),
    ".7z": Foreign(_ARCHIVE, _UNPACK),
}  # fmt: skip
"""By the ending of their names; what only its first bytes give away is found by ``_SIGNS``."""

ENCRYPTED = Foreign(Words("加了密码的文件", "a file with a password"),
                    Words("打开后去掉密码，另存一份", "open it, take the password off, and save it"))  # fmt: skip

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"%PDF-", ".pdf"),
    (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
    (b"GIF8", ".gif"),
    (b"8BPS", ".psd"),
)
"""How files begin that cannot be read, whatever they are called."""

_OLD_OFFICE = (".doc", ".xls", ".et", ".ppt", ".wps")
_HEIC = pattern(rb"....ftyp(heic|heix|hevc|mif1|msf1|heim|heis)")
_ZIP = b"PK\x03\x04"
_ZIPPED = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", ".pptx"), ("content.xml", ".odt"), ("", ".zip"))
"""What an archive is by the parts in it: a format, or an ending of ``FOREIGN``."""

_MARKUP = (
    (pattern(rb"<(\w+:)?(nitf|newsItem|newsMessage|packageItem|itemSet)[\s>]"), "newsml"),
    (pattern(rb"<(!doctype html|html|head|body|article|div|p|h[1-6]|table|span|meta)[\s>]", IGNORECASE), "html"),
    (pattern(rb"\A\s*[\[{][\s\S]*\"(uri|headline|headlines|body_text|bodies)\"\s*:"), "ninjs"),
)
"""How the first bytes of markup tell what it is."""

_HEAD = 4096


class Told(NamedTuple):
    """What a file is: the name of its format, or why it cannot be read."""

    format: str = ""
    fault: Diagnostic | None = None


def format_of(data: bytes, file: str) -> Told:
    """The format of a file by how it begins, and where that says nothing by its name."""
    ending = Path(file).suffix.lower()
    sign = _sign(data, ending)
    if sign in FOREIGN:
        return Told(fault=_foreign(FOREIGN[sign], file))
    if data.startswith(_SIGNS[0][0]):
        return Told(fault=_foreign(ENCRYPTED, file))
    if sign:
        return Told(sign)
    named = next((name for name, row in FORMATS.items() if ending in row.endings), "")
    name = named or _by_markup(data) or ("text" if not ending else "")
    if not name and ending in FOREIGN:
        return Told(fault=_foreign(FOREIGN[ending], file))
    return Told(name) if name else Told(fault=diagnose("P802", None, file=file))


def _sign(data: bytes, ending: str) -> str:
    """What the first bytes of a file say beyond doubt: a format, or an ending of ``FOREIGN``."""
    if data.startswith(_ZIP):
        return _in_archive(data)
    if data.startswith(_SIGNS[0][0]):
        return ending if ending in _OLD_OFFICE else ".doc" if ending not in (".docx", ".xlsx", ".docm", ".xlsm") else ""
    return next((sign for begin, sign in _SIGNS if data.startswith(begin)), ".heic" if _HEIC.match(data) else "")


def _in_archive(data: bytes) -> str:
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    return next(sign for part, sign in _ZIPPED if any(name.startswith(part) for name in names) or not part)


def _by_markup(data: bytes) -> str:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    return next((name for sign, name in _MARKUP if sign.search(head)), "")


def _foreign(row: Foreign, file: str) -> Diagnostic:
    return diagnose("P801", None, file=file, kind=row.words, advice=row.advice)


def read_format(name: str, data: bytes, file: str) -> Reading:
    """What the reader of a format makes of a file; a library that is not there is told."""
    row = FORMATS[name]
    try:
        return row.read(data, file)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("paiban"):
            raise
        return Reading(found=(diagnose("P803", None, kind=row.words, library=row.library),))
    except RecursionError:
        return Reading(found=(diagnose("P805", None, file=file, reason=TOO_DEEP),))
