"""A set rail for programs."""

from __future__ import annotations

from paiban.kinds.briefs.model import Briefs
from paiban.makeup.frame.model import Placed


def data(placed: Placed) -> dict[str, object]:
    """Its label and how many items it has."""
    briefs: Briefs = placed.block.content
    return {"label": briefs.label.value if briefs.label is not None else "", "items": len(briefs.items)}
