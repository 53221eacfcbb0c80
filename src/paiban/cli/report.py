"""The copy-fit report in words, and a whole result as data."""

from __future__ import annotations

import json
from typing import Any

from paiban.diagnostic.render import as_data
from paiban.display import Page
from paiban.engine import Result
from paiban.makeup.model import Fit, Makeup
from paiban.output.json import page_data
from paiban.units import to_mm

WORDS = {
    "zh": {
        "page": "版 {page} {section}   {width:.0f}×{height:.0f} → {inner_width:.0f}×{inner_height:.0f} mm，"
        "{columns} 栏 × {em} 字 × {rows} 行",
        "span": "{columns} 栏",
        "recut": "{columns} 栏破 {legs}",
        "lines": "{lines} 行",
        "chars": "{characters} 字",
        "exact": "正好",
        "over": "超 {lines} 行：删 {characters} 字，或标题减一行",
        "short": "缺 {lines} 行：补 {characters} 字，或加小标题",
        "head": "题块 {amount:+d} 行",
        "white": "段前加空 {amount} 行",
        "tracking": "第 {paragraph} 段字距 {amount:+d}‰",
    },
    "en": {
        "page": "page {page} {section}   {width:.0f}×{height:.0f} → {inner_width:.0f}×{inner_height:.0f} mm, "
        "{columns} columns × {em} em × {rows} rows",
        "span": "{columns} col.",
        "recut": "{columns} col. in {legs}",
        "lines": "{lines} lines",
        "chars": "{characters} chars",
        "exact": "exact",
        "over": "{lines} lines over: cut {characters} characters, or a line of the headline",
        "short": "{lines} lines short: add {characters} characters, or a cross-head",
        "head": "head {amount:+d} rows",
        "white": "{amount} white lines added",
        "tracking": "paragraph {paragraph} tracked {amount:+d} ‰",
    },
}


def report_text(result: Result, lang: str) -> str:
    """The copy-fit report: a heading a page, a line a block."""
    return "\n".join(
        line
        for makeup, page in zip(result.makeups, result.pages, strict=True)
        for line in page_report(makeup, page, WORDS[lang])
    )


def page_report(makeup: Makeup, page: Page, words: dict[str, str]) -> list[str]:
    """The report of one page."""
    grid = makeup.grid
    head = words["page"].format(
        page=page.number,
        section=page.section,
        width=to_mm(page.width),
        height=to_mm(page.height),
        inner_width=to_mm(page.type_area.width),
        inner_height=to_mm(page.type_area.height),
        columns=grid.columns,
        em=grid.column // grid.size,
        rows=grid.rows,
    )
    rows = [fit_cells(fit, words) for fit in makeup.fits]
    widths = [max((cells(row[i]) for row in rows), default=0) for i in range(4)]
    return [head, *("  " + "  ".join(pad(row[i], widths[i]) for i in range(4)) + "  " + row[4] for row in rows)]


def fit_cells(fit: Fit, words: dict[str, str]) -> tuple[str, str, str, str, str]:
    """One block's row of the report."""
    recut = fit.legs != fit.columns
    verdict = words["exact"]
    if fit.over_lines:
        verdict = words["over"].format(lines=fit.over_lines, characters=fit.over_characters)
    elif fit.short_lines:
        verdict = words["short"].format(lines=fit.short_lines, characters=fit.short_characters)
    return (
        fit.block,
        words["recut" if recut else "span"].format(columns=fit.columns, legs=fit.legs),
        words["lines"].format(lines=fit.lines),
        words["chars"].format(characters=fit.characters),
        "  ".join([verdict, *(lever_text(name, amount, words) for name, amount in fit.levers)]),
    )


def lever_text(name: str, amount: int, words: dict[str, str]) -> str:
    """A lever that was used, in words."""
    kind, _, paragraph = name.partition(" ")
    return words[kind].format(amount=amount, paragraph=paragraph)


def cells(text: str) -> int:
    """Display width: a full-width character takes two cells."""
    return sum(2 if ord(ch) > 0x2E7F else 1 for ch in text)


def pad(text: str, width: int) -> str:
    """The text filled up to a display width."""
    return text + " " * (width - cells(text))


def fit_data(fit: Fit) -> dict[str, Any]:
    """A fit as data."""
    return {
        "block": fit.block,
        "columns": fit.columns,
        "legs": fit.legs,
        "lines": fit.lines,
        "room": fit.room,
        "characters": fit.characters,
        "over": {"lines": fit.over_lines, "characters": fit.over_characters},
        "short": {"lines": fit.short_lines, "characters": fit.short_characters},
        "levers": [{"lever": name, "amount": amount} for name, amount in fit.levers],
    }


def result_json(result: Result) -> str:
    """The whole result: pages with their lines, the copy-fit report, the diagnostics."""
    data = {
        "pages": [page_data(page) for page in result.pages],
        "copyfit": [fit_data(fit) for makeup in result.makeups for fit in makeup.fits],
        "diagnostics": [as_data(found) for found in result.diagnostics],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
