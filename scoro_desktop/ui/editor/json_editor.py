"""An editor of JSON, kept to the letter, with its mistakes marked where they are and a line to find text."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from scoro_desktop.jsontext.mending import Mend
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.ui.editor.code_edit import PAUSE_MS, CodeEdit
from scoro_desktop.ui.editor.find_bar import FindBar
from scoro_desktop.ui.editor.letters import one_edit
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.pauses import Pause

_MOST_MARKS: Final = 200
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class JsonEditor(CodeEdit):
    """The editor. `fix_wanted`: Alt+Enter was pressed."""

    fix_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self.find_bar = FindBar(self)
        self._find_timer = Pause(self, PAUSE_MS)
        self._find_timer.timeout.connect(self._search)
        self.find_bar.wanted.connect(self._needle_changed)
        self.find_bar.moved.connect(lambda start, end: self.setTextCursor(self.cursor_over(start, end)))
        self.find_bar.left.connect(self._leave_find)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme; what is marked keeps its own until it is marked again."""
        super().set_colours(colours)
        self._colours = {True: QColor(colours.danger), False: QColor(colours.caution)}

    def replace(self, text: str, *, joins: bool = False) -> None:
        """Puts another text in its place, as an edit that can be undone; `joins`: together with the edit before."""
        if self.extraSelections():
            self.setExtraSelections([])
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        with one_edit(cursor, joins=joins):
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

    def show_find(self) -> None:
        """Opens the line to find text, with what is selected in it."""
        selected = self.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.find_bar.needle.setText(selected)
        if self.find_bar.isHidden():
            self.textChanged.connect(self._find_timer.start)
        self.find_bar.show()
        self._make_room()
        self.find_bar.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_bar.needle.selectAll()
        self._search()

    def claims(self, event: QKeyEvent) -> bool:
        """Tells whether a key is the editor's before it is any shortcut of the window, which has a use for it too."""
        closes = event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible()
        return closes or event.matches(QKeySequence.StandardKey.Find) or _is_fix(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that find and mend, then those of any editor."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.show_find()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self._leave_find()
        elif _is_fix(event):
            self.fix_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line to find text goes along."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        height = self.find_bar.sizeHint().height() if self.find_bar.isVisible() else 0
        self.keep_room_above(height)
        inside = self.contentsRect()
        self.find_bar.setGeometry(inside.left(), inside.top(), inside.width(), height)

    def _needle_changed(self) -> None:
        self._search()
        self.find_bar.step(0, stay=True)

    def _search(self) -> None:
        self.find_bar.search(self.text(), self.letters.offset(self.textCursor().selectionStart()))

    def _leave_find(self) -> None:
        if not self.find_bar.isHidden():
            self.textChanged.disconnect(self._find_timer.start)
        self.find_bar.hide()
        self._make_room()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, problem: QueryProblem) -> QTextCursor:
        length = len(self.text())
        start = min(problem.offset, max(length - 1, 0))
        return self.cursor_over(start, min(max(problem.offset + problem.length, start + 1), length))


def _is_fix(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.AltModifier
