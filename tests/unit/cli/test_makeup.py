"""``typeset makeup``: what it prints, writes and gives back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.support.issues import FILE, issue_text, tiny_fonts
from tests.support.open_pages import open_story, page_stories, read_back, spread_text


@pytest.fixture
def makeup(typeset, tmp_path):
    """``typeset makeup`` on an issue's text, in the tiny face."""

    def run(text: str, *words: str):
        path = tmp_path / FILE
        path.write_text(text, "utf-8")
        return typeset("makeup", path, "--fonts", tiny_fonts(), "--lang", "en", *words)

    return run


@pytest.fixture(scope="module")
def open_page() -> str:
    return issue_text(*page_stories(((5, 120), (4, 90), (3, 70), (2, 50))))


def test_the_capacity_stands_before_the_plans(makeup, open_page):
    run = makeup(open_page)
    first, second = run.out.splitlines()[:2]
    assert first.startswith("page 2 capacity   standard 9 pt, 6 columns × 71 rows = 426 lines")
    assert all(word in second for word in ("copy", "heads and white", "pictures 0 0%", "adverts 0 0%", "in all"))


def test_the_parts_of_the_capacity_sum_to_all(makeup, open_page):
    words = makeup(open_page).out.splitlines()[1].replace("heads and white", "heads").split()
    copy, heads, total = (int(words[words.index(name) + 1]) for name in ("copy", "heads", "all"))
    assert copy + heads == total


def test_a_plan_is_shown_with_its_score_and_its_copy_fit(makeup, open_page):
    out = makeup(open_page).out
    assert "score" in out
    assert all(f"s{n}" in out for n in range(1, 5))


def test_nothing_is_written_unless_asked(makeup, open_page, tmp_path):
    makeup(open_page)
    assert (tmp_path / FILE).read_text("utf-8") == open_page


def test_write_puts_the_places_into_the_file(makeup, open_page, tmp_path):
    makeup(open_page, "--write", "-q")
    stories = read_back((tmp_path / FILE).read_text("utf-8"))["stories"]
    assert all(set(story["place"]) == {"columns", "rows"} for story in stories)


def test_a_second_run_writes_the_same(makeup, open_page, tmp_path):
    makeup(open_page, "--write", "-q")
    text = (tmp_path / FILE).read_text("utf-8")
    makeup(text, "--write", "-q")
    assert (tmp_path / FILE).read_text("utf-8") == text


def test_several_plans_are_numbered(makeup, open_page):
    out = makeup(open_page, "--best", "2").out
    assert "\n1.\n" in out
    assert "\n2.\n" in out


def test_what_is_found_of_each_of_several_plans_stands_under_its_number(makeup, open_page):
    run = makeup(open_page, "--best", "2", "-v")
    assert [line for line in run.err.splitlines() if line.startswith("plan ")] == ["plan 1:", "plan 2:"]


def test_what_is_found_of_a_single_plan_has_no_number(makeup, open_page):
    assert "plan 1:" not in makeup(open_page, "-v").err


def test_a_plan_that_is_not_there_cannot_be_chosen(makeup, open_page, tmp_path):
    run = makeup(open_page, "--choose", "9", "--write")
    if run.code == 2:
        assert (tmp_path / FILE).read_text("utf-8") == open_page
    else:
        assert "\n9.\n" in run.out


def test_copy_that_cannot_fit_is_told_with_what_would_have_to_go(makeup):
    run = makeup(issue_text(open_story("a", 5, 500)))
    assert run.code == 1
    assert "P522" in run.err
    assert "P501" in run.err
    assert "capacity" in run.out


def test_an_issue_that_cannot_be_read_is_told(makeup):
    run = makeup("date: 2022-03-31\n")
    assert run.code == 1
    assert run.out == ""
    assert run.err


def test_quiet_prints_errors_only(makeup, open_page):
    assert makeup(open_page, "-q").out == ""


def test_pages_are_spread_and_written(makeup, tmp_path: Path):
    stories = page_stories(((5, 110), (4, 80), (3, 60), (5, 110), (4, 80), (3, 60)))
    makeup(spread_text(*stories, page_count=2), "--write", "-q")
    read = read_back((tmp_path / FILE).read_text("utf-8"))["stories"]
    assert {story["page"] for story in read} == {"1", "2"}


def test_thumbnails_of_each_page_are_written(makeup, open_page, tmp_path):
    target = tmp_path / "plan.png"
    makeup(open_page, "-q", "-o", str(target), "--dpi", "10")
    assert [path.name for path in sorted(tmp_path.glob("*.png"))] == ["plan-1-2.png"]


@pytest.mark.parametrize("word", ["--best=0", "--best=x", "--budget=-1s", "--budget=x"])
def test_wrong_values_are_wrong_usage(makeup, open_page, word):
    assert makeup(open_page, word).code == 2


def test_the_issue_can_come_from_standard_input(typeset, open_page, makeup):
    options = ("--fonts", tiny_fonts(), "--lang", "en")
    run = typeset("makeup", "-", *options, stdin=open_page.encode())
    assert run.code == 0
    assert run.out == makeup(open_page).out


def test_places_cannot_be_written_back_to_standard_input(typeset, open_page):
    run = typeset("makeup", "-", "--write", stdin=open_page.encode())
    assert run.code == 2
    assert "--write" in run.err


