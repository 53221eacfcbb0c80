"""Where the pictures of an issue lie: those in the folder as they are, those out of other files saved beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.model import Article, PictureSource
from paiban.intake.write import Entry, Named
from paiban.value import NamedTuple

FOLDER = "pictures"
_UNUSUAL = pattern(r"[^\w.-]+")


class Arranged(NamedTuple):
    """The articles as they are to be written, the files to be saved by their paths, what was said of them."""

    entries: tuple[Entry, ...]
    files: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


def placed_in(articles: Sequence[Article], folder: Path) -> Arranged:
    """Every article with the paths of its pictures from ``folder``; a story with pictures or tables gets an id."""
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    entries: list[Entry] = []
    for number, article in enumerate(articles, 1):
        pictures = tuple(Named(shot, _path(shot.picture, article, folder, files)) for shot in article.shots)
        hosts = bool(article.lines) and not article.is_briefs
        named = f"story-{number}" if hosts and (pictures or article.tables) else ""
        advert = _relative(article.advert, folder) if article.advert else ""
        entries.append(Entry(article, pictures, named, advert))
    found += [diagnose("P835", None, file=path) for path in files]
    return Arranged(tuple(entries), files, tuple(found))


def _path(picture: PictureSource, article: Article, folder: Path, files: dict[str, bytes]) -> str:
    """A picture's path; its bytes go to ``files`` where they have no file yet."""
    if picture.path is not None:
        return _relative(picture.path, folder)
    stem = _UNUSUAL.sub("-", Path(article.span.file).stem).strip("-.") or "copy"
    for path in _names(stem, PurePosixPath(picture.name).suffix.lower()):
        held = files.get(path, _bytes_at(folder / path))
        if held is None:
            files[path] = picture.data
        if held is None or held == picture.data:
            return path
    return ""


def _names(stem: str, ending: str) -> Iterator[str]:
    yield from (f"{FOLDER}/{stem}-{number}{ending}" for number in range(1, 10_000))


def _bytes_at(path: Path) -> bytes | None:
    """The bytes of a file that is there already; None where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _relative(path: Path, folder: Path) -> str:
    """A path from the issue's folder, as it is written on every system; another disk has none."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()
