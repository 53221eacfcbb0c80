"""A nameplate in the issue file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.issue import header
from paiban.issue.edition import joined, part_copies
from paiban.issue.kind import (
    Around,
    Edition,
    NamedFile,
    Reading,
    Rewriting,
    level_alone,
    no_faces,
    no_form,
    no_keys,
    no_titles,
)
from paiban.issue.model import Block, Place
from paiban.issue.values import A_COLOUR, A_PATH, LINE, PICTURE_ENDINGS, WRITING, nothing
from paiban.kinds.nameplate.model import Nameplate, Pieces, Wording
from paiban.language import Words
from paiban.source import Field, FileReader, Kind, Values, make_record
from paiban.source.kinds import ALONG, choice, listing
from paiban.source.node import Node
from paiban.span import Text, plain_text
from paiban.template import FurniturePart
from paiban.template.fields import SOMETIMES
from paiban.template.kinds import FURNITURE_WORDS


def _wording(node: Node, reader: FileReader) -> Any:
    parts = FURNITURE_WORDS.decode(node, reader)
    return None if parts is None else Wording(parts, node.span)


WORDING = Kind(FURNITURE_WORDS.zh, FURNITURE_WORDS.en, _wording, FURNITURE_WORDS.schema)

RECORD = make_record("nameplate", "报头", "a nameplate", (
    header.ID,
    Field("nameplate", "报头", LINE, "报名；有报名的图就排图", "The paper's title; its art is drawn where it has some",
          "沅江晚报", required=True, near=("masthead", "title", "报名")),
    Field("art", "题字", A_PATH, "报名的图：SVG、PDF 或图片", "The title's art: an SVG, a PDF or a picture",
          "art/title.svg", near=("logo", "file", "图")),
    Field("strip", "报头线", listing(WORDING, most=20), "下面一行的文字；不写就排日期、农历、刊号、期号、版数等",
          "The words of the line at its foot; the date, the numbers and their like if left out",
          "['{日期}　{星期}', '今日{版数}版']", near=("line", "info")),
    Field("beside", "旁注", listing(WORDING, most=12), "报名旁边的文字，一条一行",
          "Words beside the title, a line each",
          "['{天气}', '{网址}']", default=(), near=("side",)),
    Field("code", "扫码", LINE, "报名旁边的二维码，一般是网址", "The QR code beside the title, an address as a rule",
          "https://www.example.com"),
    Field("align", "靠", choice({"start": "居首", "centre": "居中", "end": "居末"}, ALONG), "报名靠哪边",
          "Where the title stands", "start", default="centre"),
    Field("colour", "颜色", A_COLOUR, "报名的颜色：样式里的颜色名；“是”就是套红",
          "The title's colour: one of the style sheet; yes for its accent", "accent",
          default="black", near=("color",)),
    Field("writing", "书写", WRITING, "横排或直排；直排的站在版角", "Its direction; an upright one stands in a corner",
          "vertical"),
    header.PLACE,
    header.SLOT,
    header.LOCKED,
    header.ON_PAGE,
))  # fmt: skip


def _usual(*words: str) -> tuple[Wording, ...]:
    """Words that come along, a name between braces being a field."""
    found = []
    for word in words:
        pieces = word.replace("}", "{").split("{")
        parts = (FurniturePart("", p) if n % 2 else FurniturePart(p) for n, p in enumerate(pieces) if p)
        found.append(Wording(tuple(parts), None))
    return tuple(found)


USUAL_STRIP = _usual(
    "{date}　{weekday}", "农历{lunar_year}{lunar}　{term}", "{weather}", "{registration}", "{issue_no}",
    "今日{pages}版", "{price}", "{web}", "{credits}",
)  # fmt: skip
"""What the line at the foot says where nobody wrote otherwise, as far as the issue says it."""


def content(values: Values, around: Around) -> Nameplate:
    """The nameplate that decoded fields make."""
    art: Text | None = values["art"]
    beside: tuple[Wording, ...] = values["beside"]
    taken = {part.field for wording in beside for part in wording.parts if part.field}
    usual = (w for w in USUAL_STRIP if not taken & {part.field for part in w.parts})
    return Nameplate(
        title=values["nameplate"] or nothing(values),
        art=art,
        file=None if art is None else around.file(art),
        strip=tuple(usual) if values["strip"] is None else values["strip"],
        beside=beside,
        align=values["align"],
        colour=values["colour"],
        colour_at=values.at("colour"),
        code=values["code"],
        vertical=(values["writing"] or "horizontal") == "vertical",
    )


def check(block: Block, _place: Place | None, values: Values, reader: FileReader) -> None:
    """An upright nameplate has nothing beside its title."""
    if block.content.vertical:
        level_alone(RECORD, values, reader, "beside", "code")


def filled(plate: Nameplate, edition: Edition) -> tuple[Nameplate, tuple[Diagnostic, ...]]:
    """The nameplate with its fields; what its writer asked for and the issue does not say is told."""
    found: list[Diagnostic] = []
    strip, beside = (
        tuple(filter(None, (_said(wording, edition, found) for wording in wordings)))
        for wordings in (plate.strip, plate.beside)
    )
    return plate._replace(strip_says=strip, beside_says=beside), tuple(found)


def _said(wording: Wording, edition: Edition, found: list[Diagnostic]) -> Pieces:
    """A wording as its pieces of copy; none where a field has nothing to say, or none of its fields has."""
    fields = [part.field for part in wording.parts if part.field]
    copies = {field: part_copies(FurniturePart("", field), edition.issue, edition.page, own=True) for field in fields}
    lacking = [field for field in fields if not copies[field] and field not in SOMETIMES]
    for field in lacking if wording.span is not None else ():
        words = {"page": edition.page.number, "field": field}
        found.append(diagnose("P521", wording.span, Severity.WARNING, **words))
    if lacking or (fields and not any(copies.values())):
        return ()
    return trimmed(
        joined([copy for part in wording.parts for copy in part_copies(part, edition.issue, edition.page, True)])
    )


def trimmed(pieces: Sequence[Text]) -> Pieces:
    """Pieces without white of our own at either end: a field that says nothing today leaves none."""
    kept = list(pieces)
    if kept and not kept[-1].file:
        kept[-1] = plain_text(kept[-1].value.rstrip())
    if kept and not kept[0].file:
        kept[0] = plain_text(kept[0].value.lstrip())
    return tuple(piece for piece in kept if piece.value)


def texts(plate: Nameplate) -> Iterator[Text | None]:
    """Its title, where that is set in type."""
    yield plate.title if plate.art is None else None


def rewritten(plate: Nameplate, change: Rewriting) -> Nameplate:
    """The nameplate with another title."""
    return plate._replace(title=change(plate.title))


def title(plate: Nameplate) -> str:
    """The paper's title."""
    return plate.title.value


def files(plate: Nameplate) -> tuple[NamedFile, ...]:
    """Its art."""
    return () if plate.art is None or plate.file is None else (NamedFile(plate.art, plate.file),)


READING = Reading(
    record=RECORD,
    plural=Words("报头", "nameplates"),
    sign="nameplate",
    endings=(".svg", ".pdf", *PICTURE_ENDINGS),
    hosts=False,
    bears=False,
    content=content,
    form=no_form,
    texts=texts,
    titles=no_titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=no_faces,
    check=check,
    keys=no_keys,
    parting=None,
    crowns=True,
    filled=filled,
)
