"""Room held open, as the editor asked for it."""

from __future__ import annotations

from paiban.span import Text
from paiban.value import NamedTuple


class Hold(NamedTuple):
    """``words`` as they were typed, the ``lines`` of one column that they mean, the ``slug`` of what is waited for."""

    words: Text
    lines: int
    slug: Text | None
