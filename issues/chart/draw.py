"""Draw the chart page of the press's profile: ``python issues/chart/draw.py [newsprint]``.

Writes ``<press>-chart.pdf`` beside this file and a picture of it, as it looks on newsprint, to ``docs/images``.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from parts import balance, black_generation, hues, ramps, slices, solids, title
from sheet import Inks, Sheet

from paiban.font import load_catalogue
from paiban.output.pdf import write_pdf
from paiban.output.pdf.pdfx import DocumentInfo
from paiban.output.plates import proof_png, separate_pages
from paiban.template.load import Layout

HERE = Path(__file__).parent
IMAGES = HERE.parents[1] / "docs" / "images"
DPI = 130


def main(names: list[str]) -> int:
    """Draw the chart of the press named, or of newsprint."""
    name = names[0] if names else "newsprint"
    press, _ = Layout().press(name)
    if press is None:
        print(f"no press called {name}", file=sys.stderr)
        return 2
    catalogue, _ = load_catalogue()
    sheet, inks = Sheet(catalogue), Inks(press)
    title(sheet, press)
    solids(sheet, inks, 31)
    ramps(sheet, inks, 63)
    balance(sheet, inks, 131)
    black_generation(sheet, inks, 131, press.limits.tac_percent)
    slices(sheet, inks, 188)
    hues(sheet, inks, 231)
    note(sheet)
    info = DocumentInfo("新闻纸印刷特性图", "paiban", datetime(2022, 3, 31))
    pdf, found = write_pdf([sheet.page()], catalogue, press, info)
    (HERE / f"{name}-chart.pdf").write_bytes(pdf)
    plates, _ = separate_pages([sheet.page()], catalogue, press, DPI)
    IMAGES.mkdir(exist_ok=True)
    (IMAGES / f"{name}-chart.png").write_bytes(proof_png(plates[0], press))
    print(f"{name}-chart.pdf", *(one.code for one in found))
    return 0


NOTE = (
    "本图由 paiban 绘制，各色块的墨量都不超过上限；四色实地相叠（400%）在新闻纸上不许印，故不列。",
    "测量值与目标之差，实地在 5 ΔE 以内、50% 处网点增大在 ±4% 以内，即可使用本特性文件。",
    "Drawn by paiban from the profile in layout/press. No patch passes the ink limit; solids of more than two inks are",
    "left out because newsprint does not bear them. Print it, measure it, and use the profile if solids lie within",
    "5 ΔE of their aims and the dot gain at 50 % within 4 points.",
)


def note(sheet: Sheet) -> None:
    """What the chart is for."""
    for line, words in enumerate(NOTE):
        sheet.words(14, 258 + 4 * line, words, 7)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
