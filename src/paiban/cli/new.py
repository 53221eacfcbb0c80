"""``paiban new DIR``: a fresh issue that already sets, or a paper's own folder with its first issue."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from paiban.cli.common import report_problem
from paiban.cli.console import complain, tell
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.output.beside import write_beside
from paiban.resources import resource_folder

ISSUE_FILE = "issue.yaml"

PAPER_FILE = "paper.yaml"
"""What the issues of a paper extend; beside it stand its layout and its fonts."""

SHARED = ("template:", "credits:", "版式:", "版务:")
"""Lines of a fresh issue that are the paper's to say, where there is one."""

FOLDERS = ("pictures", "ads")

KINDS = ("inside", "front", "classified")
"""The kinds of page that a new issue may begin with, each a folder under ``layout/starter``; the first is usual."""


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the new folder · 新文件夹")
    parser.add_argument("--paper", action="store_true",
                        help="a paper's own folder, for its issues to extend · 一份报纸的文件夹")  # fmt: skip
    parser.add_argument(
        "--kind", choices=KINDS, default=KINDS[0], help="what it begins with · 从哪种版做起: " + ", ".join(KINDS)
    )


def run(options: Namespace) -> int:
    """Make the folder and its files; what is there already is never touched."""
    files = paper_files(options.folder) if options.paper else issue_files(options.folder, options.kind)
    there = next((path for path in files if path.exists()), None)
    if there is not None:
        complain(f"{there}: 已经有了 / is there already")
        return 1
    for path, data in files.items():
        problem = written(path, data)
        if problem is not None:
            return report_problem(problem, options)
        tell(f"→ {path}")
    return 0


def issue_files(folder: Path, kind: str, paper: bool = False) -> Mapping[Path, bytes]:
    """A fresh issue that begins with a ``kind`` of page; in the folder of a ``paper`` it extends that."""
    begin = resource_folder("layout") / "starter" / kind
    files = {path.relative_to(begin): path.read_bytes() for path in sorted(begin.rglob("*")) if path.is_file()}
    text = files.pop(Path(ISSUE_FILE)).decode()
    if paper or (folder.absolute().parent / PAPER_FILE).is_file():
        text = extending(text, day_of(folder.name))
    return {**{folder / path: data for path, data in files.items()}, folder / ISSUE_FILE: text.encode()}


def extending(text: str, day: date) -> str:
    """An issue that takes from its paper what is the paper's to say."""
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(SHARED)]
    first = next(index for index, line in enumerate(kept) if line.startswith(("date:", "日期:")))
    kept[first] = f"extends: ../{PAPER_FILE}\ndate: {day}\n"
    return "".join(kept)


def day_of(name: str) -> date:
    """The day that a folder is named after, else today."""
    try:
        return date.fromisoformat(name)
    except ValueError:
        return date.today()


def paper_files(folder: Path) -> Mapping[Path, bytes]:
    """A paper's own files and its first issue, in a folder named after the day."""
    layout = resource_folder("layout")
    own = layout / "starter" / "paper"
    files = {folder / path.relative_to(own): path.read_bytes() for path in sorted(own.rglob("*.yaml"))}
    template = (layout / "templates" / "tabloid.yaml").read_bytes().replace(b"\nname: tabloid", b"\nname: house")
    files[folder / "layout" / "templates" / "house.yaml"] = template
    return {**files, **issue_files(folder / date.today().isoformat(), KINDS[0], paper=True)}


def written(path: Path, data: bytes) -> Diagnostic | None:
    """Write a fresh file, and beside an issue the folders for its pictures and adverts."""
    folders = FOLDERS if path.name == ISSUE_FILE else ()
    try:
        for folder in (path.parent, *(path.parent / name for name in folders)):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return diagnose("P720", None, file=path, reason=system_words(error))
    return write_beside(path, data, fresh=True)
