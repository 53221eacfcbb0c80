"""What is wrong with a command line, and what to write instead. The words of argparse are asked last of all."""

from __future__ import annotations

from argparse import Action, ArgumentError, ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from itertools import takewhile

from paiban.cli.usage import Misused
from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.source.nearest import nearest


def told(misused: Misused, words: Sequence[str]) -> Diagnostic:
    """A wrong command line as a finding."""
    parser = misused.parser
    action = next((each for each in parser._actions if misused.name in names_of(each)), None)
    if action is not None:
        problem = wrong_value(parser, action, words, str(misused))
    elif (word := odd_word(parser, words, str(misused))) is not None:
        return surplus(parser, word)
    else:
        problem = missing(parser, words) or Words(str(misused), str(misused))
    return misuse(problem, help_of(parser))


def odd_word(parser: ArgumentParser, words: Sequence[str], left: str) -> str | None:
    """An option that there is not, else the word that was ``left`` over, if it is one."""
    options = {option for each in parser._actions for option in each.option_strings}
    unknown = (word for word in words if word.startswith("--") and word.partition("=")[0] not in options)
    return next(unknown, left if left in words else None)


def misuse(problem: Words, remedy: Words) -> Diagnostic:
    """Wrong usage and what to do."""
    return diagnose("P780", None, problem=problem, remedy=remedy)


def mistyped(word: str, meant: str) -> Diagnostic:
    """A word that is nearly a command."""
    return misuse(Words(f"没有 {word} 这个命令", f"there is no command {word}"), guess(meant))


def guess(meant: str) -> Words:
    """What somebody may have meant."""
    return Words(f"是不是 {meant}？", f"did you mean {meant}?")


def help_of(parser: ArgumentParser) -> Words:
    """Where everything that a command takes stands."""
    return Words(f"{parser.prog} --help 列出全部写法", f"{parser.prog} --help lists all that it takes")


def names_of(action: Action) -> tuple[str, ...]:
    """What an option or an argument may be called by argparse: by all its names, by what its value is called."""
    called = action.metavar if isinstance(action.metavar, str) else action.dest
    return ("/".join(action.option_strings), *action.option_strings, called)


def shown(action: Action) -> str:
    """An option as it is written, or what stands for an argument."""
    return action.option_strings[-1] if action.option_strings else names_of(action)[-1]


def surplus(parser: ArgumentParser, word: str) -> Diagnostic:
    """An option that there is not, or a word too many."""
    if not word.startswith("-"):
        return misuse(Words(f"“{word}”是多出来的", f"“{word}” is one word too many"), help_of(parser))
    name = word.partition("=")[0]
    meant = nearest(name, [option for each in parser._actions for option in each.option_strings])
    remedy = guess(meant) if meant else help_of(parser)
    return misuse(Words(f"没有 {name} 这个选项", f"there is no option {name}"), remedy)


def missing(parser: ArgumentParser, words: Sequence[str]) -> Words | None:
    """What a command cannot do without; None where nothing is seen to be missing."""
    for group in parser._mutually_exclusive_groups:
        names = [shown(each) for each in group._group_actions]
        if group.required and not {word.partition("=")[0] for word in words} & {*names}:
            return Words(f"{'、'.join(names)} 要写一个", f"one of {', '.join(names)} is needed")
    if parser._subparsers is not None:
        return Words("没有写做什么", "it does not say what to do")
    wanted = " ".join(shown(each) for each in parser._actions if not each.option_strings and each.required)
    return Words(f"还要写 {wanted}", f"{wanted} is needed") if wanted else None


def wrong_value(parser: ArgumentParser, action: Action, words: Sequence[str], message: str) -> Words:
    """What is wrong with the value of an option or argument."""
    name = shown(action)
    others = [shown(each) for group in parser._mutually_exclusive_groups if action in group._group_actions
              for each in group._group_actions if each is not action and {*each.option_strings} & {*words}]  # fmt: skip
    if others:
        return Words(f"{name} 和 {others[0]} 只能写一个", f"{name} and {others[0]} do not go together")
    if action.nargs == 0:
        return Words(f"{name} 后面不写值", f"{name} takes no value")
    values = given(action, words)
    if not values or len(values) < (action.nargs if isinstance(action.nargs, int) else 1):
        takes = action.metavar if isinstance(action.metavar, tuple) else (names_of(action)[-1],)
        wanted = " ".join(takes)
        return Words(f"{name} 后面要写 {wanted}", f"{name} needs {wanted}")
    return next(filter(None, (refused(action, value) for value in values)), Words(message, message))


def given(action: Action, words: Sequence[str]) -> list[str]:
    """The values on the command line that an action may have got."""
    found = []
    for index, word in enumerate(words):
        option, sign, value = word.partition("=")
        if option in action.option_strings:
            count = action.nargs if isinstance(action.nargs, int) else 1
            found += [value] if sign else [*takewhile(is_value, words[index + 1 : index + 1 + count])]
    if action.option_strings:
        return found
    return [*filter(is_value, words[1:])]


def is_value(word: str) -> bool:
    """Whether a word of the command line is a value rather than an option."""
    return not word.startswith("-")


def refused(action: Action, value: str) -> Words | None:
    """Why an action does not take a value; None for one that it takes."""
    name = shown(action)
    if action.choices is not None and value not in action.choices:
        known = [str(each) for each in action.choices]
        return Words(f"{name} 没有“{value}”这种写法，可以写：{'、'.join(known)}",
                     f"{name} cannot be “{value}”; known: {', '.join(known)}")  # fmt: skip
    if action.type is None or not callable(action.type):
        return None
    try:
        action.type(value)
    except (ArgumentTypeError, ArgumentError) as error:
        return Words(f"{name} {error}", f"{name} {error}")
    except (ValueError, TypeError):
        return Words(f"{name} 后面不能写“{value}”，要写数", f"{name} cannot be “{value}”: it wants a number")
    return None
