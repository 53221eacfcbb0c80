"""Copy as other programs hand it over: broken at a measure, in columns side by side, with white where it fell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from paiban.intake.gutters import cells

NO_START = "，。、；：？！”’）》,;:)"
INDENT = "　　"


def broken(paragraph: str, measure: int, indent: str = INDENT) -> list[str]:
    """A paragraph in lines of ``measure`` cells: words and figures whole, no mark at a line's start."""
    lines, line = [], indent
    for word in re.findall(rf"(?:[A-Za-z0-9.+]+|.)[{NO_START}]*", paragraph):
        if cells(line) + cells(word) > measure:
            lines.append(line.rstrip())
            line = ""
        line += word
    return [*lines, line]


def side_by_side(lines: Sequence[str], columns: int, measure: int, gutter: int) -> list[str]:
    """Lines dealt over columns and printed beside each other, as text taken from a PDF stands."""
    deep = -(-len(lines) // columns)
    legs = [lines[at : at + deep] for at in range(0, len(lines), deep)]
    rows = []
    for row in range(deep):
        cut = [leg[row] if row < len(leg) else "" for leg in legs]
        rows.append("".join(words + " " * (measure + gutter - cells(words)) for words in cut).rstrip(" "))
    return rows


def halved(paragraph: str, random: Random) -> str:
    """A paragraph with some of its marks as a keyboard for English types them."""
    swaps = dict(zip("，；：（）“”", ',;:()""', strict=True))
    kinds = [pair for pair in ("，", "；", "：", "（）", "“”") if random.random() < 0.6]
    return "".join(swaps[sign] if any(sign in kind for kind in kinds) else sign for sign in paragraph)


def strayed(line: str, random: Random) -> str:
    """A line with a stray space somewhere between two Han."""
    places = [i for i in range(1, len(line)) if "一" <= line[i - 1] <= "鿿" and "一" <= line[i] <= "鿿"]
    if not places or random.random() < 0.5:
        return line
    at = random.choice(places)
    return f"{line[:at]} {line[at:]}"


def centred(line: str, width: int) -> str:
    """A line in the middle of ``width`` cells."""
    return " " * max(0, (width - cells(line)) // 2) + line
