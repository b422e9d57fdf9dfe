"""The text of a query, kept to the letter, with its mistakes marked where they are and help to write it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from scoro_desktop.audience.mending import Mend
from scoro_desktop.audience.problems import QueryProblem
from scoro_desktop.audience.schema import Field
from scoro_desktop.audience.surroundings import LOOKED_BACK, LOOKED_ON, surroundings
from scoro_desktop.ui.appearance import Colours
from scoro_desktop.ui.audience.editor.code_edit import PAUSE_MS, CodeEdit
from scoro_desktop.ui.audience.editor.completions import Completions
from scoro_desktop.ui.audience.editor.find_bar import FindBar
from scoro_desktop.ui.audience.editor.proposals import Proposal, proposals
from scoro_desktop.ui.plain_text import utf16_length

__all__ = ["QueryEditor", "utf16_length"]

_MOST_MARKS: Final = 200
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class QueryEditor(CodeEdit):
    """The editor.

    `edited`: its text changed, whoever changed it. `fix_wanted`: Alt+Enter was pressed.
    """

    edited = Signal()
    fix_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self._fields: Callable[[], Iterable[Field]] = tuple
        self._completions = Completions(self)
        self.find_bar = FindBar(self)
        self._find_timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._find_timer.timeout.connect(self._search)
        self._completions.chosen.connect(self._write)
        self.find_bar.wanted.connect(self._needle_changed)
        self.find_bar.moved.connect(lambda start, end: self.setTextCursor(self.cursor_over(start, end)))
        self.find_bar.left.connect(self._leave_find)
        self.textChanged.connect(self._text_changed)
        self.verticalScrollBar().valueChanged.connect(self._completions.hide)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme; what is marked keeps its own until it is marked again."""
        super().set_colours(colours)
        self._colours = {True: QColor(colours.danger), False: QColor(colours.caution)}

    def sizeHint(self) -> QSize:
        """Small: what is over of the column is given to it anyway, and on a low window the rest must stay in sight."""
        return QSize(240, 110)

    def replace(self, text: str) -> None:
        """Puts another text in its place, as an edit that can be undone."""
        if self.extraSelections():
            self.setExtraSelections([])
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.letters.insert(cursor, text)

    def apply(self, mend: Mend) -> None:
        """Makes one change, as an edit that can be undone, and leaves the cursor behind it."""
        cursor = self.cursor_over(mend.offset, mend.offset + mend.length)
        self.letters.insert(cursor, mend.text)
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
        """The line to find text goes along."""
        super().resizeEvent(event)
        self._completions.hide()
        self._make_room()

    def _text_changed(self) -> None:
        if self.find_bar.isVisible():
            self._find_timer.start()
        self.edited.emit()

    def _make_room(self) -> None:
        height = self.find_bar.sizeHint().height() if self.find_bar.isVisible() else 0
        self.keep_room_above(height)
        inside = self.contentsRect()
        self.find_bar.setGeometry(inside.left(), inside.top(), inside.width(), height)

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
        excerpt, offset = self.letters.around(cursor.position(), LOOKED_BACK + 1, LOOKED_ON)
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
        excerpt, offset = self.letters.around(cursor.position(), LOOKED_BACK + 1, LOOKED_ON)
        place = surroundings(excerpt.text, offset)
        cursor.setPosition(excerpt.position(place.start))
        cursor.setPosition(excerpt.position(place.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        self.letters.insert(cursor, proposal.before)
        middle = cursor.position()
        self.letters.insert(cursor, proposal.after)
        cursor.endEditBlock()
        cursor.setPosition(middle)
        self.setTextCursor(cursor)

    # Finding

    def _needle_changed(self) -> None:
        self._search()
        self.find_bar.step(0, stay=True)

    def _search(self) -> None:
        self.find_bar.search(self.text(), self.letters.offset(self.textCursor().selectionStart()))

    def _leave_find(self) -> None:
        self.find_bar.hide()
        self._make_room()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, problem: QueryProblem) -> QTextCursor:
        length = len(self.text())
        start = min(problem.offset, max(length - 1, 0))
        return self.cursor_over(start, min(max(problem.offset + problem.length, start + 1), length))


def _is_fix(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.AltModifier
