"""The streams of a run: what is said to people, what is given to programs, and what other libraries must not add.

Nothing said here can end a run. A stream that is closed, full or gone loses words, never a file; whether standard
output lost any is told at the end. While a command runs, standard error belongs to us alone: what decoders print
there, from C or from Python, goes nowhere. Findings asked for as JSON are one array, printed at the end.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from paiban.terminal import escaped

if TYPE_CHECKING:
    from paiban.diagnostic import Diagnostic

STDERR = 2


class Console:
    """What is known of the streams during one run."""

    def __init__(self) -> None:
        self.lost: OSError | None = None
        self.errors: TextIO | None = None
        self.pending: list[Diagnostic] | None = None


_console = Console()


def tell(words: str) -> None:
    """News for people, a line or more, to standard output: closed, it is nobody's loss."""
    _put(sys.stdout, escaped(words, "\n") + "\n")


def answer(words: str) -> None:
    """What people asked for, a line or more, to standard output: closed, it is an error."""
    _put_wanted(escaped(words, "\n") + "\n")


def give(data: str) -> None:
    """Data for a program, to standard output, as it is; a terminal is not obeyed by it all the same."""
    _put_wanted(escaped(data, "\n") if _is_terminal(sys.stdout) else data)


def give_bytes(data: bytes) -> None:
    """A finished file, to standard output."""
    try:
        if sys.stdout is None:
            raise closed_stream()
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    except OSError as error:
        _console.lost = error


def tell_found(found: Iterable[Diagnostic], lang: str) -> None:
    """Findings that are the answer that was asked for, to standard output."""
    from paiban.diagnostic import render_text  # noqa: PLC0415  ``--version`` has nothing to report

    colour = _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    _put(sys.stdout, render_text(found, {}, lang, colour))


def complain(words: str) -> None:
    """A line or more for people, to standard error."""
    _put(_errors(), escaped(words, "\n") + "\n")


def show_progress(words: str) -> None:
    """Words that the next ones go over, where standard error is a terminal."""
    if is_terminal():
        _put(_errors(), f"\r{words}\r")


def report(found: Iterable[Diagnostic], sources: Mapping[str, str], form: str, lang: str) -> None:
    """Findings to standard error: in words at once, as JSON together with all others of the run."""
    if form == "json":
        _console.pending = [*(_console.pending or []), *found]
    else:
        from paiban.diagnostic import render_text  # noqa: PLC0415  as above

        _put(_errors(), render_text(found, sources, lang, use_colour()))


def print_pending() -> None:
    """The JSON of what was reported so far."""
    if _console.pending is not None:
        from paiban.diagnostic import render_json  # noqa: PLC0415  as above

        _put(_errors(), render_json(_console.pending))
    _console.pending = None


def is_terminal() -> bool:
    """Whether standard error is a terminal."""
    return _is_terminal(_errors())


def use_colour() -> bool:
    """Whether messages may be coloured: on a terminal, unless NO_COLOR is set."""
    return is_terminal() and not os.environ.get("NO_COLOR")


@contextmanager
def own_streams() -> Iterator[None]:
    """Standard error for us alone; whatever else writes there, or to its file descriptor, writes into nothing."""
    global _console  # noqa: PLW0603  one run, one console
    outer, _console = _console, Console()
    theirs = sys.stderr
    with open(os.devnull, "w", encoding="utf-8") as nothing, _own_descriptor(theirs, nothing) as ours:  # noqa: PTH123
        _console.errors, sys.stderr = ours, nothing
        if isinstance(sys.stdout, io.TextIOWrapper):  # an old terminal lacks some characters: better escaped than none
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            yield
        finally:
            sys.stderr = theirs
            _console = outer


def lost_output() -> OSError | None:
    """Bring everything out; why some of standard output could not be, None where all of it is."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            _console.lost = error if isinstance(error, OSError) else OSError(errno.EBADF, str(error))
        if _console.lost is not None:
            _let_go(sys.stdout)
    return _console.lost


def heal_descriptors() -> None:
    """Put the null device where a standard stream is closed: else the next file opened gets its number and words."""
    for number in range(STDERR + 1):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _errors() -> TextIO | None:
    return _console.errors or sys.stderr


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def closed_stream() -> OSError:
    """What is wrong with a stream that is closed."""
    return OSError(errno.EBADF, os.strerror(errno.EBADF))


def _put_wanted(words: str) -> None:
    if sys.stdout is None:
        _console.lost = closed_stream()
    _put(sys.stdout, words)


def _put(stream: TextIO | None, words: str) -> None:
    if stream is None:
        return
    try:
        stream.write(words)
        if stream is not sys.stdout:
            stream.flush()
    except (OSError, ValueError) as error:
        if stream is sys.stdout:
            _console.lost = error if isinstance(error, OSError) else OSError(errno.EBADF, str(error))


@contextmanager
def _own_descriptor(stream: TextIO | None, nothing: TextIO) -> Iterator[TextIO | None]:
    """A stream to where ``stream`` goes; if that is the process's standard error, its descriptor leads to nothing."""
    if not isinstance(stream, io.TextIOWrapper) or _number_of(stream) != STDERR:
        yield stream
        return
    stream.flush()
    kept = os.dup(STDERR)
    os.dup2(nothing.fileno(), STDERR)
    ours = open(kept, "w", encoding=stream.encoding, errors="backslashreplace", closefd=False)  # noqa: SIM115
    try:
        yield ours
    finally:
        with suppress(OSError, ValueError):
            ours.close()
        os.dup2(kept, STDERR)
        os.close(kept)


def _number_of(stream: TextIO) -> int:
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return -1


def _let_go(stream: TextIO) -> None:
    """What is still held back for a broken stream goes nowhere, so that Python does not try once more at the end."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
