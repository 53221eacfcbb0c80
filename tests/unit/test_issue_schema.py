"""The JSON Schema agrees with the reader, and the documentation with the table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from paiban.engine import read_issue
from paiban.issue.document import document
from paiban.issue.schema import json_schema
from paiban.issue.table import make_table
from paiban.issue.values import PLACE_RECORD
from paiban.kinds import KINDS
from paiban.template.table_costs import COSTS, RULES
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import LIMITS, PRESS
from paiban.template.table_style import (
    BORDER,
    BORDERS,
    COLOURS,
    COMPOSITION,
    HEADLINE_SIZES,
    LENGTHS,
    LINES,
    ROLE,
    ROLES,
    STYLE,
)

ROOT = Path(__file__).parents[2]
TABLE = make_table(KINDS.readings)
RECORDS = (
    TABLE.issue,
    TABLE.single,
    TABLE.page,
    *(reading.record for reading in KINDS.readings.values()),
    PLACE_RECORD,
    TEMPLATE,
    STYLE,
    ROLE,
    COMPOSITION,
    PRESS,
    LIMITS,
    COSTS,
    RULES,
    ROLES,
    HEADLINE_SIZES,
    COLOURS,
    LINES,
    BORDER,
    BORDERS,
    LENGTHS,
)
VALIDATOR = jsonschema.Draft202012Validator(json_schema(KINDS.readings))

SCHEMA_SEES = ("unknown-key", "missing-headline-1", "missing-headline-2", "missing-body", "missing-date", "wrong-type",
               "out-of-range-1", "out-of-range-2", "unknown-choice", "page-key-at-the-top")  # fmt: skip
"""Broken files whose fault a schema can see; places, ids and files are beyond it."""


def data(text: str) -> Any:
    """A file as an editor's YAML reader sees it, dates as text."""
    loader = yaml.BaseLoader
    return _numbered(yaml.load(text, Loader=loader))


def _numbered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _numbered(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_numbered(item) for item in value]
    if value == "":
        return None
    if value.isascii() and value.replace(".", "", 1).isdigit():
        return float(value) if "." in value else int(value)
    return {"yes": True, "no": False}.get(value, value)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(KINDS.readings))
    assert json.loads(json.dumps(json_schema(KINDS.readings), ensure_ascii=False)) == json_schema(KINDS.readings)


def test_the_samples_fit_the_schema() -> None:
    for path in sorted(ROOT.glob("issues/**/issue.yaml")):
        assert [error.message for error in VALIDATOR.iter_errors(data(path.read_text("utf-8")))] == []


def test_chinese_keys_fit_the_schema() -> None:
    text = "日期: 2022年3月31日\n版次: 2\n版名: 要闻\n稿件:\n"
    text += "  - 主题: 甲\n    正文: 乙\n    位置: {栏: 1-5, 行: 1-40}\n    书写: 直排\n"
    assert VALIDATOR.is_valid(data(text))


@pytest.mark.parametrize(
    "path", [p for p in sorted((ROOT / "tests/broken").glob("*.yaml")) if p.stem.startswith(SCHEMA_SEES)],
    ids=lambda path: path.stem,
)  # fmt: skip
def test_the_schema_refuses_what_the_reader_refuses(path: Path) -> None:
    assert not VALIDATOR.is_valid(data(path.read_text("utf-8")))
    assert read_issue(path)[0] is None


def test_a_key_in_both_spellings_is_refused() -> None:
    text = "date: 2022-03-31\npage: 2\nsection: 要闻\nstories: [{headline: 甲, 主题: 乙, body: 丙}]\n"
    assert not VALIDATOR.is_valid(data(text))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_no_two_keys_of_a_record_are_spelled_alike(record: Any) -> None:
    spellings = [word for field in record.fields for word in dict.fromkeys((field.key, field.zh))]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_near_word_is_no_key_itself(record: Any) -> None:
    """A word that people write by mistake must not be a key that means something else, or stand for two."""
    near = [word for field in record.fields for word in field.near]
    assert [word for word in near if word in record.keys] == []
    assert len(near) == len(set(near))


def test_the_documentation_is_current() -> None:
    """``python -m paiban.kinds.document docs/issue-file.md`` writes it anew."""
    assert (ROOT / "docs" / "issue-file.md").read_text("utf-8") == document(KINDS.readings)


def test_the_example_of_the_documentation_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "drill.jpg").write_bytes(b"")
    example = document(KINDS.readings).split("```yaml\n")[1].split("```")[0]
    issue, found, _ = read_issue(tmp_path / "issue.yaml", example)
    assert (issue is not None, found) == (True, ())
