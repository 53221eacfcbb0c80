"""An issue and its files by content, to be set on another machine as if it were this one.

A parcel names every file that an issue is set with, its place and its digest; the contents travel beside it, each once
for all issues that use it. Unpacked below any folder they stand to one another as they stood here, links included, and
what is found is told as if it had been found here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from errno import EBADMSG
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version
from typing import Any
from zlib import ZLIB_RUNTIME_VERSION

import paiban
from paiban.cache import content_of, name_of
from paiban.digest import sha256
from paiban.engine.house import USUAL, House
from paiban.engine.inputs import placed_files
from paiban.engine.kit import faces_files
from paiban.engine.reading import read_issue
from paiban.files import is_within
from paiban.issue import Issue
from paiban.memo import Memo
from paiban.picture.profile import profile_path
from paiban.resources import MORE_FACES, brought_folder, resource_folder
from paiban.template import Layout
from paiban.value import NamedTuple

LIBRARIES = ("pikepdf", "pillow", "pypdfium2", "pyyaml", "reportlab", "segno", "uharfbuzz")
"""What a page's bytes come from besides ourselves, as their distributions are called."""

FACES = frozenset({".otf", ".ttc", ".ttf"})
"""Endings of our files that are told apart by their sizes; the others by what they say."""

ENDINGS = FACES | {".yaml", ".icc"}
"""Endings of the files beside the program that a page is set with."""


class Parcel(NamedTuple):
    """An issue as it was asked for, from the folder ``at``, and all that it is set with.

    ``files`` are the places of plain files with the SHA-256 of their content, ``links`` the places of links and where
    each leads, ``folders`` what is looked into and may be empty. All three are absolute and come through no link.
    """

    issue: str
    at: str
    fonts: str | None
    layout: str | None
    confine: bool
    files: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    folders: tuple[str, ...]

    @property
    def digests(self) -> tuple[str, ...]:
        """The contents that it needs, each once."""
        return tuple(dict.fromkeys(digest for _, digest in self.files))

    @property
    def key(self) -> str:
        """What tells this parcel, set by this build, from any that might be set otherwise."""
        return name_of("parcel", build(), *self)


@cache
def build() -> str:
    """What tells one installation of the program from another that might set a page otherwise."""
    facts = [("python", python_version()), ("zlib", ZLIB_RUNTIME_VERSION)]
    facts += ((name, _version(name)) for name in LIBRARIES)
    package = Path(paiban.__file__).parent
    facts += ((path.relative_to(package).as_posix(), _mark(path)) for path in _modules(package))
    for folder in _came_along():
        facts += sorted((path.name, _mark(path)) for path in folder.rglob("*") if path.suffix in ENDINGS)
    return f"{paiban.__version__}-{name_of(*facts)[:12]}"


def _modules(package: Path) -> list[Path]:
    """Our own modules and their tables, be it in a checkout or in a wheel, which has the other folders inside."""
    others = {package / name for name in ("layout", "fonts", "issues")}
    files = (path for name in package.iterdir() if name not in others for path in (name, *name.rglob("*")))
    return sorted(path for path in files if path.suffix in (".py", ".txt"))


def _came_along() -> list[Path]:
    """The folders that came with the program, and those of distributions with more faces that are installed."""
    brought = map(brought_folder, MORE_FACES)
    return [resource_folder("layout"), resource_folder("fonts"), *filter(None, brought)]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _mark(path: Path) -> str:
    return str(path.stat().st_size) if path.suffix in FACES else sha256(path.read_bytes()).hexdigest()


def parcel_of(path: Path, house: House = USUAL) -> Parcel | None:
    """The issue at ``path`` with all that it is set with; None where it is best set here.

    That is an issue that cannot be read, which is told at once, and one that names a file by its place on this machine,
    which no other has. ``house`` has the usual kinds of block.
    """
    try:
        near = house._replace(fonts=house.fonts and _near(house.fonts), layout=house.layout and _near(house.layout))
        needed = _needed(_near(path), near)
        if needed is None or any(file.is_absolute() for file in needed):
            return None
        places = _Places()
        names = (house.fonts, house.layout)
        for file in (path, *filter(None, names), *needed):
            places.add(file)
        files = tuple((str(file), content_of(file)) for file in sorted(places.files))
    except (OSError, ValueError):
        return None
    fonts, layout = (None if name is None else str(name) for name in names)
    folders = tuple(sorted(map(str, places.folders)))
    return Parcel(str(path), str(Path.cwd()), fonts, layout, house.confine, files, tuple(sorted(places.links.items())),
                  folders)  # fmt: skip


