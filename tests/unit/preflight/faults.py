"""The table of faults: each breaks the good file in exactly one way, and has the code that must be reported for it.

``BROKEN`` are files with one fault; ``BORDER`` are files at the boundary of a rule that are still good. A breaker takes the
:class:`Draft`. ``x4`` says against which standard; ``limits`` are the shop's numbers where they differ.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, String

from tests.unit.preflight.good_pdf import BLEED, EDGE, MM, SIDE, Draft, good, icc, xmp

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


def _save(**settings) -> Breaker:
    return lambda d: d.save.update(settings)


def _after(change: Callable[[bytes], bytes]) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.after = change

    return breaker


def _draw(operators: str) -> Breaker:
    return lambda d: d.draw(operators.format(x=X, y=Y))


def _state(operators: str, **entries) -> Breaker:
    return lambda d: d.draw(d.state(**entries) + operators.format(x=X, y=Y))


def _space(operators: str, *parts) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.space(Array([Array(list(p)) if isinstance(p, tuple) else p for p in parts]))
        draft.draw("/New cs " + operators.format(x=X, y=Y))

    return breaker


def _set(holder: str, key: str, value) -> Breaker:
    """Set an entry; ``value`` may be a function of the draft."""
    return lambda d: getattr(d, holder).__setitem__("/" + key, value(d) if callable(value) else value)


def _drop(holder: str, key: str) -> Breaker:
    return lambda d: getattr(d, holder).__delitem__("/" + key)


def _form(content: bytes = b"", **entries) -> Breaker:
    def breaker(draft: Draft) -> None:
        box = Array([0, 0, 40, 40])
        draft.resources.XObject.New = draft.stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)
        draft.draw(f"1 0 0 1 {X} {Y} cm /New Do")

    return breaker


def _picture(width: int = 100, height: int = 100, sample: bytes = b"\x10\x10\x10\x10", **kwargs) -> Breaker:
    return lambda d: d.place(width, height, sample * (width * height), **kwargs)


def _jpeg(cmyk: tuple[int, int, int, int]) -> bytes:
    """A JPEG that stores these samples; Pillow turns them about on writing."""
    out = io.BytesIO()
    Image.new("CMYK", (100, 100), (255 - cmyk[0], 255 - cmyk[1], 255 - cmyk[2], 255 - cmyk[3])).save(out, "JPEG", quality=95)
    return out.getvalue()


def _annotation(draft: Draft, box: tuple[float, ...], **entries) -> None:
    annotation = Dictionary(Type=Name.Annot, Rect=Array(list(box)), **({"Subtype": Name.Text} | entries))
    draft.page.Annots = Array([draft.pdf.make_indirect(annotation)])


def _profile(**kinds) -> Breaker:
    return _set("intent", "DestOutputProfile", lambda d: d.stream(icc(**kinds), N=4))


def _xmp(**changes: str | None) -> Breaker:
    return _set("root", "Metadata", lambda d: d.stream(xmp(**changes).encode(), Type=Name.Metadata, Subtype=Name.XML))


def _filtered(holder: str, data: Callable[[], bytes], kind: bytes) -> Breaker:
    """Give ``holder`` metadata under a filter; the name goes in afterwards, since the writer would undo it."""

    def breaker(draft: Draft) -> None:
        getattr(draft, holder).Metadata = draft.stream(data(), Type=Name.Metadata, Xilter=Name(kind.decode()))
        draft.after = lambda file: file.replace(b"/Xilter", b"/Filter")

    return breaker


def _second_page(draft: Draft, size: float = SIDE) -> None:
    other = good()
    other.page.Contents = other.stream(other.content.encode())
    other.page.TrimBox = Array([EDGE, EDGE, EDGE + size, EDGE + size])
    draft.pdf.pages.append(other.pdf.pages[0])


def _rewrite_font(draft: Draft, change: Callable[[pikepdf.Dictionary], object]) -> None:
    """Change the page's face; the form's is another object and stays good."""
    change(draft.font)


def _simple_font(draft: Draft, embedded: bool = True, **entries) -> None:
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Tiny"), Flags=32)
    if embedded:
        descriptor.FontFile2 = draft.descriptor.FontFile2
    draft.resources.Font.New = draft.pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Tiny"), FirstChar=65, LastChar=65,
            Widths=Array([1000]), FontDescriptor=descriptor, **({"Encoding": Name.WinAnsiEncoding} | entries),
        )  # fmt: skip
    )
    draft.draw(f"BT /New 9 Tf {X} {Y} Td (A) Tj ET")


def _type3(draft: Draft) -> None:
    draft.resources.Font.New = draft.pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FirstChar=65, LastChar=65,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([1000]), CharProcs=Dictionary(A=draft.stream(
                b"1000 0 0 0 1000 1000 d1 0 0 800 800 re f")), Encoding=Dictionary(Differences=Array([65, Name.A])),
            ToUnicode=draft.stream(b"1 beginbfchar <41> <0041> endbfchar"),
        )  # fmt: skip
    )
    draft.draw(f"BT /New 12 Tf {X} {Y} Td (A) Tj ET")


def _lzw(draft: Draft) -> None:
    """``-----A---B`` (the example of the PDF Reference) in a metadata stream of the picture."""
    data = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
    draft.picture.Metadata = draft.stream(data, Filter=Name.LZWDecode)


def _pattern(draft: Draft) -> None:
    tile = draft.stream(
        b"1 0 0 rg 0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=10, YStep=10,
        BBox=Array([0, 0, 10, 10]), Resources=Dictionary(),
    )  # fmt: skip
    draft.resources.Pattern = Dictionary(P=tile)
    draft.draw(f"/Pattern cs /P scn {X} {Y} 20 20 re f")


def _rgb_shading(draft: Draft) -> None:
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 0, 0]), N=1)
    draft.resources.Shading.New = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=ramp,
                                             Coords=Array([0, 0, 1, 0]))  # fmt: skip
    draft.draw(f"{X} {Y} 20 20 re W n /New sh")


def _dark_shading(draft: Draft) -> None:
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 0]), N=1)
    draft.resources.Shading.New = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Function=ramp,
                                             Coords=Array([0, 0, 1, 0]))  # fmt: skip
    draft.draw(f"{X} {Y} 20 20 re W n /New sh")


def _nested(draft: Draft) -> None:
    """RGB three forms deep."""
    inner = None
    for _ in range(3):
        resources = Dictionary(XObject=Dictionary(In=inner)) if inner is not None else Dictionary()
        content = b"/In Do" if inner is not None else b"1 0 0 rg 0 0 9 9 re f"
        inner = draft.stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40]), Resources=resources)
    draft.resources.XObject.New = inner
    draft.draw(f"1 0 0 1 {X} {Y} cm /New Do")


def _endless_form(draft: Draft) -> None:
    form = draft.stream(b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 40, 40]))
    form.Resources = Dictionary(XObject=Dictionary(Me=form))
    draft.resources.XObject.New = form
    draft.draw("/New Do")


def _bomb(draft: Draft) -> None:
    draft.resources.XObject.New = draft.stream(zlib.compress(bytes(200 << 20), 1), Type=Name.XObject, Subtype=Name.Form,
                                               BBox=Array([0, 0, 40, 40]), Filter=Name.FlateDecode)  # fmt: skip
    draft.draw("/New Do")


def _names(tree: str, value) -> Breaker:
    def breaker(draft: Draft) -> None:
        draft.root.Names = Dictionary({"/" + tree: Dictionary(Names=Array([String("a"), value(draft)]))})

    return breaker


def _outline(draft: Draft, **entries) -> None:
    top = draft.pdf.make_indirect(Dictionary(Type=Name.Outlines))
    entry = draft.pdf.make_indirect(Dictionary(Title=String("a"), Parent=top, **entries))
    top.First = top.Last = entry
    top.Count = 1
    draft.root.Outlines = top


SPOT = (Name.Separation, Name("/HKS 13"), Name.DeviceCMYK)
TINT = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1)
LAB = (Name.Lab, Dictionary(WhitePoint=Array([0.9, 1, 0.8])))
TYPE = "BT /F {size} Tf {{x}} {{y}} Td <0001> Tj ET"
ON_TINT = f"{EDGE + 20 * MM + 40} {EDGE + 50 * MM + 10}"
"""A place on the strong tint (130 %)."""

BROKEN: tuple[Case, ...] = (
    # ---- the file
    Case("no PDF at all", "X101", _after(lambda b: b"%PDF-1.4\nnothing here")),
    Case("empty file", "X101", _after(lambda b: b"")),
    Case("cross-reference table gone", "X102", _after(lambda b: b.replace(b"startxref", b"startxxxx"))),
    Case("cut off at the end", "X102", _after(lambda b: b[: b.rindex(b"xref", 0, b.rindex(b"startxref")) + 60] + b"\ntrailer" + b.split(b"trailer")[1])),
    Case("encrypted", "X103", _save(encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False), stream_decode_level=None, deterministic_id=False)),
    Case("locked with a password", "X103", _save(encryption=pikepdf.Encryption(owner="o", user="u", R=3, aes=False, metadata=False), stream_decode_level=None, deterministic_id=False)),
    Case("form that draws itself", "X104", _endless_form),
    Case("stream that unpacks to 200 MB", "X104", _bomb),
    Case("content stream does not unpack", "X105", _form(b"no zlib data", Filter=Name.FlateDecode)),
    Case("PDF 1.5", "X107", _save(min_version="1.5")),
    Case("PDF 1.7 for X-4", "X107", _save(min_version="1.7"), x4=True),
    Case("catalogue says 1.6", "X107", _set("root", "Version", Name("/1.6"))),
    Case("object streams", "X108", _after(lambda b: _packed(b)), count=2),
    Case("no file identifier", "X109", _after(lambda b: b.replace(b"/ID [", b"/XX ["))),
    Case("unknown operator", "X110", _draw("1 2 frobnicate")),
    Case("Q without q", "X110", lambda d: d.draw("Q Q q")),
    Case("q without Q", "X110", lambda d: d.draw("q")),
    Case("font not among the resources", "X110", _draw("BT /Gone 9 Tf ET")),
    Case("too few operands", "X110", _draw("1 2 3 k")),
    Case("string never closed", "X110", lambda d: d.draw("(abc"), count=2),
    # ---- identification
    Case("edition of 2001", "X112", lambda d: d.info.update({"/GTS_PDFXVersion": String("PDF/X-1:2001"), "/GTS_PDFXConformance": String("PDF/X-1a:2001")})),
    Case("not identified", "X120", _drop("info", "GTS_PDFXVersion")),
    Case("identified as X-3", "X120", _set("info", "GTS_PDFXVersion", String("PDF/X-3:2003"))),
    Case("XMP not identified", "X120", _xmp(GTS_PDFXVersion=None), x4=True),
    Case("conformance key", "X121", _set("info", "GTS_PDFXConformance", String("PDF/X-1a:2003"))),
    Case("no title", "X122", _drop("info", "Title")),
    Case("empty title", "X122", _set("info", "Title", String(""))),
    Case("no creator", "X122", _drop("info", "Creator")),
    Case("no producer", "X122", _drop("info", "Producer")),
    Case("no creation date", "X122", _drop("info", "CreationDate")),
    Case("no modification date", "X122", _drop("info", "ModDate")),
    Case("trapping not stated", "X123", _drop("info", "Trapped")),
    Case("trapping unknown", "X123", _set("info", "Trapped", Name.Unknown)),
    Case("trapping a string", "X123", _set("info", "Trapped", String("False"))),
    Case("no XMP", "X124", _drop("root", "Metadata"), x4=True),
    Case("XMP compressed", "X125", _filtered("root", lambda: xmp().encode().hex().encode(), b"/ASCIIHexDecode"), x4=True),
    Case("XMP broken", "X126", _set("root", "Metadata", lambda d: d.stream(b"<x:xmpmeta")), x4=True),
    Case("XMP declares entities", "X126", _set("root", "Metadata", lambda d: d.stream(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"))),
    Case("XMP without document id", "X127", _xmp(DocumentID=None), x4=True),
    Case("XMP without rendition class", "X127", _xmp(RenditionClass=None), x4=True),
    Case("XMP without trapping", "X127", _xmp(Trapped=None), x4=True),
    Case("XMP with another title", "X128", _xmp(title="别的"), x4=True),
    Case("XMP with another date", "X128", _xmp(ModifyDate="2022-04-01T00:00:00+08:00"), x4=True),
    Case("XMP disagrees on trapping", "X128", _xmp(Trapped="True"), x4=True),
    Case("date malformed", "X129", _set("info", "CreationDate", String("31.3.2022"))),
    Case("date in a 13th month", "X129", _set("info", "ModDate", String("D:20221331000000Z"))),
    # ---- output intent
    Case("no output intents", "X130", _drop("root", "OutputIntents")),
    Case("only an archive's output intent", "X130", _set("intent", "S", Name.GTS_PDFA1)),
    Case("two output intents", "X131", lambda d: d.root.OutputIntents.append(d.pdf.make_indirect(Dictionary(d.intent)))),
    Case("condition not named", "X132", _drop("intent", "OutputConditionIdentifier")),
    Case("another condition", "X133", _set("intent", "OutputConditionIdentifier", String("FOGRA39"))),
    Case("neither profile nor registry", "X134", lambda d: (d.intent.__delitem__("/DestOutputProfile"), d.intent.__delitem__("/RegistryName"))),
    Case("registered name only, for X-4", "X134", _drop("intent", "DestOutputProfile"), x4=True),
    Case("profile is no ICC", "X135", _set("intent", "DestOutputProfile", lambda d: d.stream(b"x" * 200, N=4))),
    Case("profile cut off", "X135", _set("intent", "DestOutputProfile", lambda d: d.stream(icc()[:-4], N=4))),
    Case("profile does not unpack", "X135", _set("intent", "DestOutputProfile", lambda d: d.stream(b"xx", N=4, Filter=Name.FlateDecode))),
    Case("monitor profile", "X136", _profile(kind=b"mntr")),
    Case("RGB profile", "X137", _profile(space=b"RGB ")),
    Case("profile says N 3", "X137", _set("intent", "DestOutputProfile", lambda d: d.stream(icc(), N=3))),
    Case("profile version 4", "X138", _profile(version=4)),
    Case("condition not described", "X139", _drop("intent", "Info")),
    # ---- boxes
    Case("no MediaBox", "X140", _drop("page", "MediaBox")),
    Case("no TrimBox", "X141", _drop("page", "TrimBox")),
    Case("ArtBox instead of TrimBox", "X141", lambda d: (d.page.__setitem__("/ArtBox", d.page.TrimBox), d.page.__delitem__("/TrimBox"))),
    Case("TrimBox and ArtBox", "X142", _set("page", "ArtBox", lambda d: d.page.TrimBox)),
    Case("TrimBox of three numbers", "X143", _set("page", "TrimBox", Array([EDGE, EDGE, EDGE + SIDE]))),
    Case("trim reaches out of the bleed", "X144", _set("page", "BleedBox", Array([EDGE + 1, EDGE, EDGE + SIDE, EDGE + SIDE]))),
    Case("bleed reaches out of the media", "X144", _set("page", "BleedBox", Array([-1, 0, EDGE + SIDE + BLEED, EDGE + SIDE + BLEED]))),
    Case("CropBox cuts into the trim", "X145", _set("page", "CropBox", Array([EDGE + 1, 0, 340, 340]))),
    Case("rotated", "X146", _set("page", "Rotate", 90)),
    Case("user unit", "X147", _set("page", "UserUnit", 2), limits={"min_text_pt_one_ink": 1, "picture_ppi_warn": 90, "bleed_mm": 0}),
    Case("pages of two sizes", "X148", lambda d: _second_page(d, SIDE - 2)),
    Case("blank page", "X149", lambda d: setattr(d, "content", "")),
    # ---- edges
    Case("tint ends at the trim", "X150", _draw(f"0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f")),
    Case("bleed of 2 mm", "X150", _draw(f"0.1 0 0 0 k {EDGE - 2 * MM} {EDGE + 100} 20 20 re f")),
    Case("type in the bleed", "X151", _draw(f"BT /F 6 Tf {EDGE - 8} {EDGE + 50} Td <0001> Tj ET")),
    Case("type over the trim", "X152", _draw(f"BT /F 9 Tf {EDGE - 4} {EDGE + 100} Td <0001> Tj ET")),
    # ---- acting
    Case("JavaScript", "X160", _names("JavaScript", lambda d: Dictionary(S=Name.JavaScript, JS=String("1")))),
    Case("script on opening", "X160", _set("root", "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")))),
    Case("action on opening", "X161", _set("root", "OpenAction", Dictionary(S=Name.Named, N=Name.Print))),
    Case("action when the page opens", "X161", _set("page", "AA", Dictionary(O=Dictionary(S=Name.Named, N=Name.Print)))),
    Case("action in a bookmark", "X161", lambda d: _outline(d, A=Dictionary(S=Name.GoToR, F=String("a")))),
    Case("embedded file", "X162", _names("EmbeddedFiles", lambda d: Dictionary(Type=Name.Filespec))),
    Case("form", "X163", _set("root", "AcroForm", Dictionary(Fields=Array([Dictionary(T=String("a"))])))),
    Case("note inside the bleed", "X164", lambda d: _annotation(d, (50, 50, 60, 60))),
    Case("link inside the bleed", "X164", lambda d: _annotation(d, (50, 50, 60, 60), Subtype=Name.Link, A=Dictionary(S=Name.URI))),
    Case("link outside the bleed", "X161", lambda d: _annotation(d, (2, 2, 8, 8), Subtype=Name.Link, A=Dictionary(S=Name.URI))),
    Case("layers", "X165", _set("root", "OCProperties", Dictionary(OCGs=Array([])))),
    Case("PostScript XObject", "X166", lambda d: d.resources.XObject.__setitem__("/New", d.stream(b"showpage", Type=Name.XObject, Subtype=Name.PS))),
    Case("PostScript form", "X166", _form(Subtype2=Name.PS)),
    Case("OPI", "X167", _form(OPI=Dictionary({"/1.3": Dictionary(Type=Name.OPI)}))),
    Case("reference XObject", "X168", _form(Ref=Dictionary(F=String("a.pdf"), Page=0))),
    Case("alternate pictures", "X169", _set("picture", "Alternates", Array([Dictionary(Image=Dictionary())]))),
    Case("data outside", "X170", _form(F=String("a.dat"))),
    Case("separated page", "X171", _set("page", "SeparationInfo", Dictionary(DeviceColorant=Name.Cyan))),
    # ---- graphics state
    Case("transfer curve", "X180", _state("", TR=Name.Identity)),
    Case("second transfer curve", "X180", _state("", TR2=Name.Identity)),
    Case("halftone of type 6", "X181", _state("", HT=Dictionary(HalftoneType=6))),
    Case("halftone with a name", "X181", _state("", HT=Dictionary(HalftoneType=1, HalftoneName=String("a")))),
    Case("halftone phase", "X181", _state("", HTP=Array([0, 0]))),
    Case("unknown intent", "X182", _draw("/Pretty ri")),
    Case("unknown intent in a state", "X182", _state("", RI=Name.Pretty)),
    Case("white type overprints", "X183", lambda d: d.draw(f"/Black gs 0 0 0 0 k BT /F 12 Tf {ON_TINT} Td <0001> Tj ET")),
    Case("black type knocks out", "X184", lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 9 Tf {EDGE + 22 * MM} {EDGE + 22 * MM} Td <0001> Tj ET")),
    # ---- transparency
    Case("fill opacity", "X200", _state("0.1 0 0 0 k {x} {y} 9 9 re f", ca=0.5)),
    Case("stroke opacity", "X200", _state("{x} {y} 9 9 re S", CA=0.99)),
    Case("blend mode", "X201", _state("0.1 0 0 0 k {x} {y} 9 9 re f", BM=Name.Multiply)),
    Case("soft mask", "X202", lambda d: d.draw(d.state(SMask=Dictionary(S=Name.Luminosity)))),
    Case("picture with a soft mask", "X203", _set("picture", "SMask", lambda d: d.stream(b"\xff", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray))),
    Case("transparency group", "X204", _form(Group=Dictionary(S=Name.Transparency))),
    Case("page is a transparency group", "X204", _set("page", "Group", Dictionary(S=Name.Transparency))),
    Case("blending in RGB", "X205", _set("page", "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)), x4=True),
    # ---- colour
    Case("RGB fill", "X210", _draw("1 0 0 rg {x} {y} 9 9 re f")),
    Case("RGB line", "X210", _draw("1 0 0 RG {x} {y} 9 9 re S")),
    Case("RGB type", "X210", _draw("0 0 0 rg BT /F 9 Tf {x} {y} Td <0001> Tj ET")),
    Case("RGB thrice is one fault", "X210", _draw("1 0 0 rg {x} {y} 9 9 re f {x} {y} 9 9 re f {x} {y} 9 9 re f"), count=3),
    Case("RGB three forms deep", "X210", _nested),
    Case("RGB in a pattern", "X210", _pattern),
    Case("RGB shading", "X210", _rgb_shading),
    Case("RGB in X-4", "X210", _draw("1 0 0 rg {x} {y} 9 9 re f"), x4=True),
    Case("RGB picture", "X211", _picture(sample=b"\x10\x10\x10", ColorSpace=Name.DeviceRGB)),
    Case("indexed RGB picture", "X211", _picture(sample=b"\0", ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")]))),
    Case("RGB inline picture", "X211", _draw("20 0 0 20 {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")),
    Case("Lab", "X212", _space("50 0 0 sc {x} {y} 9 9 re f", *LAB)),
    Case("ICC colour in X-1a", "X212", lambda d: (d.space(Array([Name.ICCBased, d.stream(icc(), N=4)])), d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f"))),
    Case("default CMYK is ICC", "X212", lambda d: (d.resources.ColorSpace.__setitem__("/DefaultGray", Array([Name.ICCBased, d.stream(icc(), N=1)])), d.draw(f"0.5 g {X} {Y} 9 9 re f"))),
    Case("ICC RGB in X-4", "X213", lambda d: (d.space(Array([Name.ICCBased, d.stream(icc(), N=3)])), d.draw(f"/New cs 0 0 0 sc {X} {Y} 9 9 re f")), x4=True),
    Case("spot colour", "X214", _space("1 sc {x} {y} 9 9 re f", *SPOT, TINT)),
    Case("registration colour in content", "X215", _draw("/All cs 0.1 scn {x} {y} 9 9 re f")),
    Case("spot by way of Lab", "X216", _space("1 sc {x} {y} 9 9 re f", *SPOT[:2], LAB, TINT), limits={"spot_plates": 1}),
    Case("one spot, two alternates", "X217", lambda d: (d.resources.ColorSpace.__setitem__("/Other", Array([*SPOT[:2], Name.DeviceGray, TINT])), _space("1 sc {x} {y} 9 9 re f /Other cs 1 sc {x} {y} 9 9 re f", *SPOT, TINT)(d)), limits={"spot_plates": 1}),
    # ---- fonts
    Case("font not embedded", "X230", lambda d: d.descriptor.__delitem__("/FontFile2")),
    Case("standard font not embedded", "X230", lambda d: (d.resources.Font.__setitem__("/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)), d.draw(f"BT /New 9 Tf {X} {Y} Td (A) Tj ET"))),
    Case("font chosen but never shown", "X230", lambda d: (d.resources.Font.__setitem__("/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)), d.draw("BT /New 9 Tf ET"))),
    Case("font not cut", "X231", lambda d: d.font.__setitem__("/BaseFont", Name.Tiny)),
    Case("no ToUnicode", "X232", lambda d: d.font.__delitem__("/ToUnicode")),
    Case("Type 3 font", "X233", _type3),
    Case("font data broken", "X234", lambda d: d.descriptor.__setitem__("/FontFile2", d.stream(b"garbage!"))),
    Case("OpenType font file", "X235", lambda d: (d.descriptor.__delitem__("/FontFile2"), d.descriptor.__setitem__("/FontFile3", d.stream(b"OTTO....", Subtype=Name.OpenType)))),
    # ---- pictures
    Case("LZW", "X240", _lzw),
    Case("LZW inline", "X240", _draw("20 0 0 20 {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b\x60\x50 EI")),
    Case("JBIG2", "X241", _picture(600, 600, b"", BitsPerComponent=1, ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode, size=72)),
    Case("JPEG 2000", "X242", _picture(200, 200, b"", Filter=Name.JPXDecode)),
    Case("Crypt filter", "X243", _filtered("picture", lambda: b"", b"/Crypt")),
    Case("16 bits", "X244", _picture(sample=bytes(8), BitsPerComponent=16)),
    Case("149 ppi", "X245", _picture(149, 149, size=72)),
    Case("99 ppi", "X246", _picture(99, 99, size=72)),
    Case("low on one axis only", "X245", _picture(149, 400, size=72)),
    Case("line art of 399 ppi", "X247", lambda d: d.place(399, 399, bytes(50 * 399), size=72, BitsPerComponent=1, ColorSpace=Name.DeviceGray)),
    Case("stencil of 199 ppi", "X248", lambda d: (d.resources.XObject.__setitem__("/New", d.stream(bytes(25 * 199), Subtype=Name.Image, Width=199, Height=199, ImageMask=True, BitsPerComponent=1)), d.draw(f"72 0 0 72 {X} {Y} cm /New Do"))),
    Case("samples missing", "X249", lambda d: d.place(100, 100, b"abc")),
    Case("JPEG cut off", "X249", lambda d: d.place(100, 100, _jpeg((40, 0, 0, 0))[:300], Filter=Name.DCTDecode)),
    # ---- ink and sizes
    Case("fill of 221 %", "X260", _draw("0.61 0.6 0.6 0.4 k {x} {y} 9 9 re f")),
    Case("line of 240 %", "X260", _draw("0.6 0.6 0.6 0.6 K 2 w {x} {y} m {x} 300 l S")),
    Case("type of 240 %", "X260", _draw("0.6 0.6 0.6 0.6 k BT /F 12 Tf {x} {y} Td <0001> Tj ET")),
    Case("shading to 300 %", "X260", _dark_shading),
    Case("picture of 300 %", "X261", _picture(sample=b"\xc0\xc0\xc0\xc0")),
    Case("JPEG of 300 %", "X261", lambda d: d.place(100, 100, _jpeg((192, 192, 192, 192)), Filter=Name.DCTDecode)),
    Case("dark corner of a picture", "X261", lambda d: d.place(100, 100, b"\xff\xff\xff\xff" * 100 + bytes(4 * 9900))),
    Case("black over a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 k BT /F 9 Tf {ON_TINT} Td <0001> Tj ET")),
    Case("black box over a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case("black line over a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 K 1 w {ON_TINT} m 20 20 l S")),
    Case("black over a dark picture", "X262", lambda d: (d.place(100, 100, b"\x80\x80\x80\x00" * 10000), d.draw(f"/Black gs 0 0 0 1 k {EDGE + 130} {EDGE + 210} 9 9 re f"))),
    Case("solid line of 0.2 pt", "X263", _draw("0 0 0 1 K 0.2 w {x} {y} m {x} 300 l S")),
    Case("line of no width", "X263", _draw("0 0 0 1 K 0 w {x} {y} m {x} 300 l S")),
    Case("line made thin by the matrix", "X263", _draw("0 0 0 1 K 0.5 w 0.4 0 0 0.4 {x} {y} cm 0 0 m 100 0 l S")),
    Case("thin filled rectangle", "X263", _draw("0 0 0 1 k {x} {y} 100 0.2 re f")),
    Case("tinted line of 0.9 pt", "X264", _draw("0 0 0 0.5 K 0.9 w {x} {y} m {x} 300 l S")),
    Case("line in two inks of 0.9 pt", "X264", _draw("0 1 1 0 K 0.9 w {x} {y} m {x} 300 l S")),
    Case("reversed line of 0.9 pt", "X264", lambda d: d.draw(f"/Tint gs 0 0 0 0 K 0.9 w {ON_TINT} m {EDGE + 20 * MM + 90} {EDGE + 50 * MM + 10} l S")),
    Case("type of 5.9 pt", "X265", _draw(TYPE.format(size=5.9))),
    Case("type made small by the matrix", "X265", _draw("BT /F 10 Tf 0.5 0 0 0.5 {x} {y} Tm <0001> Tj ET")),
    Case("two inks at 9.9 pt", "X266", _draw("0 1 1 0 k " + TYPE.format(size=9.9))),
    Case("reversed type of 9.9 pt", "X267", lambda d: d.draw(f"/Tint gs 0 0 0 0 k BT /F 9.9 Tf {ON_TINT} Td <0001> Tj ET")),
    Case("black of four inks", "X268", _draw("0.4 0.3 0.3 0.9 k " + TYPE.format(size=9))),
)  # fmt: skip


def _packed(data: bytes) -> bytes:
    """The file with object streams, its header kept at 1.4 so that only this is wrong."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue().replace(b"%PDF-1.5", b"%PDF-1.4", 1)


