"""Furniture: what stands on every page around the copy: the running head (报眉), and what else a template says.

What the editor wrote, 版名 and 版务, is drawn as his copy once a page, by the running head where there is one; where
furniture says it again, or says what nobody wrote, it is copy of our own making.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from paiban.compose.composer import Composer, baseline_in
from paiban.compose.running_head import border_rule, running_head
from paiban.diagnostic import diagnose
from paiban.display import Item, Line, Rule
from paiban.issue import Issue, IssuePage
from paiban.issue.edition import joined, part_copies
from paiban.span import Text, plain_text
from paiban.template import FurnitureItem, PageTemplate
from paiban.template.fields import SOMETIMES
from paiban.template.naming import no_entry
from paiban.text import TextStyle, prepare
from paiban.units import Length, rounded


def page_furniture(
    issue: Issue, page: IssuePage, template: PageTemplate, composer: Composer, drawn: Sequence[Item]
) -> Iterator[Item]:
    """All furniture of a page. What the editor wrote stands somewhere, in what is ``drawn`` of the page's blocks or in
    its furniture, or that is an error; what stands in a running head need not where he takes that away.
    """
    if template.folio is not None:
        yield from running_head(issue, page, template.folio, composer)
    unseen = {} if template.folio is not None or page.head == "none" else unsaid(page, drawn)
    for item in template.furniture:
        if not stands_on(item, page.number):
            continue
        copies = said(item, issue, page, unseen, composer)
        if item.line:
            yield from furniture_line(item, template, composer)
        elif copies:
            unseen = {field: copy for field, copy in unseen.items() if all(part.field != field for part in item.parts)}
            yield from furniture_words(item, copies, page, template, composer)
    for field, copy in unseen.items():
        composer.found.append(diagnose("P520", copy.span, page=page.called, template=template.name, field=field))


def said(item: FurnitureItem, issue: Issue, page: IssuePage, unseen: Container[str], composer: Composer) -> list[Text]:
    """The words of a piece of furniture as pieces of copy; none, which is told, where one of its fields has nothing."""
    words = [part_copies(part, issue, page, part.field in unseen) for part in item.parts]
    lacking = [part.field for part, copies in zip(item.parts, words, strict=True) if not copies]
    for field in (field for field in lacking if field not in SOMETIMES):
        composer.found.append(diagnose("P521", item.span, page=page.called, field=field))
    return [] if lacking else joined([copy for copies in words for copy in copies])


def unsaid(page: IssuePage, drawn: Sequence[Item]) -> dict[str, Text]:
    """The editor's copy that no block says. The 版名 of a page with a nameplate need not stand in print."""
    said = {item.copy for item in drawn if isinstance(item, Line)}
    copies = editors_copy(page).items()
    return {key: copy for key, copy in copies if copy not in said and not (page.crowned and key == "section")}


def editors_copy(page: IssuePage) -> dict[str, Text]:
    """The fields that are copy of the editor's and must stand in print, each with where it begins."""
    copies = {"section": page.section, **({"credits": page.credits[0][0]} if page.credits else {})}
    return {field: copy for field, copy in copies.items() if copy.file}  # a spread's second page says his words again


def stands_on(item: FurnitureItem, number: int) -> bool:
    """Whether a page has a piece of furniture."""
    kinds = {"all": True, "odd": number % 2 == 1, "even": number % 2 == 0, "front": number == 1, "inner": number != 1}
    return kinds[item.pages]


def furniture_line(item: FurnitureItem, template: PageTemplate, composer: Composer) -> Iterator[Item]:
    """A line or a border of the style sheet over the type area."""
    area, sheet = composer.grid.type_area(), composer.setter.sheet
    top = template.height - item.y if item.from_foot else item.y
    if item.line in sheet.borders:
        thick, gap, fine = sheet.borders[item.line]
        height = thick + gap + fine
        yield from border_rule(area.x0, area.x1, top if item.from_foot else top + height, sheet.borders[item.line])
    elif item.line in sheet.lines:
        weight = sheet.lines[item.line]
        y = top - weight // 2 if item.from_foot else top + weight // 2
        yield Rule(area.x0, y, area.x1, y, weight)
    else:
        composer.found.append(no_entry("lines", item.line, (*sheet.lines, *sheet.borders), item.span))


def furniture_words(
    item: FurnitureItem, copies: Sequence[Text], page: IssuePage, template: PageTemplate, composer: Composer
) -> Iterator[Item]:
    """The words of a piece of furniture on one line, its fields filled in."""
    style = composer.setter.style(item.role)
    pieces = [(white, prepare(copy, style, composer.catalogue, markup=False)) for white, copy in apart(copies, style)]
    area, width = composer.grid.type_area(), sum(white + piece.width for white, piece in pieces)
    if width > area.width:
        words = "".join(copy.value for copy in copies)
        composer.found.append(diagnose("P519", item.span, page=page.called, words=words))
    x = area.x0 + across(item.at, area.width - width, page)
    top = template.height - item.y - style.size if item.from_foot else item.y
    for white, piece in pieces:
        yield from composer.single(piece.copy, style, piece.width, x + white, baseline_in(top, style.size), item.role)
        x += white + piece.width


def apart(copies: Sequence[Text], style: TextStyle) -> Iterator[tuple[Length, Text]]:
    """Pieces of copy with the white before each: spaces at the ends of our own, which a line by itself would drop."""
    white = 0
    for copy in copies:
        words = copy.value if copy.file else copy.value.strip()
        before, after = copy.value.split(words, 1) if words else (copy.value, "")
        white += blank_width(before, style.size)
        if words:
            yield white, copy if copy.file else plain_text(words)
            white = blank_width(after, style.size)


def blank_width(spaces: str, size: Length) -> Length:
    """How wide spaces stand: a full-width one is an em, any other a quarter."""
    return sum(size if space == "\u3000" else rounded(size, 4) for space in spaces)


def across(at: str, spare: Length, page: IssuePage) -> Length:
    """How far into the type area words begin that leave it ``spare`` white."""
    right = page.right_hand
    at = {"outside": "end" if right else "start", "inside": "start" if right else "end"}.get(at, at)
    return {"start": 0, "centre": rounded(spare, 2), "end": spare}[at]
