"""Items of news agencies as pieces: ninjs (JSON), NewsML-G2 and NITF (XML)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import is_within
from paiban.intake.gate import Element, attribute, defines_entities, entities_refused, entity_text, local, parsed
from paiban.intake.marks import escaped
from paiban.intake.model import PictureSource, Piece, Reading
from paiban.intake.page_parts import REMOTE
from paiban.intake.read_html import pieces_of_html
from paiban.intake.read_text import pieces_of_text
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.span import Span

NINJS = Words("ninjs 稿件", "a ninjs item")
NEWSML = Words("NewsML-G2 稿件", "a NewsML-G2 item")


UNUSABLE = ("withheld", "canceled", "cancelled")

OTHER_HEAD = Words("另一个标题", "another heading")
EDITORS_NOTE = Words("给编辑的话", "a note to the editor")
USAGE = Words("使用条件", "conditions of use")
ABSTRACT = Words("摘要", "an abstract")
DATELINE = Words("电头", "a dateline")
ENDING = Words("文末的话", "a line at the end of the item")
MISSING = Words("稿件旁边没有这个文件", "there is no such file beside the item")

HEAD_ROLES = ("kicker", "headline", "deck", "byline")

WEIGHTS = {1: "5", 2: "5", 3: "4", 4: "4", 5: "3", 6: "3", 7: "2", 8: "2", 9: "1"}
"""Weight by the urgency of an item (IPTC: 1 is the most urgent)."""


class Item:
    """One item of an agency: its parts in the order of a story, what is known of it."""

    def __init__(self, file: str) -> None:
        self.span = Span(file, 1, 1, 1, 1)
        self.heads: list[Piece] = []
        self.bodies: list[Piece] = []
        self.pictures: list[Piece] = []
        self.found: list[Diagnostic] = []
        self.facts: dict[str, str] = {}

    def part(self, role: str, words: object) -> None:
        """A part of the head that the item has; of several the first, but for names, which stand beside each other."""
        text = escaped(words.strip()) if isinstance(words, str) else ""
        place = next((index for index, piece in enumerate(self.heads) if piece.role == role), -1)
        if not text or (place >= 0 and text in self.heads[place].text):
            return
        if place < 0 and role in HEAD_ROLES:
            self.heads.append(Piece(text, self.span, role))
        elif role == "byline":
            self.heads[place] = self.heads[place]._replace(text=f"{self.heads[place].text}\u3000{text}")
        else:
            self.note(OTHER_HEAD, words)

    def note(self, what: Words, words: object) -> None:
        """What is said to the editor, never into print."""
        if isinstance(words, str) and words.strip():
            self.found.append(diagnose("P814", self.span, what=what, before=words.strip()))

    def dateline(self, words: str) -> None:
        """Where and when the item comes from, unless its copy begins with it."""
        if not any(words in piece.text for piece in self.bodies[:2]):
            self.note(DATELINE, words)

    def urgent(self, urgency: object) -> None:
        """How urgent it is, as a weight."""
        if str(urgency).isdecimal() and int(str(urgency)) in WEIGHTS:
            self.facts["weight"] = WEIGHTS[int(str(urgency))]

    def embargoed(self, until: object) -> None:
        """Until when it may not be printed."""
        if isinstance(until, str) and until:
            self.found.append(diagnose("P812", self.span, until=until))

    def body(self, words: str, form: str) -> None:
        """The copy, as a web page or as plain text."""
        headed = any(piece.role == "headline" for piece in self.heads)
        file = self.span.file
        reading = pieces_of_html(words, file, headed) if form == "html" else pieces_of_text(words, file)
        self.bodies += [piece._replace(span=self.span) for piece in reading.pieces]
        self.found += [told._replace(span=self.span) for told in reading.found]

    def picture(self, href: str, caption: str, credit: str) -> None:
        """A picture of the item: a file beside it."""
        folder = Path(self.span.file).parent
        path = folder / href
        usable = (
            path.suffix.lower() in PICTURE_ENDINGS and "://" not in href and is_within(path, folder) and path.is_file()
        )
        if not usable:
            reason = REMOTE if "://" in href else MISSING
            self.found.append(diagnose("P813", self.span, name=href, reason=reason))
            self.note(Words("图片的说明", "the caption of a picture"), caption)
            return
        self.pictures.append(Piece("", self.span, picture=PictureSource(path.name, path)))
        for role, words in (("caption", caption), ("credit", credit)):
            self.pictures += [Piece(escaped(words.strip()), self.span, role)] if words.strip() else []

    def reading(self, status: str) -> Reading:
        """The item as pieces; nothing of it where the agency has taken it back."""
        head = next((piece.text for piece in self.heads if piece.role == "headline"), "")
        if status.lower() in UNUSABLE:
            return Reading(found=(diagnose("P808", self.span, status=status, headline=head),))
        heads = sorted(self.heads, key=lambda piece: HEAD_ROLES.index(piece.role))
        bodies = [piece for piece in self.bodies if not _repeats(piece, heads)]
        return Reading((*heads, *bodies, *self.pictures), tuple(self.found), {}, self.facts)


def _repeats(piece: Piece, heads: Sequence[Piece]) -> bool:
    """Whether the body begins with the headline once more."""
    return piece.role in ("headline", "deck", "kicker") and any(head.text == piece.text for head in heads)


# ---- ninjs -----------------------------------------------------------------------------------------------------------


def read_ninjs(data: bytes, file: str) -> Reading:
    """An item, or a list of them, of ninjs 1, 2 or 3."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return Reading(found=(diagnose("P804", None, file=file, kind=NINJS),))
    items = held if isinstance(held, list) else held.get("items", [held]) if isinstance(held, dict) else []
    usable = [item for item in items if isinstance(item, dict)]
    return joined([_ninjs_item(item, file) for item in _newest(usable)])


