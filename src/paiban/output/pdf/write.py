"""Putting the file together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path as FilePath

from paiban.diagnostic import Diagnostic, has_errors
from paiban.display import Artwork, Page, Picture
from paiban.files import state_of
from paiban.font import FontCatalogue
from paiban.memo import Memo
from paiban.output.model import DocumentInfo
from paiban.output.pdf.document import Document
from paiban.output.pdf.font import write_fonts
from paiban.output.pdf.objects import Name, PdfFile
from paiban.output.pdf.page import Painted, Painter
from paiban.output.pdf.pdfx import (
    document_catalogue,
    info_dictionary,
    load_profile,
    metadata,
    output_intent,
)
from paiban.output.pdf.picture import LoadPicture
from paiban.picture.profile import profile_path
from paiban.template import Press
from paiban.template.standard import STANDARDS


def write_pdf(
    pages: Sequence[Page],
    catalogue: FontCatalogue,
    press: Press,
    info: DocumentInfo,
    *,
    halved: bool = False,
    load_picture: LoadPicture | None = None,
    memo: Memo | None = None,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pages as one PDF/X file of the press's standard, and what was noticed about its pictures and adverts.

    The marks that the press names stand outside the trim. A draft has none, and nothing in it claims to be PDF/X.
    A spread is one page, or ``halved`` two that show the same content, which therefore match to a hair.
    ``load_picture`` takes the place of the picture stage. A page that ``memo`` remembers is not painted again.
    Where a diagnostic is an error there is no file: the bytes are empty.
    """
    memo = memo or Memo()
    parts = (painted(page, catalogue, press, info, halved, load_picture, memo) for page in pages)
    return write_painted(parts, catalogue, press, info, memo)


def write_painted(
    pages: Iterable[Painted], catalogue: FontCatalogue, press: Press, info: DocumentInfo, memo: Memo | None = None
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Painted pages as one file; see ``write_pdf``. None is kept longer than it takes to join it."""
    standard = STANDARDS[press.standard]
    file = PdfFile(standard.version)
    has_metadata = bool(standard.metadata_key) and not info.draft
    document = Document(file, catalogue, memo, told=has_metadata)
    kept = memo or Memo()
    state = state_of(profile_path(press)) if press.icc else None
    profile, found = kept.made("profile", (press,), lambda: load_profile(press, standard), state)
    for page in pages:
        document.join(page)
    notes = (*found, *document.found, *write_fonts(file, document.fonts, kept))
    if has_errors(notes) and not info.draft:
        return b"", notes
    sheets = document.sheets
    file.add({"Type": Name("Pages"), "Count": len(sheets), "Kids": [ref for _, ref in sheets]}, "Pages")
    intents = [] if info.draft else [output_intent(file, press, profile)]
    entries = document_catalogue(file, document.tree, [number for number, _ in sheets], intents)
    if has_metadata:
        entries["Metadata"] = file.add(metadata(info, standard, document.digest))
    return file.write(file.add(entries), file.add(info_dictionary(info, standard))), notes


def painted(
    page: Page,
    catalogue: FontCatalogue,
    press: Press,
    info: DocumentInfo,
    halved: bool,
    load_picture: LoadPicture | None,
    memo: Memo,
) -> Painted:
    """A page painted, or as it was painted before: the same items, and every file that they show as it was."""
    shown = [FilePath(item.path) for item in page.items if isinstance(item, Picture | Artwork)]
    states = tuple(state_of(file) for file in (*shown, *([profile_path(press)] if shown else [])))
    shape = page.number, page.section, page.width, page.height, page.bleed, page.fold, page.from_right
    of = page.items, catalogue, press, load_picture
    return memo.made(
        "painted", of, lambda: Painter(catalogue, press, info, load_picture, memo).paint(page, halved),
        shape, info, halved, states,
    )  # fmt: skip
