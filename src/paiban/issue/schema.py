"""The JSON Schema of issue files, for editors: written from the one table of fields."""

from __future__ import annotations

from typing import Any

from paiban.issue.kinds import JUMP_RECORD, PLACE_RECORD
from paiban.issue.table import BLOCKS, ISSUE, PAGE, SINGLE, SPREAD, STORY
from paiban.source import Field, Record

_RECORDS = (PAGE, STORY, *BLOCKS, PLACE_RECORD, JUMP_RECORD)


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12). Each key may stand in English or in Chinese, but not in both at once."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "paiban 稿件文件 / issue file",
        "anyOf": [_object(ISSUE), _object(SINGLE), _object(SPREAD)],
        "$defs": {record.name: _object(record) for record in _RECORDS},
    }


def _object(record: Record) -> dict[str, Any]:
    rules = [_required(f) for f in record.fields if f.required]
    rules += [{"not": {"required": [f.key, f.zh]}} for f in record.fields if f.key != f.zh]
    return {
        "type": "object",
        "title": f"{record.zh} / {record.en}",
        "properties": {spelling: _property(f) for f in record.fields for spelling in (f.key, f.zh)},
        "additionalProperties": False,
        "allOf": rules,
    }


def _required(field: Field) -> dict[str, Any]:
    return {"anyOf": [{"required": [field.key]}, {"required": [field.zh]}]}


def _property(field: Field) -> dict[str, Any]:
    """The kind's schema with the field's words; an optional key may also be left blank."""
    schema = dict(field.kind.schema) if field.required else {"anyOf": [field.kind.schema, {"type": "null"}]}
    words = {"description": f"{field.doc_zh}\n{field.doc_en}"}
    if field.default not in (None, "", ()):
        words["default"] = field.default
    return {**schema, **words}
