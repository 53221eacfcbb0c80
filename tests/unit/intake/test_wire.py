"""Items of news agencies."""

from __future__ import annotations

import json

import pytest

from tests.unit.intake.conftest import codes, write_png

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"
V3 = {
    "uri": "urn:1", "standard": {"name": "ninjs", "version": "3.1"}, "pubStatus": "usable", "urgency": 3,
    "headlines": [{"role": "main", "value": "春来早"}, {"role": "subtitle", "value": "园区种树记"}], "by": "编辑部",
    "bodies": [{"contentType": "text/html", "value": f"<p>{COPY}</p><p>{COPY}</p>"}],
    "embargoedUntil": "2022-03-31T06:00:00+08:00", "edNote": "稿件有修改",
    "associations": [{"name": "1", "uri": "p", "type": "picture", "by": "编辑部",
                      "descriptions": [{"value": "栽树现场"}], "renditions": [{"href": "tree.png", "width": 800}]}],
}  # fmt: skip
V1 = {"uri": "urn:1", "headline": "春来早", "body_text": f"　　{COPY}\n　　{COPY}\n", "byline": "编辑部"}
V2 = {
    "uri": "urn:1",
    "headlines": [{"role": "main", "value": "春来早"}],
    "bodies": [{"contenttype": "text/plain", "value": COPY}],
}


def test_an_item_of_ninjs_3(bring, tmp_path):
    write_png(tmp_path / "tree.png")
    result = bring("a.json", json.dumps(V3))
    (article,) = result.articles
    assert (article.headline, article.deck, article.byline, article.weight) == ("春来早", "园区种树记", "编辑部", 4)
    assert [line.text for line in article.lines] == [COPY, COPY]
    assert (article.shots[0].caption, article.shots[0].credit) == ("栽树现场", "编辑部")
    assert {"P812", "P814"} <= {*codes(result)}


@pytest.mark.parametrize("item", [V1, V2], ids=["1", "2"])
def test_items_of_earlier_ninjs(bring, item):
    (article,) = bring("a.json", json.dumps(item)).articles
    assert (article.headline, {line.text for line in article.lines}) == ("春来早", {COPY})


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_an_agency_took_back_is_not_printed(bring, status):
    result = bring("a.json", json.dumps({**V3, "pubStatus": status}))
    assert (result.text, codes(result)) == ("", ["P808"])


def test_of_two_versions_the_newest_is_taken(bring):
    old = {**V1, "version": "1"}
    new = {**V1, "version": "2", "headline": "河水清"}
    assert [article.headline for article in bring("a.json", json.dumps([new, old])).articles] == ["河水清"]


NITF = f"""<nitf><head><docdata management-status="usable"><urgency ed-urg="2"/></docdata></head><body><body.head>
<hedline><hl1>春来早</hl1><hl2>园区种树记</hl2></hedline><byline>编辑部</byline></body.head>
<body.content><p>三月的<em>园区</em>里，春风吹绿了水边的草木。</p><hl2>栽树</hl2><p>{COPY}</p>
<media media-type="image"><media-reference source="tree.png"/><media-caption>栽树现场</media-caption></media>
</body.content></body></nitf>"""


