"""Objects of a PDF, read without trust: wrong types come out as None, streams are never unpacked past a bound.

``pikepdf`` raises a dozen kinds of error on a bad file; the callers here get plain Python values instead. Streams are
unpacked by filter with a ceiling, so that a few kilobytes that promise gigabytes cost nothing.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pikepdf

from paiban.preflight.limits import MOST_STREAM_BYTES, Exhausted, Work
from paiban.preflight.reasons import BROKEN

SHORT_NAMES = {"/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode", "/Fl": "/FlateDecode",
               "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode", "/DCT": "/DCTDecode"}  # fmt: skip
"""Filter names as inline images may shorten them."""

PICTURE_FILTERS = frozenset({"/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode"})
PLAIN_FILTERS = frozenset({"/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode"})
_SPACE = re.compile(rb"[\x00\t\n\x0c\r ]+")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_CHUNK = 1 << 20
_LZW_CLEAR, _LZW_END = 256, 257

DEEPEST_PRINT = 6
"""How deep a tint transform is followed to be told from another."""

_ONLY_STORAGE = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""Entries of a stream that say how its data are kept, not what they are."""

Pdf = Any
"""A pikepdf object, or a plain value that pikepdf made of one."""


class Broken(Exception):
    """Data that cannot be made sense of, for a reason of :data:`paiban.preflight.reasons.BROKEN`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.reason = BROKEN[why]


def is_dict(value: Pdf) -> bool:
    """Whether ``value`` is a dictionary or a stream."""
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream, dict))


def is_stream(value: Pdf) -> bool:
    """Whether ``value`` is a stream."""
    return isinstance(value, pikepdf.Stream)


def get(holder: Pdf, key: str, default: Pdf = None) -> Pdf:
    """The entry ``key`` of a dictionary or stream; ``default`` where there is none, or no dictionary."""
    if not is_dict(holder):
        return default
    try:
        value = holder.get(key, default)
    except MemoryError:
        raise
    except Exception:  # a reference to what cannot be parsed: for us it is not there
        return default
    return default if value is None else value


def keys(holder: Pdf) -> list[str]:
    """The keys of a dictionary or stream, sorted; none for anything else."""
    try:
        return sorted(str(key) for key in holder.keys()) if is_dict(holder) else []  # noqa: SIM118 - not a Python dict
    except UnicodeDecodeError:  # none that print cares for
        return []


def items(value: Pdf) -> list[Pdf]:
    """The members of an array; a single value as an array of one, nothing as none."""
    if value is None:
        return []
    return list(value) if is_array(value) else [value]


def is_array(value: Pdf) -> bool:
    """Whether ``value`` is an array."""
    return isinstance(value, (list, pikepdf.Array))


def name(value: Pdf) -> str:
    """A name with its slash; ``""`` for anything that is no name."""
    if isinstance(value, str):
        return value
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:  # a name may be any bytes
        return bytes(value.unparse()).decode("latin-1")


def number(value: Pdf, default: float | None = None) -> float | None:
    """A number as a float, kept within ± 1e9; ``default`` for anything that is no number."""
    if isinstance(value, bool) or value is None:
        return default
    try:
        result = float(value)
    except (TypeError, ValueError, OverflowError):
        return default
    return min(max(result, -1e9), 1e9) if result == result else default  # noqa: PLR0124 - not a number is not itself


def whole(value: Pdf, default: int = 0) -> int:
    """A number as an int."""
    found = number(value)
    return default if found is None else int(found)


def numbers(value: Pdf, count: int | None = None) -> tuple[float, ...] | None:
    """An array of numbers (``count`` of them where given) as floats, or None."""
    if not is_array(value):
        return None
    found = tuple(number(v) for v in items(value))
    if count is not None and len(found) != count:
        return None
    kept = tuple(v for v in found if v is not None)
    return kept if len(kept) == len(found) else None


def words(value: Pdf) -> str | None:
    """A text string decoded, or None for anything that is no string."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if isinstance(value, pikepdf.String) else None


def raw_string(value: Pdf) -> bytes | None:
    """The bytes of a string, or None for anything that is no string."""
    if isinstance(value, bytes):
        return value
    return bytes(value) if isinstance(value, pikepdf.String) else None


def object_number(value: Pdf) -> int | None:
    """The number of an indirect object; None for a direct one."""
    try:
        found = int(value.objgen[0])
    except (AttributeError, TypeError, ValueError):
        return None
    return found or None


def filters(stream: Pdf) -> list[str]:
    """The filters of a stream or inline image in order, by their full names."""
    found = [name(f) for f in items(get(stream, "/Filter", None if is_stream(stream) else get(stream, "/F")))]
    return [SHORT_NAMES.get(f, f) for f in found if f]


def decode_parameters(stream: Pdf) -> list[Pdf]:
    """The parameters of each filter, as far as they are given."""
    return items(get(stream, "/DecodeParms", get(stream, "/DP")))


