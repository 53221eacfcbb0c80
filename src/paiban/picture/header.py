"""The headers of JPEG, PNG, TIFF and WebP files: enough to know a picture's size and kind, and nothing decoded.

Every read is bounded and every offset checked, since these bytes come from anywhere. What cannot be made sense of
raises ``BrokenHeader``, which never leaves this package.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from paiban.value import NamedTuple

MAX_PARTS = 10_000
"""More segments, chunks or tags than this before the pixels: no honest file."""

MAX_EXIF = 1 << 20


class BrokenHeader(Exception):
    """The bytes break off or contradict themselves."""


class FileKind(NamedTuple):
    """What a file's first bytes say that it is."""

    name: str
    readable: bool


SIGNATURES: tuple[tuple[int, bytes, FileKind], ...] = (
    (0, b"\xff\xd8\xff", FileKind("JPEG", True)),
    (0, b"\x89PNG\r\n\x1a\n", FileKind("PNG", True)),
    (0, b"II*\x00", FileKind("TIFF", True)),
    (0, b"MM\x00*", FileKind("TIFF", True)),
    (8, b"WEBP", FileKind("WebP", True)),
    (0, b"II+\x00", FileKind("BigTIFF", False)),
    (0, b"MM\x00+", FileKind("BigTIFF", False)),
    (0, b"GIF8", FileKind("GIF", False)),
    (0, b"BM", FileKind("BMP", False)),
    (0, b"8BPS", FileKind("Photoshop", False)),
    (0, b"%!PS", FileKind("EPS", False)),
    (0, b"\xc5\xd0\xd3\xc6", FileKind("EPS", False)),
    (0, b"%PDF", FileKind("PDF", False)),
    (0, b"<?xml", FileKind("XML/SVG", False)),
    (0, b"<svg", FileKind("SVG", False)),
    (4, b"ftypheic", FileKind("HEIC", False)),
    (4, b"ftypmif1", FileKind("HEIF", False)),
    (4, b"ftypavif", FileKind("AVIF", False)),
    (4, b"jP  ", FileKind("JPEG 2000", False)),
)


class Header(NamedTuple):
    """A header as it stands in the file: ``width`` × ``height`` before orientation; ``mode`` as in PictureInfo, or
    ``spots`` (more inks than four) or ``unknown`` (samples that no press takes); ``coefficients`` as there."""

    format: str
    width: int = 0
    height: int = 0
    mode: str = "unknown"
    bits: int = 8
    channels: int = 0
    alpha: bool = False
    profile: bool = False
    orientation: int = 1
    more_pages: bool = False
    coefficients: float = 0.0


def recognise(start: bytes) -> FileKind:
    """The kind of file that begins with these bytes."""
    for offset, magic, kind in SIGNATURES:
        if start[offset : offset + len(magic)] == magic and (kind.name != "WebP" or start[:4] == b"RIFF"):
            return kind
    return FileKind("?", False)


def read_header(file: BinaryIO, kind: str) -> Header:
    """The header of a file of ``kind`` (JPEG, PNG, TIFF or WebP); raises BrokenHeader."""
    file.seek(0)
    try:
        header = READERS[kind](file)
    except (struct.error, IndexError, ValueError, OverflowError) as problem:
        raise BrokenHeader from problem
    if header.width < 1 or header.height < 1:
        raise BrokenHeader
    return header


def _take(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) != count:
        raise BrokenHeader
    return data


# JPEG (ITU-T T.81, annex B): segments until the frame header.

JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
"""Frames whose coefficients come in several scans: a decoder holds all of them, two bytes each."""

JPEG_MODES = {1: "grey", 3: "rgb", 4: "cmyk"}


def _read_jpeg(file: BinaryIO) -> Header:
    file.seek(2)
    header = Header("JPEG")
    for _ in range(MAX_PARTS):
        marker = _next_marker(file)
        if marker in (0x01, *range(0xD0, 0xD8)):
            continue
        length = int.from_bytes(_take(file, 2), "big") - 2
        if marker in JPEG_FRAMES:
            bits, height, width, channels = struct.unpack(">BHHB", _take(file, 6))
            mode = JPEG_MODES.get(channels, "spots") if bits == 8 else "unknown"
            kept = _coefficients(file, channels) if marker in PROGRESSIVE else 0.0
            return header._replace(
                width=width, height=height, bits=bits, channels=channels, mode=mode, coefficients=kept
            )
        if marker in (0xD9, 0xDA) or length < 0:
            raise BrokenHeader
        header = _jpeg_segment(header, marker, file, length)
    raise BrokenHeader


