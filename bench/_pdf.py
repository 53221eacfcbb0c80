"""Lines of clusters read back from a PDF that another engine has set: every character at its origin."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

Row = tuple[tuple[str, ...], tuple[float, ...], bool]
"""Clusters, their x in em, whether the line is its paragraph's last."""


def rows(pdf: bytes, size: float) -> Iterator[Row]:
    """The lines of a PDF set at ``size`` points, paragraphs parted by more than two and a half lines' size of white."""
    import pypdfium2  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    found: dict[float, list[tuple[float, str]]] = {}
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if raw.FPDFText_GetCharOrigin(text, index, x, y) and character.strip():
                found.setdefault(round(-y.value, 1), []).append((x.value / size, character))
    places = sorted(found)
    for index, place in enumerate(places):
        is_last = index + 1 == len(places) or places[index + 1] - place > 2.5 * size
        row = sorted(found[place])
        yield tuple(character for _, character in row), tuple(x for x, _ in row), is_last
