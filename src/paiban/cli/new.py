"""``paiban new DIR``: a fresh issue that already sets, or a paper's own folder with its first issue.

What an issue begins with are pages of the sample paper under ``issues``, which stand there once.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from paiban.cli.common import add_message_options, report_problem
from paiban.cli.console import complain, tell
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.issue.carried import said_in
from paiban.issue.parted import PartedIssue, called, joined, parted
from paiban.issue.spelling import spelt
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.output.beside import write_beside
from paiban.resources import resource_folder
from paiban.source.outline import Outline, outline
from paiban.value import NamedTuple

ISSUE_FILE = "issue.yaml"

PAPER_FILE = "paper.yaml"
"""What the issues of a paper extend; beside it stand its layout and its fonts."""

SAMPLE = "yuanjiang"
"""The sample paper: a folder of ``issues``."""

SAMPLE_NAME, ART, TEMPLATE = "沅江晚报", "题字:", "版式: tabloid "
"""What the sample paper is called, the key of the art of its nameplate, its template where a page names it."""

HAN = re.compile("[\u4e00-\u9fff]{2,12}")
"""The name of a folder that may be a paper's."""

FOLDERS = ("pictures", "ads")


class Beginning(NamedTuple):
    """What a new issue begins with: its name in Chinese, an issue of the sample paper, and which of its pages; all if
    none are named.
    """

    zh: str
    issue: str
    pages: tuple[int, ...] = ()


BEGINNINGS = {
    "start": Beginning("起步", "start"),
    "front": Beginning("头版", "daily", (1, 2)),
    "inside": Beginning("内版", "daily", (3,)),
    "spread": Beginning("跨版", "daily", (4, 5)),
    "data": Beginning("数据版", "daily", (6,)),
    "classified": Beginning("分类广告", "daily", (7,)),
    "photo": Beginning("摄影版", "daily", (8,)),
    "poster": Beginning("海报", "weekend", (1,)),
    "halves": Beginning("四开对版", "weekend", (2, 3)),
    "supplement": Beginning("副刊", "weekend", (5,)),
    "feature": Beginning("特稿", "weekend", (6,)),
    "vertical": Beginning("直排", "weekend", (7,)),
    "names": Beginning("名单", "weekend", (8,)),
    "issue": Beginning("整期", "daily"),
}
"""The kinds of page that a new issue may begin with, by their English names; the first is usual."""

SPELLINGS = {name: (key, lang) for key, kind in BEGINNINGS.items() for name, lang in ((key, "en"), (kind.zh, "zh"))}
"""What each name asks for: the beginning, and the language of its keys, which is that of the name."""


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=say("新文件夹", "the new folder"))
    parser.add_argument("--paper", action="store_true",
                        help=say("一份报纸的文件夹", "a paper's own folder, for its issues to extend"))  # fmt: skip
    parser.add_argument(
        "--kind", choices=SPELLINGS, metavar="KIND", default=usual_kind(),
        help=say("从哪种版做起；名字用哪种语言，键就用哪种语言：", "what it begins with, in the language of its keys: ")
        + ", ".join(f"{key} {kind.zh}" for key, kind in BEGINNINGS.items()),
    )  # fmt: skip
    add_message_options(parser)


def usual_kind() -> str:
    """The usual beginning, in the language of the run."""
    key = next(iter(BEGINNINGS))
    return say(BEGINNINGS[key].zh, key)


def run(options: Namespace) -> int:
    """Make the folder and its files; what is there already is never touched."""
    key, lang = SPELLINGS[options.kind]
    make = paper_files if options.paper else issue_files
    files = make(options.folder, key, lang)
    there = next((path for path in files if path.exists()), None)
    if there is not None:
        complain(say(f"{there}: 已经有了", f"{there}: is there already"))
        return 1
    for path, data in files.items():
        problem = written(path, data)
        if problem is not None:
            return report_problem(problem, options)
        tell(f"→ {path}")
    return 0


def issue_files(folder: Path, key: str, lang: str, paper: str = "") -> Mapping[Path, bytes]:
    """A fresh issue with keys in ``lang``; in the folder of a paper, whose file has the text ``paper`` or is there, it
    extends that and bears its name, else it says all itself.
    """
    begin = resource_folder("issues") / SAMPLE / BEGINNINGS[key].issue
    text = pages_of((begin / ISSUE_FILE).read_text("utf-8"), BEGINNINGS[key].pages)
    own = folder.absolute().parent / PAPER_FILE
    paper = paper or (own.read_text("utf-8", errors="replace") if own.is_file() else "")
    text = named(text, paper) if paper else alone(text, (begin.parent / PAPER_FILE).read_text("utf-8"))
    files = {folder / name: (begin / name).read_bytes() for name in files_named(text, begin)}
    text = spelt(called(text, day_of(folder.name, bool(paper))), make_table(KINDS.readings), lang)
    return {**files, folder / ISSUE_FILE: text.encode()}


