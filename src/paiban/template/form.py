"""What a page may have otherwise than its template: its running head, its furniture, its margins, two pages for one."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.template.model import PageTemplate
from paiban.units import Length
from paiban.value import NamedTuple


class Margins(NamedTuple):
    """The white of one page beside its type area, each from the trim, None as in the template: at the ``outside`` of
    the double page, above the first row and below the last.
    """

    outside: Length | None = None
    top: Length | None = None
    foot: Length | None = None


class PageForm(NamedTuple):
    """How one page uses its template. ``head``: ``template``, or the page number at the ``left`` or the ``right``, or
    ``none``; ``crowned``: a block stands in its place. ``right_hand``: it lies at the right of its double page.
    """

    spread: bool = False
    crowned: bool = False
    right_hand: bool = False
    head: str = "template"
    furniture: bool = True
    margins: Margins = Margins()

    @property
    def headless(self) -> bool:
        """Whether it has no running head."""
        return self.crowned or self.head == "none"


USUAL_FORM = PageForm()
"""A page that has all as its template says."""


def formed(template: PageTemplate, form: PageForm) -> PageTemplate:
    """The template as a page of this form has it; margins that it cannot have are as wide as it can."""
    template = _with_margins(template, form)
    if form.headless:
        template = template.crowned
    elif form.head != "template" and template.folio is not None:
        template = template._replace(folio=template.folio._replace(side=form.head))
    if not form.furniture:
        template = template._replace(furniture=())
    return template.spread if form.spread else template


def margin_limits(template: PageTemplate, form: PageForm) -> Mapping[str, tuple[Length, Length]]:
    """From what to what each margin of a page may be: the columns keep their widths, a row is left, the running head
    keeps its room.
    """
    folio = None if form.headless else template.folio
    leading = max(body.leading for body in template.bodies)
    head = 0 if folio is None else folio.top + folio.height
    least_foot = 0 if form.margins.foot is None else form.margins.foot
    top = template.grid_top if form.margins.top is None else form.margins.top
    return {
        "outside": (0, template.width - template.type_width),
        "top": (head, max(head, template.height - least_foot - leading)),
        "foot": (0, max(0, template.height - top - leading)),
    }


def _with_margins(template: PageTemplate, form: PageForm) -> PageTemplate:
    """The template with a page's margins, and as many rows as they leave; slots keep their shares of the rows."""
    limits = margin_limits(template, form)
    outside, top, foot = (
        None if value is None else min(max(value, limits[key][0]), limits[key][1])
        for key, value in zip(Margins._fields, form.margins, strict=True)
    )
    if outside is not None:
        inside = template.width - template.type_width - outside
        left = inside if form.right_hand and not form.spread else outside
        template = template._replace(left=left, fold_white=2 * inside)
    if top is None and foot is None:
        return template
    first = template.grid_top if top is None else top
    last = template.height - (template.foot if foot is None else foot)
    rows = {body.name: max(1, (last - first) // body.leading) for body in template.bodies}
    if form.headless and top is not None:
        template = template._replace(folio=None)
    return template.with_rows(first, rows)
