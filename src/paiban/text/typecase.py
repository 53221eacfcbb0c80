"""The type case (字盘): every cluster of a role at a size as a ready piece of type, made once and then looked up.

What comes out of the case is a ``Sort``: the glyphs of one cluster with their advances in Lengths, its class and how
much blank a mark may still lose. All that depends on neighbours is ``stick``'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from paiban.template import LOWERED_EM, RAISED_EM, SMALL_EM
from paiban.text import tokens
from paiban.text.breaks import pairs_at
from paiban.text.charclass import (
    AS_WIDE_AS,
    DRAWN_AS,
    DRAWN_SMALLER,
    FIXED_SPACES,
    LETTERS,
    LOWERED,
    POINTS,
    RAISED,
    ROOTS,
    CharClass,
    ClassRow,
    class_of,
    is_combining,
    is_ideograph,
    is_ignored,
    row_of,
    script_of,
)
from paiban.text.ink import about_middle, ending_with_its_stroke, holding_its_ink
from paiban.text.numbers import MONEY
from paiban.text.sort import IGNORED, PIECED, Setting, Sort, Stance, moved, stance_in
from paiban.text.spacing import OPTICAL_AFTER, OPTICAL_SIDE, STYLES, gaps_at
from paiban.text.style import TextStyle
from paiban.units import Length, rounded, scaled

if TYPE_CHECKING:
    from paiban.font import Face, FontCatalogue, Glyph

_AS_SHAPED = frozenset({CharClass.LATIN_OPEN, CharClass.LATIN_CLOSE, CharClass.SPACE})

WHOLE_EM = 2
"""A Western cluster wider than this many em is kept in pieces, so that a line shorter than it can still be set."""

WESTERN_FORMS = {"pwid": 1, "locl": 0}
"""OpenType features by which a Chinese face gives the shared marks their Latin widths."""

HALF_WIDTH = {"hwid": 1}
"""The one by which it gives digits that stand on half an em."""

APOSTROPHES = frozenset("’‘")

_BEGINNINGS = APOSTROPHES | frozenset("+-±−" + MONEY)
"""What a word or a number may begin with that is none by itself (’90s, -0.3m/s, $5m)."""

SMALL_SCALE = int(1000 * SMALL_EM)
"""A super- or subscript that is made, in ‰ of the text's size."""

_RISES = (int(1000 * RAISED_EM), int(1000 * LOWERED_EM))
"""How far above the baseline a superscript stands, and a subscript, in ‰ of an em."""

_SMALL = RAISED | LOWERED
_SIGNS = frozenset({CharClass.PREFIX, CharClass.POSTFIX, CharClass.SIGN})

GETA = "〓"
"""What stands in a proof for a character that no face has (空铅)."""


