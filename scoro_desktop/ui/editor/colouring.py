"""Colours for the lines in sight: a highlighter of Qt's would visit every line of a long query."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from scoro_desktop.audience.relative_dates import KEY
from scoro_desktop.jsontext.tokens import Kind, Token, tokens
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.plain_text import utf16_length

_CONSTANTS: Final = frozenset({"true", "false", "null"})
_RELATIVE: Final = f'"{KEY}"'
_STRINGS: Final = frozenset({Kind.STRING, Kind.UNCLOSED, Kind.SINGLE_QUOTED, Kind.CURLY_QUOTED})


def kinds(pieces: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Each piece of a line with the name of its colour in `Colours`; those without a colour are left out.

    A relative date has one colour from its name to its end, or to that of the line.
    """
    is_relative = False
    for index, piece in enumerate(pieces):
        follower = pieces[index + 1].text if index + 1 < len(pieces) else ""
        if is_relative or (piece.text == _RELATIVE and follower == ":"):
            is_relative = piece.text != "}"
            yield piece, "muted" if piece.kind is Kind.PUNCTUATION else "code_date"
        elif follower == ":" and piece.kind is not Kind.PUNCTUATION:
            yield piece, "code_operator" if piece.text.lstrip("\"'").startswith("$") else "code_key"
        elif piece.kind in _STRINGS:
            yield piece, "code_text"
        elif piece.kind is Kind.NUMBER or piece.text in _CONSTANTS:
            yield piece, "code_number"
        elif piece.kind is Kind.PUNCTUATION or piece.kind is Kind.COMMENT:
            yield piece, "muted"


class Colouring(QObject):
    """Keeps the lines that an editor shows coloured; is told of each edit by `forget`, then asked to `refresh`."""

    def __init__(self, editor: QPlainTextEdit, colours: Colours) -> None:
        super().__init__(editor)
        self._editor = editor
        self._known: dict[int, str] = {}  # what has its colours, by the number of its block
        self._blocks = 1
        self.set_colours(colours)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        names = ("code_key", "code_operator", "code_text", "code_number", "code_date", "muted")
        self._formats = {name: _format(getattr(colours, name)) for name in names}
        self._known.clear()

    def refresh(self) -> None:
        """Colours what is in sight and has changed, or came into sight."""
        if not self._editor.isVisible():  # it is asked again once it is
            return
        for block in blocks_in_sight(self._editor):
            text = block.text()
            if self._known.get(block.blockNumber()) != text:
                self._known[block.blockNumber()] = text
                self._colour(block, text)

    def _colour(self, block: QTextBlock, text: str) -> None:
        ranges = []
        is_plain = text.isascii()
        for piece, name in kinds(list(tokens(text))):
            each = QTextLayout.FormatRange()
            each.start = piece.offset if is_plain else utf16_length(text[: piece.offset])
            each.length = len(piece.text) if is_plain else utf16_length(piece.text)
            each.format = self._formats[name]
            ranges.append(each)
        layout = block.layout()
        if ranges or layout.formats():
            layout.setFormats(ranges)
            self._editor.document().markContentsDirty(block.position(), block.length())

    def forget(self, position: int, added: int) -> None:
        """Forgets the colours of what was edited there, and of everything where lines came or went."""
        document = self._editor.document()
        if document.blockCount() != self._blocks or added > 1:
            self._blocks = document.blockCount()
            self._known.clear()
        else:
            self._known.pop(document.findBlock(position).blockNumber(), None)


def blocks_in_sight(editor: QPlainTextEdit) -> Iterator[QTextBlock]:
    """The blocks of which an editor shows a part."""
    block = editor.firstVisibleBlock()
    offset = editor.contentOffset()
    bottom = editor.viewport().height()
    while block.isValid():
        if editor.blockBoundingGeometry(block).translated(offset).top() > bottom:
            return
        yield block
        block = block.next()


def _format(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    return form
