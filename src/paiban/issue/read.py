"""The issue file, read from end to end: bytes, nodes, values, checks."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from pathlib import Path

from paiban.diagnostic import Diagnostic, has_errors
from paiban.issue.anchor import told
from paiban.issue.build import Builder, PageDraft, build_issue, build_page, build_pool, given_ids, jumped
from paiban.issue.check import IssueCheck
from paiban.issue.check_pool import check_pages, check_pool
from paiban.issue.header import ID
from paiban.issue.kind import Readings
from paiban.issue.model import CopyPool, Issue
from paiban.issue.naming import named, titles
from paiban.issue.paper import inherited, paper_of
from paiban.issue.table import Table, make_table
from paiban.memo import Memo
from paiban.source import Entry, FileReader, Mapping, Node, Record, Scalar, Values, decode_record, read_source
from paiban.source.items import Lists, itemized
from paiban.template import Layout

Read = tuple[Issue | None, tuple[Diagnostic, ...], MappingOf[str, str]]


def read_issue(
    path: Path,
    readings: Readings,
    text: str | bytes | None = None,
    layout: Layout | None = None,
    again: bool = False,
    confine: bool = False,
    draft: bool = False,
    memo: Memo | None = None,
) -> Read:
    """The issue at ``path``, everything found wrong with it, and the texts of the files that were read.

    ``readings`` are the kinds of block that it may hold. ``text`` stands for the file's content where it is given
    (standard input, an editor's buffer); paths in it still start from ``path``'s folder. ``layout`` is where templates
    and styles are looked up, by default the folder that came along. ``again``: the page is to be made up anew, so that
    places that may move may stand on one another. ``confine``: files outside ``path``'s folder are refused unseen. The
    issue is None if anything is an error; for a ``draft`` it is what can be set of it, None only where nothing can.
    What ``memo`` remembers of an item of ``stories`` is not read again. Diagnostics stand in the order of the file.
    Nothing that a file may hold raises.
    """
    source, found = read_source(path, text)
    if source is None:
        return None, found, {}
    memo = memo or Memo()
    table = memo.made("table", (readings,), lambda: make_table(readings))
    read = itemized(source, Lists(table.stories[:2], table.pages[:2], ID[:2]), memo)
    node = read.parsed.root
    found += read.parsed.found
    if node is None:
        return None, tuple(FileReader(source, found).found), {source.name: source.text}
    layout = Layout(draft=draft) if layout is None else layout
    reader = FileReader(read.rest, found, read.anchors, memo)
    check = IssueCheck(readings, layout, reader, again, confine)
    builder = Builder(readings, reader, Path(source.name).parent, confine)
    issue = _decode(node, table, check, builder)
    ordered = told(reader.found, source.name, reader.keys, {**reader.anchors, **builder.anchors})
    sources = {source.name: source.text, **layout.sources}
    if has_errors(ordered):
        ordered = named(ordered, titles(issue, readings)) if issue is not None else ordered
        issue = _for_a_draft(issue, layout, readings) if draft and issue is not None else None
    return issue, ordered, sources


def _for_a_draft(issue: Issue, layout: Layout, readings: Readings) -> Issue:
    from paiban.issue.repair import repaired  # noqa: PLC0415  only for a draft of what has errors

    return repaired(issue, layout, readings)


def _decode(node: Node, table: Table, check: IssueCheck, builder: Builder) -> Issue | None:
    readings, reader = check.readings, check.reader
    record = _record_of(node, table)
    if isinstance(node, Mapping) and record is table.issue:
        node = _without_page_keys(node, table, reader)
    values = decode_record(node, record, reader)
    if values is None:
        return None
    paper, home = paper_of(values["extends"], check)
    check.layout.inherit(None if home is None else home / "layout")
    values = values if paper is None else inherited(values, paper)
    pages: tuple[Values, ...] = (values["pages"] or ()) if record is table.issue else (values,)
    pages = pages if paper is None else tuple(inherited(page, paper) for page in pages)
    builder.taken |= given_ids(pages)
    drafts: tuple[PageDraft, ...]
    pool: CopyPool | None = None
    loose: tuple[PageDraft, ...] = ()
    if record is table.pool:
        pool, drafts, rest = build_pool(values, builder)
        loose = (rest,)
        check_pool(pool, (*drafts, rest), values, readings, reader)
    else:
        drafts = tuple(build_page(page, builder) for page in pages)
        drafts = tuple(_folded(draft, check.layout) for draft in drafts)
        check_pages(drafts, readings, reader)
        drafts = jumped(drafts, readings)
    issue = build_issue(values, drafts, reader, builder, pool)._replace(home=home)
    check.issue(issue, (*drafts, *loose), values)
    return issue


def _folded(draft: PageDraft, layout: Layout) -> PageDraft:
    """A page of an issue as its template folds it: which half of a spread a block stands on is known from now on."""
    if not draft.page.spread:
        return draft
    template, _ = layout.template(draft.page.template, None, draft.page.form)
    return draft if template is None else draft._replace(page=draft.page._replace(fold=template.fold))


def _record_of(node: Node, table: Table) -> Record:
    """What the top of a file is: an issue with pages, one whose pages the engine fills, or one of a single page."""
    entries = node.entries if isinstance(node, Mapping) else ()
    pages = next((entry.value for entry in entries if entry.key.value in (table.pages.key, table.pages.zh)), None)
    if pages is None:
        return table.single
    return table.pool if isinstance(pages, Scalar) and pages.value.strip() else table.issue


def _without_page_keys(node: Mapping, table: Table, reader: FileReader) -> Mapping:
    """The mapping less the keys that belong inside a page, each reported."""
    kept: list[Entry] = []
    for entry in node.entries:
        if entry.key.value in table.page.keys and entry.key.value not in table.issue.keys:
            reader.report("P217", entry.key.span, key=entry.key.value)
        else:
            kept.append(entry)
    return Mapping(node.span, tuple(kept))
