"""Makes the files of this folder, and of ``paiban-faces``, from the faces as their makers publish them.

Two kinds are taken whole: the regular Serif, where every rare character falls back to, and the Kais whose makers ask
for it (KaitiM and WenKai). The other Noto faces are cut to the 8,105 characters of 通用规范汉字表, GB 2312 and
everything in the face that is no Han character, UKai to what KaitiM lacks of those, the Latin faces to letters and
signs; all with their layout features. The letters and digits of 楷 are the regular Serif's, nine tenths as large: a
character of KaitiM is so much smaller in its em.

``paiban-faces`` holds what few pages need: of four weights all that their cut lacks, so that cut and rest are the whole
file; WenKai and HanaMinB whole; of BabelStone Han Extensions G and H, with the few characters by which paiban measures
how black a face of rare Han is; the Hangul of the Korean faces. ``paiban-fang`` has Fandol Fang, whole. Same sources,
same bytes.

    python fonts/cut.py FOLDER

``FOLDER`` holds the unpacked npm packages ``noto-serif-sc``, ``noto-sans-sc``, ``noto-serif-kr``, ``noto-sans-kr``,
``noto-emoji``, ``noto-serif``, ``source-serif-4`` and ``source-sans-3`` of ``@expo-google-fonts``, each under its name,
and from Debian ``LXGWWenKai-Regular.ttf`` (``fonts-lxgw-wenkai``), ``HanaMinB.ttf`` (``fonts-hanazono``, with its
``copyright``), ``BabelStoneHan.ttf`` (``fonts-babelstone-han``, its ``copyright`` as ``babelstone.txt``),
``FandolFang-Regular.otf`` (``texlive-lang-chinese``, its ``README`` and ``COPYING`` as ``fandol.txt``),
``gkai00mp.ttf`` (``fonts-arphic-gkai00mp``), ``ukai.ttc`` (``fonts-arphic-ukai``) with their ``ARPHICPL.TXT``,
``NotoSansSymbols2-Regular.ttf``, ``NotoSerif-Regular.ttf`` and the regular and bold ``NotoSerifThai`` and
``NotoSansThai`` (``fonts-noto-core``), and Unicode's ``Unihan_OtherMappings.txt.bz2`` (``unicode-data``).
"""

from __future__ import annotations

import argparse
import bz2
import shutil
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from paiban.font.blacken import SAMPLE

HERE = Path(__file__).parent

MORE = HERE / "paiban-faces" / "paiban_faces"
FANG = HERE / "paiban-fang" / "paiban_fang"

