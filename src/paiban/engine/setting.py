"""Setting an issue: every page made up, composed and proved, then written as a PDF."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from paiban import __version__
from paiban.compose import compose_page
from paiban.compose.composer import Composer
from paiban.diagnostic import Diagnostic, diagnose, has_errors, in_order
from paiban.display import Page
from paiban.engine.adverts import check_adverts
from paiban.engine.bodies import body_for_places
from paiban.engine.kit import Kit, load_kit, page_maker, template_of
from paiban.font import Outline
from paiban.issue import Issue, PagePlan, issue_texts, read_issue
from paiban.issue.spread import loose_blocks
from paiban.makeup.frame.model import Makeup
from paiban.makeup.frame.place import make_up
from paiban.makeup.judge.layout import check_page
from paiban.makeup.judge.lines import check_lines
from paiban.output.verify import verify_copy
from paiban.preflight.page import preflight_page
from paiban.template import Layout

LAST_TIME = 253_402_300_799
"""The last second of the year 9999, as SOURCE_DATE_EPOCH counts: what lies beyond is no date."""


class Result(NamedTuple):
    """What a run gave: the pages as far as they came, everything found, and the files' text for showing it.

    ``issue`` and ``kit`` are None where they could not be read, ``pdf`` empty until ``with_pdf``.
    """

    issue: Issue | None
    kit: Kit | None
    makeups: tuple[Makeup, ...]
    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = {}
    pdf: bytes = b""

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


def set_page(issue: Issue, plan: PagePlan, kit: Kit, folder: Path) -> tuple[Makeup, Page, tuple[Diagnostic, ...]]:
    """Make up and compose one page."""
    plan, chosen = body_for_places(issue, plan, kit, folder)
    template, _ = template_of(plan, kit)
    maker = page_maker(issue, plan, kit, folder)
    makeup, found = make_up(plan, template, maker)
    composer = Composer(maker.grid, maker.setter, kit.catalogue, [])
    page = compose_page(issue, makeup, template, composer, folder)
    judged = (
        *check_page(makeup, kit.style.rules),
        *check_lines(makeup.blocks, makeup.grid.leading, kit.style.rules, issue.names),
    )
    return makeup, page, (*chosen, *found, *judged, *composer.found)


def typeset(path: str | Path, *, fonts: str | Path | None = None, layout: str | Path | None = None) -> Result:
    """Set the issue at ``path`` and make its PDF, which is empty where an error forbids one. Writes no file.

    ``fonts`` and ``layout`` are a paper's own folders, looked into before those that came along. Never raises for what
    files hold or lack: that stands in the result's diagnostics.
    """
    own_fonts, own_layout = (None if folder is None else Path(folder) for folder in (fonts, layout))
    return with_pdf(set_issue(Path(path), None, own_fonts, own_layout))


def set_issue(
    path: Path,
    text: str | bytes | None = None,
    fonts: Path | None = None,
    layout_folder: Path | None = None,
    confine: bool = False,
) -> Result:
    """Set every page of the issue at ``path`` (``text`` stands for the file's content where it is given).

    ``fonts`` and ``layout_folder`` are a paper's own folders, looked into before those that came along. ``confine``:
    no file outside these and the issue's folder is used.
    """
    layout = Layout(own=layout_folder)
    issue, read_found, sources = read_issue(path, text, layout, confine=confine)
    if issue is None:
        return Result(None, None, (), (), read_found, sources)
    kit, kit_found = load_kit(issue, layout, fonts, confine)
    if kit is None:
        return Result(issue, None, (), (), (*read_found, *kit_found), sources)
    return set_pages(issue, kit, path.parent, (*read_found, *kit_found), sources)


def set_pages(issue: Issue, kit: Kit, folder: Path, found: Sequence[Diagnostic], sources: Mapping[str, str]) -> Result:
    """Set every page of an issue that was read, check it for the press, prove that the text drawn is the copy read."""
    diagnostics = [*found, *(diagnose("P514", block.span, block=block.id) for block in loose_blocks(issue))]
    makeups, pages = [], []
    for plan in issue.pages:
        makeup, page, page_found = set_page(issue, plan, kit, folder)
        makeups.append(makeup)
        pages.append(page)
        diagnostics += page_found
        diagnostics += preflight_page(page, kit.press)
    diagnostics += check_adverts(pages, kit.press)
    if not has_errors(diagnostics):
        diagnostics += verify_copy(pages, issue_texts(issue))
    return Result(issue, kit, tuple(makeups), tuple(pages), in_order(diagnostics, issue.file), sources)


def single_pages(result: Result) -> tuple[Result, ...]:
    """A result for each page of an issue, for one file a page."""
    return tuple(
        result._replace(makeups=(makeup,), pages=(page,))
        for makeup, page in zip(result.makeups, result.pages, strict=True)
    )


def with_pdf(result: Result) -> Result:
    """The same result with its PDF, or with what forbids one. A result with errors stays as it is."""
    if not result.ok or result.issue is None or result.kit is None:
        return result
    # The PDF stage is the heaviest import of all: only a run that writes one loads it.
    from paiban.output.pdf import DocumentInfo, write_pdf  # noqa: PLC0415

    issue = result.issue
    paper = issue.paper.value if issue.paper else ""
    title = [paper, issue.date.isoformat(), *(p.section for p in result.pages)]
    creator = f"paiban {__version__}"
    info = DocumentInfo(title=" ".join(filter(None, title)), creator=creator, created=creation_time(issue), paper=paper)
    pdf, found = write_pdf(result.pages, result.kit.catalogue, result.kit.press, info)
    return result._replace(pdf=pdf, diagnostics=in_order((*result.diagnostics, *found), issue.file))


def creation_time(issue: Issue) -> datetime:
    """The time stamped into files: ``SOURCE_DATE_EPOCH`` where it is set, else midnight of the issue's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and int(epoch) <= LAST_TIME:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime(issue.date.year, issue.date.month, issue.date.day, tzinfo=UTC)
