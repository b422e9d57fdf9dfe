"""The container of rows, by its bytes: a file's name says what somebody hoped it to be."""

import re
from typing import Final

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
)
_HTML: Final = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.I | re.S)
_XML: Final = re.compile(rb"\s*<(?:\?xml|[a-z:]*workbook)\b", re.I)
_JSON: Final = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{])")
_VCARD: Final = re.compile(rb"\s*BEGIN:VCARD", re.I)


def kind_of(head: bytes) -> Kind:
    """The kind of a file that begins so. Raises UnreadableFileError (`other_kind`) for what is no table of text."""
    if head.startswith(_ZIP):
        return Kind.XLSX
    if head.startswith(_OLE):
        raise UnreadableFileError("other_kind", kind="xls")
    for beginning, kind in _OTHERS:
        if head.startswith(beginning):
            raise UnreadableFileError("other_kind", kind=kind)
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = text.replace(b"\0", b"")[2:]
    for pattern, kind in ((_HTML, "html"), (_XML, "xml"), (_JSON, "json"), (_VCARD, "vcard")):
        if pattern.match(text):
            raise UnreadableFileError("other_kind", kind=kind)
    return Kind.CSV
