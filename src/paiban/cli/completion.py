"""``typeset completion``: a script that lets a shell complete the commands, their options and files."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping
from importlib import import_module

BASH = """\
_typeset() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} command=set word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $word in {names}) command=$word; break;; esac
    done
    local words="{all_names}"
    case $command in
{cases}
    esac
    [[ $current == -* ]] || words="{all_names}"
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"; compgen -f -- "$current")
}}
complete -o filenames -F _typeset typeset
"""

ZSH = "autoload -U +X bashcompinit && bashcompinit\n"
"""What goes before the script of bash, so that zsh takes it."""

FISH_OPTION = "complete -c typeset -n '__fish_seen_subcommand_from {command}' {form} {option}"
FISH_COMMAND = "complete -c typeset -n __fish_use_subcommand -a {command} -d '{help}'"


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("shell", choices=tuple(SCRIPTS), help="the shell that reads the script · 哪一种 shell")


def run(options: Namespace) -> int:
    """Print the script."""
    print(SCRIPTS[options.shell](options_by_command()), end="")
    return 0


def options_by_command() -> dict[str, list[str]]:
    """Every command with its options, as its own module declares them."""
    from paiban.cli.main import COMMANDS  # noqa: PLC0415  main loads this module, not the other way round

    found = {}
    for command in COMMANDS:
        parser = ArgumentParser(prog="typeset", argument_default=SUPPRESS)
        import_module(f"paiban.cli.{command}").configure(parser)
        found[command] = [word for action in parser._actions for word in action.option_strings]
    return found


def bash(commands: Mapping[str, list[str]]) -> str:
    """The script for bash."""
    cases = "\n".join(f'        {name}) words="{" ".join(words)}";;' for name, words in commands.items())
    return BASH.format(names="|".join(commands), all_names=" ".join(commands), cases=cases)


def zsh(commands: Mapping[str, list[str]]) -> str:
    """The script for zsh."""
    return ZSH + bash(commands)


def fish(commands: Mapping[str, list[str]]) -> str:
    """The script for fish."""
    from paiban.cli.main import COMMANDS  # noqa: PLC0415  as above

    rows = [FISH_COMMAND.format(command=name, help=COMMANDS[name].replace("'", "’")) for name in commands]
    for command, words in commands.items():
        for word in words:
            form = "-l" if word.startswith("--") else "-s"
            rows.append(FISH_OPTION.format(command=command, form=form, option=word.lstrip("-")))
    return "\n".join(rows) + "\n"


SCRIPTS = {"bash": bash, "zsh": zsh, "fish": fish}
