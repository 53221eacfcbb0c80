"""The same copy set by Typst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import _pdf

FONTS = Path(__file__).parents[1] / "fonts"

_PAGE = """
#set page(width: {measure}pt, height: auto, margin: 0pt)
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh", region: "cn", hyphenate: false)
#set par(justify: true, linebreaks: "{breaks}", leading: 6pt, spacing: 30pt)
#set par(first-line-indent: (amount: 2em, all: true))
#show regex("[A-Za-z]{{6,}}"): set text(lang: "en", hyphenate: {hyphenate})
{copy}
"""

_SPECIAL = str.maketrans({c: "\\" + c for c in "#$*_@<>`~\\[]/"})


def lines(
    paragraphs: Sequence[str], measure: float, size: float, breaks: str, hyphenate: bool = False
) -> Iterator[list[_pdf.Row]]:
    """The lines of each paragraph, broken by Typst's ``simple`` or ``optimized`` breaker."""
    import typst  # noqa: PLC0415

    copy = "\n\n".join(paragraphs).translate(_SPECIAL)
    source = _PAGE.format(measure=measure, size=size, breaks=breaks, copy=copy, hyphenate=str(hyphenate).lower())
    pdf = typst.compile(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return _pdf.paragraphs(pdf, size, paragraphs)
