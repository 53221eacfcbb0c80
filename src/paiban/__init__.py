"""paiban (排版): a typesetter for Chinese newspapers, from a text file to the press."""

from __future__ import annotations

__version__ = "0.1.0"
