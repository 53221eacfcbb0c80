"""The type case for vertical lines (rule book, section 9): what stands upright, what is turned, what shares a cell.

Along the line is down, across it is to the right, both from the line's centre axis. Han and full-width marks stand in
their cells by the face's vertical forms; single letters and acronyms stand one to a cell. Figures go by how many they
are, not by what they mean (clreq: 纵中横排): the style sheet says how many at most share a cell, how many at most stand
one to a cell; longer Western runs lie on their side. Breaking and spacing know nothing of this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from paiban.text.charclass import FIRST_HAN, LOWERED, PAST_HAN, RAISED, ROOTS, WORD, CharClass, class_of, row_of
from paiban.text.numbers import MONEY
from paiban.text.numerals import han_digits, han_number
from paiban.text.sort import Setting, Sort, Stance, moved, stance_in
from paiban.text.spacing import VERTICAL_FIXED
from paiban.text.tokens import WESTERN, is_number
from paiban.text.typecase import TypeCase
from paiban.units import Length, rounded
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.font import Face, Glyph

QUOTES: dict[str, str] = {"“": "『", "”": "』", "‘": "「", "’": "」"}
"""Mainland custom: ﹃﹄ outside, ﹁﹂ inside. The copy keeps its quotes; the face's vertical forms do the rest."""

CELLS_MOST = 5
"""An acronym of at most so many capitals stands upright, one to a cell."""

OVERHANG = 50
"""纵中横 may be wider than its cell by this many thousandths of an em before it is condensed."""

NARROWED = ("hwid", "twid")
"""OpenType features that give narrow digits: half and third of an em."""

YEAR = "\1"
"""Prefix of a key that says: these four digits are a year."""

LYING = "\2"
"""Prefix of a key that says: part of a Western phrase, which lies on its side as a whole."""

_ACRONYM = re.compile(f"[A-Z]{{2,{CELLS_MOST}}}")
_SHARED_CELL = re.compile(r"[0-9]\.[0-9]|[A-Z]\+|[0-9][A-Z]|[A-Z][0-9]")
_FIGURES = re.compile("[0-9]+")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_COUNTED = frozenset("万千百亿余多人名个元米吨亩户家件项条次公平")
_WESTERN_WORD = re.compile("[A-Za-z0-9]")
_VERTICAL_FORMS = frozenset("﹁﹂﹃﹄")
_UPRIGHT_SIGNS = frozenset("％‰℃℉￥＄￡№×÷±∶∞")
_LYING_SIGNS = frozenset("＝＜＞｜＿")
_TURNED_BY_NATURE = frozenset({CharClass.DASH, CharClass.ELLIPSIS, CharClass.CONNECT, CharClass.SOLIDUS})
_FULL_WIDTH = 0xFEE0
_PAST_SPACES = "\u3001"
_RUN = re.compile("[^ ]+")
_WESTERN = frozenset({CharClass.LATIN, CharClass.DIGIT, CharClass.LATIN_BREAK})
_SIGNS = frozenset({CharClass.PREFIX, CharClass.POSTFIX, CharClass.SIGN})
_ALONG = frozenset({CharClass.CONNECT, CharClass.SOLIDUS, CharClass.MIDDLE, CharClass.LATIN_CLOSE})


class _Figures(NamedTuple):
    """How a run of Western characters stands, by how many figures may share a cell and how many may stand apart."""

    shared: int
    upright: int

    def share(self, text: str) -> bool:
        """Side by side in one cell."""
        if _FIGURES.fullmatch(text):
            return 2 <= len(text) <= self.shared
        return self.shared > 1 and _SHARED_CELL.fullmatch(text) is not None

    def stand_apart(self, text: str) -> bool:
        """Each in a cell of its own."""
        if _FIGURES.fullmatch(text):
            return len(text) <= self.upright
        return len(text) == 1 or _ACRONYM.fullmatch(text) is not None

    def are_per_cent(self, text: str) -> bool:
        """A number that stands, with its sign."""
        number = text.removesuffix("%")
        return number != text and number[:1].isdigit() and (self.share(number) or self.stand_apart(number))


