"""A Word file as pieces: what a reader of it on paper would see, in that order, and what he would not see told.

The file is an archive of XML. Only its text, styles, lists and pictures are read; macros, links to elsewhere and
embedded programs are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.flow import MOST_SPANNED, NOTE, Flow, Run
from paiban.intake.gate import Archive, DamagedError, Element, attribute, child, children, local, opened
from paiban.intake.headings import settled
from paiban.intake.model import Look, PictureSource, Reading
from paiban.intake.word_styles import BULLETS, Numbers, Styles, centred, numbered, points, toggled
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.value import NamedTuple

WORD = Words("Word 文件", "a Word file")
MAIN = "/officeDocument"

_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
"""Elements that stand for a character."""

_INSIDE = ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
           "Choice", "AlternateContent", "oMath", "oMathPara")  # fmt: skip
"""Elements that only hold others."""

_LOST_LOOKS = {"i": "italic", "u": "underline", "strike": "strike", "color": "colour", "highlight": "colour"}
_NO_LOOK = {"u": ("none",), "color": ("auto", "000000"), "highlight": ("none",)}
_SCRIPTS = {"superscript": "^", "subscript": "_"}

DELETED = Words("修订中删去的字", "text deleted in a revision")
HIDDEN = Words("隐藏的字", "hidden text")
COMMENT = Words("批注", "a comment")
RUNNING = Words("页眉页脚", "a header or footer")
SIGN = Words("符号字体里的一个符号", "a sign of a symbol face")
ELSEWHERE = Words("它不在文件里，只有一个链接", "it is not in the file, only a link to it")
BROKEN = Words("它在文件里，但损坏了", "it is in the file, but damaged")
DRAWING = Words("它是绘图，不是照片", "it is a drawing, no photograph")


class _Type(NamedTuple):
    """The type of a run, as its style and its own properties have it."""

    size: float
    bold: bool
    script: str = ""


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

    def _part(self, kind: str) -> str:
        return next((target for target, type_, _ in self.links.values() if type_.endswith(kind)), "")

    def parts(self, *kinds: str) -> Iterator[str]:
        """The parts of some kinds that the document names."""
        yield from (target for target, type_, _ in self.links.values() if type_.endswith(kinds))


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


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str, bool]]:
    """What a part names: target, kind, and whether it lies outside the file, by id."""
    path = PurePosixPath(part)
    tree = archive.tree(str(path.parent / "_rels" / f"{path.name}.rels").removeprefix("./") if part else "_rels/.rels")
    found = {}
    for relation in children(tree, "Relationship"):
        target, outside = attribute(relation, "Target"), attribute(relation, "TargetMode") == "External"
        if not outside:
            target = _resolved(path.parent, target)
        found[attribute(relation, "Id")] = (target, attribute(relation, "Type"), outside)
    return found


def _resolved(folder: PurePosixPath, target: str) -> str:
    """A part's name from where it is named."""
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{folder}/{target}").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


# ---- blocks ----------------------------------------------------------------------------------------------------------


def read_blocks(document: Document, parent: Element, box: int) -> None:
    """The paragraphs and tables of a part, a cell or a text box."""
    for element in parent:
        name = local(element)
        if name == "p":
            read_paragraph(document, element, box)
        elif name == "tbl":
            read_table(document, element, box)
        elif name in _INSIDE:
            read_blocks(document, element, box)


def read_paragraph(document: Document, element: Element, box: int) -> None:
    """One paragraph, then what floats beside it."""
    document.number += 1
    flow, span = document.flow, document.flow.at(document.number)
    properties = child(element, "pPr")
    style = document.styles.get(attribute(child(properties, "pStyle"), "val"))
    prefix = document.numbers.next(numbered(properties) or style.number)
    document.sizes, document.waiting, document.pictures = Counter(), [], []
    before = len(flow.runs)
    read_runs(document, element, _Type(style.size, style.bold))
    if prefix and any(run.words.strip() for run in flow.runs[before:]):
        flow.prefix(prefix, before, span)
    size = document.sizes.most_common(1)[0][0] if document.sizes else style.size
    pictures, waiting = document.pictures, document.waiting
    flow.end(span, style.role, Look(size, centred=centred(properties, style.centred)), box)
    for picture in pictures:
        flow.picture(picture, span, box=box)
    for text_box in waiting:
        document.boxes += 1
        read_blocks(document, text_box, document.boxes)


def read_table(document: Document, table: Element, box: int) -> None:
    """A table; one of a single column is only a frame around paragraphs."""
    rows = [children(row, "tc") for row in _rows(table)]
    if max((len(row) for row in rows), default=0) < 2:
        for cell in (cell for row in rows for cell in row):
            read_blocks(document, cell, box)
        return
    read = [[part for cell in row for part in read_cell(document, cell, box)] for row in rows]
    document.flow.table(read, document.flow.at(document.number), box)


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in _INSIDE:
            yield from _rows(element)


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


# ---- runs ------------------------------------------------------------------------------------------------------------


