"""The faces that come with paiban: what they hold, and the facts that the rest counts on."""

from __future__ import annotations

import pytest

from paiban.font import load_catalogue
from paiban.resources import resource_folder

ROLES = ("song", "song-medium", "song-bold", "song-black", "hei", "hei-bold", "hei-black", "kai", "fang")


def encoded(codec: str, rows: range, cells: range) -> list[str]:
    """The characters of a two-byte encoding."""
    pairs = (bytes((row, cell)) for row in rows for cell in cells)
    return [c for pair in pairs for c in pair.decode(codec, "ignore")]


GB2312 = encoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
GBK = encoded("gbk", range(0x81, 0xA1), range(0x80, 0xFF))
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％℃◆●■▲★"


@pytest.fixture(scope="module")
def catalogue():
    loaded, found = load_catalogue()
    assert found == ()
    return loaded


def test_the_seven_roles_of_a_newspaper_and_two_more_are_there(catalogue):
    assert tuple(catalogue.roles) == ROLES


@pytest.mark.parametrize("role", ROLES)
def test_the_first_face_of_each_role_has_gb2312(catalogue, role):
    face = catalogue.face(catalogue.chain(role)[0])
    assert [c for c in GB2312 if not face.has(c)] == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_the_marks_of_a_newspaper(catalogue, role):
    assert [c for c in MARKS if catalogue.resolve(role, c, mark=True) is None] == []


def test_gbk_and_a_character_beyond_the_bmp_are_in_the_regular_serif(catalogue):
    face = catalogue.face("noto-serif-sc-400")
    assert [c for c in [*GBK, "𫖯"] if not face.has(c)] == []


def test_a_han_character_is_one_em_in_every_face(catalogue):
    assert {catalogue.face(key).shape("国")[0].advance for key in catalogue.keys} == {1000}


def test_em_boxes_agree_so_that_faces_share_a_baseline(catalogue):
    assert {(f.ascent, f.descent) for f in map(catalogue.face, catalogue.keys)} == {(880, 120)}


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


def test_each_face_has_its_licence_beside_it(catalogue):
    texts = [p.read_text(encoding="utf-8") for p in sorted((resource_folder("fonts") / "licences").glob("*.txt"))]
    assert len(texts) == 3
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in texts)
