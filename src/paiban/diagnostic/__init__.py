"""Diagnostics are values: collected by every stage, rendered once at the end.

A ``Diagnostic`` carries a code of the catalogue, the place in a file and the parameters of its message; its words, in
Chinese and English, stand in the catalogue (``codes_*.py``, a table a stage) and are only looked up by the renderers.
"""

from __future__ import annotations

from paiban.diagnostic.catalogue import catalogue, code_of
from paiban.diagnostic.code import Code, Severity
from paiban.diagnostic.model import Diagnostic, diagnose, has_errors, in_order
from paiban.diagnostic.render import render_json, render_text
from paiban.diagnostic.system import system_words
from paiban.diagnostic.words import Param, Range, params_data, read_params

__all__ = [
    "Code",
    "Diagnostic",
    "Param",
    "Range",
    "Severity",
    "catalogue",
    "code_of",
    "diagnose",
    "has_errors",
    "in_order",
    "params_data",
    "read_params",
    "render_json",
    "render_text",
    "system_words",
]
