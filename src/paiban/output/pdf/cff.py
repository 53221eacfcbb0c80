"""What a PDF must know of a CFF font: the character identifiers by which it addresses its glyphs.

Adobe Technical Note 5176. Read from the cut font itself, just enough of it.
"""

from __future__ import annotations

_ROS = (12, 30)
_CHARSET, _CHAR_STRINGS = (15,), (17,)
_REAL = 30


def glyph_cids(cff: bytes) -> tuple[int, ...] | None:
    """The CID of each glyph of a CID-keyed font; None for a name-keyed one, whose CIDs are its glyph numbers."""
    start = cff[2]
    start = _index(cff, start)[1]
    top, _ = _index(cff, start)
    entries = _dict(cff[top[0] : top[1]])
    if _ROS not in entries:
        return None
    count = int.from_bytes(cff[entries[_CHAR_STRINGS][0] : entries[_CHAR_STRINGS][0] + 2], "big")
    offset = entries.get(_CHARSET, [0])[0]
    return _charset(cff, offset, count) if offset > 2 else tuple(range(count))


def _index(data: bytes, start: int) -> tuple[list[int], int]:
    """The absolute offsets of an INDEX's items (one past the last included), and where it ends."""
    count = int.from_bytes(data[start : start + 2], "big")
    if count == 0:
        return [], start + 2
    size = data[start + 2]
    first = start + 3
    base = first + size * (count + 1) - 1
    offsets = [base + int.from_bytes(data[first + size * n : first + size * (n + 1)], "big") for n in range(count + 1)]
    return offsets, offsets[-1]


def _dict(data: bytes) -> dict[tuple[int, ...], list[int]]:
    """A DICT's operators with their operands; real numbers, which no offset is, become 0."""
    entries: dict[tuple[int, ...], list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte < 22:
            operator = (byte, data[at + 1]) if byte == 12 else (byte,)
            entries[operator] = operands
            operands = []
            at += len(operator)
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return entries


def _operand(data: bytes, at: int) -> tuple[int, int]:
    byte = data[at]
    if byte == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if byte == _REAL:
        end = at + 1
        while data[end] & 0x0F != 0x0F and data[end] >> 4 != 0x0F:
            end += 1
        return 0, end + 1
    if byte < 247:
        return byte - 139, at + 1
    if byte < 251:
        return (byte - 247) * 256 + data[at + 1] + 108, at + 2
    return -(byte - 251) * 256 - data[at + 1] - 108, at + 2


def _charset(data: bytes, start: int, count: int) -> tuple[int, ...]:
    """The charset's three forms: a list, or ranges with a one- or two-byte length; .notdef is not in them."""
    form = data[start]
    at = start + 1
    cids = [0]
    while len(cids) < count:
        first = int.from_bytes(data[at : at + 2], "big")
        width = (0, 1, 2)[form]
        more = int.from_bytes(data[at + 2 : at + 2 + width], "big")
        cids.extend(range(first, first + more + 1))
        at += 2 + width
    return tuple(cids[:count])
