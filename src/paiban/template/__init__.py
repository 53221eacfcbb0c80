"""What the layout folder says, read once: templates, style sheets and print conditions.

In comes the name of a file under ``layout/``; out goes a frozen value of ``model`` with the faults of the file as
diagnostics. ``Layout`` keeps what it has read; the stages that follow take the values.
"""

from __future__ import annotations

from paiban.template.load import Layout
from paiban.template.model import (
    Body,
    Border,
    Composition,
    Costs,
    Folio,
    FurnitureItem,
    Limits,
    PageTemplate,
    Part,
    Press,
    Slot,
    StyleSheet,
    TypeStyle,
)

__all__ = [
    "Body",
    "Border",
    "Composition",
    "Costs",
    "Folio",
    "FurnitureItem",
    "Layout",
    "Limits",
    "PageTemplate",
    "Part",
    "Press",
    "Slot",
    "StyleSheet",
    "TypeStyle",
]
