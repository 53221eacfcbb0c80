"""The same copy set by XeLaTeX with xeCJK, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import _pdf

FONTS = Path(__file__).parents[1] / "fonts"

_PAGE = r"""
\documentclass{{article}}
\usepackage[paperwidth={measure}bp,textwidth={measure}bp,paperheight=12000bp,textheight=11900bp,margin=0bp]{{geometry}}
\usepackage{{xeCJK}}
\setmainfont[Path={fonts}/]{{{face}}}
\setCJKmainfont[Path={fonts}/]{{{face}}}
\xeCJKsetup{{PunctStyle={punctuation}, CheckSingle=true}}
\pagestyle{{empty}}
\begin{{document}}
\fontsize{{{size}bp}}{{15bp}}\selectfont
\sloppy \parindent=2em \parskip=30bp \hyphenpenalty={hyphens} \widowpenalty=0 \clubpenalty=0 \raggedbottom
{copy}
\end{{document}}
"""

_SPECIAL = str.maketrans({c: "\\" + c for c in "#$%&_{}"})


def is_installed() -> bool:
    """Whether XeLaTeX can be asked."""
    return shutil.which("xelatex") is not None


def lines(
    paragraphs: Sequence[str], measure: float, size: float, punctuation: str, hyphenate: bool = False
) -> Iterator[list[_pdf.Row]]:
    """The lines of each paragraph, in xeCJK's style of marks ``punctuation``, orphans avoided (``CheckSingle``)."""
    copy = "\n\n".join(paragraphs).translate(_SPECIAL)
    source = _PAGE.format(
        measure=measure, size=size, punctuation=punctuation, copy=copy, fonts=FONTS, face="noto-serif-sc-400.ttf",
        hyphens=50 if hyphenate else 10000,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.tex")
        path.write_text(source, encoding="utf-8")
        command = ["xelatex", "-interaction=batchmode", path.name]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        return _pdf.paragraphs(path.with_suffix(".pdf").read_bytes(), size, paragraphs)
