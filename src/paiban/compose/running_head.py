"""The running head (报眉): page number, 版名, date and 版务 in a band above the grid."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, takewhile

from paiban.compose.composer import Composer, baseline_in
from paiban.days import long_date
from paiban.diagnostic import diagnose
from paiban.display import PAPER, Box, Item, Line, Rect, Rule
from paiban.issue import Issue, IssuePage
from paiban.span import Text, plain_text
from paiban.template import Border, Folio
from paiban.text import Prepared, TextStyle, prepare
from paiban.units import PER_PT, Length, rounded, scaled
from paiban.value import NamedTuple

LEAST_SECTION = 9 * PER_PT
"""A 版名 is never set smaller."""

INFO_SHARES = (Fraction(1), Fraction(7, 8), Fraction(3, 4))
"""Of its own size, what date and 版务 may be set at where there is much of it, so far as the press can print that."""


def running_head(issue: Issue, page: IssuePage, folio: Folio, composer: Composer) -> Iterator[Item]:
    """The band above the grid: page number reversed in a block, 版名, date and 版务 ranged right, 文武线 below.

    With the number at the right all of it stands the other way round.
    """
    area = composer.grid.type_area()
    turned = folio.side == "right" or (folio.side == "outside" and page.right_hand)
    top = folio.top
    foot = top + folio.height
    yield from border_rule(area.x0, area.x1, foot, composer.border("double"))
    foot -= composer.length("folio_gap")
    number = prepare(
        plain_text(f"{page.number:02d}"), composer.setter.style("folio-number", colour=PAPER), composer.catalogue
    )
    block = Rect(area.x0, top, area.x0 + max(foot - top, number.width + number.style.size // 2), foot)
    half = Rect((block.x1 + area.x1) // 2, top, area.x1, foot)
    if turned:
        block, half = mirrored(block, area), mirrored(half, area)
    yield from number_block(number, block, composer)
    # 版名 keeps half of the band.
    info = [*folio_info(issue, page, half, composer, turned)]
    lines = [item for item in info if isinstance(item, Line)]
    edge = max(line.x + line.advance for line in lines) if turned else min(line.x for line in lines)
    room = Rect(edge, top, block.x0, foot) if turned else Rect(block.x1, top, edge, foot)
    yield from section_line(page.section, room, composer, turned)
    yield from info


def mirrored(rect: Rect, area: Rect) -> Rect:
    """A rectangle of the type area seen in a mirror."""
    return rect._replace(x0=area.x0 + area.x1 - rect.x1, x1=area.x0 + area.x1 - rect.x0)


def number_block(number: Prepared, rect: Rect, composer: Composer) -> Iterator[Item]:
    """The page number, reversed out of a square, or of a wider block where it has three figures."""
    yield Box(rect, fill=composer.colour("accent"))
    size = number.style.size
    y = baseline_in(rect.y0 + rounded(rect.height - size, 2), size)
    yield from composer.single(number.copy, number.style, rect.width, rect.x0, y, "folio-number")


def section_line(copy: Text, rect: Rect, composer: Composer, turned: bool) -> Iterator[Item]:
    """版名 at its own size; where number and date leave it too little room, without its letter-space, then smaller."""
    style = composer.setter.style("folio-section")
    x = rect.x0 + style.size // 2
    measure = rect.x1 - style.size // 2 - x
    style = composer.narrowed(copy, style, measure, LEAST_SECTION, markup=False)
    width = prepare(copy, style, composer.catalogue, markup=False).width
    if width > measure:
        composer.found.append(diagnose("P518", copy.span))
    y = baseline_in(rect.y1 - style.size, style.size)
    yield from composer.single(copy, style, measure, x + max(0, measure - width) * turned, y, "folio-section")


def folio_info(issue: Issue, page: IssuePage, rect: Rect, composer: Composer, turned: bool) -> Iterator[Item]:
    """Date above 版务, ranged to the outside on the band's foot, as many rows as ``rect`` holds; smaller if need be.

    版务 that find no room at the least size either are not drawn, from the first of them on, and that is told.
    """
    size = composer.setter.size("folio-info")
    shares = [share for share in INFO_SHARES if share == 1 or scaled(size, share) >= composer.least]
    for share in shares:
        style = composer.setter.style("folio-info", size=scaled(size, share))
        leading = scaled(composer.setter.leading("folio-info"), share)
        if share is not shares[-1] and is_far_over(page, style.size, leading, rect):
            continue
        dates = date_rows(issue, style, rect.width, composer)
        left = max(0, rect.height // leading - len(dates))
        credits = [*islice(credit_rows(page, style.size, rect.width, composer), left + 1)]
        standing = [*takewhile(lambda row: row.width <= rect.width, credits[:left])]
        if len(standing) == len(credits) and all(row.width <= rect.width for row in dates):
            break
    else:
        first = page.credits[0][0].span if page.credits else issue.paper.span if issue.paper else None
        composer.found.append(diagnose("P517", first, page=page.called))
    y = baseline_in(rect.y1 - style.size, style.size)
    for row in reversed([*dates, *standing]):
        x = rect.x0 if turned else rect.x1 - row.width
        for group in row.groups:
            for prepared in group:
                yield from composer.standing(prepared, prepared.width, x, y, row.role)
                x += prepared.width
            x += style.size
        y -= leading


def is_far_over(page: IssuePage, size: Length, leading: Length, rect: Rect) -> bool:
    """Whether a page's credits are so many characters that they need not be prepared to know that they find no room.

    Hardly a character is narrower than a quarter of an em.
    """
    held = 4 * (rect.width // size) * (rect.height // leading)
    return sum(len(words.value) for credit in page.credits for words in credit) > held


class InfoRow(NamedTuple):
    """A row of the running head's right: groups of type an em apart, each of pieces that stand together."""

    role: str
    groups: list[list[Prepared]]

    @property
    def width(self) -> Length:
        """From the first piece to the last."""
        widths = [sum(piece.width for piece in group) for group in self.groups]
        return sum(widths) + (len(widths) - 1) * self.groups[0][0].style.size


