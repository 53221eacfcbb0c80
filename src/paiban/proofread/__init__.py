"""校对: what a proofreader finds in copy — dates, folios, names, marks, numerals — as far as no sense has to be read.

In comes an issue that was read; out come findings, each at its place, as severe as the style sheet's ``proofreading``
says. ``sheet`` lays the copy out, one module a subject looks through it, ``rules`` says which function finds what.
Nothing here changes copy. A rule is only as bold as it is seldom wrong: tests count its false alarms.
"""

from paiban.proofread.rules import proofread

__all__ = ["proofread"]
