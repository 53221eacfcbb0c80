"""Files with one fault each, and the code that it must be reported under."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.unit.preflight import breakers as make
from tests.unit.preflight.breakers import LAB, ON_TINT, RED_TYPE, SPOT, TINT, TYPE, Case, X, Y
from tests.unit.preflight.good_pdf import BLEED, EDGE, MM, SIDE, icc, xmp

BROKEN: tuple[Case, ...] = (
    # ---- the file
    Case("no PDF at all", "X101", make.rewritten(lambda b: b"%PDF-1.4\nnothing here")),
    Case("empty file", "X101", make.rewritten(lambda b: b"")),
    Case("cross-reference table gone", "X102", make.rewritten(lambda b: b.replace(b"startxref", b"startxxxx"))),
    Case(
        "cut off at the end",
        "X102",
        make.rewritten(
            lambda b: b[: b.rindex(b"xref", 0, b.rindex(b"startxref")) + 60] + b"\ntrailer" + b.split(b"trailer")[1]
        ),
    ),
    Case(
        "encrypted",
        "X103",
        make.saved(
            encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False),
            stream_decode_level=None,
            deterministic_id=False,
        ),
    ),
    Case(
        "locked with a password",
        "X103",
        make.saved(
            encryption=pikepdf.Encryption(owner="o", user="u", R=3, aes=False, metadata=False),
            stream_decode_level=None,
            deterministic_id=False,
        ),
    ),
    Case("form that draws itself", "X104", make.endless_form),
    Case("stream that unpacks to 200 MB", "X104", make.bomb),
    Case("content stream does not unpack", "X105", make.with_form(b"no zlib data", Filter=Name.FlateDecode)),
    Case("PDF 1.5", "X107", make.saved(min_version="1.5")),
    Case("PDF 1.7 for X-4", "X107", make.saved(min_version="1.7"), x4=True),
    Case("catalogue says 1.6", "X107", make.put("root", "Version", Name("/1.6"))),
    Case("object streams", "X108", make.rewritten(make.packed), count=2),
    Case("no file identifier", "X109", make.rewritten(lambda b: b.replace(b"/ID [", b"/XX ["))),
    Case("unknown operator", "X110", make.drawn("1 2 frobnicate")),
    Case("Q without q", "X110", lambda d: d.draw("Q Q q")),
    Case("q without Q", "X110", lambda d: d.draw("q")),
    Case("font not among the resources", "X110", make.drawn("BT /Gone 9 Tf ET")),
    Case("too few operands", "X110", make.drawn("1 2 3 k")),
    Case("string never closed", "X110", lambda d: d.draw("(abc"), count=2),
    # ---- identification
    Case(
        "edition of 2001",
        "X112",
        lambda d: (
            make.put("info", "GTS_PDFXVersion", String("PDF/X-1:2001"))(d),
            make.put("info", "GTS_PDFXConformance", String("PDF/X-1a:2001"))(d),
        ),
    ),
    Case("not identified", "X120", make.drop("info", "GTS_PDFXVersion")),
    Case("identified as X-3", "X120", make.put("info", "GTS_PDFXVersion", String("PDF/X-3:2003"))),
    Case("XMP not identified", "X120", make.with_xmp(GTS_PDFXVersion=None), x4=True),
    Case("conformance key", "X121", make.put("info", "GTS_PDFXConformance", String("PDF/X-1a:2003"))),
    Case("no title", "X122", make.drop("info", "Title")),
    Case("empty title", "X122", make.put("info", "Title", String(""))),
    Case("no creator", "X122", make.drop("info", "Creator")),
    Case("no producer", "X122", make.drop("info", "Producer")),
    Case("no creation date", "X122", make.drop("info", "CreationDate")),
    Case("no modification date", "X122", make.drop("info", "ModDate")),
    Case("trapping not stated", "X123", make.drop("info", "Trapped")),
    Case("trapping unknown", "X123", make.put("info", "Trapped", Name.Unknown)),
    Case("trapping a string", "X123", make.put("info", "Trapped", String("False"))),
    Case("no XMP", "X124", make.drop("root", "Metadata"), x4=True),
    Case(
        "XMP compressed",
        "X125",
        make.filtered("root", lambda: xmp().encode().hex().encode(), b"/ASCIIHexDecode"),
        x4=True,
    ),
    Case("XMP broken", "X126", make.put("root", "Metadata", lambda d: d.stream(b"<x:xmpmeta")), x4=True),
    Case(
        "XMP declares entities",
        "X126",
        make.put("root", "Metadata", lambda d: d.stream(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")),
    ),
    Case("XMP without document id", "X127", make.with_xmp(DocumentID=None), x4=True),
    Case("XMP without rendition class", "X127", make.with_xmp(RenditionClass=None), x4=True),
    Case("XMP without trapping", "X127", make.with_xmp(Trapped=None), x4=True),
    Case("XMP with another title", "X128", make.with_xmp(title="别的"), x4=True),
    Case("XMP with another date", "X128", make.with_xmp(ModifyDate="2022-04-01T00:00:00+08:00"), x4=True),
    Case("XMP disagrees on trapping", "X128", make.with_xmp(Trapped="True"), x4=True),
    Case("date malformed", "X129", make.put("info", "CreationDate", String("31.3.2022"))),
    Case("date in a 13th month", "X129", make.put("info", "ModDate", String("D:20221331000000Z"))),
    # ---- output intent
    Case("no output intents", "X130", make.drop("root", "OutputIntents")),
    Case("only an archive's output intent", "X130", make.put("intent", "S", Name.GTS_PDFA1)),
    Case(
        "two output intents", "X131", lambda d: d.root.OutputIntents.append(d.pdf.make_indirect(Dictionary(d.intent)))
    ),
    Case("condition not named", "X132", make.drop("intent", "OutputConditionIdentifier")),
    Case("another condition", "X133", make.put("intent", "OutputConditionIdentifier", String("FOGRA39"))),
    Case(
        "neither profile nor registry",
        "X134",
        lambda d: (d.intent.__delitem__("/DestOutputProfile"), d.intent.__delitem__("/RegistryName")),
    ),
    Case("registered name only, for X-4", "X134", make.drop("intent", "DestOutputProfile"), x4=True),
    Case("profile is no ICC", "X135", make.put("intent", "DestOutputProfile", lambda d: d.stream(b"x" * 200, N=4))),
    Case("profile cut off", "X135", make.put("intent", "DestOutputProfile", lambda d: d.stream(icc()[:-4], N=4))),
    Case(
        "profile does not unpack",
        "X135",
        make.put("intent", "DestOutputProfile", lambda d: d.stream(b"xx", N=4, Filter=Name.FlateDecode)),
    ),
    Case("monitor profile", "X136", make.with_profile(kind=b"mntr")),
    Case("RGB profile", "X137", make.with_profile(space=b"RGB ")),
    Case("profile says N 3", "X137", make.put("intent", "DestOutputProfile", lambda d: d.stream(icc(), N=3))),
    Case("profile version 4", "X138", make.with_profile(version=4)),
    Case("condition not described", "X139", make.drop("intent", "Info")),
    # ---- boxes
    Case("no MediaBox", "X140", make.drop("page", "MediaBox")),
    Case("no TrimBox", "X141", make.drop("page", "TrimBox")),
    Case("TrimBox and ArtBox", "X142", make.put("page", "ArtBox", lambda d: d.page.TrimBox)),
    Case("TrimBox of three numbers", "X143", make.put("page", "TrimBox", Array([EDGE, EDGE, EDGE + SIDE]))),
    Case(
        "trim reaches out of the bleed",
        "X144",
        make.put("page", "BleedBox", Array([EDGE + 1, EDGE, EDGE + SIDE, EDGE + SIDE])),
    ),
    Case(
        "bleed reaches out of the media",
        "X144",
        make.put("page", "BleedBox", Array([-1, 0, EDGE + SIDE + BLEED, EDGE + SIDE + BLEED])),
    ),
    Case("CropBox cuts into the trim", "X145", make.put("page", "CropBox", Array([EDGE + 1, 0, 340, 340]))),
    Case("rotated", "X146", make.put("page", "Rotate", 90)),
    Case(
        "user unit",
        "X147",
        make.put("page", "UserUnit", 2),
        limits={"min_text_pt_one_ink": 1, "picture_ppi_warn": 90, "bleed_mm": 0},
    ),
    Case("pages of two sizes", "X148", lambda d: make.second_page(d, SIDE - 2)),
    Case("a page three times as wide", "X148", lambda d: make.second_page(d, wide=3)),
    Case("blank page", "X149", lambda d: setattr(d, "content", "")),
    # ---- edges
    Case("tint ends at the trim", "X150", make.drawn(f"0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f")),
    Case("bleed of 2 mm", "X150", make.drawn(f"0.1 0 0 0 k {EDGE - 2 * MM} {EDGE + 100} 20 20 re f")),
    Case("type in the bleed", "X151", make.drawn(f"BT /F 6 Tf {EDGE - 8} {EDGE + 50} Td <0001> Tj ET")),
    Case("type over the trim", "X152", make.drawn(f"BT /F 9 Tf {EDGE - 4} {EDGE + 100} Td <0001> Tj ET")),
    # ---- acting
    Case("JavaScript", "X160", make.name_tree("JavaScript", lambda d: Dictionary(S=Name.JavaScript, JS=String("1")))),
    Case("script on opening", "X160", make.put("root", "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1")))),
    Case("action on opening", "X161", make.put("root", "OpenAction", Dictionary(S=Name.Named, N=Name.Print))),
    Case(
        "action when the page opens",
        "X161",
        make.put("page", "AA", Dictionary(O=Dictionary(S=Name.Named, N=Name.Print))),
    ),
    Case("action in a bookmark", "X161", lambda d: make.bookmark(d, A=Dictionary(S=Name.GoToR, F=String("a")))),
    Case("embedded file", "X162", make.name_tree("EmbeddedFiles", lambda d: Dictionary(Type=Name.Filespec))),
    Case("form", "X163", make.put("root", "AcroForm", Dictionary(Fields=Array([Dictionary(T=String("a"))])))),
    Case("note inside the bleed", "X164", lambda d: make.annotate(d, (50, 50, 60, 60))),
    Case(
        "link inside the bleed",
        "X164",
        lambda d: make.annotate(d, (50, 50, 60, 60), Subtype=Name.Link, A=Dictionary(S=Name.URI)),
    ),
    Case(
        "link outside the bleed",
        "X161",
        lambda d: make.annotate(d, (2, 2, 8, 8), Subtype=Name.Link, A=Dictionary(S=Name.URI)),
    ),
    Case("layers", "X165", make.put("root", "OCProperties", Dictionary(OCGs=Array([])))),
    Case("heavy ink on a hidden layer", "X172", lambda d: make.layer(d, "1 1 1 1 k {x} {y} 9 9 re f"), x4=True),
    Case("hidden form", "X172", make.hidden_form, x4=True),
    Case(
        "configurations of layers", "X173", lambda d: make.layer(d, "", on=True, Configs=Array([Dictionary()])), x4=True
    ),
    Case(
        "PostScript XObject",
        "X166",
        lambda d: d.resources.XObject.__setitem__("/New", d.stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)),
    ),
    Case("PostScript form", "X166", make.with_form(Subtype2=Name.PS)),
    Case("OPI", "X167", make.with_form(OPI=Dictionary({"/1.3": Dictionary(Type=Name.OPI)}))),
    Case("reference XObject", "X168", make.with_form(Ref=Dictionary(F=String("a.pdf"), Page=0))),
    Case("alternate pictures", "X169", make.put("picture", "Alternates", Array([Dictionary(Image=Dictionary())]))),
    Case("data outside", "X170", make.with_form(F=String("a.dat"))),
    Case("separated page", "X171", make.put("page", "SeparationInfo", Dictionary(DeviceColorant=Name.Cyan))),
    # ---- graphics state
    Case("transfer curve", "X180", make.in_state("", TR=Name.Identity)),
    Case("second transfer curve", "X180", make.in_state("", TR2=Name.Identity)),
    Case("halftone of type 6", "X181", make.in_state("", HT=Dictionary(HalftoneType=6))),
    Case("halftone with a name", "X181", make.in_state("", HT=Dictionary(HalftoneType=1, HalftoneName=String("a")))),
    Case("halftone phase", "X181", make.in_state("", HTP=Array([0, 0]))),
    Case("unknown intent", "X182", make.drawn("/Pretty ri")),
    Case("unknown intent in a state", "X182", make.in_state("", RI=Name.Pretty)),
    Case(
        "white type overprints", "X183", lambda d: d.draw(f"/Black gs 0 0 0 0 k BT /F 12 Tf {ON_TINT} Td <0001> Tj ET")
    ),
    Case(
        "black type knocks out",
        "X184",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 9 Tf {EDGE + 22 * MM} {EDGE + 22 * MM} Td <0001> Tj ET"),
    ),
    Case("white area overprints", "X183", lambda d: d.draw(f"/Black gs 0 0 0 0 k {ON_TINT} 20 20 re f")),
    Case("white tint of a spot overprints", "X183", make.white_spot, limits={"spot_plates": 1}),
    Case(
        "white overprints through a clip",
        "X183",
        lambda d: d.draw(f"30 0 0 30 {ON_TINT} cm 0 0 m 1 0 l 0 1 l W n /Black gs 0 0 0 0 k -9 -9 99 99 re f"),
    ),
    Case("white overprints through type", "X183", make.through_type("/Black gs 0 0 0 0 k", 12, ON_TINT)),
    Case("small white through type", "X267", make.through_type("/Tint gs 0 0 0 0 k", 9.9, ON_TINT)),
    Case(
        "black through type knocks out",
        "X184",
        make.through_type("/Tint gs 0 0 0 1 k", 9, f"{EDGE + 22 * MM} {EDGE + 22 * MM}"),
    ),
    Case("black of four inks through type", "X268", make.through_type("0.4 0.3 0.3 0.9 k", 24, f"{X} {Y}")),
    Case("white stencil overprints", "X183", lambda d: make.stencil(d, f"/Black gs 0 0 0 0 k 9 0 0 9 {ON_TINT} cm")),
    Case(
        "white line overprints",
        "X183",
        lambda d: d.draw(f"/Black gs 0 0 0 0 K 2 w {ON_TINT} m {EDGE + 20 * MM + 90} {EDGE + 50 * MM + 10} l S"),
    ),
    Case(
        "black line knocks out",
        "X185",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 K 1.9 w {EDGE + 22 * MM} {EDGE + 22 * MM} m 200 {EDGE + 22 * MM} l S"),
    ),
    Case(
        "black line that is filled too knocks out",
        "X185",
        lambda d: d.draw(
            f"/Tint gs 0 0 0 1 k 0 0 0 1 K 1 w {EDGE + 22 * MM} {EDGE + 22 * MM} m 200 {EDGE + 22 * MM} l B"
        ),
    ),
    Case(
        "thin black area knocks out",
        "X185",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 k {EDGE + 22 * MM} {EDGE + 22 * MM} 50 1.5 re f"),
    ),
    # ---- transparency
    Case("fill opacity", "X200", make.in_state("0.1 0 0 0 k {x} {y} 9 9 re f", ca=0.5)),
    Case("stroke opacity", "X200", make.in_state("{x} {y} 9 9 re S", CA=0.99)),
    Case("blend mode", "X201", make.in_state("0.1 0 0 0 k {x} {y} 9 9 re f", BM=Name.Multiply)),
    Case("soft mask", "X202", lambda d: d.draw(d.state(SMask=Dictionary(S=Name.Luminosity)))),
    Case(
        "picture with a soft mask",
        "X203",
        make.put(
            "picture",
            "SMask",
            lambda d: d.stream(
                b"\xff", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray
            ),
        ),
    ),
    Case("transparency group", "X204", make.with_form(Group=Dictionary(S=Name.Transparency))),
    Case("page is a transparency group", "X204", make.put("page", "Group", Dictionary(S=Name.Transparency))),
    Case(
        "blending in RGB",
        "X205",
        make.put("page", "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        x4=True,
    ),
    # ---- colour
    Case("RGB fill", "X210", make.drawn("1 0 0 rg {x} {y} 9 9 re f")),
    Case("RGB line", "X210", make.drawn("1 0 0 RG {x} {y} 9 9 re S")),
    Case("RGB type", "X210", make.drawn("0 0 0 rg BT /F 9 Tf {x} {y} Td <0001> Tj ET")),
    Case(
        "RGB thrice is one fault",
        "X210",
        make.drawn("1 0 0 rg {x} {y} 9 9 re f {x} {y} 9 9 re f {x} {y} 9 9 re f"),
        count=3,
    ),
    Case("RGB three forms deep", "X210", make.nested),
    Case("RGB in a pattern", "X210", make.tiled),
    Case("RGB shading", "X210", make.rgb_shading),
    Case("RGB shading as a pattern written in place", "X210", make.rgb_pattern),
    Case("RGB in X-4", "X210", make.drawn("1 0 0 rg {x} {y} 9 9 re f"), x4=True),
    Case("RGB picture", "X211", make.with_picture(sample=b"\x10\x10\x10", ColorSpace=Name.DeviceRGB)),
    Case(
        "indexed RGB picture",
        "X211",
        make.with_picture(sample=b"\0", ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])),
    ),
    Case("RGB inline picture", "X211", make.drawn("20 0 0 20 {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")),
    Case("Lab", "X212", make.in_space("50 0 0 sc {x} {y} 9 9 re f", *LAB)),
    Case(
        "ICC colour in X-1a",
        "X212",
        lambda d: (
            d.space(Array([Name.ICCBased, d.stream(icc(), N=4)])),
            d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f"),
        ),
    ),
    Case(
        "default CMYK is ICC",
        "X212",
        lambda d: (
            d.resources.ColorSpace.__setitem__("/DefaultGray", Array([Name.ICCBased, d.stream(icc(), N=1)])),
            d.draw(f"0.5 g {X} {Y} 9 9 re f"),
        ),
    ),
    Case(
        "ICC RGB in X-4",
        "X213",
        lambda d: (d.space(Array([Name.ICCBased, d.stream(icc(), N=3)])), d.draw(f"/New cs 0 0 0 sc {X} {Y} 9 9 re f")),
        x4=True,
    ),
    Case("ICC RGB picture in X-4", "X213", make.icc_picture, x4=True),
    Case("spot colour", "X214", make.in_space("1 sc {x} {y} 9 9 re f", *SPOT, TINT)),
    Case("registration colour in content", "X215", make.drawn("/All cs 0.1 scn {x} {y} 9 9 re f")),
    Case(
        "spot by way of Lab",
        "X216",
        make.in_space("1 sc {x} {y} 9 9 re f", *SPOT[:2], LAB, TINT),
        limits={"spot_plates": 1},
    ),
    Case(
        "one spot, two alternates",
        "X217",
        lambda d: (
            d.resources.ColorSpace.__setitem__("/Other", Array([*SPOT[:2], Name.DeviceGray, TINT])),
            make.in_space("1 sc {x} {y} 9 9 re f /Other cs 1 sc {x} {y} 9 9 re f", *SPOT, TINT)(d),
        ),
        limits={"spot_plates": 1},
    ),
    Case(
        "one spot, two tint transforms",
        "X217",
        lambda d: (
            d.resources.ColorSpace.__setitem__("/Other", Array([*SPOT, make.other_tint()])),
            make.in_space("1 sc {x} {y} 9 9 re f /Other cs 1 sc {x} {y} 9 9 re f", *SPOT, TINT)(d),
        ),
        limits={"spot_plates": 1},
    ),
    Case("one spot, two guides", "X218", make.two_spots("PANTONE 185 C", "Pantone 185 CVC"), limits={"spot_plates": 2}),
    Case("one spot, wide letters", "X218", make.two_spots("HKS 13", "ＨＫＳ13"), limits={"spot_plates": 2}),
    Case(
        "CMYK of another profile in X-4",
        "X219",
        lambda d: (
            d.space(Array([Name.ICCBased, d.stream(icc(version=4), N=4)])),
            d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f"),
        ),
        x4=True,
    ),
    # ---- fonts
    Case("font not embedded", "X230", lambda d: d.descriptor.__delitem__("/FontFile2")),
    Case(
        "standard font not embedded",
        "X230",
        lambda d: (
            d.resources.Font.__setitem__(
                "/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            ),
            d.draw(f"BT /New 9 Tf {X} {Y} Td (A) Tj ET"),
        ),
    ),
    Case("font not cut", "X231", lambda d: d.font.__setitem__("/BaseFont", Name.Tiny)),
    Case("no ToUnicode", "X232", lambda d: d.font.__delitem__("/ToUnicode")),
    Case("Type 3 font", "X233", make.type3),
    Case("font data broken", "X234", lambda d: d.descriptor.__setitem__("/FontFile2", d.stream(b"garbage!"))),
    Case(
        "OpenType font file",
        "X235",
        lambda d: (
            d.descriptor.__delitem__("/FontFile2"),
            d.descriptor.__setitem__("/FontFile3", d.stream(b"OTTO....", Subtype=Name.OpenType)),
        ),
    ),
    # ---- pictures
    Case("LZW", "X240", make.lzw),
    Case(
        "LZW inline",
        "X240",
        make.drawn("20 0 0 20 {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b\x60\x50 EI"),
    ),
    Case(
        "JBIG2",
        "X241",
        make.with_picture(
            600, 600, b"", BitsPerComponent=1, ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode, size=72
        ),
    ),
    Case("JPEG 2000", "X242", make.with_picture(200, 200, b"", Filter=Name.JPXDecode)),
    Case("Crypt filter", "X243", make.filtered("picture", lambda: b"", b"/Crypt")),
    Case("16 bits", "X244", make.with_picture(sample=bytes(8), BitsPerComponent=16)),
    Case("149 ppi", "X245", make.with_picture(149, 149, size=72)),
    Case("99 ppi", "X246", make.with_picture(99, 99, size=72)),
    Case("low on one axis only", "X245", make.with_picture(149, 400, size=72)),
    Case(
        "line art of 399 ppi",
        "X247",
        lambda d: d.place(399, 399, bytes(50 * 399), size=72, BitsPerComponent=1, ColorSpace=Name.DeviceGray),
    ),
    Case(
        "stencil of 199 ppi",
        "X248",
        lambda d: (
            d.resources.XObject.__setitem__(
                "/New",
                d.stream(
                    bytes(25 * 199), Subtype=Name.Image, Width=199, Height=199, ImageMask=True, BitsPerComponent=1
                ),
            ),
            d.draw(f"72 0 0 72 {X} {Y} cm /New Do"),
        ),
    ),
    Case("samples missing", "X249", lambda d: d.place(100, 100, b"abc")),
    Case("JPEG cut off", "X249", lambda d: d.place(100, 100, make.jpeg((40, 0, 0, 0))[:300], Filter=Name.DCTDecode)),
    # ---- ink and sizes
    Case("fill of 221 %", "X260", make.drawn("0.61 0.6 0.6 0.4 k {x} {y} 9 9 re f")),
    Case("line of 240 %", "X260", make.drawn("0.6 0.6 0.6 0.6 K 2 w {x} {y} m {x} 300 l S")),
    Case("type of 240 %", "X260", make.drawn("0.6 0.6 0.6 0.6 k BT /F 12 Tf {x} {y} Td <0001> Tj ET")),
    Case("shading to 300 %", "X260", make.dark_shading),
    Case("picture of 300 %", "X261", make.with_picture(sample=b"\xc0\xc0\xc0\xc0")),
    Case("JPEG of 300 %", "X261", lambda d: d.place(100, 100, make.jpeg((192, 192, 192, 192)), Filter=Name.DCTDecode)),
    Case("dark corner of a picture", "X261", lambda d: d.place(100, 100, b"\xff\xff\xff\xff" * 100 + bytes(4 * 9900))),
    Case(
        "black over a strong tint",
        "X262",
        lambda d: d.draw(f"/Black gs 0 0 0 1 k BT /F 9 Tf {ON_TINT} Td <0001> Tj ET"),
    ),
    Case("black outlines over each other and a strong tint", "X262", lambda d: make.corner_triangle(d, 10)),
    Case("black outline that goes on from a closed one", "X262", lambda d: make.corner_triangle(d, 130)),
    Case(
        "black over a strong tint at opacity 1",
        "X262",
        lambda d: d.draw(d.state(ca=1, CA=1, OP=True, op=True, OPM=1) + f"0 0 0 1 k {ON_TINT} 9 9 re f"),
    ),
    Case(
        "printer's mark over a strong tint",
        "X262",
        lambda d: make.printers_mark(
            d, (EDGE + 80, EDGE + 150, EDGE + 90, EDGE + 155), "/Black gs 0 0 0 1 k 5 5 10 10 re f"
        ),
    ),
    Case("black box over a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case("black line over a strong tint", "X262", lambda d: d.draw(f"/Black gs 0 0 0 1 K 1 w {ON_TINT} m 20 20 l S")),
    Case(
        "black over a dark picture",
        "X262",
        lambda d: (
            d.place(100, 100, b"\x80\x80\x80\x00" * 10000),
            d.draw(f"/Black gs 0 0 0 1 k {EDGE + 130} {EDGE + 210} 9 9 re f"),
        ),
    ),
    Case(
        "line of a printer's mark made thin by its height",
        "X263",
        lambda d: make.printers_mark(d, (X, Y, X + 10, Y + 2), "0 0 0 1 K 1 w 6 10 m 14 10 l S"),
    ),
    Case(
        "line of a printer's mark made thin by its width",
        "X263",
        lambda d: make.printers_mark(d, (X, Y, X + 2, Y + 10), "0 0 0 1 K 1 w 10 6 m 10 14 l S"),
    ),
    Case("solid line of 0.2 pt", "X263", make.drawn("0 0 0 1 K 0.2 w {x} {y} m {x} 300 l S")),
    Case("line of no width", "X263", make.drawn("0 0 0 1 K 0 w {x} {y} m {x} 300 l S")),
    Case("line made thin on one axis", "X263", make.drawn("0 0 0 1 K 1 w 1 0 0 0.2 {x} {y} cm 0 0 m 100 0 l S")),
    Case("line made thin by the matrix", "X263", make.drawn("0 0 0 1 K 0.5 w 0.4 0 0 0.4 {x} {y} cm 0 0 m 100 0 l S")),
    Case("thin filled rectangle", "X263", make.drawn("0 0 0 1 k {x} {y} 100 0.2 re f")),
    Case("tinted line of 0.9 pt", "X264", make.drawn("0 0 0 0.5 K 0.9 w {x} {y} m {x} 300 l S")),
    Case("line in two inks of 0.9 pt", "X264", make.drawn("0 1 1 0 K 0.9 w {x} {y} m {x} 300 l S")),
    Case(
        "reversed line of 0.9 pt",
        "X264",
        lambda d: d.draw(f"/Tint gs 0 0 0 0 K 0.9 w {ON_TINT} m {EDGE + 20 * MM + 90} {EDGE + 50 * MM + 10} l S"),
    ),
    Case("type of 5.9 pt", "X265", make.drawn(TYPE.format(size=5.9))),
    Case("type made small by the matrix", "X265", make.drawn("BT /F 10 Tf 0.5 0 0 0.5 {x} {y} Tm <0001> Tj ET")),
    Case("two inks at 9.9 pt", "X266", make.drawn("0 1 1 0 k " + TYPE.format(size=9.9))),
    Case("a hollow sign, two inks", "X266", make.saying(b"1 beginbfchar <0001> <25c7> endbfchar", RED_TYPE)),
    Case(
        "a range of signs with a stroke",
        "X266",
        make.saying(b"1 beginbfrange <0000> <0001> <25c6> endbfrange", RED_TYPE),
    ),
    Case(
        "solid signs and type in one string",
        "X266",
        make.saying(b"1 beginbfchar <0001> <25c6> endbfchar", "0 1 1 0 k BT /F 9 Tf {x} {y} Td <00010002> Tj ET"),
    ),
    Case(
        "reversed type of 9.9 pt",
        "X267",
        lambda d: d.draw(f"/Tint gs 0 0 0 0 k BT /F 9.9 Tf {ON_TINT} Td <0001> Tj ET"),
    ),
    Case("black of four inks", "X268", make.drawn("0.4 0.3 0.3 0.9 k " + TYPE.format(size=9))),
    Case("large black of four inks", "X268", make.drawn("0.4 0.3 0.3 0.85 k " + TYPE.format(size=24))),
    Case(
        "large black without black",
        "X268",
        make.drawn("0.85 0.85 0.85 0 k " + TYPE.format(size=24)),
        limits={"tac_percent": 300},
    ),
    Case(
        "black stencil over a strong tint",
        "X262",
        lambda d: make.stencil(d, f"/Black gs 0 0 0 1 k 9 0 0 9 {ON_TINT} cm"),
    ),
)
