"""``typeset preflight``: files and standard input, words and data."""

from __future__ import annotations

import json

import pytest

from tests.unit.preflight.good_pdf import good


@pytest.fixture
def sound(tmp_path):
    """A file without a fault."""
    path = tmp_path / "sound.pdf"
    path.write_bytes(good().finished())
    return path


@pytest.fixture
def coloured(tmp_path):
    """A file with RGB in it."""
    draft = good()
    draft.draw("1 0 0 rg 30 30 20 20 re f")
    path = tmp_path / "coloured.pdf"
    path.write_bytes(draft.finished())
    return path


def test_the_verdict_stands_last(typeset, sound, coloured):
    run = typeset("preflight", sound, coloured, "--lang", "en")
    assert run.code == 1
    assert run.out.splitlines()[0] == f"{sound}: fit for the press (newsprint)"
    assert run.out.splitlines()[-1] == f"{coloured}: not fit for the press (newsprint)"
    assert "error[X210]" in run.out


def test_a_file_can_come_from_standard_input(typeset, sound):
    run = typeset("preflight", "-", "--lang", "en", stdin=sound.read_bytes())
    assert (run.code, run.out) == (0, "-: fit for the press (newsprint)\n")


def test_one_file_is_one_object_and_several_are_an_array(typeset, sound, coloured):
    one = json.loads(typeset("preflight", sound, "--format", "json").out)
    both = json.loads(typeset("preflight", sound, coloured, "--format", "json").out)
    assert one == both[0]
    assert [report["passed"] for report in both] == [True, False]


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_what_cannot_be_read_is_told(typeset, tmp_path, name):
    run = typeset("preflight", tmp_path / name, "--lang", "en")
    assert run.code == 1
    assert "error[X101]" in run.out
    assert "ask the sender" not in run.out


def test_there_is_nothing_to_mend_in_what_is_no_pdf(typeset, tmp_path):
    assert "error[P110]" in typeset("mend", tmp_path / "gone.pdf").err
    assert "error[P112]" in typeset("mend", tmp_path).err
    (tmp_path / "a.pdf").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    run = typeset("mend", tmp_path / "a.pdf")
    assert run.code == 1
    assert "error[P701]" in run.err


def test_an_unknown_press_is_wrong_usage(typeset, sound):
    run = typeset("preflight", sound, "--press", "newsprnt", "--lang", "en")
    assert run.code == 2
    assert "newsprint" in run.err
