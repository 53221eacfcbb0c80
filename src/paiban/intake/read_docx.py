"""A Word file as pieces: what a reader of it on paper would see, in that order, and what he would not see told.

The file is an archive of XML. Only its text, styles, lists and pictures are read; macros, links to elsewhere and
embedded programs are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.flow import COMMENT, MOST_SPANNED, NOTE, RUNNING, Flow, Run
from paiban.intake.gate import Archive, DamagedError, Element, attribute, child, children, local, opened, relations
from paiban.intake.headings import level_role, settled
from paiban.intake.model import Look, Reading
from paiban.intake.word_document import INSIDE, Document
from paiban.intake.word_runs import Type, all_text, end_fields, read_runs
from paiban.intake.word_styles import Style, centred, indented, numbered, outlined, toggled
from paiban.language import Words

WORD = Words("Word 文件", "a Word file")
MAIN = "/officeDocument"

INSERTED = Words("插入的另一个文件", "another file that is inserted")
FIGURE = Words("图表、图示里的字", "words of a chart or a diagram")

LONGEST_HEADING = 45
"""Characters: a paragraph that somebody gave an outline level and that is longer is copy all the same."""

WORD_ART = 36.0
"""Points: as large as Word makes 艺术字 where it says nothing else."""


def read_docx(data: bytes, file: str) -> Reading:
    """The pieces of a Word file (.docx, .docm, .dotx)."""
    archive = opened(data, file, WORD)
    if isinstance(archive, Diagnostic):
        return Reading(found=(archive,))
    try:
        return _read_parts(archive, file)
    except DamagedError:
        return Reading(found=(diagnose("P804", None, file=file, kind=WORD),))


def _read_parts(archive: Archive, file: str) -> Reading:
    main = next((target for target, type_, _ in relations(archive, "").values() if type_.endswith(MAIN)), "")
    body = child(archive.tree(main), "body")
    if body is None:
        raise DamagedError(main)
    document = Document(archive, main, file)
    read_blocks(document, body, 0)
    tell_unseen(document)
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        document.flow.found.append(diagnose("P816", None, file=file))
    pieces, title = settled(document.flow.pieces, document.flow.found)
    return Reading(tuple(pieces), tuple(document.flow.found), {}, {"section": title} if title else {})


# ---- blocks ----------------------------------------------------------------------------------------------------------


def read_blocks(document: Document, parent: Element, box: int) -> None:
    """The paragraphs and tables of a part, a cell or a text box."""
    for element in parent:
        name = local(element)
        if name == "p":
            read_paragraph(document, element, box)
        elif name == "tbl":
            end_paragraph(document, document.styles.get(""), None, box)
            read_table(document, element, box)
        elif name in ("altChunk", "subDoc"):
            target = document.links.get(attribute(element, "id"), ("", "", False))[0]
            document.flow.left_out(INSERTED, PurePosixPath(target).name or name, document.flow.at(document.number))
        elif name in INSIDE:
            read_blocks(document, element, box)
    if document.runs_on:
        end_paragraph(document, document.styles.get(""), None, box)


def read_paragraph(document: Document, element: Element, box: int) -> None:
    """One paragraph, then what floats beside it; one whose end nobody sees goes on in the next."""
    document.number += 1
    flow, span = document.flow, document.flow.at(document.number)
    properties = child(element, "pPr")
    style = document.styles.get(attribute(child(properties, "pStyle"), "val"))
    prefix = document.numbers.next(numbered(properties) or style.number)
    if not document.runs_on:
        document.sizes, document.waiting, document.pictures = Counter(), [], []
    before = len(flow.runs)
    read_runs(document, element, Type(style.size, style.bold, face=style.face))
    end_fields(document)
    if prefix and any(run.words.strip() for run in flow.runs[before:]):
        flow.prefix(prefix, before, span)
    if drop := attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
        flow.lost_look("initial", "".join(run.words for run in flow.runs[before:]), span)
    document.runs_on = drop or _has_no_end(properties)
    if not document.runs_on:
        end_paragraph(document, style, properties, box)


def _has_no_end(properties: Element | None) -> bool:
    """Whether the mark that ends a paragraph was deleted in a revision, moved away or hidden."""
    mark = child(properties, "rPr")
    return any(child(mark, name) is not None for name in ("del", "moveFrom")) or bool(toggled(mark, "vanish"))


def end_paragraph(document: Document, style: Style, properties: Element | None, box: int) -> None:
    """The paragraph that was read is whole; what floats beside it comes after it."""
    flow, span = document.flow, document.flow.at(document.number)
    size = document.sizes.most_common(1)[0][0] if document.sizes else style.size
    level = outlined(properties, style.level)
    is_heading = level and sum(len(run.words) for run in flow.runs) <= LONGEST_HEADING
    role = style.role or (level_role(level) if is_heading else "")
    pictures, waiting = document.pictures, document.waiting
    document.pictures, document.waiting, document.runs_on = [], [], False
    if properties is not None or flow.runs:
        look = Look(size, centred=centred(properties, style.centred), indented=indented(properties, style.indented))
        flow.end(span, role, look, box)
    for picture in pictures:
        flow.picture(picture, span, box=box)
    for inside in waiting:
        document.boxes += 1
        if local(inside) == "textpath":
            flow.add(Run(attribute(inside, "string")))
            flow.end(span, "", Look(WORD_ART, centred=True), document.boxes)
        else:
            read_blocks(document, inside, document.boxes)


def read_table(document: Document, table: Element, box: int) -> None:
    """A table; one of a single column is only a frame around paragraphs."""
    lines = list(_rows(table))
    rows = [children(row, "tc") for row in lines]
    if max((len(row) for row in rows), default=0) < 2:
        for cell in (cell for row in rows for cell in row):
            read_blocks(document, cell, box)
        return
    read = [
        [*_empty(row, "gridBefore"), *(part for cell in children(row, "tc") for part in read_cell(document, cell, box)),
         *_empty(row, "gridAfter")] for row in lines
    ]  # fmt: skip
    document.flow.table(read, document.flow.at(document.number), box)


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in INSIDE:
            yield from _rows(element)


def _empty(row: Element, name: str) -> list[str]:
    """The columns that a row leaves out before its first cell or after its last."""
    count = attribute(child(row, "trPr", name), "val")
    return [""] * min(int(count), MOST_SPANNED) if count.isdecimal() else []


def read_cell(document: Document, cell: Element, box: int) -> list[Flow | str]:
    """A cell, with a sign for each further column that it takes; a sign alone where it goes on from the row above."""
    properties = child(cell, "tcPr")
    wide = attribute(child(properties, "gridSpan"), "val")
    further = min(int(wide), MOST_SPANNED) - 1 if wide.isdecimal() else 0
    merged = child(properties, "vMerge")
    outer, document.flow = document.flow, Flow(document.flow.file)
    read_blocks(document, cell, box)
    document.flow.runs = []
    inner, document.flow = document.flow, outer
    goes_on = merged is not None and attribute(merged, "val") != "restart" and not inner.pieces
    return ["^" if goes_on else inner, *(["^" if goes_on else "<"] * further)]


def _figure_words(tree: Element) -> str:
    """The words of a diagram, or the names and values of a chart."""
    return " ".join(e.text.strip() for e in tree.iter() if local(e) in ("t", "v") and (e.text or "").strip())


def tell_unseen(document: Document) -> None:
    """What stands in the file but not in its text: notes, comments, headers and footers, figures, each once."""
    for kinds, what, item in ((("/footnotes", "/endnotes"), NOTE, ("footnote", "endnote")),
                              (("/comments",), COMMENT, ("comment",)),
                              (("/header", "/footer"), RUNNING, ())):  # fmt: skip
        told: set[str] = set()
        for part in document.parts(*kinds):
            tree = document.archive.tree(part)
            for element in ([tree] if not item else [e for e in tree if local(e) in item]) if tree is not None else ():
                words = " ".join(filter(None, (all_text(p).strip() for p in element.iter() if local(p) == "p")))
                if words and words not in told:
                    told.add(words)
                    document.flow.left_out(what, words, document.flow.at(document.number))
    for part in document.parts("/diagramData", "/chart", "/chartEx"):
        tree = document.archive.tree(part)
        if tree is not None:
            document.flow.left_out(FIGURE, _figure_words(tree), document.flow.at(document.number))
