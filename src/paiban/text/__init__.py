"""Text: copy in, set lines out, in logical axes.

``prepare`` turns a paragraph into clusters of type with all that neighbours do to each other; ``break_lines`` breaks it
at any measure, as often as make-up asks; ``set_line`` sets one line in its measure exactly. What follows is the galley,
which stacks lines into stories.
"""

from __future__ import annotations

from paiban.text.copyfit import reachable
from paiban.text.headline import break_headline
from paiban.text.line import set_line
from paiban.text.linebreak import LineRange, break_lines, count_lines
from paiban.text.prepare import prepare
from paiban.text.prepared import Prepared
from paiban.text.style import TextStyle

__all__ = [
    "LineRange",
    "Prepared",
    "TextStyle",
    "break_headline",
    "break_lines",
    "count_lines",
    "prepare",
    "reachable",
    "set_line",
]
