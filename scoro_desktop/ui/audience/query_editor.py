"""The text of a query, kept to the letter, with its mistakes marked where they are and help to write it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from scoro_desktop.audience.brackets import Pair, pair_at
from scoro_desktop.audience.mending import Mend
from scoro_desktop.audience.problems import QueryProblem
from scoro_desktop.audience.schema import Field
from scoro_desktop.audience.surroundings import LOOKED_BACK, LOOKED_ON, surroundings
from scoro_desktop.ui.appearance import Colours
from scoro_desktop.ui.audience.editor.colouring import Colouring
from scoro_desktop.ui.audience.editor.completions import Completions
from scoro_desktop.ui.audience.editor.find_bar import FindBar
from scoro_desktop.ui.audience.editor.letters import Letters, continues, is_too_long
from scoro_desktop.ui.audience.editor.line_numbers import LineNumbers
from scoro_desktop.ui.audience.editor.proposals import Proposal, proposals
from scoro_desktop.ui.plain_text import utf16_length

__all__ = ["QueryEditor", "utf16_length"]

LONG: Final = 20_000
"""Positions from which on what needs the whole text waits until the typing pauses."""
_PAUSE_MS: Final = 120
_MOST_MARKS: Final = 200
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_BACK: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Backspace})
_ON: Final = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Delete})


class QueryEditor(QPlainTextEdit):
    """The editor.

    `edited`: its text changed, whoever changed it. `fix_wanted`: Alt+Enter was pressed.
    """

    edited = Signal()
    fix_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = Letters(self.document())
        self._fields: Callable[[], Iterable[Field]] = tuple
        self._pair: Pair | None = None
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(13)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._colouring = Colouring(self, colours)
        self._numbers = LineNumbers(self, self._letters, colours)
        self._completions = Completions(self)
        self.find_bar = FindBar(self)
        self._pair_timer = QTimer(self, singleShot=True)
        self._find_timer = QTimer(self, singleShot=True)
        self.set_colours(colours)
        self._connect()
        self._make_room()

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme; what is marked keeps its own until it is marked again."""
        self._colours = {True: QColor(colours.danger), False: QColor(colours.caution)}
        self._pair_colours = (QColor(colours.selection), QColor(colours.accent), QColor(colours.danger))
        self._numbers.set_colours(colours)
        self._colouring.set_colours(colours)
        self._colouring.refresh()

    def sizeHint(self) -> QSize:
        """Small: what is over of the column is given to it anyway, and on a low window the rest must stay in sight."""
        return QSize(240, 110)

    def text(self) -> str:
        """What is typed, to the letter. It costs some 10 ms for 1 MB after each edit, nothing before the next."""
        return self._letters.text()

    def is_blank(self) -> bool:
        """Whether nothing but spaces is typed."""
        return self._letters.is_blank()

    def is_long(self) -> bool:
        """Whether what needs the whole text should not happen with every key."""
        return self.document().characterCount() > LONG

    def replace(self, text: str) -> None:
        """Puts another text in its place, as an edit that can be undone."""
        if self.extraSelections():
            self.setExtraSelections([])
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._letters.insert(cursor, text)

    def apply(self, mend: Mend) -> None:
        """Makes one change, as an edit that can be undone, and leaves the cursor behind it."""
        cursor = self._cursor(mend.offset, mend.offset + mend.length)
        self._letters.insert(cursor, mend.text)
        self.setTextCursor(cursor)
        self.setFocus()

    def mark(self, problems: Sequence[QueryProblem]) -> None:
        """Underlines the places of the problems."""
        marks = []
        for problem in problems[:_MOST_MARKS]:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(self._colours[problem.stops])
            mark.format = form
            mark.cursor = self._place(problem)
            marks.append(mark)
        if marks or self.extraSelections():
            self.setExtraSelections(marks)

    def go_to(self, problem: QueryProblem) -> None:
        """Puts the cursor on the place of a problem."""
        cursor = self._place(problem)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.setFocus()

    def offer_fields(self, fields: Callable[[], Iterable[Field]]) -> None:
        """Takes what gives the fields to propose; it is asked each time."""
        self._fields = fields

    def proposed(self) -> list[str]:
        """What is proposed now, empty while the list is closed."""
        rows = self._completions
        return [rows.item(each).text().split("   ")[0] for each in range(rows.count())] if rows.isVisible() else []

    def pair(self) -> Pair | None:
        """The bracket beside the cursor with its partner, as they are shown."""
        return self._pair

    def show_find(self) -> None:
        """Opens the line to find text, with what is selected in it."""
        selected = self.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.find_bar.needle.setText(selected)
        self.find_bar.show()
        self._make_room()
        self.find_bar.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.needle.selectAll()
        self._search()

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """Ctrl+F is the editor's while it has the keyboard, although the window has a use for it too."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            closes = event.key() == Qt.Key.Key_Escape and (self._completions.isVisible() or self.find_bar.isVisible())
            if closes or event.matches(QKeySequence.StandardKey.Find) or _is_fix(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list of proposals while it is open, then those of the editor."""
        if self._completions.isVisible() and self._takes(event):
            return
        if event.matches(QKeySequence.StandardKey.Find):
            self.show_find()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self._leave_find()
        elif _is_fix(event):
            self.fix_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._propose(asked=True)
        else:
            self._cross_seam(event)
            before = self.document().revision()
            super().keyPressEvent(event)
            changed = self.document().revision() != before
            if (changed and event.text() in {'"', "$"}) or self._completions.isVisible():
                self._propose()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's name)
        """Tab takes the proposal while the list is open, and leaves the editor otherwise."""
        if next and self._completions.isVisible():
            self._completions.accept()
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Proposals are of no use elsewhere."""
        self._completions.hide()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Another place has other proposals."""
        self._completions.hide()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts beside the text go along."""
        super().resizeEvent(event)
        self._completions.hide()
        self._make_room()
        self._colouring.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What comes into sight gets its colours."""
        super().showEvent(event)
        self._colouring.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two brackets are shown behind the text."""
        if self._pair is not None:
            self._paint_pair(self._pair)
        super().paintEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: to the letter, and a long line as one."""
        cursor = self.textCursor()
        start, end = (self._letters.offset(each) for each in (cursor.selectionStart(), cursor.selectionEnd()))
        data = QMimeData()
        data.setText(self.text()[start:end])
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes, or drops, text."""
        if source.hasText() and not self.isReadOnly():
            cursor = self.textCursor()
            self._letters.insert(cursor, source.text())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    # What the parts tell

    def _connect(self) -> None:
        self._pair_timer.timeout.connect(self._find_pair)
        self._find_timer.timeout.connect(self._search)
        self._completions.chosen.connect(self._write)
        self.find_bar.wanted.connect(self._needle_changed)
        self.find_bar.moved.connect(self._select)
        self.find_bar.left.connect(self._leave_find)
        self.document().contentsChange.connect(self._contents_changed)
        self.textChanged.connect(self.edited)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._view_updated)

    def _contents_changed(self, position: int, _removed: int, added: int) -> None:
        self._pair = None
        self._pair_timer.start(_PAUSE_MS if self.is_long() else 0)
        if self.find_bar.isVisible():
            self._find_timer.start(_PAUSE_MS)
        if self.isVisible():
            self._colouring.refresh()
        block = self.document().findBlock(position + added)
        if is_too_long(block):
            QTimer.singleShot(0, self, lambda: self._cut(position + added))

    def _cut(self, position: int) -> None:
        block = self.document().findBlock(position)
        if is_too_long(block) and not self.document().isRedoAvailable():
            self._letters.cut(block)

    def _cursor_moved(self) -> None:
        self._pair_timer.start(_PAUSE_MS if self.is_long() else 0)
        self._numbers.update()

    def _view_updated(self, _rect: object, scrolled: int) -> None:
        if scrolled:
            self._completions.hide()
            self._colouring.refresh()
        self._numbers.update()

    def _make_room(self) -> None:
        width = self._numbers.sizeHint().width()
        bar = self.find_bar.sizeHint().height() if self.find_bar.isVisible() else 0
        self.setViewportMargins(width, bar, 0, 0)
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top() + bar, width, inside.height() - bar)
        self.find_bar.setGeometry(inside.left(), inside.top(), inside.width(), bar)

    # Brackets

    def _find_pair(self) -> None:
        position = self.textCursor().position()
        beside = {self.document().characterAt(each) for each in (position - 1, position) if each >= 0}
        found = None
        if beside & set("{}[]") and not self.textCursor().hasSelection():
            found = pair_at(self.text(), self._letters.offset(position))
        if found != self._pair:
            self._pair = found
            self.viewport().update()

    def _paint_pair(self, pair: Pair) -> None:
        fill, line, danger = self._pair_colours
        painter = QPainter(self.viewport())
        for offset in (pair.offset, pair.partner):
            if offset is None:
                continue
            place = QRectF(self.cursorRect(self._cursor(offset, offset)))
            place.setWidth(self.fontMetrics().horizontalAdvance("{"))
            if pair.partner is not None:
                painter.fillRect(place, fill)
            painter.setPen(QPen(line if pair.partner is not None else danger, 1))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    # Proposals

    def _takes(self, event: QKeyEvent) -> bool:
        """Gives a key to the list if it is one of its own."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._completions.hide()
        elif plain and (key in _ENTER or key == Qt.Key.Key_Tab):
            self._completions.accept()
        elif plain and key in _STEPS:
            self._completions.step(_STEPS[key])
        else:
            return False
        return True

    def _propose(self, *, asked: bool = False) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._completions.hide()
            return
        excerpt, offset = self._letters.around(cursor.position(), LOOKED_BACK + 1, LOOKED_ON)
        place = surroundings(excerpt.text, offset)
        found = proposals(place, self._fields())
        if not asked and not place.quoted and [each.name for each in found] == [place.typed]:
            found = []  # it is written already: Enter is to begin a line
        if not found:
            self._completions.hide()
            return
        self._completions.show_proposals(found, self.cursorRect(), self.viewport())

    def _write(self, proposal: Proposal) -> None:
        cursor = self.textCursor()
        excerpt, offset = self._letters.around(cursor.position(), LOOKED_BACK + 1, LOOKED_ON)
        place = surroundings(excerpt.text, offset)
        cursor.setPosition(excerpt.position(place.start))
        cursor.setPosition(excerpt.position(place.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        self._letters.insert(cursor, proposal.before)
        middle = cursor.position()
        self._letters.insert(cursor, proposal.after)
        cursor.endEditBlock()
        cursor.setPosition(middle)
        self.setTextCursor(cursor)

    # Finding

    def _needle_changed(self) -> None:
        self._search()
        self.find_bar.step(0, stay=True)

    def _search(self) -> None:
        self.find_bar.search(self.text(), self._letters.offset(self.textCursor().selectionStart()))

    def _select(self, start: int, end: int) -> None:
        self.setTextCursor(self._cursor(start, end))

    def _leave_find(self) -> None:
        self.find_bar.hide()
        self._make_room()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Places

    def _place(self, problem: QueryProblem) -> QTextCursor:
        length = len(self.text())
        start = min(problem.offset, max(length - 1, 0))
        return self._cursor(start, min(max(problem.offset + problem.length, start + 1), length))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """A cursor that selects from one offset to another."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._letters.position(start))
        cursor.setPosition(self._letters.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _cross_seam(self, event: QKeyEvent) -> None:
        """Between two blocks of one line there is no letter that a key could pass or take away."""
        cursor = self.textCursor()
        block = cursor.block()
        if continues(block) and block.length() == 1:
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


def _is_fix(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.AltModifier
