"""``paiban move``: an issue goes to another day, or a page with its files into another issue.

What comes out is read before anything of it is written: an issue that would have errors then is left as it is.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from datetime import date
from os import sep
from os.path import relpath
from pathlib import Path

from paiban.cli.common import add_message_options, page_number, report_problem
from paiban.cli.console import complain, report, tell
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic, diagnose, has_errors, system_words
from paiban.engine import read_issue
from paiban.issue import Issue
from paiban.issue.carried import IN_CHINESE, Difference, Said, begun, carried, said_in
from paiban.issue.edit import Address, Remove, Set, edited, key_names
from paiban.issue.kind import NamedFile
from paiban.issue.naming import all_blocks
from paiban.issue.parted import PageText, PartedIssue, called, joined, parted, renumbered
from paiban.issue.pointers import pointers
from paiban.issue.pool import REST
from paiban.issue.renaming import Renamed, renamed
from paiban.issue.table import make_table
from paiban.issue.write_back import revision, write_revision
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.output.beside import write_beside
from paiban.source import read_source
from paiban.value import NamedTuple

COUNTED = Words("期号是写定的，没有改", "the issue number is written out and stays as it is")

ALONE = Words(
    "只有这一版：改日子用 --date，另存一份用 --keep",
    "its only page: --date gives it another day, --keep copies it",
)

NAMES_NO_MORE = Words(
    "删掉这一处，导读也可以改成那一版的 {版次, 主题}",
    "take this out; an index can have {page, headline} of that page instead",
)
JUMPS_NO_MORE = Words("去掉这个下转", "take this jump out")
STAYS = Words("；只是抄一份去，用 --keep", "; --keep only copies the page")


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("issue", type=Path, metavar="ISSUE.yaml", help=say("稿件文件", "the issue file"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--date", type=day, metavar="YYYY-MM-DD",
                      help=say("改日子", "another day for the issue, and for a folder named after it"))  # fmt: skip
    what.add_argument(
        "--page", type=page_number, metavar="N", help=say("挪这一版", "move this page into another issue")
    )
    parser.add_argument(
        "--to", type=Path, metavar="OTHER.yaml", help=say("挪到哪一期", "the issue it goes into, new or not")
    )
    parser.add_argument("--number", type=int, metavar="M", help=say("在那里是第几版", "the page's number there"))
    parser.add_argument("--keep", action="store_true", help=say("原来的留着", "leave it here too"))
    add_message_options(parser)


def day(value: str) -> date:
    """An option that is a day."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ArgumentTypeError(say(f"“{value}”：例如 2026-12-01", f"“{value}”: for example 2026-12-01")) from None


def run(options: Namespace) -> int:
    """Move what is asked for."""
    if (options.page is None) != (options.to is None) or (
        options.to and options.to.resolve() == options.issue.resolve()
    ):
        complain("--page N --to OTHER.yaml")
        return 2
    source = opened(options.issue, options)
    if source is None:
        return 1
    return redate(source, options) if options.page is None else move_page(source, options)


class Target(NamedTuple):
    """The issue that a page goes into, by its pages, the bytes of its file, none for a new one, and its blocks' ids;
    of a new one what it does not say as the other does.
    """

    issue: PartedIssue
    data: bytes
    ids: frozenset[str] = frozenset()
    left_out: tuple[Difference, ...] = ()


class Opened(NamedTuple):
    """An issue file that was read without an error: its text and its bytes, as they are."""

    path: Path
    text: str
    data: bytes
    issue: Issue


def opened(path: Path, options: Namespace) -> Opened | None:
    """The issue at a path; None where it cannot be read or has errors, which are told."""
    source, found = read_source(path)
    if source is None:
        report(found, {}, options.format, options.lang)
        return None
    data = path.read_bytes()
    issue = read(path, data.decode("utf-8"), options)
    return None if issue is None else Opened(path, data.decode("utf-8"), data, issue)


def read(path: Path, text: str, options: Namespace) -> Issue | None:
    """What an issue file of this text would say; None where it would have errors, which are told."""
    issue, found, sources = read_issue(path, text)
    if issue is None or has_errors(found):
        report([each for each in found if has_errors((each,))], sources, options.format, options.lang)
        return None
    return issue


# ---- to another day --------------------------------------------------------------------------------------------------


def redate(source: Opened, options: Namespace) -> int:
    """Give the issue its new day, then the folder that is named after the old one."""
    after = edited(source.text, key_names(KINDS.readings), [Set((), "date", options.date.isoformat())])
    problem = after if isinstance(after, Diagnostic) else moved_there(source, after, options.date)
    if isinstance(problem, Diagnostic):
        return report_problem(problem, options)
    if source.issue.number is not None:
        complain(say(*COUNTED))
    tell(f"→ {problem}")
    return 0


