"""The profile as a file: ICC.1:2001-04 (version 2.4), class ``prtr``, CMYK with L*a*b* as connection space."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsprint_profile.colour import D50, Array

DATE = (2022, 3, 31, 0, 0, 0)
"""Fixed, so that the same numbers make the same file byte for byte."""


class Lut(NamedTuple):
    """A ``lut16Type`` or ``lut8Type`` table. All numbers are 0 … 1 of the full scale.

    ``inputs`` and ``outputs`` hold one curve a channel; ``grid`` has the input channels as its first axes (the last
    varies fastest) and the output channels as its last. In 16 bits its values are multiples of ``grid_step`` (and full
    scale): noise below the eye's threshold would only keep the file from packing well.
    """

    inputs: Array
    grid: Array
    outputs: Array
    grid_step: int = 1


def profile(tags: Sequence[tuple[bytes, bytes]]) -> bytes:
    """The file: header, tag table, tag data; tags with equal data share it."""
    offset = 128 + 4 + 12 * len(tags)
    table, body, seen = struct.pack(">I", len(tags)), b"", {}
    for name, data in tags:
        if data not in seen:
            seen[data] = offset + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, seen[data], len(data))
    return _header(offset + len(body)) + table + body


def _header(size: int) -> bytes:
    white = struct.pack(">3i", *(_fixed(value) for value in D50))
    kind = struct.pack(">I4sI4s4s4s6H4s", size, b"\0\0\0\0", 0x02400000, b"prtr", b"CMYK", b"Lab ", *DATE, b"acsp")
    rest = struct.pack(">4sI4s4s8sI", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", bytes(8), 0)
    return (kind + rest + white).ljust(128, b"\0")


def _fixed(value: float) -> int:
    return round(float(value) * 65536)


def text(words: str) -> bytes:
    """``textType``."""
    return b"text\0\0\0\0" + words.encode("ascii") + b"\0"


def description(words: str) -> bytes:
    """``textDescriptionType`` with its ASCII part only."""
    ascii_part = words.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_part)) + ascii_part + bytes(4 + 4 + 2 + 1 + 67)


def xyz(value: Array) -> bytes:
    """``XYZType`` with one colour."""
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(_fixed(part) for part in value))


def signature(name: bytes) -> bytes:
    """``signatureType``."""
    return b"sig \0\0\0\0" + name


def lut16(lut: Lut) -> bytes:
    """``lut16Type``."""
    sizes = struct.pack(">HH", lut.inputs.shape[1], lut.outputs.shape[1])
    coarse = np.floor(np.clip(lut.grid, 0, 1) * 65535 / lut.grid_step + 0.5) * lut.grid_step / 65535
    parts = (_whole(part, 65535, ">u2") for part in (lut.inputs, coarse, lut.outputs))
    return b"mft2\0\0\0\0" + _lut_head(lut) + sizes + b"".join(parts)


def lut8(lut: Lut) -> bytes:
    """``lut8Type``; its curves have 256 points each."""
    parts = (_whole(part, 255, ">u1") for part in (lut.inputs, lut.grid, lut.outputs))
    return b"mft1\0\0\0\0" + _lut_head(lut) + b"".join(parts)


def _lut_head(lut: Lut) -> bytes:
    identity = struct.pack(">9i", *(65536 * (i % 4 == 0) for i in range(9)))
    return struct.pack(">4B", lut.grid.ndim - 1, lut.grid.shape[-1], lut.grid.shape[0], 0) + identity


def _whole(part: Array, full: int, kind: str) -> bytes:
    return np.floor(np.clip(part, 0, 1) * full + 0.5).astype(kind).tobytes()
