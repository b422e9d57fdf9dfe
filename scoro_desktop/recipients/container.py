"""The container of rows, by its bytes: a file's name says what somebody hoped it to be."""

import re
from typing import BinaryIO, Final

from scoro_desktop.recipients.source import Kind, UnreadableFileError

HEAD: Final = 4096
"""Bytes by which it is told."""
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Excel 97 to 2003, and of every encrypted XLSX (MS-CFB, 2.2)."""
_OTHERS: Final = (
    (b"PK\x05\x06", "zip"),  # one with nothing in it
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"TABLE\r\n0,1\r\n", "dif"),
    (b"TABLE\n0,1\n", "dif"),
)
_COMMENT: Final = rb"<!--(?:(?!-->).)*-->"
"""One comment alone: where it could hold others as well, a row of thirty is gone through in a billion ways."""
_HTML: Final = re.compile(
    rb"\s*(?:" + _COMMENT + rb"\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.I | re.S
)
_XML: Final = re.compile(rb"\s*<(?:\?xml|[a-z:]*workbook)\b", re.I)
_JSON: Final = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{])")
_VCARD: Final = re.compile(rb"\s*BEGIN:VCARD", re.I)
_BEFORE_SQL: Final = re.compile(
    rb"\s+|--[^\n]*(?:\n|$)|/\*.*?\*/;?|(?:SET|USE|BEGIN|START|LOCK|DROP)\b[^;\n]*;", re.I | re.S
)
"""A part of a file of commands that may stand before its rows; there may be any number of them."""
_SQL: Final = re.compile(
    rb"""INSERT\s+(?:IGNORE\s+)?INTO\b|REPLACE\s+INTO\b|CREATE\s+TABLE\b|COPY\s[^\n]*\bFROM\s+stdin\b
    |VALUES\s*\(\s*[NE]?['0-9]|\(\s*'[^'\n]*'\s*(?:,\s*(?:'[^'\n]*'|[\w.+-]+)\s*)*\)\s*[,;]""",
    re.I | re.S | re.X,
)
_SYLK: Final = re.compile(rb"ID;P[^\r\n]*\r?\n(?:P;P|F;|B;Y|O;|C;[XY])")
_DUMP: Final = re.compile(rb"\s*-- (?:MySQL|MariaDB|PostgreSQL database|phpMyAdmin SQL|Dump|Host:)", re.I)
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
"""The part of such a container in which a workbook with a password is (MS-OFFCRYPTO, 2.3.4)."""
_PATTERNS: Final = (
    (_HTML, "html"),
    (_XML, "xml"),
    (_JSON, "json"),
    (_VCARD, "vcard"),
    (_SYLK, "sylk"),
)
_AT_ONCE: Final = 1 << 16


def kind_of(head: bytes) -> Kind:
    """The kind of a file that begins so. Raises UnreadableFileError (`other_kind`) for what is no table of text."""
    if head.startswith(_ZIP):
        return Kind.XLSX
    if is_old_container(head):
        raise UnreadableFileError("other_kind", kind="xls")
    for beginning, kind in _OTHERS:
        if head.startswith(beginning):
            raise UnreadableFileError("other_kind", kind=kind)
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = text.replace(b"\0", b"")[2:]
    for pattern, kind in _PATTERNS:
        if pattern.match(text):
            raise UnreadableFileError("other_kind", kind=kind)
    _check_commands(text)
    return Kind.CSV


def is_old_container(head: bytes) -> bool:
    """Tells whether a file is of Excel 97 to 2003, or a workbook with a password: both stand in one container."""
    return head.startswith(_OLE)


def check_pasted(text: str) -> None:
    """Raises UnreadableFileError (`other_kind`) for commands of a database, whose cells are no table."""
    _check_commands(text[:HEAD].encode("utf-8", "surrogatepass"))


def _check_commands(head: bytes) -> None:
    at = 0
    while (before := _BEFORE_SQL.match(head, at)) is not None:
        at = before.end()
    if _SQL.match(head, at) or _DUMP.match(head):
        raise UnreadableFileError("other_kind", kind="sql")


def has_password(file: BinaryIO) -> bool:
    """Tells whether a container that is no XLSX is a workbook with a password. Reads all of it."""
    file.seek(0)
    rest = b""
    while chunk := file.read(_AT_ONCE):
        if _PASSWORD in rest + chunk:
            return True
        rest = chunk[-len(_PASSWORD) :]
    return False
