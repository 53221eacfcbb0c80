"""What programs may import from ``paiban``: pinned here, so that no change of it goes unnoticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import paiban
from tests.support.issues import han, story, tiny_fonts, write_issue


def test_the_public_names_are_these():
    assert paiban.__all__ == [
        "Diagnostic", "Engine", "Page", "Result", "Scene", "Severity", "__version__", "read_issue", "scene_of",
        "typeset",
    ]  # fmt: skip
    assert all(getattr(paiban, name) for name in paiban.__all__)


def test_nothing_else_is_found():
    with pytest.raises(AttributeError, match="no attribute 'secret'"):
        paiban.secret  # noqa: B018


def test_setting_gives_a_pdf(tmp_path):
    path = write_issue(tmp_path, story(rows="1-8", body=han(80) + "。"))
    result = paiban.typeset(path, fonts=tiny_fonts())
    assert isinstance(result, paiban.Result)
    assert result.ok
    assert result.pdf.startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["issue.yaml"]


def test_an_engine_sets_again_and_again(tmp_path):
    engine = paiban.Engine(fonts=tiny_fonts())
    for count in (80, 90, 80):
        path = write_issue(tmp_path, story(rows="1-8", body=han(count) + "。"))
        assert engine.typeset(path).pdf == paiban.typeset(path, fonts=tiny_fonts()).pdf


def test_faults_come_back_as_values(tmp_path):
    result = paiban.typeset(str(tmp_path / "none.yaml"))
    assert [found.code for found in result.diagnostics] == ["P110"]
    assert (result.ok, result.pdf) == (False, b"")


def test_a_finding_speaks_both_languages(tmp_path):
    (found,) = paiban.typeset(tmp_path / "none.yaml").diagnostics
    assert isinstance(found, paiban.Diagnostic)
    assert found.severity is paiban.Severity.ERROR
    assert "none.yaml" in found.message("zh")
    assert "none.yaml" in found.message("en")
    assert found.message("zh") != found.message("en")
    assert found.hint("zh")


def test_a_page_becomes_a_scene_whose_glyphs_have_outlines(tmp_path):
    result = paiban.typeset(write_issue(tmp_path, story(rows="1-8", body=han(80) + "。")), fonts=tiny_fonts())
    (page,) = result.pages
    assert isinstance(page, paiban.Page)
    scene = paiban.scene_of(page)
    assert isinstance(scene, paiban.Scene)
    (lead,) = [block for block in scene.blocks if block.id == "lead"]
    run = lead.lines[-1].runs[0]
    # The square of a Han character in the tiny face, and its four corners.
    outline = result.outline(run.face, run.glyphs[0])
    assert {points for step, points in outline if step in "ML"} == {(50, -70), (50, 830), (950, 830), (950, -70)}


def test_the_package_is_typed():
    assert (Path(paiban.__file__).parent / "py.typed").exists()


def test_reading_gives_the_issue(tmp_path):
    issue, found, _ = paiban.read_issue(write_issue(tmp_path, story()))
    assert found == ()
    assert issue is not None
    assert [page.number for page in issue.pages] == [2]


def test_importing_the_package_loads_no_stage():
    child = "import sys, paiban; print([name for name in sys.modules if name.startswith('paiban.')])"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
