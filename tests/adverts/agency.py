"""Adverts as agencies send them, drawn here: each is a good one of 120 × 100 mm with one thing done to it.

A frame of one point lies just inside the trim, so that a program which knows nothing of us can measure what was drawn,
and squares of known inks stand along the foot. ``AGENCY`` says of each what becomes of it under either profile.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from tests.unit.preflight import breakers as make
from tests.unit.preflight.breakers import ON_TINT, TINT, X, Y
from tests.unit.preflight.good_pdf import BLEED, EDGE, MM, Draft, good, icc

WIDTH, HEIGHT = 120.0, 100.0
PATCH = 8.0
PATCHES = ((100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100), (50, 40, 40, 0), (0, 0, 0, 40))
"""Squares of 8 mm from left to right, 12 mm apart, the first 10 mm from the left edge and all 8 mm from the foot."""

PLACE = {"columns": "1-4", "rows": "1-30"}
"""149.2 × 135.9 mm on a tabloid page."""

PLACED, SCALED, MENDED, TOLD = "placed", "P747", "P737", "P741"


class Sent(NamedTuple):
    """What an agency sent: its name, how the file is made, what the issue says of it, what becomes of it.

    ``x1a`` and ``x4`` are ``PLACED``, or a code that must be said, with a code of preflight behind a colon where it is
    among the reasons. ``drawn`` is the size on the page in mm, where it stands there.
    """

    name: str
    make: Callable[[bool], bytes]
    x1a: str = PLACED
    x4: str = PLACED
    keys: Mapping[str, Any] = {}
    drawn: tuple[float, float] = (WIDTH, HEIGHT)
    file: str = "ad.pdf"


def sheet(x4: bool, width: float = WIDTH, height: float = HEIGHT) -> Draft:
    """The good advert, of another size where asked for."""
    draft = good(x4)
    w, h = width * MM, height * MM
    draft.page.MediaBox = Array([0, 0, w + 2 * EDGE, h + 2 * EDGE])
    draft.page.TrimBox = Array([EDGE, EDGE, EDGE + w, EDGE + h])
    draft.page.BleedBox = Array([EDGE - BLEED, EDGE - BLEED, EDGE + w + BLEED, EDGE + h + BLEED])
    squares = "".join(
        f"{' '.join(f'{ink / 100}' for ink in inks)} k"
        f" {EDGE + (10 + 12 * at) * MM} {EDGE + 8 * MM} {PATCH * MM} {PATCH * MM} re f\n"
        for at, inks in enumerate(PATCHES)
        if 10 + 12 * at + PATCH < width - 2
    )
    draft.content = (
        f"q /Tint gs 0.2 0 0 0 k {EDGE + 20 * MM} {EDGE + 20 * MM} 100 40 re f\n"
        f"0.9 0.4 0 0 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re f\n{squares}"
        f"/Black gs 0 0 0 1 k 0 0 0 1 K BT /F 9 Tf {EDGE + 20 * MM} {EDGE + 25 * MM} Td <00010002> Tj ET\n"
        f"1 w {EDGE + 0.5} {EDGE + 0.5} {w - 1} {h - 1} re S Q\n"
    )
    return draft


def done(*changes: Callable[[Draft], object], width: float = WIDTH, height: float = HEIGHT) -> Callable[[bool], bytes]:
    """The good advert with something done to it."""

    def finished(x4: bool) -> bytes:
        draft = sheet(x4, width, height)
        for change in changes:
            change(draft)
        return draft.finished()

    return finished


def saved_anew(change: Callable[[pikepdf.Pdf], object] = lambda _: None, **settings: Any) -> Callable[[bool], bytes]:
    """The good advert opened and saved by another program."""

    def finished(x4: bool) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(sheet(x4).finished())) as pdf:
            change(pdf)
            pdf.save(out, **settings)
        return out.getvalue()

    return finished


def without(key: str) -> Callable[[Draft], object]:
    return lambda draft: draft.page.__delitem__("/" + key)


def state(operators: str, **entries: Any) -> Callable[[Draft], object]:
    return make.in_state(operators, **entries)


def soft_masked(draft: Draft) -> None:
    mask = draft.stream(b"\x80", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
    draft.place(100, 100, b"\x40\x00\x00\x00" * 10000, SMask=mask)


def spot(*names: str) -> Callable[[Draft], object]:
    def change(draft: Draft) -> None:
        if len(names) == 1:
            space = Array([Name.Separation, Name("/" + names[0]), Name.DeviceCMYK, TINT])
        else:
            inks = Array([Name("/" + name) for name in names])
            space = Array([Name.DeviceN, inks, Name.DeviceCMYK, draft.stream(b"{ 0 0 }", FunctionType=4,
                           Domain=Array([0, 1, 0, 1]), Range=Array([0, 1] * 4))])  # fmt: skip
        draft.space(space)
        draft.draw(f"/New cs {'1 ' * len(names)}scn {X} {Y} 20 20 re f")

    return change


def annotated(kind: str) -> Callable[[Draft], object]:
    return lambda draft: make.annotate(draft, (60, 60, 90, 90), Subtype=Name("/" + kind))


def picture(pixels: int) -> Callable[[Draft], object]:
    """A picture of one inch with so many pixels a side."""
    return lambda draft: draft.place(pixels, pixels, b"\x20\x10\x00\x00" * pixels * pixels, size=72)


def other_condition(draft: Draft) -> None:
    draft.intent["/OutputConditionIdentifier"] = String("FOGRA39")


def foreign_cmyk(draft: Draft) -> None:
    draft.space(Array([Name.ICCBased, draft.stream(icc(version=4), N=4)]))
    draft.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f")


def tagged(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))


def two_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def locked(**passwords: str) -> Callable[[bool], bytes]:
    return saved_anew(encryption=pikepdf.Encryption(R=3, aes=False, metadata=False, **passwords))


def image(
    mode: str, colour: Any, kind: str, size: tuple[int, int] = (1200, 1000), **options: Any
) -> Callable[[bool], bytes]:
    def finished(_: bool) -> bytes:
        out = io.BytesIO()
        Image.new(mode, size, colour).save(out, kind)
        return out.getvalue()

    return finished


def turned_photo(_: bool) -> bytes:
    """A JPEG that lies on its side and says so, as a telephone writes it."""
    exif = Image.Exif()
    exif[274] = 6
    out = io.BytesIO()
    Image.new("CMYK", (1000, 1200), (0, 200, 200, 0)).save(out, "JPEG", exif=exif)
    return out.getvalue()


PANEL = (100, 500, 900, 900)
STROKES = tuple((140 + 60 * at, 600, 152 + 60 * at, 780) for at in range(12))
"""Strokes of black type on a white panel, in pixels of a tenth of a millimetre."""


def captioned(_: bool) -> bytes:
    """A photograph in RGB with black type on a panel in it, as a telephone's own programs make it."""
    noise = [Image.effect_noise((1200, 1000), 12).point(lambda value, more=more: value + more) for more in (10, 40, 70)]
    picture = Image.merge("RGB", noise)
    ImageDraw.Draw(picture).rectangle((0, 0, 1199, 999), outline=(20, 20, 60), width=10)
    picture.paste((255, 255, 255), PANEL)
    for stroke in STROKES:
        picture.paste((0, 0, 0), stroke)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


