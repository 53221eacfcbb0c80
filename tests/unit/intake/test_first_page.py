"""The copy of the real page, broken, in columns, with stray white, imports to exactly the copy."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from paiban.cli import main
from paiban.diagnostic import has_errors
from paiban.engine.reading import read_issue
from paiban.intake import Order, Source, Sources, imported
from tests.unit.intake.columns import broken, centred, halved, side_by_side, strayed

PAGE = Path(__file__).parents[3] / "bench/page.json"
ORDER = Order(date="2022-03-31")


@pytest.fixture(scope="module")
def page() -> dict:
    if not PAGE.exists():
        pytest.skip("the real page's copy is not part of this distribution")
    page = json.loads(PAGE.read_text("utf-8"))
    return page | {"articles": [{k: v for k, v in article.items() if k != "id"} for article in page["articles"]]}


def laid_out(page: dict, columns: int, measure: int, gutter: int, seed: int) -> str:
    """The page as text that was taken from a PDF."""
    random = Random(seed)
    width = columns * (measure + gutter)
    lines = ["版次：2", f"版名：{page['section']}", ""]
    for brief in page["briefs"]:
        lines += broken(halved(brief, random), measure, "◆")
    for article in page["articles"]:
        lines.append("")
        lines += [
            centred(article[key].replace("　", " "), width) for key in ("kicker", "headline", "deck") if article[key]
        ]
        lines.append("")
        body = [line for paragraph in article["paragraphs"] for line in broken(halved(paragraph, random), measure)]
        lines += side_by_side([strayed(line, random) for line in body], columns, measure, gutter)
    return "\n".join(lines) + "\n"


def copy_of(text: str, tmp_path: Path) -> dict:
    """An issue's copy in the form of ``bench/page.json``."""
    issue, found, _ = read_issue(tmp_path / "issue.yaml", text)
    assert issue is not None, [diagnostic.message("en") for diagnostic in found]
    (plan,) = issue.pages
    stories = [block.content for block in plan.blocks if block.kind == "story"]
    (briefs,) = [block.content for block in plan.blocks if block.kind == "briefs"]
    parts = ("kicker", "headline", "deck")
    return {
        "section": plan.section.value,
        "briefs": [item.text.value for item in briefs.items],
        "articles": [
            {part: getattr(story, part) and getattr(story, part).value for part in parts}
            | {"paragraphs": [paragraph.text.value for paragraph in story.body]}
            for story in stories
        ],
    }  # fmt: skip


@pytest.mark.parametrize(("columns", "measure", "gutter"), [(1, 40, 4), (2, 40, 3), (3, 26, 4), (3, 34, 6), (4, 24, 4)])
def test_it_imports_to_exactly_the_copy(page, tmp_path, columns, measure, gutter):
    text = laid_out(page, columns, measure, gutter, seed=columns * measure)
    result = imported(Sources((Source("page.txt", text.encode("gb18030")),)), ORDER, tmp_path)
    assert not has_errors(result.found)
    assert copy_of(result.text, tmp_path) == page


def test_automatic_make_up_sets_what_was_imported(page, tmp_path):
    text = laid_out(page, 3, 26, 4, seed=0)
    result = imported(Sources((Source("page.txt", text.encode()),)), ORDER._replace(template="tabloid"), tmp_path)
    (tmp_path / "issue.yaml").write_text(result.text, "utf-8")
    assert main(["makeup", str(tmp_path / "issue.yaml"), "--budget", "20s", "-q"]) == 0