def _coefficients(file: BinaryIO, channels: int) -> float:
    """Bytes a pixel of the coefficients of a progressive frame, by how finely each channel is sampled."""
    samplings = [_take(file, 3)[1] for _ in range(channels)]
    sizes = [(sampling >> 4) * (sampling & 15) for sampling in samplings]
    return 2 * sum(sizes) / max([*sizes, 1])


def _next_marker(file: BinaryIO) -> int:
    """The next marker's code; any number of fill bytes 0xFF may stand before it."""
    if _take(file, 1) != b"\xff":
        raise BrokenHeader
    code = _take(file, 1)
    while code == b"\xff":
        code = _take(file, 1)
    return code[0]


def _jpeg_segment(header: Header, marker: int, file: BinaryIO, length: int) -> Header:
    """Take what an application segment says, and stand behind it."""
    if marker == 0xE1:
        data = _take(file, length)
        return header._replace(orientation=_exif_orientation(data[6:])) if data[:6] == b"Exif\0\0" else header
    if marker == 0xE2:
        return header._replace(profile=True) if _take(file, length)[:12] == b"ICC_PROFILE\0" else header
    file.seek(length, 1)
    return header


# PNG (ISO/IEC 15948): IHDR, then chunks until the pixels.

PNG_MODES = {0: ("grey", 1), 2: ("rgb", 3), 3: ("palette", 1), 4: ("grey", 2), 6: ("rgb", 4)}


def _read_png(file: BinaryIO) -> Header:
    file.seek(8)
    length, name = struct.unpack(">I4s", _take(file, 8))
    if name != b"IHDR" or length != 13:
        raise BrokenHeader
    width, height, bits, colour = struct.unpack(">IIBB3x4x", _take(file, 17))
    mode, channels = PNG_MODES.get(colour, ("unknown", 0))
    if mode == "grey" and bits == 1:
        mode = "bilevel"
    header = Header("PNG", width, height, mode, bits, channels, alpha=colour in (4, 6))
    for _ in range(MAX_PARTS):
        length, name = struct.unpack(">I4s", _take(file, 8))
        if name == b"IDAT":
            return header
        if name == b"eXIf":
            header = header._replace(orientation=_exif_orientation(_take(file, min(length, MAX_EXIF))))
            file.seek(max(length - MAX_EXIF, 0) + 4, 1)
            continue
        header = header._replace(
            alpha=header.alpha or name == b"tRNS",
            profile=header.profile or name == b"iCCP",
            more_pages=header.more_pages or name == b"acTL",
        )
        file.seek(length + 4, 1)
    raise BrokenHeader


# TIFF 6.0: the first image file directory.

WIDTH, HEIGHT, BITS, PHOTOMETRIC, ORIENTATION = 256, 257, 258, 262, 274
SAMPLES, INK_SET, EXTRA_SAMPLES, SAMPLE_FORMAT, ICC_PROFILE = 277, 332, 338, 339, 34675
TIFF_TYPES = {1: "B", 3: "H", 4: "I"}
TIFF_MODES = {
    0: ("grey", 1),
    1: ("grey", 1),
    2: ("rgb", 3),
    3: ("palette", 1),
    5: ("cmyk", 4),
    6: ("rgb", 3),
    8: ("lab", 3),
}
ALPHAS = (1, 2)
"""Extra samples that are an alpha channel, premultiplied or not; 0 says nothing and may be a spot colour."""


def _read_tiff(file: BinaryIO) -> Header:
    tags, following = _directory(file)
    mode, inks = TIFF_MODES.get(tags.get(PHOTOMETRIC, -1), ("unknown", 0))
    bits, channels, extra = tags.get(BITS, 1), tags.get(SAMPLES, 1), tags.get(EXTRA_SAMPLES, 0)
    if tags.get(SAMPLE_FORMAT, 1) != 1 or bits not in (1, 2, 4, 8, 16):
        mode = "unknown"
    elif (mode == "cmyk" and tags.get(INK_SET, 1) != 1) or _has_spots(mode, channels - inks, extra):
        mode = "spots"
    elif mode == "grey" and bits == 1:
        mode = "bilevel"
    return Header(
        "TIFF",
        tags.get(WIDTH, 0),
        tags.get(HEIGHT, 0),
        mode,
        bits,
        channels,
        alpha=channels > inks and extra in ALPHAS,
        profile=ICC_PROFILE in tags,
        orientation=_sane_orientation(tags.get(ORIENTATION, 1)),
        more_pages=following != 0,
    )


