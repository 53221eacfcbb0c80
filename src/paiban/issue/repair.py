"""An issue with errors made into one that can be set all the same, to be looked at and never to be printed.

What cannot stand is taken back to what would have been without it: an unknown body or slot to none, a place off the
grid to what of it lies on the page, a second block of one name to a name of its own. For the files of the layout folder
the layout has what stands in. All that is wrong was told before; nothing is told here. What lacks a place, or cannot be
set in it, is the make-up's to show.
"""

from __future__ import annotations

from collections.abc import Iterable

from paiban.grid import GridRect
from paiban.issue.kind import Readings
from paiban.issue.model import Block, BoxStyle, Issue, IssuePage, Place
from paiban.template import Layout, PageTemplate, StyleSheet

AUTO = "auto"


def repaired(issue: Issue, layout: Layout, readings: Readings) -> Issue:
    """The issue as far as it can be set with a draft's ``layout``."""
    sheet, _ = layout.style(issue.style)
    return issue._replace(pages=tuple(repaired_page(page, layout, sheet, readings) for page in issue.pages))


def repaired_page(page: IssuePage, layout: Layout, sheet: StyleSheet | None, readings: Readings) -> IssuePage:
    """One page with a template, a body and blocks that can be set."""
    template, _ = layout.template(page.template, None, page.form)
    assert template is not None
    if page.body != AUTO and template.body(page.body) is None:
        page = page._replace(body="")
    if sheet is None or page.tint not in sheet.colours:
        page = page._replace(tint="")
    blocks = named_apart(page.blocks)
    hosts = {block.id for block in blocks if readings[block.kind].hosts or readings[block.kind].bears}
    return page._replace(blocks=tuple(repaired_block(b, page.body, template, sheet, hosts) for b in blocks))


def named_apart(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, each with an id of its own."""
    taken: set[str] = set()
    found = []
    for block in blocks:
        name = block.id
        while name in taken:
            name += "."
        taken.add(name)
        found.append(block._replace(id=name))
    return found


def repaired_block(block: Block, body: str, template: PageTemplate, sheet: StyleSheet | None, hosts: set[str]) -> Block:
    """One block with a place on the grid, or none, and names that there are."""
    rows = max(b.rows for b in template.bodies) if body == AUTO else template.bodies[0].rows
    known = template.body(body) if body != AUTO else None
    page = GridRect(0, 0, template.columns, known.rows if known is not None else rows)
    slot = block.slot if template.slot(block.slot, body) is not None else ""
    return block._replace(
        place=None if block.place is None else on_page(block.place, page),
        slot="" if block.place is not None else slot,
        host=block.host if block.host in hosts else "",
        upon=block.upon and block.host in hosts,
        colour=block.colour if sheet is not None and block.colour in sheet.colours else "",
        dress=block.dress if sheet is not None and block.dress in sheet.dresses else "",
        box=None if block.box is None or sheet is None else repaired_box(block.box, sheet),
    )


def on_page(place: Place, page: GridRect) -> Place | None:
    """What of a place lies on the page; None where nothing does."""
    return place._replace(rect=place.rect.shared(page)) if place.rect.meets(page) else None


def repaired_box(box: BoxStyle, sheet: StyleSheet) -> BoxStyle | None:
    """A box of what the style sheet has of it."""
    known = BoxStyle(
        box.line if box.line in sheet.lines else "",
        box.tint if box.tint in sheet.colours else "",
        box.border if box.border in sheet.borders else "",
    )
    return known if any(known) else None
