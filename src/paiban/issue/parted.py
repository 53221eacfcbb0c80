"""An issue file's text by its pages, and put together again: for a page that goes into another file.

A page keeps its words as they were typed, comments and all; it only stands further in or out as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from paiban.issue.table import ISSUE_FIELDS, PAGE_NAME_FIELDS, Table
from paiban.source.file import clean
from paiban.source.outline import Outline, outline
from paiban.value import NamedTuple

DATE = next(field for field in ISSUE_FIELDS if field.key == "date")

STEP = "  "
"""How far a list stands in below its key, and a page's keys below its dash."""


class PageText(NamedTuple):
    """A page of an issue file: its numbers, two of a spread, and its lines as they stand at the top of a file."""

    numbers: tuple[int, ...]
    words: str


class PartedIssue(NamedTuple):
    """An issue file as the lines of what it says of itself and the text of each page; ``chinese``: so are its keys."""

    head: str
    pages: tuple[PageText, ...]
    chinese: bool


def parted(text: str, table: Table) -> PartedIssue | None:
    """The file by its pages; None where it is no block of keys, or the engine fills its pages."""
    text = clean("", text).text
    text += "" if text.endswith("\n") else "\n"
    root = outline(text)
    if root is None or root.kind != "mapping" or root.flow:
        return None
    chunks = _chunks(text, [key for key, _ in root.entries], 0, len(text))
    chinese = any(key.value in {field.zh for field in table.single.fields} for key, _ in root.entries)
    whole = next((value for key, value in root.entries if key.value in table.pages[:2]), None)
    if whole is None:
        head, own = _sorted(root, chunks, table)
        return PartedIssue(head, (PageText(numbers_of(root), own),), chinese)
    if whole.kind != "sequence" or whole.flow:
        return None
    head = "".join(
        words for (key, _), words in zip(root.entries, chunks, strict=True) if key.value not in table.pages[:2]
    )
    return PartedIssue(head, tuple(_items(text, whole, _end_of(text, whole))), chinese)


def joined(issue: PartedIssue) -> str:
    """The file's text again: a single page at its top, several as a list in the order of their numbers."""
    pages = sorted(issue.pages, key=lambda page: page.numbers)
    if len(pages) == 1:
        return issue.head + pages[0].words
    return issue.head + ("版面:\n" if issue.chinese else "pages:\n") + "".join(_as_item(page.words) for page in pages)


def renumbered(page: PageText, number: int) -> PageText:
    """The page with another number; of a spread both."""
    root = outline(page.words)
    value = None if root is None else _number_of(root)
    if value is None:
        return page
    numbers = tuple(range(number, number + len(page.numbers)))
    words = "-".join(map(str, numbers))
    return PageText(numbers, page.words[: value.start] + words + page.words[value.end :])


def called(head: str, day: date | None) -> str:
    """The lines of an issue of another ``day``, if one is given."""
    root = outline(head)
    dates = [value for key, value in root.entries if key.value in DATE[:2]] if root is not None and day else []
    return head[: dates[0].start] + str(day) + head[dates[0].end :] if dates else head


def _chunks(text: str, starts: Sequence[Outline], first: int, last: int) -> list[str]:
    """The text from ``first`` to ``last`` cut before the line of each start, and before the comment right above it."""
    cuts = [first, *(_with_comment(text, text.rfind("\n", 0, start.start) + 1) for start in starts[1:]), last]
    return [text[begin:end] for begin, end in pairwise(cuts)]


def _with_comment(text: str, line: int) -> int:
    """Where the comment begins that stands right above the line that begins at ``line``."""
    before = text.rfind("\n", 0, line - 1) + 1 if line else 0
    return _with_comment(text, before) if line and text[before:line].lstrip().startswith("#") else line


def _sorted(root: Outline, chunks: Sequence[str], table: Table) -> tuple[str, str]:
    """Of a file of one page what it says of the issue, and what of the page."""
    keys = [key.value in table.page.keys for key, _ in root.entries]
    pairs = list(zip(keys, chunks, strict=True))
    return "".join(words for own, words in pairs if not own), "".join(words for own, words in pairs if own)


def _end_of(text: str, node: Outline) -> int:
    """Where the lines of a value end."""
    return text.find("\n", node.end - 1) + 1 or len(text)


def _items(text: str, pages: Outline, end: int) -> Iterable[PageText]:
    first = _with_comment(text, text.rfind("\n", 0, pages.start) + 1)
    for item, words in zip(pages.items, _chunks(text, pages.items, first, end), strict=True):
        yield PageText(numbers_of(item), _as_top(words, pages.column, item.column))


def _as_top(words: str, dash: int, column: int) -> str:
    """The lines of an item of a list as they stand at the top of a file."""
    lines = words.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line[dash : dash + 1] == "-")
    lines[at] = lines[at][:dash] + " " + lines[at][dash + 1 :]
    moved = [line[min(column, len(line) - len(line.lstrip(" "))) :] for line in lines]
    return "".join(moved[:at] + ([] if moved[at].isspace() else moved[at : at + 1]) + moved[at + 1 :])


def _as_item(words: str) -> str:
    """The lines of a page as an item of a list: the dash before its first key."""
    lines = words.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.strip() and not line.startswith("#"))
    before = [STEP + line if line.strip() else line for line in lines[:at]]
    after = [STEP * 2 + line if line.strip() else line for line in lines[at + 1 :]]
    return "".join([*before, f"{STEP}- {lines[at]}", *after])


def _number_of(page: Outline) -> Outline | None:
    """Where a page says its number."""
    return next((value for key, value in page.entries if key.value in PAGE_NAME_FIELDS[0][:2]), None)


def numbers_of(page: Outline) -> tuple[int, ...]:
    """The numbers that a page says it has."""
    value = _number_of(page)
    return () if value is None else tuple(int(number) for number in re.findall("[0-9]+", value.value))