def test_an_issue_saved_during_the_search_is_not_written_over(makeup, open_page, monkeypatch, tmp_path):
    from paiban.cli import makeup as command  # noqa: PLC0415

    search = command.propose_issue

    def slow(path, *words):
        proposed = search(path, *words)
        path.write_text("saved meanwhile", "utf-8")
        return proposed

    monkeypatch.setattr(command, "propose_issue", slow)
    run = makeup(open_page, "--write")
    assert run.code == 1
    assert "error[P726]" in run.err
    assert (tmp_path / FILE).read_text("utf-8") == "saved meanwhile"


def test_a_thumbnail_that_may_not_be_written_is_an_error(makeup, open_page, tmp_path):
    (tmp_path / "x-1-2.png").write_bytes(b"kept")
    run = makeup(open_page, "-o", str(tmp_path / "x.png"), "--no-clobber")
    assert run.code == 1
    assert "error[P725]" in run.err
    assert (tmp_path / "x-1-2.png").read_bytes() == b"kept"


@pytest.mark.parametrize(
    "fault",
    [
        open_story("over", 900, 5) | {"body": "天地人和" * 9000},  # more copy than the page takes
        {"headline": "春天来了", "body": "天地人和。", "weight": 9},
        {"picture": "nowhere.jpg"},
    ],
    ids=["too much", "a weight of nine", "no picture"],
)
def test_a_page_that_does_not_come_clean_is_shown_as_a_draft(makeup, tmp_path, fault):
    run = makeup(issue_text(*page_stories(((5, 120), (4, 90))), fault), "-o", tmp_path / "plan.png", "-q")
    assert run.code == 1
    assert [path.name for path in tmp_path.glob("plan*")] in (["plan-draft-2.png"], ["plan-draft-1-2.png"])


def test_an_issue_that_cannot_be_read_has_no_draft(makeup, tmp_path):
    assert makeup("stories: [", "-o", tmp_path / "plan.png").code == 1
    assert not list(tmp_path.glob("plan*"))


def test_with_two_seconds_there_is_a_page(makeup, tmp_path):
    """A search that is cut short still gives what it had."""
    run = makeup(issue_text(*page_stories()), "--budget", "2s", "-o", tmp_path / "plan.png")
    assert list(tmp_path.glob("plan-*1-2.png"))
    assert "score" in run.out


@pytest.fixture
def judged(typeset, tmp_path, open_page):
    """``typeset makeup --judge`` with answers, in the tiny face, and what it kept."""
    path, kept = tmp_path / FILE, tmp_path / "kept.jsonl"
    path.write_text(open_page, "utf-8")

    def run(answers: str, *words: str):
        options = ("--fonts", tiny_fonts(), "--judgements", kept, "-o", tmp_path / "pair.png", "--dpi", "20")
        result = typeset("makeup", path, "--judge", *options, *words, stdin=answers.encode())
        return result, [json.loads(line) for line in kept.read_text("utf-8").splitlines()] if kept.exists() else []

    return run


def test_an_answer_is_kept_with_the_looks_of_both_plans(judged, tmp_path, open_page):
    result, (said,) = judged("l\n", "--judge-name", "desk", "--lang", "zh")
    assert result.code == 0
    assert (said["choice"], said["judge"]) == ("left", "desk")
    assert {said["left"]["plan"], said["right"]["plan"]} == {1, 2}
    assert said["left"]["pages"][0]["looks"].keys() == said["right"]["pages"][0]["looks"].keys() >= {"trapped_white"}
    assert "困白" in result.out
    assert (tmp_path / FILE).read_text("utf-8") == open_page
    with Image.open(tmp_path / "pair.png") as picture:
        assert picture.width > picture.height  # two pages side by side


def test_a_second_answer_stands_below_the_first(judged):
    judged("=\n")
    _, said = judged("右\n")
    assert [each["choice"] for each in said] == ["equal", "right"]
    assert said[0]["seed"] != said[1]["seed"]


def test_what_is_no_answer_is_asked_again_and_q_ends(judged):
    result, said = judged("both\nq\n", "--lang", "en")
    assert "“both” is no answer" in result.err
    assert (result.code, said) == (0, [])


def test_an_issue_from_standard_input_cannot_be_judged(typeset, open_page):
    run = typeset("makeup", "-", "--judge", "--lang", "zh", stdin=open_page.encode())
    assert run.code == 2
    assert "--judge" in run.err


def test_one_plan_that_can_be_printed_is_no_pair(typeset, tmp_path):
    path = tmp_path / FILE
    path.write_text(issue_text(open_story("a", 5, 500)), "utf-8")
    run = typeset("makeup", path, "--judge", "--fonts", tiny_fonts(), "--lang", "en", stdin=b"l\n")
    assert run.code == 1
    assert "two plans" in run.err


def test_judgements_that_cannot_be_kept_are_an_error(typeset, tmp_path, open_page):
    path = tmp_path / FILE
    path.write_text(open_page, "utf-8")
    run = typeset("makeup", path, "--judge", "--fonts", tiny_fonts(), "--judgements", tmp_path, stdin=b"l\n")
    assert run.code == 1
    assert "P720" in run.err
