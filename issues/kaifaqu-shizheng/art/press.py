"""The advert's way to the press: a page of PDF/X-1a:2003 in CMYK, no fonts, no transparency, trim equal to media."""

from __future__ import annotations

from pathlib import Path as File

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from .ink import BLUE, COAT, GRASS, HAIR, INK, LEAF, PINE, RED, SKIN, SKY, SLATE, STEEL, STONE, WHITE, WOOD, YELLOW
from .sheet import Colour, Inks, Sheet

LIMIT = 220  # per cent, total area coverage of coldset newsprint (ISO 12647-3:2013)
DATE = "D:20220312000000+08'00'"

SEPARATION: dict[Colour, Inks] = {
    INK: (0, 0, 0, 100),
    WHITE: (0, 0, 0, 0),
    PINE: (82, 28, 92, 14),
    **dict(zip(SKIN, ((0, 9, 14, 0), (2, 16, 24, 0), (10, 34, 40, 2)), strict=True)),
    **dict(zip(HAIR, ((0, 0, 0, 40), (0, 0, 0, 58), (0, 0, 0, 78)), strict=True)),
    **dict(zip(COAT, ((4, 10, 36, 2), (4, 30, 40, 2), (16, 30, 14, 4)), strict=True)),
    **dict(zip(LEAF, ((28, 0, 46, 0), (48, 4, 68, 0), (52, 8, 60, 0)), strict=True)),
    **dict(zip(GRASS, ((10, 0, 18, 0), (22, 0, 36, 0), (36, 4, 52, 0)), strict=True)),
    **dict(zip(WOOD, ((6, 14, 26, 0), (14, 28, 44, 0), (22, 42, 52, 10)), strict=True)),
    **dict(zip(SKY, ((6, 1, 2, 0), (14, 3, 4, 0), (24, 6, 6, 0)), strict=True)),
    **dict(zip(BLUE, ((26, 6, 4, 0), (42, 14, 6, 0), (58, 24, 10, 2)), strict=True)),
    **dict(zip(STONE, ((2, 3, 8, 0), (6, 7, 16, 2), (10, 12, 24, 6)), strict=True)),
    **dict(zip(STEEL, ((4, 2, 2, 4), (8, 4, 4, 10), (14, 8, 6, 18)), strict=True)),
    **dict(zip(SLATE, ((0, 0, 0, 35), (0, 0, 0, 52), (0, 0, 0, 66)), strict=True)),
    **dict(zip(RED, ((0, 44, 40, 0), (0, 78, 76, 0), (8, 84, 84, 6)), strict=True)),
    **dict(zip(YELLOW, ((0, 8, 36, 0), (0, 18, 62, 0), (8, 28, 76, 0)), strict=True)),
}


def write_pdf(sheet: Sheet, file: File, title: str) -> None:
    """Write *sheet*, drawn in points through ``SEPARATION``, as one page of PDF/X-1a:2003."""
    over = [colour for colour, inks in SEPARATION.items() if sum(inks) > LIMIT]
    if over:
        raise ValueError(f"more ink than {LIMIT} %: {over}")
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(sheet.width, sheet.height))
    page = pdf.pages[0]
    box = Array([0, 0, round(sheet.width, 3), round(sheet.height, 3)])
    page.MediaBox, page.TrimBox, page.BleedBox = box, box, box
    states = {"/Over": Dictionary(OP=True, op=False, OPM=1), "/Knock": Dictionary(OP=False, op=False, OPM=0)}
    page.Resources = Dictionary(ExtGState=Dictionary(states))
    page.Contents = pdf.make_stream(sheet.content())
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("IFRA26"),
                OutputCondition=String("Newspaper, coldset offset, 26 % dot gain"),
                RegistryName=String("http://www.color.org"),
                Info=String("Newspaper, coldset offset, 26 % dot gain"),
            )
        ]
    )
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Creator=String("draw.py"),
            Producer=String("draw.py"),
            CreationDate=String(DATE),
            ModDate=String(DATE),
            Trapped=Name("/False"),
            GTS_PDFXVersion=String("PDF/X-1a:2003"),
        )
    )
    pdf.save(
        file,
        deterministic_id=True,
        force_version="1.4",
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
        recompress_flate=True,
    )
