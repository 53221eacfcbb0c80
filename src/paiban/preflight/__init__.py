"""Preflight: what a print shop would send back, said beforehand.

Three ways in. :func:`preflight_page` judges a page of our own from its display list, cheaply, on every run.
:func:`preflight_advert` judges the page of a PDF as the advert that it becomes at its size on our page, and
:func:`preflight_pdf` any PDF from its bytes: the file and its identification, boxes, fonts, and every object
that its content paints, however deeply nested. Each fault has one code (:mod:`paiban.preflight.checks`), is reported
once with its first place and a count, and says what to do. Nothing follows this stage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from paiban.preflight.findings import Finding, Report, Where
from paiban.preflight.page import preflight_page
from paiban.template import Press

__all__ = ["Finding", "Report", "Where", "preflight_advert", "preflight_ink", "preflight_page", "preflight_pdf"]


def preflight_pdf(file: Path | bytes, press: Press) -> Report:
    """Judge a PDF against a print condition. Never raises for what is in the file: the findings are for that."""
    from paiban.preflight.pdf import preflight_pdf as judge  # noqa: PLC0415  pikepdf: a plain run does not need it

    return judge(file, press)


def preflight_advert(data: bytes, press: Press, page: int, scale: float) -> Report:
    """Judge page ``page`` (from 1) of a PDF as it will be printed ``scale`` times its own size."""
    from paiban.preflight.pdf import preflight_advert as judge  # noqa: PLC0415  as above

    return judge(data, press, page, scale)


def preflight_ink(data: bytes, press: Press, page: int) -> Any:
    """All inks of page ``page`` (from 1) of a PDF together, as a picture of its trim, a step two per cent."""
    from paiban.preflight.pdf import preflight_ink as judge  # noqa: PLC0415  as above

    return judge(data, press, page)
