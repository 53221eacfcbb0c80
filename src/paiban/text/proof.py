"""The proof that what a line draws is its copy: nothing lost, doubled or changed."""

from __future__ import annotations

from paiban.display import Line


def drawn(line: Line) -> str:
    """What the glyphs of a line stand for, without the engine's own prefix and suffix."""
    text = "".join([part for run in line.body for part in run.texts])
    return text[len(line.prefix) : len(text) - len(line.suffix)]


def expected(line: Line) -> str:
    """The copy that the line should draw: its range without what is dropped or set beside it."""
    value, start, end = line.copy.value, line.start, line.end
    if not line.dropped and not line.notes:
        return value[start:end]
    away = {*line.dropped, *(index for note in line.notes for index in range(*note))}
    return "".join([value[index] for index in range(start, end) if index not in away])


def is_true(line: Line) -> bool:
    """Whether a line draws its copy, its prefix and its notes exactly."""
    text = "".join([part for run in line.body for part in run.texts])
    if text != line.prefix + expected(line) + line.suffix:
        return False
    notes = line.runs[len(line.runs) - len(line.notes) :]
    return all(
        "".join("".join(run.texts).split()) == "".join(line.copy.value[slice(*note)].split())
        for run, note in zip(notes, line.notes, strict=True)
    )
