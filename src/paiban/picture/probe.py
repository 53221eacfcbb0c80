"""Look at a picture file without decoding it."""

from __future__ import annotations

from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import open_plain
from paiban.issue.values import PICTURE_FORMATS
from paiban.language import Words
from paiban.picture.header import BrokenHeader, Header, read_header, recognise
from paiban.picture.memory import most_megapixels, scale_for
from paiban.picture.model import PictureInfo
from paiban.span import Span
from paiban.template import Limits

NEWSPRINT = Limits()
"""What is refused before decoding where no press has been chosen yet."""

EMPTY = Words("文件是空的", "the file is empty")
WEB_PAGE = Words("内容是网页", "its content is a web page")
UNKNOWN = Words("看不出是哪一种文件", "nobody knows what it is")

TURNED = (5, 6, 7, 8)
"""EXIF orientations in which the picture lies on its side."""


def probe_picture(path: Path, span: Span | None = None, limits: Limits = NEWSPRINT) -> PictureInfo | Diagnostic:
    """The size and kind of the picture at ``path`` by its header alone, or why it cannot be used."""
    name = path.name
    try:
        megabytes = path.stat().st_size / 1e6
        if megabytes > limits.picture_file_mb_max:
            limit = round(limits.picture_file_mb_max)
            return diagnose("P755", span, name=name, size=round(megabytes), limit=limit)
        with open_plain(path) as file:
            start = file.read(32)
            kind = recognise(start)
            if not kind.readable:
                return diagnose("P751", span, name=name, kind=_content(start, kind.name))
            header = read_header(file, kind.name)
    except OSError:
        return diagnose("P750", span, path=path)
    except BrokenHeader:
        return diagnose("P753", span, name=name)
    refusal = _refusal(header, name, span, limits)
    if refusal is not None:
        return refusal
    info = _info(header, path, span)
    return too_large(info, round(megabytes * 1e6), name, span) or info


def _content(start: bytes, name: str) -> Words:
    """What a file holds that is no picture, by what it begins with."""
    if not start:
        return EMPTY
    if start.lstrip()[:5].lower() in (b"<html", b"<!doc"):
        return WEB_PAGE
    return UNKNOWN if name == "?" else Words(f"内容是 {name}", f"its content is {name}")


def too_large(info: PictureInfo, size: int, name: str, span: Span | None, delivered: bool = False) -> Diagnostic | None:
    """The answer to a picture, its file of ``size`` bytes, that takes more memory than there is for it; else None."""
    if scale_for(info, size, delivered):
        return None
    limit = most_megapixels(info, size, delivered)
    return diagnose("P754", span, name=name, width=info.width_px, height=info.height_px, limit=limit)


def _refusal(header: Header, name: str, span: Span | None, limits: Limits) -> Diagnostic | None:
    """Why a picture with this header is not decoded, or None."""
    megapixels = header.width * header.height / 1e6
    if megapixels > limits.picture_megapixels_max:
        limit = round(limits.picture_megapixels_max)
        return diagnose("P754", span, name=name, width=header.width, height=header.height, limit=limit)
    if header.mode == "spots":
        return diagnose("P756", span, name=name, channels=header.channels)
    if header.mode == "unknown":
        return diagnose("P757", span, name=name)
    return None


def _info(header: Header, path: Path, span: Span | None) -> PictureInfo:
    """The header as the rest of paiban sees it."""
    notes = []
    promised = PICTURE_FORMATS.get(path.suffix.lower())
    if promised != header.format:
        notes.append(diagnose("P752", span, name=path.name, kind=header.format))
    if header.more_pages:
        notes.append(diagnose("P766", span, name=path.name))
    size = (header.width, header.height)
    width, height = size[::-1] if header.orientation in TURNED else size
    kind = (header.format, header.mode, header.bits, header.alpha, header.profile)
    return PictureInfo(width, height, *kind, header.orientation, header.coefficients, tuple(notes))
