"""How the good file is broken: a case of the tables, and the functions that change a :class:`Draft` in one way each."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String
from PIL import Image

from tests.support.pictures import qr
from tests.unit.preflight.good_pdf import EDGE, MM, SIDE, Draft, good, icc, xmp

Breaker = Callable[[Draft], object]
X, Y = EDGE + 150, EDGE + 200
"""A free place on the page."""


@dataclass(frozen=True)
class Case:
    name: str
    code: str
    breaker: Breaker
    x4: bool = False
    limits: dict[str, float] = field(default_factory=dict)
    count: int = 1


def saved(**settings) -> Breaker:
    return lambda d: d.save.update(settings)


def rewritten(change: Callable[[bytes], bytes]) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.after = change

    return breaker


def drawn(operators: str) -> Breaker:
    return lambda d: d.draw(operators.format(x=X, y=Y))


def in_state(operators: str, **entries) -> Breaker:
    return lambda d: d.draw(d.state(**entries) + operators.format(x=X, y=Y))


def in_space(operators: str, *parts) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.space(Array([Array(list(p)) if isinstance(p, tuple) else p for p in parts]))
        draft.draw("/New cs " + operators.format(x=X, y=Y))

    return breaker


def put(holder: str, key: str, value) -> Breaker:
    """Set an entry; ``value`` may be a function of the draft."""
    return lambda d: getattr(d, holder).__setitem__("/" + key, value(d) if callable(value) else value)


def drop(holder: str, key: str) -> Breaker:
    return lambda d: getattr(d, holder).__delitem__("/" + key)


def with_form(content: bytes = b"", **entries) -> Breaker:
    def breaker(draft: Draft) -> None:
        box = Array([0, 0, 40, 40])
        draft.resources.XObject.New = draft.stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)
        draft.draw(f"1 0 0 1 {X} {Y} cm /New Do")

    return breaker


def with_picture(width: int = 100, height: int = 100, sample: bytes = b"\x10\x10\x10\x10", **kwargs) -> Breaker:
    return lambda d: d.place(width, height, sample * (width * height), **kwargs)


def jpeg(cmyk: tuple[int, int, int, int]) -> bytes:
    """A JPEG that stores these samples; Pillow turns them about on writing."""
    out = io.BytesIO()
    Image.new("CMYK", (100, 100), (255 - cmyk[0], 255 - cmyk[1], 255 - cmyk[2], 255 - cmyk[3])).save(
        out, "JPEG", quality=95
    )
    return out.getvalue()


def annotate(draft: Draft, box: tuple[float, ...], **entries) -> None:
    annotation = Dictionary(Type=Name.Annot, Rect=Array(list(box)), **({"Subtype": Name.Text} | entries))
    draft.page.Annots = Array([draft.pdf.make_indirect(annotation)])


def printers_mark(draft: Draft, box: tuple[float, ...], operators: str) -> None:
    """A printer's mark whose looks, drawn in a square from (5, 5) to (15, 15), fill its rectangle (ISO 32000)."""
    looks = draft.stream(operators.encode(), Subtype=Name.Form, BBox=Array([5, 5, 15, 15]), Resources=draft.resources)
    annotate(draft, box, Subtype=Name.PrinterMark, F=4, AP=Dictionary(N=looks))


def with_profile(**kinds) -> Breaker:
    return put("intent", "DestOutputProfile", lambda d: d.stream(icc(**kinds), N=4))


def with_xmp(**changes: str | None) -> Breaker:
    return put("root", "Metadata", lambda d: d.stream(xmp(**changes).encode(), Type=Name.Metadata, Subtype=Name.XML))


def filtered(holder: str, data: Callable[[], bytes], kind: bytes) -> Breaker:
    """Give ``holder`` metadata under a filter; the name goes in afterwards, since the writer would undo it."""

    def breaker(draft: Draft) -> None:
        getattr(draft, holder).Metadata = draft.stream(data(), Type=Name.Metadata, Xilter=Name(kind.decode()))
        draft.after = lambda file: file.replace(b"/Xilter", b"/Filter")

    return breaker


def second_page(draft: Draft, size: float = SIDE, wide: float = 1) -> None:
    other = good()
    other.page.Contents = other.stream(other.content.encode())
    more = (wide - 1) * size
    other.page.TrimBox = Array([EDGE, EDGE, EDGE + size + more, EDGE + size])
    for box in ("MediaBox", "BleedBox"):
        left, bottom, right, top = (float(edge) for edge in other.page[f"/{box}"])
        other.page[f"/{box}"] = Array([left, bottom, right + more, top])
    draft.pdf.pages.append(other.pdf.pages[0])


