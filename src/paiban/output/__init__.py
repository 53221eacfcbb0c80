"""Finished pages as files: the PDF for the press, the PNG proof, JSON.

In come pages (``paiban.display``) and nothing that made them; every output is a module of its own. ``proof`` holds the
pages against the copy, ``beside`` puts a finished file into its place in one step. Nothing follows.
"""

from __future__ import annotations
