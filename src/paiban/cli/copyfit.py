"""The copy-fit report in words, and what a result tells beside its pages as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from paiban.diagnostic.render import as_data
from paiban.display import Page
from paiban.engine import Result
from paiban.engine.kit import Kit
from paiban.engine.setting import SetPage
from paiban.issue import Issue
from paiban.issue.naming import titles
from paiban.kinds import KINDS
from paiban.makeup.frame.model import Fit, Makeup, Placed
from paiban.makeup.judge.layout import is_complete, lines_uneven
from paiban.makeup.judge.lines import loose_lines
from paiban.makeup.propose.remedy import Remedy, remedies
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
        "loose": "松 {lines} 行",
        "uneven": "不齐底，差 {lines} 行",
        "over": "超 {lines} 行",
        "short": "缺 {lines} 行",
        "cut": "超 {lines} 行：删 {characters} 字",
        "borrow": "超 {lines} 行：删 {characters} 字，或加高，{lender}有 {rows} 行空",
        "widen": "超 {lines} 行：删 {characters} 字，或加宽，{lender}有 {columns} 栏空",
        "lender": "相邻的“{lender}”",
        "white row": "上下",
        "white column": "旁边",
        "add": "缺 {lines} 行：补 {characters} 字",
        "entries": "缺 {lines} 行：再加几条",
        "items": "缺 {lines} 行：补几条，或写几条补白",
        "stanza": "缺 {lines} 行：补一节诗",
        "names": "缺 {lines} 行：再加 {characters} 个名字",
        "crosshead": "缺 {lines} 行：加小标题，或补 {characters} 字",
        "picture": "缺 {lines} 行：加一张 {columns} 栏 × {rows} 行的图片，或补 {characters} 字",
        "full": "满版",
        "hole": "第 {column} 栏第 {row} 行起空 {columns} 栏 × {rows} 行：{what}",
        "hole filler": "用补白 {filler}",
        "hole picture": "加一张图片",
        "hole add": "把相邻的稿件加高",
        "dropped": "{amount} 字可删，不排",
        "head": "题块 {amount:+d} 行",
        "crop": "图片裁 {amount}%",
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
        "loose": "loose lines: {lines}",
        "uneven": "feet uneven by {lines} lines",
        "over": "{lines} lines over",
        "short": "{lines} lines short",
        "cut": "{lines} lines over: cut {characters} characters",
        "borrow": "{lines} lines over: cut {characters} characters, or make it taller: {lender} has {rows} rows free",
        "widen": "{lines} lines over: cut {characters} characters, or make it wider: {lender} has {columns} columns",
        "lender": "“{lender}” next to it",
        "white row": "the white next to it",
        "white column": "the white beside it",
        "add": "{lines} lines short: add {characters} characters",
        "entries": "{lines} lines short: add entries",
        "items": "{lines} lines short: add items, or fillers",
        "stanza": "{lines} lines short: add a stanza",
        "names": "{lines} lines short: add {characters} names",
        "crosshead": "{lines} lines short: add cross-heads, or {characters} characters",
        "picture": "{lines} lines short: add a picture of {columns} columns × {rows} rows, or {characters} characters",
        "full": "full",
        "hole": "white of {columns} columns × {rows} rows from column {column}, row {row}: {what}",
        "hole filler": "use the filler {filler}",
        "hole picture": "add a picture",
        "hole add": "make its neighbours taller",
        "dropped": "{amount} optional characters not set",
        "head": "head {amount:+d} rows",
        "crop": "picture cropped by {amount} %",
        "white": "{amount} white lines added",
        "tracking": "paragraph {paragraph} tracked {amount:+d} ‰",
    },
}


def report_text(result: Result, lang: str) -> str:
    """The copy-fit report: a heading a page, a line a block, then whether the page is full or what would fill it."""
    if result.notes:
        return "\n".join(line for note in result.notes for line in note)
    names = {} if result.issue is None else titles(result.issue, KINDS.readings)
    return "\n".join(
        line
        for makeup, page in zip(result.makeups, result.pages, strict=True)
        for line in page_report(makeup, page, remedies_of(makeup, result), WORDS[lang], names)
    )


def report_note(lang: str) -> Callable[[SetPage, Issue, Kit], list[str]]:
    """What the report says of a page that does not stay (``engine.streaming``)."""
    known: list[Mapping[str, str]] = []

    def note(done: SetPage, issue: Issue, kit: Kit) -> list[str]:
        if not known:
            known.append(titles(issue, KINDS.readings))
        found = remedies(done.makeup, kit.kinds.settings)
        return page_report(done.makeup, done.page, found, WORDS[lang], known[0])

    return note


def remedies_of(makeup: Makeup, result: Result) -> tuple[Remedy, ...]:
    """What would put a page of a result right; a page that was made up has a kit."""
    return () if result.kit is None else remedies(makeup, result.kit.kinds.settings)


def page_report(
    makeup: Makeup, page: Page, found: Sequence[Remedy], words: dict[str, str], names: Mapping[str, str]
) -> list[str]:
    """The report of one page, with what was found to put it right; ``names`` are what blocks without ids are called."""
    grid = makeup.grid
    head = words["page"].format(
        page=page.numbers,
        section=page.section,
        width=to_mm(page.width),
        height=to_mm(page.height),
        inner_width=to_mm(page.type_area.width),
        inner_height=to_mm(page.type_area.height),
        columns=grid.columns,
        em=f"{grid.column / grid.size:.3g}",
        rows=grid.rows,
    )
    by_block = {remedy.block: remedy_text(remedy, words, names) for remedy in found if remedy.block}
    loose = {b.block.id: loose_lines(b) for b in makeup.blocks if b.fit is not None}
    uneven = uneven_blocks(makeup)
    rows = [
        fit_cells(fit, words, by_block.get(fit.block, ""), loose.get(fit.block, 0), uneven.get(fit.block, 0))
        for fit in makeup.fits
    ]
    rows = [(names.get(row[0], row[0]), *row[1:]) for row in rows]
    widths = [max((cells(row[i]) for row in rows), default=0) for i in range(4)]
    table = ["  " + "  ".join(pad(row[i], widths[i]) for i in range(4)) + "  " + row[4] for row in rows]
    holes = ["  " + hole_text(remedy, words, names) for remedy in found if not remedy.block]
    full = ["  " + words["full"]] if not found and is_complete(makeup) else []
    return [head, *table, *holes, *full]


def remedy_text(remedy: Remedy, words: dict[str, str], names: Mapping[str, str]) -> str:
    """A remedy in words."""
    lender = words["lender"].format(lender=names.get(remedy.lender, remedy.lender))
    white = words["white column" if remedy.kind == "widen" else "white row"]
    return words[remedy.kind].format(**{**remedy._asdict(), "lender": lender if remedy.lender else white})


def hole_text(remedy: Remedy, words: dict[str, str], names: Mapping[str, str]) -> str:
    """A hole, and what fills it, in words."""
    what = words[f"hole {remedy.kind}"].format(filler=names.get(remedy.filler, remedy.filler))
    return words["hole"].format(**remedy._asdict(), what=what)


def uneven_blocks(makeup: Makeup) -> dict[str, int]:
    """By how many lines the legs of each block end too high, by its id."""
    return {b.block.id: lines_uneven(b, makeup.grid) for b in makeup.blocks if b.fit is not None}


def fit_cells(
    fit: Fit, words: dict[str, str], remedy: str = "", loose: int = 0, uneven: int = 0
) -> tuple[str, str, str, str, str]:
    """One block's row of the report, with the ``remedy`` where it is over or short, its loose lines, and the lines by
    which its legs are ``uneven`` where it is neither."""
    recut = fit.legs != fit.columns
    kind, lines = ("over", fit.over_lines) if fit.over_lines else ("short", fit.short_lines)
    kind, lines = (kind, lines) if lines else ("uneven", uneven)
    verdict = remedy or words[kind if lines else "exact"].format(lines=lines)
    return (
        fit.block,
        words["recut" if recut else "span"].format(columns=fit.columns, legs=fit.legs),
        words["lines"].format(lines=fit.lines),
        words["chars"].format(characters=fit.characters),
        "  ".join(
            [
                verdict,
                *(lever_text(name, amount, words) for name, amount in fit.levers),
                *([words["loose"].format(lines=loose)] if loose else []),
            ]
        ),
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


def block_data(makeup: Makeup, block: Placed, result: Result) -> dict[str, Any]:
    """A block where it was set, in an editor's numbers, with what its kind says of it there."""
    assert result.kit is not None
    place = block.place
    return {
        "page": makeup.page.number,
        "id": block.block.id,
        "kind": block.block.kind,
        "columns": [place.first_column, place.last_column],
        "rows": [place.first_row, place.last_row],
        "host": block.block.host,
        **result.kit.kinds.data[block.block.kind](block),
    }


def result_facts(result: Result) -> dict[str, Any]:
    """What a result tells beside its pages, as data: where blocks stand, how copy fits, what helps, what was found."""
    return {
        "blocks": [block_data(makeup, block, result) for makeup in result.makeups for block in makeup.blocks],
        "copyfit": [fit_data(fit) for makeup in result.makeups for fit in makeup.fits],
        "remedies": [r._asdict() for makeup in result.makeups for r in remedies_of(makeup, result)],
        "diagnostics": [as_data(found) for found in result.diagnostics],
    }