def simple_font(draft: Draft, embedded: bool = True, **entries) -> None:
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Tiny"), Flags=32)
    if embedded:
        descriptor.FontFile2 = draft.descriptor.FontFile2
    draft.resources.Font.New = draft.pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/ABCDEF+Tiny"),
            FirstChar=65,
            LastChar=65,
            Widths=Array([1000]),
            FontDescriptor=descriptor,
            **({"Encoding": Name.WinAnsiEncoding} | entries),
        )
    )
    draft.draw(f"BT /New 9 Tf {X} {Y} Td (A) Tj ET")


def vertical_type(draft: Draft, operators: str) -> None:
    """Type that runs down the page, in the good file's own face."""
    draft.resources.Font.New = Dictionary({**dict(draft.font), "/Encoding": Name("/Identity-V")})
    draft.draw(f"BT /New 9 Tf {operators} ET")


def type_of_widths(draft: Draft, widths: Array, operators: str) -> None:
    """Type in the good file's own face, whose glyphs are said to be as wide as ``widths`` (a ``W`` array) has it."""
    descendant = Dictionary({**dict(draft.font.DescendantFonts[0]), "/W": widths})
    draft.resources.Font.New = Dictionary({**dict(draft.font), "/DescendantFonts": Array([descendant])})
    draft.draw(f"BT /New 10 Tf {operators} ET")


def saying(cmap: bytes, operators: str) -> Breaker:
    """What is drawn, and that the only glyph stands for what ``cmap`` says."""

    def breaker(draft: Draft) -> None:
        draft.resources.Font.F.ToUnicode = draft.stream(cmap)
        draft.draw(operators.format(x=X, y=Y))

    return breaker


def type3(draft: Draft) -> None:
    draft.resources.Font.New = draft.pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 1000]),
            FirstChar=65,
            LastChar=65,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            Widths=Array([1000]),
            CharProcs=Dictionary(A=draft.stream(b"1000 0 0 0 1000 1000 d1 0 0 800 800 re f")),
            Encoding=Dictionary(Differences=Array([65, Name.A])),
            ToUnicode=draft.stream(b"1 beginbfchar <41> <0041> endbfchar"),
        )
    )
    draft.draw(f"BT /New 12 Tf {X} {Y} Td (A) Tj ET")


def lzw(draft: Draft) -> None:
    """``-----A---B`` (the example of the PDF Reference) in a metadata stream of the picture."""
    data = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
    draft.picture.Metadata = draft.stream(data, Filter=Name.LZWDecode)


def tiled(draft: Draft) -> None:
    tile = draft.stream(
        b"1 0 0 rg 0 0 5 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        XStep=10,
        YStep=10,
        BBox=Array([0, 0, 10, 10]),
        Resources=Dictionary(),
    )
    draft.resources.Pattern = Dictionary(P=tile)
    draft.draw(f"/Pattern cs /P scn {X} {Y} 20 20 re f")


def rgb_ramp() -> Dictionary:
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 0, 0]), N=1)
    return Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=ramp, Coords=Array([0, 0, 1, 0]))


def rgb_shading(draft: Draft) -> None:
    draft.resources.Shading.New = rgb_ramp()
    draft.draw(f"{X} {Y} 20 20 re W n /New sh")


def rgb_pattern(draft: Draft) -> None:
    """A pattern that is no object of its own."""
    draft.resources.Pattern = Dictionary(P=Dictionary(Type=Name.Pattern, PatternType=2, Shading=rgb_ramp()))
    draft.draw(f"/Pattern cs /P scn {X} {Y} 20 20 re f")


def dark_shading(draft: Draft) -> None:
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 0]), N=1)
    draft.resources.Shading.New = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Function=ramp, Coords=Array([0, 0, 1, 0])
    )
    draft.draw(f"{X} {Y} 20 20 re W n /New sh")


def nested(draft: Draft) -> None:
    """RGB three forms deep."""
    inner = None
    for _ in range(3):
        resources = Dictionary(XObject=Dictionary(In=inner)) if inner is not None else Dictionary()
        content = b"/In Do" if inner is not None else b"1 0 0 rg 0 0 9 9 re f"
        inner = draft.stream(
            content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40]), Resources=resources
        )
    draft.resources.XObject.New = inner
    draft.draw(f"1 0 0 1 {X} {Y} cm /New Do")


def stencil(draft: Draft, before: str, samples: bytes = bytes(8 * 64), **entries) -> None:
    """A stencil of 64 × 64 pixels, all painted, after operators that choose its colour and its place."""
    settings = {"Subtype": Name.Image, "Width": 64, "Height": 64, "ImageMask": True, "BitsPerComponent": 1}
    draft.resources.XObject.New = draft.stream(samples, **settings, **entries)
    draft.draw(f"{before} /New Do")


