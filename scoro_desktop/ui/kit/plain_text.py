"""Text to the letter: out of an editor, and into a tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import Qt

from scoro_desktop import late

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_TURNED: Final = late.pattern("[\u2028\u2029\ufdd0\ufdd1]")
_STRING: Final = late.pattern(r'"(?:[^"\\\n]|\\.)*"')


_HELD_TOGETHER: Final = late.pattern(r"(?<=\d) (?=\w{1,3}\b)| (?=·)")
"""Blanks at which a line is not to end: between a number and a short unit, and before the dot between two facts. A long
noun may stand in the next line: held together, both would take a line more where there is little room."""

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As HTML has them; the module `html` would be loaded for these alone, with all that it knows."""


def text_of(document: QTextDocument) -> str:
    """The text with `\\n` between its lines.

    `toPlainText` would turn a no-break space into a plain one, and so change what a person pasted.
    """
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def letters_of(document: QTextDocument) -> str:
    """The text to the letter: what looks like a break of lines may be a separator (U+2028) that it came with."""
    return document.toRawText().replace("\u2029", "\n")


def json_for_editor(text: str) -> str:
    """The text of JSON, of whose strings an editor changes nothing.

    A few characters would become breaks of lines; within a string they are written as JSON escapes them.
    """
    if _TURNED.search(text) is None:
        return text
    return _STRING.sub(lambda string: _TURNED.sub(lambda each: f"\\u{ord(each[0]):04x}", string[0]), text)


def utf16_length(text: str) -> int:
    """Counts the positions that a text takes in Qt, which counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def offset_of(text: str, position: int) -> int:
    """Counts the code points before a position that Qt counts."""
    if text.isascii():
        return min(position, len(text))
    units = text.encode("utf-16-le", "surrogatepass")
    return len(units[: 2 * position].decode("utf-16-le", "surrogatepass"))


def held_together(text: str) -> str:
    """Returns a text whose numbers stay with their units, and none of whose lines begins with a dot."""
    return _HELD_TOGETHER.sub("\u00a0", text)


def escaped_markup(text: str) -> str:
    """The text within markup: nothing in it is taken for any."""
    return text.translate(_ESCAPES)


def tip(text: str) -> str:
    """The text for a tool tip, which shows it to the letter: Qt would take `<b>` in a name or a message for markup."""
    return f"<p style='white-space:pre-wrap'>{escaped_markup(text)}</p>" if Qt.mightBeRichText(text) else text
