"""The JSON Schema of issue files, for editors: written from the one table of fields."""

from __future__ import annotations

from typing import Any

from paiban.issue.table import ISSUE, SINGLE, SPREAD
from paiban.source.schema import file_schema


def json_schema() -> dict[str, Any]:
    """The schema: an issue with pages, one of a single page, or one whose pages the engine fills."""
    return file_schema("paiban 稿件文件 / issue file", ISSUE, SINGLE, SPREAD)
