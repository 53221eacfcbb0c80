"""``paiban schema``: the JSON Schema of issue files, from the table that also decodes them."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from paiban.issue import json_schema


def configure(parser: ArgumentParser) -> None:
    """The command has no options."""


def run(options: Namespace) -> int:
    """Print the schema."""
    del options
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