BOOKED = {"size": ["120mm", "100mm"]}
MEND = {"mend": True}
GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
BOX = f"{X} {Y} 20 20 re f"

AGENCY: tuple[Sent, ...] = (
    Sent("good", done()),
    Sent("good, as booked", done(), keys=BOOKED),
    Sent("a strip", done(width=140, height=30), drawn=(140, 30)),
    Sent("a tower", done(width=60, height=130), drawn=(60, 130)),
    Sent("turned by a quarter", done(make.put("page", "Rotate", 90)), drawn=(100, 120)),
    Sent("turned by three", done(make.put("page", "Rotate", 270)), drawn=(100, 120)),
    Sent("upside down", done(make.put("page", "Rotate", 180))),
    Sent("crop marks around", done(make.drawn(f"0.5 w 0 G /All CS 1 SCN {EDGE} 2 m {EDGE} 15 l S"))),
    Sent("no trim", done(without("TrimBox")), "P721:X141", "P721:X141"),
    Sent("no trim, mended to the booking", done(without("TrimBox")), MENDED, MENDED, {**MEND, **BOOKED}),
    Sent("no trim, as large as booked", done(without("TrimBox"), without("BleedBox"), make.put("page", "MediaBox",
         Array([EDGE, EDGE, EDGE + WIDTH * MM, EDGE + HEIGHT * MM]))), "P741:X141", "P741:X141", BOOKED),
    Sent("art box instead of the trim", done(lambda d: d.page.__setitem__("/ArtBox", d.page.TrimBox),
         without("TrimBox"))),
    Sent("two finished sizes", done(lambda d: d.page.__setitem__("/ArtBox", d.page.TrimBox)), "P721:X142", "P721:X142"),
    Sent("trim out of the sheet", done(make.put("page", "MediaBox", Array([EDGE + 5, 0, 400, 400]))), "P721:X144",
         "P721:X144"),
    Sent("shown in part", done(make.put("page", "CropBox", Array([50, 50, 200, 200])))),
    Sent("RGB", done(make.drawn(f"1 0 0 rg {BOX}")), "P721:X210", "P721:X210"),
    Sent("RGB picture", done(make.with_picture(sample=b"\x10\x30\x10", ColorSpace=Name.DeviceRGB)), "P721:X211",
         "P721:X211"),
    Sent("RGB picture by profile", done(make.icc_picture), "P721:X212", "P741:X213"),
    Sent("CMYK by another profile", done(foreign_cmyk), "P721:X212", "P721:X219"),
    Sent("seen through", done(state(f"0.1 0 0 0 k {BOX}", ca=0.5)), "P721:X200", PLACED),
    Sent("multiplied", done(state(f"0.1 0 0 0 k {BOX}", BM=Name.Multiply)), "P721:X201", PLACED),
    Sent("soft shadow", done(soft_masked), "P721:X203", PLACED),
    Sent("a page that is a group", done(make.put("page", "Group", GROUP))),
    Sent("layers, all on", done(lambda d: make.layer(d, f"0.1 0 0 0 k {BOX}", on=True)), "P721:X165", PLACED),
    Sent("a layer that is off", done(lambda d: make.layer(d, f"0 0 0 0.9 k {BOX}")), "P721:X165", "P721:X172"),
    Sent("a spot colour", done(spot("HKS 13")), "P721:X214", "P721:X214"),
    Sent("two spot colours in one", done(spot("HKS 13", "HKS 42")), "P721:X214", "P721:X214"),
    Sent("an owner's password", locked(owner="o", user=""), "P721:X103", "P721:X103"),
    Sent("an owner's password, mended", locked(owner="o", user=""), MENDED, MENDED, MEND),
    Sent("a user's password", locked(owner="o", user="u"), "P703", "P703"),
    Sent("a link", done(annotated("Link")), "P721:X164", "P721:X164"),
    Sent("a link, mended", done(annotated("Link")), MENDED, MENDED, MEND),
    Sent("a stamp, not to be mended", done(annotated("Stamp")), "P721:X164", "P721:X164", MEND),
    Sent("an empty form", done(make.put("root", "AcroForm", Dictionary(Fields=Array([]))))),
    Sent("a form", done(make.put("root", "AcroForm", Dictionary(Fields=Array([Dictionary(T=String("a"))])))),
         "P721:X163", "P721:X163"),
    Sent("blank", done(lambda d: setattr(d, "content", "")), "P741:X149", "P741:X149", drawn=(0, 0)),
    Sent("a hairline", done(make.drawn("0 0 0 1 K 0.1 w {x} {y} m {x} 260 l S")), "P741:X263", "P741:X263"),
    Sent("tiny type", done(make.drawn(make.TYPE.format(size=5))), "P741:X265", "P741:X265"),
    Sent("small white type", done(lambda d: d.draw(f"/Tint gs 0 0 0 0 k BT /F 8 Tf {ON_TINT} Td <0001> Tj ET")),
         "P741:X267", "P741:X267"),
    Sent("white that vanishes", done(lambda d: d.draw(f"/Black gs 0 0 0 0 k {ON_TINT} 20 20 re f")), "P721:X183",
         "P721:X183"),
    Sent("black type of four inks", done(make.drawn("0.4 0.3 0.3 0.9 k " + make.TYPE.format(size=24))), "P741:X268",
         "P741:X268"),
    Sent("too much ink", done(make.drawn(f"0.8 0.8 0.8 0.6 k {BOX}")), "P721:X260", "P721:X260"),
    Sent("too much ink by overprint", done(lambda d: d.draw(f"/Black gs 0 0 0 1 k {ON_TINT} 20 20 re f")), "P721:X262",
         "P721:X262"),
    Sent("a picture of 160 ppi", done(picture(160))),
    Sent("a picture of 120 ppi", done(picture(120)), "P741:X245", "P741:X245"),
    Sent("a picture of 90 ppi", done(picture(90)), "P721:X246", "P721:X246"),
    Sent("a code of a pixel a module", done(make.qr_code)),
    Sent("for coated paper", done(other_condition), "P741:X133", "P741:X133"),
    Sent("LZW, as of old", done(make.lzw)),
    Sent("packed, as of late", saved_anew(object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.7")),
    Sent("a font that is not in it", done(lambda d: d.descriptor.__delitem__("/FontFile2")), "P721:X230", "P721:X230"),
    Sent("tagged for reading aloud", saved_anew(tagged)),
    Sent("with a script", done(make.name_tree("JavaScript", lambda _: Dictionary(S=Name.JavaScript, JS=String("1"))))),
    Sent("with an attachment", done(make.name_tree("EmbeddedFiles", lambda _: Dictionary(Type=Name.Filespec)))),
    Sent("two pages", saved_anew(two_pages), "P723", "P723"),
    Sent("the second of two pages", saved_anew(two_pages), keys={"pdf_page": 2}),
    Sent("0.4 mm wider than booked", done(width=120.4), keys=BOOKED, drawn=(120.4, HEIGHT)),
    Sent("a millimetre wider than booked", done(width=121), "P745", "P745", BOOKED),
    Sent("larger than its place", done(width=350, height=120), "P746", "P746"),
    Sent("a poster that may be scaled", done(width=600, height=500), SCALED, SCALED, {"scale": True, **BOOKED}),
    Sent("half as large, may be scaled", done(width=60, height=50), SCALED, SCALED, {"scale": True, **BOOKED}),
    Sent("cut off", lambda x4: done()(x4)[:-900], "P721:X102", "P721:X102"),
    Sent("no PDF", lambda _: b"nothing at all", "P701", "P701"),
    Sent("PostScript", lambda _: b"%!PS-Adobe-3.0 EPSF-3.0\n", "P722", "P722"),
    Sent("Word", lambda _: b"PK\x03\x04" + bytes(99), "P740", "P740"),
    Sent("a picture in CMYK", image("CMYK", (0, 200, 200, 0), "TIFF"), keys=BOOKED, file="ad.tif"),
    Sent("a picture in grey", image("L", 90, "PNG"), keys=BOOKED, file="ad.png"),
    Sent("a picture in RGB", image("RGB", (200, 30, 30), "PNG"), "P743", "P743", BOOKED, file="ad.png"),
    Sent("a photograph with type in it", captioned, "P743", "P743", BOOKED, file="ad.jpg"),
    Sent("a picture one pixel too small", image("CMYK", (0, 200, 200, 0), "TIFF", (1199, 1000)), keys=BOOKED,
         drawn=(119.9, HEIGHT), file="ad.tif"),
    Sent("a picture of another shape", image("CMYK", (0, 200, 200, 0), "TIFF", (1200, 900)), "P748", "P748", BOOKED,
         file="ad.tif"),
    Sent("a telephone's picture on its side", turned_photo, keys=BOOKED, file="ad.jpg"),
    Sent("a picture with too few pixels", image("CMYK", (0, 200, 200, 0), "TIFF", (360, 300)), "X246", "X246", BOOKED,
         file="ad.tif"),
)  # fmt: skip
"""What agencies send, and what becomes of it."""
