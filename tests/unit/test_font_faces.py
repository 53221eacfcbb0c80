"""The faces that come with paiban: what they hold, and the facts that the rest counts on."""

from __future__ import annotations

import re
import tomllib
import zlib
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from paiban.font import load_catalogue
from paiban.font.blacken import SAMPLE, curve_of, ink_of
from paiban.font.file import read_fonts_file
from paiban.resources import MORE_FACES, brought_folder, resource_folder
from paiban.source.sieve import fate_of

ROLES = (
    "song", "song-medium", "song-bold", "song-black", "hei", "hei-medium", "hei-bold", "hei-black", "kai", "fang",
)  # fmt: skip


def encoded(codec: str, rows: range, cells: range) -> list[str]:
    """The characters of a two-byte encoding."""
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return [c for pair in pairs for c in pair.decode(codec, "ignore")]


GB2312 = encoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
GBK = encoded("gbk", range(0x81, 0xA1), range(0x80, 0xFF))
MORE = brought_folder("paiban-faces")
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％℃◆●■▲★"


@pytest.fixture(scope="module")
def catalogue():
    loaded, found = load_catalogue()
    assert found == ()
    return loaded


def test_the_seven_roles_of_a_newspaper_and_two_more_are_there(catalogue):
    assert {*ROLES, "kai-latin"} <= {*catalogue.roles}


@pytest.mark.parametrize("role", ROLES)
def test_digits_stand_to_the_characters_beside_them_alike_in_every_role(catalogue, role):
    """Five sixths as high as 国 and in the middle of it, whichever face lends them."""

    def extents(character):
        face = catalogue.face(catalogue.resolve(role, character)[0])
        (glyph,) = face.shape(character)
        _, low, _, high = ((value - glyph.dy) / face.upem for value in face.extents(glyph.gid))
        return low, high

    (han_low, han_high), (low, high) = extents("国"), extents("8")
    assert (high - low) / (han_high - han_low) == pytest.approx(5 / 6, abs=0.05)
    assert (high + low) / 2 == pytest.approx((han_high + han_low) / 2, abs=0.05)


@pytest.mark.parametrize("role", ROLES)
def test_the_first_face_of_each_role_has_gb2312(catalogue, role):
    face = catalogue.face(catalogue.main(role))
    assert [c for c in GB2312 if not face.has(c)] == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_the_marks_of_a_newspaper(catalogue, role):
    assert [c for c in MARKS if catalogue.resolve(role, c, mark=True) is None] == []


def test_gbk_and_a_character_beyond_the_bmp_are_in_the_regular_serif(catalogue):
    face = catalogue.face("noto-serif-sc-400")
    assert [c for c in [*GBK, "𫖯"] if not face.has(c)] == []


def test_a_han_character_is_one_em_in_every_face_that_has_it(catalogue):
    faces = [face for face in map(catalogue.face, catalogue.keys) if face.has("国")]
    assert len(faces) >= len(ROLES)
    assert all(face.shape("国")[0].advance == face.upem for face in faces)


def test_em_boxes_agree_so_that_faces_share_a_baseline(catalogue):
    """Within two thousandths of an em: KaitiM counts an em as 1,024."""
    faces = [face for face in map(catalogue.face, catalogue.keys) if face.has("国")]
    assert all(abs(1000 * face.ascent / face.upem - 880) <= 2 for face in faces)


@pytest.mark.parametrize("cluster", ["2024", "Krkono", "%", "ř", "Łódź"])
def test_kai_takes_its_letters_and_digits_from_a_serif_cut_for_it(catalogue, cluster):
    key, fallback = catalogue.resolve("kai", cluster)
    assert key in catalogue.chain("kai-latin")
    assert not fallback


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_letters_with_accents_and_signs(catalogue, role):
    assert [c for c in "řŁźőčž₂⁻⁺✓➔☎♿" if catalogue.resolve(role, c) is None] == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("cluster", "ems"), [("——", 2), ("……", 2), ("·", 1), ("“", 1), ("’", 1), ("，", 1)])
def test_marks_have_chinese_width(catalogue, role, cluster, ems):
    key, fallback = catalogue.resolve(role, cluster, mark=True)
    assert sum(g.advance for g in catalogue.face(key).shape(cluster)) == 1000 * ems
    assert not fallback


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("mark", ["“", "”", "（", "—", "…", "，"])
def test_marks_have_vertical_forms(catalogue, role, mark):
    face = catalogue.face(catalogue.resolve(role, mark, mark=True)[0])
    assert face.shape(mark, vertical=True)[0].gid != face.shape(mark)[0].gid