def _near(path: Path) -> Path:
    """The same file named from the present folder, so that what is absolute beside it was named so by a file."""
    return Path(os.path.relpath(path))


def _needed(path: Path, house: House) -> list[Path] | None:
    """The files and folders of its own that an issue is set with; None where it cannot be read."""
    layout = house.layouts()
    issue, _, sources = read_issue(path, None, layout, house=house)
    if issue is None:
        return None
    files = [*map(Path, sources), *_layout_files(layout), *faces_files(house.of(issue), Memo()), *_drawn(issue)]
    files += placed_files(issue, house.kinds.readings)
    press, _ = layout.press(issue.press)
    files += [] if press is None else [profile_path(press)]
    return [file for file in files if not any(is_within(file, folder) for folder in _came_along())]


def _layout_files(layout: Layout) -> Iterator[Path]:
    """What a paper's own layout folders offer: a name that is not asked for may still be told as one that is there."""
    for folder in layout.folders[:-1]:
        yield from (
            file for kind in ("templates", "styles", "press", "ideas") for file in (folder / kind).glob("*.yaml")
        )


def _drawn(issue: Issue) -> Iterable[Path]:
    return (path for _, path in issue.glyphs.values())


class _Places:
    """Where files stand, without the links by which they were come to."""

    def __init__(self) -> None:
        self.files: set[Path] = set()
        self.links: dict[str, str] = {}
        self.folders: set[Path] = {Path.cwd()}

    def add(self, path: Path) -> None:
        """A file or a folder as it was named; one that is not there is none."""
        here = Path.cwd()
        for part in (here / path).parts:
            step = here / part
            if part == "..":
                self.folders.add(here)
                here = here.parent
            elif step.is_symlink():
                here = step.resolve(strict=True)
                self.links[str(step)] = str(here)
            else:
                here = step
        if here.is_file():
            self.files.add(here)
        elif here.is_dir():
            self.folders.add(here)


@contextmanager
def unpacked(parcel: Parcel, contents: Sequence[bytes], folder: Path) -> Iterator[tuple[Path, House]]:
    """The parcel's files below ``folder``, and the process in the folder that it was asked for from: the issue's path
    and what the paper brings of its own.

    ``contents`` are those of ``parcel.digests``, in their order. One parcel at a time is unpacked in a process.
    """
    root, before = folder.resolve(), Path.cwd()
    _lay_out(parcel, dict(zip(parcel.digests, contents, strict=True)), root)
    os.chdir(_below(root, parcel.at))
    try:
        fonts, layout = (None if name is None else _asked(root, name) for name in (parcel.fonts, parcel.layout))
        yield _asked(root, parcel.issue), House(fonts, layout, parcel.confine)
    finally:
        os.chdir(before)


def _lay_out(parcel: Parcel, contents: Mapping[str, bytes], root: Path) -> None:
    for name in parcel.folders:
        _below(root, name).mkdir(parents=True, exist_ok=True)
    for name, target in parcel.links:
        place = _below(root, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(_below(root, target))
    for name, digest in parcel.files:
        place = _below(root, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if sha256(contents[digest]).hexdigest() != digest:
            raise OSError(EBADMSG, os.strerror(EBADMSG), name)
        place.write_bytes(contents[digest])


def as_at_home(value: Any, folder: Path) -> Any:
    """A value of named tuples, tuples, mappings and words in which no path leads below ``folder`` any more."""
    if type(value) is str:
        return value.replace(str(folder.resolve()), "")
    if isinstance(value, tuple):
        parts = (as_at_home(part, folder) for part in value)
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    if isinstance(value, dict):
        return {as_at_home(name, folder): as_at_home(part, folder) for name, part in value.items()}
    return value


def _below(root: Path, name: str) -> Path:
    """Where a place of the machine that it came from stands below ``root``."""
    path = Path(name)
    return root.joinpath(path.drive.replace(":", ""), *path.parts[1:])


def _asked(root: Path, name: str) -> Path:
    """A path as it was asked for: one from the present folder stays so."""
    return _below(root, name) if Path(name).is_absolute() else Path(name)
