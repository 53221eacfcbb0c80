"""Setting an issue: every page made up, composed and proved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from paiban.compose import compose_page
from paiban.compose.composer import Composer
from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.display import Line, Page
from paiban.engine.adverts import check_adverts
from paiban.engine.bodies import made_up
from paiban.engine.copydesk import at_the_desk
from paiban.engine.house import USUAL, House
from paiban.engine.kit import Kit, load_kit, page_kit_of, template_of
from paiban.engine.reading import read_issue
from paiban.font import Outline
from paiban.issue import Issue, IssuePage, issue_texts
from paiban.issue.anchor import told_of
from paiban.issue.pool import loose_blocks
from paiban.makeup.frame.model import Makeup
from paiban.makeup.judge.apart import check_apart
from paiban.makeup.judge.layout import check_page
from paiban.makeup.judge.lines import check_lines
from paiban.output.verify import verify_copy
from paiban.output.visible import check_visible
from paiban.preflight.page import preflight_page
from paiban.units import pt
from paiban.value import NamedTuple


class Result(NamedTuple):
    """What a run gave: the pages as far as they came, everything found, and the files' text for showing it.

    ``issue`` and ``kit`` are None where they could not be read, ``pdf`` empty until ``with_pdf``. In a ``draft`` (草样)
    the pages show what is wrong with them (``engine.drafting``).
    """

    issue: Issue | None
    kit: Kit | None
    makeups: tuple[Makeup, ...]
    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = {}
    pdf: bytes = b""
    draft: bool = False

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


def set_page(issue: Issue, page: IssuePage, kit: Kit) -> tuple[Makeup, Page, tuple[Diagnostic, ...]]:
    """Make up and compose one page."""
    makeup, found = made_up(issue, page, kit)
    template, _ = template_of(makeup.page, kit)
    page_kit = page_kit_of(issue, makeup.page, kit)
    composer = Composer(page_kit.grid, page_kit.setter, kit.catalogue, [], pt(kit.press.limits.min_text_pt_one_ink))
    composed = compose_page(issue, makeup, template, composer, kit.kinds.drawings)
    judged = (
        *check_page(makeup, kit.style.rules),
        *check_apart(makeup),
        *check_lines(makeup.blocks, makeup.grid.leading, kit.style.rules),
    )
    return makeup, composed, (*found, *judged, *composer.found)


def set_issue(
    path: Path,
    text: str | bytes | None = None,
    house: House = USUAL,
    draft: bool = False,
) -> Result:
    """Set every page of the issue at ``path`` (``text`` stands for the file's content where it is given).

    ``house`` is what the paper brings of its own. For a ``draft`` (草样) what can be set is set, whatever is wrong with
    the rest.
    """
    layout = house.layouts(draft)
    issue, read_found, sources = read_issue(path, text, layout, house=house, draft=draft)
    if issue is None:
        return Result(None, None, (), (), read_found, sources)
    kit, kit_found = load_kit(issue, layout, house, draft)
    if kit is None:
        return Result(issue, None, (), (), told_of(issue, (*read_found, *kit_found)), sources)
    issue, copy_found = at_the_desk(issue, kit)
    return set_pages(issue, kit, (*read_found, *kit_found, *copy_found), sources)


def set_pages(issue: Issue, kit: Kit, found: Sequence[Diagnostic], sources: Mapping[str, str]) -> Result:
    """Set every page of an issue that was read, check it for the press, prove that all copy is drawn and seen."""
    diagnostics = [*found, *(diagnose("P514", block.span, block=block.id) for block in loose_blocks(issue))]
    makeups, pages = [], []
    for page in issue.pages:
        makeup, composed, page_found = set_page(issue, page, kit)
        makeups.append(makeup)
        pages.append(composed)
        diagnostics += page_found
        diagnostics += preflight_page(composed, kit.press)
    diagnostics += check_adverts(pages, kit.press)
    diagnostics += check_visible(pages, kit.catalogue, kit.press)
    if not has_errors(diagnostics):
        diagnostics += verify_copy(pages, issue_texts(issue, kit.kinds.readings, headless(pages)))
    return Result(issue, kit, tuple(makeups), tuple(pages), told_of(issue, diagnostics), sources)


def headless(pages: Sequence[Page]) -> frozenset[int]:
    """The pages without a running head."""
    return frozenset(
        page.number
        for page in pages
        if not any(isinstance(item, Line) and item.role == "folio-number" for item in page.items)
    )


def single_pages(result: Result) -> tuple[Result, ...]:
    """A result for each page of an issue, for one file a page."""
    return tuple(
        result._replace(makeups=(makeup,), pages=(page,))
        for makeup, page in zip(result.makeups, result.pages, strict=True)
    )