def through_type(colour: str, size: float, place: str) -> Breaker:
    """A large area painted through type that clips."""
    return lambda draft: draft.draw(f"BT 7 Tr /F {size} Tf {place} Td <0001> Tj ET {colour} 0 0 999 999 re f")


def corner_triangle(draft: Draft, beside: float) -> None:
    """Black over the strong tint: a triangle that goes on from the corner of a closed rectangle, both turning one way.

    The rectangle begins so far left of the tint and is 120 wide. What follows a closed subpath without a move begins
    another one at its start (ISO 32000, closepath), and what lies in two outlines of one direction lies inside (nonzero
    winding number).
    """
    x, y = EDGE + 20 * MM - beside, EDGE + 50 * MM - 10
    draft.draw(f"/Black gs 0 0 0 1 k {x} {y} 120 60 re {x + 200 + beside} {y} l {x} {y + 130} l f")


def white_spot(draft: Draft) -> None:
    """No ink of a spot, overprinting a strong tint."""
    draft.space(Array([*SPOT, TINT]))
    draft.draw(f"/Black gs /New cs 0 scn {ON_TINT} 20 20 re f")


def two_spots(one: str, other: str) -> Breaker:
    """Two spot colours of the same kind under two names."""

    def breaker(draft: Draft) -> None:
        spaces = draft.resources.ColorSpace
        for key, spot in (("/One", one), ("/Two", other)):
            spaces[key] = Array([Name.Separation, Name("/" + spot), Name.DeviceCMYK, TINT])
        draft.draw(f"/One cs 1 scn {X} {Y} 9 9 re f /Two cs 1 scn {X} {Y} 9 9 re f")

    return breaker


def layer(draft: Draft, operators: str, on: bool = False, **properties) -> None:
    """Something drawn on a layer, which does not print unless it is ``on``."""
    group = draft.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a")))
    default = Dictionary() if on else Dictionary(OFF=Array([group]))
    draft.root.OCProperties = Dictionary(OCGs=Array([group]), D=default, **properties)
    draft.resources.Properties = Dictionary(L=group)
    draft.draw("/OC /L BDC " + operators.format(x=X, y=Y) + " EMC")


def hidden_form(draft: Draft) -> None:
    """A form with RGB in it that belongs to a layer which does not print."""
    layer(draft, "")
    with_form(b"1 0 0 rg 0 0 9 9 re f", OC=draft.resources.Properties.L)(draft)


def icc_picture(draft: Draft) -> None:
    space = Array([Name.ICCBased, draft.stream(icc(space=b"RGB "), N=3)])
    draft.place(100, 100, b"\x10\x20\x10" * 10000, ColorSpace=space)


def qr_code(draft: Draft) -> None:
    """A code of one pixel a module, 25 to the inch."""
    image = qr().convert("1")
    draft.place(image.width, image.height, image.tobytes(), size=72, BitsPerComponent=1, ColorSpace=Name.DeviceGray)


def endless_form(draft: Draft) -> None:
    form = draft.stream(b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40]))
    form.Resources = Dictionary(XObject=Dictionary(Me=form))
    draft.resources.XObject.New = form
    draft.draw("/New Do")


def bomb(draft: Draft) -> None:
    draft.resources.XObject.New = draft.stream(
        zlib.compress(bytes(200 << 20), 1),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 40, 40]),
        Filter=Name.FlateDecode,
    )
    draft.draw("/New Do")


def name_tree(tree: str, value) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.root.Names = Dictionary({"/" + tree: Dictionary(Names=Array([String("a"), value(draft)]))})

    return breaker


def bookmark(draft: Draft, **entries) -> None:
    top = draft.pdf.make_indirect(Dictionary(Type=Name.Outlines))
    entry = draft.pdf.make_indirect(Dictionary(Title=String("a"), Parent=top, **entries))
    top.First = top.Last = entry
    top.Count = 1
    draft.root.Outlines = top


SPOT = (Name.Separation, Name("/HKS 13"), Name.DeviceCMYK)
TINT = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1)


def other_tint() -> Dictionary:
    """The same colour's name, another look."""
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0.5, 1, 0]), N=1)


LAB = (Name.Lab, Dictionary(WhitePoint=Array([0.9, 1, 0.8])))
TYPE = "BT /F {size} Tf {{x}} {{y}} Td <0001> Tj ET"
RED_TYPE = "0 1 1 0 k BT /F 9 Tf {x} {y} Td <0001> Tj ET"
ON_TINT = f"{EDGE + 20 * MM + 40} {EDGE + 50 * MM + 10}"
"""A place on the strong tint (130 %)."""


def packed(data: bytes) -> bytes:
    """The file with object streams, its header kept at 1.4 so that only this is wrong."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue().replace(b"%PDF-1.5", b"%PDF-1.4", 1)
