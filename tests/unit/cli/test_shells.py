"""What the README and the page of commands say, typed into real shells; and the shells' own ``typeset`` left alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from paiban.cli.new import issue_files
from tests.support.shell import BIN, START, Shell
from tests.unit.intake.word import document, paragraph

ROOT = Path(__file__).parents[3]
PAGES = ("README.md", "README.zh-CN.md", "docs/commands.md")
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))
    for name in START
]

WORDS = (
    ("FILE.pdf", "any.pdf"),
    ("ISSUE.yaml", "issue.yaml"),
    ("SHELL", "fish"),
    ("SOURCE", "2022-03-31/"),
    (" …", ""),
    ("\\|", "|"),
)
"""What stands in a page for a word of one's own, and such a word."""

OTHERS = {"paiban chek issue.yaml": 2}
"""Commands that the pages show for what is wrong with them, and their exit code; all others end with 0."""


STAYING = ("watch", "desk", "serve")
"""Commands that stay until they are told to go."""


def commands() -> list[str]:
    """Every command that the pages show: in a line of text, in a table, in a block for the shell."""
    found: list[str] = []
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        found += [part for block in blocks for line in block.splitlines() for part in line.split(" && ")]
        found += re.findall(r"`((?:(?:paiban|typeset|python -m paiban) [^`]+|eval [^`]+))`", text)
    for word, own in WORDS:
        found = [command.replace(word, own) for command in found]
    return list(dict.fromkeys(found))


def is_ours(command: str) -> bool:
    """Whether a command sets or checks something; making an environment is what the CI begins with."""
    return (" " in command and "paiban" in command) or re.search(r"\btypeset (?!-\w\b|[a-z]=)", command) is not None


def begin(folder: Path) -> None:
    """What a new issue begins with, without its folders."""
    ((path, data),) = issue_files(folder, "start", "en").items()
    path.write_bytes(data)


def make_desk(folder: Path, command: str) -> None:
    """What the command's words name: an issue, a PDF, a folder with an issue, this installation as ``.venv``."""
    folder.mkdir()
    begin(folder)
    (folder / ".venv").symlink_to(BIN.parent)
    (folder / "issues" / "kaifaqu-shizheng").mkdir(parents=True)
    begin(folder / "issues" / "kaifaqu-shizheng")
    if "any.pdf" in command:
        subprocess.run([BIN / "paiban", "issue.yaml", "-q", "-o", "any.pdf"], cwd=folder, check=True, timeout=60)
    if "OPS.json" in command:
        (folder / "OPS.json").write_text('{"operations": [{"op": "unset", "at": [], "key": "credits"}]}')
    if "answers.txt" in command:
        (folder / "answers.txt").write_text("q\n")
        free = re.sub(
            r"^    (place|legs|headline_form):.*\n", "", (folder / "issue.yaml").read_text("utf-8"), flags=re.M
        )
        (folder / "issue.yaml").write_text(free, "utf-8")
    if " import " in command:
        (folder / "2022-03-31").mkdir()
        (folder / "2022-03-31" / "story.txt").write_text("春来早\n\n　　草木绿了。\n", "utf-8")
        (folder / "2022-03-31.docx").write_bytes(document(paragraph("春来早", style="1"), paragraph("草木绿了。")))
    if " move " in command:
        for place in (folder, folder / "2026-11-27"):
            for path, data in issue_files(place, "issue", "en").items():
                path.parent.mkdir(parents=True, exist_ok=True)
                # nothing may name what goes: the index is without the stories of page 3
                named = rb"(?m)^.*{story: (market|shoes|winter),.*\n"
                path.write_bytes(re.sub(named, b"", data) if path.suffix == ".yaml" else data)
    if "batch DIR" in command:
        (folder / "DIR").mkdir()
        begin(folder / "DIR")


@pytest.fixture(scope="module", params=SHELLS)
def shell(request, tmp_path_factory) -> Iterator[tuple[str, Shell, Path]]:
    folder = tmp_path_factory.mktemp(request.param)
    with Shell(request.param, folder) as opened:
        assert opened.type(f'eval "$(paiban shell {request.param})"').code == 0
        opened.type("export BROWSER=true")  # what the desk opens is no matter of the shell
        opened.type(f"unset PAIBAN_SERVE; export XDG_RUNTIME_DIR='{folder}'")  # no engine but its own is asked
        yield request.param, opened, folder


@pytest.mark.parametrize("command", [command for command in commands() if is_ours(command)])
def test_every_command_of_the_pages_does_as_it_is_written(shell, command):
    name, opened, folder = shell
    if command.startswith("eval"):
        command = command.replace("bash", name).replace("zsh", name)
    desk = folder / re.sub(r"\W+", "-", command)
    if not desk.exists():
        make_desk(desk, command)
    opened.type(f"cd '{desk}'")
    if any(word in command.split() for word in STAYING):
        opened.send(f"{command}\r")
        opened.wait_for("Ctrl-C ends")
        opened.send("\x03")
        assert opened.type("").code == 0
        return
    answer = opened.type(command)
    assert answer.code == OTHERS.get(command, 0), answer.text
    assert "not found" not in answer.text
    assert "invalid" not in answer.text


