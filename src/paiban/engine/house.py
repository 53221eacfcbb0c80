"""What a paper brings of its own."""

from __future__ import annotations

from pathlib import Path

from paiban.font.catalogue import CATALOGUE_FILE
from paiban.issue import Issue
from paiban.kinds import KINDS, Kinds
from paiban.template import Layout
from paiban.value import NamedTuple


class House(NamedTuple):
    """A paper's own folders of ``fonts`` and of ``layout``, looked into before those that came along.

    ``kinds`` are those of block that its pages may hold. ``confine``: no file outside these folders and the issue's own
    is used.
    """

    fonts: Path | None = None
    layout: Path | None = None
    confine: bool = False
    kinds: Kinds = KINDS

    def of(self, issue: Issue) -> House:
        """The same with the faces of the paper that an issue belongs to, where nothing else was asked for."""
        fonts = None if issue.home is None else issue.home / "fonts"
        if self.fonts is not None or fonts is None or not (fonts / CATALOGUE_FILE).is_file():
            return self
        return self._replace(fonts=fonts)

    def layouts(self, draft: bool = False) -> Layout:
        """Where templates, style sheets and print conditions are looked up."""
        return Layout(own=self.layout, draft=draft)


USUAL = House()
"""Nothing but what came along."""