WHOLE = {
    HERE / "noto-serif-sc-400.ttf": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    HERE / "kaitim-gb.ttf": "gkai00mp.ttf",
    HERE / "noto-emoji.ttf": "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
    MORE / "LXGWWenKai-Regular.ttf": "LXGWWenKai-Regular.ttf",
    MORE / "HanaMinB.ttf": "HanaMinB.ttf",
    FANG / "FandolFang-Regular.otf": "FandolFang-Regular.otf",
}
REST = {
    "noto-serif-sc-700-rest.ttf": "noto-serif-sc-700.ttf",
    "noto-serif-sc-900-rest.ttf": "noto-serif-sc-900.ttf",
    "noto-sans-sc-400-rest.ttf": "noto-sans-sc-400.ttf",
    "noto-sans-sc-700-rest.ttf": "noto-sans-sc-700.ttf",
    "noto-sans-sc-900-rest.ttf": "noto-sans-sc-900.ttf",
}
KOREAN = {
    "noto-serif-kr-400.ttf": "noto-serif-kr/400Regular/NotoSerifKR_400Regular.ttf",
    "noto-serif-kr-700.ttf": "noto-serif-kr/700Bold/NotoSerifKR_700Bold.ttf",
    "noto-sans-kr-400.ttf": "noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
    "noto-sans-kr-700.ttf": "noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf",
}
CUT = {
    "noto-serif-sc-500.ttf": "noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf",
    "noto-serif-sc-700.ttf": "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    "noto-serif-sc-900.ttf": "noto-serif-sc/900Black/NotoSerifSC_900Black.ttf",
    "noto-sans-sc-400.ttf": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc-500.ttf": "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
    "noto-sans-sc-700.ttf": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
    "noto-sans-sc-900.ttf": "noto-sans-sc/900Black/NotoSansSC_900Black.ttf",
    "source-serif-300.ttf": "source-serif-4/300Light/SourceSerif4_300Light.ttf",
    "source-serif-400.ttf": "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "source-serif-600.ttf": "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "source-sans-400.ttf": "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    "source-sans-700.ttf": "source-sans-3/700Bold/SourceSans3_700Bold.ttf",
    "source-sans-900.ttf": "source-sans-3/900Black/SourceSans3_900Black.ttf",
    "noto-serif-latin.ttf": "NotoSerif-Regular.ttf",
    "noto-symbols-2.ttf": "NotoSansSymbols2-Regular.ttf",
}
FEW = {
    "noto-serif-300.ttf": ("noto-serif/300Light/NotoSerif_300Light.ttf", "‱"),
    "noto-serif-500.ttf": ("noto-serif/500Medium/NotoSerif_500Medium.ttf", "‱"),
    "noto-serif-700.ttf": ("noto-serif/700Bold/NotoSerif_700Bold.ttf", "‱"),
    "noto-serif-thai-400.ttf": ("NotoSerifThai-Regular.ttf", "฿"),
    "noto-serif-thai-700.ttf": ("NotoSerifThai-Bold.ttf", "฿"),
    "noto-sans-thai-400.ttf": ("NotoSansThai-Regular.ttf", "฿"),
    "noto-sans-thai-700.ttf": ("NotoSansThai-Bold.ttf", "฿"),
}
"""Signs that no other face has, or none that is as black as those beside it."""

LICENCES = {
    HERE / "licences" / "noto-serif-sc.txt": "noto-serif-sc/LICENSE_FONT",
    HERE / "licences" / "noto-sans-sc.txt": "noto-sans-sc/LICENSE_FONT",
    HERE / "licences" / "noto-emoji.txt": "noto-emoji/LICENSE_FONT",
    HERE / "licences" / "noto-serif.txt": "noto-serif/LICENSE_FONT",
    HERE / "licences" / "source-serif.txt": "source-serif-4/LICENSE_FONT",
    HERE / "licences" / "source-sans.txt": "source-sans-3/LICENSE_FONT",
    HERE / "licences" / "ARPHICPL.txt": "ARPHICPL.TXT",
    MORE / "licences" / "noto-serif-sc.txt": "noto-serif-sc/LICENSE_FONT",
    MORE / "licences" / "noto-sans-sc.txt": "noto-sans-sc/LICENSE_FONT",
    MORE / "licences" / "noto-serif-kr.txt": "noto-serif-kr/LICENSE_FONT",
    MORE / "licences" / "noto-sans-kr.txt": "noto-sans-kr/LICENSE_FONT",
    MORE / "licences" / "hanazono.txt": "copyright",
    MORE / "licences" / "babelstone.txt": "babelstone.txt",
    FANG / "licences" / "fandol.txt": "fandol.txt",
}
LATIN = (*range(0x20, 0x250), *map(ord, "–—‘’“”…€−"))
KAI_LATIN = 10, 9
"""The Serif's letters beside KaitiM: an em of so many of their own is drawn as one of so many."""

KAI_RISE = 27
"""How much higher they stand, in thousandths of their own em: KaitiM's characters stand higher than the Serif's."""

UKAI_CN = 0
"""Which face of the collection draws the forms of the mainland."""

UKAI_NOTICE = "Cut by paiban to the characters that AR PL KaitiM GB lacks of GB 2312 and 通用规范汉字表, 2026-11-28."
"""The Arphic Public License asks for a notice of how and when a file was changed."""

BABELSTONE_NOTICE = "Cut by paiban to Extensions G and H and fifteen characters of others, 2026-11-29."

GH = range(0x30000, 0x323B0)
"""Extensions G and H; HanaMinB has those before them."""

HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))
HANGUL = range(0xAC00, 0xD7A4)
KOREAN_LETTERS = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xA960, 0xA980), range(0xAC00, 0xD800))


