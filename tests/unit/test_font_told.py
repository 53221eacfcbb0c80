"""What a face told is its answer for good: a run that asks no more needs neither its file nor HarfBuzz."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from paiban import cache
from paiban.engine import typeset
from paiban.font import Face
from paiban.font import kept as font_kept
from paiban.font.fitting import Fitting
from paiban.font.kept import open_face, remember
from paiban.font.told import unpack
from tests.support.tiny_face import tiny_face_path

SAMPLE = Path(__file__).parents[2] / "issues" / "tables"
QUESTIONS = ("中", "，", "“", "——", "AV", "龘", " ", "·")
NARROW = {"hwid": 1}


def answers(face: Face) -> list[object]:
    """Everything that setting a page asks, across and down."""
    shaped = [face.shape(cluster, vertical) for cluster in QUESTIONS for vertical in (False, True)]
    shaped += [face.shape("2", features=NARROW), *face.shape_all("开发区", vertical=True).items()]
    gids = [glyph.gid for glyph in face.shape("中") + face.shape("AV")]
    inked = [(face.extents(gid), face.width(gid)) for gid in gids]
    asked = [face.has(character) for character in "中A☃ 𠮷"]
    return [face.upem, face.ascent, face.descent, *shaped, *inked, *asked, face.name(6), face.table("OS/2")]


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A face's file, and a cache of one's own."""
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "tiny.ttf"
    shutil.copy(tiny_face_path(), path)
    return path


def told(path, asker: str = "issue.yaml") -> Face:
    return open_face("tiny", path, 0, Fitting({"·": "・"}), None, asker)


def asked_once(path) -> list[object]:
    face = told(path)
    found = answers(face)
    remember(face, "issue.yaml")
    return found


def test_the_second_time_it_answers_the_same_and_stays_closed(path):
    first = asked_once(path)
    again = told(path)
    assert answers(again) == first
    assert not again.is_open


def test_what_it_was_not_asked_it_looks_up(path):
    asked_once(path)
    again = told(path)
    assert again.shape("文") == Face("tiny", path).shape("文")
    assert again.is_open


def test_of_an_earlier_run_only_what_is_asked_again_is_kept(path):
    asked_once(path)
    again = told(path)
    again.shape("中")
    again.shape("文")
    remember(again, "issue.yaml")
    last = told(path)
    assert [last.before.glyphs((cluster, False, ())) is None for cluster in "中文，"] == [False, False, True]


@pytest.mark.parametrize("change", ["file", "draw", "index", "asker", "version"])
def test_another_face_another_file_and_another_harfbuzz_know_nothing(path, change, monkeypatch):
    asked_once(path)
    if change == "file":
        later = path.stat().st_mtime_ns + 1_000_000_000
        os.utime(path, ns=(later, later))
    if change == "version":
        monkeypatch.setattr(font_kept, "_harfbuzz", lambda: "another")
    draw = {} if change == "draw" else {"·": "・"}
    asker = "b.yaml" if change == "asker" else "issue.yaml"
    face = open_face("tiny", path, int(change == "index"), Fitting(draw), None, asker)
    assert face.before.glyphs(("中", False, ())) is None


def test_answers_come_back_from_their_entry(path):
    face = Face("tiny", path)
    answers(face)
    face.shape("\ud800")  # half of a character, which no issue may hold
    back = unpack(face.told.pack())
    assert all(back.glyphs(question) == glyphs for question, glyphs in face.told.shaped.items())
    assert [getattr(back, name) for name in ("em", "has", "boxes", "widths", "names")] == [
        getattr(face.told, name) for name in ("em", "has", "boxes", "widths", "names")
    ]


def test_an_issue_that_is_set_again_opens_no_face(tmp_path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))
    shutil.copytree(SAMPLE, tmp_path / "issue")
    issue = tmp_path / "issue" / "issue.yaml"
    first = typeset(issue)
    assert first.ok
    again = typeset(issue)
    assert again.pdf == first.pdf
    assert not any(face.is_open for face in again.kit.catalogue._opened.values())


def test_without_a_cache_every_run_asks(path, monkeypatch):
    first = asked_once(path)
    monkeypatch.setenv("PAIBAN_CACHE", "off")
    face = told(path)
    assert answers(face) == first
    assert face.is_open
    assert cache.cache_folder() is None