def moved_there(source: Opened, text: str, to: date) -> Diagnostic | Path:
    """Write the issue, in a folder of the new day's name where it has one of the old day's; where it is then."""
    folder = source.path.absolute().parent
    there = folder.with_name(to.isoformat()) if folder.name == source.issue.date.isoformat() else folder
    if there != folder and there.exists():
        return diagnose("P733", None, path=there)
    problem = write_revision(source.path, revision(source.data), text)
    if problem is not None or there == folder:
        return problem or source.path
    try:
        folder.rename(there)
    except OSError as error:
        return diagnose("P720", None, file=there, reason=system_words(error))
    return there / source.path.name


# ---- a page into another issue ---------------------------------------------------------------------------------------


def move_page(source: Opened, options: Namespace) -> int:
    """Put the page and its files into the other issue, then take it out of this one."""
    whole = parted(source.text, make_table(KINDS.readings))
    page = None if whole is None else next((each for each in whole.pages if options.page in each.numbers), None)
    if whole is None or page is None:
        return report_problem(no_page(whole, options), options)
    if len(whole.pages) == 1 and not options.keep:
        complain(say(*ALONE))
        return 1
    torn = torn_by(source, page, options.keep)
    if torn:
        report(torn, {}, options.format, options.lang)
        return 1
    left = without(source, whole.pages.index(page), options)
    target = target_of(source, whole, options)
    if left is None or target is None:
        return 1
    there = page if options.number is None else renumbered(page, options.number)
    twice = sorted({*there.numbers} & {number for each in target.issue.pages for number in each.numbers})
    if twice:
        complain(say(f"{options.to}: 已经有第 {twice[0]} 版；用 --number 给挪去的版另一个版次",
                     f"{options.to}: page {twice[0]} is there already; give this one another by --number"))  # fmt: skip
        return 1
    return put_page(source, left, page, renamed(there, target.ids, KINDS.readings), target, options)


def no_page(whole: PartedIssue | None, options: Namespace) -> Diagnostic:
    """Why the page that is asked for cannot be had."""
    if whole is None:
        return diagnose("P727", None, place=str(options.issue))
    known = ", ".join("-".join(map(str, page.numbers)) for page in whole.pages)
    return diagnose("P735", None, number=options.page, known=known)


def torn_by(source: Opened, page: PageText, keep: bool) -> list[Diagnostic]:
    """Each place that would be in another issue than what it points to, and might mean another block of that."""
    own = {
        block.id
        for each in source.issue.pages
        for block in each.blocks
        if each.numbers == page.numbers and block.part != REST
    }
    found = []
    for pointer in pointers(source.text, str(source.path), KINDS.readings):
        goes = pointer.numbers == page.numbers
        if goes != (pointer.to in own or pointer.to in page.numbers) and (goes or not keep):
            name, remedy = Words(f"“{pointer.to}”", f"“{pointer.to}”"), NAMES_NO_MORE
            if isinstance(pointer.to, int):
                name, remedy = Words(f"第 {pointer.to} 版", f"page {pointer.to}"), JUMPS_NO_MORE
            stays = Words("", "") if goes else STAYS
            found.append(diagnose("P734", pointer.span, name=name, remedy=remedy, stays=stays))
    return found


def without(source: Opened, at: int, options: Namespace) -> str | None:
    """The source's text when the page is gone, or as it was where it stays; None where that would be wrong (told)."""
    if options.keep:
        return source.text
    left = edited(source.text, key_names(KINDS.readings), [Remove(("pages",), at)])
    if isinstance(left, Diagnostic):
        report_problem(left, options)
        return None
    return left if read(source.path, left, options) is not None else None


def target_of(source: Opened, whole: PartedIssue, options: Namespace) -> Target | None:
    """The issue that the page goes into; one that is not there yet begins as the source does, its paper's file named
    from where it is, but for the weather and the like of its day.
    """
    if not options.to.exists():
        to = folder_day(options.to)
        another_day = to is not None and to != source.issue.date
        head, left_out = begun(rebased(whole.head, source.path, options.to), key_names(KINDS.readings), another_day)
        return Target(whole._replace(head=called(head, to), pages=()), b"", left_out=left_out)
    there = opened(options.to, options)
    target = None if there is None else parted(there.text, make_table(KINDS.readings))
    if there is not None and target is None:
        report_problem(diagnose("P727", None, place=str(options.to)), options)
    if there is None or target is None:
        return None
    return Target(target, there.data, frozenset(block.id for block in all_blocks(there.issue)))


def rebased(head: str, here: Path, there: Path) -> str:
    """The lines of an issue whose paper's file is named from another folder."""
    named = said_in(head).own.get("extends")
    if not isinstance(named, str):
        return head
    file = relpath((here.absolute().parent / named).resolve(), there.absolute().parent.resolve())
    after = edited(head, key_names(KINDS.readings), [Set((), "extends", file.replace(sep, "/"))])
    return head if isinstance(after, Diagnostic) else after


def folder_day(path: Path) -> date | None:
    """The day that the folder of an issue is named after, if any."""
    try:
        return date.fromisoformat(path.absolute().parent.name)
    except ValueError:
        return None


