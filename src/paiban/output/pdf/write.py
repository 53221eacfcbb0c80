"""Putting the file together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from paiban.diagnostic import Diagnostic, has_errors
from paiban.display import Page
from paiban.font import FontCatalogue
from paiban.output.model import DocumentInfo
from paiban.output.pdf.artwork import Artworks
from paiban.output.pdf.content import Content
from paiban.output.pdf.font import FontBook
from paiban.output.pdf.marks import draw_marks, marks_reach
from paiban.output.pdf.objects import Name, PdfFile, Ref
from paiban.output.pdf.page import Painter
from paiban.output.pdf.pdfx import (
    document_catalogue,
    info_dictionary,
    load_profile,
    metadata,
    output_intent,
)
from paiban.output.pdf.picture import LoadPicture, Pictures
from paiban.output.pdf.sheet import clip_box, halves, sheet_of
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
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pages as one PDF/X file of the press's standard, and what was noticed about its pictures and adverts.

    The marks that the press names stand outside the trim. A draft has none, and nothing in it claims to be PDF/X.
    A spread is one page, or ``halved`` two that show the same content, which therefore match to a hair.
    ``load_picture`` takes the place of the picture stage.
    Where a diagnostic is an error there is no file: the bytes are empty.
    """
    standard = STANDARDS[press.standard]
    file = PdfFile(standard.version)
    fonts = FontBook(file, catalogue)
    pictures = Pictures(file, press, load_picture)
    artworks = Artworks(file, keep_groups=standard.transparency)
    painter = Painter(file, fonts, pictures, artworks)
    profile, found = load_profile(press, standard)
    tree = Ref("Pages")
    contents: list[bytes] = []
    sheets: list[tuple[int, Ref]] = []

    def mark(content: Content, page: Page) -> None:
        if not info.draft:
            draw_marks(content, press, page, info, catalogue)

    for page in pages:
        content = painter.paint(page, sheet_of(page, 0 if info.draft else marks_reach(press, page.bleed)))
        if halved and page.fold:
            contents.append(content.data())
            sheets += _halves(page, content, painter, tree, mark)
        else:
            mark(content, page)
            contents.append(content.data())
            ref = painter.finish(tree, content.sheet, (content,), painter.stream(contents[-1]))
            sheets.append((page.number, ref))
    fonts.write()
    notes = (*found, *pictures.found, *artworks.found, *fonts.found)
    if has_errors(notes) and not info.draft:
        return b"", notes
    file.add({"Type": Name("Pages"), "Count": len(sheets), "Kids": [ref for _, ref in sheets]}, "Pages")
    intents = [] if info.draft else [output_intent(file, press, profile)]
    entries = document_catalogue(file, tree, [number for number, _ in sheets], intents)
    if standard.metadata_key and not info.draft:
        entries["Metadata"] = file.add(metadata(info, standard, b"".join(contents)))
    return file.write(file.add(entries), file.add(info_dictionary(info, standard))), notes


def _halves(
    page: Page, content: Content, painter: Painter, tree: Ref, mark: Callable[[Content, Page], None]
) -> Iterator[tuple[int, Ref]]:
    """The two pages of a spread: the same content through two windows, as wide as each may bleed, with marks around."""
    whole = painter.stream(content.data())
    for half, left in halves(page):
        sheet = content.sheet._replace(width=half.width, left=left)
        window, marks = painter.blank(sheet), painter.blank(sheet)
        window.draw("q", f"{clip_box(sheet, sheet.grown(sheet.bleed))} re W n")
        marks.draw("Q")
        mark(marks, half)
        parts = [painter.stream(window.data()), whole, painter.stream(marks.data())]
        yield half.number, painter.finish(tree, sheet, (content, marks), parts)
