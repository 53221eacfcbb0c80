"""One page, or many different ones, for us and for Typst: the same copy in the same places, level in its columns.

Every further page begins its paragraphs at another clause, so that no cache helps anybody.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LAYOUT = HERE / "layout"
FACES = ("noto-serif-sc-400.ttf", "noto-serif-sc-700.ttf")

PLACES = (
    (0, "2-5", "1-33", 4, 5), (1, "1-3", "35-52", 3, 3), (2, "4-6", "35-52", 3, 3), (3, "1-3", "54-68", 3, 3),
    (4, "4-6", "54-68", 3, 3), (5, "1-3", "71-85", 3, 3), (6, "4-6", "71-85", 3, 3),
)  # fmt: skip
"""Article, columns, rows, legs, weight."""

BOXES = ((0, 168, 76, 4), (1, 0, 530, 3), (2, 504, 530, 3), (3, 0, 790, 3), (4, 504, 790, 3), (5, 0, 1010, 3),
         (6, 504, 1010, 3))  # fmt: skip
"""Article, left and top in points, columns: the same places as Typst is told them."""

COLUMN, GUTTER = 153, 15

HEAD = """\
#set page(width: 1105.512pt, height: 1530.709pt, margin: (x: 56.256pt, y: 50pt), fill: none)
#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 4.5pt, spacing: 4.5pt)
#let story(head, size, n, body) = {
  set par(first-line-indent: 0pt, justify: false, spacing: 6pt)
  align(center, text(size: size, weight: "bold", head))
  v(6pt)
  set par(first-line-indent: (amount: 2em, all: true), justify: true, spacing: 4.5pt)
  layout(size => {
    let w = (size.width - 15pt * (n - 1)) / n
    let h = measure(block(width: w, body)).height
    let lines = calc.ceil((h + 4.5pt) / 13.5pt / n - 0.01)
    block(height: lines * 13.5pt, columns(n, gutter: 15pt, body))
  })
}
"""

COPY: dict[str, Any] = json.loads((HERE / "page.json").read_text("utf-8"))


def turned(paragraph: str, by: int) -> str:
    """A paragraph begun at another of its clauses."""
    clauses = paragraph[:-1].split("，")
    by %= len(clauses)
    return "，".join(clauses[by:] + clauses[:by]) + paragraph[-1]


def issue(pages: int, style: str) -> str:
    """Our issue file."""
    return f"date: 2022-03-31\nstyle: {style}\npages:\n" + "".join(_page(number) for number in range(pages))


def _page(number: int) -> str:
    section = COPY["section"]
    lines = [f"  - page: {number + 1}", f"    section: {section}", "    template: peer", "    stories:"]
    lines += [f"      - id: briefs-{number}", "        place: {columns: 1, rows: 1-33}", "        briefs:"]
    lines += [f"          - '{turned(brief, number)}'" for brief in COPY["briefs"]]
    for index, columns, rows, legs, weight in PLACES:
        article = COPY["articles"][index]
        lines += [f"      - id: s{index}-{number}", f"        weight: {weight}",
                  f"        headline: '{article['headline']}'", "        headline_form: above",
                  f"        place: {{columns: {columns}, rows: {rows}}}", f"        legs: {legs}", "        body: |",
                  *(f"          {turned(paragraph, number)}" for paragraph in article["paragraphs"])]  # fmt: skip
    return "\n".join(lines) + "\n"


def typst(pages: int, extra: str = "") -> str:
    """Typst's source; ``extra`` stands on the first page."""
    return HEAD + "\n#pagebreak()\n".join(_typst(number) + (extra if not number else "") for number in range(pages))


def _typst(number: int) -> str:
    briefs = "\n\n".join(f"◆{turned(brief, number)}" for brief in COPY["briefs"])
    parts = [f"#place(top + left, text(size: 40pt, weight: \"bold\")[{COPY['section']}])",
             f"#place(top + left, dx: 0pt, dy: 76pt, block(width: {COLUMN}pt)[\n{_plain(briefs)}\n])"]  # fmt: skip
    for index, left, top, columns in BOXES:
        article = COPY["articles"][index]
        body = "\n\n".join(turned(paragraph, number) for paragraph in article["paragraphs"])
        width, size = columns * COLUMN + (columns - 1) * GUTTER, 30 if columns == 4 else 24
        parts.append(f"#place(top + left, dx: {left}pt, dy: {top}pt, block(width: {width}pt, "
                     f"story([{_plain(article['headline'])}], {size}pt, {columns}, [\n{_plain(body)}\n])))"
        )  # fmt: skip
    return "\n".join(parts)


def _plain(words: str) -> str:
    return words.translate(str.maketrans({sign: "\\" + sign for sign in "#$*_@<>`~\\[]/"}))
