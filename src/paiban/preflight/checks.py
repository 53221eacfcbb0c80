"""The table of checks: which standard asks for each, where it is written, and why it matters at the press.

Messages and remedies stand in the catalogue of diagnostics under the same codes; ``docs/preflight.md`` is written from
both tables. A fault is kept only if the standard in force is among those of its check.
"""

from __future__ import annotations

from paiban.template.standard import X1A, X4, Standard
from paiban.value import NamedTuple

BOTH = (X1A, X4)
ONLY_X1A = (X1A,)
ONLY_X4 = (X4,)

_PDF = "PDF Reference 1.4"
_X = "ISO 15930-4 and 15930-7"
_X1A = "ISO 15930-4"
_X4 = "ISO 15930-7"
_NEWS = "coldset newsprint: ISO 12647-3, publishers' advertisement specifications"
_TRADE = "trade practice"


class Check(NamedTuple):
    """One check: its name, the standards that have it, its source, and the reason."""

    title: str
    standards: tuple[Standard, ...]
    source: str
    why: str


CHECKS: dict[str, Check] = {
    "X101": Check("Readable", BOTH, _PDF, "What cannot be opened cannot be printed."),
    "X102": Check(
        "Undamaged", BOTH, _PDF,
        "Readers repair a broken file each in their own way; the RIP may show something else.",
    ),
    "X103": Check(
        "Not encrypted", BOTH, f"{_X}: encryption",
        "The shop must be able to open, impose and trap the page.",
    ),
    "X104": Check(
        "Within bounds", BOTH, "preflight's own bounds",
        "A file this heavy was not read to its end, so nothing is promised of it.",
    ),
    "X105": Check("Streams unpack", BOTH, f"{_PDF}: filters", "Data that do not unpack leave holes in the page."),
    "X106": Check("Well formed", BOTH, _PDF, "An entry of the wrong kind is read differently by every program."),
    "X107": Check("PDF version", BOTH, f"{_X}: file version", "A RIP for PDF 1.4 does not know what came later."),
    "X108": Check(
        "No object or cross-reference streams", ONLY_X1A, f"{_X1A}: based on PDF 1.4",
        "They came with PDF 1.5; an older RIP finds no page.",
    ),
    "X109": Check("File identifier", BOTH, f"{_X}: trailer", "The shop tells versions of a file apart by it."),
    "X110": Check(
        "Content obeys the language", BOTH, f"{_PDF}: content streams",
        "A RIP may stop at the first operator that it does not know.",
    ),
    "X111": Check("Has pages", BOTH, _PDF, "There is nothing to print."),
    "X112": Check(
        "Current edition", ONLY_X1A, f"{_X1A}: identification",
        "PDF/X-1a:2001 is read by shops for 2003, but was written for PDF 1.3.",
    ),
    "X120": Check(
        "Identified as PDF/X", BOTH, f"{_X}: identification",
        "Only the name says which rules the sender has kept.",
    ),
    "X121": Check(
        "No conformance key", ONLY_X1A, f"{_X1A}: identification",
        "The key belongs to the edition of 2001; with it the file says two things.",
    ),
    "X122": Check(
        "Document information complete", BOTH, f"{_X}: document information",
        "Title, program and dates are how a page is traced at night.",
    ),
    "X123": Check("Trapping stated", BOTH, f"{_X}: Trapped", "Unknown trapping is trapped twice, or not at all."),
    "X124": Check("XMP there", ONLY_X4, f"{_X4}: metadata", "PDF/X-4 is identified in its XMP."),
    "X125": Check(
        "XMP uncompressed", ONLY_X4, f"{_X4}: metadata",
        "Programs that know no PDF must be able to find it.",
    ),
    "X126": Check("XMP well formed", BOTH, "ISO 16684-1", "Metadata that no parser reads say nothing."),
    "X127": Check(
        "XMP complete", ONLY_X4, f"{_X4}: metadata",
        "Identification, dates and trapping are required in the XMP.",
    ),
    "X128": Check(
        "XMP agrees with the information", BOTH, f"{_X}: metadata",
        "A file edited on one side only has lost track of its versions.",
    ),
    "X129": Check(
        "Dates well formed", BOTH, f"{_PDF}: dates",
        "A date that cannot be read cannot tell which file is newer.",
    ),
    "X130": Check(
        "Output intent", BOTH, f"{_X}: output intent",
        "CMYK numbers mean a colour only for a stated print condition.",
    ),
    "X131": Check(
        "One output intent", BOTH, f"{_X}: output intent",
        "With two conditions the colours mean two things.",
    ),
    "X132": Check(
        "Condition named", BOTH, f"{_X}: output intent",
        "Without the name the shop cannot compare it with its own.",
    ),
    "X133": Check(
        "The shop's condition", BOTH, f"{_NEWS}; the press file's `condition`",
        "A page separated for coated paper prints dark and muddy on newsprint.",
    ),
    "X134": Check(
        "Profile there", BOTH, f"{_X}: output intent",
        "X-1a takes a registered name instead; X-4 needs the profile itself.",
    ),
    "X135": Check("Profile sound", BOTH, "ICC.1:2001-04", "A broken profile makes proofs fail."),
    "X136": Check("Output profile", BOTH, f"{_X}: output intent", "Only a profile of class prtr describes a press."),
    "X137": Check("CMYK profile", BOTH, f"{_X}: output intent", "The page prints in four inks."),
    "X138": Check(
        "Profile of version 2", ONLY_X1A, f"{_X1A}: based on PDF 1.4",
        "PDF 1.4 was written for ICC version 2; X-4 takes version 4.",
    ),
    "X139": Check("Condition described", BOTH, f"{_X}: output intent", "A person must be able to read what was meant."),
    "X140": Check("MediaBox", BOTH, f"{_PDF}: page boundaries", "The sheet has no size."),
    "X141": Check("TrimBox", BOTH, f"{_X}: page boxes", "The trim is where the page is cut and where it is imposed."),
    "X142": Check("Not both TrimBox and ArtBox", BOTH, f"{_X}: page boxes", "Two finished sizes cannot both be right."),
    "X143": Check(
        "Boxes are rectangles", BOTH, f"{_PDF}: rectangles",
        "A box that is no rectangle is ignored or misread.",
    ),
    "X144": Check(
        "Boxes nested", BOTH, f"{_X}: page boxes",
        "Trim lies in Bleed and Bleed in Media, or imposition cuts content away.",
    ),
    "X145": Check(
        "CropBox leaves the trim whole", BOTH, _TRADE,
        "Programs that show the CropBox hide part of the page.",
    ),
    "X146": Check("Unrotated", BOTH, _TRADE, "Imposition programs differ on whether they obey Rotate."),
    "X147": Check(
        "Units of a point", BOTH, f"{_PDF}; UserUnit came with 1.6",
        "A reader that does not know the key prints the page at the wrong size.",
    ),
    "X148": Check(
        "Pages of one size", BOTH, _TRADE,
        "A page of another size was usually made in the wrong template; a spread is twice as wide.",
    ),
    "X149": Check("Not blank", BOTH, _TRADE, "A blank page is usually a lost one."),
    "X150": Check(
        "Bleed", BOTH, f"{_TRADE}; the press file's `bleed_mm`",
        "The knife is never exact: what ends at the trim shows a white edge.",
    ),
    "X151": Check(
        "No type in the bleed", BOTH, _TRADE,
        "It is cut away; marks and slug lines stand outside the bleed.",
    ),
    "X152": Check("Type inside the trim", BOTH, _TRADE, "The knife goes through it."),
    "X153": Check(
        "Items inside the page", BOTH, "paiban's own pages",
        "Something was made up over the edge of the page.",
    ),
    "X160": Check("No JavaScript", BOTH, f"{_X}: actions", "A page must not change by itself."),
    "X161": Check("No actions", BOTH, f"{_X}: actions", "A page must not change by itself."),
    "X162": Check(
        "No embedded files", BOTH, f"{_X1A}: complete exchange; {_TRADE}",
        "Nobody at the shop looks into attachments.",
    ),
    "X163": Check(
        "No forms", BOTH, f"{_X}: annotations and forms",
        "What a field shows depends on the program that opens it.",
    ),
    "X164": Check(
        "No annotations inside the bleed", BOTH, f"{_X}: annotations",
        "Some programs print notes, others do not.",
    ),
    "X165": Check(
        "No layers", ONLY_X1A, f"{_X1A}: based on PDF 1.4",
        "Layers came with PDF 1.5; an older RIP prints them all.",
    ),
    "X166": Check(
        "No PostScript XObjects", BOTH, f"{_X}: PostScript XObjects",
        "Embedded programs print differently or not at all.",
    ),
    "X167": Check("No OPI", BOTH, f"{_X}: OPI", "The picture itself is not in the file."),
    "X168": Check("No reference XObjects", BOTH, f"{_X}: reference XObjects", "The page itself is not in the file."),
    "X169": Check(
        "No alternate pictures", BOTH, f"{_X}: alternate images",
        "Which of them prints depends on the program.",
    ),
    "X170": Check(
        "No data outside the file", BOTH, f"{_X}: complete exchange",
        "The shop does not have the other file.",
    ),
    "X171": Check(
        "Composite pages", BOTH, f"{_X}: preseparated pages",
        "Ready-made plates cannot be imposed with composite ones.",
    ),
    "X172": Check(
        "Layers that do not print", ONLY_X4, f"{_X4}: optional content; {_TRADE}",
        "A RIP that does not know layers prints them all.",
    ),
    "X173": Check(
        "One configuration of layers", ONLY_X4, "Ghent Workgroup: R0034",
        "Which layers print must not depend on who opens the file.",
    ),
    "X180": Check(
        "No transfer curves", BOTH, f"{_X}: extended graphics states",
        "They change every tone behind the proof's back.",
    ),
    "X181": Check(
        "No screening", BOTH, f"{_X}: halftones",
        "The shop's RIP screens for its own plates.",
    ),
    "X182": Check(
        "Rendering intents", BOTH, f"{_X}: rendering intents",
        "An unknown intent falls back to another, silently.",
    ),
    "X183": Check("White knocks out", BOTH, "Ghent Workgroup: white overprint", "White that overprints is not there."),
    "X184": Check(
        "Black type overprints", BOTH, "Ghent Workgroup: black overprint",
        "Register on a web press moves by 0.2 mm: knocked-out type shows white.",
    ),
    "X185": Check(
        "Thin black lines overprint", BOTH, "Ghent Workgroup: R0010; the press file's `overprint_line_pt`",
        "A hole as fine as the line shows white as soon as the plates move; the edge of an area of its ink is no line.",
    ),
    "X200": Check(
        "Opaque", ONLY_X1A, f"{_X1A}: transparency",
        "PDF/X-1a has no transparency; each RIP would flatten it its own way.",
    ),
    "X201": Check("Plain blend mode", ONLY_X1A, f"{_X1A}: transparency", "PDF/X-1a has no transparency."),
    "X202": Check("No soft mask", ONLY_X1A, f"{_X1A}: transparency", "PDF/X-1a has no transparency."),
    "X203": Check("No soft-masked picture", ONLY_X1A, f"{_X1A}: transparency", "PDF/X-1a has no transparency."),
    "X204": Check("No transparency group", ONLY_X1A, f"{_X1A}: transparency", "PDF/X-1a has no transparency."),
    "X205": Check(
        "Blending in CMYK", ONLY_X4, f"{_X4}: transparency",
        "Blending in RGB turns pure black into four inks.",
    ),
    "X210": Check(
        "No RGB in type and line work", BOTH, f"{_X1A}: colour; for X-4, device RGB does not fit a CMYK intent",
        "Each RIP turns RGB into inks differently; black type becomes four.",
    ),
    "X211": Check(
        "No RGB pictures", BOTH, f"{_X1A}: colour; for X-4, device RGB does not fit a CMYK intent",
        "Each RIP turns RGB into inks differently.",
    ),
    "X212": Check("Device colour only", ONLY_X1A, f"{_X1A}: colour", "PDF/X-1a is CMYK, grey and spot colours."),
    "X213": Check(
        "Colour converted", ONLY_X4, f"{_X4} allows it; {_TRADE}",
        "What the RIP will make of it has been seen by nobody.",
    ),
    "X214": Check(
        "Spot plates", BOTH, f"{_NEWS}; the press file's `spot_plates`",
        "A newspaper press has four towers.",
    ),
    "X215": Check("No registration colour in content", BOTH, _TRADE, "It prints on all plates: four hundred per cent."),
    "X216": Check(
        "Alternate in device colour", ONLY_X1A, f"{_X1A}: colour",
        "When the spot is converted the alternate prints.",
    ),
    "X217": Check("Spot colours consistent", BOTH, f"{_X4}: colour", "One name is one plate."),
    "X218": Check(
        "One name for one spot colour", BOTH, "Ghent Workgroup: R0021, R0022",
        "Every spelling is a plate of its own.",
    ),
    "X219": Check(
        "CMYK without profiles of its own", ONLY_X4, "Ghent Workgroup: R0027",
        "CMYK of another condition is separated again at the RIP, and black type becomes four inks.",
    ),
    "X230": Check("Fonts embedded", BOTH, f"{_X}: fonts", "The shop sets another face in its place, or nothing."),
    "X231": Check(
        "Fonts cut to a subset", BOTH, _TRADE,
        "A whole Chinese face is 10 MB in every page.",
    ),
    "X232": Check(
        "Text readable", BOTH, _TRADE,
        "The e-paper and the archive take the text from the page.",
    ),
    "X233": Check("No Type 3 fonts", BOTH, _TRADE, "They have no hints and are often bitmaps."),
    "X234": Check("Font data sound", BOTH, f"{_X}: fonts", "A broken font stops the RIP or sets blanks."),
    "X235": Check("No OpenType font files", ONLY_X1A, f"{_X1A}: based on PDF 1.4", "They came with PDF 1.6."),
    "X240": Check("No LZW", BOTH, f"{_X}: compression", "The standard forbids it."),
    "X241": Check("No JBIG2", ONLY_X1A, f"{_X1A}: compression", "The standard forbids it; X-4 allows it."),
    "X242": Check("No JPEG 2000", ONLY_X1A, f"{_X1A}: based on PDF 1.4", "It came with PDF 1.5."),
    "X243": Check("Known filters", BOTH, f"{_X}: compression, encryption", "Nobody can unpack it."),
    "X244": Check("Eight bits a component", ONLY_X1A, f"{_X1A}: based on PDF 1.4", "Sixteen came with PDF 1.5."),
    "X245": Check(
        "Picture resolution, wanted", BOTH, f"{_NEWS}; the press file's `picture_ppi_warn`",
        "Below it a picture looks soft.",
    ),
    "X246": Check(
        "Picture resolution, least", BOTH, f"{_NEWS}; the press file's `picture_ppi_error`",
        "Below it pixels show, even on newsprint.",
    ),
    "X247": Check(
        "Line art resolution, wanted", BOTH, f"{_NEWS}; the press file's `lineart_ppi_warn`",
        "Below it edges look stepped.",
    ),
    "X248": Check(
        "Line art resolution, least", BOTH, f"{_NEWS}; the press file's `lineart_ppi_error`",
        "Below it edges are stairs.",
    ),
    "X249": Check("Picture data sound", BOTH, f"{_PDF}: images", "Part of the picture will be missing."),
    "X260": Check(
        "Ink of a colour", BOTH, "ISO 12647-3:2013; the press file's `tac_percent`",
        "Newsprint takes no more: it sets off, smears and tears.",
    ),
    "X261": Check(
        "Ink of a picture", BOTH, "ISO 12647-3:2013; the press file's `tac_percent`",
        "Newsprint takes no more. Judged by averages of a picture's cells, with 5 % to spare for compression.",
    ),
    "X262": Check(
        "Ink with overprint", BOTH, "ISO 12647-3:2013; Ghent Workgroup: ink coverage",
        "Black over a strong tint adds a hundred per cent.",
    ),
    "X263": Check(
        "Solid lines", BOTH, f"{_NEWS}; the press file's `min_rule_pt_solid`",
        "A finer line breaks up on the plate.",
    ),
    "X264": Check(
        "Tinted and reversed lines", BOTH, f"{_NEWS}; the press file's `min_rule_pt_tint`",
        "Dots cannot draw a finer line, and ink fills a finer gap.",
    ),
    "X265": Check(
        "Smallest type", BOTH, f"{_NEWS}; the press file's `min_text_pt_one_ink`",
        "Newsprint spreads ink by a quarter.",
    ),
    "X266": Check(
        "Small coloured type", BOTH, f"{_NEWS}; the press file's `min_text_pt_inks`",
        "Plates out of register make it unreadable.",
    ),
    "X267": Check(
        "Small reversed type", BOTH, f"{_NEWS}; the press file's `reversed_pt`",
        "Ink runs into the thin strokes.",
    ),
    "X268": Check(
        "Black type in black alone", BOTH, f"{_NEWS}: text `0 0 0 1 k`",
        "Four plates never meet on a stroke: coloured edges all over the page.",
    ),
}  # fmt: skip
"""Every code of preflight, in order."""
