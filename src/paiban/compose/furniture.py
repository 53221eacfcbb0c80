"""Furniture: what stands on every page around the copy. Here the running head (报眉)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from paiban.compose.composer import Composer, baseline_in
from paiban.display import PAPER, Box, Item, Line, Rect
from paiban.issue import Issue, PagePlan
from paiban.span import Text, plain_text
from paiban.template import PageTemplate
from paiban.text import Prepared, prepare
from paiban.units import PER_PT, Length, rounded

LEAST_SECTION = 9 * PER_PT
"""A 版名 is never set smaller."""

WEEKDAYS = "一二三四五六日"


def long_date(day: date) -> str:
    """A date as a Chinese paper writes it.

    >>> long_date(date(2022, 3, 31))
    '2022年3月31日　星期四'
    """
    return f"{day.year}年{day.month}月{day.day}日　星期{WEEKDAYS[day.weekday()]}"


def running_head(issue: Issue, plan: PagePlan, template: PageTemplate, composer: Composer) -> Iterator[Item]:
    """The band above the grid: page number reversed in a block, 版名, date and 版务 ranged right, 文武线 below."""
    area = composer.grid.type_area()
    top = template.folio_top
    foot = top + template.folio_height
    yield from double_rule(area.x0, area.x1, foot, composer)
    foot -= composer.length("folio_gap")
    number = prepare(
        plain_text(f"{plan.number:02d}"), composer.setter.style("folio-number", colour=PAPER), composer.catalogue
    )
    block = Rect(area.x0, top, area.x0 + max(foot - top, number.width + number.style.size // 2), foot)
    yield from number_block(number, block, composer)
    info = [*folio_info(issue, plan, Rect(area.x0, top, area.x1, foot), composer)]
    info_left = min(item.x for item in info if isinstance(item, Line))
    yield from section_line(plan.section, Rect(block.x1, top, info_left, foot), composer)
    yield from info


def number_block(number: Prepared, rect: Rect, composer: Composer) -> Iterator[Item]:
    """The page number, reversed out of a square, or of a wider block where it has three figures."""
    yield Box(rect, fill=composer.colour("accent"))
    size = number.style.size
    y = baseline_in(rect.y0 + rounded(rect.height - size, 2), size)
    yield from composer.single(number.copy, number.style, rect.width, rect.x0, y, "folio-number")


def section_line(copy: Text, rect: Rect, composer: Composer) -> Iterator[Item]:
    """版名 at its own size; where number and date leave it too little room, without its letter-space, then smaller."""
    style = composer.setter.style("folio-section")
    x = rect.x0 + style.size // 2
    measure = rect.x1 - style.size // 2 - x
    if prepare(copy, style, composer.catalogue, markup=False).width > measure:
        style = replace(style, tracking=0)
        width = prepare(copy, style, composer.catalogue, markup=False).width
        if width > measure:
            style = replace(style, size=max(LEAST_SECTION, style.size * measure * 99 // (100 * width)))
    y = baseline_in(rect.y1 - style.size, style.size)
    yield from composer.single(copy, style, measure, x, y, "folio-section")


def folio_info(issue: Issue, plan: PagePlan, rect: Rect, composer: Composer) -> Iterator[Item]:
    """Date above 版务, ranged right on the band's foot."""
    style = composer.setter.style("folio-info")
    leading = composer.setter.leading("folio-info")
    y = baseline_in(rect.y1 - style.size, style.size)
    date_y = y
    if plan.credits:
        yield from credit_line(plan.credits, rect, y, composer)
        date_y = y - leading
    day = long_date(issue.date) if issue.paper is None else f"{issue.paper.value}　{long_date(issue.date)}"
    yield from composer.single(plain_text(day), style, rect.width, rect.x0, date_y, "folio-info")


def credit_line(credits: Sequence[tuple[Text, Text]], rect: Rect, y: Length, composer: Composer) -> Iterator[Item]:
    """版务 as «责任编辑：某某», each label and name its own copy, ranged right as a whole."""
    style = composer.setter.style("folio-credit")
    pairs = [[prepare(p, style, composer.catalogue, markup=False) for p in (label, plain_text("："), name)]
             for label, name in credits]  # fmt: skip
    gap = style.size
    x = rect.x1 - sum(p.width for pair in pairs for p in pair) - gap * (len(pairs) - 1)
    for pair in pairs:
        for prepared in pair:
            yield from composer.single(prepared.copy, style, prepared.width, x, y, "folio-credit")
            x += prepared.width
        x += gap


def double_rule(x0: Length, x1: Length, foot: Length, composer: Composer) -> Iterator[Item]:
    """文武线: a thick rule, and a fine one below it whose lower edge stands at ``foot``."""
    thick, gap, fine = (composer.length(name) for name in ("double_thick", "double_gap", "double_fine"))
    fine_y = foot - fine // 2
    thick_y = foot - fine - gap - thick // 2
    yield composer.rule(x0, thick_y, x1, thick_y, "double_thick")
    yield composer.rule(x0, fine_y, x1, fine_y)