def named(text: str, paper: str) -> str:
    """The text of a sample with the name of the ``paper`` that it is begun for, its nameplate in type, in the paper's
    template where that has one."""
    own = said_in(paper).own
    name, left_out = own.get("paper"), (ART, TEMPLATE) if "template" in own else (ART,)
    lines = text.splitlines(keepends=True)
    text = "".join(line for line in lines if not line.lstrip().startswith(left_out))
    return text.replace(SAMPLE_NAME, name) if isinstance(name, str) else text


def pages_of(text: str, wanted: tuple[int, ...]) -> str:
    """An issue of the ``wanted`` pages, all if there are none, without what is said above of all of them; an index says
    itself on which page the others stand.
    """
    whole = parted(text, make_table(KINDS.readings))
    if whole is None or not wanted:
        return text
    pages = tuple(page for page in whole.pages if page.numbers[0] in wanted)
    others = [page for page in whole.pages if page not in pages]
    head = "".join(line for line in whole.head.splitlines(keepends=True) if not line.startswith("#"))
    text = joined(PartedIssue(head, pages, whole.chinese))
    for page in others:
        for line in page.words.splitlines():
            id_ = line.partition("编号: ")[2]
            if id_:
                text = text.replace(f"{{稿件: {id_}, ", f"{{版次: {page.numbers[0]}, ")
    return text


def files_named(text: str, folder: Path) -> list[str]:
    """The files of a sample's ``folder`` that its text names."""
    root = outline(text)
    values = set(() if root is None else scalars(root))
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    return [name for name in names if name in values]


def scalars(node: Outline) -> Iterator[str]:
    """Every single value in a file, keys among them."""
    if node.is_scalar:
        yield node.value
    for item in node.items:
        yield from scalars(item)


def alone(text: str, paper: str) -> str:
    """An issue that says itself what it had from its ``paper``: of a single page, or of each of several."""
    lines = [line for line in paper.splitlines(keepends=True) if not line.startswith("#")]
    table = make_table(KINDS.readings)
    issue = parted(text, table)
    if issue is None:
        return text
    look = [line for line in lines if line.partition(":")[0] in table.page.keys]
    own = "".join(line for line in lines if line not in look)
    head = "".join(own if line.startswith("沿用:") else line for line in issue.head.splitlines(keepends=True))
    pages = tuple(page._replace(words=with_look(page.words, look)) for page in issue.pages)
    return joined(issue._replace(head=head, pages=pages))


def with_look(words: str, look: list[str]) -> str:
    """A page with those lines of its paper for which it has none of its own, below its name."""
    own = {line.partition(":")[0] for line in words.splitlines()}
    first, name, rest = words.partition("版名:")
    line, _, rest = rest.partition("\n")
    return f"{first}{name}{line}\n" + "".join(each for each in look if each.partition(":")[0] not in own) + rest


def day_of(name: str, today: bool) -> date | None:
    """The day that a folder is named after, else ``today`` if wanted."""
    try:
        return date.fromisoformat(name)
    except ValueError:
        return date.today() if today else None


def paper_files(folder: Path, key: str, lang: str) -> Mapping[Path, bytes]:
    """A paper's own files, called as a folder with a Chinese name is, its own with keys in ``lang`` as its first issue,
    which stands in a folder of today's."""
    layout = resource_folder("layout")
    own = layout / "paper"
    files = {folder / path.relative_to(own): path.read_bytes() for path in sorted(own.rglob("*.yaml"))}
    today = date.today()
    text = (own / PAPER_FILE).read_text("utf-8").replace("2026-01-01", today.isoformat())
    name = folder.absolute().name
    text = text.replace("×××报", name) if HAN.fullmatch(name) else text
    text = spelt(text, make_table(KINDS.readings), lang)
    files[folder / PAPER_FILE] = text.encode()
    template = (layout / "templates" / "tabloid.yaml").read_bytes().replace(b"\nname: tabloid", b"\nname: house")
    files[folder / "layout" / "templates" / "house.yaml"] = template
    return {**files, **issue_files(folder / today.isoformat(), key, lang, text)}


def written(path: Path, data: bytes) -> Diagnostic | None:
    """Write a fresh file, and beside an issue the folders for its pictures and adverts."""
    folders = FOLDERS if path.name == ISSUE_FILE else ()
    try:
        for folder in (path.parent, *(path.parent / name for name in folders)):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return diagnose("P720", None, file=path, reason=system_words(error))
    return write_beside(path, data, fresh=True)
