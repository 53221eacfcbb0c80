"""An advert's file looked at without being judged: what it is, how many pages it has, how large one of them is cut."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import SupportsFloat

from paiban import cache
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.digest import sha256
from paiban.files import read_plain
from paiban.language import Words
from paiban.picture.mend import Mend, mended
from paiban.span import Span
from paiban.units import Length, pt
from paiban.value import NamedTuple

CODE_VERSION = 4
"""Raised whenever the same file would be described otherwise within one version of paiban."""

QUARTER_TURNS = (0, 90, 180, 270)

EXPORT: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%!PS", "P722", "PostScript (EPS, PS)"),
    (0, b"\xc5\xd0\xd3\xc6", "P722", "PostScript (EPS)"),
    (0, b"PK\x03\x04", "P740", "Word, Excel, PowerPoint, WPS, ZIP"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "P740", "Word, Excel, PowerPoint, WPS, CorelDRAW"),
    (0, b"{\\rtf", "P740", "RTF"),
    (0, b"8BPS", "P740", "Photoshop"),
    (0, b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "P740", "InDesign"),
    (8, b"CDR", "P740", "CorelDRAW"),
    (0, b"<svg", "P740", "SVG"),
    (0, b"<?xml", "P740", "SVG, XML"),
    (0, b"<!DOCTYPE", "P740", "HTML"),
    (0, b"<html", "P740", "HTML"),
)
"""Files that an advertiser has to export as PDF: where their mark stands, what it is, the answer, the programs."""

EMPTY = Words("文件是空的", "the file is empty")
DAMAGED = Words("文件损坏", "the file is damaged")


class ArtworkInfo(NamedTuple):
    """One page of an advert's PDF: its trim as it is seen, upright (the whole page where the file names none), and the
    number of the file's pages.

    ``bleed`` is how far its bleed box goes beyond the trim at left, top, right and foot as the page is seen.
    """

    width: Length
    height: Length
    pages: int
    bleed: tuple[Length, Length, Length, Length] = (0, 0, 0, 0)


def probe_artwork(
    path: Path, page: int, span: Span | None = None, mend: Mend | None = None
) -> ArtworkInfo | Diagnostic:
    """What the PDF at ``path`` is by its page ``page`` (from 1), or why it cannot be placed."""
    try:
        kept = cache.load(_key(artwork_content(path, mend), page), _unpack)
        if kept is not None:
            return kept
        data = artwork_data(path, mend)
    except OSError as error:
        return diagnose("P701", span, path=path, problem=system_words(error))
    foreign = foreign_file(data, path, span)
    if foreign is not None:
        return foreign
    found = _probe(data, path, page, span)
    if isinstance(found, ArtworkInfo):
        cache.store(_key(sha256(data).hexdigest(), page), json.dumps(found).encode())
    return found


def _key(content: str, page: int) -> str:
    return cache.name_of("artwork", CODE_VERSION, content, page)


def artwork_data(path: Path, mend: Mend | None) -> bytes:
    """The file as it is used: as it came, or mended where that was asked for. OSError where it cannot be read."""
    data = read_plain(path)
    return data if mend is None else mended(data, mend).data


def artwork_content(path: Path, mend: Mend | None) -> str:
    """The SHA-256 of the file as it is used. OSError where it cannot be read."""
    return cache.content_of(path) if mend is None else sha256(artwork_data(path, mend)).hexdigest()


def foreign_file(data: bytes, path: Path, span: Span | None) -> Diagnostic | None:
    """The answer to an empty file, or to one of a program that has to be exported as PDF; None for what may be one."""
    if not data:
        return diagnose("P701", span, path=path, problem=EMPTY)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for offset, mark, code, names in EXPORT:
        if start[offset : offset + len(mark)].lower() == mark.lower():
            return diagnose(code, span, path=path, kind=names)
    return None


def _unpack(entry: bytes) -> ArtworkInfo:
    width, height, pages, bleed = json.loads(entry)
    return ArtworkInfo(width, height, pages, tuple(bleed))


def _probe(data: bytes, path: Path, page: int, span: Span | None) -> ArtworkInfo | Diagnostic:
    from io import BytesIO  # noqa: PLC0415  with pikepdf

    import pikepdf  # noqa: PLC0415  a tenth of a second, and only for an advert that was not seen before

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            if not 0 < page <= len(pdf.pages):
                return diagnose("P702", span, path=path, page=page, count=len(pdf.pages))
            return _info(pdf.pages[page - 1], len(pdf.pages))
    except pikepdf.PasswordError:
        return diagnose("P703", span, path=path)
    except MemoryError:
        raise
    except Exception:  # libqpdf's, of many kinds: whatever it is, it is no PDF with such a page
        return diagnose("P701", span, path=path, problem=DAMAGED)


def _info(page: object, pages: int) -> ArtworkInfo:
    """The size of a page, turned as it is shown."""
    obj = page.obj  # type: ignore[attr-defined]
    trim = obj.get("/TrimBox", obj.get("/ArtBox", page.trimbox))  # type: ignore[attr-defined]
    x0, y0, x1, y1 = _box(trim)
    width, height = x1 - x0, y1 - y0
    turn = int(obj.get("/Rotate", 0)) % 360
    if not width or not height or turn not in QUARTER_TURNS:
        raise ValueError("no size")
    if turn % 180:
        width, height = height, width
    left, foot, right, top = _box(obj.get("/BleedBox", trim))
    reach = [max(0, pt(beyond)) for beyond in (x0 - left, top - y1, right - x1, y0 - foot)]
    first = -turn // 90  # a quarter turn clockwise brings what is at the foot to the left
    bleed = reach[first % 4], reach[(first + 1) % 4], reach[(first + 2) % 4], reach[(first + 3) % 4]
    return ArtworkInfo(pt(width), pt(height), pages, bleed)


def _box(values: Iterable[SupportsFloat]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in values)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