class VerticalCase(TypeCase):
    """Cluster key → ``Sort`` for vertical lines."""

    vertical = True

    def keys_of(self, copy: str) -> list[str]:
        """The clusters of ``copy``, with years marked as such, and what lies on its side with its neighbours."""
        keys = super().keys_of(copy)
        if _WESTERN_WORD.search(copy):
            keys = _graded(keys) if "+" in copy else keys
            strange = [index for index, key in enumerate(keys) if key < FIRST_HAN or key >= PAST_HAN]
            read = [(index, _read(keys, index)) for index in strange if "0" <= keys[index] < "{"]
            for index, key in read:
                keys[index] = key
            keys = _lying_together(keys, strange, self._figures)
        return keys

    def cast(self, key: str) -> tuple[Sort, ...]:
        """The sort of one cluster, or its pieces."""
        if len(key) > 1 and key[0] == YEAR:
            return self._year(key[1:])
        if len(key) > 1 and key[0] == LYING:
            return self._lying(key[1:], self.class_of_run(key[1:]))
        return super().cast(key)

    # ---- settings --------------------------------------------------------------------------------------------------

    def shape(self, face: Face, cluster: str) -> Setting:
        """Shaped glyphs standing in their cells: along is down from the cell's top, across from the axis."""
        return self.standing(face, face.shape(cluster, vertical=True))

    def standing(self, face: Face, shaped: Sequence[Glyph]) -> Setting:
        """The same of glyphs that are shaped."""
        glyphs, advances, across, along = self.measured(face, shaped)
        return Setting(glyphs, advances, along, across)

    def extent(self, face: Face, setting: Setting) -> tuple[Length, Length]:
        """As for horizontal lines, with the ink measured downwards."""
        _, y_min, _, y_max = face.extents(setting.glyphs[0])
        shift = setting.shifts[0]
        return shift - rounded(y_max * self.size, face.upem), shift - rounded(y_min * self.size, face.upem)

    def turned(self, face: Face, cluster: str) -> Setting:
        """Glyphs lying on their side, the em box centred on the axis."""
        return self.laid(face, super().shape(face, cluster))

    def laid(self, face: Face, flat: Setting) -> Setting:
        """The same of a flat run: what lay below its baseline lies left of it."""
        centre = rounded((face.ascent - face.descent) * self.size, 2 * face.upem)
        return flat._replace(rises=tuple(-centre - rise for rise in flat.rises))

    def stands(self, face: Face, cluster: str) -> bool:
        """Whether the face has a vertical form of its own for a cluster."""
        upright = [glyph.gid for glyph in face.shape(cluster, vertical=True)]
        return upright != [glyph.gid for glyph in face.shape(cluster)]

    # ---- marks -----------------------------------------------------------------------------------------------------

    def mark(self, text: str, key: CharClass) -> Sort:
        """Full-width marks: ：；？！ keep their em, quotes take their vertical shapes, brackets turn if need be."""
        if text in VERTICAL_FIXED:
            return self.centred(text, key, 2)
        drawn = QUOTES.get(text, text)
        sort = self.in_half(drawn, key, self.size if self.punctuation.width(key) == 2 else self.half)
        return sort._replace(text=text, texts=(text,))

    def setting_of_mark(self, face: Face, text: str, key: CharClass) -> tuple[Setting, bool]:
        """How a mark stands, and whether it was turned: by the face's vertical form, or on its side if it has none."""
        turns = key in _TURNED_BY_NATURE or key in {CharClass.OPEN, CharClass.CLOSE}
        if turns and text not in _VERTICAL_FORMS and not self.stands(face, text):
            return self.turned(face, text), True
        return self.shape(face, text), False

    def combination(self, text: str) -> tuple[Sort, ...]:
        """？！ and their like side by side in one cell; the third of three in a cell below, as they take two across."""
        face_key = self.mark_face(text[0])
        if not (face_key and all(self.catalogue.face(face_key).has(mark) for mark in text)):
            return super().combination(text)
        third = (self[text[2]],) if len(text) == 3 else ()
        return (self._side_by_side(text[:2], face_key), *third)

    def _side_by_side(self, text: str, face_key: str) -> Sort:
        face = self.catalogue.face(face_key)
        settings = [super(VerticalCase, self).shape(face, mark) for mark in text]
        ascent = rounded(face.ascent * self.size, face.upem)
        lows = [-self.half, self.size - 2 * self.half]
        across = []
        for setting, low in zip(settings, lows, strict=True):
            x_min, _, x_max, _ = face.extents(setting.glyphs[0])
            left, right = rounded(x_min * self.size, face.upem), rounded(x_max * self.size, face.upem)
            across.append(rounded(2 * low + self.half - left - right, 2))
        glyphs = tuple(setting.glyphs[0] for setting in settings)
        return Sort(
            text, CharClass.COMBO, self.size, 0, glyphs, (0, self.size), (ascent, ascent), tuple(across), tuple(text),
            stance_in(face_key),
        )  # fmt: skip

    # ---- Western text ----------------------------------------------------------------------------------------------

    def western(self, mark: str) -> Sort:
        """A shared mark read as Latin lies on its side with the Latin round it."""
        sort = super().western(mark)
        if self.stands_in(sort):
            return sort
        flat = Setting(sort.glyphs, sort.advances, sort.shifts, sort.rises)
        laid = self.laid(self.catalogue.face(sort.face), flat)
        return sort._replace(rises=laid.rises, stance=stance_in(sort.face, turn=True))

    def plain(self, text: str) -> tuple[Sort, ...]:
        """Han stands; Western text stands in cells, shares a cell or lies on its side."""
        key = self.class_of_run(text)
        if key in _WESTERN:
            return self._western_run(text, key)
        if key in {CharClass.LATIN_OPEN, CharClass.LATIN_CLOSE} or (key is CharClass.SIGN and not stands(text)):
            return self._lying(text, key)
        return super().plain(text)

    def centred(self, text: str, key: CharClass, halves: int) -> Sort:
        """Signs stand that are an em wide, and others lie."""
        if key in _SIGNS and not stands(text):
            return self._lying(text, key)[0]
        return super().centred(text, key, halves)

    def _western_run(self, text: str, key: CharClass) -> tuple[Sort, ...]:
        if key is CharClass.DIGIT and self.composition.vertical_numerals == "han" and _PLAIN_NUMBER.fullmatch(text):
            return self._numerals(text, han_number(text))
        figures = self._figures
        if len(text) == 1 and figures.stand_apart(text):
            return (self._cell(text),)
        if figures.share(text):
            return (self._shared_cell(text),)
        if figures.stand_apart(text):
            return tuple(self._cell(character) for character in text)
        if figures.are_per_cent(text):
            return self._per_cent(text)
        return self._lying(text, key)

    @property
    def _figures(self) -> _Figures:
        return _Figures(self.composition.shared_digits, self.composition.upright_digits)

    def _per_cent(self, text: str) -> tuple[Sort, ...]:
        """A number that stands has its sign under it, as ℃ is: 5%, 50% and 8.5% alike."""
        return *self.cast(text[:-1]), self["％"]._replace(text="%", texts=("%",))

    def _cell(self, character: str) -> Sort:
        """One letter or digit upright in a cell of its own, in its full-width form."""
        wide = chr(ord(character) + _FULL_WIDTH) if "!" <= character <= "~" else character
        face_key = self.resolve(wide)
        if not face_key or character in RAISED or character in LOWERED:
            return self._lying(character, CharClass.LATIN)[0]
        face = self.catalogue.face(face_key)
        setting = self.shape(face, wide)
        placed = moved(setting, rounded(self.size - sum(setting.advances), 2), self.size)
        first, last = self.extent(face, placed)
        if first < 0 or last > self.size:  # j and ĵ reach out of their cells, some are taller
            body = max(self.size, last - first)
            placed = moved(placed, -first if body > self.size or first < 0 else self.size - last, body)
        return self.sort(character, CharClass.CELL, placed, stance_in(face_key))

    def _year(self, year: str) -> tuple[Sort, ...]:
        """Four digits one to a cell, or as Han numerals."""
        if self.composition.vertical_numerals == "han":
            return self._numerals(year, han_digits(year))
        return tuple(self._cell(digit) for digit in year)

    def _numerals(self, text: str, read: str) -> tuple[Sort, ...]:
        """A number as Han numerals; the copy stays the digits and belongs to the first of them."""
        sorts = [self[numeral] for numeral in read]
        return tuple(
            sort._replace(text="" if index else text, texts=("" if index else text,), key=CharClass.CELL)
            for index, sort in enumerate(sorts)
        )

    def _shared_cell(self, text: str) -> Sort:
        """纵中横: a short run set solid across the line in one cell, condensed if it is too wide for it."""
        face_key = self.resolve(text)
        if not face_key:
            return self.missing(text, CharClass.CELL)
        face = self.catalogue.face(face_key)
        most = self.size + self.size * OVERHANG // 1000
        forms = [None, *({feature: 1} for feature in NARROWED)]
        settings = [self.measured(face, face.shape(text, features=form)) for form in forms]
        fitting = [setting for setting in settings if sum(setting.advances) <= most]
        setting = fitting[0] if fitting else min(settings, key=lambda one: sum(one.advances))
        width = sum(setting.advances)
        condense = 1000 if width <= most else self.size * 1000 // width
        ascent = rounded(face.ascent * self.size, face.upem)
        across, pen = [], -rounded(width * condense, 2000)
        for advance in setting.advances:
            across.append(pen)
            pen += rounded(advance * condense, 1000)
        count = len(setting.glyphs)
        flat = Setting(setting.glyphs, (0,) * (count - 1) + (self.size,), (ascent,) * count, tuple(across))
        return self.sort(text, CharClass.CELL, flat, Stance(face_key, condense=condense))

    def _lying(self, text: str, key: CharClass) -> tuple[Sort, ...]:
        """A Western run lying on its side."""
        return self.run(text, key, turned=True)


