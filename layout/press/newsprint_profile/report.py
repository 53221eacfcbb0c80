"""The characterisation in words and numbers."""

from __future__ import annotations

from itertools import product

import numpy as np

from newsprint_profile import aims
from newsprint_profile.inks import PrintModel
from newsprint_profile.separate import separate

STEPS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
GREYS = (100, 95, 90, 85, 80, 75, 70, 65, 60, 55, 50)
BALANCE = ((10, 8, 8), (20, 16, 16), (30, 24, 24), (40, 32, 32), (50, 40, 40), (60, 50, 50), (70, 60, 60))


def characterisation() -> str:
    """Solids, ramps, grey balance and the black generation as a text table."""
    model = PrintModel()
    lines = ["Solids and overprints     L*     a*     b*   (D50, 2°, black backing)"]
    for bits in product((0, 1), repeat=4):
        name = "+".join(ink for ink, there in zip("CMYK", bits, strict=True) if there) or "paper"
        lines.append(f"  {name:<20} {_colour(model, bits)}")
    lines += ["", "Ramps: nominal %, printed dot %, L* a* b*"]
    for ink, name in enumerate("CMYK"):
        for step in STEPS:
            nominal = np.zeros(4)
            nominal[ink] = step / 100
            printed = model.to_printed(nominal)
            lines.append(f"  {name} {step:>3}  {printed[ink] * 100:5.1f}   {_colour(model, printed)}")
    lines += ["", "Grey from three colours: C M Y %, L* a* b*"]
    for cmy in BALANCE:
        printed = model.to_printed(np.array([*cmy, 0]) / 100)
        lines.append(f"  {' '.join(f'{part:>3}' for part in cmy)}   {_colour(model, printed)}")
    lines += ["", "Black generation on the paper's own grey: L* relative to paper, C M Y K %, sum"]
    greys = np.array([[grey, 0.0, 0.0] for grey in GREYS])
    for grey, inks in zip(GREYS, model.to_nominal(separate(model, greys).printed) * 100, strict=True):
        lines.append(f"  {grey:>3}   {' '.join(f'{ink:5.1f}' for ink in inks)}   {inks.sum():5.1f}")
    lines += ["", f"Ink limit {aims.TAC:.0%}; dot gain {aims.DOT_GAIN:.0%} at 50 %; Yule–Nielsen {aims.YULE_NIELSEN}"]
    return "\n".join(lines)


def _colour(model: PrintModel, printed: object) -> str:
    lab = model.absolute_lab(np.asarray(printed, dtype=float)[None])[0]
    return " ".join(f"{part + 0.0:6.1f}" for part in lab)