def main() -> None:
    """Write every face and its licence into this folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for file, source in (LICENCES | WHOLE).items():
        file.parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / source, file)
    wanted = standard_characters(folder / "Unihan_OtherMappings.txt.bz2") | gb2312()
    for name, source in CUT.items():
        written(HERE / name, cut(hb.Face(hb.Blob.from_file_path(folder / source)), wanted))
    for name, (source, signs) in FEW.items():
        face = hb.Face(hb.Blob.from_file_path(folder / source))
        written(HERE / name, cut(face, set(map(ord, signs)), others=False))
    for name, first in REST.items():
        face = hb.Face(hb.Blob.from_file_path(folder / CUT[first]))
        rest = {point for point in face.unicodes if is_ideograph(point)} - wanted
        written(MORE / name, cut(face, rest, others=False))
    for name, source in KOREAN.items():
        hangul = {point for block in KOREAN_LETTERS for point in block}
        written(MORE / name, cut(hb.Face(hb.Blob.from_file_path(folder / source)), hangul, others=False))
    lacking = wanted - set(hb.Face(hb.Blob.from_file_path(folder / "gkai00mp.ttf")).unicodes)
    ukai = hb.Face(hb.Blob.from_file_path(folder / "ukai.ttc"), UKAI_CN)
    serif = hb.Face(hb.Blob.from_file_path(folder / WHOLE[HERE / "noto-serif-sc-400.ttf"]))
    latin = cut(serif, set(LATIN), others=False)
    written(HERE / "noto-serif-kai-latin.ttf", smaller(latin, *KAI_LATIN, KAI_RISE))
    written(HERE / "ukai-cn.ttf", noticed(cut(ukai, lacking, others=False), UKAI_NOTICE))
    babelstone = hb.Face(hb.Blob.from_file_path(folder / "BabelStoneHan.ttf"))
    rare = {*GH, *(point for point in map(ord, SAMPLE) if point > 0xFFFF)}
    written(MORE / "babelstone-gh.ttf", noticed(cut(babelstone, rare, others=False), BABELSTONE_NOTICE))


def written(file: Path, data: bytes) -> None:
    """Write one face."""
    file.write_bytes(data)
    print(f"{file.name}: {len(data):,} bytes")


def smaller(data: bytes, parts: int, of: int, rise: int) -> bytes:
    """A face drawn ``of`` ``parts`` as large, ``rise`` higher: its em is counted larger, its outlines are moved.

    Composites follow the outlines that they are made of.
    """
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font["head"].unitsPerEm = font["head"].unitsPerEm * parts // of
    outlines = font["glyf"]
    for glyph in map(outlines.__getitem__, font.getGlyphOrder()):
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, rise))
            glyph.recalcBounds(outlines)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def noticed(data: bytes, notice: str) -> bytes:
    """A face with a notice of what was changed, as its description."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font["name"].setName(notice, 10, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def standard_characters(unihan: Path) -> set[int]:
    """The code points of 通用规范汉字表 (2013), which Unihan lists under kTGH."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return {int(line[2:].split("\t")[0], 16) for line in lines if "\tkTGH\t" in line}


def gb2312() -> set[int]:
    """Every code point of GB 2312."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    return {ord(c) for row in rows for c in bytes(b for cell in cells for b in (row, cell)).decode("gb2312", "ignore")}


def cut(face: hb.Face, wanted: set[int], others: bool = True) -> bytes:
    """The face with ``wanted`` and, with ``others``, all that is not Han; every feature and name kept, no hints."""
    asked = hb.SubsetInput()
    kept_here = (u for u in face.unicodes if u in wanted or (others and not is_ideograph(u)))
    asked.sets(hb.SubsetInputSets.UNICODE).update(kept_here)
    for kept in (hb.SubsetInputSets.LAYOUT_FEATURE_TAG, hb.SubsetInputSets.NAME_ID):
        asked.sets(kept).clear()
        asked.sets(kept).invert()
    asked.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(asked.subset(face).blob.data)


def is_ideograph(code_point: int) -> bool:
    """Whether it belongs to a large block of which a newspaper needs a part: Han, or Hangul syllables."""
    return code_point in HANGUL or any(code_point in block for block in HAN)


if __name__ == "__main__":
    main()
