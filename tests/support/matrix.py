"""Every kind of block with every one of its keys: a value that is right, one that is wrong, and what that is told as.

A kind or a key that has no row here fails ``tests/unit/test_matrix.py``. From the same rows come the golden pages of
``tests/golden/test_matrix.py``: each key on a block of its own, on pages of either direction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from paiban.kinds import KINDS
from paiban.value import NamedTuple
from tests.support.issues import han, place
from tests.support.open_pages import spread_text
from tests.unit.preflight.good_pdf import good

ANYWHERE, LEVEL, UPRIGHT = ("horizontal", "vertical"), ("horizontal",), ("vertical",)


class Row(NamedTuple):
    """A key: what is ``right``; what is ``wrong`` and the ``code`` that it gets, ``besides`` which further keys stand.

    It stands in lines of these ``ways``, none for what only a file without places may say; its block takes so many
    ``rows``. ``host`` says that it belongs to a story, ``under`` that it stands over a picture, ``at_edge`` that it is
    the first of its row of the page, ``several`` that only an issue whose pages the engine fills may say it.
    """

    right: Any
    wrong: Any
    code: str
    besides: Mapping[str, Any] = {}
    ways: tuple[str, ...] = ANYWHERE
    rows: int = 14
    host: bool = False
    under: bool = False
    at_edge: bool = False
    several: bool = False


class Kind(NamedTuple):
    """A kind: a block of it with nothing but what it must have, and the rows of its keys."""

    block: Mapping[str, Any]
    rows: Mapping[str, Row]


BODY = f"{han(30)}。\n## {han(4)}\n{han(45, 9)}。\n{han(20, 5)}。"
TABLE = f"{han(2)} | {han(2, 4)}\n{han(2, 8)} | 1.5\n{han(2, 11)} | 12.25\n{han(2, 3)} | 7"
NAMES = f"{han(2)} {han(3, 4)} {han(2, 9)} {han(4, 12)} {han(2, 20)}"
NOWHERE = place("5-9", "1-8")

ID = Row("own", "a b", "P221")
PLACE = Row(place("1-2", "1-8"), NOWHERE, "P201")
LOCKED = Row(True, "maybe", "P145")
BOXES = {
    "box": Row("thick", "nobody", "P225", rows=18),
    "tint": Row("tint", "nobody", "P225", rows=18),
    "border": Row("double", "nobody", "P225", rows=18),
}
INSIDE = {
    "with": Row("host", "nobody", "P205", host=True, rows=22),
    "wrap": Row("box", "round", "P144", host=True, rows=22),
    "width": Row("70%", "wide", "P141", {"wrap": "box"}, host=True, rows=22),
    "side": Row("right", "up", "P144", {"wrap": "box", "width": "70%"}, host=True, rows=22),
}
OF_SECTION = Row("民生", [], "P134", {"page": 3}, several=True)
ON_PAGE = Row(2, 0, "P139", several=True)
FILLER = Row(True, "maybe", "P145")
PACKAGE = Row("专题", [], "P134")
JUMP = Row(
    {"page": 3, "paragraph": 2, "legs": 1},
    {"page": 3, "paragraph": 1},
    "P139",
    {"page": 2, "legs": 1},
    several=True,
)
GROUPS = f"## {han(2, 30)}\n{han(2)} {han(3, 4)}\n## {han(2, 34)}\n{han(2, 9)} {han(4, 12)}"
SLOT = Row("left", "nobody", "P212", {"place": None}, ways=())
SHORT = {"body": han(12) + "。", "headline": None}
INSIDE_STORY = {key: row._replace(besides={**row.besides, **SHORT}) for key, row in INSIDE.items()}
WRITING = Row("vertical", "sideways", "P144")
WEIGHT = Row(2, 6, "P139", rows=18)
LEGS = Row(2, 0, "P139")
HEADLINE = Row(han(5), "[天]{nobody}", "P420")
NOTES = Row(han(14), [], "P134")

STORY = Kind({"headline": han(4), "body": BODY, "weight": 1}, {
    "id": ID, "weight": WEIGHT, "place": PLACE, "slot": SLOT, "legs": LEGS, "locked": LOCKED, "writing": WRITING,
    "section": OF_SECTION, "page": ON_PAGE, "filler": FILLER, "jump": JUMP, **BOXES, **INSIDE_STORY,
    "kicker": Row(han(6, 3), "|", "P222", rows=18), "headline": HEADLINE, "deck": Row(han(8, 3), "|", "P222", rows=18),
    "label": Row(han(4), "天\n地", "P223", rows=18), "byline": Row(["编辑部", "本报记者"], [], "P147", rows=18),
    "byline_at": Row("head", "foot", "P144", {"byline": "编辑部"}, rows=18),
    "note": Row(han(20, 6) + "。", [], "P134", rows=18),
    "body": Row(BODY, "## ", "P219"), "portrait": Row("p.png", "gone.png", "P206", rows=14),
    "logo": Row("p.png", "gone.png", "P206", rows=12), "widths": Row([1, 1], [2, 1], "P162", ways=LEVEL),
    "column_rule": Row("line", "nobody", "P225", {"legs": 2}),
    "headline_form": Row("vertical", "slanted", "P144", ways=LEVEL), "headline_face": Row("kai", "nobody", "P228"),
    "headline_size": Row("14pt-18pt", "big", "P141"),
    "dress": Row("bar", "nobody", "P225"), "colour": Row("black", "nobody", "P225"),
    "over": Row("under", "nobody", "P159", {"body": None, "dress": "outline"}, under=True, rows=14),
    "align": Row("start", "left", "P144"), "indent": Row(False, "none", "P145"),
    "copy_size": Row("10.5pt", "5pt", "P146", {"copy_rows": 2}, rows=30), "copy_rows": Row(2, 4, "P139", rows=30),
    "crosshead_at": Row("side", "below", "P144", {"body": f"## {han(3)}\n{han(60, 9)}。", "legs": 1}),
    "end_mark": Row("square", "star", "P144"), "initial": Row(2, 5, "P139", rows=18),
    "apart": Row(["copy_size"], ["nobody"], "P229"),
    "elsewhere": Row(["story-page"], ["nobody"], "P229", {"page": 3}, several=True),
    "optional": Row([4], [9], "P167"), "dropped": Row([4], [3], "P169", {"optional": [4]}),
    "package": PACKAGE, "before": Row(["names-section"], ["nobody"], "P229", {"page": 3}, several=True),
})  # fmt: skip

BRIEFS = Kind({"briefs": [han(14) + "。", han(20, 6) + "。"]}, {
    "id": ID, "weight": WEIGHT, "place": PLACE, "slot": SLOT, "locked": LOCKED, "section": OF_SECTION,
    "page": ON_PAGE, "filler": FILLER, "writing": WRITING, **BOXES,
    "briefs": Row([han(9) + "。", han(16, 4) + "。"], [], "P134"),
    "label": Row(han(2), "天\n地", "P223"), "mark": Row("circled", "star", "P144"),
    "colour": Row("black", "nobody", "P225"),
    "over": Row("under", "nobody", "P159", {"tint": "paper"}, under=True, rows=14), "package": PACKAGE,
})  # fmt: skip

PICTURE = Kind({"picture": "p.png", "fit": "crop"}, {
    "id": ID, "place": PLACE, "slot": SLOT, "locked": LOCKED, "page": ON_PAGE, "filler": FILLER, **INSIDE,
    "wrap": Row("contour", "round", "P144", {"contour": [[0.5, 0], [1, 1], [0, 1]]}, host=True, rows=22),
    "picture": Row("p.png", "gone.png", "P206"), "caption": Row(han(12), "天\n地", "P223"),
    "credit": Row("江河摄", "天\n地", "P223", {"caption": han(6)}), "focus": Row([0.2, 0.8], [2, 0], "P139"),
    "columns": Row(2, 0, "P139"), "fit": Row("whole", "stretch", "P144"),
    "across": Row(2, 9, "P139", {"picture": ["p.png", "p.png"]}),
    "credit_at": Row("edge", "top", "P144", {"credit": "江河摄"}),
    "caption_at": Row("over", "above", "P144", {"caption": han(6)}),
    "colour": Row("black", "nobody", "P225", {"caption": han(6), "caption_at": "over"}),
    "contour": Row([[0.5, 0], [1, 1], [0, 1]], [[0.5]], "P147"), "frame": Row(True, "maybe", "P145"),
    "corners": Row("3mm", "3", "P142"), "bleed": Row(["left"], "inside", "P144", at_edge=True), "package": PACKAGE,
})  # fmt: skip

ROWS_KEYS = {
    "id": ID, "weight": WEIGHT, "place": PLACE, "slot": SLOT, "legs": LEGS, "locked": LOCKED, "writing": WRITING,
    "section": OF_SECTION, "page": ON_PAGE, "filler": FILLER, "jump": JUMP, **BOXES, **INSIDE, "headline": HEADLINE,
    "notes": NOTES, "package": PACKAGE,
}  # fmt: skip

TABLES = Kind({"table": TABLE}, {
    **ROWS_KEYS, "table": Row(TABLE, "gone.csv", "P206"), "unit": Row("单位：元", "天\n地", "P223"),
    "heads": Row(0, 6, "P139"), "columns_aligned": Row(["start", "decimal"], ["left"], "P144"),
    "table_style": Row("ruled", "nobody", "P225"),
})  # fmt: skip

LISTS = Kind({"names": NAMES}, {
    **ROWS_KEYS, "names": Row(NAMES, "## 天", "P288"), "columns": Row(3, 0, "P139"),
    "spread": Row(False, "maybe", "P145"), "jump": JUMP._replace(besides={**JUMP.besides, "names": GROUPS}),
})  # fmt: skip

FROM_PDF = {"advert": "a.pdf", "scale": True}
ADVERTS = Kind({"advert": "p.png", "size": ["60mm", "40mm"]}, {
    "id": ID, "place": PLACE, "slot": SLOT, "locked": LOCKED, "page": ON_PAGE,
    "advert": Row("a.pdf", "gone.pdf", "P206", {"scale": True}), "pdf_page": Row(1, 0, "P139", FROM_PDF),
    "size": Row(["60mm", "40mm"], ["60mm"], "P147"), "scale": Row(True, "maybe", "P145"),
    "align": Row("top-left", "inside", "P144"), "keyline": Row(True, "maybe", "P145"),
    "mend": Row(True, "maybe", "P145", FROM_PDF), "bleed": Row(False, "maybe", "P145"),
    "apart": Row(["own"], ["nobody"], "P229"), "filler": Row(True, "maybe", "P145"),
    "elsewhere": Row(["advert-page"], ["nobody"], "P229", {"page": 3}, several=True), "section": OF_SECTION,
    "hand": Row("left", "up", "P144", {"page": 2}, several=True),
    "edge": Row("outer", "upper", "P144", at_edge=True),
})  # fmt: skip

NAMEPLATE = Kind({"nameplate": han(2)}, {
    "id": ID, "place": PLACE, "slot": SLOT, "locked": LOCKED, "page": ON_PAGE, "writing": WRITING,
    "nameplate": Row(han(3), "天\n地", "P223"), "art": Row("p.png", "gone.svg", "P206"),
    "strip": Row(["{date}"], ["{nobody}"], "P266"), "beside": Row(["{weekday}"], ["{nobody}"], "P266", ways=LEVEL),
    "code": Row("https://www.example.com", "天\n地", "P223", ways=LEVEL), "align": Row("start", "left", "P144"),
    "colour": Row("accent", "nobody", "P225"),
})  # fmt: skip

CODE = Kind({"qr": "https://www.example.com/v/12"}, {
    "id": ID, "place": PLACE, "slot": SLOT, "locked": LOCKED, "page": ON_PAGE, "filler": FILLER, **INSIDE,
    "width": Row("90%", "wide", "P141", {"wrap": "box"}, host=True, rows=22),
    "side": Row("right", "up", "P144", {"wrap": "box", "width": "90%"}, host=True, rows=22),
    "qr": Row("https://www.example.com", "天\n地", "P223"), "caption": Row(han(5), "天\n地", "P223"),
    "size": Row("20mm", "4mm", "P146"), "level": Row("high", "best", "P144"),
})  # fmt: skip

INDEX = Kind({"index": han(4), "items": [{"page": 4, "headline": han(7)}, {"page": 6, "headline": han(9, 3)}]}, {
    "id": ID, "weight": WEIGHT, "place": PLACE, "slot": SLOT, "legs": LEGS, "locked": LOCKED, "page": ON_PAGE,
    "filler": FILLER, "writing": WRITING, **BOXES,
    "index": Row(han(2), "天\n地", "P223"), "items": Row([{"page": 3, "headline": han(5)}], ["nobody"], "P535"),
    "photo": Row("p.png", "gone.png", "P206", rows=20),
})  # fmt: skip

ITEMS = [han(12), {"title": han(2), "text": han(16, 3), "sign": han(4), "frame": "black"}]
CLASSIFIEDS = Kind({"classifieds": han(4), "items": ITEMS}, {
    "id": ID, "place": PLACE, "slot": SLOT, "legs": LEGS, "locked": LOCKED, "section": OF_SECTION, "page": ON_PAGE,
    "writing": WRITING,
    "classifieds": Row(han(2), "天\n地", "P223", rows=14), "note": Row(han(4, 6), "天\n地", "P223", rows=14),
    "categories": Row([{"category": han(2), "items": [han(9)]}], [{"items": ["天"]}], "P135", rows=16),
    "items": Row(ITEMS, [], "P147", rows=14), "fillers": Row([han(7, 2)], [], "P147", rows=16),
    "rates": Row({"line": 20}, {"least": 3}, "P135", rows=14),
})  # fmt: skip

HELD = Kind({"hold": "30 行"}, {
    "id": ID, "place": PLACE, "slot": SLOT, "locked": LOCKED, "section": OF_SECTION, "page": ON_PAGE,
    "apart": Row(["own"], ["nobody"], "P229"), "filler": Row(True, "maybe", "P145"),
    "elsewhere": Row(["hold-page"], ["nobody"], "P229", {"page": 3}, several=True),
    "hold": Row("30 行", "一些", "P140"), "slug": Row(han(5), "天\n地", "P223"),
})  # fmt: skip

MATRIX: Mapping[str, Kind] = {
    "story": STORY, "briefs": BRIEFS, "picture": PICTURE, "table": TABLES, "names": LISTS, "advert": ADVERTS,
    "nameplate": NAMEPLATE, "qr": CODE, "index": INDEX, "classifieds": CLASSIFIEDS,
    "hold": HELD,
}  # fmt: skip

PAIRS = tuple((kind, key) for kind, rows in MATRIX.items() for key in rows.rows)


@cache
def fields_of(kind: str) -> tuple[str, ...]:
    """The keys that a kind has."""
    (reading,) = [each.reading for each in KINDS.all if each.reading.record.name == kind]
    return tuple(field.key for field in reading.record.fields)


def files_in(folder: Path) -> Path:
    """The files that the rows name, in a folder."""
    Image.new("L", (1200, 800), 128).save(folder / "p.png", dpi=(300, 300))
    (folder / "a.pdf").write_bytes(good().finished())
    return folder


COLUMNS, PAGE_ROWS = 2, 71


def blocks_of(kind: str, key: str, column: int, row: int) -> list[dict[str, Any]]:
    """A block with a key, in two columns of the page from a row on, with what it stands in or on."""
    base, given = MATRIX[kind].block, MATRIX[kind].rows[key]
    own = {"id": f"{kind}-{key}", **base, **given.besides, key: given.right}
    whole, last = f"{column}-{column + COLUMNS - 1}", row + given.rows - 2
    if key == "id":
        own["id"] = f"{kind}-own"
    around: list[dict[str, Any]] = []
    at = place(whole, f"{row}-{last}")
    if given.host:
        host = f"{kind}-{key}-host"
        around = [{"id": host, "body": f"{han(80)}。\n{han(70, 9)}。", "place": at}]
        at, own["with"] = place(str(column + 1), f"{row + 3}-{row + 15}"), host
    if given.under:
        under = f"{kind}-{key}-under"
        around = [{"id": under, "picture": "p.png", "fit": "crop", "place": at}]
        at, own["over"] = place(whole, f"{row + 2}-{last - 2}"), under
    if key == "apart":
        own["apart"] = [f"{kind}-{other}" for other in given.right]
    return [*around, {name: value for name, value in {**own, "place": at}.items() if value is not None}]


def pages_of(kind: str, writing: str) -> Iterator[list[dict[str, Any]]]:
    """Pages on which every key of a kind that may stand in lines of a direction does, and one with one in a slot."""
    column, row, page, tallest = 1, 2, [], 0
    for key, given in MATRIX[kind].rows.items():
        if given.several or writing not in given.ways:
            continue
        if column > 5 or (given.at_edge and column > 1):
            column, row, tallest = 1, row + tallest, 0
        if row + given.rows > PAGE_ROWS:
            yield page
            column, row, page, tallest = 1, 2, [], 0
        page = [*page, *blocks_of(kind, key, column, row)]
        column, tallest = column + COLUMNS, max(tallest, given.rows)
    if page:
        yield page
    if writing == "horizontal":
        yield [{"id": f"{kind}-slot", **MATRIX[kind].block, "slot": "left"}]


PAGE_NUMBERS = (2, 3)


def issue_of(writing: str, kinds: Collection[str] = tuple(MATRIX), placed: bool = True) -> str:
    """An issue of two pages in which blocks of some kinds say on which they stand, of which section they are, and
    where they go on: a block for every such key, each in its place where they are ``placed``."""
    free = {number: cells_of_a_page() for number in PAGE_NUMBERS}
    blocks = []
    for kind, key in PAIRS:
        given = MATRIX[kind].rows[key]
        if given.several and kind in kinds:
            own = {"id": f"{kind}-{key}", **MATRIX[kind].block, **given.besides, key: given.right}
            if placed:
                own["place"] = next(free[own["page"]])
            if placed and key == "jump":
                own["jump"] = {**given.right, "place": next(free[given.right["page"]])}
            blocks.append(own)
    return spread_text(*blocks, page_numbers=list(PAGE_NUMBERS), writing=writing)


def cells_of_a_page() -> Iterator[dict[str, str]]:
    """The places of a page, each of two columns and twelve rows, with white between them."""
    for row in range(2, PAGE_ROWS - 12, 14):
        yield from (place(f"{column}-{column + COLUMNS - 1}", f"{row}-{row + 12}") for column in (1, 3, 5))
