"""Tables of fields as tables of Markdown, for the pages of documentation that are written from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from paiban.source.field import Field, Record
from paiban.units import SIZE_NAMES, UNIT_LENGTHS

_COLUMNS = ("键 key", "值 value", "不写时 default", "说明 meaning", "例 example")


def field_table(title: str, fields: tuple[Field, ...], usual: Mapping[str, Any] | None = None) -> str:
    """A section: what each key is called, what it may hold, what stands in for it, what it means.

    ``usual`` are the defaults by key, as a file writes them, where they do not stand in the table itself.
    """
    rows = [_row(field, (usual or {}).get(field.key, field.default)) for field in fields]
    return "\n".join([f"## {title}", "", cells(*_COLUMNS), cells(*["---"] * len(_COLUMNS)), *rows]) + "\n"


def record_table(record: Record, usual: Mapping[str, Any] | None = None) -> str:
    """A record as a section, with what names of the writer's own may hold."""
    table = field_table(f"{record.zh} · {record.en.capitalize()}", record.fields, usual)
    if record.own is None:
        return table
    return f"{table}\n自己起的名字 · names of your own: {record.own.zh} · {record.own.en}\n"


def lengths_list() -> str:
    """How lengths are written, as two points of a list."""
    units = "、".join(f"`{unit}`" for unit in UNIT_LENGTHS)
    sizes = "、".join(f"{name} {float(points):g}" for name, points in SIZE_NAMES.items())
    return (
        f"- 长度都带单位 · every length has its unit: {units}；例 `9pt`、`350mm`、`14级`。\n"
        f"- 字号可以写名字（磅）· sizes by name, in points: {sizes}。\n"
    )


def _row(field: Field, usual: Any) -> str:
    example = f"`{field.example}`" if field.example else ""
    names = " ".join(dict.fromkeys((f"`{field.key}`", f"`{field.zh}`")))
    meaning = f"{field.doc_zh} · {field.doc_en}"
    return cells(names, f"{field.kind.zh} · {field.kind.en}", _default(field, usual), meaning, example)


def _default(field: Field, usual: Any) -> str:
    if field.required:
        return "**必写 required**"
    if isinstance(usual, bool):
        return "`yes`" if usual else "`no`"
    return "" if usual in (None, "", ()) else f"`{_written(usual)}`"


def _written(value: Any) -> str:
    """A value as a file of ours writes it."""
    if value in ("true", "false"):
        return "yes" if value == "true" else "no"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return f"{value:g}" if isinstance(value, float) else f"{value}"


def cells(*words: str) -> str:
    """A row of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in words) + " |"
