"""Set pages handed to an output: what the files say of themselves, and what came out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from paiban import __version__
from paiban.diagnostic import has_errors
from paiban.display import Page
from paiban.engine.kit import Kit
from paiban.engine.setting import Result, SetPage
from paiban.font import FontCatalogue
from paiban.issue import Issue
from paiban.issue.anchor import told_of
from paiban.output.model import PLAIN, DocumentInfo, File, Finished, Options, Output
from paiban.output.table import OUTPUTS
from paiban.template import Press
from paiban.value import NamedTuple

Note = Callable[[SetPage, Issue, Kit], Any]
"""What somebody wants to know of a page that will not stay."""


class Printing(NamedTuple):
    """That nothing but the PDF is wanted, and how: its options, what to note of each page, how many processes."""

    options: Options
    note: Note
    workers: int


LAST_TIME = 253_402_300_799
"""The last second of the year 9999, as SOURCE_DATE_EPOCH counts: what lies beyond is no date."""

NO_PAGES = Finished((), FontCatalogue({}, {}, {}), Press("", "", "", "", "", ""), DocumentInfo("", "", datetime.min))
"""What an issue comes to that could not be read."""


def with_pdf(result: Result) -> Result:
    """The same result with its PDF, or with what forbids one. A result with errors stays as it is."""
    result, files = written(result, OUTPUTS["pdf"])
    return result._replace(pdf=files[0].data if files else b"")


def written(result: Result, output: Output, options: Options = PLAIN) -> tuple[Result, tuple[File, ...]]:
    """The files that an output makes of a result's pages, and the result with what was noticed on the way.

    A result with errors gives no files of a strict output, unless as its draft.
    """
    if output.strict and not result.ok and not result.draft:
        return result, ()
    files, found = output.write(finished(result), options)
    if result.kit is not None:
        result.kit.catalogue.remember()
    if result.issue is None or not found:
        return result, files
    told = told_of(result.issue, (*result.diagnostics, *found))
    return result._replace(diagnostics=told), () if has_errors(found) and not result.draft else files


def finished(result: Result) -> Finished:
    """A result as an output takes it."""
    if result.issue is None or result.kit is None:
        return NO_PAGES
    kit, info = result.kit, document_info(result.issue, result.draft, result.pages)
    return Finished(result.pages, kit.catalogue, kit.press, info, result.pdf, kit.rack.memo)


def document_info(issue: Issue, draft: bool, pages: Sequence[Page] | None = None) -> DocumentInfo:
    """What a file of an issue says of itself, be it of some ``pages`` alone."""
    paper = issue.paper.value if issue.paper else ""
    sections = [page.section.value for page in issue.pages] if pages is None else [page.section for page in pages]
    words = " ".join(filter(None, [paper, issue.date.isoformat(), *sections]))
    return DocumentInfo(words, f"paiban {__version__}", creation_time(issue), paper=paper, draft=draft)


def creation_time(issue: Issue) -> datetime:
    """The time stamped into files: ``SOURCE_DATE_EPOCH`` where it is set, else midnight of the issue's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and int(epoch) <= LAST_TIME:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime(issue.date.year, issue.date.month, issue.date.day, tzinfo=UTC)