def read_runs(document: Document, parent: Element, type_: _Type) -> None:
    """The runs of a paragraph, into the flow."""
    for element in parent:
        name = local(element)
        if name == "r":
            read_run(document, element, type_)
        elif name in ("del", "moveFrom"):
            document.flow.left_out(DELETED, _all_text(element), document.flow.at(document.number))
        elif name == "t":
            document.flow.add(Run(element.text or "", type_.bold))
        elif name in _INSIDE:
            read_runs(document, element, type_)


def read_run(document: Document, run: Element, type_: _Type) -> None:
    """One run: its text, or what it holds instead."""
    flow, span = document.flow, document.flow.at(document.number)
    properties = child(run, "rPr")
    style = document.styles.get(key) if (key := attribute(child(properties, "rStyle"), "val")) else None
    bold = toggled(properties, "b")
    is_bold = (type_.bold or bool(style and style.bold)) if bold is None else bold
    script = _SCRIPTS.get(attribute(child(properties, "vertAlign"), "val"), "")
    here = _Type(points(properties) or type_.size, is_bold, script)
    if toggled(properties, "vanish"):
        flow.left_out(HIDDEN, _all_text(run), span)
        return
    for element in run:
        read_in_run(document, element, here)
    for look in _lost_looks(properties):
        flow.lost_look(look, _all_text(run), span)


def _lost_looks(properties: Element | None) -> Iterator[str]:
    for element in properties if properties is not None else ():
        name, value = local(element), attribute(element, "val")
        if name in _LOST_LOOKS and value not in (*_NO_LOOK.get(name, ()), "0", "false", "off"):
            yield _LOST_LOOKS[name]


def read_in_run(document: Document, element: Element, type_: _Type) -> None:
    """What stands in a run: characters, a sign, ruby, a drawing."""
    name, flow = local(element), document.flow
    if name == "t":
        flow.add(Run(element.text or "", type_.bold, type_.script))
        document.sizes[type_.size] += len(element.text or "")
    elif name in _TEXT:
        flow.add(Run(_TEXT[name], type_.bold))
    elif name == "sym":
        read_sign(document, element, type_)
    elif name == "ruby":
        flow.add(Run(_all_text(child(element, "rubyBase")), type_.bold, ruby=_all_text(child(element, "rt"))))
    elif name in ("drawing", "pict", "object"):
        read_drawing(document, element)
    elif name in _INSIDE:
        for inner in element:
            read_in_run(document, inner, type_)


def read_sign(document: Document, element: Element, type_: _Type) -> None:
    """A sign of a symbol face, as one that every face has."""
    code, span = attribute(element, "char"), document.flow.at(document.number)
    character = (
        chr(int(code, 16)) if code and len(code) <= 5 and all(c in "0123456789abcdefABCDEF" for c in code) else ""
    )
    known = BULLETS.get(character, "")
    document.flow.add(Run(known or "〓", type_.bold))
    if known:
        document.flow.found.append(diagnose("P836", span, after=known))
    else:
        document.flow.left_out(SIGN, f"{attribute(element, 'font')} {code}", span)


def read_drawing(document: Document, element: Element) -> None:
    """The pictures of a drawing; its text boxes wait until the paragraph is whole."""
    for inner in element.iter():
        name = local(inner)
        if name not in ("txbxContent", "blip", "imagedata") or _is_inside(inner, "Fallback", "txbxContent"):
            continue
        if name == "txbxContent":
            document.waiting.append(inner)
        else:
            read_picture(document, attribute(inner, "embed") or attribute(inner, "link") or attribute(inner, "id"))


def _is_inside(element: Element, *names: str) -> bool:
    """Whether an element stands in one of ``names`` within its paragraph."""
    for above in element.iterancestors():
        if local(above) == "p":
            return False
        if local(above) in names:
            return True
    return False


def read_picture(document: Document, key: str) -> None:
    """A picture of the file by its id."""
    target, _, outside = document.links.get(key, ("", "", False))
    name, span = PurePosixPath(target).name or key, document.flow.at(document.number)
    reason = ELSEWHERE if outside or not target else "" if _is_picture(name) else DRAWING
    try:
        data = b"" if reason else document.archive.read(target)
    except DamagedError:
        data = b""
    if reason or not data:
        document.flow.found.append(diagnose("P813", span, name=name, reason=reason or BROKEN))
    else:
        document.pictures.append(PictureSource(name, data=data))


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURE_ENDINGS


def _all_text(element: Element | None) -> str:
    """All text in an element, deleted text too."""
    if element is None:
        return ""
    return "".join(_TEXT.get(local(e), e.text or "") for e in element.iter() if local(e) in ("t", "delText", *_TEXT))


def tell_unseen(document: Document) -> None:
    """What stands in the file but not in its text: notes, comments, headers and footers, each once."""
    for kinds, what, item in ((("/footnotes", "/endnotes"), NOTE, ("footnote", "endnote")),
                              (("/comments",), COMMENT, ("comment",)),
                              (("/header", "/footer"), RUNNING, ())):  # fmt: skip
        told: set[str] = set()
        for part in document.parts(*kinds):
            tree = document.archive.tree(part)
            for element in ([tree] if not item else [e for e in tree if local(e) in item]) if tree is not None else ():
                words = " ".join(filter(None, (_all_text(p).strip() for p in element.iter() if local(p) == "p")))
                if words and words not in told:
                    told.add(words)
                    document.flow.left_out(what, words, document.flow.at(document.number))
