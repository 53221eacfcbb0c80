"""``paiban schema``: the JSON Schema of the files that people write, from the tables that also decode them."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from paiban.cli.console import give
from paiban.cli.speech import add_language, say
from paiban.font.file import FONTS
from paiban.issue.schema import json_schema
from paiban.issue.table import PAPER
from paiban.kinds import KINDS
from paiban.source.schema import file_schema
from paiban.template.ideas import IDEAS
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import STYLE

FILES: dict[str, Callable[[], dict[str, Any]]] = {
    "issue": lambda: json_schema(KINDS.readings),
    "paper": lambda: file_schema("paiban 报纸文件 / paper's file", PAPER),
    "template": lambda: file_schema("paiban 版式文件 / template", TEMPLATE),
    "style": lambda: file_schema("paiban 样式文件 / style sheet", STYLE),
    "press": lambda: file_schema("paiban 印刷条件文件 / print condition", PRESS),
    "ideas": lambda: file_schema("paiban 套路文件 / ideas of pages", IDEAS),
    "fonts": lambda: file_schema("paiban 字体目录 / fonts file", FONTS),
}
"""The kinds of file that people write."""


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", nargs="?", choices=FILES, default="issue", help=say("哪种文件", "which kind of file"))
    add_language(parser)


def run(options: Namespace) -> int:
    """Print the schema."""
    give(json.dumps(FILES[options.file](), ensure_ascii=False, indent=2) + "\n")
    return 0
