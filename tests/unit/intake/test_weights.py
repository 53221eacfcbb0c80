"""What a story is guessed to weigh: by its length and parts, and by the name that it came by."""

from __future__ import annotations

import pytest

from paiban.intake import Imported, Order, Source, Sources, imported

SENTENCE = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"


def brought(tmp_path, files: dict[str, int], **order: object) -> Imported:
    """Files of copy by their names, each of so many paragraphs of 29 characters."""
    texts = {name: f"{name.split('.')[0]}的事\n\n" + f"　　{SENTENCE}\n" * count for name, count in files.items()}
    sources = tuple(Source(str(tmp_path / name), text.encode()) for name, text in texts.items())
    return imported(Sources(sources), Order(date="2022-03-31", **order), tmp_path)


def weights(result: Imported) -> list[int]:
    """Those of the stories in order."""
    return [article.weight for article in result.articles]


def test_a_short_paragraph_is_light_wherever_it_stands(tmp_path):
    lengths = {"公交线路": 1, "冬修水利": 20, "石门治理": 40, "老街修缮": 30, "图书下乡": 25}
    for names in (list(lengths), list(reversed(lengths))):
        result = brought(tmp_path, {f"{name}.txt": lengths[name] for name in names})
        got = dict(zip(names, weights(result), strict=True))
        assert got == {"公交线路": 1, "冬修水利": 3, "石门治理": 5, "老街修缮": 4, "图书下乡": 3}


@pytest.mark.parametrize(("count", "weight"), [(1, 1), (2, 2), (10, 2), (20, 3), (40, 4)])
def test_one_alone_weighs_what_its_length_does(tmp_path, count, weight):
    assert weights(brought(tmp_path, {"图书下乡.txt": count})) == [weight]


def test_what_comes_to_a_page_of_stories_is_not_ranked(tmp_path):
    assert weights(brought(tmp_path, {"图书下乡.txt": 20, "老街修缮.txt": 20}, joins=True)) == [3, 3]


@pytest.mark.parametrize(
    ("name", "weight"),
    [("头条 图书下乡", 5), ("图书下乡（头条）", 5), ("下乡头条号开通", 3), ("简讯 图书下乡", 1), ("图书下乡-快讯", 1)],
)
def test_a_name_says_it_where_it_begins_or_ends(tmp_path, name, weight):
    assert weights(brought(tmp_path, {f"{name}.txt": 20})) == [weight]


def test_a_deck_and_a_kicker_make_a_story_heavier(tmp_path):
    """261 characters are 2 by themselves."""
    body = f"　　{SENTENCE}\n" * 9
    text = f"主题：图书下乡\n副题：送到田头\n\n{body}"
    sources = (Source(str(tmp_path / "a.txt"), text.encode()),)
    with_deck = imported(Sources(sources), Order(date="2022-03-31"), tmp_path)
    assert with_deck.articles[0].deck
    assert weights(with_deck) == [3]
