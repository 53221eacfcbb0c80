"""``docs/preflight.md``, written from the table of checks and the catalogue: one section a check.

``python -m paiban.preflight.document docs/preflight.md`` writes it anew; a test holds it against the tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from paiban.diagnostic import Severity, code_of
from paiban.preflight.checks import BOTH, CHECKS, Check
from paiban.template import Limits

_SEVERITIES = {Severity.ERROR: "错误 error", Severity.WARNING: "警告 warning", Severity.INFO: "提示 info"}

_HEAD = """\
# 印前检查 · Preflight

<!-- Written by `python -m paiban.preflight.document docs/preflight.md` from the table of checks and the catalogue. -->

`paiban preflight FILE.pdf [--press newsprint]` says before the shop does what the shop would send back. It reads any
PDF, ours or not. `paiban` also judges every page of its own from the display list, by the same codes, on every run.

- Each fault is reported once, with its first place (page, object, millimetres right and down from the trim's top left
  corner of the unrotated page) and how often it occurs. One fault has one code: a font that is not embedded is not
  also called uncut, a picture with a soft mask in X-1a is not also called transparent.
- An *error* means that the shop cannot take the file (exit code 1); a *warning* that it prints, but not well; an *info*
  that somebody should look.
- The press file says which standard applies (`standard: x1a` or `x4`), and every number. What it leaves out is:

"""

_METHOD = """
## 怎么查 · How it looks

- Content is read as the RIP reads it: page streams, forms in forms, tiling patterns, Type 3 glyphs, shadings, inline
  pictures, and the appearances of annotations that may stay (printer's marks, notes outside the bleed). A colour is
  judged where it paints, not where it is chosen; a font where it is chosen.
- Ink under ink: the page is painted in five planes (C, M, Y, K, all spots) at one cell a point, what knocks out and
  what overprints as the PDF says (`OP`, `op`, `OPM`). X262 is the sum there. A colour that is too strong by itself is
  X260, a picture X261. Type counts as the box of its em squares, so a small overlap at its edge counts too.
- Pictures are weighed by the averages of at most 400 × 400 cells, with 5 % to spare for compression. A stencil is
  laid as it paints.
- What a layer holds that does not print by the document's default configuration is not judged: it is no part of the
  page.
- Sizes and weights are as printed: font size, text matrix, transformation and `UserUnit` multiplied out. A rectangle
  more than four times as long as wide counts as a line.

## 到哪里为止 · Where it stops

- What mixes by transparency (X-4) is weighed by its own colour only, not by what it mixes to. Shadings count by the
  colours that their functions name; PostScript functions are not run. Spot colours count as one ink by their tint.
- RGB has no ink until it is separated: RGB is X210 or X211, and its ink is not guessed.
- Type 3 glyphs are judged as drawings. Clips cut by their shapes, up to eight of them one in another; type that clips
  counts as the boxes of its em squares, and what is painted through it as type. Bleed is judged by boxes.
- Encoded text, glyph widths and hinting are not compared with the font files; embedding rights (`fsType`) are not read.
- Whether reversed type is bold enough is not judged, only its size.
- A file that asks for more than 200,000 units of drawing (an operator is one, a painted object three to eight), 256 MB
  of unpacked data or 150 million pixels gets X104 instead of a promise. The bounds are counts, so that all machines
  judge alike.

## 别家的文件 · Files of other producers

Tried with the shop's own conditions; every difference has its reason:

{producers}

For PDF/X-4 keys that are missing from the document information are warnings only (X122, X123): its truth is in the XMP.

"""


_PRODUCERS = (
    (
        "Ghostscript 10.00 `pdfwrite -dPDFX`, its `PDFX_def.ps` with our profile, `IFRA26` and `PDF/X-1a:2003`,"
        " `-dCompatibilityLevel=1.4`",
        "good",
        "boxes, intent, fonts and Info complete; RGB and grey converted to CMYK",
    ),
    (
        "the same with the definition file's own `PDF/X-3:2002`",
        "X120",
        "PDF/X-3 is another standard; all else is in order",
    ),
    (
        "Ghostscript without `-dPDFX`",
        "X107 X120 X123 X130 X141 X210 X230",
        "an ordinary PDF 1.7: RGB kept, Helvetica not embedded, no TrimBox, no intent",
    ),
    (
        "WeasyPrint 70 `pdf/x-4`, `@color-profile device-cmyk`, no marks",
        "X133 X184",
        "names the condition by the profile's description and has no way to say `IFRA26`; never overprints black",
    ),
    (
        "the same with `marks: crop`",
        "X205 X210 also",
        "its crop marks are RGB line work in a transparency group",
    ),
    (
        "the same without a colour profile",
        "X130 also",
        "declares PDF/X-4, but writes no output intent",
    ),
    (
        "WeasyPrint 70 `pdf/x-1a` with marks",
        "X121 X130 X184 X200 X204 X210",
        "writes a conformance key that 2003 does not have, RGB marks, and transparency that X-1a forbids",
    ),
)
"""Files of other programs that were judged: how they were made, the verdict, and the reason."""


def document() -> str:
    """The whole page in Markdown."""
    newsprint = Limits()._asdict()
    numbers = _table("number", "value", rows=[(f"`{name}`", f"{value:g}") for name, value in newsprint.items()])
    producers = _table("file", "verdict", "why", rows=_PRODUCERS)
    sections = "\n".join(_section(code, check) for code, check in CHECKS.items())
    return _HEAD + numbers + "\n" + _METHOD.replace("{producers}", producers) + sections


def _table(*head: str, rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _section(code: str, check: Check) -> str:
    words = code_of(code)
    only = "" if check.standards == BOTH else f" · {check.standards[0].edition} only"
    lines = [
        f"## {code} {check.title}",
        "",
        f"{_SEVERITIES[words.severity]}{only}. {check.why}",
        "",
        f"- {_plain(words.zh)}。改法：{_plain(words.remedy_zh)}。",
        f"- {_plain(words.en)}. Remedy: {_plain(words.remedy_en)}.",
        f"- Source: {check.source}",
        "",
    ]
    return "\n".join(lines)


def _plain(template: str) -> str:
    """A message of the catalogue without its place, its parameters in italics."""
    words = template.replace("{where}", "")
    return words.replace("{", "*").replace("}", "*")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
