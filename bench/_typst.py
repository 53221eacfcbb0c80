"""The same copy set by Typst, read back from its PDF as lines of clusters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"

_PAGE = """
#set page(width: {measure}pt, height: auto, margin: 0pt)
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh", region: "cn", hyphenate: false)
#set par(justify: true, linebreaks: "{breaks}", leading: 6pt, spacing: 30pt)
#set par(first-line-indent: (amount: 2em, all: true))
{copy}
"""

_NATURAL_HALF = "，。、；：？！”’）》」』】"


def lines(paragraphs: Sequence[str], measure: float, size: float, breaks: str) -> Iterator[tuple[object, ...]]:
    """(clusters, their x in em, last of its paragraph, squeezed) for each line."""
    import pypdfium2  # noqa: PLC0415
    import typst  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    copy = "\n\n".join(paragraphs)
    source = _PAGE.format(measure=measure, size=size, breaks=breaks, copy=copy)
    pdf = typst.compile(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    rows: dict[float, list[tuple[float, str]]] = {}
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if raw.FPDFText_GetCharOrigin(text, index, x, y) and character.strip():
                rows.setdefault(round(-y.value, 1), []).append((x.value / size, character))
    ordered = [sorted(rows[y]) for y in sorted(rows)]
    ends = sorted(rows)
    for index, row in enumerate(ordered):
        is_last = index + 1 == len(ordered) or ends[index + 1] - ends[index] > 2.5 * size
        at, texts = tuple(x for x, _ in row), tuple(character for _, character in row)
        yield texts, at, is_last, _is_squeezed(texts, at, is_last)


def _is_squeezed(texts: Sequence[str], at: Sequence[float], is_last: bool) -> bool:
    """Whether a mark inside the line stands on less than its em without another mark beside it."""
    if is_last:
        return False
    for mark, after, x, following in zip(texts, texts[1:], at, at[1:], strict=False):
        if mark in _NATURAL_HALF and "\u4e00" <= after <= "\u9fff" and following - x < 0.98:
            return True
    return False
