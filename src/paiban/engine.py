"""The straight line from an issue file to finished pages and their PDF; every command calls it.

Stages: read the issue, load what the layout folder says, make up each page, compose it, prove that the text drawn is
the copy read, check it against the press, write the PDF. Each returns values and diagnostics; nothing is printed here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from paiban import __version__
from paiban.compose import compose_page
from paiban.compose.composer import Composer
from paiban.diagnostic import Diagnostic, has_errors
from paiban.display import Page
from paiban.font import FontCatalogue, load_catalogue
from paiban.galley.proof import proof_data
from paiban.galley.story import story_galley
from paiban.galley.type import TypeSetter
from paiban.issue import Issue, PagePlan, Story, issue_texts, read_issue
from paiban.makeup.grid import make_grid
from paiban.makeup.model import Makeup
from paiban.makeup.place import Maker, make_up
from paiban.output.verify import verify_copy
from paiban.source.measure import parse_length
from paiban.template import Body, Layout, PageTemplate, Press, StyleSheet


@dataclass(frozen=True, slots=True)
class Kit:
    """What an issue is set with: from the layout folder and the fonts folder."""

    layout: Layout
    style: StyleSheet
    press: Press
    catalogue: FontCatalogue


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave: the pages as far as they came, everything found, and the files' text for showing it.

    ``issue`` and ``kit`` are None where they could not be read, ``pdf`` empty until ``with_pdf``.
    """

    issue: Issue | None
    kit: Kit | None
    makeups: tuple[Makeup, ...]
    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    pdf: bytes = b""

    @property
    def ok(self) -> bool:
        """Whether nothing forbids an output."""
        return not has_errors(self.diagnostics)


def load_kit(issue: Issue, layout: Layout, fonts: Path | None = None) -> tuple[Kit | None, tuple[Diagnostic, ...]]:
    """The style sheet, the press and the faces that an issue names; None where one of them cannot be had."""
    style, style_found = layout.style(issue.style)
    press, press_found = layout.press(issue.press)
    catalogue, font_found = load_catalogue(None, fonts)
    found = (*style_found, *press_found, *font_found)
    if style is None or press is None or has_errors(found):
        return None, found
    return Kit(layout, style, press, catalogue), found


def template_of(plan: PagePlan, kit: Kit) -> tuple[PageTemplate, Body]:
    """The template of a page and the body setting that it asks for; reading the issue made sure of both."""
    template, _ = kit.layout.template(plan.template)
    assert template is not None
    body = template.body(plan.body)
    assert body is not None
    return template, body


def page_maker(issue: Issue, plan: PagePlan, kit: Kit, folder: Path) -> Maker:
    """What the blocks of one page are made up with."""
    template, body = template_of(plan, kit)
    scale = template.headline_scale
    setter = TypeSetter(kit.style, body, (scale.numerator, scale.denominator))
    return Maker(make_grid(template, body), setter, kit.catalogue, issue.names, folder)


def set_page(issue: Issue, plan: PagePlan, kit: Kit, folder: Path) -> tuple[Makeup, Page, tuple[Diagnostic, ...]]:
    """Make up and compose one page."""
    template, _ = template_of(plan, kit)
    maker = page_maker(issue, plan, kit, folder)
    makeup, found = make_up(plan, template, maker)
    page = compose_page(issue, makeup, template, Composer(maker.grid, maker.setter, kit.catalogue), folder)
    return makeup, page, found


def set_issue(path: Path, text: str | None = None, fonts: Path | None = None) -> Result:
    """Set every page of the issue at ``path`` (``text`` stands for the file's content where it is given)."""
    layout = Layout()
    issue, read_found, sources = read_issue(path, text, layout)
    if issue is None:
        return Result(None, None, (), (), read_found, sources)
    kit, kit_found = load_kit(issue, layout, fonts)
    found = [*read_found, *kit_found]
    if kit is None:
        return Result(issue, None, (), (), tuple(found), sources)
    makeups, pages = [], []
    for plan in issue.pages:
        makeup, page, page_found = set_page(issue, plan, kit, path.parent)
        makeups.append(makeup)
        pages.append(page)
        found += page_found
    if not has_errors(found):
        found += verify_copy(pages, issue_texts(issue))
    return Result(issue, kit, tuple(makeups), tuple(pages), tuple(found), sources)


def with_pdf(result: Result) -> Result:
    """The same result with its PDF, or with what forbids one. A result with errors stays as it is."""
    if not result.ok or result.issue is None or result.kit is None:
        return result
    # The PDF stage is the heaviest import of all: only a run that writes one loads it.
    from paiban.output.pdf import DocumentInfo, write_pdf  # noqa: PLC0415

    issue = result.issue
    title = [issue.paper.value if issue.paper else "", issue.date.isoformat(), *(p.section for p in result.pages)]
    info = DocumentInfo(title=" ".join(filter(None, title)), creator=f"paiban {__version__}", created=creation_time(issue))
    pdf, found = write_pdf(result.pages, result.kit.catalogue, result.kit.press, info)
    return replace(result, pdf=pdf, diagnostics=(*result.diagnostics, *found))


def creation_time(issue: Issue) -> datetime:
    """The time stamped into files: ``SOURCE_DATE_EPOCH`` where it is set, else midnight of the issue's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime(issue.date.year, issue.date.month, issue.date.day, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Galleys:
    """小样 of an issue: its stories as data, and everything found on the way."""

    data: Mapping[str, Any]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether every story could be set."""
        return not has_errors(self.diagnostics)


def set_galleys(path: Path, measure: str = "", indent: str = "", style: str = "", fonts: Path | None = None) -> Galleys:
    """Break every story of an issue at one measure: the template's basic column where none is given."""
    layout = Layout()
    issue, found, sources = read_issue(path, None, layout)
    if issue is None:
        return Galleys({"stories": []}, found, sources)
    issue = replace(issue, style=style or issue.style)
    kit, kit_found = load_kit(issue, layout, fonts)
    found = (*found, *kit_found)
    if kit is None:
        return Galleys({"stories": []}, found, sources)
    stories: list[dict[str, Any]] = []
    for plan in issue.pages:
        maker = page_maker(issue, plan, kit, path.parent)
        size = maker.grid.size
        setter = maker.setter.indented(parse_length(indent, size)) if indent else maker.setter
        width = parse_length(measure, size) or maker.grid.column
        galleys = [story_galley(b, setter, kit.catalogue) for b in plan.blocks if isinstance(b, Story)]
        stories += proof_data(galleys, width)["stories"]
        found += tuple(d for galley in galleys for p in galley.paragraphs for d in p.prepared.diagnostics)
    return Galleys({"stories": stories}, found, sources)
