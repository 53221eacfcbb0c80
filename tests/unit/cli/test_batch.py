"""``typeset batch``: many issues, one report."""

from __future__ import annotations

import json

import pytest

from tests.support.issues import story, write_issue
from tests.unit.cli.conftest import BODY


@pytest.fixture
def issues(tmp_path):
    """A folder of three issues, the second of which has no room for its copy."""
    for name, rows in (("a", "1-27"), ("b", "1-10"), ("c", "1-27")):
        (tmp_path / name).mkdir()
        write_issue(tmp_path / name, story(columns="1-2", rows=rows, body=BODY))
    return tmp_path


def pdfs(folder):
    return sorted(path.name for path in folder.rglob("*.pdf"))


@pytest.mark.parametrize("count", ["1", "2"])
def test_every_issue_of_a_folder_is_set_and_told_in_order(typeset, issues, count):
    run = typeset("batch", issues, "--lang", "en", "-j", count)
    assert [line.split()[0] for line in run.out.splitlines()] == ["ok", "BAD", "ok", "3"]
    assert run.out.splitlines()[-1] == "3 issues, 1 with errors"
    assert run.code == 1


def test_a_bad_issue_does_not_keep_the_others_from_their_pdf(typeset, issues):
    typeset("batch", issues, "-j", "1")
    assert pdfs(issues) == ["a.pdf", "c.pdf"]


def test_what_was_found_stands_with_its_file(typeset, issues):
    run = typeset("batch", issues, "-j", "1", "--lang", "en", "-q")
    assert f"{issues / 'b' / 'issue.yaml'}:" in run.err
    assert run.out == "3 issues, 1 with errors\n"


def test_json_is_one_array_for_all_issues(typeset, issues):
    found = json.loads(typeset("batch", issues, "-j", "1", "--format", "json", "-q").err)
    assert {entry["span"]["file"] for entry in found} == {str(issues / "b" / "issue.yaml")}


def test_a_folder_stands_for_every_issue_file_in_it_and_for_no_other(typeset, tmp_path):
    whole = write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY))
    whole.rename(tmp_path / "a01.yaml")
    words = (tmp_path / "a01.yaml").read_text("utf-8")
    (tmp_path / "a02.yml").write_text(words.replace("stories:", "'稿件':", 1), "utf-8")
    (tmp_path / "a03.yaml").write_bytes(words.replace("stories:", "稿件:", 1).encode("gb18030"))
    (tmp_path / "issue.yaml").write_text("storie: [", "utf-8")
    (tmp_path / "paper.yaml").write_text("paper: 沅江晚报\n", "utf-8")
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout" / "own.yaml").write_text("furniture:\n  - pages: all\n", "utf-8")
    run = typeset("batch", tmp_path, "-j", "1", "--lang", "en", "--check")
    assert [line.split()[-1].rsplit("/")[-1] for line in run.out.splitlines()[:-1]] == [
        "a01.yaml", "a02.yml", "a03.yaml", "issue.yaml",
    ]  # fmt: skip


def test_checking_writes_nothing(typeset, issues):
    assert typeset("batch", issues / "a", issues / "c", "--check", "-j", "1").code == 0
    assert pdfs(issues) == []


def test_files_may_be_named_one_by_one_and_each_is_set_once(typeset, issues):
    one = issues / "a" / "issue.yaml"
    run = typeset("batch", one, one, issues / "a", "--lang", "en")
    assert run.out.splitlines()[-1] == "1 issues, 0 with errors"


def test_a_folder_without_an_issue_is_an_error(typeset, tmp_path):
    run = typeset("batch", tmp_path, "--lang", "en")
    assert run.code == 1
    assert "no issue file there" in run.err


@pytest.mark.parametrize("count", ["0", "-1", "x", "1000"])
def test_a_number_of_processes_is_a_small_number(typeset, issues, count):
    assert typeset("batch", issues, "-j", count).code == 2


def test_two_issues_that_would_be_one_file_are_told_apart(typeset, tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    first = write_issue(folder, story(columns="1-2", rows="1-27", body=BODY))
    second = folder / "a.yaml"
    second.write_bytes(first.read_bytes())
    run = typeset("batch", first, second, "--lang", "en", "-j", "1")
    assert run.code == 1
    assert run.err.count("error[P729]") == 1
    assert [line.split()[0] for line in run.out.splitlines()] == ["ok", "BAD", "2"]


def test_what_is_done_is_not_set_again(typeset, issues):
    typeset("batch", issues / "a", "-j", "1", "--resume")
    made = issues / "a" / "a.pdf"
    before = made.stat().st_mtime_ns
    run = typeset("batch", issues / "a", issues / "c", "-j", "1", "--lang", "en", "--resume")
    assert [line.split("  ")[0].strip() for line in run.out.splitlines()[:-1]] == ["as before", "ok"]
    assert made.stat().st_mtime_ns == before


@pytest.mark.parametrize("change", ["copy", "output"])
def test_what_has_changed_since_is_set_again(typeset, issues, change):
    typeset("batch", issues / "a", "-j", "1", "--resume")
    if change == "copy":
        write_issue(issues / "a", story(columns="1-2", rows="1-27", body=BODY.replace("天气", "天色", 1)))
    else:
        (issues / "a" / "a.pdf").write_bytes(b"")
    run = typeset("batch", issues / "a", "-j", "1", "--lang", "en", "--resume")
    assert run.out.splitlines()[0].startswith("ok ")
    assert (issues / "a" / "a.pdf").read_bytes()


def test_what_had_errors_is_told_again(typeset, issues):
    typeset("batch", issues / "b", "-j", "1", "--resume")
    assert typeset("batch", issues / "b", "-j", "1", "--resume").code == 1
