"""A table in automatic make-up."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.issue import Block
from paiban.kinds.table.setting import table_kit, unknown_style
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.tabular import TableKit
from paiban.makeup.propose.tabular import rows_planning


def own_kit(block: Block, kit: PageKit) -> TableKit | Diagnostic:
    """What a table is set with; why it cannot be."""
    return table_kit(block, kit) or unknown_style(block.content, kit)


PLANNING = rows_planning(own_kit)
