"""Text: a paragraph of copy comes in, lines of type go out, on the line's own axes (*along* and *across*).

``prepare`` turns copy into clusters of type with all that neighbours do to each other; ``break_lines`` breaks them at
any measure, as often as make-up asks, and ``reachable`` says which numbers of lines tracking can reach;
``headline_ways`` parts by the sense; ``set_line`` sets one line in its measure exactly, as ``display.Line``, and
``set_grounds`` what it stands on;
``review`` says what is to be said of it. Next comes the galley, which stacks the paragraphs of a story.
"""

from __future__ import annotations

from paiban.text.headline import headline_ways
from paiban.text.line import set_grounds, set_line
from paiban.text.linebreak import break_caption, break_lines, count_lines
from paiban.text.linerange import LineRange, Measure, is_orphan, width_before
from paiban.text.prepare import prepare
from paiban.text.prepared import Prepared
from paiban.text.review import strain
from paiban.text.style import TextStyle
from paiban.text.tracking import most_lines, reachable

__all__ = [
    "LineRange",
    "Measure",
    "Prepared",
    "TextStyle",
    "break_caption",
    "break_lines",
    "count_lines",
    "headline_ways",
    "is_orphan",
    "most_lines",
    "prepare",
    "reachable",
    "set_grounds",
    "set_line",
    "strain",
    "width_before",
]
