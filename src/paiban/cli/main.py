"""Choosing the sub-command. A bare file name means: set it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from paiban import __version__

COMMANDS = {
    "set": "set every page and write the PDF (the default) · 排版并输出 PDF",
    "check": "the same without output · 只检查，不输出",
    "galley": "小样: each story's lines at a measure · 按指定行长看小样",
    "proof": "大样: PNG of every page · 输出大样图片",
    "preflight": "check any PDF against a print condition · 检查任意 PDF 能否付印",
    "makeup": "automatic make-up: propose page plans · 自动拼版",
    "schema": "the JSON Schema of issue files, for editors · 稿件格式的 JSON Schema",
    "new": "a fresh issue that already sets · 新建一期",
}
"""Each is a module of this package with ``configure(parser)`` and ``run(options)``; only the chosen one loads."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``typeset`` and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # A terminal of an old encoding lacks some characters: better escaped than an end in the middle of a report.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version"):
        words.insert(0, "set")
    name = words[0] if words else ""
    options = parse(name, words)
    command = import_module(f"paiban.cli.{options.command}")
    try:
        return int(command.run(options))
    except BrokenPipeError:
        # The reader of our output went away (typeset … | head): not an error of the issue.
        sys.stderr.close()
        return 0


def parse(name: str, words: Sequence[str]) -> Namespace:
    """Parse the command line; usage errors end the process with exit code 2, as argparse does."""
    parser = ArgumentParser(prog="typeset", description="Set a Chinese newspaper issue. 排报纸：稿件文件 → 付印 PDF。")
    parser.add_argument("--version", action="version", version=f"paiban {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command, help_text in COMMANDS.items():
        sub = commands.add_parser(command, help=help_text, description=help_text)
        if command == name:
            import_module(f"paiban.cli.{command}").configure(sub)
    return parser.parse_args(words)
