"""What another program (PDFium) sees of the text in a PDF: every character with its origin in points."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Seen(NamedTuple):
    """A character and where its glyph's origin is, in points from the sheet's bottom left."""

    text: str
    x: float
    y: float


def seen_characters(pdf: bytes, index: int = 0) -> list[Seen]:
    """The characters of a page in content order, without the blanks that PDFium makes up."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[index].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for number in range(pdfium.FPDFText_CountChars(page.raw)):
        if pdfium.FPDFText_IsGenerated(page.raw, number) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(page.raw, number, x, y)
        found.append(Seen(chr(pdfium.FPDFText_GetUnicode(page.raw, number)), x.value, y.value))
    document.close()
    return found