@pytest.mark.parametrize(
    ("role", "sign", "other"), [*((role, *pair) for role in ROLES for pair in ("￥＄", "＄￥")), ("kai", "√", "✓")]
)
def test_a_sign_looks_like_itself_in_every_role(catalogue, role, sign, other):
    """It is more like its own than like the other, as the Serif draws them: some faces have a $ at the code of ￥."""

    def seen(face, character):
        font = ImageFont.truetype(face.path, 96, index=face.index, layout_engine=ImageFont.Layout.BASIC)
        drawn = Image.new("L", (192, 192))
        ImageDraw.Draw(drawn).text((48, 24), character, font=font, fill=255)
        return drawn.crop(drawn.getbbox()).resize((32, 32))

    def unlike(one, other):
        return ImageStat.Stat(ImageChops.difference(one, other)).sum[0]

    drawn = seen(catalogue.face(catalogue.resolve(role, sign)[0]), sign)
    own, taken_for = (seen(catalogue.face(catalogue.resolve("song", one)[0]), one) for one in (sign, other))
    assert unlike(drawn, own) < unlike(drawn, taken_for)


def test_each_face_has_its_licence_beside_it(catalogue):
    folders = [resource_folder("fonts"), *filter(None, map(brought_folder, MORE_FACES))]
    texts = [p.read_text(encoding="utf-8") for folder in folders for p in sorted((folder / "licences").glob("*.txt"))]
    named = {"SIL OPEN FONT LICENSE", "ARPHIC PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE"}
    assert all(any(name in text.upper() for name in named) for text in texts)
    entries = read_fonts_file(resource_folder("fonts") / "fonts.yaml")[0].faces
    assert {path for folder in folders for path in folder.glob("*.[to]tf")} == set(catalogue.files)
    there = {path.name for path in catalogue.files}
    assert all(entry.path.name in there or entry.absent for entry in entries.values())


def test_no_face_is_asked_for_what_it_draws_nothing_for(catalogue):
    """All that a face says that it can set has ink, but for white and what the gate takes out of copy."""
    hollow = {}
    for face in (face for face in map(catalogue.face, catalogue.keys) if not face.is_drawn):
        glyphs = hb.Font(face.hb_face).get_nominal_glyph
        shown = (chr(code) for code in face.hb_face.unicodes if not chr(code).isspace() and fate_of(chr(code)) is None)
        wrong = [c for c in shown if face.has(c) and face.extents(glyphs(ord(face.draw.get(c, c)))) == (0, 0, 0, 0)]
        hollow |= {face.key: wrong} if wrong else {}
    assert hollow == {}


@pytest.mark.parametrize("character", ["ⅲ", "ń", "ɡ", "㘎"])
def test_what_the_face_of_a_role_leaves_empty_comes_from_another(catalogue, character):
    key, _ = catalogue.resolve("kai", character)
    assert key != "kaitim-gb"
    assert catalogue.face(key).extents(catalogue.face(key).shape(character)[0].gid) != (0, 0, 0, 0)


BLOCKS = {"A": (0x3400, 0x4DBF), "B": (0x20000, 0x2A6D6), "C": (0x2A700, 0x2B734), "D": (0x2B740, 0x2B81D),
          "E": (0x2B820, 0x2CEA1), "F": (0x2CEB0, 0x2EBE0), "Hangul": (0xAC00, 0xD7A3)}  # fmt: skip


@pytest.mark.skipif(MORE is None, reason="paiban-faces is not installed")
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("block", BLOCKS)
def test_with_the_faces_for_rare_characters_each_role_sets_every_one(catalogue, role, block):
    first, last = BLOCKS[block]
    faces = [catalogue.face(key) for key in catalogue.chain(role)]
    tried = [chr(point) for point in range(first, last + 1, 7)]
    assert [c for c in tried if not any(face.has(c) for face in faces)] == []


@pytest.mark.parametrize("role", ["song-bold", "song-black"])
@pytest.mark.parametrize("sign", "+−×÷=±")
def test_signs_beside_heavy_figures_are_heavy(catalogue, role, sign):
    """The bar of − is a third thicker at least than the Serif's own, which hardly grows with its weight."""
    key, fallback = catalogue.resolve(role, sign)
    assert (key, fallback) == (f"signs-{700 if role == 'song-bold' else 900}", False)
    faces = [catalogue.face(key), catalogue.face(catalogue.main(role))]
    own, serif = (low_to_high(face, "−") for face in faces)
    assert own >= 4 / 3 * serif


@pytest.mark.skipif(MORE is None, reason="paiban-faces is not installed")
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("character", ["𰻝", "𱍊"])
def test_extensions_g_and_h_have_a_face_in_each_role(catalogue, role, character):
    """As far as a free face reaches: 𰻝 is in use."""
    assert catalogue.resolve(role, character) is not None


@pytest.mark.skipif(brought_folder("paiban-fang") is None, reason="paiban-fang is not installed")
def test_fang_is_a_face_of_its_own(catalogue):
    """It has all of GB 2312; letters and figures are of its own hand."""
    assert {catalogue.resolve("fang", c)[0] for c in GB2312} == {"fandol-fang"}
    assert catalogue.resolve("fang", "2026")[0] == "fandol-fang-latin"


