"""The line from sources to an issue: read, shape, clean, guess, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from paiban.days import day_in
from paiban.diagnostic import Diagnostic, diagnose, has_errors, system_words
from paiban.intake.clean import cleaned_article
from paiban.intake.folder import files_of, with_pictures
from paiban.intake.formats import format_of, read_format
from paiban.intake.guess import KEY_WORDS, USUAL, bodied, name_in, titled, weighed
from paiban.intake.model import Article, PictureSource, Reading
from paiban.intake.pinned import pinned
from paiban.intake.placing import placed_in
from paiban.intake.shape import shaped
from paiban.intake.write import Block, blocks_of, issue_yaml
from paiban.issue.values import PICTURE_ENDINGS
from paiban.span import Span
from paiban.value import NamedTuple

WEIGHTS = ("1", "2", "3", "4", "5")

AUTO = ("auto", "自动")
"""What stands under ``pages`` where the engine fills them, in English and in Chinese."""

MOST_BYTES = 64 * 1024 * 1024
"""No file of a day's copy is as large, its pictures inside it counted."""


class Source(NamedTuple):
    """A file to import: what it is called, and its bytes."""

    name: str
    data: bytes


class Sources(NamedTuple):
    """All that is to be imported: copy, the pictures and adverts that lie beside it, what could not be had.

    A picture's ``name`` is the path that it came by: what it is called there says whose it is.
    """

    copy: tuple[Source, ...]
    pictures: tuple[PictureSource, ...] = ()
    adverts: tuple[Path, ...] = ()
    found: tuple[Diagnostic, ...] = ()


class Order(NamedTuple):
    """What is asked for besides the copy; ``""`` where the sources are to say, or nobody does.

    ``format`` is that of every source, where it is not to be told from them. ``chinese``: keys in Chinese. ``extends``
    is the paper's own file, from the issue's folder. ``joins``: the copy comes to a page where stories stand already.
    """

    format: str = ""
    date: str = ""
    page: str = ""
    section: str = ""
    template: str = ""
    style: str = ""
    page_count: int = 0
    chinese: bool = True
    extends: str = ""
    joins: bool = False


class Imported(NamedTuple):
    """An issue file's text (``""`` where there is none) with the files to put beside it, by path from its folder.

    ``blocks`` are those of the text, keys in English. ``found`` is all that was done and guessed, ``sources`` are texts
    for excerpts.
    """

    text: str
    blocks: tuple[Block, ...]
    files: Mapping[str, bytes]
    articles: tuple[Article, ...]
    found: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def imported(sources: Sources, order: Order, folder: Path) -> Imported:
    """The issue that ``sources`` make, which is to lie in ``folder``. Never raises for what a file may hold."""
    readings = [_reading(source, order) for source in sources.copy]
    found = [*sources.found, *(told for reading in readings for told in reading.found)]
    articles: list[Article] = []
    for source, reading in zip(sources.copy, readings, strict=True):
        articles += _articles(source, reading, found)
    used = [shot.picture.path for article in articles for shot in article.shots if shot.picture.path]
    pictured, alone = with_pictures(articles, sources.pictures, used, found)
    ranked, weights = weighed([titled(article, found) for article in pictured], order.joins)
    adverts = [Article(Span(str(path), 1, 1, 1, 1), advert=path) for path in sources.adverts]
    everything = (*ranked, *alone, *adverts)
    found += weights
    facts = {key: value for reading in reversed(readings) for key, value in reading.facts.items()}
    top = _top(order, facts, [source.name for source in sources.copy], found)
    texts = {name: text for reading in readings for name, text in reading.sources.items()}
    if not everything and not has_errors(found):
        found.append(diagnose("P807", None, file=sources.copy[0].name if sources.copy else ""))
    if not everything or "date" not in top:
        return Imported("", (), {}, everything, tuple(found), texts)
    placed = placed_in(everything, folder)
    found += placed.found
    blocks = blocks_of(placed.entries, order.chinese)
    return Imported(issue_yaml(top, blocks, order.chinese), blocks, placed.files, everything, tuple(found), texts)