def stands(text: str) -> bool:
    """Whether a sign stands in vertical lines: the full-width and squared ones do, but for those that are lines along
    the text (UAX 50), and some that look alike."""
    return text in _UPRIGHT_SIGNS or (text >= "\u3000" and text not in _LYING_SIGNS)


@lru_cache(maxsize=1024)
def _direction(key: str, figures: _Figures) -> str:
    """What a key wants of the run that it belongs to: to stand (``s``), to lie (``l``), either (``a``: it goes along);
    a blank for no run."""
    if key[0] == YEAR and len(key) > 1:
        return "s"
    if (key[0] in (LYING, WESTERN) and len(key) > 1) or key in ROOTS:
        return "l"
    row = row_of(key)
    kind = row.key if row else class_of(key[0])
    if kind in WORD:
        is_cell = figures.share(key) or figures.stand_apart(key) or figures.are_per_cent(key)
        return "s" if is_cell else "l"
    if kind in _SIGNS:
        return "a" if stands(key) else "l"
    if kind in _ALONG and key not in ")]}":
        return "a" if len(key) == 1 else "l"
    return "l" if kind in {CharClass.LATIN_OPEN, CharClass.LATIN_CLOSE} else " "


def _lying_together(keys: list[str], strange: Sequence[int], figures: _Figures) -> list[str]:
    """A run has one direction (m², 36.5℃, x≥60, 70 512): where one of its clusters lies, they all do.

    Figures in groups are one number, and go by how many they are together. ``strange`` are those that are no ideograph.
    """
    wants = [" "] * len(keys)
    for index in strange:
        key = keys[index]
        wants[index] = _direction(key, figures)
        if key < _PAST_SPACES and key.isspace():
            counted = 0 < index < len(keys) - 1 and is_number(keys[index - 1])
            if counted and (keys[index + 1][0].isdecimal() or keys[index + 1] in MONEY):
                wants[index] = "a" if figures.stand_apart(keys[index - 1] + keys[index + 1]) else "l"
    if "l" not in wants:
        return keys
    found = list(keys)
    for run in _RUN.finditer("".join(wants)):
        for index in range(*run.span()) if "l" in run.group() else ():
            found[index] = _laid(keys[index])
    return found