@pytest.mark.parametrize("role", ["song-medium", "song-bold", "song-black"])
@pytest.mark.parametrize("character", "龑㐂䶮垚")
def test_rare_han_are_as_black_as_their_neighbours(catalogue, role, character):
    """Whether cut from the whole file or made: within a tenth of what a character of its ink has in that weight."""
    plain, main = catalogue.face("noto-serif-sc-400"), catalogue.face(catalogue.main(role))
    both = [c for c in SAMPLE if plain.has(c) and main.has(c)]
    level, slope, bend = curve_of([(ink_share(plain, c), ink_share(main, c)) for c in both])
    own = ink_share(plain, character)
    key, fallback = catalogue.resolve(role, character)
    assert ink_share(catalogue.face(key), character) == pytest.approx(level + slope * own + bend * own * own, rel=0.1)
    assert not fallback


def low_to_high(face, character):
    _, low, _, high = face.extents(face.shape(character)[0].gid)
    return (high - low) / face.upem


def ink_share(face, character):
    return ink_of(face.outline(face.shape(character)[0].gid)) / face.upem**2


@pytest.mark.parametrize(
    "key", ["kaitim-gb", "ukai-cn", "noto-serif-sc-400", "noto-sans-sc-400", "noto-serif-kai-latin"]
)
def test_no_letter_becomes_another_in_vertical_lines(catalogue, key):
    """AR PL KaitiM GB has a table by which ＧＤＰ were 伯伶 and 36° was 36伐."""
    face = catalogue.face(key)
    characters = [*map(chr, range(0xA1, 0x2000)), *"’…÷°ⅶⅧ‖①→", *map(chr, range(0xFF10, 0xFF5B))]
    known = [c for c in characters if face.has(c) and face.shape(c) and c not in "ˊˋˇˉ"]
    glyphs = {face.shape(c)[0].gid: c for c in known}
    others = {c: glyphs.get(face.shape(c, vertical=True)[0].gid, c) for c in known}
    assert {c: other for c, other in others.items() if other != c and face.shape(other) != face.shape(c)} == {}
    han = "伯伶伤伦但位"
    gids = {face.shape(c, vertical=True)[0].gid for c in known}
    assert gids.isdisjoint(face.shape(c)[0].gid for c in han if face.has(c))


ROOT = Path(__file__).parents[2]

WHEELS = {
    "": ("src/paiban", "layout", "fonts/*", "fonts/licences", "issues/yuanjiang"),
    "fonts/paiban-faces": ("fonts/paiban-faces/paiban_faces",),
    "fonts/paiban-fang": ("fonts/paiban-fang/paiban_fang",),
}
"""What each distribution holds, by its own folder: folders with all below them, or a folder's files alone."""

SPDX = {
    "SIL OPEN FONT LICENSE": "OFL-1.1",
    "ARPHIC PUBLIC LICENSE": "Arphic-1999",
    "GNU GENERAL PUBLIC": "GPL-3.0-only",
}


THERE = pytest.mark.skipif(not all((ROOT / folder).exists() for folder in WHEELS), reason="not the whole repository")


@THERE
@pytest.mark.parametrize("folder", WHEELS)
def test_each_distribution_names_the_licences_of_its_faces(folder):
    """The expression in pyproject.toml is what the texts beside the faces are, and those go into the wheel."""
    project = tomllib.loads((ROOT / folder / "pyproject.toml").read_text("utf-8"))["project"]
    patterns = [pattern for pattern in project["license-files"] if pattern != "LICENSE"]
    texts = [path.read_text("utf-8").upper() for pattern in patterns for path in (ROOT / folder).glob(pattern)]
    beside = {next(name for mark, name in SPDX.items() if mark in text) for text in texts}
    named = {*re.findall(r"[A-Za-z]+-[\d.]+(?:-only)?", project["license"])} & {*SPDX.values()}
    assert texts
    assert named == beside


@THERE
def test_the_readmes_say_how_large_each_distribution_is():
    """what comes along, paiban[faces], paiban[fang]: in MB, as a wheel deflates their files"""
    for readme in ("README.md", "README.zh-CN.md"):
        said = [int(size) for size in re.findall(r"[(（](\d+) MB[)）]", (ROOT / readme).read_text("utf-8"))]
        assert said == [round(deflated(*parts) / 1e6) for parts in WHEELS.values()]


@cache
def deflated(*parts: str) -> int:
    """How large the files of folders are in a wheel."""
    files = [
        file
        for part in parts
        for file in (ROOT.glob(part) if part.endswith("*") else (ROOT / part).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]
    return sum(len(zlib.compress(file.read_bytes(), 6)) for file in files)
