"""Colour spaces, and how much of which ink a colour puts on the paper.

A :class:`Space` is what a colour space array says, resolved once. :func:`inks` turns a colour of it into parts of
cyan, magenta, yellow, black and one more for all spot colours together; colours that are no inks (RGB, Lab) give None.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.preflight.ink import Inks
from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.streams import (
    Broken,
    Pdf,
    get,
    is_stream,
    items,
    name,
    object_number,
    print_of,
    raw_string,
    unpack,
    whole,
)
from paiban.value import NamedTuple

PROCESS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}
_ALL, _NONE = "/All", "/None"
_DEEPEST = 6


class Space(NamedTuple):
    """A colour space: its family, how many components it has, and what they are made of.

    ``base`` is the space under an Indexed or Pattern space, the alternate of a Separation or DeviceN, and the device
    space with as many components for an ICC profile. ``names`` are colorants; ``table`` is an Indexed space's colours.
    ``profile`` and ``transform`` are prints of the ICC profile and the tint transform: equal ones are the same.
    """

    family: str
    components: int
    base: Space | None = None
    names: tuple[str, ...] = ()
    table: bytes = b""
    obj: int | None = None
    profile: str = ""
    transform: str = ""

    @property
    def root(self) -> Space:
        """The space in which colours are really given: the base of an Indexed space, else itself."""
        return self.base if self.family == "Indexed" and self.base is not None else self

    @property
    def registration(self) -> bool:
        """Whether it paints on every plate (the colorant ``All``)."""
        return _ALL in self.names

    @property
    def spots(self) -> tuple[str, ...]:
        """Its colorants that are no process inks, without their slashes."""
        return tuple(n[1:] for n in self.names if n not in PROCESS and n not in (_ALL, _NONE))


GRAY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("unknown", 0)
DEVICE = {"/DeviceGray": GRAY, "/DeviceRGB": RGB, "/DeviceCMYK": CMYK, "/Pattern": PATTERN,
          "/G": GRAY, "/RGB": RGB, "/CMYK": CMYK}  # fmt: skip
_DEFAULTS = {"/DeviceGray": "/DefaultGray", "/DeviceRGB": "/DefaultRGB", "/DeviceCMYK": "/DefaultCMYK",
             "/G": "/DefaultGray", "/RGB": "/DefaultRGB", "/CMYK": "/DefaultCMYK"}  # fmt: skip
_BY_COUNT = {1: GRAY, 3: RGB, 4: CMYK}
_CALIBRATED = {"/CalGray": ("CalGray", 1), "/CalRGB": ("CalRGB", 3), "/Lab": ("Lab", 3)}


class Spaces:
    """Resolves colour spaces, each indirect one once."""

    __slots__ = ("_known", "_work")

    def __init__(self, work: Work) -> None:
        self._work = work
        self._known: dict[int, Space] = {}

    def resolve(self, value: Pdf, resources: Pdf, depth: int = 0) -> Space:
        """The space that ``value`` (a name or an array) means among ``resources``; UNKNOWN when it is none."""
        if depth > _DEEPEST:
            return UNKNOWN
        called = name(value)
        if called:
            return self._named(called, resources, depth)
        obj = object_number(value)
        if obj is not None and obj in self._known:
            return self._known[obj]
        space = self._array(value, resources, depth)
        if obj is not None:
            self._known[obj] = space
        return space

    def _named(self, called: str, resources: Pdf, depth: int) -> Space:
        named = get(resources, "/ColorSpace")
        default = get(named, _DEFAULTS.get(called, ""))
        if default is not None:
            found = self._array(default, None, depth + 1)
            return found if found is not UNKNOWN else DEVICE[called]
        if called in DEVICE:
            return DEVICE[called]
        found = get(named, called)
        return UNKNOWN if found is None or name(found) == called else self.resolve(found, resources, depth + 1)

    def _array(self, value: Pdf, resources: Pdf, depth: int) -> Space:
        parts = items(value)
        family = name(parts[0]) if parts else ""
        if len(parts) == 1 or family in DEVICE:
            under = self.resolve(parts[1], resources, depth + 1) if family == "/Pattern" and len(parts) > 1 else None
            return Space("Pattern", 0, under) if under else DEVICE.get(family, UNKNOWN)
        obj = object_number(value)
        if family in _CALIBRATED:
            return Space(*_CALIBRATED[family], obj=obj)
        if family == "/ICCBased":
            count = whole(get(parts[1], "/N"))
            profile = print_of(parts[1], self._work)
            return Space("ICCBased", count, _BY_COUNT.get(count), obj=object_number(parts[1]) or obj, profile=profile)
        if family in ("/Indexed", "/I") and len(parts) >= 4:
            base = self.resolve(parts[1], resources, depth + 1)
            return Space("Indexed", 1, base, table=self._table(parts[3]), obj=obj)
        if family in ("/Separation", "/DeviceN") and len(parts) >= 4:
            colorants = tuple(name(n) for n in items(parts[1]))[:32]
            alternate = self.resolve(parts[2], resources, depth + 1)
            transform = print_of(parts[3], self._work)
            return Space(family[1:], len(colorants), alternate, colorants, obj=obj, transform=transform)
        return UNKNOWN

    def _table(self, value: Pdf) -> bytes:
        if not is_stream(value):
            return raw_string(value) or b""
        try:
            return unpack(value, self._work)[0]
        except (Broken, Exhausted):
            return b""


def inks(space: Space, colour: Sequence[float]) -> Inks | None:
    """The inks of a colour; None where the space does not say inks or the colour does not fit the space."""
    if space.family == "Indexed" and space.base is not None and colour:
        count, at = space.base.components, int(colour[0])
        entry = space.table[at * count : (at + 1) * count] if count and at >= 0 else b""
        return inks(space.base, [byte / 255 for byte in entry]) if len(entry) == count else None
    if len(colour) != space.components or not colour:
        return None
    if space.names:
        return _colorants(space.names, colour)
    device = space.base if space.family == "ICCBased" else space
    if device is GRAY:
        return (0.0, 0.0, 0.0, _part(1 - colour[0]), 0.0)
    if device is CMYK:
        c, m, y, k = colour
        return (_part(c), _part(m), _part(y), _part(k), 0.0)
    return None


def _colorants(names: Sequence[str], tints: Sequence[float]) -> Inks:
    amounts = [0.0] * 5
    for colorant, tint in zip(names, tints, strict=True):
        if colorant == _ALL:
            amounts = [_part(tint)] * 4 + [amounts[4]]
        elif colorant != _NONE:
            plate = PROCESS.get(colorant, 4)
            amounts[plate] = _part(tint) if plate < 4 else amounts[4] + _part(tint)
    return (amounts[0], amounts[1], amounts[2], amounts[3], amounts[4])


def _part(value: float) -> float:
    return 0.0 if value < 0 else 1.0 if value > 1 else value


def initial(space: Space) -> tuple[float, ...]:
    """The colour that is current right after a space is chosen (PDF 1.4, colour space operators)."""
    if space.names:
        return (1.0,) * space.components
    if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.components == 4):
        return (0.0, 0.0, 0.0, 1.0)
    return (0.0,) * space.components
