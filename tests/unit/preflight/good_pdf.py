"""One good PDF, built by hand, that the tests break in exactly one way each.

A page of 100 × 100 mm with 3 mm of bleed: black overprinting type in an embedded subset face, coloured and reversed
type, a tint, rules, a CMYK picture, a shading, a form, crop marks in the registration colour. It is PDF/X-1a:2003, or
with ``x4=True`` PDF/X-4. A breaker changes the :class:`Draft`; ``finished`` writes it out.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from paiban.template import Limits, Press

MM = 72 / 25.4
SIDE = 100 * MM
EDGE = 10 * MM
BLEED = 3 * MM
DATE, XMP_DATE = "D:20220331000000+08'00'", "2022-03-31T00:00:00+08:00"

CONTENT = f"""q
/Tint gs 0.2 0 0 0 k {EDGE + 20 * MM} {EDGE + 20 * MM} 100 40 re f
{EDGE - BLEED} {EDGE - BLEED} {SIDE + 2 * BLEED} 30 re f
0.9 0.4 0 0 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re f
Q
q /Sh sh Q
q 40 0 0 40 {EDGE + 10} {EDGE + 200} cm /Im Do Q
q 1 0 0 1 {EDGE + 60} {EDGE + 200} cm /Fm Do Q
q /Black gs 0 0 0 1 k 0 0 0 1 K
BT /F 9 Tf 1 0 0 1 {EDGE + 20 * MM} {EDGE + 25 * MM} Tm <00010002> Tj [<0001> -250 <0002>] TJ ET
0.25 w {EDGE + 10} {EDGE + 195} m {EDGE + 200} {EDGE + 195} l S
/Tint gs 0 0 0 0 k
BT /F 10 Tf {EDGE + 20 * MM + 10} {EDGE + 50 * MM + 10} Td <0001> Tj ET
0.5 w 0 G /All CS 1 SCN {EDGE} 2 m {EDGE} {EDGE - BLEED - 1} l S
Q
"""


@dataclass
class Draft:
    """A PDF in the making. ``content`` is the page's stream; ``after`` changes the bytes once they are written."""

    pdf: pikepdf.Pdf
    content: str = CONTENT
    save: dict[str, Any] = field(default_factory=dict)
    after: Callable[[bytes], bytes] = bytes

    @property
    def page(self) -> Any:
        return self.pdf.pages[0].obj

    @property
    def root(self) -> Any:
        return self.pdf.Root

    @property
    def info(self) -> Any:
        return self.pdf.trailer.Info

    @property
    def intent(self) -> Any:
        return self.pdf.Root.OutputIntents[0]

    @property
    def resources(self) -> Any:
        return self.page.Resources

    @property
    def font(self) -> Any:
        return self.resources.Font.F

    @property
    def descriptor(self) -> Any:
        return self.font.DescendantFonts[0].FontDescriptor

    @property
    def picture(self) -> Any:
        return self.resources.XObject.Im

    @property
    def form(self) -> Any:
        return self.resources.XObject.Fm

    def draw(self, operators: str) -> None:
        """Paint more on the page."""
        self.content += f"q {operators} Q\n"

    def state(self, **entries: Any) -> str:
        """Add an extended graphics state; the operator that chooses it."""
        self.resources.ExtGState.New = Dictionary(**entries)
        return "/New gs "

    def space(self, value: Any) -> None:
        """Add a colour space called ``New``."""
        self.resources.ColorSpace.New = value

    def stream(self, data: bytes, **entries: Any) -> Any:
        """A new stream object."""
        return self.pdf.make_stream(data, **entries)

    def place(self, width_px: int, height_px: int, data: bytes, *, size: float = 36, **entries: Any) -> Any:
        """Put a picture of ``size`` points a side on the page."""
        settings = {"BitsPerComponent": 8, "ColorSpace": Name.DeviceCMYK} | entries
        picture = self.stream(data, Type=Name.XObject, Subtype=Name.Image, Width=width_px, Height=height_px, **settings)
        self.resources.XObject.New = picture
        self.draw(f"{size} 0 0 {size} {EDGE + 120} {EDGE + 200} cm /New Do")
        return self.resources.XObject.New

    def finished(self) -> bytes:
        """The file."""
        self.page.Contents = self.stream(self.content.encode("latin-1"))
        out = io.BytesIO()
        settings = {
            "object_stream_mode": ObjectStreamMode.disable,
            "deterministic_id": True,
            "linearize": False,
            "compress_streams": False,
            "fix_metadata_version": False,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
        }
        self.pdf.save(out, **{key: value for key, value in (settings | self.save).items() if value is not None})
        return self.after(out.getvalue())


