"""Adverts: a page of somebody's PDF inside ours, as it is.

What was taken out of a file is kept by its content, as prepared pictures are: the second run needs no PDF reader.
"""

from __future__ import annotations

from pathlib import Path

from paiban import cache
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.digest import sha256
from paiban.display import Artwork, Rect
from paiban.output.pdf.content import Content
from paiban.output.pdf.form import FormXObject, pack_form, unpack_form
from paiban.output.pdf.objects import number
from paiban.output.pdf.sheet import Sheet, clip_box
from paiban.output.pdf.uses import FORM, Uses
from paiban.picture import Mend, artwork_content, artwork_data
from paiban.picture.artwork import foreign_file
from paiban.units import to_pt

CODE_VERSION = 5
"""Raised whenever the same advert would come out otherwise, so that no old entry of the cache is used."""


class Artworks:
    """The adverts of one page; a page of a file that stands there twice has one name."""

    def __init__(self, uses: Uses, keep_groups: bool) -> None:
        self._uses = uses
        self._keep_groups = keep_groups

    def draw(self, content: Content, artwork: Artwork) -> None:
        """Place a page so that its trim fits the artwork's rectangle, in its own proportion and in the middle.

        Where that cannot be the place stays empty.
        """
        key = (artwork.path, artwork.page, artwork.mend, artwork.booked, any(artwork.bleed))
        use = self._uses.use(FORM, key, lambda: self._take(artwork))
        if isinstance(use.made, Diagnostic):
            return
        content.xobjects[use.name] = None
        rect, sheet, form = artwork.rect, content.sheet, use.made
        scale = min(to_pt(rect.width) / form.width, to_pt(rect.height) / form.height)
        left = number(sheet.x(rect.x0) + (to_pt(rect.width) - scale * form.width) / 2, 4)
        bottom = number(sheet.y(rect.y1) + (to_pt(rect.height) - scale * form.height) / 2, 4)
        size = number(scale, 6)
        content.draw()
        content.knock_out()
        shown = _clip(artwork, sheet) if any(artwork.bleed) else ""
        content.draw(f"q {shown}{size} 0 0 {size} {left} {bottom} cm /{use.name} Do Q")

    def _take(self, artwork: Artwork) -> FormXObject | Diagnostic:
        path, mend = Path(artwork.path), Mend(artwork.booked) if artwork.mend else None
        try:
            kept = cache.load(self._key(artwork_content(path, mend), artwork), unpack_form)
            if kept is not None:
                return kept
            data = artwork_data(path, mend)
        except OSError as error:
            return diagnose("P701", artwork.span, path=artwork.path, problem=system_words(error))
        foreign = foreign_file(data, path, artwork.span)
        if foreign is not None:
            return foreign
        # pikepdf takes a tenth of a second to load: only for an advert that was not seen before.
        from paiban.output.pdf.read_form import FormError, read_form  # noqa: PLC0415

        try:
            form = read_form(data, artwork.page, self._keep_groups, any(artwork.bleed))
        except FormError as error:
            return diagnose(error.code, artwork.span, path=artwork.path, **error.params)
        cache.store(self._key(sha256(data).hexdigest(), artwork), pack_form(form))
        return form

    def _key(self, content: str, artwork: Artwork) -> str:
        return cache.name_of("advert", CODE_VERSION, content, artwork.page, self._keep_groups, any(artwork.bleed))


def _clip(artwork: Artwork, sheet: Sheet) -> str:
    """The operators that show an advert as far as it bleeds, and no farther."""
    (x0, y0, x1, y1), (left, top, right, foot) = artwork.rect, artwork.bleed
    return f"{clip_box(sheet, Rect(x0 - left, y0 - top, x1 + right, y1 + foot))} re W n "