def unpack(stream: Pdf, work: Work, inline: bytes | None = None) -> tuple[bytes, str]:
    """The data of a stream after all filters but a picture's, and the picture's filter or ``""``.

    ``inline`` is the data where ``stream`` is an inline image's dictionary. Raises :class:`Broken` when the data do not
    unpack and :class:`Exhausted` when they are more than preflight reads.
    """
    data = inline if inline is not None else _raw(stream)
    for kind in filters(stream):
        if kind in PICTURE_FILTERS:
            return data, kind
        if kind not in PLAIN_FILTERS:
            raise Broken("filter")
        data = _UNPACKERS[kind](data)
        work.spend("decoded bytes", len(data))
    predicted = any(whole(get(p, "/Predictor"), 1) > 1 for p in decode_parameters(stream))
    return (_by_qpdf(stream, inline) if predicted else data), ""


def print_of(value: Pdf, work: Work) -> str:
    """A digest of a value and all that belongs to it, whatever its object numbers; of a stream also of its data."""
    digest = sha256()
    for part in _parts_of(value, work, DEEPEST_PRINT):
        digest.update(part)
    return digest.hexdigest()


def _parts_of(value: Pdf, work: Work, depth: int) -> Iterator[bytes]:
    if is_stream(value):
        try:
            yield unpack(value, work)[0]
        except (Broken, Exhausted):
            yield b"?"
    if is_dict(value) and depth:
        for key in keys(value):
            if key not in _ONLY_STORAGE:
                yield key.encode("utf-8", "replace")
                yield from _parts_of(get(value, key), work, depth - 1)
    elif is_array(value) and depth:
        yield b"["
        for item in items(value):
            yield from _parts_of(item, work, depth - 1)
    else:
        found = number(value)
        yield repr(found if found is not None else str(value)).encode()


def _by_qpdf(stream: Pdf, inline: bytes | None) -> bytes:
    """The data by libqpdf, which undoes predictors; asked only once their size is known to be bearable."""
    shelf = pikepdf.new()  # owns the inline image's stand-in until it is read
    if inline is not None:
        shell = pikepdf.Stream(shelf, inline)
        shell["/Filter"] = pikepdf.Array([pikepdf.Name(kind) for kind in filters(stream)])
        shell["/DecodeParms"] = pikepdf.Array([_whole_numbers(p) for p in decode_parameters(stream)])
        stream = shell
    try:
        return bytes(stream.read_bytes())
    except MemoryError:
        raise
    except Exception:  # whatever qpdf says of it, the data do not unpack
        raise Broken("garbled") from None


def _whole_numbers(parameters: Pdf) -> Pdf:
    """Filter parameters as whole numbers: an inline image's come as floats, which qpdf refuses."""
    return pikepdf.Dictionary({key: whole(get(parameters, key)) for key in keys(parameters)})


def _raw(stream: Pdf) -> bytes:
    try:
        return bytes(stream.read_raw_bytes())
    except MemoryError:
        raise
    except Exception:  # whatever qpdf says of it, there are no data
        raise Broken("no data") from None


def _flate(data: bytes) -> bytes:
    if not data.strip():  # an empty stream, which many programs write for nothing at all
        return b""
    unpacker = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        while data and not unpacker.eof:
            part = unpacker.decompress(data, _CHUNK)
            size += len(part)
            if size > MOST_STREAM_BYTES:
                raise Exhausted("decoded bytes")
            parts.append(part)
            data = unpacker.unconsumed_tail
    except zlib.error:
        raise Broken("garbled") from None
    if not unpacker.eof:
        raise Broken("cut off")
    return b"".join(parts)


def _ascii85(data: bytes) -> bytes:
    body = _SPACE.sub(b"", data).removeprefix(b"<~").partition(b"~")[0]
    try:
        return base64.a85decode(body)
    except ValueError:
        raise Broken("garbled") from None


def _ascii_hex(data: bytes) -> bytes:
    digits = _NOT_HEX.sub(b"", data.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _run_length(data: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while at < len(data) and data[at] != 128:
        if data[at] < 128:
            parts.append(data[at + 1 : at + 2 + data[at]])
            at += data[at] + 2
        else:
            parts.append(data[at + 1 : at + 2] * (257 - data[at]))
            at += 2
    return b"".join(parts)


def _lzw(data: bytes) -> bytes:
    table: dict[int, bytes] = {}
    parts: list[bytes] = []
    size, previous = 0, b""
    for code in _lzw_codes(data, table):
        if code == _LZW_CLEAR:
            table.clear()
            previous = b""
            continue
        entry = bytes([code]) if code < _LZW_CLEAR else table.get(code, previous + previous[:1])
        if previous and len(table) < 4096 - 258:
            table[258 + len(table)] = previous + entry[:1]
        previous = entry
        size += len(entry)
        if size > MOST_STREAM_BYTES:
            raise Exhausted("decoded bytes")
        parts.append(entry)
    return b"".join(parts)


def _lzw_codes(data: bytes, table: dict[int, bytes]) -> Iterator[int]:
    """The codes of LZW data; their width follows the table that the reader fills."""
    bits = held = 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        width = max(9, (len(table) + 259).bit_length())
        width = min(width, 12)
        if bits >= width:
            code = held >> (bits - width)
            bits -= width
            held &= (1 << bits) - 1
            if code == _LZW_END:
                return
            yield code


_UNPACKERS = {
    "/FlateDecode": _flate,
    "/ASCII85Decode": _ascii85,
    "/ASCIIHexDecode": _ascii_hex,
    "/RunLengthDecode": _run_length,
    "/LZWDecode": _lzw,
}
