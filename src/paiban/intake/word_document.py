"""A Word file that is being read: its parts, its styles and lists, what waits for the end of a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from paiban.intake.flow import Flow
from paiban.intake.gate import Archive, Element, relations
from paiban.intake.model import PictureSource
from paiban.intake.word_styles import Numbers, Styles

INSIDE = ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
          "Choice", "AlternateContent", "oMathPara")  # fmt: skip
"""Elements that only hold others."""


class Field:
    """A field that is being read: its instruction so far, and whether what it came to has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shows = False


class Document:
    """A Word file that is being read."""

    def __init__(self, archive: Archive, main: str, file: str) -> None:
        self.archive, self.main, self.flow = archive, main, Flow(file)
        self.links = relations(archive, main)
        self.styles = Styles(archive.tree(self._part("/styles")))
        self.numbers = Numbers(archive.tree(self._part("/numbering")))
        self.number = self.boxes = 0
        self.waiting: list[Element] = []
        self.sizes: Counter[float] = Counter()
        self.pictures: list[PictureSource] = []
        self.fields: list[Field] = []
        self.runs_on = False

    def _part(self, kind: str) -> str:
        return next((target for target, type_, _ in self.links.values() if type_.endswith(kind)), "")

    def parts(self, *kinds: str) -> Iterator[str]:
        """The parts of some kinds that the document names."""
        yield from (target for target, type_, _ in self.links.values() if type_.endswith(kinds))
