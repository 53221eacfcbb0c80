"""小样: every story of an issue broken at one measure, before any page is made up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from paiban.diagnostic import Diagnostic, has_errors
from paiban.engine.copydesk import at_the_desk
from paiban.engine.house import USUAL, House
from paiban.engine.kit import load_kit, page_kit_of
from paiban.engine.reading import read_issue
from paiban.galley.proof import proof_data
from paiban.issue.anchor import told_of
from paiban.makeup.frame.place import block_galley
from paiban.source.measure import parse_length
from paiban.value import NamedTuple


class GalleyResult(NamedTuple):
    """小样 of an issue: its stories as data, and everything found on the way."""

    data: Mapping[str, Any]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether every story could be set."""
        return not has_errors(self.diagnostics)


def set_galleys(
    path: Path,
    measure: str | None = None,
    indent: str | None = None,
    style: str = "",
    text: bytes | None = None,
    house: House = USUAL,
) -> GalleyResult:
    """Break every story of an issue at one measure: the template's basic column where none is given.

    ``text`` stands for the file's content where it is given; ``house`` as in ``set_issue``.
    """
    layout = house.layouts()
    issue, found, sources = read_issue(path, text, layout, house=house)
    if issue is None:
        return GalleyResult({"stories": []}, found, sources)
    if style:
        issue = issue._replace(style=style)
        found = (*found, *layout.style(style)[1])
    kit, kit_found = load_kit(issue, layout, house)
    if kit is None:
        return GalleyResult({"stories": []}, told_of(issue, (*found, *kit_found)), sources)
    issue, copy_found = at_the_desk(issue, kit)
    found = (*found, *kit_found, *copy_found)
    stories: list[dict[str, Any]] = []
    for page in issue.pages:
        own = page_kit_of(issue, page, kit)
        size = own.grid.size
        setter = own.setter.indented(parse_length(indent, size)) if indent else own.setter
        width = (parse_length(measure, size) if measure else None) or own.grid.column
        own = own._replace(setter=setter)
        galleys = [g for b in page.blocks if (g := block_galley(b, own)) and kit.kinds.settings[b.kind].traits.leads]
        stories += proof_data(galleys, width)["stories"]
        found += tuple(d for galley in galleys for p in galley.paragraphs for d in p.prepared.diagnostics)
    return GalleyResult({"stories": stories}, told_of(issue, found), sources)
