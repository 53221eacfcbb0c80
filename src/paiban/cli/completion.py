"""``paiban completion``: a script that lets a shell complete the commands, their options and files."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping
from importlib import import_module

from paiban.cli.console import give
from paiban.cli.speech import add_language, say

BASH = """\
_paiban() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} command=set word
    for word in "${{COMP_WORDS[@]:1:$((COMP_CWORD-1))}}"; do
        case $word in {names}) command=$word; break;; esac
    done
    local offered="{all_names}"
    case $command in
{cases}
    esac
    [[ $current == -* ]] || offered="{all_names}"
    local IFS=$'\n'
    COMPREPLY=($(IFS=' '; compgen -W "$offered" -- "$current"; compgen -f -- "$current"))
}}
complete -o filenames -F _paiban {programs}
"""

ZSH = "autoload -U +X bashcompinit && bashcompinit\n"
"""What goes before the script of bash, so that zsh takes it."""

PROGRAMS = {"bash": "paiban typeset", "zsh": "paiban", "fish": "paiban typeset"}
"""What is completed: to zsh ``paiban`` is a word of its own, with a completion of its own."""

FISH_OPTION = "complete -c {program} -n '__fish_seen_subcommand_from {command}' {form} {option}"
FISH_COMMAND = "complete -c {program} -n __fish_use_subcommand -a {command} -d '{help}'"


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("shell", choices=tuple(SCRIPTS), help=say("哪一种 shell", "the shell that reads the script"))
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the script."""
    give(SCRIPTS[options.shell](options_by_command()))
    return 0


def options_by_command() -> dict[str, list[str]]:
    """Every command with its options, as its own module declares them."""
    from paiban.cli.main import COMMANDS  # noqa: PLC0415  main loads this module, not the other way round

    found = {}
    for command in COMMANDS:
        parser = ArgumentParser(argument_default=SUPPRESS)
        import_module(f"paiban.cli.{command}").configure(parser)
        found[command] = [word for action in parser._actions for word in action.option_strings]
    return found


def bash(commands: Mapping[str, list[str]], shell: str = "bash") -> str:
    """The script for bash."""
    cases = "\n".join(f'        {name}) offered="{" ".join(words)}";;' for name, words in commands.items())
    return BASH.format(names="|".join(commands), all_names=" ".join(commands), cases=cases, programs=PROGRAMS[shell])


def zsh(commands: Mapping[str, list[str]]) -> str:
    """The script for zsh."""
    return ZSH + bash(commands, "zsh")


def fish(commands: Mapping[str, list[str]]) -> str:
    """The script for fish."""
    from paiban.cli.main import COMMANDS  # noqa: PLC0415  as above

    rows = []
    for program in PROGRAMS["fish"].split():
        for name, words in commands.items():
            rows.append(FISH_COMMAND.format(program=program, command=name, help=say(*COMMANDS[name]).replace("'", "’")))
            rows += [fish_option(program, name, word) for word in words]
    return "\n".join(rows) + "\n"


def fish_option(program: str, command: str, word: str) -> str:
    """One option of a command, for fish."""
    form = "-l" if word.startswith("--") else "-s"
    return FISH_OPTION.format(program=program, command=command, form=form, option=word.lstrip("-"))


SCRIPTS = {"bash": bash, "zsh": zsh, "fish": fish}
