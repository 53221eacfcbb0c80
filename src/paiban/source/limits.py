"""How large a file may be: far above any newspaper, far below what would stall a machine."""

from __future__ import annotations

MAX_BYTES = 32 * 1024 * 1024
"""A thousand pages of copy and no more than a second or two of reading."""

MAX_DEPTH = 20
MAX_ALIASES = 64
MAX_NODES = 1_000_000
MAX_REPORTS = 500
"""Faults of one file that are listed; a file with more is broken in one way many times over."""
