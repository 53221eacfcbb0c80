"""What is known of a face's glyphs between runs: the same with and without the cache, and never an old one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from paiban.font import Face, kept, learn_boxes
from paiban.resources import resource_folder
from tests.support.tiny_face import tiny_face_path

COPY = "开发区 ，a"


@pytest.fixture
def entries(monkeypatch, tmp_path):
    """The folder of a cache of one's own."""
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "entries"


@pytest.fixture
def path(tmp_path):
    """The file of a face that is worth keeping."""
    path = tmp_path / "large.ttf"
    shutil.copy(resource_folder("fonts") / "noto-serif-sc-400.ttf", path)
    return path


def gids(face: Face, copy: str = COPY) -> list[int]:
    return [glyph.gid for ch in copy for glyph in face.shape(ch)]


def learnt(path, copy: str = COPY) -> Face:
    face = Face("large", path)
    learn_boxes(face, gids(face, copy))
    return face


def test_a_second_run_knows_what_the_first_one_measured(entries, path):
    measured = Face("large", path)
    expected = {gid: measured.extents(gid) for gid in gids(measured)}
    assert learnt(path).boxes == expected
    assert learnt(path).boxes == expected
    assert len(list(entries.iterdir())) == 1


def test_an_entry_is_what_is_read(entries, path):
    first = learnt(path)
    [entry] = entries.iterdir()
    name = entry.name
    kept.cache.store(name, kept._pack([(1, 2, 3, 4)] * len(first.boxes)))
    assert set(learnt(path).boxes.values()) == {(1, 2, 3, 4)}


@pytest.mark.parametrize("entry", [b"", b"abc", kept._pack([(1, 2, 3, 4)])])
def test_an_entry_of_another_length_is_none(entries, path, entry):
    expected = learnt(path).boxes
    [file] = entries.iterdir()
    kept.cache.store(file.name, entry)
    assert learnt(path).boxes == expected


def test_other_glyphs_and_a_file_written_again_are_measured_anew(entries, path):
    learnt(path)
    learnt(path, "开")
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))
    learnt(path, "开")
    assert len(list(entries.iterdir())) == 3


def test_a_small_face_is_kept_too(entries):
    face = Face("tiny", tiny_face_path())
    learn_boxes(face, gids(face, "中"))
    assert len(list(entries.iterdir())) == 1
    assert face.boxes


def test_what_is_drawn_in_memory_has_no_file_and_is_not_kept(entries):
    face = Face("drawn", Path("drawn"), data=tiny_face_path().read_bytes())
    learn_boxes(face, gids(face, "中"))
    assert not entries.exists()
    assert face.boxes


def test_without_a_cache_all_is_measured(path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", "off")
    assert learnt(path).boxes
