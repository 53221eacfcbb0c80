"""What the catalogue says of one code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
    """A code's default severity, its message and its remedy in Chinese and English; ``{name}`` takes a parameter."""

    severity: Severity
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str