def _newest(items: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Of an item that is there in several versions the newest."""
    kept: dict[str, Mapping[str, Any]] = {}
    for index, item in enumerate(items):
        key = str(item.get("uri", index))
        if key not in kept or _version(item) >= _version(kept[key]):
            kept[key] = item
    return list(kept.values())


def _version(item: Mapping[str, Any]) -> tuple[int, str]:
    version = str(item.get("version", ""))
    return (int(version) if version.isdecimal() else 0, str(_any(item, "versioncreated")))


def _any(item: Mapping[str, Any], *names: str) -> Any:
    """A value by its name in any spelling: ``pubStatus``, ``pubstatus``, ``pub_status``."""
    spelled = {key.lower().replace("_", ""): value for key, value in item.items()}
    return next((spelled[name] for name in names if spelled.get(name)), "")


def _ninjs_item(held: Mapping[str, Any], file: str) -> Reading:
    item = Item(file)
    for role, words in _ninjs_heads(held):
        item.part(role, words)
    item.part("byline", _any(held, "by", "byline"))
    item.urgent(_any(held, "urgency"))
    item.embargoed(_any(held, "embargoeduntil", "embargoed"))
    item.note(EDITORS_NOTE, _any(held, "ednote"))
    item.note(USAGE, _any(held, "usageterms"))
    if _any(held, "type") != "picture":
        item.note(ABSTRACT, _text(held, "descriptions", "descriptiontext", "description"))
    words, form = _ninjs_body(held)
    if words:
        item.body(words, form)
    for picture in _ninjs_pictures(held):
        caption = _text(picture, "descriptions", "descriptiontext", "description", "headline")
        item.picture(_href(picture), caption, str(_any(picture, "by", "byline", "creditline")))
    return item.reading(str(_any(held, "pubstatus")))


def _ninjs_heads(held: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The lines of a head: several by role, or the one of the first edition."""
    roles = {"sub": "deck", "subtitle": "deck", "deck": "deck", "subhead": "deck", "kicker": "kicker", "short": "short"}
    heads = _any(held, "headlines")
    for head in heads if isinstance(heads, list) else []:
        if isinstance(head, dict):
            yield roles.get(str(head.get("role", "")).lower(), "headline"), str(head.get("value", ""))
    yield "headline", str(_any(held, "headline", "title", "name"))


def _ninjs_body(held: Mapping[str, Any]) -> tuple[str, str]:
    """The copy and its form, a web page before plain text."""
    bodies = _any(held, "bodies")
    typed = {str(_any(body, "contenttype")): str(_any(body, "value")) for body in bodies if isinstance(body, dict)} \
        if isinstance(bodies, list) else {}  # fmt: skip
    page = next((words for form, words in typed.items() if "html" in form), "") or _any(held, "bodyhtml", "bodyxhtml")
    text = next(iter(typed.values()), "") or _any(held, "bodytext")
    return (str(page), "html") if page else (str(text), "text")


def _ninjs_pictures(held: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The item itself where it is a picture, and the pictures that belong to it."""
    if _any(held, "type") == "picture":
        yield held
    linked = _any(held, "associations")
    for other in linked.values() if isinstance(linked, dict) else linked if isinstance(linked, list) else ():
        if isinstance(other, dict) and _any(other, "type") in ("picture", "graphic"):
            yield other


def _href(held: Mapping[str, Any]) -> str:
    """The largest of a picture's renditions that is a file, else the largest."""
    renditions = _any(held, "renditions")
    listed = (
        list(renditions.values())
        if isinstance(renditions, dict)
        else renditions
        if isinstance(renditions, list)
        else []
    )
    usable = [
        rendition for rendition in listed if isinstance(rendition, dict) and isinstance(rendition.get("href"), str)
    ]
    ranked = sorted(usable, key=lambda r: ("://" in r["href"], -_wide(r)))
    return str(ranked[0]["href"]) if ranked else str(_any(held, "uri"))


def _wide(rendition: Mapping[str, Any]) -> int:
    width = rendition.get("width")
    return width if isinstance(width, int) else 0


def _text(held: Mapping[str, Any], *names: str) -> str:
    value = _any(held, *names)
    if isinstance(value, list):
        return next((str(part.get("value", "")) for part in value if isinstance(part, dict)), "")
    return str(value)


# ---- XML -------------------------------------------------------------------------------------------------------------


def read_xml(data: bytes, file: str) -> Reading:
    """A NewsML-G2 item, package or message, or an NITF document."""
    if defines_entities(data):
        return Reading(found=(entities_refused(file),))
    root = parsed(data)
    if root is None or local(root) not in ("nitf", "newsItem", "newsMessage", "packageItem", "itemSet"):
        return Reading(found=(diagnose("P804", None, file=file, kind=NEWSML),))
    if local(root) == "nitf":
        return _nitf(root, file)
    return joined([_newsml_item(item, file) for item in root.iter() if local(item) == "newsItem"])


def _newsml_item(root: Element, file: str) -> Reading:
    item = Item(file)
    document = next((inner for inner in root.iter() if local(inner) == "nitf"), None)
    if document is not None:
        _nitf_heads(document, item)
    for name, role in (("headline", "headline"), ("subheadline", "deck"), ("by", "byline")):
        for element in _all(root, name, outside="contentSet"):
            item.part("deck" if "sub" in attribute(element, "role") else role, _words(element))
    item.urgent(_first(root, "urgency"))
    item.embargoed(_first(root, "embargoed"))
    item.note(EDITORS_NOTE, _first(root, "edNote"))
    item.note(USAGE, _first(root, "usageTerms"))
    if not any("image" in attribute(element, "contenttype") for element in _all(root, "remoteContent")):
        item.note(ABSTRACT, _first(root, "description"))
    _newsml_content(root, item, document)
    item.dateline(_first(root, "dateline"))
    status = next((attribute(e, "qcode").rpartition(":")[2] for e in root.iter() if local(e) == "pubStatus"), "")
    return item.reading(_status(document) if document is not None and _status(document) in UNUSABLE else status)


def _newsml_content(root: Element, item: Item, document: Element | None) -> None:
    """The content of an item into it."""
    for element in root.iter():
        name = local(element)
        if name == "inlineXML" and (document is None or element not in document.iterancestors()):
            item.body(_as_html(element), "html")
        elif name == "inlineXML":
            _nitf_copy(document, item)
        elif name == "inlineData" and (element.text or "").strip():
            item.body(element.text, "html" if "html" in attribute(element, "contenttype") else "text")
        elif name == "remoteContent" and "image" in attribute(element, "contenttype"):
            item.picture(attribute(element, "href"), _first(root, "description"), _first(root, "creditline"))


def _nitf(root: Element, file: str) -> Reading:
    item = Item(file)
    _nitf_heads(root, item)
    _nitf_copy(root, item)
    return item.reading(_status(root))


def _status(root: Element) -> str:
    return next((attribute(element, "management-status") for element in _all(root, "docdata")), "")


def _nitf_heads(root: Element, item: Item) -> None:
    """The head of a document; further lines of it are told."""
    for name, role in (("hl1", "headline"), ("hl2", "deck"), ("byline", "byline")):
        for element in _all(root, name, outside="body.content"):
            item.part(role, _words(element))
    item.urgent(next((attribute(element, "ed-urg") for element in _all(root, "urgency")), ""))


def _nitf_copy(root: Element, item: Item) -> None:
    """The copy of a document and what it says beside it."""
    for name, what in (("abstract", ABSTRACT), ("tagline", ENDING)):
        for element in _all(root, name, outside="body.content"):
            item.note(what, _words(element))
    for message in _all(root, "ed-msg"):
        item.note(EDITORS_NOTE, attribute(message, "info"))
    for content in _all(root, "body.content", outside="body.content"):
        _nitf_body(content, item)
    for element in _all(root, "dateline", outside="body.content"):
        item.dateline(_words(element))


def _nitf_body(content: Element, item: Item) -> None:
    """Paragraphs as a web page's, pictures by their references."""
    for media in [element for element in content.iter() if local(element) == "media"]:
        source = next((attribute(e, "source") for e in media.iter() if local(e) == "media-reference"), "")
        caption = " ".join(_words(e) for e in media.iter() if local(e) == "media-caption")
        credit = " ".join(_words(e) for e in media.iter() if local(e) == "media-producer")
        if source:
            item.picture(source, caption, credit)
        parent = media.getparent()
        if parent is not None:
            parent.remove(media)
    item.body(_as_html(content), "html")


_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "block": "div", "blockquote": "div", "body": "div",
    **{name: name for name in
       ("p", "em", "strong", "b", "i", "u", "s", "del", "ins", "span", "sup", "sub", "ul", "ol", "li", "table", "thead",
        "tbody", "tr", "td", "th", "br", "hr", "div", "pre", "section", "article", "img", "figure", "figcaption",
        "ruby", "rb", "rt", "rp")},
    **{f"h{level}": f"h{level}" for level in range(1, 7)},
}  # fmt: skip
"""Elements of NITF and XHTML as those of a page; any other only lends its text."""

_KEPT = ("src", "style", "colspan", "rowspan", "start", "hidden")
"""Attributes by which a page shows its text otherwise."""


def _as_html(element: Element) -> str:
    """An element and all in it as a page, without namespaces."""
    return f"<body>{''.join(_html_parts(element))}</body>"


def _html_parts(element: Element) -> Iterator[str]:
    yield _escaped(element.text)
    for inner in element:
        tag = _AS_HTML.get(local(inner), "")
        if not isinstance(inner.tag, str):
            yield _escaped(entity_text(inner)) if str(inner).startswith("&") else ""
        else:
            kept = "".join(f' {name}="{_escaped(value)}"' for name in _KEPT if (value := attribute(inner, name)))
            yield f"<{tag}{kept}>" if tag else "/" if local(inner) == "frac-sep" and not inner.text else ""
            yield from _html_parts(inner)
            yield f"</{tag}>" if tag and tag not in ("br", "hr", "img") else ""
        yield _escaped(inner.tail)


def _escaped(words: str | None) -> str:
    return (words or "").replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _all(root: Element, name: str, outside: str = "") -> list[Element]:
    """The elements of a name, but not those in another."""
    found = [element for element in root.iter() if local(element) == name]
    return [
        element for element in found if not outside or all(local(above) != outside for above in element.iterancestors())
    ]


def _first(root: Element, name: str) -> str:
    return next((_words(element) for element in _all(root, name, outside="contentSet")), "")


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def joined(readings: Sequence[Reading]) -> Reading:
    """Several items as one source; what each is worth stands with it alone."""
    pieces = tuple(piece for reading in readings for piece in reading.pieces)
    found = tuple(told for reading in readings for told in reading.found)
    return Reading(pieces, found, {}, readings[0].facts if len(readings) == 1 else {})
