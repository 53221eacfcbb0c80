"""What an element of a web page says apart from its text: how it looks, whether it is seen, its role, its picture."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterator, Sequence
from pathlib import Path
from re import IGNORECASE
from re import compile as pattern
from urllib.parse import unquote

from paiban.files import is_within
from paiban.intake.flow import MOST_SPANNED, Flow
from paiban.intake.gate import Element
from paiban.intake.labels import ROLES
from paiban.intake.model import Look, PictureSource
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words

REMOTE = Words("它在网上，没有下载", "it is on the net and was not fetched")
MISSING = Words("找不到这个文件", "there is no such file")
OUTSIDE = Words("它在来稿的文件夹外面", "it lies outside the folder of the copy")
NO_PICTURE = Words("不是能用的图片", "it is no picture that can be used")

SILENT = ("script", "style", "template", "noscript", "head")
"""Elements whose text is none of the page's."""

_WHITE = pattern(r"[ \t\r\n\f]+")
_SIZE = pattern(r"font-size\s*:\s*([\d.]+)\s*(px|pt)", IGNORECASE)
_FACE = pattern(r"font-family:[\"']?([^;,\"']+)", IGNORECASE)
_BOLD = pattern(r"font-weight:(bold|bolder|[6-9]00)")
_KEPT = pattern(r"white-space:(pre|break-spaces)")
_PX = 0.75
_DATA = "data:"
_SOURCES = ("src", "data-src", "data-original")
"""Where a page names a picture; what it shows before the picture has come may stand in the first."""


def style_of(element: Element) -> str:
    """An element's own style, without its spaces."""
    return str(element.get("style", "")).replace(" ", "").lower()


def is_bold(element: Element) -> bool:
    """Whether an element's own style makes it bold."""
    return bool(_BOLD.search(style_of(element)))


def keeps_lines(element: Element) -> bool:
    """Whether a page shows the line ends and the spaces of an element as they were typed."""
    return element.tag == "pre" or bool(_KEPT.search(style_of(element)))


def face_of(element: Element) -> str:
    """The face that an element asks for; ``""`` where it asks for none."""
    found = _FACE.search(str(element.get("style", "")))
    return found.group(1).strip() if found else str(element.get("face", "")).strip()


def shown(element: Element, without: tuple[str, ...] = (), but: Element | None = None) -> str:
    """The text of an element on one line, scripts and their like aside, and one element in it if that is so."""
    return _WHITE.sub(" ", "".join(_texts(element, (*SILENT, *without), but)))


def _texts(element: Element, without: tuple[str, ...], but: Element | None) -> Iterator[str]:
    if element is but:
        return
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in without:
            yield from _texts(inner, without, but)
        yield inner.tail or ""


def is_hidden(element: Element) -> bool:
    """Whether a page does not show an element."""
    style = style_of(element)
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def taken_by(cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    across, down = (str(cell.get(name, "")).strip() for name in ("colspan", "rowspan"))
    wide, high = (min(int(words), MOST_SPANNED) if words.isdecimal() else 1 for words in (across, down))
    return max(1, wide), max(1, high)


def spanned(rows: Sequence[Sequence[tuple[Flow, int, int]]]) -> list[list[Flow | str]]:
    """Rows of cells, each with the columns and rows that it takes, with signs in the places of the others."""
    taken: dict[int, int] = {}
    made: list[list[Flow | str]] = []
    for row in rows:
        line: list[Flow | str] = []
        after: dict[int, int] = {}
        for cell, wide, high in row:
            while taken.get(len(line)):
                after[len(line)] = taken[len(line)] - 1
                line.append("^")
            after.update({len(line) + index: high - 1 for index in range(wide)})
            line += [cell, *["<"] * (wide - 1)]
        while taken.get(len(line)):
            after[len(line)] = taken[len(line)] - 1
            line.append("^")
        taken = after
        made.append(line)
    return made


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def class_role(element: Element) -> str:
    """The part of a story that an element's class or id names."""
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    roles = [ROLES[name] for name in names if ROLES.get(name) in ("kicker", "headline", "deck", "byline", "caption")]
    return roles[0] if roles else ""


def look_of(element: Element | None) -> Look:
    """How a paragraph looks by its own attributes."""
    if element is None:
        return Look()
    style = element.get("style", "")
    size = _SIZE.search(style)
    points = float(size.group(1)) * (_PX if size.group(2).lower() == "px" else 1.0) if size else 0.0
    middle = "center" in element.get("align", "").lower() or "text-align:center" in style.replace(" ", "").lower()
    return Look(points, centred=middle or element.tag == "center")


def picture_of(element: Element, file: str) -> tuple[str, PictureSource | Words]:
    """The picture that an element shows by its name, or why it cannot be had."""
    names = [str(element.get(key)) for key in _SOURCES if element.get(key)]
    found = [(name, picture_at(name, file)) for name in names]
    had = next((one for one in found if isinstance(one[1], PictureSource)), None)
    elsewhere = next((one for one in found if one[1] is REMOTE), None)
    return had or elsewhere or (found[0] if found else ("", NO_PICTURE))


def picture_at(source: str, file: str) -> PictureSource | Words:
    """The picture that a page names, or why it cannot be had."""
    if source.startswith(_DATA):
        return _inside(source)
    if "://" in source or source.startswith("//"):
        return REMOTE
    folder = Path(file).parent
    path = folder / unquote(source.partition("?")[0])
    if path.suffix.lower() not in PICTURE_ENDINGS:
        return NO_PICTURE
    if not is_within(path, folder):
        return OUTSIDE
    return PictureSource(path.name, path) if path.is_file() else MISSING


def _inside(source: str) -> PictureSource | Words:
    """A picture that stands in the page itself."""
    kind, _, words = source.removeprefix(_DATA).partition(",")
    ending = "." + kind.partition(";")[0].rpartition("/")[2].replace("svg+xml", "svg")
    if ending not in PICTURE_ENDINGS or "base64" not in kind:
        return NO_PICTURE
    try:
        return PictureSource(f"picture{ending}", data=b64decode(words, validate=False))
    except (NoBase64, ValueError):
        return NO_PICTURE
