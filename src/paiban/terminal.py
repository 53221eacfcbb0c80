"""Text made safe for a terminal: what it would obey or hide is written out."""

from __future__ import annotations

from unicodedata import category

_ORDERS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode's general categories of what no terminal shows as itself: controls and direction marks, lone surrogates,
private characters, unassigned ones and line ends of other kinds."""

_BYTES = range(0xDC80, 0xDD00)
"""How Python writes a byte of a file name that is no UTF-8 (PEP 383)."""


def escaped(text: str, keep: str = "") -> str:
    r"""``text`` with every character that a terminal would not simply show as its code; ``keep`` stays as it is.

    >>> escaped("\x1b[31m红\u202e.png")
    '\\x1b[31m红\\u202e.png'
    """
    if text.isprintable():
        return text
    return "".join([c if c in keep or c == " " or category(c) not in _ORDERS else _code(c) for c in text])


def _code(character: str) -> str:
    code = ord(character)
    if code in _BYTES:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