def test_a_document_of_nitf(bring, tmp_path):
    write_png(tmp_path / "tree.png")
    (article,) = bring("a.xml", f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">{NITF}').articles
    assert (article.headline, article.deck, article.byline, article.weight) == ("春来早", "园区种树记", "编辑部", 5)
    assert [(line.kind, line.text) for line in article.lines] == [
        ("body", "三月的园区里，春风吹绿了水边的草木。"), ("crosshead", "栽树"), ("body", COPY),
    ]  # fmt: skip
    assert article.shots[0].caption == "栽树现场"


NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1" version="1">
<itemMeta><pubStatus qcode="stat:{status}"/><edNote>稿件有修改</edNote></itemMeta>
<contentMeta><urgency>5</urgency><headline>春来早</headline><by>编辑部</by></contentMeta>
<contentSet>{content}</contentSet></newsItem></itemSet></newsMessage>"""
PAGE = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{COPY}</p></body></html>'
XHTML = f'<inlineXML contenttype="application/xhtml+xml">{PAGE}</inlineXML>'
TEXT = f'<inlineData contenttype="text/plain">{COPY}</inlineData>'
CONTENTS = {"xhtml": XHTML, "nitf": f"<inlineXML>{NITF}</inlineXML>", "text": TEXT}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_an_item_of_newsml_g2(bring, content):
    result = bring("a.xml", NEWSML.format(status="usable", content=content))
    (article,) = result.articles
    assert (article.headline, article.byline, article.lines[-1].text) == ("春来早", "编辑部", COPY)


def test_a_cancelled_item_of_newsml_is_refused(bring):
    assert codes(bring("a.xml", NEWSML.format(status="canceled", content=XHTML))) == ["P808"]


def test_what_an_item_says_beside_its_copy_is_told_and_a_note_stands_once(bring):
    head = (
        "<body.head><hedline><hl1>春来早</hl1></hedline><dateline>青河</dateline><abstract>摘要</abstract></body.head>"
    )
    note = "<note><body.content><p>编者按一句。</p></body.content></note>"
    item = (
        f'<nitf><head><docdata><ed-msg info="请核"/></docdata></head><body>{head}'
        f"<body.content><p>{COPY}</p>{note}</body.content><body.end><tagline>值班室</tagline></body.end></body></nitf>"
    )
    result = bring("a.xml", item)
    assert [line.text for line in result.articles[0].lines] == [COPY, "编者按一句。"]
    told = [dict(found.params)["before"] for found in result.found if found.code == "P814"]
    assert told == ["摘要", "值班室", "请核", "青河"]


def test_the_abstract_of_an_item_is_told(bring):
    result = bring("a.json", json.dumps(V2 | {"descriptions": [{"value": "摘要"}]}))
    assert [dict(found.params)["before"] for found in result.found if found.code == "P814"] == ["摘要"]


def told_of(result) -> list[str]:
    return [str(dict(found.params)["before"]) for found in result.found if found.code == "P814"]


def test_a_cross_head_in_the_copy_of_newsml_is_no_headline(bring):
    copy = f"<p>{COPY}</p><hl2>栽树</hl2><p>{COPY}</p>"
    content = f"<inlineXML><nitf><body><body.content>{copy}</body.content></body></nitf></inlineXML>"
    (article,) = bring("a.xml", NEWSML.format(status="usable", content=content)).articles
    assert (article.headline, [line.kind for line in article.lines]) == ("春来早", ["body", "crosshead", "body"])


def test_a_second_headline_is_told_and_a_second_author_stands_beside_the_first(bring):
    more = "<headline>河水清</headline><by>值班室</by><dateline>青河电</dateline></contentMeta>"
    item = NEWSML.format(status="usable", content=XHTML).replace("</contentMeta>", more)
    result = bring("a.xml", item)
    assert (result.articles[0].headline, result.articles[0].byline) == ("春来早", "编辑部　值班室")
    assert told_of(result) == ["河水清", "稿件有修改", "青河电"]


def test_a_short_headline_of_ninjs_is_told(bring):
    heads = [*V2["headlines"], {"role": "short", "value": "种树"}]
    assert told_of(bring("a.json", json.dumps(V2 | {"headlines": heads}))) == ["种树"]


def test_the_small_and_the_broken_figures_of_nitf_stay_so(bring):
    fraction = "<num><frac><frac-num>1</frac-num><frac-sep/><frac-den>2</frac-den></frac></num>"
    copy = NITF.replace("<hl2>栽树</hl2>", f"<p>共m<sup>2</sup>的{fraction}，还有别的。</p>")
    (article,) = bring("a.xml", copy).articles
    assert article.lines[1].text == "共m^{2}的1/2，还有别的。"