class TypeCase(dict[str, Sort]):
    """Cluster key → ``Sort`` for one role, size and punctuation style, horizontally.

    ``strange`` are the clusters met that the role's first face does not have; ``fallbacks`` those that another has,
    ``lacking`` those that none has.
    """

    vertical = False

    def __init__(self, catalogue: FontCatalogue, style: TextStyle, role: str) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.role = role
        self.size = style.size
        self.half = rounded(style.size, 2)
        self.composition = chosen = style.composition
        self.punctuation = STYLES[style.composition.punctuation]
        self.pairs = pairs_at(chosen.prohibition, chosen.ellipsis_at_start, chosen.even_stretch)
        self.gaps = gaps_at(style.size, chosen)
        self.mark_stretch = scaled(style.size, chosen.mark_stretch_em)
        self.partial = catalogue.partial(role)
        self.pieces: dict[str, tuple[Sort, ...]] = {}
        self.fallbacks: dict[str, str] = {}
        self.strange: set[str] = set()
        self.lacking: set[str] = set()
        self._hyphens: dict[Stance, tuple[int, Length]] = {}

    # ---- faces -----------------------------------------------------------------------------------------------------

    def resolve(self, cluster: str, mark: bool = False) -> str:
        """The key of the face for ``cluster`` (``""`` if none has it); a fallback is remembered for its warning."""
        found = self.catalogue.resolve(self.role, tokens.composed(cluster), mark)
        if found is None:
            return ""
        key, is_fallback = found
        if is_fallback:
            self.fallbacks[cluster] = key
            self.strange.add(cluster)
        return key

    def mark_face(self, mark: str) -> str:
        """The face for a mark: the role's first where it has it an em wide a character, else the one that lends marks.

        Some faces have “ ” ‘ ’ only at Latin width (faces rule book, 楷体).
        """
        own = self.catalogue.resolve(self.role, mark)
        if own is not None and not own[1]:
            face = self.catalogue.face(own[0])
            if sum(glyph.advance for glyph in face.shape(mark, self.vertical)) == face.upem * len(mark):
                return own[0]
        return self.resolve(mark, mark=True)

    def shape(self, face: Face, cluster: str) -> Setting:
        """Shaped glyphs, font units turned into Lengths by the one rounding rule."""
        has_apostrophe = len(cluster) > 1 and not APOSTROPHES.isdisjoint(cluster)
        shaped = face.shape(cluster, features=WESTERN_FORMS if has_apostrophe else None)
        if self.composition.half_digits and not self.vertical and len(shaped) == len(cluster):
            narrow = face.shape(cluster, features=HALF_WIDTH)
            shaped = tuple([n if c.isdigit() else own for n, own, c in zip(narrow, shaped, cluster, strict=True)])
        return self.standing(face, shaped)

    def standing(self, face: Face, shaped: Sequence[Glyph]) -> Setting:
        """Shaped glyphs as they stand in their line."""
        return self.measured(face, shaped)

    def measured(self, face: Face, shaped: Sequence[Glyph]) -> Setting:
        """Glyphs in font units as a setting (across the line: down)."""
        size, upem = self.size, face.upem
        if len(shaped) == 1:  # as all Han have, for which four generators would take longer than the rest
            gid, advance, dx, dy = shaped[0]
            own = (dx, dy) if not (dx or dy) else (rounded(dx * size, upem), rounded(dy * size, upem))
            return Setting((gid,), (rounded(advance * size, upem),), own[:1], own[1:])
        return Setting(
            tuple(glyph.gid for glyph in shaped),
            tuple(rounded(glyph.advance * size, upem) for glyph in shaped),
            tuple(rounded(glyph.dx * size, upem) for glyph in shaped),
            tuple(rounded(glyph.dy * size, upem) for glyph in shaped),
        )

    def keys_of(self, copy: str) -> list[str]:
        """The keys of the clusters of ``copy``, in order."""
        return tokens.clusters(copy)

    def taken(self, copy: str) -> list[Sort]:
        """The sorts of ``copy``; a cluster that is kept in pieces gives its pieces."""
        return self.sorts_of(self.keys_of(copy))

    def sorts_of(self, keys: Sequence[str]) -> list[Sort]:
        """The same of clusters by their keys."""
        sorts = list(filter(None, map(self.get, keys)))
        if len(sorts) < len(keys):
            self.warm(keys)
            sorts = list(map(self.__getitem__, keys))
        pieced = [index for index, key in enumerate(keys) if key in self.pieces] if self.pieces else []
        if not pieced:
            return sorts
        parts: list[Sort] = []
        at = 0
        for index in pieced:
            parts += sorts[at:index]
            parts += self.pieces[keys[index]]
            at = index + 1
        return parts + sorts[at:]

    def warm(self, keys: Iterable[str]) -> None:
        """Shape what is not yet in the case in one go a face, and take from it the Han; purely for speed."""
        fresh = {key for key in set(keys) - self.keys() if len(key) == 1}
        han = set(filter(is_ideograph, fresh))
        wanted: dict[str, list[str]] = {}
        for name, held, is_fallback in self.catalogue.deal(self.role, han):
            wanted[name] = sorted(held)
            if is_fallback:
                self.fallbacks.update(dict.fromkeys(held, name))
                self.strange |= held
        for key in sorted(fresh - han):
            found = None if is_ignored(key) or is_combining(key) else self.catalogue.resolve(self.role, key)
            if found is not None:  # a mark may yet come from the role that lends it
                wanted.setdefault(found[0], []).append(key)
        for name, clusters in wanted.items():
            face = self.catalogue.face(name)
            shaped = face.shape_all(clusters, self.vertical)
            self.update(self._han(face, {key: shaped[key] for key in clusters if key in han}))

    def _han(self, face: Face, shaped: Mapping[str, tuple[Glyph, ...]]) -> Iterator[tuple[str, Sort]]:
        """The sorts of Han of one face: nearly all of them stand alike, so that what is told of one holds for all."""
        stance, alike = stance_in(face.key), dict[tuple[tuple[int, ...], ...], Setting]()
        for key, glyphs in shaped.items():
            metrics = tuple([glyph[1:] for glyph in glyphs])
            like = alike.get(metrics)
            if like is None:
                like = alike[metrics] = self.standing(face, glyphs)
            if any(like.advances):
                own = Setting(tuple([glyph.gid for glyph in glyphs]), *like[1:])
                yield key, self.sort(key, CharClass.HAN, own, stance)

    # ---- making sorts ----------------------------------------------------------------------------------------------

    def __missing__(self, key: str) -> Sort:
        cast = self.cast(key)
        if len(cast) > 1:
            self.pieces[key] = cast
            cast = (Sort(key, PIECED, 0, 0, (), (), (), (), (), Stance()),)
        self[key] = cast[0]
        return cast[0]

    def cast(self, key: str) -> tuple[Sort, ...]:
        """The sort of one cluster, or its pieces where it may have to be parted or is of several looks."""
        if len(key) == 2 and key[0] == tokens.WESTERN and key[1] in tokens.SHARED:
            return (self.western(key[1]),)
        if is_ignored(key[0]):
            return (Sort(key, IGNORED, 0, 0, (), (), (), (), (), Stance(self.resolve(" "))),)
        if len(key) > 1 and key[0] in "？！":
            return self.combination(key)
        row = row_of(key)
        if row is None or row.key in _AS_SHAPED:
            return self.plain(key)
        return self.run(key, row.key, self.vertical) if key in ROOTS else (self.of_mark(key, row),)

    def of_mark(self, text: str, row: ClassRow) -> Sort:
        """The sort of a mark of the table."""
        if row.blank:
            return self.mark(text, row.key)
        return self.centred(text, row.key, row.width)

    def plain(self, text: str) -> tuple[Sort, ...]:
        """What is no mark of the table: Han, a word or a number, a space."""
        key = self.class_of_run(text)
        return (self.space(text),) if key is CharClass.SPACE else self.run(text, key)

    def run(self, text: str, key: CharClass, turned: bool = False) -> tuple[Sort, ...]:
        """What is no mark, as one face shapes it; with small forms or of several faces, its parts."""
        if key not in LETTERS and script_of(text[0]):
            return (self.missing(text, key),)
        if any(self.made_from(character) for character in text if character in _SMALL):
            return self.with_small_forms(text, key, turned)
        if self.partial and len(text) > 1 and len({*map(self.is_apart, text)}) > 1:
            parts = ("".join(group) for _, group in groupby(text, self.is_apart))
            return tuple(piece for part in parts for piece in self.run(part, key, turned))
        face_key = self.resolve(text)
        if not face_key:
            return self.as_figure_and_root(text) if ROOTS.get(text) else self.by_character(text, key, turned)
        face = self.catalogue.face(face_key)
        setting = self.laid(face, TypeCase.shape(self, face, text)) if turned else self.shape(face, text)
        if not any(setting.advances):
            setting = self.with_room(face, setting)
        elif text in ROOTS:
            setting = ending_with_its_stroke(face, setting, self.size)
        elif key in LETTERS:
            setting = holding_its_ink(face, setting, self.size)
        sort = self.sort(text, key, setting, stance_in(face_key, turned))
        return self.in_pieces(sort) if key in LETTERS and len(text) > 1 else (sort,)

    def as_figure_and_root(self, text: str) -> tuple[Sort, ...]:
        """∛ that no face has: √ and its figure before it, which stands for both in the copy."""
        figure, root = self[ROOTS[text]], self["√"]
        return figure._replace(text=text, key=root.key, texts=(text,)), root._replace(text="", texts=("",))

    def is_apart(self, character: str) -> bool:
        """Whether a character is one of those that a face before the role's main one sets."""
        return any(self.catalogue.face(face).has(character) for face in self.partial)

    def with_room(self, face: Face, setting: Setting) -> Setting:
        """A mark that its face has stand on what follows, where it has no letter to stand on: as wide as its ink."""
        last = max(0, self.extent(face, setting)[1]) if setting.glyphs else 0
        return setting._replace(advances=(*setting.advances[:-1], last)) if last else setting

    def laid(self, face: Face, flat: Setting) -> Setting:  # noqa: ARG002
        """How a run lies that is turned on its side (in horizontal lines none is)."""
        return flat

    def made_from(self, character: str) -> str:
        """The face whose large form a super- or subscript has to be made of, ``""`` where one has it as it is."""
        if character not in _SMALL:
            return ""
        found = self.catalogue.resolve(self.role, _SMALL[character])
        return found[0] if found is not None and not self.catalogue.face(found[0]).has(character) else ""

    def with_small_forms(self, text: str, key: CharClass, turned: bool) -> tuple[Sort, ...]:
        """A run part by part: what is as large as the text, and super- and subscripts made smaller (CO₂, 10⁻³)."""
        parts: list[Sort] = []
        looks = [(self.made_from(c), _RISES[c in LOWERED]) for c in text]
        for at in range(1, len(text) - 1):
            if text[at] == "." and looks[at - 1][0] and looks[at - 1] == looks[at + 1]:
                looks[at] = looks[at - 1]  # the point of PM₂.₅
        for (face, rise), group in groupby(range(len(text)), key=looks.__getitem__):
            part = "".join([text[at] for at in group])
            parts += (self.small(part, key, face, rise, turned),) if face else self.run(part, key, turned)
        return tuple(parts)

    def small(self, text: str, key: CharClass, own: str, rise: int, turned: bool) -> Sort:
        """Super- or subscripts made of a face's large forms; ``rise`` is how far above the baseline, in ‰ of an em."""
        face = self.catalogue.face(own)
        flat = TypeCase.shape(self, face, "".join([_SMALL.get(c, c) for c in text]))
        up = rounded(self.size * rise, 1000)
        advances, shifts, rises = (tuple([rounded(v * SMALL_SCALE, 1000) for v in values]) for values in flat[1:])
        setting = Setting(flat.glyphs, advances, shifts, tuple([own_rise - up for own_rise in rises]))
        return self.sort(text, key, self.laid(face, setting), stance_in(own, turned, SMALL_SCALE))

    def space(self, text: str) -> Sort:
        """A run of spaces: one of a fixed width, or a word space between a quarter and a third of an em."""
        face_key = self.resolve(text[0]) or self.resolve(" ")
        face = self.catalogue.face(face_key)
        setting = self.shape(face, text[0] if face.has(text[0]) else " ")
        advance = self.width_of_space(text[0], face)
        return Sort(
            text, CharClass.SPACE, advance, 0, setting.glyphs[:1], (advance,), (0,), (0,), (text[0],),
            stance_in(face_key),
        )  # fmt: skip

    def width_of_space(self, space: str, face: Face) -> Length:
        """How wide a space stands in a face."""
        if space in FIXED_SPACES:
            return scaled(self.size, FIXED_SPACES[space])
        own = rounded(face.shape(AS_WIDE_AS.get(space, " "))[0].advance * self.size, face.upem)
        return own if space in AS_WIDE_AS else min(max(own, self.gaps.least_space), self.gaps.natural_space)

    def blank(self, face: str, text: str) -> int:
        """The glyph of a space in ``face``; a full-width one may be lacking, then the narrow one stands for it."""
        found = self.catalogue.face(face)
        return found.shape(text if found.has(text) else " ")[0].gid

    def by_character(self, text: str, key: CharClass, turned: bool = False) -> tuple[Sort, ...]:
        """A cluster that no one face has whole: its characters one by one, each from its own face, ``turned`` as it is.

        Where its first character is in no face at all (an emoji and what is joined to it), it is missing as a whole.
        """
        if len(text) == 1 or not self.resolve(text[0]):
            return (self.missing(text, key),)
        return tuple(self.piece(character, key, turned) for character in text)

    def missing(self, text: str, key: CharClass) -> Sort:
        """What no face has: 〓, or where no face has that either what a face shows then, in an em."""
        self.strange.add(text)
        self.lacking.add(text)
        face = self.catalogue.face(self._face_of_geta())
        setting = self.shape(face, GETA)
        placed = moved(setting, rounded(self.size - sum(setting.advances), 2), self.size)
        return Sort(text, key, self.size, 0, *placed, (text,), stance_in(face.key))

    def stands_in(self, sort: Sort) -> bool:
        """Whether a sort shows 〓 for what no face has."""
        if sort.text not in self.lacking:
            return False
        face = self._face_of_geta()
        return (sort.face, sort.glyphs) == (face, self.shape(self.catalogue.face(face), GETA).glyphs)

    def _face_of_geta(self) -> str:
        found = self.catalogue.resolve(self.role, GETA)
        return found[0] if found else self.catalogue.main(self.role)

    def piece(self, character: str, key: CharClass, turned: bool = False) -> Sort:
        """One character of such a cluster; an accent or selector that no face has is dropped onto nothing."""
        sort = self[character]
        if turned and not sort.stance.turn and sort.key not in {IGNORED, PIECED}:
            (sort,) = self.run(character, key, turned=True)
        return sort._replace(key=key) if sort.key not in {IGNORED, PIECED} else sort

    def western(self, mark: str) -> Sort:
        """A shared mark read as Latin: the narrow form of the face that sets the letters."""
        key = {"“": CharClass.LATIN_OPEN, "‘": CharClass.LATIN_OPEN}.get(mark, CharClass.LATIN_CLOSE)
        if mark == "—":
            key = CharClass.LATIN_BREAK
        lender = self.catalogue.latin.get(self.role, "")
        lent = self.catalogue.resolve(lender, mark) if lender else None
        face_key = lent[0] if lent else self.resolve(mark)
        if not face_key:
            return self.missing(mark, key)
        face = self.catalogue.face(face_key)
        setting = self.measured(face, face.shape(mark, features=WESTERN_FORMS))
        return self.sort(mark, key, setting, stance_in(face_key))

    def mark(self, text: str, key: CharClass) -> Sort:
        """A full-width mark at its style's width, its ink in its own half (trimmed by moving it, never scaled)."""
        full = self.size if self.punctuation.width(key) == 2 else self.half
        return self.in_half(text, key, full)

    def in_half(self, text: str, key: CharClass, body: Length) -> Sort:
        face_key = self.mark_face(text)
        if not face_key:
            return self.missing(text, key)
        face = self.catalogue.face(face_key)
        setting, turned = self.setting_of_mark(face, text, key)
        low = self.size - self.half if key is CharClass.OPEN else 0
        shift = 0 if turned else self.into(face, setting, low, low + self.half)
        if self.punctuation.optical and not turned:
            return self.optical(face, text, key, setting)
        if key is CharClass.OPEN:
            shift -= self.size - body
        placed = moved(setting, shift, body)
        return self.sort(text, key, placed, stance_in(face_key, turned), trim=body - self.half)

    def extent(self, face: Face, setting: Setting) -> tuple[Length, Length]:
        """Where the ink of a setting's first glyph begins and ends along the line."""
        x_min, _, x_max, _ = face.extents(setting.glyphs[0])
        shift = setting.shifts[0]
        return rounded(x_min * self.size, face.upem) + shift, rounded(x_max * self.size, face.upem) + shift

    def setting_of_mark(self, face: Face, text: str, key: CharClass) -> tuple[Setting, bool]:  # noqa: ARG002
        """How a mark stands, and whether it was turned on its side (never in horizontal lines)."""
        return self.shape(face, text), False

    def optical(self, face: Face, text: str, key: CharClass, setting: Setting) -> Sort:
        """A headline's mark on its ink and a little white, never more than half an em."""
        first, last = self.extent(face, setting)
        before = scaled(self.size, OPTICAL_SIDE)
        after = scaled(self.size, OPTICAL_AFTER) if key in POINTS else before
        body = min(self.half, last - first + before + after)
        spare = body - (last - first)
        placed = moved(setting, rounded(spare * before, before + after) - first, body)
        return self.sort(text, key, placed, stance_in(face.key))

    def into(self, face: Face, setting: Setting, low: Length, high: Length) -> Length:
        """How far to move a glyph so that its ink lies between ``low`` and ``high``: not at all where it does."""
        first, last = self.extent(face, setting)
        tolerance = self.size // 50
        if low - tolerance <= first and last <= high + tolerance:
            return 0
        return rounded(low + high - first - last, 2)

    def centred(self, text: str, key: CharClass, halves: int) -> Sort:
        """A mark of fixed width, centred in it; ``halves`` of an em, 0 for the face's own width."""
        drawn = DRAWN_AS.get(text, text)
        face_key = self.mark_face(drawn)
        if not face_key and drawn != text:
            drawn = text
            face_key = self.mark_face(text)
        if not face_key:
            return self.missing(text, key)
        setting, turned = self.setting_of_mark(self.catalogue.face(face_key), drawn, key)
        scale = 1000 if self.vertical else DRAWN_SMALLER.get(drawn, 1000)
        if scale != 1000:
            setting = about_middle(self.catalogue.face(face_key), setting, self.size, scale)
        natural = sum(setting.advances)
        body = rounded(self.size * halves, 2) if halves else natural
        shift = rounded(body - natural, 2)
        if halves and key in _SIGNS:
            first, last = self.extent(self.catalogue.face(face_key), setting)
            if first + shift < 0 or last + shift > body:  # upright in a vertical line a ratio's dots are further apart
                body = max(body, last - first)
                shift = rounded(body - first - last, 2)
        return self.sort(text, key, moved(setting, shift, body), stance_in(face_key, turned, scale))

    def combination(self, text: str) -> tuple[Sort, ...]:
        """？！ and their like: two marks share one em, three share two (GB/T 15834 5.1.2)."""
        body = self.size if len(text) == 2 else 2 * self.size
        parts = [self.in_half(character, CharClass.STOP, self.half) for character in text]
        if not all(part.face == parts[0].face and part.face for part in parts):
            return self.by_character(text, CharClass.COMBO)
        step, spare = divmod(body, len(parts))
        count = len(parts)
        setting = Setting(
            tuple(part.glyphs[0] for part in parts),
            (*([step] * (count - 1)), step + spare),
            tuple(part.shifts[0] + rounded(step - self.half, 2) for part in parts),
            tuple(part.rises[0] for part in parts),
        )
        return (self.sort(text, CharClass.COMBO, setting, parts[0].stance),)

    def sort(self, text: str, key: CharClass, setting: Setting, stance: Stance, trim: Length = 0) -> Sort:
        """A sort of ``setting``; glyph by glyph its copy where they are as many as the characters."""
        count = len(setting.glyphs)
        texts = tuple(text) if count == len(text) else (text, *([""] * (count - 1)))
        return Sort(text, key, sum(setting.advances), trim, *setting, texts, stance)

    def class_of_run(self, text: str) -> CharClass:
        """The class of a cluster that is no mark."""
        if len(text) == 1:
            return class_of(text)
        if tokens.is_number(text):
            return CharClass.DIGIT
        key = class_of(text[0])
        if key is CharClass.DIGIT or text[0] in _BEGINNINGS:
            key = CharClass.LATIN
        return CharClass.LATIN_BREAK if key is CharClass.LATIN and text[-1] in "-/" else key

    def in_pieces(self, sort: Sort) -> tuple[Sort, ...]:
        """A long word, an address or a word that may be hyphenated piece by piece, shaped as a whole."""
        last = len(sort.text)
        if len(sort.glyphs) != last:
            return (sort,)
        ends = self._ends_inside(sort.text)
        if not ends and sort.advance <= WHOLE_EM * self.size:
            return (sort,)
        if sort.text in self.fallbacks:
            self.strange.update(sort.text)
            self.fallbacks.update(dict.fromkeys(sort.text, sort.face))
        usual = CharClass.LATIN if sort.key == CharClass.LATIN_BREAK else CharClass(sort.key)
        keys = [ends.get(i + 1, usual) for i in range(last - 1)] + [CharClass(sort.key)]
        glyphs = zip(sort.glyphs, sort.advances, sort.shifts, sort.rises, sort.texts, strict=True)
        made: dict[tuple[Any, ...], Sort] = {}  # a long stretch without a break has few that differ
        for piece in (pieces := [*zip(sort.text, keys, glyphs, strict=True)]):
            if piece not in made:
                text, key, (glyph, advance, shift, rise, own) = piece
                made[piece] = Sort(text, key, advance, 0, (glyph,), (advance,), (shift,), (rise,), (own,), sort.stance)
        return tuple(map(made.__getitem__, pieces))

    def _ends_inside(self, word: str) -> dict[int, CharClass]:
        """Where a word may be parted: after the marks of an address, or with a hyphen where the style allows it."""
        if tokens.is_address(word):
            cuts = accumulate(map(len, tokens.address_pieces(word)))
            return {cut: CharClass.LATIN_BREAK for cut in cuts if cut < len(word)}
        if self.composition.hyphenate and word.isalpha():
            from paiban.text.hyphenation import positions  # noqa: PLC0415  (few styles hyphenate)

            return dict.fromkeys(positions(word), CharClass.LATIN_HYPHEN)
        return {}

    def hyphen(self, stance: Stance) -> tuple[int, Length]:
        """The hyphen of a parted word that stands so: its glyph and its advance."""
        found = self._hyphens.get(stance)
        if found is None:
            face = self.catalogue.face(stance.face)
            glyph = face.shape("-")[0]
            found = glyph.gid, rounded(glyph.advance * (stance.size or self.size), face.upem)
            self._hyphens[stance] = found
        return found
