"""Headline dress (题饰): the ways to dress a head that a style sheet has where a paper's own says nothing else.

One table: decoding, the documentation and the tests read it. Colours and lines are those of the sheet, by name.
"""

from __future__ import annotations

from fractions import Fraction

from paiban.value import NamedTuple

OUTLINE_EM = Fraction(3, 100)
"""How wide a contour stands round a letter where nobody says otherwise, in em."""

SHADOW_EM = Fraction(5, 100)
"""How far below and beside its letter a shadow falls where nobody says otherwise, in em."""


class Dress(NamedTuple):
    """How a head is dressed; ``""`` leaves a part as it is.

    ``colour`` is the headline's, ``secondary`` that of 引题 and 副题. ``ground`` is the colour of the bar that the head
    stands on. ``outline`` is the colour of a contour round the headline's letters, ``outline_em`` its width in em of
    the headline. ``shadow`` is the colour of a shadow below and beside them, ``shadow_em`` how far it falls.
    ``above`` and ``below`` name the lines of the style sheet between which the head stands.
    """

    colour: str = ""
    secondary: str = ""
    ground: str = ""
    outline: str = ""
    outline_em: Fraction = OUTLINE_EM
    shadow: str = ""
    shadow_em: Fraction = SHADOW_EM
    above: str = ""
    below: str = ""


class DressRow(NamedTuple):
    """A dress by its two names."""

    key: str
    zh: str
    dress: Dress
    doc_zh: str
    doc_en: str


DRESSES = (
    DressRow("red", "套红", Dress(colour="accent"), "主题用强调色", "The headline in the accent colour"),
    DressRow("bar", "反白条", Dress(colour="paper", secondary="paper", ground="black"), "黑底反白",
             "White out of a black bar"),
    DressRow("red-bar", "红底反白", Dress(colour="paper", secondary="paper", ground="accent"), "强调色的底，反白",
             "White out of a bar in the accent colour"),
    DressRow("tint", "衬底", Dress(ground="tint"), "浅底", "On a tint"),
    DressRow("reverse", "反白", Dress(colour="paper", secondary="paper"), "白字，压在深色的图上",
             "White, over a dark picture"),
    DressRow("outline", "勾边", Dress(colour="paper", secondary="paper", outline="black"), "白字勾黑边，深浅的图都能压",
             "White with a black contour, over any picture"),
    DressRow("edge", "白边", Dress(outline="paper"), "黑字勾白边，压在浅色的图上",
             "Black with a white contour, over a light picture"),
    DressRow("shadow", "阴影", Dress(shadow="grey"), "右下有阴影", "With a shadow"),
    DressRow("ruled", "上下线", Dress(above="line", below="line"), "上下各一条线", "Between two lines"),
    DressRow("overline", "上线", Dress(above="thick"), "上面一条粗线", "Below a heavy line"),
)  # fmt: skip
"""In the order of the documentation."""

USUAL_DRESSES = {row.key: row.dress for row in DRESSES}
"""The table by key."""
