"""The cache: a second run is quick, and gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from paiban import cache
from tests.support.colour import newsprint
from tests.support.pictures import prepared, saved

KEYS = [f"{number:064x}" for number in range(1, 6)]


@pytest.fixture
def picture(tmp_path) -> Path:
    return saved(Image.effect_noise((60, 60), 90).convert("RGB"), tmp_path / "a.png")


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "entries").iterdir())


def test_the_same_picture_is_made_once(picture, picture_cache, monkeypatch):
    first = prepared(picture, (40, 40))
    assert len(entries(picture_cache)) == 1
    monkeypatch.setattr("paiban.picture.decode.decode", None)
    assert prepared(picture, (40, 40)) == first


def test_without_a_cache_the_bytes_are_the_same(picture, picture_cache, monkeypatch):
    first = prepared(picture, (40, 40))
    monkeypatch.setenv("PAIBAN_CACHE", "off")
    assert prepared(picture, (40, 40)) == first


def test_a_picture_in_the_cache_needs_no_pillow(picture, picture_cache):
    prepared(picture, (40, 40), newsprint())
    program = (
        "import sys; from pathlib import Path; from paiban.picture import prepare_picture;"
        "from paiban.template.load import Layout; from paiban.units import PER_INCH;"
        f"made = prepare_picture(Path({str(picture)!r}), PER_INCH // 5, PER_INCH // 5, (0, 0, 1, 1),"
        "Layout().press('newsprint')[0]); print(made.width_px, 'PIL' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["40", "False", "False"]


@pytest.mark.parametrize("change", ["size", "crop", "limit", "content"])
def test_whatever_changes_the_ink_makes_another_entry(picture, picture_cache, change):
    from tests.support.pictures import plain_press  # noqa: PLC0415

    prepared(picture, (40, 40))
    if change == "content":
        Image.new("RGB", (60, 60)).save(picture)
    crop = (0, 0, 0.9, 0.9) if change == "crop" else (0, 0, 1, 1)
    press = plain_press(tac_percent=180) if change == "limit" else plain_press()
    prepared(picture, (20, 20) if change == "size" else (40, 40), press, crop)
    assert len(entries(picture_cache)) == 2


def test_a_copy_under_another_name_is_the_same_picture(tmp_path, picture_cache):
    colour = Image.new("CMYK", (40, 40), (255, 255, 60, 255))
    first = prepared(saved(colour, tmp_path / "a.tif"), (40, 40))
    second = prepared(saved(colour, tmp_path / "b.tif"), (40, 40))
    assert len(entries(picture_cache)) == 1
    assert first.flate == second.flate
    assert [dict(made.notes[0].params)["name"] for made in (first, second)] == ["a.tif", "b.tif"]


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_damaged_entry_is_made_again(picture, picture_cache, damage):
    first = prepared(picture, (40, 40))
    [entry] = entries(picture_cache)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert prepared(picture, (40, 40)) == first
    assert entry.read_bytes() == whole


def test_nothing_half_written_is_left(picture, picture_cache):
    prepared(picture, (40, 40))
    assert [entry.suffix for entry in entries(picture_cache)] == [""]


def test_a_cache_that_cannot_be_written_is_done_without(picture, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("PAIBAN_CACHE", str(blocked))
    assert prepared(picture, (40, 40)).width_px == 40


def test_the_longest_unused_go_first(picture_cache, monkeypatch):
    monkeypatch.setattr(cache, "MAX_BYTES", 1000)
    for number, key in enumerate(KEYS[:5]):
        cache.store(key, bytes(150))
        if number < 4:
            os.utime(picture_cache / "entries" / key, (number, number))
    # An entry of 150 bytes takes less than 250 with its head and more than 200. The fifth passes 1000, and the oldest
    # go until 800 hold the rest.
    assert [entry.name for entry in entries(picture_cache)] == KEYS[2:5]


def test_an_entry_just_used_is_kept(picture_cache, monkeypatch):
    old, older, new = KEYS[:3]
    for number, key in enumerate([old, older]):
        cache.store(key, bytes(300))
        os.utime(picture_cache / "entries" / key, (2 - number, 2 - number))
    assert cache.load(older, bytes) == bytes(300)
    monkeypatch.setattr(cache, "MAX_BYTES", 1200)
    cache.store(new, bytes(400))
    assert [entry.name for entry in entries(picture_cache)] == [older, new]


def test_it_is_looked_through_by_what_is_written_and_not_at_every_entry(picture_cache, monkeypatch):
    monkeypatch.setattr(cache, "CLEARED_EACH", 8 * cache.BLOCK)
    looked = []
    monkeypatch.setattr(cache, "_clear_up", looked.append)
    for number in range(200):
        cache.store(cache.name_of(number), b"small")
    # Of 200 names one in eight is due: 25, give or take three times the spread of 4.7.
    assert 10 < len(looked) < 40
    looked.clear()
    cache.store(cache.name_of("large"), bytes(8 * cache.BLOCK))
    assert len(looked) == 1


def test_what_is_no_entry_is_not_cleared_away(picture_cache, monkeypatch):
    (picture_cache / "entries").mkdir(parents=True)
    mine = picture_cache / "entries" / "mine.tif"
    mine.write_bytes(bytes(5000))
    monkeypatch.setattr(cache, "MAX_BYTES", 100)
    cache.store(KEYS[0], bytes(500))
    assert entries(picture_cache) == [mine]


@pytest.mark.parametrize("wrong", ["another's", "an older version's", "cut", "a folder", "a pipe", "a link"])
def test_an_entry_that_is_not_what_was_stored_is_a_miss(picture_cache, monkeypatch, wrong):
    mine, other = KEYS[:2]
    cache.store(other, b"other")
    with monkeypatch.context() as patch:
        if wrong == "an older version's":
            patch.setattr(cache, "__version__", "0.0.1")
        cache.store(mine, b"mine")
    entry = picture_cache / "entries" / mine
    if wrong == "another's":
        (picture_cache / "entries" / other).replace(entry)
    elif wrong == "cut":
        entry.write_bytes(entry.read_bytes()[:-1])
    elif wrong != "an older version's":
        entry.unlink()
        make = {
            "a folder": entry.mkdir,
            "a pipe": partial(os.mkfifo, entry),
            "a link": partial(entry.symlink_to, other),
        }
        make[wrong]()
    assert cache.load(mine, bytes) is None


def test_an_entry_that_cannot_be_unpacked_is_a_miss(picture, picture_cache):
    first = prepared(picture, (40, 40))
    (entry,) = entries(picture_cache)
    cache.store(entry.name, b"[] no picture")
    assert prepared(picture, (40, 40)) == first


def test_a_file_that_has_settled_is_added_up_once(tmp_path, picture_cache, monkeypatch):
    monkeypatch.setattr(cache, "SETTLED", 0)
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    # FIPS 180-2, appendix B.1: the digest of "abc".
    wanted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert cache.content_of(file) == wanted
    monkeypatch.setattr(Path, "read_bytes", None)
    assert cache.content_of(file) == wanted


def test_a_file_that_was_changed_just_now_is_read_again(tmp_path, picture_cache, monkeypatch):
    monkeypatch.setattr(cache, "SETTLED", 3_600_000_000_000)
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    state, first = file.stat(), cache.content_of(file)
    file.write_bytes(b"abd")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert cache.content_of(file) != first
    assert not (picture_cache / "entries").exists()


def test_a_file_whose_time_was_put_back_has_another_state(tmp_path, picture_cache, monkeypatch):
    monkeypatch.setattr(cache, "SETTLED", 0)
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    state, first = file.stat(), cache.content_of(file)
    file.write_bytes(b"abd")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert cache.content_of(file) != first


@pytest.mark.parametrize(
    ("own", "xdg", "folder"),
    [("/a", "/b", "/a"), ("", "/b", "/b/paiban"), ("", "", "/home/someone/.cache/paiban"), ("off", "/b", None)],
)
def test_the_folder_is_the_users_choice_then_the_systems(monkeypatch, own, xdg, folder):
    for name, value in (("PAIBAN_CACHE", own), ("XDG_CACHE_HOME", xdg), ("HOME", "/home/someone")):
        monkeypatch.setenv(name, value)
    assert cache.cache_folder() == (None if folder is None else Path(folder))