BORDER: tuple[Case, ...] = (
    Case("PDF 1.3", "X107", _after(lambda b: b.replace(b"%PDF-1.4", b"%PDF-1.3", 1))),
    Case("PDF 1.6 for X-4", "X107", _save(min_version="1.6"), x4=True),
    Case("object streams for X-4", "X108", _after(lambda b: _packed(b).replace(b"%PDF-1.4", b"%PDF-1.6", 1)), x4=True),
    Case("unknown operator between BX and EX", "X110", _draw("BX 1 2 frobnicate EX")),
    Case("comment at the end", "X110", lambda d: setattr(d, "content", d.content + "% the end")),
    Case("trapped", "X123", _set("info", "Trapped", Name("/True"))),
    Case("XMP absent in X-1a", "X124", lambda d: None),
    Case("XMP as attributes", "X127", _xmp(), x4=True),
    Case("same instant in another zone", "X128", _xmp(ModifyDate="2022-03-30T16:00:00Z"), x4=True),
    Case("date without seconds", "X129", _set("info", "CreationDate", String("D:202203310000+08'00'"))),
    Case("date in UTC", "X129", _set("info", "CreationDate", String("D:20220330160000Z"))),
    Case("an archive's intent beside ours", "X131", lambda d: d.root.OutputIntents.append(Dictionary(S=Name.GTS_PDFA1))),
    Case("registered name only", "X134", _drop("intent", "DestOutputProfile")),
    Case("profile version 4 in X-4", "X138", _profile(version=4), x4=True),
    Case("trim equals bleed equals media", "X144", lambda d: (setattr(d, "content", f"0 0 0 1 k {X} {Y} 9 9 re f"), d.page.update({"/BleedBox": d.page.TrimBox, "/MediaBox": d.page.TrimBox}))),
    Case("CropBox equals the trim", "X145", _set("page", "CropBox", lambda d: d.page.TrimBox)),
    Case("rotated by 360", "X146", _set("page", "Rotate", 360)),
    Case("user unit 1", "X147", _set("page", "UserUnit", 1)),
    Case("two pages of one size", "X148", _second_page),
    Case("one mark on the page", "X149", lambda d: setattr(d, "content", f"0 0 0 1 k {X} {Y} 9 9 re f")),
    Case("bleed of 3 mm", "X150", _draw(f"0.1 0 0 0 k {EDGE - BLEED} {EDGE + 100} 20 20 re f")),
    Case("tint 0.2 mm inside the trim", "X150", _draw(f"0.1 0 0 0 k {EDGE + 0.2 * MM} {EDGE + 100} 20 20 re f")),
    Case("white at the trim", "X150", _draw(f"/Tint gs 0 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f")),
    Case("tint at the trim, no bleed asked", "X150", _draw(f"0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f"), limits={"bleed_mm": 0}),
    Case("clip keeps it from the trim", "X150", _draw(f"{EDGE + 5} {EDGE + 100} 9 9 re W n 0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f")),
    Case("register mark in the bleed", "X151", _draw(f"/All cs 1 scn BT /F 5 Tf {EDGE - 8} {EDGE + 50} Td <0001> Tj ET")),
    Case("slug line in black outside the bleed", "X151", _draw(f"BT /F 9 Tf 4 {EDGE + 50} Td <0001> Tj ET")),
    Case("type up to the trim", "X152", _draw(f"BT /F 9 Tf {EDGE} {EDGE + 100} Td <0001> Tj ET")),
    Case("empty tree of scripts", "X160", _set("root", "Names", Dictionary(JavaScript=Dictionary(Names=Array([]))))),
    Case("opens at a page", "X161", _set("root", "OpenAction", lambda d: Array([d.page, Name.Fit]))),
    Case("bookmark to a page", "X161", lambda d: _outline(d, Dest=Array([d.page, Name.Fit]))),
    Case("form without fields", "X163", _set("root", "AcroForm", Dictionary(Fields=Array([])))),
    Case("note outside the bleed", "X164", lambda d: _annotation(d, (2, 2, 8, 8))),
    Case("printer's mark inside", "X164", lambda d: _annotation(d, (50, 50, 60, 60), Subtype=Name.PrinterMark)),
    Case("layers in X-4", "X165", _set("root", "OCProperties", Dictionary(OCGs=Array([]))), x4=True),
    Case("default transfer curve", "X180", _state("", TR2=Name.Default)),
    Case("halftone of type 1", "X181", _state("", HT=Dictionary(HalftoneType=1, Frequency=100, Angle=45, SpotFunction=Name.Round))),
    Case("default halftone", "X181", _state("", HT=Name.Default)),
    Case("known intent", "X182", _draw("/Perceptual ri")),
    Case("white type overprints on paper", "X183", _draw("/Black gs 0 0 0 0 k " + TYPE.format(size=12))),
    Case("black type knocks out of paper", "X184", _draw("/Tint gs 0 0 0 1 k " + TYPE.format(size=9))),
    Case("large black type knocks out", "X184", lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 15 Tf {EDGE + 22 * MM} {EDGE + 22 * MM} Td <0001> Tj ET")),
    Case("black knocks out where it would be too much ink", "X184", lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 9 Tf {ON_TINT} Td <0001> Tj ET")),
    Case("opacity 1", "X200", _state("{x} {y} 9 9 re f", ca=1, CA=1)),
    Case("opacity in X-4", "X200", _state("0.1 0 0 0 k {x} {y} 9 9 re f", ca=0.5), x4=True),
    Case("normal blend mode", "X201", _state("{x} {y} 9 9 re f", BM=Name.Normal)),
    Case("no soft mask", "X202", lambda d: d.draw(d.state(SMask=Name("/None")))),
    Case("hard mask", "X203", _set("picture", "Mask", Array([0, 1, 0, 1, 0, 1, 0, 1]))),
    Case("blending in CMYK", "X205", _set("page", "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)), x4=True),
    Case("RGB chosen but nothing painted", "X210", _draw("1 0 0 rg")),
    Case("grey", "X210", _draw("0.5 g {x} {y} 9 9 re f")),
    Case("indexed CMYK picture", "X211", _picture(sample=b"\0", ColorSpace=Array([Name.Indexed, Name.DeviceCMYK, 0, String(bytes(4))]))),
    Case("ICC CMYK in X-4", "X213", lambda d: (d.space(Array([Name.ICCBased, d.stream(icc(), N=4)])), d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f")), x4=True),
    Case("spot colour that the shop runs", "X214", _space("1 sc {x} {y} 9 9 re f", *SPOT, TINT), limits={"spot_plates": 1}),
    Case("process ink as a separation", "X214", _space("1 sc {x} {y} 9 9 re f", Name.Separation, Name.Black, Name.DeviceCMYK, TINT)),
    Case("no colorant", "X214", _space("1 sc {x} {y} 9 9 re f", Name.Separation, Name("/None"), Name.DeviceCMYK, TINT)),
    Case("registration colour outside the trim", "X215", _draw(f"/All cs 1 scn 2 {EDGE} 4 4 re f")),
    Case("simple font with a known encoding needs no map", "X232", _simple_font),
    Case("font unused", "X230", lambda d: d.resources.Font.__setitem__("/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))),
    Case("OpenType font file in X-4", "X235", lambda d: (d.descriptor.__delitem__("/FontFile2"), d.descriptor.__setitem__("/FontFile3", d.stream(b"OTTO....", Subtype=Name.OpenType))), x4=True),
    Case("JBIG2 in X-4", "X241", _picture(600, 600, b"", BitsPerComponent=1, ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode, size=72), x4=True),
    Case("JPEG 2000 in X-4", "X242", _picture(200, 200, b"", Filter=Name.JPXDecode), x4=True),
    Case("16 bits in X-4", "X244", _picture(sample=bytes(8), BitsPerComponent=16), x4=True),
    Case("150 ppi", "X245", _picture(150, 150, size=72)),
    Case("one pixel as a tint", "X246", _picture(1, 1, size=72)),
    Case("100 ppi where 100 is enough", "X246", _picture(100, 100, size=72), limits={"picture_ppi_warn": 100}),
    Case("line art of 400 ppi", "X247", lambda d: d.place(400, 400, bytes(50 * 400), size=72, BitsPerComponent=1, ColorSpace=Name.DeviceGray)),
    Case("predicted samples", "X249", lambda d: d.place(4, 100, zlib.compress((b"\2" + bytes(16)) * 100), size=1.9, Filter=Name.FlateDecode, DecodeParms=Dictionary(Predictor=15, Columns=4, Colors=4))),
    Case("fill of 220 %", "X260", _draw("0.6 0.6 0.6 0.4 k {x} {y} 9 9 re f")),
    Case("marks of 400 %", "X260", _draw(f"1 1 1 1 k 2 {EDGE} 4 4 re f")),
    Case("picture of 220 %", "X261", _picture(sample=bytes([153, 153, 153, 102]))),
    Case("JPEG of 220 %", "X261", lambda d: d.place(100, 100, _jpeg((153, 153, 153, 102)), Filter=Name.DCTDecode)),
    Case("picture stored upside down", "X261", _picture(sample=b"\xf0\xf0\xf0\xf0", Decode=Array([1, 0] * 4))),
    Case("black over a tint of 120 %", "X262", _draw("/Tint gs 0.6 0.6 0 0 k {x} {y} 30 20 re f /Black gs 0 0 0 1 k {x} {y} 9 9 re f")),
    Case("black beside a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 k {EDGE + 20 * MM - 9} {EDGE + 50 * MM} 9 9 re f")),
    Case("black frame around a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re {EDGE + 20 * MM - 2} {EDGE + 50 * MM - 2} 104 44 re f*")),
    Case("black knocks out of a strong tint", "X262", lambda d: d.draw(f"/Tint gs 0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case("tint covered before the black", "X262", lambda d: d.draw(f"/Tint gs 0 0 0 0 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re f /Black gs 0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case("overprint of mode 0 knocks out", "X262", lambda d: d.draw(d.state(OP=True, OPM=0) + f"0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case("solid line of 0.25 pt", "X263", _draw("0 0 0 1 K 0.25 w {x} {y} m {x} 300 l S")),
    Case("hairline mark outside the trim", "X263", _draw(f"0 0 0 1 K 0.1 w 2 {EDGE} m 6 {EDGE} l S")),
    Case("tinted line of 1 pt", "X264", _draw("0 0 0 0.5 K 1 w {x} {y} m {x} 300 l S")),
    Case("white line on paper", "X264", _draw("/Tint gs 0 0 0 0 K 0.3 w {x} {y} m {x} 300 l S")),
    Case("type of 6 pt", "X265", _draw(TYPE.format(size=6))),
    Case("invisible small type", "X265", _draw("BT 3 Tr /F 2 Tf {x} {y} Td <0001> Tj ET")),
    Case("two inks at 10 pt", "X266", _draw("0 1 1 0 k " + TYPE.format(size=10))),
    Case("reversed type of 10 pt", "X267", lambda d: d.draw(f"/Tint gs 0 0 0 0 k BT /F 10 Tf {ON_TINT} Td <0001> Tj ET")),
    Case("white type on paper", "X267", _draw("/Tint gs 0 0 0 0 k " + TYPE.format(size=7))),
    Case("black alone at 9 pt", "X268", _draw("0 0 0 1 k " + TYPE.format(size=9))),
)  # fmt: skip
