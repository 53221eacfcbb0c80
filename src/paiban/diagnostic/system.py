"""Why the system would not read or write a file, in our own words: its own are English and differ by platform."""

from __future__ import annotations

import errno

from paiban.language import Words

A_FOLDER = Words("它是文件夹", "it is a folder")
NOT_A_FILE = Words("它不是普通文件", "it is no plain file")

_WORDS = {
    errno.ENOENT: Words("没有这个文件或文件夹", "there is no such file or folder"),
    errno.EACCES: Words("没有权限", "permission denied"),
    errno.EPERM: Words("没有权限", "permission denied"),
    errno.EEXIST: Words("已经有同名的文件", "there is a file of that name already"),
    errno.ENODEV: NOT_A_FILE,
    errno.EISDIR: A_FOLDER,
    errno.ENOTDIR: Words("路径中间有一段不是文件夹", "a part of the path is no folder"),
    errno.ENAMETOOLONG: Words("文件名太长", "the name is too long"),
    errno.ELOOP: Words("链接绕成了圈", "its links lead in a circle"),
    errno.EROFS: Words("磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: Words("磁盘已满", "the disk is full"),
    errno.EDQUOT: Words("空间配额已满", "the disk quota is used up"),
    errno.EMFILE: Words("打开的文件太多", "too many open files"),
    errno.EBADF: Words("它是关着的", "it is closed"),
    errno.EPIPE: Words("接收的程序已经关闭", "the program that reads it has ended"),
    errno.EIO: Words("磁盘读写出错", "the disk failed"),
}


def system_words(error: OSError | ValueError) -> Words:
    """What is the matter with a file; of a kind without words of ours, its number. A ValueError is a path of no use."""
    if not isinstance(error, OSError):
        return Words("路径里有不能用的字符", "the path holds a character that it may not")
    number = error.errno or 0
    return _WORDS.get(number, Words(f"系统错误 {number}", f"system error {number}"))
