"""Makes the files of this folder from the faces as their makers publish them.

One face is taken whole: the regular Serif, where every rare character falls back to. The other Noto faces are cut to
the 8,105 characters of 通用规范汉字表, GB 2312 and everything in the face that is no Han character, with all their
layout features; WenKai is copied unmodified, as its reserved names ask. Same sources, same bytes.

    python fonts/cut.py --serif PACKAGE --sans PACKAGE --wenkai FILE --unihan FILE

``PACKAGE`` is an unpacked npm ``@expo-google-fonts/noto-serif-sc`` or ``…/noto-sans-sc``; ``FILE`` the
``LXGWWenKai-Regular.ttf`` of Debian's ``fonts-lxgw-wenkai`` and Unicode's ``Unihan_OtherMappings.txt`` (or ``.bz2``).
"""

from __future__ import annotations

import argparse
import bz2
import shutil
from pathlib import Path

import uharfbuzz as hb

HERE = Path(__file__).parent

WHOLE = {"noto-serif-sc-400.ttf": ("serif", "400Regular/NotoSerifSC_400Regular.ttf")}
CUT = {
    "noto-serif-sc-500.ttf": ("serif", "500Medium/NotoSerifSC_500Medium.ttf"),
    "noto-serif-sc-700.ttf": ("serif", "700Bold/NotoSerifSC_700Bold.ttf"),
    "noto-serif-sc-900.ttf": ("serif", "900Black/NotoSerifSC_900Black.ttf"),
    "noto-sans-sc-400.ttf": ("sans", "400Regular/NotoSansSC_400Regular.ttf"),
    "noto-sans-sc-700.ttf": ("sans", "700Bold/NotoSansSC_700Bold.ttf"),
    "noto-sans-sc-900.ttf": ("sans", "900Black/NotoSansSC_900Black.ttf"),
}
LICENCES = {"serif": "noto-serif-sc.txt", "sans": "noto-sans-sc.txt"}

HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))
HANGUL = range(0xAC00, 0xD7A4)


def main() -> None:
    """Write every face and its licence into this folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("serif", "sans", "wenkai", "unihan"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = vars(parser.parse_args())
    (HERE / "licences").mkdir(exist_ok=True)
    for package, licence in LICENCES.items():
        shutil.copyfile(given[package] / "LICENSE_FONT", HERE / "licences" / licence)
    shutil.copyfile(given["wenkai"], HERE / "LXGWWenKai-Regular.ttf")
    for name, (package, source) in WHOLE.items():
        shutil.copyfile(given[package] / source, HERE / name)
    wanted = standard_characters(given["unihan"]) | gb2312()
    for name, (package, source) in CUT.items():
        data = cut(given[package] / source, wanted)
        (HERE / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


def standard_characters(unihan: Path) -> set[int]:
    """The code points of 通用规范汉字表 (2013), which Unihan lists under kTGH."""
    opened = bz2.open if unihan.suffix == ".bz2" else open
    with opened(unihan, "rt", encoding="utf-8") as lines:
        return {int(line[2:].split("\t")[0], 16) for line in lines if "\tkTGH\t" in line}


def gb2312() -> set[int]:
    """Every code point of GB 2312."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    return {ord(c) for row in rows for c in bytes(b for cell in cells for b in (row, cell)).decode("gb2312", "ignore")}


def cut(path: Path, wanted: set[int]) -> bytes:
    """The face with ``wanted`` and all that is not Han; every layout feature and every name kept, hints left out."""
    face = hb.Face(hb.Blob.from_file_path(path))
    asked = hb.SubsetInput()
    asked.sets(hb.SubsetInputSets.UNICODE).update(u for u in face.unicodes if u in wanted or not is_ideograph(u))
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
