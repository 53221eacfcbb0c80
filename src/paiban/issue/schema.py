"""The JSON Schema of issue files, for editors: written from the one table of fields."""

from __future__ import annotations

from typing import Any

from paiban.issue.kind import Readings
from paiban.issue.table import make_table
from paiban.source.schema import file_schema


def json_schema(readings: Readings) -> dict[str, Any]:
    """The schema: an issue with pages, one of a single page, or one whose pages the engine fills."""
    table = make_table(readings)
    return file_schema("paiban 稿件文件 / issue file", table.issue, table.single, table.pool)