def put_page(
    source: Opened, left: str, page: PageText, new: Renamed, target: Target, options: Namespace
) -> int:  # fmt: skip
    """Copy the files, have the new text read, write both issues; else take back what was copied.

    ``page`` is as it stands here, ``new`` as it will there.
    """
    files = files_of(source, page)
    taken = clash(files, source.path.parent, options.to.parent)
    if taken is not None:
        return report_problem(diagnose("P733", None, path=taken), options)
    text, differences = with_page(source, new.page, target, options)
    made = copied(files, source.path.parent, options.to.parent)
    problem = made if isinstance(made, Diagnostic) else None
    if problem is None and read(options.to, text, options) is not None:
        problem = written(options.to, target.data, text) or written(source.path, source.data, left)
        if problem is None:
            for words in (*map(renaming, new.names.items()), *map(told, differences)):
                complain(words)
            tell(f"→ {options.to}")
            return clear(files, source, left)
    for path in () if isinstance(made, Diagnostic) else made:
        path.unlink(missing_ok=True)
    return 1 if problem is None else report_problem(problem, options)


def with_page(
    source: Opened, new: PageText, target: Target, options: Namespace
) -> tuple[str, tuple[Difference, ...]]:  # fmt: skip
    """The other issue's text with the page and what it needs of its own issue; what it has otherwise there."""
    issue = target.issue._replace(pages=(*target.issue.pages, new))
    text = joined(issue)
    if not target.data:
        return text, target.left_out
    pages = sorted(issue.pages, key=lambda each: each.numbers)
    at: Address = ("pages", pages.index(new)) if len(pages) > 1 else ()
    crowned = any(each.crowned for each in source.issue.pages if options.page in each.numbers)
    here, there = said_by(source.path, source.text), said_by(options.to, issue.head)
    taken = carried(new.words, at, crowned, here, there)
    after = edited(text, key_names(KINDS.readings), taken.operations)
    return (text, taken.differences) if isinstance(after, Diagnostic) else (after, taken.differences)


def said_by(path: Path, text: str) -> Said:
    """What an issue and the file of its paper say."""
    named = said_in(text).own.get("extends")
    paper = path.parent / named if isinstance(named, str) else None
    return said_in(text, paper.read_text("utf-8") if paper is not None and paper.is_file() else "")


def renaming(names: tuple[str, str]) -> str:
    """What a block was called and is called now, in words."""
    old, new = names
    return say(f"编号 {old} 那一期已经有了，挪去的改成 {new}，配、导读里也跟着改了",
               f"the id {old} is taken there: it is {new} now, wherever the page says it")  # fmt: skip


def told(difference: Difference) -> str:
    """What was not carried, in words."""
    here, there = difference.here or "—", difference.there or "—"
    return say(f"{IN_CHINESE[difference.key]}: 原来是 {here}，那一期是 {there}，没有带过去",
               f"{difference.key}: {here} here, {there} there: not carried")  # fmt: skip


def files_of(source: Opened, moved: PageText) -> Mapping[str, Path]:
    """The files of a page in its issue's folder, drawings of its characters among them, by its names for them."""
    folder = source.path.parent.resolve()
    pages = [page for page in source.issue.pages if page.numbers == moved.numbers]
    named = [
        file for page in pages for block in page.blocks for file in KINDS.readings[block.kind].files(block.content)
    ]
    drawn = [NamedFile(*glyph) for character, glyph in source.issue.glyphs.items() if character in moved.words]
    return {
        file.words.value: file.path
        for file in (*named, *drawn)
        if file.path.is_file() and file.path.resolve().is_relative_to(folder)
    }


def clash(files: Mapping[str, Path], here: Path, there: Path) -> Path | None:
    """A file that is already in the other issue's folder under a name of the page's, and is another."""
    others = [(path, there / path.relative_to(here)) for path in files.values()]
    return next((new for old, new in others if new.exists() and new.read_bytes() != old.read_bytes()), None)


def copied(files: Mapping[str, Path], here: Path, there: Path) -> list[Path] | Diagnostic:
    """The copies that were made of files in the other folder; why not, where that cannot be."""
    made: list[Path] = []
    for path in files.values():
        new = there / path.relative_to(here)
        if new.exists():
            continue
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return diagnose("P720", None, file=new, reason=system_words(error))
        problem = write_beside(new, path.read_bytes(), fresh=True)
        if problem is not None:
            return problem
        made.append(new)
    return made


def written(path: Path, before: bytes, text: str) -> Diagnostic | None:
    """Put an issue's new text into its place, or a new one there."""
    if before == text.encode():
        return None
    return write_revision(path, revision(before), text) if before else write_beside(path, text.encode(), fresh=True)


def clear(files: Mapping[str, Path], source: Opened, left: str) -> int:
    """Remove the files that went with the page and that nothing left in the source names."""
    for name, path in files.items():
        if left != source.text and name not in left:
            path.unlink(missing_ok=True)
    return 0