def _has_spots(mode: str, spare: int, extra: int) -> bool:
    """Whether channels beyond the mode's own may be spot colours: more than one, or an unnamed one beside CMYK."""
    return mode != "unknown" and (spare > 1 or (mode == "cmyk" and spare == 1 and extra not in ALPHAS))


def _directory(file: BinaryIO) -> tuple[dict[int, int], int]:
    """The first value of each tag of the first directory, and where the second directory begins (0: nowhere)."""
    order = {b"II": "<", b"MM": ">"}.get(_take(file, 2))
    if order is None:
        raise BrokenHeader
    file.seek(struct.unpack(order + "2xI", _take(file, 6))[0])
    (count,) = struct.unpack(order + "H", _take(file, 2))
    entries = _take(file, 12 * min(count, MAX_PARTS))
    following = file.read(4)
    tags: dict[int, int] = {}
    for tag, kind, many, value in struct.iter_unpack(order + "HHI4s", entries):
        code = TIFF_TYPES.get(kind)
        if code is not None and many:
            tags[tag] = _first_value(file, order, code, many, value)
        elif tag == ICC_PROFILE:
            tags[tag] = 1
    return tags, struct.unpack(order + "I", following)[0] if len(following) == 4 else 0


def _first_value(file: BinaryIO, order: str, code: str, many: int, value: bytes) -> int:
    """The first number of a tag, which stands in the entry itself or, where they do not fit there, at an offset."""
    size = struct.calcsize(code)
    if size * many > 4:
        file.seek(struct.unpack(order + "I", value)[0])
        value = _take(file, size)
    return int(struct.unpack(order + code, value[:size])[0])


def _exif_orientation(data: bytes) -> int:
    """The orientation that a block of EXIF asks for; a broken block asks for nothing."""
    if data[:6] == b"Exif\0\0":
        data = data[6:]
    try:
        tags, _ = _directory(BytesIO(data))
    except (BrokenHeader, struct.error):
        return 1
    return _sane_orientation(tags.get(ORIENTATION, 1))


def _sane_orientation(number: int) -> int:
    return number if 1 <= number <= 8 else 1


# WebP (RFC 9649): a RIFF file of one picture.


def _read_webp(file: BinaryIO) -> Header:
    file.seek(12)
    name, length = struct.unpack("<4sI", _take(file, 8))
    body = _take(file, 10)
    header = Header("WebP", mode="rgb", channels=3)
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", body[6:10])
        return header._replace(width=width & 0x3FFF, height=height & 0x3FFF)
    if name == b"VP8L":
        packed = int.from_bytes(body[1:5], "little")
        width, height = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
        return header._replace(width=width, height=height, alpha=bool(packed >> 28 & 1))
    if name != b"VP8X":
        raise BrokenHeader
    width, height = (int.from_bytes(body[at : at + 3], "little") + 1 for at in (4, 7))
    orientation = _webp_orientation(file, 20 + length) if body[0] & 0x08 else 1
    return header._replace(
        width=width,
        height=height,
        alpha=bool(body[0] & 0x10),
        profile=bool(body[0] & 0x20),
        orientation=orientation,
        more_pages=bool(body[0] & 0x02),
    )


def _webp_orientation(file: BinaryIO, offset: int) -> int:
    """The orientation in the EXIF chunk, which comes after the pixels."""
    for _ in range(MAX_PARTS):
        file.seek(offset)
        head = file.read(8)
        if len(head) < 8:
            return 1
        name, length = struct.unpack("<4sI", head)
        if name == b"EXIF":
            return _exif_orientation(file.read(min(length, MAX_EXIF)))
        offset += 8 + length + length % 2
    return 1


READERS: dict[str, Callable[[BinaryIO], Header]] = {
    "JPEG": _read_jpeg,
    "PNG": _read_png,
    "TIFF": _read_tiff,
    "WebP": _read_webp,
}
