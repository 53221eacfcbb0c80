"""Setting an issue: every page made up, composed and proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from paiban.compose import compose_page
from paiban.compose.composer import Composer
from paiban.compose.kind import Drawing, Drawings
from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.display import Item, Line, Page
from paiban.engine.adverts import check_adverts
from paiban.engine.bodies import made_up
from paiban.engine.kit import Kit, page_kit_of, template_of
from paiban.font import Outline
from paiban.issue import Issue, IssuePage, issue_texts
from paiban.issue.anchor import told_of
from paiban.issue.copy import head_texts
from paiban.issue.edition import filled
from paiban.issue.pool import loose_blocks
from paiban.makeup.allot.keeping import check_allotment
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Makeup, Placed
from paiban.makeup.judge.apart import check_apart, check_sides
from paiban.makeup.judge.layout import check_page
from paiban.makeup.judge.lines import check_lines
from paiban.memo import Memo
from paiban.output.verify import verify_copy
from paiban.output.visible import check_visible
from paiban.preflight.page import preflight_page
from paiban.span import Text
from paiban.units import pt
from paiban.value import NamedTuple

OVERLAP = "P203"

FOLLOWING = frozenset({"P606", "P713", "P715", "P716"})
"""What blocks that stand on one another do to the copy of either."""

REWORDED = frozenset({"P501", "P605", "P608", "P425"})
"""What a few characters more or less may put right."""


class Result(NamedTuple):
    """What a run gave: the pages as far as they came, everything found, and the files' text for showing it.

    ``issue`` and ``kit`` are None where they could not be read, ``pdf`` empty until ``with_pdf``. In a ``draft`` (草样)
    the pages show what is wrong with them (``engine.drafting``). Where nothing but the PDF of many pages was wanted
    they have nothing on them, there are no ``makeups``, and ``notes`` are what somebody wanted to know of each
    (``engine.streaming``).
    """

    issue: Issue | None
    kit: Kit | None
    makeups: tuple[Makeup, ...]
    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = {}
    pdf: bytes = b""
    draft: bool = False
    notes: tuple[Any, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing forbids an output."""
        return not has_errors(self.diagnostics)

    def outline(self, face: str, glyph: int) -> Outline:
        """The outline of a glyph of the pages, by its number in the face ``face`` (a key of the font catalogue).

        ``("M"|"L"|"Q"|"C"|"Z", points…)`` steps in thousandths of an em from the glyph's origin, y up: see
        ``paiban.display.GlyphRun`` for where that stands. KeyError for a face that the issue was not set with.
        """
        if self.kit is None:
            raise KeyError(face)
        used = self.kit.catalogue.face(face)
        return tuple(
            (step, tuple(value * 1000 / used.upem for value in points)) for step, points in used.outline(glyph)
        )


class SetPage(NamedTuple):
    """One page made up and composed, with what is to be said of it for itself."""

    makeup: Makeup
    page: Page
    found: tuple[Diagnostic, ...]


def set_page(issue: Issue, page: IssuePage, kit: Kit) -> SetPage:
    """Make up, compose and judge one page, which depends on nothing of the issue but what that says of itself."""
    alone, memo = alone_of(issue, kit), kit.rack.memo
    frame = memo.same(page._replace(blocks=()))
    return memo.made("page", (kit, alone, frame, *page.blocks), lambda: _set_page(alone, page, kit))


def alone_of(issue: Issue, kit: Kit) -> Issue:
    """An issue without its pages: what it says of itself."""
    memo = kit.rack.memo
    return memo.made("alone", (issue,), lambda: memo.same(issue._replace(pages=(), pool=None, anchors={})))


def _set_page(issue: Issue, page: IssuePage, kit: Kit) -> SetPage:
    makeup, found = made_up(issue, page, kit)
    if any(fit.over_lines for fit in makeup.fits):
        from paiban.makeup.propose.remedy import offering  # noqa: PLC0415  most pages have room for their copy

        found = offering(found, makeup)
    template, _ = template_of(makeup.page, kit)
    page_kit = page_kit_of(issue, makeup.page, kit)
    composer = Composer(page_kit.grid, page_kit.setter, kit.catalogue, [], pt(kit.press.limits.min_text_pt_one_ink))
    composed = compose_page(issue, makeup, template, composer, drawings_of(page_kit, kit))
    lines = (d for block in makeup.blocks for d in lines_found(block, page_kit))
    judged = (*found, *check_page(makeup, kit.style.rules), *check_apart(makeup), *check_sides(makeup), *lines)
    return SetPage(makeup, composed, (*judged, *composer.found, *preflight_page(composed, kit.press)))


