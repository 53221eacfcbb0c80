"""The draft (草样) of a result: what is wrong with its pages shown on them, the copy that they lack beside them.

There is a draft of every issue that can be read at all. It is a picture to work from, never a file for the press.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.compose.composer import Composer
from paiban.compose.draft import DraftNote, Undrawn, draft_page
from paiban.diagnostic import Diagnostic, Severity
from paiban.display import Page
from paiban.engine.kit import Kit, page_kit_of
from paiban.engine.setting import Result
from paiban.issue import Block, Issue
from paiban.issue.naming import named, titles
from paiban.makeup.frame.model import Makeup
from paiban.output.verify import undrawn_copy


def drafted(result: Result, lang: str) -> Result:
    """A result with errors as its draft; one without is what it is."""
    if result.ok or result.issue is None or result.kit is None:
        return result
    pages = tuple(
        drafted_page(result, result.issue, result.kit, makeup, page, lang)
        for makeup, page in zip(result.makeups, result.pages, strict=True)
    )
    return result._replace(pages=pages, draft=True)


def drafted_page(result: Result, issue: Issue, kit: Kit, makeup: Makeup, page: Page, lang: str) -> Page:
    """One page as its draft."""
    page_kit = page_kit_of(issue, makeup.page, kit)
    composer = Composer(page_kit.grid, page_kit.setter, kit.catalogue, [])
    notes = [
        DraftNote(f"{place_of(found)}{found.message(lang)}", block_of(found, issue, makeup.page.blocks))
        for found in named(result.diagnostics, titles(issue, kit.kinds.readings))
        if found.severity is not Severity.INFO and is_of(found, issue, makeup)
    ]
    names = {block.id: name_of(block, kit) for block in makeup.page.blocks}
    return draft_page(page, makeup, notes, tuple(undrawn(makeup, page, kit)), names, composer, lang)


def name_of(block: Block, kit: Kit) -> str:
    """What an editor knows a block by."""
    return kit.kinds.readings[block.kind].title(block.content) or block.id


def place_of(found: Diagnostic) -> str:
    """The line of the file that a finding is about, as it begins its words."""
    return f"{found.span.line}:{found.span.column}　" if found.span is not None else ""


def is_of(found: Diagnostic, issue: Issue, makeup: Makeup) -> bool:
    """Whether a finding is told on this page: it is about one of its blocks, or about none of the issue's."""
    own = {block.span.file for block in makeup.page.blocks}
    anchor = anchor_of(found, issue)
    return not anchor or anchor in own


def block_of(found: Diagnostic, issue: Issue, blocks: Sequence[Block]) -> str:
    """The id of the block that a finding is about, ``""`` where it is about none of ``blocks``."""
    anchor = anchor_of(found, issue)
    return next((block.id for block in blocks if anchor and block.span.file == anchor), "")


def anchor_of(found: Diagnostic, issue: Issue) -> str:
    """The anchor of the block in whose lines a finding lies, ``""`` for one above all blocks, or in another file."""
    if found.span is None or found.span.file != issue.file:
        return ""
    above = [(anchor.line, name) for name, anchor in issue.anchors.items() if anchor.line <= found.span.line]
    return max(above, default=(0, ""))[1]


def undrawn(makeup: Makeup, page: Page, kit: Kit) -> Iterator[Undrawn]:
    """The copy of the page's blocks that no line of it shows, in the order of the file."""
    for block in makeup.page.blocks:
        reading = kit.kinds.readings[block.kind]
        texts = [text for text in reading.texts(block.content) if text is not None]
        for copy in undrawn_copy(page, texts):
            yield Undrawn(name_of(block, kit), copy)
