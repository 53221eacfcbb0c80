"""A folder of a day's copy: which of its files are copy, which pictures belong to which story, what is an advert."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.formats import FOREIGN, FORMATS
from paiban.intake.model import Article, PictureSource, Shot
from paiban.issue.values import PICTURE_ENDINGS
from paiban.markup import plain
from paiban.span import Span
from paiban.value import NamedTuple

DEEPEST = 4
MOST_FILES = 2_000

ADVERT_FOLDERS = ("ads", "ad", "广告")
PICTURE_FOLDERS = ("pictures", "images", "photos", "图片", "照片", "图")
"""Folders that say what is in them and not whose it is."""

_JUNK = pattern(r"(?i)\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$")
"""What systems and word processors leave behind."""

_COPY = tuple(ending for row in FORMATS.values() for ending in row.endings)
_NUMBER = pattern(r"\d+")
_TAIL = pattern(r"[-_ （(]*(图|照片|配图|pic|img|photo)?[-_ ]*\d{0,3}[)）]?$")
_HAN = pattern(r"[\u4e00-\u9fff]{4}")


class Found(NamedTuple):
    """The files of a folder by what they are, in the order that their names ask for, and what was passed over."""

    copy: tuple[Path, ...]
    pictures: tuple[Path, ...]
    adverts: tuple[Path, ...]
    found: tuple[Diagnostic, ...]


def files_of(folder: Path) -> Found:
    """What a folder holds; folders in it as well, links to elsewhere not."""
    files = list(_files(folder, 0))
    kinds = {path: _kind(path, folder) for path in files[:MOST_FILES]}
    passed = [path for path in files if kinds.get(path, "") == ""]
    told = tuple(diagnose("P817", None, file=path) for path in passed)
    by_kind = {kind: tuple(path for path, of in kinds.items() if of == kind) for kind in ("copy", "picture", "advert")}
    return Found(by_kind["copy"], by_kind["picture"], by_kind["advert"], told)


def _files(folder: Path, depth: int) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: natural(path.name))
    except OSError:
        return
    for path in inside:
        if _JUNK.match(path.name) or path.is_symlink():
            continue
        if path.is_dir() and depth < DEEPEST:
            yield from _files(path, depth + 1)
        elif path.is_file():
            yield path


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A name as people sort it: figures by their value."""
    parts = _NUMBER.split(name), _NUMBER.findall(name)
    words = tuple((0, 0, word.lower()) for word in parts[0])
    numbers = tuple((1, int(number[:18]), "") for number in parts[1])
    mixed = [part for pair in zip(words, numbers, strict=False) for part in pair]
    return (*mixed, *words[len(numbers) :])


def _kind(path: Path, folder: Path) -> str:
    """What a file is taken for; ``""`` for what an issue is already, or nobody can read."""
    ending = path.suffix.lower()
    above = {part.lower() for part in path.relative_to(folder).parts[:-1]}
    if ending == ".pdf" or (ending in PICTURE_ENDINGS and above & set(ADVERT_FOLDERS)):
        return "advert"
    if ending in PICTURE_ENDINGS:
        return "picture"
    return "copy" if ending in _COPY or ending in FOREIGN else ""


def with_pictures(
    articles: Sequence[Article], pictures: Sequence[PictureSource], used: Sequence[Path], found: list[Diagnostic]
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """The articles with the pictures that their names or folders give them, and the pictures that stand alone.

    A picture's ``name`` is the path that it came by, as a source's is, wherever it lies now.
    """
    left = [(Path(picture.name), picture) for picture in pictures if picture.path not in used]
    names = [name for name, _ in left]
    captions = {Path(article.span.file).with_suffix(""): article for article in articles if _is_caption(article, names)}
    kept = [article for article in articles if article not in captions.values()]
    shots: dict[int, list[Shot]] = {}
    alone: list[Article] = []
    for path, picture in left:
        span = Span(str(path), 1, 1, 1, 1)
        said = captions.get(path.with_suffix(""))
        words = said.lines[0].text if said else ""
        owner = _owner(path, kept)
        shot = Shot(picture, span, words or ("" if owner >= 0 else _caption(path)))
        if owner >= 0:
            shots.setdefault(owner, []).append(shot)
            found.append(diagnose("P841", span, name=path.name, other=_called(kept[owner])))
        else:
            alone.append(Article(span, shots=(shot,)))
    with_shots = [article._replace(shots=(*article.shots, *shots.get(i, ()))) for i, article in enumerate(kept)]
    return tuple(with_shots), tuple(alone)


def _called(article: Article) -> str:
    """What to call an article in a message."""
    return plain(article.headline) or Path(article.span.file).stem


def _is_caption(article: Article, pictures: Sequence[Path]) -> bool:
    """Whether a text is nothing but what is said of the picture of its name."""
    stem = Path(article.span.file).with_suffix("")
    return len(article.lines) == 1 and not article.headline and any(path.with_suffix("") == stem for path in pictures)


def _owner(path: Path, articles: Sequence[Article]) -> int:
    """The story that a picture belongs to: by the longest name that begins its own, else by a folder of its own."""
    stem = _TAIL.sub("", path.stem)
    files = [Path(article.span.file) for article in articles]
    named = [(len(file.stem), index) for index, file in enumerate(files) if stem and _names(file.stem, stem, path.stem)]
    if named:
        return max(named, key=lambda found: (found[0], -found[1]))[1]
    beside = [index for index, file in enumerate(files) if file.parent == path.parent]
    own_folder = len({files[index] for index in beside}) == 1 and path.parent.name.lower() not in PICTURE_FOLDERS
    return beside[0] if own_folder else -1


def _names(copy: str, stem: str, whole: str) -> bool:
    return whole.startswith(copy) or copy == stem or (len(stem) > 1 and not stem.isdecimal() and copy.endswith(stem))


def _caption(path: Path) -> str:
    """A file's name where it is words."""
    words = _TAIL.sub("", path.stem)
    return words if _HAN.search(words) else ""
