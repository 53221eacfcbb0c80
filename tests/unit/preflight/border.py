"""Files at the boundary of a rule that are still good."""

from __future__ import annotations

import zlib

from pikepdf import Array, Dictionary, Name, String

from tests.unit.preflight import breakers as make
from tests.unit.preflight.breakers import ON_TINT, RED_TYPE, SPOT, TINT, TYPE, Case, X, Y
from tests.unit.preflight.good_pdf import BLEED, EDGE, MM, SIDE, icc

BORDER: tuple[Case, ...] = (
    Case("PDF 1.3", "X107", make.rewritten(lambda b: b.replace(b"%PDF-1.4", b"%PDF-1.3", 1))),
    Case("PDF 1.6 for X-4", "X107", make.saved(min_version="1.6"), x4=True),
    Case(
        "object streams for X-4",
        "X108",
        make.rewritten(lambda b: make.packed(b).replace(b"%PDF-1.4", b"%PDF-1.6", 1)),
        x4=True,
    ),
    Case("unknown operator between BX and EX", "X110", make.drawn("BX 1 2 frobnicate EX")),
    Case("comment at the end", "X110", lambda d: setattr(d, "content", d.content + "% the end")),
    Case("trapped", "X123", make.put("info", "Trapped", Name("/True"))),
    Case("XMP absent in X-1a", "X124", lambda d: None),
    Case("XMP as attributes", "X127", make.with_xmp(), x4=True),
    Case("same instant in another zone", "X128", make.with_xmp(ModifyDate="2022-03-30T16:00:00Z"), x4=True),
    Case("date without seconds", "X129", make.put("info", "CreationDate", String("D:202203310000+08'00'"))),
    Case("date in UTC", "X129", make.put("info", "CreationDate", String("D:20220330160000Z"))),
    Case(
        "an archive's intent beside ours", "X131", lambda d: d.root.OutputIntents.append(Dictionary(S=Name.GTS_PDFA1))
    ),
    Case("registered name only", "X134", make.drop("intent", "DestOutputProfile")),
    Case("profile version 4 in X-4", "X138", make.with_profile(version=4), x4=True),
    Case(
        "trim equals bleed equals media",
        "X144",
        lambda d: (
            setattr(d, "content", f"0 0 0 1 k {X} {Y} 9 9 re f"),
            make.put("page", "BleedBox", d.page.TrimBox)(d),
            make.put("page", "MediaBox", d.page.TrimBox)(d),
        ),
    ),
    Case("CropBox equals the trim", "X145", make.put("page", "CropBox", lambda d: d.page.TrimBox)),
    Case("rotated by 360", "X146", make.put("page", "Rotate", 360)),
    Case("user unit 1", "X147", make.put("page", "UserUnit", 1)),
    Case("two pages of one size", "X148", make.second_page),
    Case("a spread of two pages", "X148", lambda d: make.second_page(d, wide=2)),
    Case("a page after a spread", "X148", lambda d: make.second_page(d, wide=0.5)),
    Case("one mark on the page", "X149", lambda d: setattr(d, "content", f"0 0 0 1 k {X} {Y} 9 9 re f")),
    Case("bleed of 3 mm", "X150", make.drawn(f"0.1 0 0 0 k {EDGE - BLEED} {EDGE + 100} 20 20 re f")),
    Case("tint 0.2 mm inside the trim", "X150", make.drawn(f"0.1 0 0 0 k {EDGE + 0.2 * MM} {EDGE + 100} 20 20 re f")),
    Case("white at the trim", "X150", make.drawn(f"/Tint gs 0 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f")),
    Case(
        "tint at the trim, no bleed asked",
        "X150",
        make.drawn(f"0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f"),
        limits={"bleed_mm": 0},
    ),
    Case(
        "clip keeps it from the trim",
        "X150",
        make.drawn(f"{EDGE + 5} {EDGE + 100} 9 9 re W n 0.1 0 0 0 k {EDGE} {EDGE + 100} 20 20 re f"),
    ),
    Case(
        "register mark in the bleed",
        "X151",
        make.drawn(f"/All cs 1 scn BT /F 5 Tf {EDGE - 8} {EDGE + 50} Td <0001> Tj ET"),
    ),
    Case("slug line in black outside the bleed", "X151", make.drawn(f"BT /F 9 Tf 4 {EDGE + 50} Td <0001> Tj ET")),
    Case("type up to the trim", "X152", make.drawn(f"BT /F 9 Tf {EDGE} {EDGE + 100} Td <0001> Tj ET")),
    Case(
        "vertical type along the trim",
        "X152",
        lambda d: make.vertical_type(d, f"{EDGE + SIDE - 4.5} {EDGE + 100} Td <0001> Tj <0001> Tj"),
    ),
    Case(
        "line of type along the head trim in two strings",
        "X152",
        make.drawn(f"BT /F 10 Tf {EDGE + 50} {EDGE + SIDE - 8.8} Td <0001> Tj <0001> Tj ET"),
    ),
    *(
        Case(
            f"type up to the trim after signs without a width, {how}",
            "X152",
            lambda d, widths=widths: make.type_of_widths(
                d, Array(widths), f"{EDGE + SIDE - 10} {EDGE + 100} Td <{'0001' * 400}> Tj <0002> Tj"
            ),
        )
        for how, widths in (("as a range", [1, 1, 0]), ("in a list", [1, Array([0])]))
    ),
    Case(
        "empty tree of scripts", "X160", make.put("root", "Names", Dictionary(JavaScript=Dictionary(Names=Array([]))))
    ),
    Case("opens at a page", "X161", make.put("root", "OpenAction", lambda d: Array([d.page, Name.Fit]))),
    Case("bookmark to a page", "X161", lambda d: make.bookmark(d, Dest=Array([d.page, Name.Fit]))),
    Case("form without fields", "X163", make.put("root", "AcroForm", Dictionary(Fields=Array([])))),
    Case("note outside the bleed", "X164", lambda d: make.annotate(d, (2, 2, 8, 8))),
    Case("printer's mark inside", "X164", lambda d: make.annotate(d, (50, 50, 60, 60), Subtype=Name.PrinterMark)),
    Case("layers in X-4", "X165", make.put("root", "OCProperties", Dictionary(OCGs=Array([]))), x4=True),
    Case("default transfer curve", "X180", make.in_state("", TR2=Name.Default)),
    Case(
        "halftone of type 1",
        "X181",
        make.in_state("", HT=Dictionary(HalftoneType=1, Frequency=100, Angle=45, SpotFunction=Name.Round)),
    ),
    Case("default halftone", "X181", make.in_state("", HT=Name.Default)),
    Case("known intent", "X182", make.drawn("/Perceptual ri")),
    Case("white type overprints on paper", "X183", make.drawn("/Black gs 0 0 0 0 k " + TYPE.format(size=12))),
    Case("black type knocks out of paper", "X184", make.drawn("/Tint gs 0 0 0 1 k " + TYPE.format(size=9))),
    Case(
        "large black type knocks out",
        "X184",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 15 Tf {EDGE + 22 * MM} {EDGE + 22 * MM} Td <0001> Tj ET"),
    ),
    Case(
        "black knocks out where it would be too much ink",
        "X184",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 k BT /F 9 Tf {ON_TINT} Td <0001> Tj ET"),
    ),
    Case("opacity 1", "X200", make.in_state("{x} {y} 9 9 re f", ca=1, CA=1)),
    Case("opacity in X-4", "X200", make.in_state("0.1 0 0 0 k {x} {y} 9 9 re f", ca=0.5), x4=True),
    Case("normal blend mode", "X201", make.in_state("{x} {y} 9 9 re f", BM=Name.Normal)),
    Case("no soft mask", "X202", lambda d: d.draw(d.state(SMask=Name("/None")))),
    Case("hard mask", "X203", make.put("picture", "Mask", Array([0, 1, 0, 1, 0, 1, 0, 1]))),
    Case(
        "blending in CMYK",
        "X205",
        make.put("page", "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)),
        x4=True,
    ),
    Case("RGB chosen but nothing painted", "X210", make.drawn("1 0 0 rg")),
    Case("grey", "X210", make.drawn("0.5 g {x} {y} 9 9 re f")),
    Case(
        "indexed CMYK picture",
        "X211",
        make.with_picture(sample=b"\0", ColorSpace=Array([Name.Indexed, Name.DeviceCMYK, 0, String(bytes(4))])),
    ),
    Case(
        "ICC CMYK in X-4",
        "X213",
        lambda d: (
            d.space(Array([Name.ICCBased, d.stream(icc(), N=4)])),
            d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f"),
        ),
        x4=True,
    ),
    Case(
        "spot colour that the shop runs",
        "X214",
        make.in_space("1 sc {x} {y} 9 9 re f", *SPOT, TINT),
        limits={"spot_plates": 1},
    ),
    Case(
        "process ink as a separation",
        "X214",
        make.in_space("1 sc {x} {y} 9 9 re f", Name.Separation, Name.Black, Name.DeviceCMYK, TINT),
    ),
    Case(
        "no colorant",
        "X214",
        make.in_space("1 sc {x} {y} 9 9 re f", Name.Separation, Name("/None"), Name.DeviceCMYK, TINT),
    ),
    Case("registration colour outside the trim", "X215", make.drawn(f"/All cs 1 scn 2 {EDGE} 4 4 re f")),
    Case("simple font with a known encoding needs no map", "X232", make.simple_font),
    Case(
        "font unused",
        "X230",
        lambda d: d.resources.Font.__setitem__(
            "/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        ),
    ),
    Case(
        "OpenType font file in X-4",
        "X235",
        lambda d: (
            d.descriptor.__delitem__("/FontFile2"),
            d.descriptor.__setitem__("/FontFile3", d.stream(b"OTTO....", Subtype=Name.OpenType)),
        ),
        x4=True,
    ),
    Case(
        "JBIG2 in X-4",
        "X241",
        make.with_picture(
            600, 600, b"", BitsPerComponent=1, ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode, size=72
        ),
        x4=True,
    ),
    Case("JPEG 2000 in X-4", "X242", make.with_picture(200, 200, b"", Filter=Name.JPXDecode), x4=True),
    Case("16 bits in X-4", "X244", make.with_picture(sample=bytes(8), BitsPerComponent=16), x4=True),
    Case("150 ppi", "X245", make.with_picture(150, 150, size=72)),
    Case("one pixel as a tint", "X246", make.with_picture(1, 1, size=72)),
    Case("100 ppi where 100 is enough", "X246", make.with_picture(100, 100, size=72), limits={"picture_ppi_warn": 100}),
    Case(
        "line art of 400 ppi",
        "X247",
        lambda d: d.place(400, 400, bytes(50 * 400), size=72, BitsPerComponent=1, ColorSpace=Name.DeviceGray),
    ),
    Case(
        "predicted samples",
        "X249",
        lambda d: d.place(
            4,
            100,
            zlib.compress((b"\2" + bytes(16)) * 100),
            size=1.9,
            Filter=Name.FlateDecode,
            DecodeParms=Dictionary(Predictor=15, Columns=4, Colors=4),
        ),
    ),
    Case("fill of 220 %", "X260", make.drawn("0.6 0.6 0.6 0.4 k {x} {y} 9 9 re f")),
    Case("marks of 400 %", "X260", make.drawn(f"1 1 1 1 k 2 {EDGE} 4 4 re f")),
    Case("picture of 220 %", "X261", make.with_picture(sample=bytes([153, 153, 153, 102]))),
    Case("JPEG of 220 %", "X261", lambda d: d.place(100, 100, make.jpeg((153, 153, 153, 102)), Filter=Name.DCTDecode)),
    Case("picture stored upside down", "X261", make.with_picture(sample=b"\xf0\xf0\xf0\xf0", Decode=Array([1, 0] * 4))),
    *(
        Case(
            f"picture stored upside down of 210 % without {plate}",
            "X261",
            make.with_picture(sample=bytes(255 if at == index else 77 for at in range(4)), Decode=Array([1, 0] * 4)),
        )
        for index, plate in enumerate("CMYK")
    ),
    Case(
        "black over a tint of 120 %",
        "X262",
        make.drawn("/Tint gs 0.6 0.6 0 0 k {x} {y} 30 20 re f /Black gs 0 0 0 1 k {x} {y} 9 9 re f"),
    ),
    Case(
        "black beside a strong tint",
        "X262",
        lambda d: d.draw(f"/Black gs 0 0 0 1 k {EDGE + 20 * MM - 9} {EDGE + 50 * MM} 9 9 re f"),
    ),
    Case(
        "black frame around a strong tint",
        "X262",
        lambda d: d.draw(
            f"/Black gs 0 0 0 1 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re "
            f"{EDGE + 20 * MM - 2} {EDGE + 50 * MM - 2} 104 44 re f*"
        ),
    ),
    Case("black knocks out of a strong tint", "X262", lambda d: d.draw(f"/Tint gs 0 0 0 1 k {ON_TINT} 9 9 re f")),
    Case(
        "tint covered before the black",
        "X262",
        lambda d: d.draw(
            f"/Tint gs 0 0 0 0 k {EDGE + 20 * MM} {EDGE + 50 * MM} 100 40 re f /Black gs 0 0 0 1 k {ON_TINT} 9 9 re f"
        ),
    ),
    Case(
        "overprint of mode 0 knocks out",
        "X262",
        lambda d: d.draw(d.state(OP=True, OPM=0) + f"0 0 0 1 k {ON_TINT} 9 9 re f"),
    ),
    Case(
        "line of a printer's mark as its rectangle leaves it",
        "X263",
        lambda d: make.printers_mark(d, (X, Y, X + 10, Y + 5), "0 0 0 1 K 0.5 w 6 10 m 14 10 l S"),
    ),
    Case("solid line of 0.25 pt", "X263", make.drawn("0 0 0 1 K 0.25 w {x} {y} m {x} 300 l S")),
    Case("hairline mark outside the trim", "X263", make.drawn(f"0 0 0 1 K 0.1 w 2 {EDGE} m 6 {EDGE} l S")),
    Case("tinted line of 1 pt", "X264", make.drawn("0 0 0 0.5 K 1 w {x} {y} m {x} 300 l S")),
    Case("white line on paper", "X264", make.drawn("/Tint gs 0 0 0 0 K 0.3 w {x} {y} m {x} 300 l S")),
    Case("type of 6 pt", "X265", make.drawn(TYPE.format(size=6))),
    Case("invisible small type", "X265", make.drawn("BT 3 Tr /F 2 Tf {x} {y} Td <0001> Tj ET")),
    Case("two inks at 10 pt", "X266", make.drawn("0 1 1 0 k " + TYPE.format(size=10))),
    Case(
        "a sign without a stroke, two inks at 9 pt",
        "X266",
        make.saying(b"1 beginbfchar <0001> <25c6> endbfchar", RED_TYPE),
    ),
    Case("the same in a range", "X266", make.saying(b"1 beginbfrange <0000> <0002> <25c5> endbfrange", RED_TYPE)),
    Case(
        "a sign without a stroke reversed at 7 pt",
        "X267",
        make.saying(
            b"1 beginbfchar <0001> <25a0> endbfchar", f"/Tint gs 0 0 0 0 k BT /F 7 Tf {ON_TINT} Td <0001> Tj ET"
        ),
    ),
    Case(
        "reversed type of 10 pt", "X267", lambda d: d.draw(f"/Tint gs 0 0 0 0 k BT /F 10 Tf {ON_TINT} Td <0001> Tj ET")
    ),
    Case("white type on paper", "X267", make.drawn("/Tint gs 0 0 0 0 k " + TYPE.format(size=7))),
    Case("black alone at 9 pt", "X268", make.drawn("0 0 0 1 k " + TYPE.format(size=9))),
    Case("type that only clips, and nothing painted", "X265", make.drawn("BT 7 Tr /F 2 Tf {x} {y} Td <0001> Tj ET")),
    Case("black through type", "X268", make.through_type("0 0 0 1 k", 9, f"{X} {Y}")),
    Case(
        "a clip that keeps black off a strong tint",
        "X262",
        lambda d: d.draw(
            f"1 0 0 1 {EDGE + 20 * MM} {EDGE + 50 * MM} cm -40 -40 m -40 30 l 30 -40 l W n "
            "/Black gs 0 0 0 1 k -40 -40 200 200 re f"
        ),
    ),
    Case(
        "ArtBox instead of TrimBox",
        "X141",
        lambda d: (d.page.__setitem__("/ArtBox", d.page.TrimBox), d.page.__delitem__("/TrimBox")),
    ),
    Case(
        "font chosen but never shown",
        "X230",
        lambda d: (
            d.resources.Font.__setitem__(
                "/New", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            ),
            d.draw("BT /New 9 Tf ET"),
        ),
    ),
    Case("empty stream", "X105", make.with_form(b"", Filter=Name.FlateDecode)),
    Case("white area knocks out", "X183", lambda d: d.draw(f"/Tint gs 0 0 0 0 k {ON_TINT} 20 20 re f")),
    Case("white area overprints paper", "X183", make.drawn("/Black gs 0 0 0 0 k {x} {y} 9 9 re f")),
    Case("grey white overprints", "X183", lambda d: d.draw(f"/Black gs 1 g {ON_TINT} 20 20 re f")),
    Case(
        "black line of 2 pt knocks out",
        "X185",
        lambda d: d.draw(f"/Tint gs 0 0 0 1 K 2 w {EDGE + 22 * MM} {EDGE + 22 * MM} m 200 {EDGE + 22 * MM} l S"),
    ),
    Case(
        "thin black line overprints",
        "X185",
        lambda d: d.draw(f"/Black gs 0 0 0 1 K 1 w {EDGE + 22 * MM} {EDGE + 22 * MM} m 200 {EDGE + 22 * MM} l S"),
    ),
    Case(
        "black contour of a black letter knocks out",
        "X185",
        lambda d: d.draw(
            f"/Tint gs 0 0 0 1 k 0 0 0 1 K 1 w {EDGE + 22 * MM} {EDGE + 22 * MM} m 200 {EDGE + 22 * MM} l"
            f" 150 {EDGE + 40 * MM} l b"
        ),
    ),
    Case("thin black line on paper", "X185", make.drawn("/Tint gs 0 0 0 1 K 1 w {x} {y} m {x} 300 l S")),
    Case(
        "layers that all print, in X-4",
        "X172",
        lambda d: make.layer(d, "0.1 0 0 0 k {x} {y} 9 9 re f", on=True),
        x4=True,
    ),
    Case(
        "CMYK of the file's own profile in X-4",
        "X219",
        lambda d: (
            d.space(Array([Name.ICCBased, d.intent.DestOutputProfile])),
            d.draw(f"/New cs 0 0 0 1 sc {X} {Y} 9 9 re f"),
        ),
        x4=True,
    ),
    Case("QR code at a pixel a module", "X248", make.qr_code),
    Case("two spots", "X218", make.two_spots("HKS 13", "HKS 14"), limits={"spot_plates": 2}),
    Case("dark brown type of 24 pt", "X268", make.drawn("0.6 0.6 0.6 0.3 k " + TYPE.format(size=24))),
    Case("line squeezed along itself", "X263", make.drawn("0 0 0 1 K 1 w 0.2 0 0 1 {x} {y} cm 0 0 m 300 0 l S")),
    Case(
        "stencil that paints nothing over a strong tint",
        "X262",
        lambda d: make.stencil(d, f"/Black gs 0 0 0 1 k 9 0 0 9 {ON_TINT} cm", b"\xff" * 512),
    ),
    Case(
        "stencil stored upside down that paints nothing over a strong tint",
        "X262",
        lambda d: make.stencil(d, f"/Black gs 0 0 0 1 k 9 0 0 9 {ON_TINT} cm", Decode=Array([1, 0])),
    ),
)
