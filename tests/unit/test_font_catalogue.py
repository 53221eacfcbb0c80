"""The fonts file: roles, fallback, marks, faults at their places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import uharfbuzz as hb

from paiban.diagnostic import render_text
from paiban.font import load_catalogue
from paiban.font.sfnt import may_be_embedded
from tests.support.tiny_face import build_tiny_face, tiny_face_path

PLAIN = """\
faces:
  one: {file: one.ttf}
  two: {file: two.ttf}
roles:
  song: {faces: [one, two]}
"""


@pytest.fixture(scope="session")
def latin_only(tmp_path_factory) -> Path:
    """A face with ASCII and nothing else, cut from the tiny one."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(range(0x20, 0x7F))
    path = tmp_path_factory.mktemp("latin") / "latin.ttf"
    face = hb.Face(hb.Blob.from_file_path(str(tiny_face_path())))
    path.write_bytes(bytes(wanted.subset(face).blob.data))
    return path


@pytest.fixture
def folder(tmp_path, latin_only) -> Path:
    shutil.copy(latin_only, tmp_path / "one.ttf")
    shutil.copy(tiny_face_path(), tmp_path / "two.ttf")
    return tmp_path


def load(folder: Path, text: str = PLAIN, extra: Path | None = None):
    path = folder / "fonts.yaml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue(path, extra)


def codes(found):
    return [d.code for d in found]


def test_a_good_file_has_no_findings(folder):
    catalogue, found = load(folder)
    assert found == ()
    assert catalogue.chain("song") == ("one", "two")


def test_the_first_face_that_has_a_character_sets_it(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "A") == ("one", False)


def test_a_later_face_is_a_fallback(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "中") == ("two", True)


def test_a_character_in_no_face_is_none(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "😀") is None


def test_a_cluster_stays_in_one_face(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "A中") == ("two", True)


def test_joiners_and_variation_selectors_need_no_glyph(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "A\u200d\ufe00") == ("one", False)


