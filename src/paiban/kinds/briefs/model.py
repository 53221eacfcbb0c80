"""A rail of briefs as the editor wrote it."""

from __future__ import annotations

from paiban.issue.model import Paragraph
from paiban.span import Text
from paiban.value import NamedTuple


class Briefs(NamedTuple):
    """What a rail says: its label and its items. ``mark`` says what each item begins with (``setting.MARKS``);
    ``writing`` is ``horizontal`` or ``vertical``."""

    label: Text | None
    items: tuple[Paragraph, ...]
    mark: str = "diamond"
    writing: str = "horizontal"

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"
