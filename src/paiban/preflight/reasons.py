"""Why something in a file cannot be read, in our own words and both languages: libraries word such things as they like.

``Exhausted`` and ``Broken`` carry a key of these tables; what a library said of it goes no further. As a parameter
``what`` of a finding the words become ``what_zh`` and ``what_en``.
"""

from __future__ import annotations

from paiban.language import Words


def same(words: str) -> Words:
    """Something that is called alike in both languages, such as an operator."""
    return Words(words, words)


BOUNDS: dict[str, Words] = {
    "work": Words("图形太多", "too many drawing operators"),
    "decoded bytes": Words("解开后的数据太大", "too much data once unpacked"),
    "image pixels": Words("图像像素太多", "too many pixels"),
    "objects": Words("对象太多", "too many objects"),
    "ink cells": Words("墨量图太繁", "too much drawing to add up its ink"),
    "nested forms": Words("图形套图形太深", "forms nested too deeply"),
    "saved states": Words("q 嵌套太深", "too many saved graphics states"),
    "file size": Words("文件太大", "the file is too large"),
    "pages": Words("页数太多", "too many pages"),
    "odd sample depths": Words("图像位深少见", "an unusual depth of samples"),
}
"""What can be used up, by the keys of :class:`paiban.preflight.limits.Exhausted`."""

BROKEN: dict[str, Words] = {
    "garbled": Words("数据解不开", "the data do not unpack"),
    "cut off": Words("数据中断", "the data end too early"),
    "filter": Words("不认识的压缩方式", "an unknown filter"),
    "no data": Words("没有数据", "there are no data"),
    "no stream": Words("内容不是数据流", "the content is no stream"),
    "no size": Words("没有宽高", "it has no size"),
    "samples missing": Words("像素数据不够", "samples are missing"),
    "no picture": Words("不是能解码的图像", "it is no picture that can be decoded"),
    "no ICC": Words("不是 ICC 文件", "it is no ICC profile"),
    "profile cut off": Words("特性文件不完整", "the profile is cut off"),
    "profile tags": Words("特性文件的标签表有误", "its table of tags is wrong"),
    "XMP too long": Words("太长", "it is too long"),
    "XMP entities": Words("声明了实体", "it declares entities"),
    "no XML": Words("不是良构的 XML", "it is no well-formed XML"),
}
"""What can be wrong with data, by the keys of :class:`paiban.preflight.streams.Broken`."""

PLACES: dict[str, Words] = {
    "identification": Words("标识", "the identification"),
    "output intent": Words("输出意图", "the output intent"),
    "catalogue": Words("文档目录", "the catalogue"),
    "objects": Words("对象", "the objects"),
    "page tree": Words("页面树", "the page tree"),
    "content": Words("页面内容", "the page's content"),
}
"""The parts of a file that are judged one by one."""

UNREADABLE: dict[str, Words] = {
    "missing": Words("找不到文件", "there is no such file"),
    "forbidden": Words("没有读取权限", "it may not be read"),
    "unreadable": Words("读不了文件", "it cannot be read"),
    "no PDF": Words("内容不是 PDF", "its content is no PDF"),
}
"""Why a file is not opened at all."""

REREAD: dict[str, Words] = {
    "missing": Words("检查文件名和所在的文件夹", "check the name and the folder"),
    "forbidden": Words("检查这个文件的权限", "check the file's permissions"),
    "unreadable": Words(
        "写出文件本身的路径；磁盘或网络有问题的，先复制到本机",
        "name the file itself; copy it first from a disk or a net that fails",
    ),
    "no PDF": Words("请发送方重新导出文件", "ask the sender to export the file again"),
}
"""What to do about each."""

CONTENT: dict[str, Words] = {
    "q without Q": Words("有 q 而没有 Q", "q without Q"),
    "Q without q": Words("有 Q 而没有 q", "Q without q"),
    "no font": Words("没有选字体就排字", "type without a font"),
    "junk": Words("无法辨认的字节", "bytes that mean nothing"),
    "colour space": Words("不认识的色彩空间", "an unknown colour space"),
}
"""How content can break the language's rules, beside an operator that is wrong."""