def date_rows(issue: Issue, style: TextStyle, width: Length, composer: Composer) -> list[InfoRow]:
    """The paper's name and the date, on one row if it holds both."""
    pieces = [long_date(issue.date)] if issue.paper is None else [issue.paper.value, long_date(issue.date)]
    both = prepare(plain_text("　".join(pieces)), style, composer.catalogue)
    if both.width <= width:
        return [InfoRow("folio-info", [[both]])]
    return [InfoRow("folio-info", [[prepare(plain_text(piece), style, composer.catalogue)]]) for piece in pieces]


def credit_rows(page: IssuePage, size: Length, width: Length, composer: Composer) -> Iterator[InfoRow]:
    """版务 as «责任编辑：某某», each label and name its own copy, as many to a row as it holds."""
    style = composer.setter.style("folio-credit", size=size)
    colon = prepare(plain_text("："), style, composer.catalogue, markup=False)
    row: InfoRow | None = None
    for credit in page.credits:
        label, name = (prepare(words, style, composer.catalogue, markup=False) for words in credit)
        pair = InfoRow("folio-credit", [[label, colon, name]])
        longer = row and InfoRow("folio-credit", [*row.groups, *pair.groups])
        if row and longer and longer.width > width:
            yield row
            longer = None
        row = longer or pair
    if row:
        yield row


def border_rule(x0: Length, x1: Length, foot: Length, border: Border) -> Iterator[Item]:
    """文武线: a thick rule, and a fine one below it whose lower edge stands at ``foot``."""
    thick, gap, fine = border
    fine_y = foot - fine // 2
    thick_y = foot - fine - gap - thick // 2
    yield Rule(x0, thick_y, x1, thick_y, thick)
    yield Rule(x0, fine_y, x1, fine_y, fine)
