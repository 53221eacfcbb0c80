"""What a sheet says apart from its cells: what it hides, which cells are one, remarks beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import compile as pattern

from paiban.intake.flow import MOST_SPANNED
from paiban.intake.gate import Archive, Element, attribute, child, children, local, relations
from paiban.value import NamedTuple

_BOOK = "xl/workbook.xml"
_AREA = pattern(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_REMARKS = ("/comments", "/threadedComment")


class Layout(NamedTuple):
    """Rows and columns that are hidden; in each row the columns of cells that belong to another, with a sign: ``<`` for
    the one at the left, ``^`` for the one above."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    joins: Mapping[int, Mapping[int, str]] = {}

    def joined(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of a row whose cells belong to another, as far as they are seen."""
        seen = row not in self.rows
        for column, sign in self.joins.get(row, {}).items() if seen else ():
            if column not in self.columns:
                yield column, sign

    def hides(self, row: int, column: int) -> bool:
        """Whether nobody sees a cell."""
        return row in self.rows or column in self.columns


def parts_of(archive: Archive) -> dict[str, str]:
    """The parts of the sheets by their names."""
    links = relations(archive, _BOOK)
    sheets = children(child(archive.tree(_BOOK), "sheets"), "sheet")
    return {attribute(sheet, "name"): links.get(attribute(sheet, "id"), ("", "", False))[0] for sheet in sheets}


def layout_of(sheet: Element | None) -> Layout:
    """What a sheet hides and joins."""
    rows = children(child(sheet, "sheetData"), "row")
    columns = children(child(sheet, "cols"), "col")
    hidden = frozenset(int(attribute(row, "r")) for row in rows if _is_hidden(row) and attribute(row, "r").isdecimal())
    covered = frozenset(index for column in columns if _is_hidden(column) for index in _range(column))
    areas = (_AREA.fullmatch(attribute(area, "ref")) for area in children(child(sheet, "mergeCells"), "mergeCell"))
    joins: dict[int, dict[int, str]] = {}
    for row, column, sign in (joined for area in areas if area for joined in _joined(*area.groups())):
        joins.setdefault(row, {})[column] = sign
    return Layout(hidden, covered, joins)


def _is_hidden(element: Element) -> bool:
    return attribute(element, "hidden") in ("1", "true")


def _range(column: Element) -> range:
    first, last = attribute(column, "min"), attribute(column, "max")
    return range(int(first), int(last) + 1) if first.isdecimal() and last.isdecimal() else range(0)


def _joined(left: str, top: str, right: str, bottom: str) -> Iterator[tuple[int, int, str]]:
    """The cells of an area but its first."""
    first, row = _number(left), int(top)
    for line in range(row, min(int(bottom), row + MOST_SPANNED - 1) + 1):
        for column in range(first, min(_number(right), first + MOST_SPANNED - 1) + 1):
            if (line, column) != (row, first):
                yield line, column, "^" if line > row else "<"


def _number(letters: str) -> int:
    """The number of a column by its letters.

    >>> _number("A"), _number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def remarks_of(archive: Archive, part: str) -> Iterator[str]:
    """What people wrote beside the cells of a sheet, each once."""
    told: set[str] = set()
    for target, kind, _ in relations(archive, part).values() if part else ():
        tree = archive.tree(target) if kind.endswith(_REMARKS) else None
        for remark in tree.iter() if tree is not None else ():
            if local(remark) in ("comment", "threadedComment"):
                words = "".join(e.text or "" for e in remark.iter() if local(e) in ("t", "text")).strip()
                if words and words not in told:
                    told.add(words)
                    yield words
