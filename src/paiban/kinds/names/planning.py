"""A list of names in automatic make-up."""

from __future__ import annotations

from paiban.kinds.names.setting import names_kit
from paiban.makeup.propose.tabular import rows_planning

PLANNING = rows_planning(names_kit)
