"""JSON Schemas of the files that people write, for their editors: from the same tables of fields that decode them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from paiban.source.field import Field, Record


def file_schema(title: str, *tops: Record) -> dict[str, Any]:
    """The schema (draft 2020-12) of a file that is one of ``tops``, with every record that they lead to.

    Each key may stand in English or in Chinese, but not in both at once.
    """
    shapes = [_object(top) for top in tops]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **(shapes[0] if len(shapes) == 1 else {"anyOf": shapes}),
        "$defs": {record.name: _object(record) for record in reached(tops)},
    }


def reached(tops: Iterable[Record]) -> tuple[Record, ...]:
    """The records that the fields of ``tops`` lead to, each once, in the order of the tables."""
    found: dict[str, Record] = {}

    def follow(record: Record) -> None:
        for inner in _inner(record):
            if inner.name not in found:
                found[inner.name] = inner
                follow(inner)

    for top in tops:
        follow(top)
    return tuple(found.values())


def _inner(record: Record) -> Iterator[Record]:
    kinds = [field.kind for field in record.fields] + ([record.own] if record.own else [])
    for kind in kinds:
        yield from kind.records


def _object(record: Record) -> dict[str, Any]:
    rules: list[dict[str, Any]] = [_required(f) for f in record.fields if f.required]
    if record.some:
        rules.append({"anyOf": [rule for key in record.some for rule in _required(record.keys[key])["anyOf"]]})
    rules += [{"not": {"required": [f.key, f.zh]}} for f in record.fields if f.key != f.zh]
    return {
        "type": "object",
        "title": f"{record.zh} / {record.en}",
        "properties": {spelling: _property(f) for f in record.fields for spelling in (f.key, f.zh)},
        "additionalProperties": record.own.schema if record.own else False,
        **({"allOf": rules} if rules else {}),
    }


def _required(field: Field) -> dict[str, Any]:
    return {"anyOf": [{"required": [field.key]}, {"required": [field.zh]}]}


def _property(field: Field) -> dict[str, Any]:
    """The kind's schema with the field's words; an optional key may also be left blank."""
    schema = (
        dict(field.kind.schema) if field.required or field.filled else {"anyOf": [field.kind.schema, {"type": "null"}]}
    )
    words: dict[str, Any] = {"description": f"{field.doc_zh}\n{field.doc_en}"}
    if field.default not in (None, "", ()):
        words["default"] = float(field.default) if isinstance(field.default, Fraction) else field.default
    return {**schema, **words}
