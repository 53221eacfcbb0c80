"""A face whose geometry is arithmetic.

1000 units an em, the em box from 880 above the baseline to 120 below it.

- A Han character: advance 1000, ink a square with 50 of white on every side. Those of ``COMMON``, ``RARE`` and
  ``BULLETS`` have a glyph each; all others of the first Han block share one.
- A Latin letter or digit: advance 500, ink 50 … 450 wide, 0 … 700 high; ``AV`` is kerned by -50. The space: 250.
- A stop, pause or closing mark: advance 1000, ink in the left half; an opening mark: in the right half; a middle dot:
  in the middle. In vertical lines (``vert``) a stop stands in the upper right quarter, an opening mark in the lower
  half, a closing mark in the upper half.
- ``halt`` and ``vhal`` take the empty half away; ``——`` is one glyph of 2000, ``…`` 1000. ``·`` is 250 wide, as in
  Latin faces, and ``・`` 1000.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from paiban.font.catalogue import FontCatalogue
from paiban.font.file import FaceEntry
from paiban.font.fitting import Fitting

UPEM, ASCENT, DESCENT = 1000, 880, 120

COMMON = "一丁七万三上下不与专世业东两中为主义之也习书了二于五些产人什从他代以们任会传但位作你使来例保信修個倒候值做偏停健像儿允元先光克入全八公六共其具兼内再写军农决况准出分切划列则初到制前力办加务动助努包化北区十千半华单南博占厂历原厦去参又及双反发取受变口古句另只可台史右各合同名后向吗否吧听告周和命品响商问善四回因团园围国土在地场坚城域培基声处备复外多夜大天太夫失头女好如始子字存学安完定实审客宣室家容对导小少就局展山岁工左已市布师常平年并广应开式引张强当形彩影往征心必志忘快思急性总息想意感成我战所手才打承技把报抓拉持指按排接推提支收改放政教整文料新方施无日早时明昨是普景更最月有服期木本机权李来村条板林果标树校样根格植检业模次正步武每比毛民水江河治法活派济海消清源满演火灾点然照特环现理生用由电男界的目直相省看真着知石研示社祖神福科秒种称程究空立章竞第等策管简米类系红级纪线组经结给统继续维网置美老者而联育能自至航船色花苗英草获营融行街表被装要见观规视解计认讨记许论设识诉试该说请读调谁象负责贯质资赛走起超越路转轮轻输边过迎运近还这进远连迟述追选通速造部都重野量金针钢铁门间防降院险随集难零需非面音项须领题风食饭首马高鱼鸟鸡麦黄黑点龄龙"  # noqa: E501
RARE = "𠮷𫖯㐂〇"
BULLETS = "◆●■▲★△○□※×＋％℃№￥"
CLOSING = "。，、；：？！．”’」』）》〉】〗〕］｝"
OPENING = "“‘「『（《〈【〖〔［｛"
MIDDLE = "・"
STOPS = "。，、．"
LATIN = "".join(chr(c) for c in range(0x21, 0x7F))

_HAN = range(0x4E00, 0xA000)
_SHARED = "han"


def name_of(character: str) -> str:
    """The glyph name of a character that has a glyph of its own."""
    return f"u{ord(character):04X}"


class _Drawing:
    """Glyphs as rectangles, with the advance of each."""

    def __init__(self) -> None:
        self.glyphs: dict[str, object] = {}
        self.advances: dict[str, int] = {}
        self.tops: dict[str, int] = {}
        self.lefts: dict[str, int] = {}

    def add(self, name: str, advance: int, box: tuple[int, int, int, int] | None) -> None:
        pen = TTGlyphPen(None)
        if box is not None:
            left, bottom, right, top = box
            pen.moveTo((left, bottom))
            for point in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(point)
            pen.closePath()
        self.glyphs[name] = pen.glyph()
        self.advances[name] = advance
        self.tops[name] = box[3] if box else ASCENT
        self.lefts[name] = box[0] if box else 0


LEFT_HALF, RIGHT_HALF = (60, -60, 440, 320), (560, 250, 940, 820)
UPPER_RIGHT, UPPER, LOWER = (560, 440, 940, 820), (60, 440, 940, 820), (60, -60, 940, 320)
SQUARE = (50, -70, 950, 830)


def _draw() -> tuple[_Drawing, dict[int, str]]:
    drawing, cmap = _Drawing(), {code: _SHARED for code in _HAN}
    drawing.add(".notdef", 1000, (100, 0, 900, 700))
    drawing.add(_SHARED, 1000, SQUARE)

    def one(character: str, advance: int, box: tuple[int, int, int, int] | None) -> None:
        drawing.add(name_of(character), advance, box)
        cmap[ord(character)] = name_of(character)

    for character in dict.fromkeys(COMMON + RARE + BULLETS):
        one(character, 1000, SQUARE)
    for character in LATIN:
        one(character, 500, (50, 0, 450, 700))
    for character in CLOSING:
        one(character, 1000, LEFT_HALF)
    for character in OPENING:
        one(character, 1000, RIGHT_HALF)
    one(" ", 250, None)
    one("　", 1000, None)
    one("·", 250, (75, 300, 175, 400))
    one("・", 1000, (450, 330, 550, 430))
    one("–", 500, (0, 330, 500, 430))
    one("～", 1000, (50, 330, 950, 430))
    for character in "—…":
        one(character, 1000, (0, 330, 1000, 430))
        drawing.add(name_of(character) + ".vert", 1000, (450, -120, 550, 880))
    drawing.add("twodash", 2000, (0, 330, 2000, 430))
    for character in CLOSING:
        drawing.add(name_of(character) + ".vert", 1000, UPPER_RIGHT if character in STOPS else UPPER)
    for character in OPENING:
        drawing.add(name_of(character) + ".vert", 1000, LOWER)
    return drawing, cmap


def _features() -> str:
    turned = CLOSING + OPENING + "—…"
    vert = "\n".join(f"  sub {name_of(c)} by {name_of(c)}.vert;" for c in turned)
    halt = "\n".join([f"  pos {name_of(c)} <0 0 -500 0>;" for c in CLOSING]
                     + [f"  pos {name_of(c)} <-500 0 -500 0>;" for c in OPENING])  # fmt: skip
    # In vertical lines an advance is counted downwards and a placement upwards: OpenType, GPOS value record.
    vhal = "\n".join([f"  pos {name_of(c)}.vert <0 0 0 -500>;" for c in CLOSING]
                     + [f"  pos {name_of(c)}.vert <0 500 0 -500>;" for c in OPENING])  # fmt: skip
    dash = name_of("—")
    return f"""
    languagesystem DFLT dflt;
    languagesystem hani dflt;
    feature liga {{ sub {dash} {dash} by twodash; }} liga;
    feature vert {{\n{vert}\n}} vert;
    feature kern {{ pos {name_of("A")} {name_of("V")} -50; }} kern;
    feature halt {{\n{halt}\n}} halt;
    feature vhal {{\n{vhal}\n}} vhal;
    """


def build_tiny_face(family: str = "Tiny", embedding: int = 0) -> bytes:
    """The font file; ``embedding`` is OS/2's fsType."""
    drawing, cmap = _draw()
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(list(drawing.glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(drawing.glyphs)
    builder.setupHorizontalMetrics({n: (drawing.advances[n], drawing.lefts[n]) for n in drawing.glyphs})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    tall = {"twodash": 2000}
    builder.setupVerticalMetrics({n: (tall.get(n, UPEM), ASCENT - drawing.tops[n]) for n in drawing.glyphs})
    builder.setupVerticalHeader(ascent=UPEM // 2, descent=-UPEM // 2)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, sCapHeight=700, sxHeight=500,
                     usWinAscent=ASCENT, usWinDescent=DESCENT, fsType=embedding)  # fmt: skip
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    addOpenTypeFeaturesFromString(builder.font, _features())
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


@cache
def tiny_face_path() -> Path:
    """The face as a file, built once and kept in the temporary folder until this module changes."""
    version = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"paiban-tiny-face-{version}.ttf"
    if not path.exists():
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(build_tiny_face())
        beside.replace(path)
    return path


ROLES = ("song", "song-medium", "song-bold", "song-black", "hei", "hei-medium", "hei-bold", "hei-black", "kai", "fang")


def tiny_catalogue() -> FontCatalogue:
    """A catalogue whose roles all use the tiny face: 宋 under the key ``tiny``, the others under keys of their own."""
    keys = {role: "tiny" if role == "song" else f"tiny-{role}" for role in ROLES}
    entries = {key: FaceEntry(key, tiny_face_path(), 0, Fitting({"·": "・"}), None) for key in keys.values()}
    return FontCatalogue(entries, {role: (key,) for role, key in keys.items()}, {"kai": "song", "fang": "song"})
