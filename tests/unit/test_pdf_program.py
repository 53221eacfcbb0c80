"""Cut faces kept between runs: the same bytes with and without, and never an old one."""

from __future__ import annotations

import os
import shutil

import pytest

from paiban.font import Face, load_catalogue
from paiban.font import kept as font_kept
from paiban.output.pdf import program
from paiban.output.pdf.program import font_program
from tests.support.tiny_face import tiny_face_path


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """The folder of a cache of one's own."""
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "entries"


@pytest.fixture
def large(tmp_path):
    """A face that is worth keeping, in a file of one's own."""
    path = tmp_path / "large.ttf"
    shutil.copy(load_catalogue()[0].face("noto-serif-sc-400").path, path)
    return Face("large", path)


def gids(face: Face, copy: str) -> list[int]:
    return [glyph.gid for ch in copy for glyph in face.shape(ch)]


@pytest.fixture
def cuts(monkeypatch):
    """The glyphs of every cut that is really made."""
    made = []
    subset = program.subset

    def counted(face, wanted):
        made.append(sorted(wanted))
        return subset(face, wanted)

    monkeypatch.setattr(program, "subset", counted)
    return made


def test_the_second_run_cuts_nothing_and_gets_the_same(kept, large, cuts):
    first = font_program(large, gids(large, "开发区"))
    assert font_program(large, gids(large, "区发开")) == first
    assert len(cuts) == 1


def test_without_a_cache_the_program_is_the_same(kept, large, monkeypatch):
    font_program(large, gids(large, "开发区"))
    from_cache = font_program(large, gids(large, "开发区"))
    monkeypatch.setenv("PAIBAN_CACHE", "off")
    assert font_program(large, gids(large, "开发区")) == from_cache


def test_other_glyphs_are_cut_anew(kept, large, cuts):
    font_program(large, gids(large, "开发"))
    font_program(large, gids(large, "开发区"))
    assert len(cuts) == 2


def test_a_file_that_was_written_again_is_cut_anew(kept, large, cuts):
    font_program(large, gids(large, "开"))
    later = large.path.stat().st_mtime_ns + 1_000_000_000
    os.utime(large.path, ns=(later, later))
    font_program(large, gids(large, "开"))
    assert len(cuts) == 2


def test_another_version_of_the_cutter_cuts_anew(kept, large, cuts, monkeypatch):
    font_program(large, gids(large, "开"))
    monkeypatch.setattr(font_kept, "_harfbuzz", lambda: "another")
    font_program(large, gids(large, "开"))
    assert len(cuts) == 2


def test_a_small_face_is_kept_too(kept):
    face = Face("tiny", tiny_face_path())
    font_program(face, gids(face, "中"))
    assert len(list(kept.iterdir())) == 1


def test_a_file_that_is_gone_is_cut_without_the_cache(kept, large):
    chosen = gids(large, "开")
    before = [*kept.rglob("*")]
    large.path.unlink()
    assert font_program(large, chosen).length > 0
    assert [*kept.rglob("*")] == before
