"""A list of names as the editor wrote it."""

from __future__ import annotations

from paiban.issue.model import Paragraph
from paiban.span import Text
from paiban.value import NamedTuple


class NameGroup(NamedTuple):
    """The names of a group and its head, None for names without one."""

    head: Text | None
    names: tuple[Text, ...]


class NameList(NamedTuple):
    """What a list says: its headline, its groups, the notes below it.

    ``columns`` is the number of its columns, None for as many as have room; ``spread``: names of two characters are
    spaced to three. ``kicker`` says where a list that goes on here began.
    """

    headline: Text | None
    groups: tuple[NameGroup, ...]
    notes: tuple[Paragraph, ...]
    columns: int | None = None
    spread: bool = True
    writing: str = "horizontal"
    kicker: Text | None = None

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"
