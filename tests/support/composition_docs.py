"""Writes the generated parts of ``docs/composition.md``: the table of character classes, and rules to tests.

    python -m tests.support.composition_docs

A test holds the file against what this would write.
"""

from __future__ import annotations

import ast
from pathlib import Path
from unicodedata import normalize

from paiban.hygiene import ROWS
from paiban.text.breaks import LEVELS
from paiban.text.charclass import TABLE, CharClass
from paiban.text.numbers import GRAMMAR

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/composition.md"
TESTS = ROOT / "tests/unit/text"

SECTIONS = {
    1: "Character classes", 2: "Line start and line end", 3: "Sequences", 4: "Widths of marks", 5: "Justification",
    6: "CJK–Latin gap", 7: "Paragraphs and lines", 9: "Vertical writing", 10: "Marks beside the text", 11: "Headlines",
    12: "Numbers and signs", 13: "Runs",
}  # fmt: skip

ELSEWHERE = (
    ("7 widow: a last line alone at a leg's head, absorbed by tracking",
     "makeup/test_fit.py::test_a_widow_is_tracked_away"),
    ("7 widow: told where it stays", "makeup/test_layout.py::test_a_last_line_at_a_legs_head_is_a_widow"),
    ("7 a first line alone at a leg's foot: soft",
     "galley/test_copyfit.py::test_a_first_line_alone_at_a_legs_foot_costs_little"),
    ("7 orphan: told where it stays",
     "cli/test_check.py::test_a_last_line_of_one_character_is_told_where_it_stands"),
    ("8 the measure is a whole number of characters",
     "makeup/test_grid.py::test_joined_columns_measure_13n_plus_n_less_1"),
    ("8 the line gap is constant, neighbours share baselines",
     "makeup/test_grid.py::test_there_is_one_baseline_a_row"),
    ("8 every body line stands on the grid", "compose/test_block.py::test_every_body_line_stands_on_the_pages_grid"),
    ("8 headings take whole body lines (占行)",
     "galley/test_head.py::test_a_head_takes_whole_rows_with_white_at_its_foot"),
    ("8 legs of one story end level, the last short",
     "makeup/test_fit.py::test_legs_of_short_copy_end_level_the_last_short"),
    ("8 legs of a vertical story", "compose/test_vertical.py::test_bands_end_level_the_last_short"),
    ("8 a leading too tight for marks is listed",
     "cli/test_check.py::test_a_leading_too_tight_for_marks_on_both_sides_is_listed"),
    ("9 stories: lines right to left", "compose/test_vertical.py::test_lines_follow_each_other_from_right_to_left"),
    ("9 stories: columns stacked from head to foot",
     "compose/test_vertical.py::test_bands_follow_each_other_from_head_to_foot"),
    ("11 长栏: n columns joined", "makeup/test_grid.py::test_joined_columns_measure_13n_plus_n_less_1"),
    ("11 破栏: n columns recut, the remainder in the gutters",
     "makeup/test_grid.py::test_recut_columns_measure_what_the_rule_book_says"),
    ("11 引题 and 副题 smaller than 主题", "galley/test_head.py::test_kicker_and_deck_are_smaller_than_the_headline"),
    ("11 竖题 beside its text",
     "makeup/test_place.py::test_a_vertical_headline_stands_in_a_strip_as_wide_as_its_type_and_an_em"),
    ("11 加框: the column shortened by the inset", "makeup/test_place.py::test_boxed_text_is_inset_on_both_sides"),
    ("11 碰题", "makeup/test_layout.py::test_butting_headlines_are_found_on_a_hand_made_page"),
    ("11 通缝", "makeup/test_layout.py::test_a_gutter_from_head_to_foot_is_found_where_it_stands"),
    ("11 齐底: copy fitting by tracking", "galley/test_copyfit.py::test_tracking_is_used_only_to_reach_the_total"),
    ("7 a cross-head is never parted from what it heads",
     "makeup/test_place.py::test_no_cross_head_stands_at_a_legs_foot"),
    ("11 bylines break between names only and stand in one leg",
     "makeup/test_place.py::test_a_byline_ends_its_lines_between_names_and_stands_in_one_leg"),
    ("11 byline ranged right at the end", "makeup/test_place.py::test_a_byline_is_the_last_line_ranged_right"),
    ("11 credits in the running head", "compose/test_furniture.py::test_the_credits_stand_in_the_running_head"),
    ("11 briefs: ◆ before each", "compose/test_block.py::test_every_brief_begins_with_a_drawn_bullet"),
    ("11 a headline's break against the sense is listed",
     "cli/test_check.py::test_a_headline_broken_against_the_sense_is_listed"),
    ("13 copy as pasted: each kind of slip is one warning, with its places",
     "hygiene/test_desk.py::test_a_kind_of_slip_is_told_at_its_first_place_with_all_of_them"),
    ("13 copy as pasted: set as typed unless the style says mend",
     "hygiene/test_desk.py::test_by_itself_copy_is_set_as_it_was_typed_and_each_kind_of_slip_is_one_warning"),
    ("13 mend: the page, the PDF and the proof have what the list makes of the copy, the file stays",
     "hygiene/test_desk.py::test_copy_put_right_is_what_the_page_and_the_pdf_say"),
    ("13 mend: what was typed comes back from the list",
     "hygiene/test_table.py::test_what_was_typed_comes_back_from_the_list"),
    ("13 mend: what is put right stays right", "hygiene/test_table.py::test_what_is_put_right_stays_right"),
    ("13 mend: nothing that the table does not say",
     "hygiene/test_desk.py::test_the_proof_finds_what_the_table_does_not_say"),
    ("13 mend: each character has its place in the file",
     "hygiene/test_cases.py::test_what_was_put_right_still_points_at_what_was_typed"),
    ("13 straight quotes: the right pair, over paragraphs too",
     "hygiene/test_cases.py::test_straight_quotes_are_a_warning_and_the_right_pair_on_request"),
    ("13 English passages keep their marks, their spaces and the sides of their quotes",
     "hygiene/test_table.py::test_an_english_passage_keeps_its_marks_and_spaces"),
    ("13 tabs become spaces, and that is told", "hygiene/test_cases.py::test_a_tab_becomes_a_space_and_is_told"),
    ("13 check --fix writes the list into the file and nothing else",
     "cli/test_check_fix.py::test_slips_go_out_of_the_file_and_nothing_else_of_it_changes"),
    ("14 a proofreader is hardly ever wrong",
     "proofread/test_false_alarms.py::test_nothing_is_told_of_the_pages_that_came_along"),
    ("check: what is set otherwise than typed is listed",
     "cli/test_check.py::test_nothing_is_set_otherwise_without_a_word"),
)  # fmt: skip
"""Rules that make-up, the page or the command line keep: the rule and its test below ``tests/unit``."""

