"""Which face sets what: roles of type, each with a chain of faces, over font files that have been checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.font.face import Face
from paiban.font.file import FaceEntry, FontsFile, RoleEntry, read_fonts_file
from paiban.font.fitting import AS_IT_IS
from paiban.font.kept import Soundness, open_face, remember
from paiban.font.sfnt import SfntError, may_be_embedded
from paiban.language import Words
from paiban.resources import resource_folder

CATALOGUE_FILE = "fonts.yaml"

FONT_ENDINGS = (".otf", ".ttc", ".ttf")

_LETTERS_END = "\u0530"
"""Where Latin, Greek and Cyrillic end; of Latin and Greek there is more from U+1E00 on."""

_WEST_END = "\u2e80"
"""No letter and no sign of the West stands from here on."""

_SHARED_SIGNS = frozenset("–—‘’“”…€−")
"""What a word or a number may have beside them."""

_NO_GLYPH = frozenset([
    *"\u200b\u200c\u200d\u2060\ufeff", *map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0)),
])  # fmt: skip
"""Joiners and the like need no glyph; variation selectors choose among glyphs of the character before them."""


class FontCatalogue:
    """The faces and roles at hand. Faces are opened when first asked for and stay open with the catalogue.

    ``roles`` maps a role to its faces' keys in the order in which they are asked: its ``partial`` ones, that set a few
    characters, its ``main`` one, those that are asked for what that lacks. ``marks`` and ``latin`` map a role to that
    which lends it marks, or letters, digits and signs. A face's key works as a role of that one face. ``drawn`` are the
    characters that a face of drawings sets in every role.
    """

    __slots__ = (
        "_asker",
        "_drawing",
        "_entries",
        "_opened",
        "_partial",
        "_resolved",
        "drawn",
        "latin",
        "marks",
        "roles",
    )

    def __init__(
        self,
        entries: Mapping[str, FaceEntry],
        roles: Mapping[str, tuple[str, ...]],
        marks: Mapping[str, str],
        latin: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._entries = dict(entries)
        self._opened: dict[str, Face] = {}
        self._partial: dict[str, tuple[str, ...]] = {}
        self._resolved: dict[tuple[str, str, bool], tuple[str, bool] | None] = {}
        self.roles = dict(roles)
        self.marks = dict(marks)
        self.latin = dict(latin)
        self.drawn: frozenset[str] = frozenset()
        self._drawing = ""
        self._asker = ""

    def with_drawn(self, face: Face, characters: frozenset[str]) -> FontCatalogue:
        """The same catalogue, in which ``face`` sets ``characters`` whatever the role."""
        made = FontCatalogue(self._entries, self.roles, self.marks, self.latin)
        made._opened[face.key] = face
        made._drawing, made.drawn = face.key, characters
        return made

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all faces, in the order of their file."""
        return tuple(self._entries)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of all faces, in the order of ``keys``."""
        return tuple(entry.path for entry in self._entries.values())

    def standing_in(self, names: Iterable[str]) -> FontCatalogue:
        """The same catalogue, its first role standing in for those of ``names`` that it does not know."""
        first = next(iter(self.roles.values()))
        roles = {**{name: first for name in names if name not in self._entries}, **self.roles}
        return FontCatalogue(self._entries, roles, self.marks, self.latin)

    def face(self, key: str) -> Face:
        """The face ``key``; KeyError if there is none."""
        opened = self._opened.get(key)
        if opened is None:
            opened = self._opened[key] = self._open(self._entries[key])
        return opened

    def _open(self, entry: FaceEntry) -> Face:
        key, path, number, fitting = entry[:4]
        return open_face(key, path, number, fitting, self.face(fitting.like) if fitting.like else None, self._asker)

    def recall(self, asker: str) -> None:
        """Have the faces know what they told the file ``asker`` when it was set the last time."""
        self._asker = asker

    def remember(self) -> None:
        """Keep for the next time what faces were asked that they did not know."""
        for key, face in self._opened.items():
            if self._asker and key in self._entries:
                remember(face, self._asker)

    def chain(self, role: str) -> tuple[str, ...]:
        """The faces of ``role`` in the order in which they are asked; KeyError if neither a role nor a face."""
        return (role,) if role not in self.roles and role in self._entries else self.roles[role]

    def partial(self, role: str) -> tuple[str, ...]:
        """The faces before the main one of ``role``: what they set stands apart from the word or number it is in."""
        known = self._partial.get(role)
        if known is None:
            known = self._partial[role] = tuple(takewhile(self._is_partial, self.chain(role)[:-1]))
        return known

    def main(self, role: str) -> str:
        """The face that sets what ``role`` is usually set in."""
        chain = self.chain(role)
        return chain[len(self.partial(role))]

    def _is_partial(self, key: str) -> bool:
        return bool(self._entries[key].fitting.only)

    def resolve(self, role: str, cluster: str, mark: bool = False) -> tuple[str, bool] | None:
        """The face that sets ``cluster`` for ``role``, and whether it is a fallback; None if no face has all of it.

        With ``mark`` the role that lends marks is asked first, for Latin the one that lends that; what they give is no
        fallback.
        """
        key = (role, cluster, mark)
        if key not in self._resolved:
            self._resolved[key] = self._find(role, cluster, mark)
        return self._resolved[key]

    def _find(self, role: str, cluster: str, mark: bool) -> tuple[str, bool] | None:
        needed = cluster if _NO_GLYPH.isdisjoint(cluster) else "".join([c for c in cluster if c not in _NO_GLYPH])
        if self.drawn and self.drawn.issuperset(needed):
            return self._drawing, False
        lender = self.marks.get(role, "") if mark else self.latin.get(role, "") if is_latin(cluster) else ""
        for key, is_fallback in self._asked(role, lender, 0 if needed else len(self.partial(role))):
            if self._has_all(key, needed):
                return key, is_fallback
        return None

    def deal(self, role: str, han: AbstractSet[str]) -> Iterator[tuple[str, set[str], bool]]:
        """What ``resolve`` says of each of some Han: a face, those that it sets, and whether as a fallback."""
        left = set(han)
        if drawn := left & self.drawn:
            left -= drawn
            yield self._drawing, drawn, False
        for key, is_fallback in self._asked(role):
            if not left:
                return
            if held := self.face(key).held(left):
                left -= held
                yield key, held, is_fallback

    def _asked(self, role: str, lender: str = "", first: int = 0) -> Iterator[tuple[str, bool]]:
        """The faces for ``role`` in the order in which they are asked, and whether each is a fallback: ``first`` the
        partial ones from there on, then those of the role that lends, then its own."""
        partial = self.partial(role)
        lent = self.roles[lender] if lender else ()
        for key in (*partial[first:], *lent):
            yield key, False
        own = self.chain(role)[len(partial) :]
        for key in own:
            yield key, key != own[0] and own[0] not in self._entries[key].continues

    def _has_all(self, key: str, characters: str) -> bool:
        has = self.face(key).has
        return all(map(has, characters))


def load_catalogue(
    path: Path | None = None, extra_dir: Path | None = None, looks_at: Callable[[Path], object] = bool
) -> tuple[FontCatalogue, tuple[Diagnostic, ...]]:
    """The catalogue of a fonts file (paiban's own where None), with the faces of a further folder.

    ``extra_dir`` may hold a ``fonts.yaml`` of its own, whose faces and roles come before ours; without one, its font
    files are taken by their names and end the chain of every role. Faces that cannot be used are left out and reported.
    ``looks_at`` is told of each file and folder before it is looked at: what the catalogue hangs on.
    """
    found: list[Diagnostic] = []
    path = path or resource_folder("fonts") / CATALOGUE_FILE
    for file in (path, *([extra_dir, extra_dir / CATALOGUE_FILE] if extra_dir else [])):
        looks_at(file)
    own, faults = read_fonts_file(path)
    found += faults
    faces, roles = dict(own.faces), dict(own.roles)
    last: tuple[str, ...] = ()
    if extra_dir is not None:
        extra, faults = _read_folder(extra_dir)
        found += faults
        last = () if extra.roles else tuple(key for key in extra.faces if key not in faces)
        faces.update(extra.faces)
        roles.update(extra.roles)
    for file in dict.fromkeys(entry.path for entry in faces.values()):
        looks_at(file)
    good = _good(faces, found)
    good = {key: entry for key, entry in good.items() if _can_be_fitted(entry, faces, good, found)}
    chains = {role: _chain(entry, faces, good, last, found) for role, entry in roles.items()}
    chains = {role: chain or _usual_chain(own.roles.get(role), good) for role, chain in chains.items()}
    marks = {role: entry.marks for role, entry in roles.items() if _lends(entry.marks, entry, roles, found)}
    latin = {role: entry.latin for role, entry in roles.items() if _lends(entry.latin, entry, roles, found)}
    also = {name: role.role for role in roles.values() for name in role.called if name not in roles}
    chains |= {name: chains[role] for name, role in also.items()}
    marks |= {name: marks[role] for name, role in also.items() if role in marks}
    latin |= {name: latin[role] for name, role in also.items() if role in latin}
    return FontCatalogue(good, chains, marks, latin), tuple(found)


def _read_folder(folder: Path) -> tuple[FontsFile, tuple[Diagnostic, ...]]:
    if not folder.is_dir():
        return FontsFile(), (diagnose("P307", None, folder=folder),)
    if (folder / CATALOGUE_FILE).is_file():
        return read_fonts_file(folder / CATALOGUE_FILE)
    files = sorted(f for f in folder.iterdir() if f.suffix.lower() in FONT_ENDINGS and f.is_file())
    return FontsFile({f.stem: FaceEntry(f.stem, f, 0, AS_IT_IS, None) for f in files}), ()


def _good(faces: Mapping[str, FaceEntry], found: list[Diagnostic]) -> dict[str, FaceEntry]:
    """The faces whose files may be used; none is opened where all were sound the last time and are as they were."""
    soundness = Soundness([(entry.path, entry.number) for entry in faces.values()])
    before, sound = len(found), set[tuple[Path, int]]()
    good = {
        key: entry
        for key, entry in faces.items()
        if soundness.covers(entry.path, entry.number) or _usable(entry, sound, found)
    }
    if len(found) == before:
        soundness.keep()
    return good


def _usable(entry: FaceEntry, sound: set[tuple[Path, int]], found: list[Diagnostic]) -> bool:
    """Whether a face's file is one that may be used; each of them is looked at once."""
    if (entry.path, entry.number) in sound:
        return True
    fault: Diagnostic | None = None
    try:
        if not may_be_embedded(entry.path, entry.number):
            fault = diagnose("P303", entry.span, face=entry.key, file=entry.path.name)
    except FileNotFoundError:
        if entry.absent:
            return False
        fault = diagnose("P301", entry.span, face=entry.key, file=entry.path)
    except SfntError as error:
        fault = _useless(entry, error.words)
    except OSError as error:
        fault = _useless(entry, system_words(error))
    if fault is not None:
        found.append(fault)
        return False
    sound.add((entry.path, entry.number))
    return True


def _can_be_fitted(
    entry: FaceEntry, faces: Mapping[str, FaceEntry], good: Mapping[str, FaceEntry], found: list[Diagnostic]
) -> bool:
    """Whether the faces that it names are there; one that leans on a face that is not installed is not used either."""
    named = {entry.fitting.like, *entry.continues} - {""}
    for other in sorted(named.difference(faces)):
        found += [diagnose("P318", entry.span, face=entry.key, other=other, known=", ".join(faces))]
    like = entry.fitting.like
    return not like or (like in good and not good[like].fitting.like)


def _useless(entry: FaceEntry, problem: Words) -> Diagnostic:
    return diagnose("P302", entry.span, face=entry.key, file=entry.path.name, problem=problem)


def _chain(
    entry: RoleEntry,
    faces: Mapping[str, FaceEntry],
    good: Mapping[str, FaceEntry],
    last: tuple[str, ...],
    found: list[Diagnostic],
) -> tuple[str, ...]:
    unknown = (key for key in entry.faces if key not in faces)
    found.extend(diagnose("P305", entry.span, role=entry.role, face=key, known=", ".join(faces)) for key in unknown)
    chain = tuple(key for key in dict.fromkeys((*entry.faces, *last)) if key in good)
    if not chain:
        found.append(diagnose("P304", entry.span, role=entry.role))
    return chain


def _usual_chain(entry: RoleEntry | None, good: Mapping[str, FaceEntry]) -> tuple[str, ...]:
    """What a draft sets a role with that has no face left: its faces among ours, else the first there is."""
    usual = tuple(key for key in (entry.faces if entry is not None else ()) if key in good)
    return usual or tuple(good)[:1]


def _lends(lender: str, entry: RoleEntry, roles: Mapping[str, RoleEntry], found: list[Diagnostic]) -> bool:
    if lender and lender not in roles:
        found.append(diagnose("P306", entry.span, role=lender, known=", ".join(roles)))
        return False
    return bool(lender)


def is_latin(cluster: str) -> bool:
    """Whether a cluster is of letters, digits and signs of the West alone, a mark that it shares with Chinese among
    them (it’s, ’22, −3.4)."""
    if cluster >= _WEST_END:  # all Han, of which copy is made
        return False
    letters = [c for c in cluster if c not in _SHARED_SIGNS]
    return bool(letters) and all(c < _LETTERS_END or "\u1e00" <= c <= "\u1fff" for c in letters)
