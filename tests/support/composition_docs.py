"""Writes the generated parts of ``docs/composition.md``: the table of character classes, and rules to tests.

    python -m tests.support.composition_docs

A test holds the file against what this would write.
"""

from __future__ import annotations

import ast
from pathlib import Path

from paiban.text.breaks import LEVELS
from paiban.text.charclass import TABLE, CharClass

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/composition.md"
TESTS = ROOT / "tests/unit/text"

SECTIONS = {
    1: "Character classes", 2: "Line start and line end", 3: "Sequences", 4: "Widths of marks", 5: "Justification",
    6: "CJK–Latin gap", 7: "Paragraphs and lines", 9: "Vertical writing", 10: "Marks beside the text", 11: "Headlines",
}  # fmt: skip

_RANGES = (
    (CharClass.HAN, "汉字", "everything that is in no other row", "1", "none"),
    (CharClass.LATIN, "西文", "letters with their accents, Greek, Cyrillic, half-width signs", "the face's", "none"),
    (CharClass.DIGIT, "数字", "0–9 with their signs", "the face's", "none"),
    (CharClass.CELL, "纵中横、竖排单字", "in vertical lines: what shares a cell or stands in one", "1", "none"),
)


def classes() -> str:
    """The table of classes."""
    rows = ["| class | | code points | em | blank | may begin a line | may end one |", "|---|---|---|---|---|---|---|"]
    for row in TABLE:
        shown = " ".join(_shown(character) for character in row.characters)
        width = {0: "the face's", 1: "½"}.get(row.width, f"{row.width / 2:g}")
        rows.append(_row(row.key, row.zh, shown, width, row.blank or "none"))
    rows += [_row(*row) for row in _RANGES]
    return "\n".join(rows)


def _shown(character: str) -> str:
    """A character as the table shows it: its code point where it cannot be seen or would break the table."""
    return f"U+{ord(character):04X}" if not character.strip() or character in "|`" else f"`{character}`"


def _row(key: CharClass, zh: str, shown: str, width: str, blank: str) -> str:
    level = LEVELS["gb"]
    start = "no" if key in level.no_start or key is CharClass.ELLIPSIS else "yes"
    end = "no" if key in level.no_end else "yes"
    return f"| {key.name} | {zh} | {shown} | {width} | {blank} | {start} | {end} |"


def proofs() -> str:
    """The rows of the rule book with the tests that show them."""
    parts = []
    for number, title in SECTIONS.items():
        (file,) = TESTS.glob(f"test_rules_{number}_*.py")
        parts.append(f"### {number} {title}\n\n`tests/unit/text/{file.name}`\n\n| rule | test |\n|---|---|")
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                rule = (ast.get_docstring(node) or "").replace("|", "\\|")
                parts.append(f"| {rule} | `{node.name}` |")
        parts.append("")
    return "\n".join(parts).rstrip()


def generated() -> dict[str, str]:
    """Each generated part by the name of its marker."""
    return {"classes": classes(), "proofs": proofs()}


def rendered(page: str) -> str:
    """``page`` with its generated parts as they should be."""
    for name, text in generated().items():
        opening, closing = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
        before, _, rest = page.partition(opening)
        _, _, after = rest.partition(closing)
        page = before + opening + text + closing + after
    return page


if __name__ == "__main__":
    PAGE.write_text(rendered(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
