"""``paiban shell``: what makes ``paiban issue.yaml`` reach us at the prompt of bash and zsh.

``paiban`` is a word of these shells, so the program of that name is never found there. The script hooks on the line
being accepted at the prompt: where it is plainly meant for us, its first word becomes ``paiban``. The shell's own word
is not touched anywhere, so scripts, functions and the shell's start-up files keep it.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.console import give
from paiban.cli.speech import add_language, say

JUDGE = r"""
__paiban_typed() {{
    local line=${{1%%[;&|<>]*}}
    local shells='[[:blank:]][A-Za-z_][A-Za-z0-9_]*(\[[^]]*\])?\+?='
    local command='^[[:blank:]]*typeset[[:blank:]]+({commands}|--help|--version)([[:blank:]]|$)'
    local file='^[[:blank:]]*typeset[[:blank:]].*\.[Yy][Aa]?[Mm][Ll]["'\'']?([[:blank:]]|$)'
    [[ ! $line =~ $shells ]] && [[ $line =~ $command || $line =~ $file ]]
}}
"""
"""Whether a line is for us: up to its first operator it assigns nothing and names a command of ours or a YAML file."""

BASH = """\
if [[ $- == *i* && -z $__paiban_hooked ]]; then
__paiban_hooked=1
__paiban_program={program}
{judge}
__paiban_line() {{
    if [[ $__paiban_fresh == 1 ]] && __paiban_typed "$READLINE_LINE"; then
        READLINE_LINE=${{READLINE_LINE/typeset/"$__paiban_program"}}
        READLINE_POINT=${{#READLINE_LINE}}
    fi
    __paiban_fresh=0
}}
PROMPT_COMMAND="__paiban_fresh=1${{PROMPT_COMMAND:+;$PROMPT_COMMAND}}"
for __paiban_keys in emacs vi-insert vi-command; do
    bind -m $__paiban_keys -x '"\\C-x\\C-pl": __paiban_line'
    bind -m $__paiban_keys '"\\C-x\\C-pa": accept-line'
    bind -m $__paiban_keys '"\\C-m": "\\C-x\\C-pl\\C-x\\C-pa"'
    bind -m $__paiban_keys '"\\C-j": "\\C-x\\C-pl\\C-x\\C-pa"'
done
unset __paiban_keys
fi
"""

ZSH = """\
if [[ -o interactive && -z $__paiban_hooked ]]; then
__paiban_hooked=1
__paiban_program={program}
{judge}
__paiban_line() {{
    if [[ $CONTEXT == start ]] && __paiban_typed "$BUFFER"; then
        BUFFER=${{BUFFER/typeset/"$__paiban_program"}}
    fi
    zle __paiban_accept -- "$@"
}}
zle -A accept-line __paiban_accept
zle -N accept-line __paiban_line
fi
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("shell", choices=tuple(SCRIPTS), help=say("哪一种 shell", "the shell that reads the script"))
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the script."""
    from paiban.cli.main import COMMANDS  # noqa: PLC0415  main loads this module, not the other way round

    judge = JUDGE.format(commands="|".join(COMMANDS)).strip("\n")
    give(SCRIPTS[options.shell].format(judge=judge, program=program()))
    return 0


def program() -> str:
    """What a line calls us by, as a word of the script: ``paiban`` where that is in the path, else where we lie."""
    beside = Path(sys.argv[0]).absolute().with_name("paiban")
    found = shutil.which("paiban") is not None or not beside.is_file()
    return "paiban" if found else shlex.quote(shlex.quote(str(beside)))