def test_the_pages_name_commands_at_all():
    assert len([command for command in commands() if is_ours(command)]) > 15


OWN = [
    "typeset x=1; [[ $x == 1 ]]",
    "typeset -a a=(1 2 3); [[ ${#a[@]} == 3 ]]",
    "typeset w=1; typeset -p w > p.txt && grep -q 'w=' p.txt",
    "f() { typeset y=2; [[ $y == 2 ]]; }; f && [[ -z $y ]]",
    "typeset -i n=1+2; [[ $n == 3 ]]",
    "typeset file=issue.yaml; [[ $file == issue.yaml ]]",
    "typeset list=(a.yaml b.yaml); [[ ${#list[@]} == 2 ]]",
    "typeset note='see a.yaml'; [[ $note == 'see a.yaml' ]]",
    "typeset check=1; [[ $check == 1 ]]",
    "typeset z; echo no.yaml | grep -q yaml",
    "typeset > all.txt && grep -q PATH all.txt",
]


@pytest.mark.parametrize("line", OWN)
def test_the_shells_own_word_stays_as_it_was(shell, line):
    _, opened, folder = shell
    opened.type(f"cd '{folder}'")
    assert opened.type(line).code == 0


def test_a_function_typed_over_several_lines_keeps_the_shells_word(shell):
    _, opened, folder = shell
    opened.type(f"cd '{folder}'")
    for line in ("g() {", "typeset new", "new=5", "}"):
        opened.send(f"{line}\r")
    assert opened.type("g; [[ -z $new ]]").code == 0
    assert not (folder / "new").exists()


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_completes_as_before(tmp_path):
    with Shell("zsh", tmp_path) as opened:
        assert opened.type('eval "$(paiban shell zsh)"').code == 0
        assert opened.type("autoload -U compinit && compinit -D && (( ${#_comps} > 100 ))").code == 0
        assert opened.type('eval "$(paiban completion zsh)"').code == 0
        opened.send("paiban comple\t")
        opened.wait_for("completion")


@pytest.mark.parametrize("name", SHELLS)
def test_without_the_hook_the_program_answers_to_its_own_name(tmp_path, name):
    with Shell(name, tmp_path) as opened:
        assert "paiban 0" in opened.type("paiban --version").text
        assert opened.type(f"{BIN}/typeset --version").code == 0


@pytest.mark.parametrize("name", SHELLS)
def test_a_script_and_a_second_hook_change_nothing(tmp_path, name):
    script = subprocess.run(
        [BIN / "paiban", "shell", name], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    done = subprocess.run([name, "-c", script + "typeset x=1; echo $x"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")
    with Shell(name, tmp_path) as opened:
        opened.type(f'eval "$(paiban shell {name})"')
        opened.type(f'eval "$(paiban shell {name})"')
        assert "paiban 0" in opened.type("typeset --version").text


def test_a_program_that_is_not_in_the_path_is_called_where_it_lies(tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    away = {"PATH": os.defpath}
    with Shell("bash", tmp_path, away) as opened:
        assert opened.type(f'eval "$({BIN}/typeset shell bash)"').code == 0
        assert "paiban 0" in opened.type("typeset --version").text


@pytest.mark.skipif(shutil.which("dash") is None, reason="dash is not installed")
def test_in_dash_both_names_do(tmp_path):
    for word in ("paiban", "typeset"):
        done = subprocess.run(
            ["dash", "-c", f"PATH={BIN}:$PATH; {word} --version"], capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith("paiban ")


def test_the_module_is_the_same_program(tmp_path):
    done = subprocess.run([sys.executable, "-m", "paiban", "new", "first"], cwd=tmp_path, check=False, timeout=60)
    assert done.returncode == 0
    assert (tmp_path / "first" / "issue.yaml").is_file()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chek", "check"), ("gally", "galley"), ("prooof", "proof"), ("mekeup", "makeup"), ("btach", "batch")],
)
def test_a_mistyped_command_says_which_was_meant(typeset, typed, meant):
    run = typeset(typed, "x.yaml")
    assert run.code == 2
    assert f"did you mean {meant}?" in run.err


def test_a_file_called_nearly_as_a_command_is_a_file(typeset, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    begin(tmp_path)
    (tmp_path / "issue.yaml").rename(tmp_path / "chek")
    assert typeset("chek").code == 0
    assert "error[P110]" in typeset("chek.yaml").err
