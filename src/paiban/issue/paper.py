"""What all issues of a paper share, in a file of the paper's own that an issue ``extends``.

The paper's layout and fonts stand in folders beside that file and go before what came along.
"""

from __future__ import annotations

from os.path import normpath
from pathlib import Path

from paiban.diagnostic import has_errors
from paiban.issue.check import IssueCheck, check_file
from paiban.issue.kind import NamedFile
from paiban.issue.table import PAPER
from paiban.source import FileReader, Values, decode_record, parse, read_source
from paiban.span import Text

ENDINGS = (".yaml", ".yml")

ADDED = frozenset({"names", "glyphs"})
"""Keys whose values in an issue come to those of the paper; elsewhere what the issue says stands in their place."""


def paper_of(named: Text | None, check: IssueCheck) -> tuple[Values | None, Path | None]:
    """What the paper's file ``named`` by an issue says, and its folder; nothing where it is none, or faulty (told)."""
    if named is None:
        return None, None
    path = Path(normpath(Path(check.reader.source.name).parent / named.value))
    before = len(check.reader.found)
    check_file(NamedFile(named, path), ENDINGS, check.folder, check.reader)
    if len(check.reader.found) > before:
        return None, None
    values = _read(path, check)
    return values, path.parent


def _read(path: Path, check: IssueCheck) -> Values | None:
    source, found = read_source(path)
    if source is None:
        check.reader.found += found
        return None
    check.layout.sources[source.name] = source.text
    node, syntax = parse(source)
    reader = FileReader(source, (*found, *syntax))
    values = None if node is None else decode_record(node, PAPER, reader)
    check.reader.found += reader.found
    return None if has_errors(reader.found) else values


def inherited(values: Values, paper: Values) -> Values:
    """A file's or a page's values, and where it gives none those of its paper."""
    shared = {key: value for key, value in paper.items.items() if key in values.items and paper.given(key)}
    given = {key: value for key, value in shared.items() if not values.given(key)}
    both = {key: (*shared[key], *values[key]) for key in ADDED & shared.keys() if values.given(key)}
    spans = {key: paper.spans[key] for key in given}
    return Values(values.span, {**values.items, **given, **both}, {**values.spans, **spans})
