"""Text of an editor, to the letter."""

from PySide6.QtGui import QTextDocument


def text_of(document: QTextDocument) -> str:
    """The text with `\\n` between its lines.

    `toPlainText` would turn a no-break space into a plain one, and so change what a person pasted.
    """
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def utf16_length(text: str) -> int:
    """How many positions a text takes in Qt, which counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
