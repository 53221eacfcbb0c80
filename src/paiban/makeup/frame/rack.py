"""The rack (版架): what stands ready for every page of an issue, made once and taken as often as it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.type import TypeSetter
from paiban.issue import Block
from paiban.picture import ArtworkInfo, Mend, PictureInfo, probe_artwork, probe_picture
from paiban.span import Text

T = TypeVar("T")


class Rack:
    """Copy prepared, by block and by the type that it is set in; pictures and adverts looked at, by their file."""

    def __init__(self) -> None:
        self._copy: dict[tuple[Any, ...], tuple[Any, Any]] = {}
        self._pictures: dict[Path, PictureInfo | Diagnostic] = {}
        self._artworks: dict[tuple[Path, int, Mend | None], ArtworkInfo | Diagnostic] = {}

    def copy(self, part: str, block: Block, setter: TypeSetter, make: Callable[[], T]) -> T:
        """A part of a block's copy as ``make`` prepares it: the same wherever the block stands."""
        kept = block.content, setter.sheet, setter.body
        key = part, block.id, setter.scale, setter.names, *map(id, kept)
        if key not in self._copy:
            # What the key names by identity is kept with it, so that nothing else can come to have that identity.
            self._copy[key] = kept, make()
        made: T = self._copy[key][1]
        return made

    def picture(self, file: Path, words: Text) -> PictureInfo | Diagnostic:
        """The size and kind of a picture; why it cannot be used, at the ``words`` that name it."""
        if file not in self._pictures:
            self._pictures[file] = probe_picture(file)
        info = self._pictures[file]
        return diagnose(info.code, words.span, **dict(info.params)) if isinstance(info, Diagnostic) else info

    def artwork(self, file: Path, page: int, mend: Mend | None) -> ArtworkInfo | Diagnostic:
        """The size of a page of an advert's PDF, mended if it may be, or why it cannot be had."""
        key = file, page, mend
        if key not in self._artworks:
            self._artworks[key] = probe_artwork(file, page, None, mend)
        return self._artworks[key]
