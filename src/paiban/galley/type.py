"""From a role of the style sheet to type that the text stage can set."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from paiban.display import Colour
from paiban.template import Body, Composition, StyleSheet
from paiban.text import LineRange, Prepared, TextStyle
from paiban.text.review import stands_between, white_wanted
from paiban.units import PER_PT, Length, scaled
from paiban.value import NamedTuple

BY_NAME = frozenset({"byline", "credit"})
"""Roles whose lines end between names alone."""

BY_SENSE = frozenset({"crosshead", "index-entry", "names-head", "classified-head", "classified-title"})
"""Roles whose lines end by the sense."""

HEADINGS = frozenset({"kicker", "headline", "deck", "caption", *BY_SENSE})
"""Roles that cut no name of the issue's; a caption's narrow lines end by the sense too."""

OPENINGS = {"caption": "label", "note": "label", "dialogue": "label", "answer": "label"}
"""What a lead-in is in a role; in all others it is a dateline."""

LEAST_SCALED = 6 * PER_PT
"""A smaller page makes no type smaller than this, which newsprint still prints (``min_text_pt_one_ink``)."""


class TypeSetter(NamedTuple):
    """A style sheet at one body setting: the one place where roles become sizes.

    ``scale`` is the template's for headlines and furniture; a body role takes the body's size instead. ``names`` are
    those that no heading of the issue cuts.
    """

    sheet: StyleSheet
    body: Body
    scale: tuple[int, int]
    names: tuple[str, ...] = ()

    def size(self, role: str) -> Length:
        """The size of a role's type: its own, scaled by the template to no less than can be read, or the body's."""
        style = self.sheet.roles[role]
        if style.size:
            return max(style.size * self.scale[0] // self.scale[1], min(style.size, LEAST_SCALED))
        return scaled(self.body.size, style.size_em)

    def leading(self, role: str) -> Length:
        """The leading of a role's type: its own, scaled by the template, or by its size, or the body's."""
        style = self.sheet.roles[role]
        if style.leading:
            return style.leading * self.scale[0] // self.scale[1]
        return scaled(self.size(role), style.leading_em) if style.leading_em else self.body.leading

    def leading_of(self, role: str, prepared: Prepared | None, lines: Sequence[LineRange]) -> Length:
        """The same of copy that is off the grid: opened where the marks beside a line would meet another."""
        usual = self.leading(role)
        if prepared is None or not stands_between(prepared, lines):
            return usual
        return max(usual, self.size(role) + white_wanted(prepared))

    def style(
        self,
        role: str,
        *,
        size: Length | None = None,
        face: str = "",
        vertical: bool = False,
        colour: Colour | None = None,
    ) -> TextStyle:
        """The role as the text stage wants it; in the colour of paper in its own face for that, if it has one."""
        own = self.sheet.roles[role]
        set_size = self.size(role) if size is None else size
        on_dark = colour is not None and colour == self.sheet.colours["paper"]
        return TextStyle(
            face=face or (on_dark and own.reversed_face) or own.face,
            size=set_size,
            colour=colour or own.colour,
            composition=self.composition(role),
            align=own.align,
            indent=scaled(set_size, own.indent_em),
            hang=scaled(set_size, own.hang_em),
            tracking=own.tracking,
            vertical=vertical,
            by_name=role in BY_NAME,
            by_sense=role in BY_SENSE,
            names=self.names if role in HEADINGS or own.person else (),
            runs=self.sheet.runs,
            lead_in=own.lead_in,
            bullet="" if on_dark else own.bullet,  # its colour is chosen for paper
            person=own.person,
            opening=OPENINGS.get(role, "dateline"),
        )

    def composition(self, role: str) -> Composition:
        """The rules that a role is set by: the sheet's, with the role's own punctuation where it has one.

        Evenness is asked of justified lines alone: others are filled one after another and part no word.
        """
        own, rules = self.sheet.roles[role], self.sheet.composition
        if own.align != "justify":
            rules = rules._replace(breaker="greedy", hyphenate=False)
        return rules._replace(punctuation=own.punctuation) if own.punctuation else rules

    def headline_sizes(self, weight: int) -> tuple[Length, Length, Length]:
        """(least, target, most) of a weight's headline on this template."""
        least, target, most = (size * self.scale[0] // self.scale[1] for size in self.sheet.headline_sizes[weight])
        return least, target, most

    def headline_face(self, weight: int) -> str:
        """The face of a weight's headline, ``""`` for the role's own."""
        return self.sheet.headline_faces.get(weight, "")

    def length(self, name: str) -> Length:
        """A named distance of the style sheet."""
        return self.sheet.lengths[name]

    def copy_set(self, align: str, *, indented: bool, size: Length | None = None) -> TypeSetter:
        """The same type with another alignment for body paragraphs, ``""`` for the sheet's, or no indent; with another
        size for all that is measured by the body's, None for its own."""
        if size is not None:
            return self._replace(body=self.body._replace(size=size)).copy_set(align, indented=indented)
        body = self.sheet.roles["body"]
        if align in ("", body.align) and indented:
            return self
        body = body._replace(align=align or body.align, indent_em=body.indent_em if indented else Fraction(0))
        return self._replace(sheet=self.sheet._replace(roles={**self.sheet.roles, "body": body}))

    def indented(self, indent: Length | None) -> TypeSetter:
        """The same type with another first-line indent for body paragraphs; None leaves it as it is."""
        if indent is None:
            return self
        body = self.sheet.roles["body"]._replace(indent_em=Fraction(indent, self.size("body")))
        return self._replace(sheet=self.sheet._replace(roles={**self.sheet.roles, "body": body}))
