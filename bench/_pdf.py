"""Lines of clusters read back from a PDF that another engine has set: every character at its origin, with its ink."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from unicodedata import normalize

_HYPHENS = "-\u2010\u2011\u00ad\x02"

Row = tuple[tuple[str, ...], tuple[float, ...], tuple[tuple[float, float], ...]]
"""Clusters, their x in em, and where the ink of each begins and ends."""


def paragraphs(pdf: bytes, size: float, copy: Sequence[str]) -> Iterator[list[Row]]:
    """The lines of each paragraph of ``copy`` in a PDF set at ``size`` points; a drawn hyphen is no copy."""
    found = _rows(pdf, size)
    for text in copy:
        left, lines = len(_bare(text)), []
        while left > 0:
            row = next(found)
            held = len(_bare("".join(row[0])))
            is_parted = row[0][-1] in _HYPHENS and _bare(text)[len(_bare(text)) - left + held - 1] != "-"
            left -= held - is_parted
            lines.append(row)
        if left:
            raise ValueError(f"a line runs over the end of {text!r}")
        yield lines


def _bare(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


def _rows(pdf: bytes, size: float) -> Iterator[Row]:
    """The lines of all pages, from the top."""
    import pypdfium2  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        found: dict[float, list[tuple[float, str, tuple[float, float]]]] = {}
        x, y = ctypes.c_double(), ctypes.c_double()
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if character.strip() and raw.FPDFText_GetCharOrigin(text, index, x, y):
                raw.FPDFText_GetCharBox(text, index, left, right, low, high)
                ink = left.value / size, right.value / size
                found.setdefault(round(-y.value), []).append((x.value / size, character, ink))
        for place in sorted(found):
            row = sorted(found[place])
            yield tuple(c for _, c, _ in row), tuple(x for x, _, _ in row), tuple(ink for _, _, ink in row)
