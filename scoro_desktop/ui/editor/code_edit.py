"""A plain text editor that shows code: coloured, numbered, its brackets matched; long lines and long texts bearable."""

from typing import Final

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scoro_desktop.jsontext.brackets import Pair, pair_at
from scoro_desktop.ui.editor.colouring import Colouring
from scoro_desktop.ui.editor.letters import TOO_LONG, Letters, continues
from scoro_desktop.ui.editor.line_numbers import LineNumbers
from scoro_desktop.ui.kit.appearance import BODY_PX, Colours
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.one_line import has_files
from scoro_desktop.ui.kit.unhurried import soon

LONG: Final = 20_000
"""Positions from which on what needs the whole text waits until the typing pauses."""
PAUSE_MS: Final = 120
_BACK: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Backspace})
_ON: Final = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Delete})


class CodeEdit(QPlainTextEdit):
    """Its text is kept to the letter, however long its lines are (`letters`).

    `braces_opened`: the second of two opening braces was typed.
    """

    braces_opened = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = Letters(self.document())
        self._pair: Pair | None = None
        self.setFont(fixed_font(BODY_PX))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._room_above = 0
        self._colouring = Colouring(self, colours)
        self.numbers = LineNumbers(self, self.letters, colours)
        self._pair_timer = QTimer(self, singleShot=True)
        self._pair_timer.timeout.connect(self._find_pair)
        self.set_colours(colours)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.blockCountChanged.connect(self._lay_out)
        self.updateRequest.connect(self._view_updated)
        self._lay_out()

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self._pair_colours = (QColor(colours.selection), QColor(colours.accent), QColor(colours.danger))
        self.numbers.set_colours(colours)
        self._colouring.set_colours(colours)
        self._colouring.refresh()

    def keep_room_above(self, height: int) -> None:
        """Leaves so many pixels free above the text."""
        self._room_above = height
        self._lay_out()

    def text(self) -> str:
        """Returns what is typed, to the letter. It costs some 10 ms for 1 MB after each edit, nothing before the
        next.
        """
        return self.letters.text()

    def revision(self) -> int:
        """The number of the text: another with each edit."""
        return self.document().revision()

    def is_blank(self) -> bool:
        """Tells whether nothing but spaces is typed."""
        return self.letters.is_blank()

    def is_long(self) -> bool:
        """Tells whether what needs the whole text should not happen with every key."""
        return self.document().characterCount() > LONG

    def cursor_over(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects from one offset to another."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.letters.position(start))
        cursor.setPosition(self.letters.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys act on letters, also where a long line is cut."""
        self._cross_seam(event)
        super().keyPressEvent(event)
        if event.text() == "{":
            at = self.textCursor().position()
            if at > 1 and self.document().characterAt(at - 2) == "{":
                self.braces_opened.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts beside the text go along."""
        super().resizeEvent(event)
        self._lay_out()
        self._colouring.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Colours what comes into sight, and looks for its brackets."""
        super().showEvent(event)
        self._colouring.refresh()
        self._pair_timer.start(PAUSE_MS if self.is_long() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two brackets are shown behind the text."""
        if self._pair is not None:
            self._paint_pair(self._pair)
        super().paintEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies to the letter, and a long line as one."""
        cursor = self.textCursor()
        start, end = (self.letters.offset(each) for each in (cursor.selectionStart(), cursor.selectionEnd()))
        data = QMimeData()
        data.setText(self.text()[start:end])
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leaves files to the window: their paths are no text."""
        return not has_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes, or drops, text."""
        if source.hasText() and not self.isReadOnly():
            cursor = self.textCursor()
            self.letters.insert(cursor, source.text())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _contents_changed(self, position: int, _removed: int, added: int) -> None:
        self._pair = None
        self._colouring.forget(position, added)
        if self.isVisible():
            self._pair_timer.start(PAUSE_MS if self.is_long() else 0)
            self._colouring.refresh()
        if self.document().findBlock(position + added).length() > TOO_LONG:
            soon(self, lambda: self._cut(position + added))

    def _cut(self, position: int) -> None:
        block = self.document().findBlock(position)
        if block.length() > TOO_LONG and not self.document().isRedoAvailable():
            self.letters.cut(block)

    def _cursor_moved(self) -> None:
        if self.isVisible():
            self._pair_timer.start()  # as long as when the text was last edited, or came into sight
        self.numbers.update()

    def _view_updated(self, _rect: object, scrolled: int) -> None:
        if scrolled:
            self._colouring.refresh()
        self.numbers.update()

    def _lay_out(self) -> None:
        width = self.numbers.sizeHint().width()
        self.setViewportMargins(width, self._room_above, 0, 0)
        inside = self.contentsRect()
        height = inside.height() - self._room_above
        self.numbers.setGeometry(inside.left(), inside.top() + self._room_above, width, height)

    def _find_pair(self) -> None:
        position, document = self.textCursor().position(), self.document()
        beside = {document.characterAt(position), document.characterAt(position - 1) if position else ""}
        found = None
        if beside & set("{}[]") and not self.textCursor().hasSelection():
            found = pair_at(self.text(), self.letters.offset(position))
        if found != self._pair:
            self._pair = found
            self.viewport().update()

    def _paint_pair(self, pair: Pair) -> None:
        fill, line, danger = self._pair_colours
        painter = QPainter(self.viewport())
        for offset in (pair.offset, pair.partner):
            if offset is None:
                continue
            place = QRectF(self.cursorRect(self.cursor_over(offset, offset)))
            place.setWidth(self.fontMetrics().horizontalAdvance("{"))
            if pair.partner is not None:
                painter.fillRect(place, fill)
            painter.setPen(QPen(line if pair.partner is not None else danger, 1))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _cross_seam(self, event: QKeyEvent) -> None:
        """Between two blocks of one line there is no letter that a key could pass or take away."""
        cursor = self.textCursor()
        block = cursor.block()
        if block.length() == 1 and continues(block):
            cursor.setCharFormat(QTextCharFormat())  # else what is typed there takes the mark of the seam
            self.setTextCursor(cursor)
        keep = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in {
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        }
        if cursor.hasSelection() and not keep:
            return
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        if event.key() in _BACK and cursor.atBlockStart() and continues(block):
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, mode)
        elif event.key() in _ON and cursor.atBlockEnd() and continues(block.next()):
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, mode)
        else:
            return
        self.setTextCursor(cursor)
