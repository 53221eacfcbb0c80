"""P5xx: fit · P6xx: rules of the page."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

CODES: dict[str, Code] = {
    "P501": Code(
        Severity.ERROR,
        "“{block}”超 {lines} 行，从这里起的 {characters} 字排不下",
        "“{block}” is {lines} lines over: {characters} characters from here on find no room",
        "删 {characters} 字，或把位置加高，或标题减一行",
        "cut {characters} characters, or make the place taller, or the headline a line shorter",
    ),
    "P502": Code(
        Severity.WARNING,
        "“{block}”缺 {lines} 行，约 {characters} 字",
        "“{block}” is {lines} lines short, about {characters} characters",
        "补 {characters} 字，或加小标题，或把位置减矮",
        "add {characters} characters or a cross-head, or make the place less tall",
    ),
    "P503": Code(
        Severity.ERROR,
        "“{block}”没有位置",
        "“{block}” has no place",
        "给它写 位置（栏、行）或 slot，或者用 typeset makeup 让引擎拼版",
        "give it a place (columns, rows) or a slot, or let the engine draw the page with typeset makeup",
    ),
    "P504": Code(
        Severity.ERROR,
        "“{block}”的标题在 {columns} 栏里排不下",
        "the headline of “{block}” does not fit {columns} columns",
        "缩短标题，加宽位置，或放小 headline_size",
        "shorten the headline, widen the place, or allow a smaller headline_size",
    ),
    "P505": Code(
        Severity.WARNING,
        "图片“{block}”要裁掉 {percent}% 才能放进这个位置",
        "picture “{block}” loses {percent} % to fit its place",
        "改位置的行数或栏数，使其接近图片的比例，或用 focus 指定要留的部分",
        "change the place to suit the picture's shape, or set focus to the part that must stay",
    ),
    "P506": Code(
        Severity.ERROR,
        "“{block}”的位置放下标题后一行正文也排不下",
        "the place of “{block}” has no room for a single line below its headline",
        "把位置加高或加宽，或移开里面的图片",
        "make the place taller or wider, or move the picture out of it",
    ),
    "P507": Code(
        Severity.ERROR,
        "第 {page} 版拼不出一个完整的版面",
        "no complete page can be made of page {page}",
        "看容量报告：增删稿件，或加补白广告，或放开几个固定的位置",
        "see the capacity report: add or take out copy, offer filler adverts, or free some fixed places",
    ),
    "P508": Code(
        Severity.ERROR,
        "“{block}”在这个版式里没有一种排法",
        "“{block}” has no shape that fits this template",
        "缩短标题，或放宽 legs、headline_size",
        "shorten its headline, or relax legs and headline_size",
    ),
    "P509": Code(
        Severity.ERROR,
        "广告“{path}”第 {page} 页打不开",
        "page {page} of advert “{path}” cannot be opened",
        "请广告方重新输出 PDF，或改 pdf_page",
        "ask for the PDF again, or correct pdf_page",
    ),
    "P510": Code(
        Severity.ERROR,
        "稿件太多：正文至少要 {copy} 行（基本栏），版面除去图片和广告只有 {page} 行，超 {lines} 行",
        "too much copy: the body alone takes {copy} lines of a basic column, the page has {page} beside pictures and"
        " adverts: {lines} lines over",
        "撤一篇稿件，或换小一号的正文设置，或缩小图片和广告",
        "take out a story, choose a smaller body setting, or make pictures and adverts smaller",
    ),
    "P511": Code(
        Severity.ERROR,
        "图片“{block}”的位置放下图说后没有地方放图片",
        "the place of picture “{block}” has no room for it beside its caption",
        "把位置加高，或缩短图说",
        "make the place taller, or shorten the caption",
    ),
}
