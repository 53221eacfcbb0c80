"""What all rules of one run share: the open file, the shop's numbers, what was found, what work is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from paiban.preflight.colour import Spaces
from paiban.preflight.findings import NOWHERE, Findings, Where
from paiban.preflight.fonts import Font, read_font
from paiban.preflight.geometry import Bounds
from paiban.preflight.layers import Layers
from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.reasons import PLACES
from paiban.preflight.streams import Broken, Pdf, object_number
from paiban.template import Limits, Press
from paiban.value import NamedTuple

MM = 72 / 25.4


class PageView(NamedTuple):
    """A page's frame: number from 1, its dictionary, boxes in points, and the length of one user unit in points.

    ``framed`` tells whether the file says where the trim is; rules about the trim make no sense where it does not.
    """

    number: int
    source: Pdf
    media: Bounds
    trim: Bounds
    bleed: Bounds
    unit: float
    framed: bool

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in millimetres right and down from the trim's top left corner."""
        step = self.unit / MM
        return round((x - self.trim[0]) * step, 2), round((self.trim[3] - y) * step, 2)

    def where(self, box: Bounds | None = None, obj: int | None = None) -> Where:
        """The top left corner of a box on this page, and the object that is to blame."""
        return Where(self.number, obj, None if box is None else self.at(box[0], box[3]))


class Spot(NamedTuple):
    """A spot colour: where it is first used, and its alternate space with the print of its tint transform.

    None for one that is only known among the colorants of a DeviceN space.
    """

    where: Where
    definition: tuple[str, str] | None


@dataclass(slots=True)
class Inspection:
    """One run over one file, which will be printed ``scale`` times its own size."""

    pdf: Any
    press: Press
    findings: Findings
    layers: Layers
    scale: float = 1.0
    work: Work = field(default_factory=Work)
    fonts: dict[int, Font] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    intent_profile: str = ""
    inks: set[str] = field(default_factory=set)
    least_ppi: float | None = None
    spaces: Spaces = field(init=False)

    def __post_init__(self) -> None:
        self.spaces = Spaces(self.work)

    @property
    def limits(self) -> Limits:
        """The shop's numbers."""
        return self.press.limits

    def font(self, source: Pdf) -> Font:
        """The font of a font dictionary, read once where it is an indirect object."""
        obj = object_number(source)
        if obj is None:
            return read_font(source, self.work)
        if obj not in self.fonts:
            self.fonts[obj] = read_font(source, self.work)
        return self.fonts[obj]

    def guarded(self, judge: Callable[[], None], what: str, where: Where = NOWHERE) -> None:
        """Judge data that may be anything: what cannot be read becomes a finding, never a crash.

        ``what`` is the part of the file that is judged, a key of :data:`PLACES`.

        This is the one place that catches all exceptions: a bad file may make libqpdf, zlib or Pillow raise whatever
        they like, and the rest of the file must still be judged.
        """
        try:
            judge()
        except Exhausted as bound:
            self.findings.add("X104", where, bound.what, what=bound.reason)
        except Broken as fault:
            self.findings.add("X105", where, f"{what}{where.page}", what=fault.reason)
        except MemoryError:
            raise
        except Exception:  # see above
            self.findings.add("X106", where, f"{what}{where.page}", what=PLACES[what])
