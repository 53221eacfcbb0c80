"""``typeset completion``: the scripts name every command and every option."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from paiban.cli.completion import options_by_command
from paiban.cli.main import COMMANDS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_can_be_completed(typeset, shell):
    script = typeset("completion", shell).out
    for command, words in options_by_command().items():
        assert command in script
        assert all(word.lstrip("-") in script for word in words)


def test_no_command_is_forgotten():
    assert list(options_by_command()) == list(COMMANDS)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [(("ch",), "check"), (("proof", "--pl"), "--plates"), (("issue.yaml", "--pre"), "--preflight")],
)
def test_bash_completes_by_the_script(typeset, tmp_path, typed, offered):
    words = " ".join(f"'{word}'" for word in ("typeset", *typed))
    ask = f"COMP_WORDS=({words}); COMP_CWORD={len(typed)}; _paiban; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    script = typeset("completion", "bash").out + ask
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path, timeout=20)
    assert done.stderr == ""
    assert offered in done.stdout.split()


def test_the_page_of_commands_names_every_command_and_only_options_that_there_are():
    page = (Path(__file__).parents[3] / "docs" / "commands.md").read_text("utf-8")
    for command in set(COMMANDS) - {"set"}:
        assert f"`paiban {command}" in page
    known = {word for words in options_by_command().values() for word in words} | {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", page)) <= known
