"""Preflight: what a print shop would send back, said beforehand.

Two ways in. :func:`preflight_page` judges a page of our own from its display list, cheaply, on every run.
:func:`preflight_pdf` judges any PDF from its bytes: the file and its identification, boxes, fonts, and every object
that its content paints, however deeply nested. Each fault has one code (:mod:`paiban.preflight.checks`), is reported
once with its first place and a count, and says what to do. Nothing follows this stage.
"""

from __future__ import annotations

from pathlib import Path

from paiban.preflight.findings import Finding, Report, Where
from paiban.preflight.page import preflight_page
from paiban.template import Press

__all__ = ["Finding", "Report", "Where", "preflight_page", "preflight_pdf"]


def preflight_pdf(file: Path | bytes, press: Press) -> Report:
    """Judge a PDF against a print condition. Never raises for what is in the file: the findings are for that."""
    from paiban.preflight.pdf import preflight_pdf as judge  # noqa: PLC0415  pikepdf: a plain run does not need it

    return judge(file, press)
