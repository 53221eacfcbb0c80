"""The language that a run speaks: asked for on the command line, else the user's."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import pairwise

from paiban.language import ELSEWHERE, LANGUAGES, Words, spoken


def add_language(parser: ArgumentParser) -> None:
    """The option that says which language to speak, of every command."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=user_language(), help=say("语言", "language of the messages")
    )


class Speech:
    """What is known of the language of one run."""

    def __init__(self, lang: str = ELSEWHERE) -> None:
        self.lang = lang


_speech = Speech()


def speak(words: Sequence[str]) -> None:
    """Speak from now on as the words of a command line ask for."""
    _speech.lang = language_of(words)


def say(zh: str, en: str) -> str:
    """One thing in the language of the run, whose options may not be understood yet."""
    return Words(zh, en).said(_speech.lang)


def beyond(value: str, bounds: str) -> str:
    """That a value is not within its bounds."""
    return say(f"“{value}”不在范围里：{bounds}", f"“{value}” is out of range: {bounds}")


def language_of(words: Sequence[str]) -> str:
    """The language that the words of a command line ask for, else the user's."""
    pairs = dict(pairwise(words))
    wanted = next((word.removeprefix("--lang=") for word in words if word.startswith("--lang=")), pairs.get("--lang"))
    return wanted if wanted in LANGUAGES else user_language()


def user_language() -> str:
    """The language of the locale's messages, where it is one of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return spoken(value)
    return ELSEWHERE
