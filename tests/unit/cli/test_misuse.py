"""Wrong command lines: told in the language of the run, with what to write instead, and 2 as the exit code."""

from __future__ import annotations

import json

import pytest

from paiban.cli.main import COMMANDS

WRONG = [
    ("x.yaml --zzzz", "没有 --zzzz 这个选项", "set --help"),
    ("x.yaml --drft", "没有 --drft 这个选项", "是不是 --draft？"),
    ("--draf", "没有 --draf 这个选项", "是不是 --draft？"),
    ("chek x.yaml", "没有 chek 这个命令", "是不是 check？"),
    ("check", "还要写 ISSUE.yaml", "check --help"),
    ("x.yaml y.yaml", "“y.yaml”是多出来的", "set --help"),
    ("", "没有写做什么", "--help"),
    ("x.yaml -o", "--output 后面要写 FILE", "--help"),
    ("mend a.pdf --size 3mm", "--size 后面要写 WIDTH HEIGHT", "--help"),
    ("check x.yaml --lang fr", "--lang 没有“fr”这种写法，可以写：zh、en", "--help"),
    ("schema foo", "没有“foo”这种写法，可以写：issue、paper", "--help"),
    ("proof x.yaml --dpi 9", "--dpi “9”不在范围里：20 … 600", "--help"),
    ("proof x.yaml --page x", "--page 后面不能写“x”，要写数", "--help"),
    ("galley x.yaml --measure 13", "写长度要带单位", "--help"),
    ("x.yaml --layout nowhere", "“nowhere”：没有这个文件夹", "--help"),
    ("move x.yaml", "--date、--page 要写一个", "--help"),
    ("move x.yaml --date 2026-12-01 --page 1", "--page 和 --date 只能写一个", "--help"),
    ("check x.yaml --quiet=3", "--quiet 后面不写值", "--help"),
]


@pytest.fixture(autouse=True)
def in_chinese(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.mark.parametrize(("line", "problem", "remedy"), WRONG)
def test_wrong_usage_is_told_with_what_to_write(typeset, line, problem, remedy):
    run = typeset(*line.split())
    assert run.code == 2
    assert problem in run.err
    assert remedy in run.err.partition("建议")[2]
    assert run.out == ""


@pytest.mark.parametrize(("line", "problem", "remedy"), [each for each in WRONG if each[0]])
def test_a_program_gets_it_in_both_languages(typeset, line, problem, remedy):
    (found,) = json.loads(typeset(*line.split(), "--format=json").err)
    assert found["code"] == "P780"
    assert problem in found["message"]["zh"]
    assert found["message"]["en"] != found["message"]["zh"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_of_the_user(typeset, command, monkeypatch):
    chinese = typeset(command, "--help").out
    assert chinese.startswith("用法：")
    assert COMMANDS[command].zh in chinese
    monkeypatch.setenv("LC_ALL", "C")
    english = typeset(command, "--help").out
    assert english.startswith("usage: ")
    assert COMMANDS[command].en[:30] in english


def test_the_language_that_is_asked_for_goes_before_the_users(typeset):
    assert "there is no option --zzzz" in typeset("x.yaml", "--zzzz", "--lang", "en").err
