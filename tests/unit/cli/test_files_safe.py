"""No run writes over what it has read, over what is to be kept, or reads outside where it is confined to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.issues import picture, story, write_issue
from tests.unit.cli.conftest import BODY
from tests.unit.preflight.good_pdf import good as good_draft

ADVERT = {"id": "t", "advert": "trees.pdf", "scale": "yes", "place": {"columns": "1-6", "rows": "60-71"}}


@pytest.fixture
def trees(tmp_path) -> Path:
    """An issue in a folder ``trees`` that places a ``trees.pdf``: where its own page would go."""
    folder = tmp_path / "trees"
    folder.mkdir()
    (folder / "trees.pdf").write_bytes(good_draft().finished())
    return write_issue(folder, story(columns="1-2", rows="1-27", body=BODY), ADVERT)


def test_the_page_does_not_go_over_the_advert_that_it_places(typeset, trees):
    advert = trees.with_name("trees.pdf").read_bytes()
    run = typeset(trees)
    assert run.code == 1
    assert "error[P724]" in run.err
    assert trees.with_name("trees.pdf").read_bytes() == advert
    assert typeset("batch", trees.parent).code == 1
    assert trees.with_name("trees.pdf").read_bytes() == advert


@pytest.mark.parametrize("command", [("set",), ("proof",), ("proof", "--plates"), ("set", "--name", "issue.yaml")])
def test_no_command_goes_over_the_issue(typeset, good, monkeypatch, command):
    monkeypatch.chdir(good.parent)
    before = good.read_bytes()
    output = () if "--name" in command else ("-o", "issue.yaml")
    run = typeset(command[0], "issue.yaml", *command[1:], *output)
    assert run.code == 1
    assert "error[P724]" in run.err
    assert good.read_bytes() == before
    assert list(good.parent.iterdir()) == [good]


@pytest.mark.parametrize("what", ["styles/daily.yaml", "fonts.yaml"])
def test_a_papers_own_files_are_kept(typeset, good, tmp_path, what):
    from paiban.resources import resource_folder  # noqa: PLC0415
    from tests.support.issues import tiny_fonts  # noqa: PLC0415

    own = tmp_path / "own"
    shutil.copytree(resource_folder("layout"), own)
    shutil.copy(tiny_fonts() / "fonts.yaml", own)
    before = (own / what).read_bytes()
    run = typeset(good, "--layout", own, "--fonts", own, "-o", own / what)
    assert "error[P724]" in run.err
    assert (own / what).read_bytes() == before


def test_one_of_several_that_may_not_be_written_keeps_all_from_it(typeset, trees, monkeypatch):
    text = trees.read_text("utf-8")
    top, _, page = text.partition("\n")
    story = "{headline: 题, body: 文, place: {columns: 1, rows: 1-9}}"
    other = f"page: 3\nsection: 国际\ntemplate: tabloid\nstories:\n- {story}\n"
    pages = "".join("- " + each.rstrip().replace("\n", "\n  ") + "\n" for each in (other, page))
    trees.write_text(f"{top}\npages:\n{pages}", "utf-8")
    trees.with_name("trees.pdf").rename(trees.with_name("2.pdf"))
    trees.write_text(trees.read_text("utf-8").replace("trees.pdf", "2.pdf"), "utf-8")
    run = typeset(trees, "--name", "{page}.pdf")
    assert "error[P724]" in run.err
    assert sorted(path.name for path in trees.parent.iterdir()) == ["2.pdf", "issue.yaml"]


@pytest.mark.parametrize("command", ["set", "proof", "batch"])
def test_no_clobber_keeps_what_is_there(typeset, good, command):
    old = good.with_name(good.parent.name + (".png" if command == "proof" else ".pdf"))
    old.write_bytes(b"old")
    run = typeset(command, good, "--no-clobber")
    assert run.code == 1
    assert "[P725]" in run.err
    assert old.read_bytes() == b"old"
    old.unlink()
    assert typeset(command, good, "--no-clobber").code == 0


# ---- confined -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["dots", "absolute", "link"])
def test_confined_no_file_outside_the_issues_folder_is_looked_at(typeset, tmp_path, how):
    folder = tmp_path / "issue"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"no picture, and nobody is told so")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    name = {"dots": "../secret.png", "absolute": str(tmp_path / "secret.png"), "link": "link.png"}[how]
    path = write_issue(folder, story(), picture(name, "3-4", "1-20"))
    run = typeset("check", path, "--confine")
    assert run.code == 1
    assert "error[P239]" in run.err
    assert "[P75" not in run.err
    missing = write_issue(folder, story(), picture("../none.png", "3-4", "1-20"))
    assert "error[P239]" in typeset("check", missing, "--confine").err


def test_confined_an_issue_of_its_own_folder_sets(typeset, good):
    assert typeset(good, "--confine").code == 0


def test_confined_a_face_elsewhere_is_refused(typeset, good, tmp_path):
    from tests.support.issues import tiny_fonts  # noqa: PLC0415

    run = typeset("check", good, "--confine", "--fonts", tiny_fonts())  # names its face by an absolute path
    assert "error[P239]" in run.err
