"""What the layout folder says, read once: templates, style sheets and print conditions.

In comes the name of a file under ``layout/``; out goes a frozen value of ``model`` with the faults of the file as
diagnostics. What a file may say is declared in ``table_page``, ``table_style`` (with ``table_costs``) and
``table_press``: names, units, defaults, bounds, words; ``build`` makes the values and sees what tables cannot. A style
sheet lies over the usual one, a press over newsprint. ``Layout`` keeps what it has read; every later stage takes the
values.
"""

from __future__ import annotations

from paiban.template.dresses import Dress
from paiban.template.form import Margins, PageForm, margin_limits
from paiban.template.load import Layout
from paiban.template.model import (
    Body,
    Border,
    Composition,
    Costs,
    Folio,
    FurnitureItem,
    FurniturePart,
    Limits,
    PageTemplate,
    Press,
    RunStyle,
    Slot,
    StyleSheet,
    TableStyle,
    TypeStyle,
    headline_of,
    reversed_of,
)
from paiban.template.runs import LOWERED_EM, RAISED_EM, SMALL_EM, USUAL_RUNS

__all__ = [
    "LOWERED_EM",
    "RAISED_EM",
    "SMALL_EM",
    "USUAL_RUNS",
    "Body",
    "Border",
    "Composition",
    "Costs",
    "Dress",
    "Folio",
    "FurnitureItem",
    "FurniturePart",
    "Layout",
    "Limits",
    "Margins",
    "PageForm",
    "PageTemplate",
    "Press",
    "RunStyle",
    "Slot",
    "StyleSheet",
    "TableStyle",
    "TypeStyle",
    "headline_of",
    "margin_limits",
    "reversed_of",
]
