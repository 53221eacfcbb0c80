"""The rack (版架): what stands ready for every page of an issue, made once and taken as often as it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import state_of
from paiban.galley.galley import Galley
from paiban.galley.type import TypeSetter
from paiban.issue import Block
from paiban.memo import Memo
from paiban.picture import NEWSPRINT, ArtworkInfo, Mend, PictureInfo, probe_artwork, probe_picture
from paiban.span import Text
from paiban.template import Limits

if TYPE_CHECKING:
    from paiban.picture.contour import Points

T = TypeVar("T")


class Rack:
    """Copy prepared, by block and by the type that it is set in; pictures and adverts looked at, by their file
    and what the press's ``limits`` allow.

    ``memo`` is where it all stands, and whatever else of pages is worth keeping.
    """

    def __init__(self, memo: Memo | None = None, limits: Limits = NEWSPRINT) -> None:
        self.memo = Memo() if memo is None else memo
        self._limits = limits

    def copy(self, part: str, block: Block, setter: TypeSetter, make: Callable[[], T]) -> T:
        """A part of a block's copy as ``make`` prepares it: the same wherever the block stands."""
        own = block.id, block.colour, block.dress
        return self.memo.made(part, (block.content, setter.sheet, setter.body), make, *own, setter.scale, setter.names)

    def galley(self, block: Block, setter: TypeSetter, make: Callable[[], Galley | None]) -> Galley | None:
        """The galley of a block; paragraphs that stood in an earlier one need not be broken again."""

        def remembering() -> Galley | None:
            galley = make()
            for paragraph in galley.paragraphs if galley is not None else ():
                paragraph.remember(self.memo)
            return galley

        return self.copy("galley", block, setter, remembering)

    def picture(self, file: Path, words: Text) -> PictureInfo | Diagnostic:
        """The size and kind of a picture; why it cannot be used, at the ``words`` that name it."""
        limits = self._limits
        info = self.memo.made("picture", (), lambda: probe_picture(file, None, limits), file, state_of(file), limits)
        return diagnose(info.code, words.span, **dict(info.params)) if isinstance(info, Diagnostic) else info

    def contour(self, file: Path) -> Points:
        """The contour of a picture that is good; no corners where nothing of it is transparent."""
        from paiban.picture.contour import contour_of  # noqa: PLC0415  few pictures are cut out

        return self.memo.made("contour", (), lambda: contour_of(file), file, state_of(file))

    def artwork(self, file: Path, page: int, mend: Mend | None) -> ArtworkInfo | Diagnostic:
        """The size of a page of an advert's PDF, mended if it may be, or why it cannot be had."""
        look = self.memo.made
        return look("artwork", (), lambda: probe_artwork(file, page, None, mend), file, state_of(file), page, mend)