@lru_cache(maxsize=1024)
def _laid(key: str) -> str:
    """The key of a cluster in a run that lies, if it does not lie as it is."""
    lies = class_of(key[0]) in _ALONG or key[0] in (LYING, WESTERN) or key.isspace()
    return key if lies else LYING + key.removeprefix(YEAR)


def _graded(keys: list[str]) -> list[str]:
    """A letter with its plus as one key: a grade (A+) shares a cell."""
    found: list[str] = []
    for index, key in enumerate(keys):
        if key == "+" and found and re.fullmatch("[A-Z]", found[-1]) and keys[index + 1 : index + 2] != ["+"]:
            found[-1] += key
        else:
            found.append(key)
    return found


def _read(keys: list[str], index: int) -> str:
    """The key at ``index`` with what its neighbours say of it: a year, or a word in a Western phrase."""
    key = keys[index]
    after = keys[index + 1] if index + 1 < len(keys) else ""
    if _YEAR.fullmatch(key) and (after[:1] == "年" or after[:1] not in _COUNTED):
        return YEAR + key
    if key[0].isascii() and key[0].isalnum():
        for space, word in ((index + 1, index + 2), (index - 1, index - 2)):
            if 0 <= word < len(keys) and keys[space].isspace() and keys[word][0].isascii() and keys[word][0].isalpha():
                return LYING + key
    return key