_RANGES = (
    (CharClass.HAN, "汉字", "everything that is in no other row", "1", "none"),
    (CharClass.LATIN, "西文", "letters with their accents, Greek, Cyrillic, half-width signs", "the face's", "none"),
    (CharClass.DIGIT, "数字", "0–9 with their signs", "the face's", "none"),
    (CharClass.WIDE, "全角字母和数字", "Ａ–Ｚ ａ–ｚ ０–９", "1", "none"),
    (CharClass.CELL, "纵中横、竖排单字", "in vertical lines: what shares a cell or stands in one", "1", "none"),
)


def classes() -> str:
    """The table of classes."""
    rows = ["| class | | code points | em | blank | may begin a line | may end one |", "|---|---|---|---|---|---|---|"]
    for row in TABLE:
        shown = " ".join(map(_shown, (*row.characters, *row.runs)))
        width = {0: "the face's", 1: "½"}.get(row.width, f"{row.width / 2:g}")
        rows.append(_row(row.key, row.zh, shown, width, row.blank or "none"))
    rows += [_row(*row) for row in _RANGES]
    return "\n".join(rows)


def numbers() -> str:
    """The grammar of numbers."""
    rows = ["| construction | examples |", "|---|---|"]
    return "\n".join(
        [*rows, *(f"| {row.zh} | {' · '.join(f'`{e}`' for e in row.examples.split(' · '))} |" for row in GRAMMAR)]
    )


def slips() -> str:
    """The table of what pasting leaves in copy."""
    rows = ["| slip | | typed | put right |", "|---|---|---|---|"]
    rows += [f"| {row.name.en} | {row.name.zh} | {_quoted(row.typed)} | {_quoted(row.right)} |" for row in ROWS]
    return "\n".join(rows)


def _quoted(words: str) -> str:
    """Words as typed; those that look like what stands beside them by their code points."""
    alike = normalize("NFC", words) != words or any("\u2e80" <= c < "\u2fe0" or c == "\t" for c in words)
    return " ".join(f"U+{ord(character):04X}" for character in words) if alike else f"`{words}`"


def _shown(character: str) -> str:
    """A character as the table shows it: its code point where it cannot be seen or would break the table."""
    unseen = len(character) == 1 and (not character.strip() or character in "|`")
    return f"U+{ord(character):04X}" if unseen else f"`{character}`"


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
                rule = (ast.get_docstring(node) or "").partition("\n\n")[0].replace("|", "\\|")
                parts.append(f"| {rule} | `{node.name}` |")
        parts.append("")
    parts.append("### Kept by make-up, the page and `check`\n\n| rule | test |\n|---|---|")
    parts += [f"| {rule} | `{test}` |" for rule, test in ELSEWHERE]
    return "\n".join(parts).rstrip()


def generated() -> dict[str, str]:
    """Each generated part by the name of its marker."""
    return {"classes": classes(), "numbers": numbers(), "slips": slips(), "proofs": proofs()}


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
