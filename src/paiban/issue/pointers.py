"""Where a block goes on on another page, or names another block, as the issue file has it: 下转、导读、配、不挨着."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue.header import ID, JUMP
from paiban.issue.kind import Readings
from paiban.issue.parted import numbers_of
from paiban.issue.renaming import ids_of, value_of
from paiban.issue.table import make_table, stories_field
from paiban.issue.values import JUMP_RECORD
from paiban.source.file import clean
from paiban.source.measure import unquoted
from paiban.source.outline import Outline, outline
from paiban.span import Span
from paiban.value import NamedTuple

JUMP_PAGE = next(field for field in JUMP_RECORD.fields if field.key == "page")


class Pointer(NamedTuple):
    """A place on the page of these numbers: the id of the block that it names, or the page that it goes on on."""

    numbers: tuple[int, ...]
    to: str | int
    span: Span


def pointers(text: str, file: str, readings: Readings) -> Iterator[Pointer]:
    """What the blocks of an issue file of this text point to, in the order of its pages."""
    text = clean(file, text).text
    root = outline(text)
    if root is None:
        return
    whole = value_of(root, make_table(readings).pages)
    for page in (root,) if whole is None else whole.items:
        stories = value_of(page, stories_field(readings))
        for block in () if stories is None else stories.items:
            for node, to in _of_block(block, readings):
                yield Pointer(numbers_of(page), to, _span(node, text, file))


def _of_block(block: Outline, readings: Readings) -> Iterator[tuple[Outline, str | int]]:
    own = value_of(block, ID)
    yield from ((node, unquoted(node.value)) for node in ids_of(block, readings) if node is not own)
    jump = value_of(block, JUMP)
    page = None if jump is None else value_of(jump, JUMP_PAGE)
    if page is not None and unquoted(page.value).isdecimal():
        yield page, int(unquoted(page.value))


def _span(node: Outline, text: str, file: str) -> Span:
    """Where a value on a single line stands in its file."""
    line = text.count("\n", 0, node.start) + 1
    column = node.start - text.rfind("\n", 0, node.start)
    return Span(file, line, column, line, column + node.end - node.start)