def test_a_face_is_a_role_of_its_own(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("two", "A") == ("two", False)


def test_an_unknown_role_is_a_key_error(folder):
    catalogue, _ = load(folder)
    with pytest.raises(KeyError):
        catalogue.chain("gothic")


def test_marks_come_from_the_role_that_lends_them(folder):
    text = PLAIN + "  kai: {faces: [one, two], marks: hei}\n  hei: {faces: [two]}\n"
    catalogue, found = load(folder, text)
    assert found == ()
    assert catalogue.resolve("kai", "!", mark=True) == ("two", False)
    assert catalogue.resolve("kai", "!") == ("one", False)


def test_a_role_with_no_lender_keeps_its_own_marks(folder):
    catalogue, _ = load(folder)
    assert catalogue.resolve("song", "!", mark=True) == ("one", False)


def test_faces_are_opened_once(folder):
    catalogue, _ = load(folder)
    assert catalogue.face("one") is catalogue.face("one")


def test_a_missing_file_is_reported_at_its_name_and_left_out(folder):
    catalogue, found = load(folder, PLAIN.replace("one.ttf", "none.ttf"))
    assert codes(found) == ["P301"]
    assert (found[0].span.line, found[0].span.column) == (2, 15)
    assert catalogue.chain("song") == ("two",)


@pytest.mark.parametrize("damage", [b"", b"hello", b"\0\1\0\0", b"OTTO\xff\xff\0\0\0\0\0\0"])
def test_a_file_that_is_no_font_is_reported(folder, damage):
    (folder / "one.ttf").write_bytes(damage)
    _, found = load(folder)
    assert codes(found) == ["P302"]


def test_a_font_cut_short_is_reported(folder):
    whole = (folder / "two.ttf").read_bytes()
    (folder / "two.ttf").write_bytes(whole[: len(whole) // 2])
    _, found = load(folder)
    assert codes(found) == ["P302"]
    assert "文件不完整" in render_text(found, {})


def test_a_face_number_beyond_the_collection_is_reported(folder):
    header = b"ttcf" + bytes([0, 1, 0, 0]) + (1).to_bytes(4, "big") + (16).to_bytes(4, "big")
    (folder / "one.ttf").write_bytes(header)
    _, found = load(folder, PLAIN.replace("one.ttf", "one.ttf, index: 3"))
    assert codes(found) == ["P302"]


def test_a_face_that_may_not_be_embedded_is_reported(folder):
    (folder / "one.ttf").write_bytes(build_tiny_face(embedding=0x0002))
    catalogue, found = load(folder)
    assert codes(found) == ["P303"]
    assert catalogue.chain("song") == ("two",)


@pytest.fixture
def looked_at(tmp_path, monkeypatch) -> list[str]:
    """The names of the font files that were opened, with a cache of our own and files that stand still."""
    opened: list[str] = []

    def look(path: Path, number: int) -> bool:
        opened.append(path.name)
        return may_be_embedded(path, number)

    monkeypatch.setattr("paiban.font.catalogue.may_be_embedded", look)
    monkeypatch.setattr("paiban.cache.SETTLED", 0)
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    return opened


def test_files_that_were_sound_are_not_opened_again(folder, looked_at):
    assert load(folder)[1] == load(folder)[1] == ()
    assert looked_at == ["one.ttf", "two.ttf"]


def test_a_file_that_changed_is_looked_at_again(folder, looked_at):
    load(folder)
    (folder / "one.ttf").write_bytes(build_tiny_face(embedding=0x0002))
    assert [codes(load(folder)[1]) for _ in range(2)] == [["P303"], ["P303"]]
    (folder / "one.ttf").unlink()
    assert codes(load(folder)[1]) == ["P301"]


@pytest.mark.parametrize("allowed", [0x0000, 0x0004, 0x0008, 0x0100])
def test_preview_editable_and_unsubsettable_licences_allow_embedding(folder, allowed):
    (folder / "one.ttf").write_bytes(build_tiny_face(embedding=allowed))
    assert load(folder)[1] == ()


def test_a_role_without_a_good_face_is_reported(folder):
    (folder / "one.ttf").unlink()
    _, found = load(folder, PLAIN + "  hei: {faces: [one]}\n")
    assert codes(found) == ["P301", "P304"]


def test_a_role_that_names_an_unknown_face_is_reported(folder):
    _, found = load(folder, PLAIN + "  hei: {faces: [two, three]}\n")
    assert codes(found) == ["P305"]
    assert found[0].span.line == 6


def test_a_licence_that_is_not_there_is_reported(folder):
    _, found = load(folder, PLAIN.replace("file: one.ttf", "file: one.ttf, licence: none.txt", 1))
    assert codes(found) == ["P309"]


def test_marks_of_an_unknown_role_are_reported(folder):
    _, found = load(folder, PLAIN + "  kai: {faces: [two], marks: ming}\n")
    assert codes(found) == ["P306"]


def test_draw_wants_single_characters(folder):
    _, found = load(folder, PLAIN.replace("two.ttf", 'two.ttf, draw: {"··": "・"}'))
    assert codes(found) == ["P308"]


def test_an_unknown_key_is_reported_by_the_file_reader(folder):
    _, found = load(folder, PLAIN.replace("file: one.ttf", "file: one.ttf, wieght: 3"))
    assert codes(found) == ["P131"]


def test_a_folder_without_a_fonts_file_ends_every_chain(folder, tmp_path_factory):
    extra = tmp_path_factory.mktemp("extra")
    shutil.copy(tiny_face_path(), extra / "Rare Face.ttf")
    catalogue, found = load(folder, PLAIN, extra)
    assert found == ()
    assert catalogue.chain("song") == ("one", "two", "Rare Face")


def test_a_folder_with_a_fonts_file_takes_over_its_roles(folder, tmp_path_factory):
    extra = tmp_path_factory.mktemp("extra")
    shutil.copy(tiny_face_path(), extra / "mine.ttf")
    (extra / "fonts.yaml").write_text("faces: {mine: {file: mine.ttf}}\nroles: {song: {faces: [mine]}}\n")
    catalogue, found = load(folder, PLAIN, extra)
    assert found == ()
    assert catalogue.chain("song") == ("mine",)


def test_a_missing_folder_of_faces_is_reported(folder):
    _, found = load(folder, PLAIN, folder / "nowhere")
    assert codes(found) == ["P307"]


def test_our_roles_are_called_by_their_chinese_names_too():
    catalogue, _ = load_catalogue()
    assert catalogue.chain("大标宋") == catalogue.chain("song-black")
    assert catalogue.chain("黑体") == catalogue.chain("hei")
    assert catalogue.roles.keys() >= {"宋", "小标宋", "中黑", "粗黑", "楷体", "仿宋"}


def test_a_role_of_that_name_comes_before_what_another_is_called(tmp_path):
    (tmp_path / "fonts.yaml").write_text("roles: {黑体: {faces: [noto-serif-sc-900]}}\n", "utf-8")
    catalogue, found = load_catalogue(extra_dir=tmp_path)
    assert not found
    assert catalogue.chain("黑体") == ("noto-serif-sc-900",)
