"""What the catalogue says of one code."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """A code's default severity, its message and its remedy in Chinese and English; ``{name}`` takes a parameter."""

    severity: Severity
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str
