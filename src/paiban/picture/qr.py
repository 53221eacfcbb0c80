"""QR codes (ISO/IEC 18004) by their modules."""

from __future__ import annotations

from functools import lru_cache

Rows = tuple[str, ...]

QUIET = 4
"""Modules of white that a code keeps on every side (ISO/IEC 18004, quiet zone)."""

LEVELS = {"low": "l", "medium": "m", "quartile": "q", "high": "h"}
"""How much of a code may be lost and it is still read: 7, 15, 25 and 30 per cent."""


@lru_cache(maxsize=64)
def qr_rows(words: str, level: str) -> Rows | None:
    """The modules of the code that says ``words``, ``#`` for dark, without its quiet zone; None for too many words."""
    import segno  # noqa: PLC0415  only for codes

    try:
        code = segno.make_qr(words, error=LEVELS[level], encoding="utf-8" if not words.isascii() else None)
    except segno.DataOverflowError:
        return None
    return tuple("".join("#" if module else "." for module in row) for row in code.matrix)