def advised(issue: Issue, done: SetPage, kit: Kit) -> SetPage:
    """A page whose findings name the changes of words that help, each tried by setting its story with it.

    Trying takes far longer than setting a page anew for one edit: it is for a page that somebody reads the findings of.
    """
    if REWORDED.isdisjoint(each.code for each in done.found):
        return done
    from paiban.makeup.propose.wording import worded  # noqa: PLC0415  most pages have room for their copy

    def tried() -> SetPage:
        page = done.makeup.page
        template, _ = template_of(page, kit)
        return done._replace(found=worded(done.found, done.makeup, template, page_kit_of(issue, page, kit)))

    return kit.rack.memo.made("advised", (kit, alone_of(issue, kit), done), tried)


def drawings_of(page_kit: PageKit, kit: Kit) -> Drawings:
    """What draws the blocks of each kind; a block that is set as it was is not drawn again."""

    def once(draw: Drawing, placed: Placed, composer: Composer) -> Iterator[Item]:
        def drawn() -> tuple[tuple[Item, ...], list[Diagnostic]]:
            found: list[Diagnostic] = []
            return tuple(draw(placed, composer._replace(found=found))), found

        items, found = kit.rack.memo.made("drawn", (placed, page_kit), drawn, composer.least)
        composer.found.extend(found)
        return iter(items)

    return {kind: partial(once, draw) for kind, draw in kit.kinds.drawings.items()}


def lines_found(block: Placed, kit: PageKit) -> tuple[Diagnostic, ...]:
    """What is to be said of the lines of a block."""
    rules = kit.setter.sheet.rules
    return kit.rack.memo.made("lines", (block, kit), lambda: check_lines([block], kit.grid.leading, rules))


def set_pages(
    issue: Issue, kit: Kit, found: Sequence[Diagnostic], sources: Mapping[str, str], advice: bool = True
) -> Result:
    """Set every page of an issue that was read, check it for the press, prove that all copy is drawn and seen.

    Without ``advice`` no change of words is tried for what was found.
    """
    issue, diagnostics = filled_pages(issue, kit, found)
    done = [set_page(issue, page, kit) for page in issue.pages]
    if advice:
        done = [advised(issue, each, kit) for each in done]
    pages = tuple(each.page for each in done)
    diagnostics += (d for each in done for d in each.found)
    diagnostics += check_adverts(pages, kit.press)
    diagnostics += check_visible(pages, kit.catalogue, kit.press, kit.rack.memo)
    if not has_errors(diagnostics):
        heads = [heads_of(page, made, kit.rack.memo) for page, made in zip(issue.pages, pages, strict=True)]
        texts = issue_texts(issue, kit.kinds.readings, heads)
        diagnostics += verify_copy(pages, texts, kit.rack.memo)
    anchored, makeups = tuple(page._replace(anchors=issue.anchors) for page in pages), tuple(e.makeup for e in done)
    return Result(issue, kit, makeups, anchored, told_of(issue, own_faults(diagnostics, makeups)), sources)


def own_faults(found: Sequence[Diagnostic], makeups: Sequence[Makeup]) -> Sequence[Diagnostic]:
    """What was found without what follows from blocks that stand on one another, which is told as that alone."""
    if not any(each.code == OVERLAP for each in found):
        return found
    upon = {
        block.block.id
        for makeup in makeups
        for one, other in combinations(makeup.blocks, 2)
        if one.place.meets(other.place) and one.block.host != other.block.id and other.block.host != one.block.id
        for block in (one, other)
    }
    return [each for each in found if not (each.code in FOLLOWING and upon & {*dict(each.params).values()})]


def filled_pages(issue: Issue, kit: Kit, found: Sequence[Diagnostic]) -> tuple[Issue, list[Diagnostic]]:
    """The issue with what its pages say of each other filled in; all that was found so far."""
    issue, filled_found = filled(issue, kit.kinds.readings, kit.rack.memo)
    loose = (diagnose("P514", block.span, block=block.id) for block in loose_blocks(issue))
    return issue, [*found, *filled_found, *loose, *check_allotment(issue, kit.kinds.settings)]


def head_on(page: IssuePage, made: Page) -> tuple[Text, ...]:
    """The copy of a page's head that must stand on it: all of it in a running head.

    Without one it stands where a nameplate or furniture says it; what nothing says gave way to an advert of a whole
    page, or is told.
    """
    copies = tuple(head_texts(page))
    lines = [item for item in made.items if isinstance(item, Line)]
    if any(line.role == "folio-number" for line in lines):
        return copies
    drawn = {line.copy for line in lines}
    return tuple(copy for copy in copies if copy in drawn)


def heads_of(page: IssuePage, made: Page, memo: Memo) -> tuple[Text, ...]:
    """The copy of a page's head that must stand on it, looked for once."""
    return memo.made("page heads", (made,), partial(head_on, page, made), *head_texts(page))


def single_pages(result: Result) -> tuple[Result, ...]:
    """A result for each page of an issue, for one file a page."""
    return tuple(
        result._replace(makeups=(makeup,), pages=(page,), pdf=b"")
        for makeup, page in zip(result.makeups, result.pages, strict=True)
    )
