"""How wide text stands in a terminal: cells, of which a Han character takes two."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_NO_CELL = "\u200b\u200c\u200d\ufe0e\ufe0f\ufeff"


def cells(character: str) -> int:
    """0 for a combining mark or an invisible joiner, 2 for a wide or full-width character, else 1.

    Characters of ambiguous width (“ ” — …) count 1, as terminals draw them unless told otherwise.
    """
    if character < "\u0300":
        return 1
    if combining(character) or character in _NO_CELL:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """The cells that ``text`` takes; a tab counts as one, as it is shown as a blank."""
    return sum(cells(c) for c in text)


def window(text: str, start: int, width: int) -> tuple[int, int]:
    """A stretch of ``text`` of at most ``width`` cells that shows what stands at ``start``.

    Whole where the text fits; else the place stands a third from the left, so that both what led to it and what
    follows can be read. What takes no cell counts too: at most twice as many characters as cells on either side.
    """
    most = 2 * width
    if len(text) <= most and display_width(text) <= width:
        return 0, len(text)
    left = min(start, len(text))
    least = max(0, left - most)
    before = max(width // 3, width - display_width(text[left : left + most]))
    while left > least and before >= cells(text[left - 1]):
        left -= 1
        before -= cells(text[left])
    right, used = left, 0
    while right < min(len(text), left + 2 * most) and used + cells(text[right]) <= width:
        used += cells(text[right])
        right += 1
    return left, right
