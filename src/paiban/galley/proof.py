"""小样: stories as lines at one measure, as data and as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from paiban.galley.galley import Galley
from paiban.text import LineRange, Prepared, break_lines, set_line
from paiban.units import Length


def proof_data(galleys: Sequence[Galley], measure: Length) -> dict[str, Any]:
    """Every story's lines, in the form that docs/commands.md gives for ``paiban galley --json``."""
    return {
        "stories": [
            {
                "id": galley.block,
                "paragraphs": [
                    {"lines": [line_data(p.prepared, line, measure) for line in break_lines(p.prepared, measure)]}
                    for p in galley.paragraphs
                ],
            }
            for galley in galleys
        ]
    }


def line_data(prepared: Prepared, line: LineRange, measure: Length) -> dict[str, Any]:
    """One line: the copy as it stands in the file, its natural and set advance in em, its tracking in ‰ of an em."""
    size = prepared.style.size
    placed = set_line(prepared, line, measure, x=0, y=0, role="body", block="", leg=0)
    return {
        "text": placed.words.strip(),
        "natural_em": round(placed.natural / size, 4),
        "set_em": round(placed.advance / size, 4),
        "tracking": line.tracking,
    }


def proof_text(data: Mapping[str, Any]) -> str:
    """The same for reading: a heading a story with its line count, then its lines, numbered."""
    rows: list[str] = []
    for story in data["stories"]:
        lines = [line["text"] for paragraph in story["paragraphs"] for line in paragraph["lines"]]
        rows.append(f"{story['id']}  {len(lines)}")
        rows += [f"{number:5d}  {text}" for number, text in enumerate(lines, 1)]
    return "\n".join(rows)
