"""The issues of one paper: what they share stands in the paper's own file, with its layout and its fonts beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.engine import Engine
from paiban.engine.house import House
from paiban.engine.inputs import files_read
from paiban.engine.reading import read_issue
from paiban.resources import resource_folder

PAGE = """\
page: 1
section: 要闻
stories:
  - headline: 青河涨水
    place: {columns: 1-2, rows: 1-20}
    body: 水位上涨。
"""


def paper(folder: Path, words: str, own: str = "", page: str = PAGE) -> Path:
    """An issue that extends a paper's file with ``words`` in it."""
    (folder / "day").mkdir(parents=True)
    (folder / "paper.yaml").write_text(words, "utf-8")
    path = folder / "day" / "issue.yaml"
    path.write_text(f"extends: ../paper.yaml\ndate: 2026-01-05\n{own}{page}", "utf-8")
    return path


def with_template(folder: Path, name: str, **changes: str) -> None:
    """A template of the paper's own: a tabloid, but for the ``changes``."""
    text = (
        (resource_folder("layout") / "templates" / "tabloid.yaml")
        .read_text("utf-8")
        .replace("name: tabloid", f"name: {name}")
    )
    for before, after in changes.items():
        text = text.replace(f"\n{before}: ", f"\n{before}: {after} # ")
    (folder / "layout" / "templates").mkdir(parents=True)
    (folder / "layout" / "templates" / f"{name}.yaml").write_text(text, "utf-8")


def rows(engine: Engine, path: Path) -> int:
    """How many rows the issue's page has."""
    return engine.set_issue(path).makeups[0].grid.rows


def test_what_the_paper_says_holds_for_its_issue(tmp_path):
    issue, _, _ = read_issue(paper(tmp_path, "paper: 青河日报\ntemplate: tabloid\nregistration: CN 00-0001\n"))
    assert issue is not None
    assert issue.paper is not None
    assert (issue.paper.value, issue.pages[0].template) == ("青河日报", "tabloid")
    assert issue.imprint.registration is not None
    assert issue.imprint.registration.value == "CN 00-0001"


def test_what_the_issue_says_goes_before(tmp_path):
    issue, _, _ = read_issue(paper(tmp_path, "paper: 青河日报\ntemplate: tabloid\n", own="template: broadsheet\n"))
    assert issue is not None
    assert issue.pages[0].template == "broadsheet"


def test_names_of_both_count(tmp_path):
    issue, _, _ = read_issue(paper(tmp_path, "names: [青河乡]\n", own="names: [党工委]\n"))
    assert issue is not None
    assert issue.names == ("青河乡", "党工委")


def test_every_page_of_an_issue_has_the_papers_look(tmp_path):
    pages = "pages:\n" + "".join(
        f"  - page: {number}\n    section: 要闻\n    stories: [{{headline: 青河涨水, body: 水位上涨。}}]\n"
        for number in (1, 2)
    )
    issue, _, _ = read_issue(paper(tmp_path, "template: tabloid\n", page=pages))
    assert issue is not None
    assert [page.template for page in issue.pages] == ["tabloid", "tabloid"]


def test_the_layout_beside_the_papers_file_is_used(tmp_path):
    path = paper(tmp_path, "template: house\n")
    with_template(tmp_path, "house", foot="60mm")
    assert rows(Engine(), path) < rows(Engine(), paper(tmp_path / "other", "template: tabloid\n"))


def test_an_engine_sees_that_the_papers_layout_has_changed(tmp_path):
    path, engine = paper(tmp_path, "template: house\n"), Engine()
    with_template(tmp_path, "house", foot="60mm")
    before = rows(engine, path)
    (tmp_path / "paper.yaml").write_text("template: tabloid\n", "utf-8")
    assert rows(engine, path) > before


def test_an_issue_of_no_paper_does_not_see_the_layout_of_the_one_before(tmp_path):
    path, engine = paper(tmp_path, "template: house\n"), Engine()
    with_template(tmp_path, "house", foot="60mm")
    engine.set_issue(path)
    path.write_text(path.read_text("utf-8").replace("extends: ../paper.yaml", "template: house"), "utf-8")
    assert "P209" in [found.code for found in engine.set_issue(path).diagnostics]


def test_the_fonts_beside_the_papers_file_are_used(tmp_path):
    path = paper(tmp_path, "template: tabloid\n")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "fonts.yaml").write_text("roles:\n  headline: {faces: [noto-sans-sc-700]}\n", "utf-8")
    result = Engine().set_issue(path)
    assert result.kit is not None
    assert result.kit.catalogue.resolve("headline", "青")[0] == "noto-sans-sc-700"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("papr: 青河日报\n", "P130"),
        ("date: 2026-01-05\n", "P131"),
        ("template: nope\n", "P209"),
        ("names: [\n", "P107"),
    ],
)
def test_a_fault_of_the_papers_file_is_told_there(tmp_path, words, code):
    found = [each for each in read_issue(paper(tmp_path, words))[1] if each.code == code]
    assert [Path(each.span.file).name for each in found if each.span] == ["paper.yaml"]


def test_a_papers_file_that_is_not_there_is_told_where_it_is_named(tmp_path):
    path = paper(tmp_path, "template: tabloid\n")
    (tmp_path / "paper.yaml").unlink()
    found = [each for each in read_issue(path)[1] if each.code == "P206"]
    assert [each.span.line for each in found if each.span] == [1]


def test_a_confined_run_does_not_look_outside(tmp_path):
    _, found, sources = read_issue(paper(tmp_path, "template: nope\n"), house=House(confine=True))
    assert [each.code for each in found if each.severity.name == "ERROR"] == ["P239"]
    assert not any("paper.yaml" in name for name in sources)


def test_the_papers_file_is_among_what_a_run_reads(tmp_path):
    path = paper(tmp_path, "template: tabloid\n")
    assert tmp_path / "paper.yaml" in files_read(Engine().set_issue(path))


def test_a_draft_is_drawn_whatever_is_wrong_with_the_papers_file(tmp_path):
    result = Engine().set_issue(paper(tmp_path, "templat: tabloid\n"), draft=True)
    assert not result.ok
    assert result.pages