def press(x4: bool = False, **limits: float) -> Press:
    """Newsprint, with other limits where given."""
    numbers = Limits()._replace(**limits)
    return Press("newsprint", "x4" if x4 else "x1a", "IFRA26", "Coldset newsprint", "http://www.color.org", "", numbers)


def good(x4: bool = False) -> Draft:
    """The good file."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(SIDE + 2 * EDGE, SIDE + 2 * EDGE))
    page = pdf.pages[0].obj
    page.TrimBox = Array([EDGE, EDGE, EDGE + SIDE, EDGE + SIDE])
    page.BleedBox = Array([EDGE - BLEED, EDGE - BLEED, EDGE + SIDE + BLEED, EDGE + SIDE + BLEED])
    page.Resources = pdf.make_indirect(_resources(pdf))
    info = {"Title": "测试报", "Creator": "tests", "Producer": "tests", "CreationDate": DATE, "ModDate": DATE}
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({"/" + key: String(value) for key, value in info.items()} | {"/Trapped": Name("/False")})
    )
    if not x4:
        pdf.trailer.Info.GTS_PDFXVersion = String("PDF/X-1a:2003")
    profile = pdf.make_stream(icc(), N=4)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("IFRA26"),
        Info=String("Coldset newsprint"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    if x4:
        pdf.Root.Metadata = pdf.make_stream(xmp().encode(), Type=Name.Metadata, Subtype=Name.XML)
    return Draft(pdf, save={"min_version": "1.6" if x4 else "1.4"})


def _resources(pdf: pikepdf.Pdf) -> Dictionary:
    picture = pdf.make_stream(
        bytes([40, 60, 80, 20]) * (120 * 120),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=120,
        Height=120,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK,
    )
    form = pdf.make_stream(
        b"0 1 0 0 k BT /F 12 Tf 4 4 Td <0002> Tj ET",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 40, 40]),
        Resources=Dictionary(Font=Dictionary(F=_font(pdf))),
    )
    black = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    tint = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1)
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0.5, 0.5, 0]), N=1)
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceCMYK,
        Function=ramp,
        BBox=Array([EDGE + 20, EDGE + 150, EDGE + 60, EDGE + 180]),
        Coords=Array([EDGE + 20, 0, EDGE + 60, 0]),
    )
    tint_of_all = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1)
    return Dictionary(
        Font=Dictionary(F=_font(pdf)),
        XObject=Dictionary(Im=picture, Fm=form),
        ExtGState=Dictionary(Black=black, Tint=tint),
        Shading=Dictionary(Sh=shading),
        ColorSpace=Dictionary(All=Array([Name.Separation, Name.All, Name.DeviceCMYK, tint_of_all])),
    )


def _font(pdf: pikepdf.Pdf) -> Any:
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+Tiny"),
            Flags=4,
            FontBBox=Array([0, 0, 1000, 1000]),
            ItalicAngle=0,
            Ascent=880,
            Descent=-120,
            CapHeight=700,
            StemV=80,
            FontFile2=pdf.make_stream(face()),
        )
    )
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Tiny"),
        CIDSystemInfo=system,
        FontDescriptor=descriptor,
        DW=1000,
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Tiny"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([descendant]),
            ToUnicode=pdf.make_stream(
                b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <4e00> endbfchar"
            ),
        )
    )


@functools.cache
def face() -> bytes:
    """A TrueType face of two squares."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", "one", "two"]
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x4E00: "one", 0x4E8C: "two"})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def icc(kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 2) -> bytes:
    """The frame of an ICC profile with one tag."""
    text = b"text" + bytes(4) + b"test\0"
    body = (1).to_bytes(4) + b"cprt" + (144).to_bytes(4) + len(text).to_bytes(4) + text
    size = (128 + len(body)).to_bytes(4)
    header = size + bytes(4) + bytes([version, 0x10, 0, 0]) + kind + space + b"Lab " + bytes(12) + b"acsp"
    return header.ljust(128, b"\0") + body


def xmp(**changes: str | None) -> str:
    """The XMP of the good PDF/X-4; ``changes`` replace or (None) drop properties by their local name."""
    values: dict[str, str | None] = {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "pdf:Trapped": "False",
        "pdf:Producer": "tests",
        "xmp:CreatorTool": "tests",
        "xmp:CreateDate": XMP_DATE,
        "xmp:ModifyDate": XMP_DATE,
        "xmp:MetadataDate": XMP_DATE,
        "xmpMM:DocumentID": "uuid:1",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "dc:title": "测试报",
    }
    values = {key: changes.get(key.partition(":")[2], value) for key, value in values.items()}
    body = "".join(f"<{key}>{_member(key, value)}</{key}>" for key, value in values.items() if value is not None)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def _member(key: str, value: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt>' if key == "dc:title" else value
