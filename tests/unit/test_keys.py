"""Messages name the keys of a file in the language that the file has them in, whoever reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic.keys import KEYS, language_of_keys
from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.font.file import FONTS
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.source import Kind, Record
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import STYLE

ENGLISH = """\
date: 2024-01-01
page: 1
section: 要闻
stories:
  - headline: 春天来了
"""
CHINESE = """\
日期: 2024-01-01
版次: 1
版名: 要闻
稿件:
  - 主题: 春天来了
"""


def remedies(text: str, folder: Path, lang: str, **house: Path) -> list[str]:
    result = set_issue(folder / "issue.yaml", text, House(**house), draft=True)
    return [f"{found.message(lang)} {found.hint(lang)}" for found in result.diagnostics]


@pytest.mark.parametrize(
    ("fault", "english", "chinese"),
    [
        ("", "“body: |”", "“正文: |”"),
        ("    bodi: 天\n", "“body”", "“正文”"),
        ("    body: 天\n    lustre: 红\n", "kicker, headline", "引题、主题"),
        ("    body: 天\n", "place（columns、rows）", "位置（栏、行）"),
        ("    body: 天\n    place: {columns: 1, rows: 1-9}\n    slot: lead\n", "“place”和“slot”", "“位置”和“版位”"),
        ("    body: ''\n", "“body”", "“正文”"),
        ("    body 天\n", "“body: |”", "“正文: |”"),
    ],
)
def test_the_files_own_keys(fault, english, chinese, tmp_path):
    for text, wanted, other in ((ENGLISH, english, chinese), (CHINESE, chinese, english)):
        told = "\n".join(remedies(text + fault, tmp_path, "zh"))
        assert wanted in told
        assert other not in told


def test_in_english_too(tmp_path):
    assert "add “正文: |”" in "\n".join(remedies(CHINESE, tmp_path, "en"))


def test_a_layout_file_has_a_language_of_its_own(tmp_path):
    press = tmp_path / "layout" / "press" / "mine.yaml"
    press.parent.mkdir(parents=True)
    press.write_text("名称: mine\n", "utf-8")
    told = "\n".join(remedies(ENGLISH.replace("page", "press: mine\npage"), tmp_path, "zh", layout=tmp_path / "layout"))
    assert "“标准: ……”" in told
    assert "“body: |”" in told


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", ""),
        ("甲乙", ""),
        ("# 注: 一\n正文: 天", "zh"),
        ("\n\n- body: 天", "en"),
        ('{"日期": 1}', "zh"),
        ("日期：1", ""),
    ],
)
def test_the_first_key_says_which(text, lang):
    assert language_of_keys(text) == lang


def names(kind_or_record: Kind | Record, seen: set[str]) -> dict[str, set[str]]:
    """What every key under a record is called, by the English."""
    found: dict[str, set[str]] = {}
    records = kind_or_record.records if isinstance(kind_or_record, Kind) else (kind_or_record,)
    for record in records:
        if record.name in seen:
            continue
        seen.add(record.name)
        for field in record.fields:
            found.setdefault(field.key, set()).add(field.zh)
            for key, zh in names(field.kind, seen).items():
                found.setdefault(key, set()).update(zh)
    return found


def test_the_keys_are_those_of_the_tables():
    table = make_table(KINDS.readings)
    seen: set[str] = set()
    known: dict[str, set[str]] = {
        "auto": {"自动"},
        "yes": {"是"},
        "whole": {"整张"},
        "crop": {"裁切"},
        "horizontal": {"横排"},
    }
    for record in (table.issue, table.single, table.pool, TEMPLATE, STYLE, PRESS, FONTS):
        for key, zh in names(record, seen).items():
            known.setdefault(key, set()).update(zh)
    assert {key: zh for key, zh in KEYS.items() if zh not in known.get(key, ())} == {}


@pytest.mark.parametrize(
    ("typed", "file", "meant"),
    [("正问", ENGLISH, "正文"), ("bdoy", ENGLISH, "body"), ("正问", CHINESE, "正文"), ("bdoy", CHINESE, "正文")],
    ids=["Han among English", "English", "Han", "English among Han"],
)
def test_a_misspelt_key_is_named_as_it_was_meant_in_the_language_of_the_file(tmp_path, typed, file, meant):
    """A Chinese slip among English keys was meant in Chinese."""
    told = "\n".join(remedies(f"{file}    {typed}: 天\n", tmp_path, "zh"))
    assert f"“{meant}”" in told
