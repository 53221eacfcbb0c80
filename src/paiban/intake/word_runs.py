"""The runs of a Word paragraph into the flow: characters, signs, ruby, fields, formulas, drawings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from paiban.diagnostic import diagnose
from paiban.intake.flow import DELETED, SIGN, Run
from paiban.intake.gate import DamagedError, Element, attribute, child, local
from paiban.intake.model import PictureSource
from paiban.intake.symbol_faces import UNKNOWN, is_sign
from paiban.intake.word_document import INSIDE, Document, Field
from paiban.intake.word_fields import drawn
from paiban.intake.word_math import formula, written
from paiban.intake.word_styles import Style, face_of, points, toggled
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.value import NamedTuple

_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
"""Elements that stand for a character."""

_LOST_LOOKS = {"i": "italic", "u": "underline", "strike": "strike", "dstrike": "strike", "color": "colour",
               "highlight": "colour", "shd": "colour", "bdr": "border"}  # fmt: skip
_NO_LOOK = {"u": ("none",), "color": ("auto", "000000"), "highlight": ("none",), "bdr": ("nil", "none")}
_NO_FILL = ("", "auto", "ffffff")
_SCRIPTS = {"superscript": "^", "subscript": "_"}

HIDDEN = Words("隐藏的字", "hidden text")
FIELD = Words("域", "a field")
FORMULA = Words("公式", "a formula")
CAPITALS = Words("全部大写的字", "copy in capitals")
ELSEWHERE = Words("它不在文件里，只有一个链接", "it is not in the file, only a link to it")
BROKEN = Words("它在文件里，但损坏了", "it is in the file, but damaged")
DRAWING = Words("它是绘图，不是照片", "it is a drawing, no photograph")


class Type(NamedTuple):
    """The type of a run, as its style and its own properties have it."""

    size: float
    bold: bool
    script: str = ""
    dots: bool = False
    capitals: bool = False
    face: str = ""

    def run(self, words: str) -> Run:
        """Words in this type."""
        return Run(words, self.bold, self.script, dots=self.dots)


def read_runs(document: Document, parent: Element, type_: Type) -> None:
    """The runs of a paragraph, into the flow. What was moved away stands where it was moved to."""
    for element in parent:
        name = local(element)
        if name == "r":
            read_run(document, element, type_)
        elif name == "del":
            document.flow.left_out(DELETED, all_text(element), document.flow.at(document.number))
        elif name == "t":
            document.flow.add(type_.run(element.text or ""))
        elif name == "oMath":
            read_formula(document, element, type_)
        elif name in INSIDE:
            read_runs(document, element, type_)


def read_run(document: Document, run: Element, type_: Type) -> None:
    """One run: its text, or what it holds instead."""
    flow, span = document.flow, document.flow.at(document.number)
    properties = child(run, "rPr")
    style = document.styles.get(key) if (key := attribute(child(properties, "rStyle"), "val")) else None
    here = _type_of(properties, style, type_)
    if toggled(properties, "vanish") or (style is not None and style.hidden and toggled(properties, "vanish") is None):
        flow.left_out(HIDDEN, all_text(run), span)
        return
    for element in run:
        read_in_run(document, element, here)
    for look in _lost_looks(properties):
        flow.lost_look(look, all_text(run), span)


def _type_of(properties: Element | None, style: Style | None, type_: Type) -> Type:
    """A run's type, by its own properties, the style of its characters and the paragraph's type."""
    bold = toggled(properties, "b")
    return Type(
        size=points(properties) or type_.size,
        bold=(type_.bold or bool(style and style.bold)) if bold is None else bold,
        script=_SCRIPTS.get(attribute(child(properties, "vertAlign"), "val"), ""),
        dots=attribute(child(properties, "em"), "val") not in ("", "none"),
        capitals=bool(toggled(properties, "caps")),
        face=face_of(properties) or (style.face if style else "") or type_.face,
    )


def _lost_looks(properties: Element | None) -> Iterator[str]:
    for element in properties if properties is not None else ():
        name, value = local(element), attribute(element, "val")
        is_white = name == "shd" and attribute(element, "fill").lower() in _NO_FILL
        if name in _LOST_LOOKS and not is_white and value not in (*_NO_LOOK.get(name, ()), "0", "false", "off"):
            yield _LOST_LOOKS[name]


def read_in_run(document: Document, element: Element, type_: Type) -> None:
    """What stands in a run: characters, a sign, ruby, a drawing, a part of a field."""
    name, flow = local(element), document.flow
    if name == "fldChar":
        read_field(document, attribute(element, "fldCharType"), type_)
    elif document.fields and not all(field.shows for field in document.fields):
        document.fields[-1].instruction += element.text or "" if name in ("instrText", "t") else ""
    elif name == "t":
        read_words(document, element.text or "", type_)
    elif name in _TEXT:
        flow.add(Run(_TEXT[name], type_.bold))
    elif name == "sym":
        code = attribute(element, "char")
        is_code = code and len(code) <= 5 and all(c in "0123456789abcdefABCDEF" for c in code)
        read_sign(document, attribute(element, "font"), chr(int(code, 16)) if is_code else "", type_)
    elif name == "ruby":
        flow.add(Run(all_text(child(element, "rubyBase")), type_.bold, ruby=all_text(child(element, "rt"))))
    elif name in ("drawing", "pict", "object"):
        read_drawing(document, element)
    elif name in INSIDE:
        for inner in element:
            read_in_run(document, inner, type_)


def read_words(document: Document, words: str, type_: Type) -> None:
    """Characters of a run, each sign of a symbol face as one that every face has."""
    document.sizes[type_.size] += len(words)
    if type_.capitals and words != words.upper():
        document.flow.written_out(CAPITALS, words, words.upper(), document.flow.at(document.number))
        words = words.upper()
    for is_special, group in groupby(words, key=lambda character: is_sign(type_.face, character)):
        if is_special:
            for character in group:
                read_sign(document, type_.face, character, type_)
        else:
            document.flow.add(type_.run("".join(group)))


def read_sign(document: Document, face: str, character: str, type_: Type) -> None:
    """A sign of a symbol face, as one that every face has; a character of any other face is itself."""
    flow = document.flow
    if not character:
        flow.left_out(SIGN, face, flow.at(document.number))
    elif is_sign(face, character):
        character = flow.sign(face, character, flow.at(document.number))
    flow.add(type_.run(character or UNKNOWN))


def read_field(document: Document, mark: str, type_: Type) -> None:
    """The beginning, the middle or the end of a field; one that has come to nothing is drawn by its instruction."""
    fields = document.fields
    if mark == "begin":
        fields.append(Field())
    elif fields and mark == "separate":
        fields[-1].shows = True
    elif fields and mark == "end":
        field = fields.pop()
        if not field.shows and all(outer.shows for outer in fields):
            read_instruction(document, field.instruction, type_)


def end_fields(document: Document) -> None:
    """No instruction goes on beyond its paragraph: what a field without an end has taken up is told."""
    for field in (field for field in document.fields if not field.shows):
        document.flow.left_out(FIELD, field.instruction, document.flow.at(document.number))
    document.fields = [field for field in document.fields if field.shows]


def read_instruction(document: Document, instruction: str, type_: Type) -> None:
    """What a field draws by its instruction alone."""
    flow, span = document.flow, document.flow.at(document.number)
    runs = drawn(instruction)
    if runs is None:
        flow.left_out(FIELD, instruction, span)
        return
    for run in runs:
        flow.add(run._replace(bold=type_.bold))
    if runs:
        flow.written_out(FIELD, instruction, written(runs), span)


def read_formula(document: Document, element: Element, type_: Type) -> None:
    """A formula, in the line."""
    runs = formula(element)
    for run in runs:
        document.flow.add(run._replace(bold=type_.bold))
    if written(runs) != all_text(element):
        document.flow.written_out(FORMULA, all_text(element), written(runs), document.flow.at(document.number))


def read_drawing(document: Document, element: Element) -> None:
    """The pictures of a drawing; its text boxes and 艺术字 wait until the paragraph is whole."""
    held = [
        inner for inner in element.iter()
        if local(inner) in ("txbxContent", "textpath", "blip", "imagedata")
        and not _is_inside(inner, "Fallback", "txbxContent")
    ]  # fmt: skip
    for inner in held:
        if local(inner) in ("txbxContent", "textpath"):
            document.waiting.append(inner)
        else:
            read_picture(document, attribute(inner, "embed") or attribute(inner, "link") or attribute(inner, "id"))
    if not held:
        name = next((attribute(inner, "name") for inner in element.iter() if local(inner) == "docPr"), "")
        span = document.flow.at(document.number)
        document.flow.found.append(diagnose("P813", span, name=name or local(element), reason=DRAWING))


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


def all_text(element: Element | None) -> str:
    """All text in an element, deleted text too."""
    if element is None:
        return ""
    return "".join(_TEXT.get(local(e), e.text or "") for e in element.iter() if local(e) in ("t", "delText", *_TEXT))
