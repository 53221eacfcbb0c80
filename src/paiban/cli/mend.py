"""``paiban mend``: put right in an advert's PDF what can be put right without touching what it shows."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import add_message_options, add_output_options, deliver_file, report_problem
from paiban.cli.console import tell
from paiban.cli.speech import say
from paiban.diagnostic import Diagnostic, diagnose
from paiban.diagnostic.system import system_words
from paiban.files import read_plain
from paiban.picture import MENDS, Mend, mended, probe_artwork
from paiban.source.measure import parse_length

NOTHING = {"zh": "没有要修补的", "en": "there is nothing to mend"}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help=say("广告文件", "the advert"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.pdf", help=say("写到哪里", "where to write"))
    parser.add_argument(
        "--size", nargs=2, type=side, metavar=("WIDTH", "HEIGHT"), help=say("订的尺寸", "what was booked, 350mm 80mm")
    )
    add_output_options(parser)
    add_message_options(parser)


def side(words: str) -> int:
    """An option that is a length."""
    found = parse_length(words)
    if found is None or found <= 0:
        raise ValueError(words)
    return found


def run(options: Namespace) -> int:
    """Mend the file, say what was done, and write it beside the original."""
    try:
        data = read_plain(options.file)
    except FileNotFoundError:
        return report_problem(diagnose("P110", None, file=options.file), options)
    except OSError as error:
        return report_problem(diagnose("P112", None, file=options.file, reason=system_words(error)), options)
    wanted = Mend(None if options.size is None else (options.size[0], options.size[1]))
    looked = probe_artwork(options.file, 1, None, wanted)
    if isinstance(looked, Diagnostic):
        return report_problem(looked, options)
    done = mended(data, wanted)
    if not done.done:
        tell(f"{options.file}: {NOTHING[options.lang]}")
        return 0
    for key in done.done:
        tell(f"{options.file}: {MENDS[key].said(options.lang)}")
    path = options.output or options.file.with_stem(f"{options.file.stem}-mended")
    return deliver_file(path, done.data, options, (options.file,))
