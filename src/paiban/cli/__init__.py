"""The command ``paiban``: one module a sub-command, each thin; exit 0 fine, 1 errors in the issue, 2 wrong usage."""

from __future__ import annotations

from paiban.cli import lean  # noqa: F401  before what it keeps from loading
from paiban.cli.main import main

__all__ = ["main"]
