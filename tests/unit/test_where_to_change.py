"""What docs/architecture.md says of making a change: each row names files that are there, and a half-made one is told.

The other halves are mypy's (a value without its new part) and stand where the tables are tested: a limit or a cost
without its row in ``test_template_press`` and ``test_template_costs``, a punctuation style without its rules in
``test_template_style``, a language without its words in ``test_languages``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paiban.issue import header
from paiban.issue.table import make_table
from paiban.issue.values import JUMP_RECORD, PLACE_RECORD
from paiban.kinds import KINDS
from paiban.source import Field, Record, make_record
from paiban.source.kinds import BOOLEAN
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import LENGTHS, ROLES

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "paiban"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def rows() -> list[str]:
    table = PAGE.split("## Where to make a change")[1].split("\n## ")[0]
    return [line for line in table.split("\n") if line.startswith("| ") and "---" not in line][1:]


def test_every_file_that_a_row_names_is_there() -> None:
    """``kinds/story/reading.py`` is under the package, ``layout/press/`` under the checkout."""
    named = [word for row in rows() for word in re.findall(r"`((?:[a-z_]+/)+[a-z_]*(?:\.[a-z]+)?)`", row)]
    assert len(named) > 20
    there = [(SOURCES / name).exists() or (ROOT / name).exists() for name in named]
    assert [name for name, found in zip(named, there, strict=True) if not found] == []


@pytest.mark.parametrize(
    "wish",
    [
        "punctuation style",
        "`deck_size`",
        "print condition",
        "通缝",
        "language",
        "limit of the press",
        "length",
        "an output",
    ],
)
def test_the_wish_has_its_row(wish: str) -> None:
    assert [row for row in rows() if wish in row.split("|")[1]]


# ---- a key of the issue file -----------------------------------------------------------------------------------------


def unread(record: Record, *folders: str) -> list[str]:
    """The keys of a record that nothing asks for where it is read."""
    text = "\n".join(path.read_text("utf-8") for folder in folders for path in (SOURCES / folder).rglob("*.py"))
    return [f.key for f in record.fields if not re.search(rf'(?<!Field\()"{f.key}"', text)]


ISSUE_RECORDS = {
    **{f"kinds/{name}": reading.record for name, reading in KINDS.readings.items()},
    "issue": make_table(KINDS.readings).page,
}


@pytest.mark.parametrize(("folder", "record"), ISSUE_RECORDS.items(), ids=ISSUE_RECORDS)
def test_every_key_of_the_issue_file_is_read(folder: str, record: Record) -> None:
    assert unread(record, folder, "issue") == []


def test_the_records_of_parts_are_read() -> None:
    assert [unread(record, "issue") for record in (PLACE_RECORD, JUMP_RECORD)] == [[], []]


def test_a_key_that_nothing_reads_is_told() -> None:
    """``deck_size`` declared and forgotten."""
    record = KINDS.readings["story"].record
    forgotten = Field("deck_size", "副题字号", BOOLEAN, "副题的字号", "The deck's size")
    more = make_record("story", "稿件", "a story", (*record.fields, forgotten))
    assert unread(more, "kinds/story", "issue") == ["deck_size"]
    assert header.ID.key not in unread(more, "kinds/story", "issue")


# ---- an entry of the layout folder -----------------------------------------------------------------------------------


def asked_for(record: Record, pattern: str) -> list[str]:
    """The keys of a record that nothing in the package asks for by name."""
    text = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py") if not path.name.startswith("table_"))
    return [f.key for f in record.fields if not re.search(pattern.format(re.escape(f.key)), text)]


def test_every_role_and_distance_of_a_style_sheet_is_used() -> None:
    """A key that a paper may set and that changes nothing would be swallowed."""
    assert asked_for(ROLES, r'"{}"') == []
    assert asked_for(LENGTHS, r'length\("{}"\)') == []


def test_every_key_of_a_template_and_of_a_press_is_used() -> None:
    assert asked_for(TEMPLATE, r'values\["{}"\]') == []
    assert asked_for(PRESS, r"press\.{0}\b|\"{0}\"") == []


def test_every_limit_of_a_press_is_used() -> None:
    text = "\n".join(
        path.read_text("utf-8")
        for folder in (SOURCES, ROOT / "issues")
        for path in folder.rglob("*.py")
        if not path.name.startswith("table_")
    )
    limits = next(field for field in PRESS.fields if field.key == "limits").kind.records[0]
    assert [f.key for f in limits.fields if not re.search(rf"(?:limits|self)\.{f.key}\b", text)] == []