def gathered(paths: Sequence[Path]) -> Sources:
    """The files at ``paths``, and what folders among them hold."""
    copy: list[Path] = []
    pictures: list[Path] = []
    adverts: list[Path] = []
    found: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            held = files_of(path)
            copy, pictures, adverts = [*copy, *held.copy], [*pictures, *held.pictures], [*adverts, *held.adverts]
            found += held.found or (() if held.copy or held.pictures else (diagnose("P807", None, file=path),))
        elif path.suffix.lower() in PICTURE_ENDINGS:
            pictures.append(path)
        else:
            copy.append(path)
    read = [source_at(path) for path in copy]
    found += [one for one in read if isinstance(one, Diagnostic)]
    shown = tuple(PictureSource(str(path), path) for path in pictures)
    return Sources(tuple(one for one in read if isinstance(one, Source)), shown, tuple(adverts), tuple(found))


def source_at(path: Path) -> Source | Diagnostic:
    """The file at ``path``, or why it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return diagnose("P110", None, file=path)
    except (OSError, ValueError) as error:
        return diagnose("P112", None, file=path, reason=system_words(error))
    if len(data) > MOST_BYTES:
        return diagnose("P113", None, file=path, most=f"{MOST_BYTES // 1024 // 1024} MiB")
    return Source(str(path), data)


def _reading(source: Source, order: Order) -> Reading:
    told = format_of(source.data, source.name)
    name = order.format or told.format
    if not name:
        return Reading(found=(told.fault,) if told.fault else ())
    reading = read_format(name, source.data, source.name)
    if not reading.pieces and not has_errors(reading.found):
        reading = reading._replace(found=(*reading.found, diagnose("P807", None, file=source.name)))
    return reading


def _articles(source: Source, reading: Reading, found: list[Diagnostic]) -> list[Article]:
    """The articles of one source, clean, with what the source says of them besides its copy."""
    shape = shaped(reading.pieces)
    changes: list[Diagnostic] = []
    clean = [article for one in shape.articles if (article := bodied(cleaned_article(one, changes))) is not None]
    found += [*shape.found, *pinned(changes, reading.sources)]
    if not clean:
        return []
    name = reading.facts.get("title", "") or name_in(source.name)
    weight = reading.facts.get("weight", "")
    first = clean[0]._replace(name=name if len(clean) == 1 else "", weight=int(weight) if weight in WEIGHTS else 0)
    return [first, *clean[1:]]


def _top(order: Order, facts: Mapping[str, str], names: Sequence[str], found: list[Diagnostic]) -> Block:
    """The keys of the issue: what was asked for, what the sources say, what is usual; what is guessed is told."""
    said = next(filter(None, map(day_in, (facts.get("date", ""), *names))), None)
    date = order.date or (said.isoformat() if said else "")
    if not date:
        found.append(diagnose("P809"))
    top: dict[str, str | int] = {"extends": order.extends} if order.extends else {}
    top |= {"date": date} if date else {}
    if order.page_count:
        top |= {"pages": AUTO[order.chinese], "page_count": order.page_count}
    else:
        top["page"] = int(_given("page", order.page, facts, found))
    top["section"] = _given("section", order.section, facts, found)
    looks = {"template": order.template, "style": order.style}
    return {**top, **{key: value for key, value in looks.items() if value}}


def _given(key: str, ordered: str, facts: Mapping[str, str], found: list[Diagnostic]) -> str:
    """What an issue says under a key: as ordered, as a source has it, else what is usual, which is told."""
    value = ordered or facts.get(key, "")
    if not value or (key == "page" and not value.isdecimal()):
        found.append(diagnose("P829", None, key=KEY_WORDS[key], value=USUAL[key]))
        return USUAL[key]
    return value
