"""A list of values, one a line: a few in the row, many in a window of their own. Never a widget for each."""

import math
from collections.abc import Sequence
from typing import Final, assert_never

from PySide6.QtCore import QMimeData, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.audience.conditions_values import as_text, one_value
from scoro_desktop.audience.pasted_json import Unread, UnreadListError
from scoro_desktop.audience.pasted_list import read_many
from scoro_desktop.ui.audience.builder.offers import Known, Offers
from scoro_desktop.ui.kit.one_line import has_files
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.kit.plain_text import text_of
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.turning_row import TurningRow
from scoro_desktop.wire import JsonValue

IN_ROW: Final = 50
"""Values that are edited in the row itself; more are shown as their number, with a window to edit them."""

PAUSE_MS: Final = 150
"""In typing, before the values are counted. Ours."""
_LINES_IN_ROW: Final = 6
_SHOWN_AT_ONCE: Final = 3


class LinesEdit(QPlainTextEdit):
    """An editor with a value on each line. What is pasted becomes lines, however it was separated.

    While a line is typed, those of the `known` values that contain it are offered; Ctrl+Space offers all.
    `too_many`: what was pasted makes more values than `most`; they are handed over and not shown.
    `unread(words)`: what was pasted is no list that can be read, and changed nothing.
    """

    too_many = Signal(list)
    unread = Signal(str)

    def __init__(self, known: Known, most: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.offers = Offers(self, known)
        self.offers.taken.connect(self._take_line)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def lines(self) -> list[str]:
        """The values, without space around them; empty lines are none."""
        texts = map(one_value, text_of(self.document()).split("\n"))
        return [each for each in texts if each]

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows values, ready for more at their end; emits nothing."""
        with QSignalBlocker(self):
            self.setPlainText("\n".join(lines))
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a line unless it is to choose what is offered."""
        if self.offers.keeps(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.show_all()
        else:
            before = self.document().revision()
            super().keyPressEvent(event)
            if self.document().revision() != before:
                self.offers.propose(self.textCursor().block().text().strip(), self._below_cursor())

    def show_all(self) -> None:
        """Offers every known value for the line that the cursor is in."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.offers.show_all(self._below_cursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leaves files to the window: their paths are no text."""
        return not has_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes many values as lines of their own, and one into the line that the cursor is in."""
        try:
            values = read_many(source.text())
        except UnreadListError as error:
            self.unread.emit(self._why_unread(error.reason))
            return
        if len(values) < 2:
            self.insertPlainText(" ".join(values))
            return
        cursor = self.textCursor()
        if self._most is not None and len(values) + self.blockCount() > self._most:
            # Where the cursor stands the line is split, as it would be by typing.
            cursor.insertText("\n")
            before = cursor.blockNumber()
            lines = text_of(self.document()).split("\n")
            every = map(one_value, [*lines[:before], *values, *lines[before:]])
            self.too_many.emit([each for each in every if each])
            return
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        before_it = start.block().text()[: start.positionInBlock()].strip()
        start.setPosition(cursor.selectionEnd())
        after_it = start.block().text()[start.positionInBlock() :].strip()
        cursor.insertText(("\n" if before_it else "") + "\n".join(values) + ("\n" if after_it else ""))

    def _why_unread(self, reason: Unread) -> str:
        match reason:
            case Unread.NO_LIST:
                return self.tr("What you pasted is JSON without a list of values. Nothing was changed.")
            case Unread.TOO_LONG:
                return self.tr(
                    "What you pasted is too long to be read at once: paste it in parts. Nothing was changed."
                )
        assert_never(reason)

    def _below_cursor(self) -> QRect:
        place = self.cursorRect().translated(self.viewport().pos())
        return QRect(0, place.top(), self.width(), place.height())

    def _take_line(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)


class ManyDialog(QDialog):
    """A window for a list of any length. `values` holds the lines when it was accepted."""

    def __init__(self, title: str, lines: Sequence[str], known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.values: list[str] = []
        self.edit = LinesEdit(known, parent=self)
        self.edit.setAccessibleName(title)
        self.edit.show_lines(lines)
        help_label = QLabel(self.tr("One value on each line. Paste a column of a spreadsheet, lines or a list."), self)
        help_label.setProperty("role", "help")
        help_label.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self._counting = Pause(self, PAUSE_MS)
        self._counting.timeout.connect(self._show_count)
        self.edit.textChanged.connect(self._counting.start)
        self.edit.unread.connect(self.count.setText)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(self.tr("Apply"))
        take.setProperty("role", "primary")
        restyle(take)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._once = QPushButton(self.tr("Keep each value once"), self)
        self._once.clicked.connect(self._remove_repeats)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self._once)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(help_label)
        column.addWidget(self.edit, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        self.resize(420, 480)
        self._show_count()

    def accept(self) -> None:
        """Takes the lines as they stand."""
        self.values = self.edit.lines()
        super().accept()

    def _show_count(self) -> None:
        lines = self.edit.lines()
        repeated = len(lines) - len(set(lines))
        words = self.tr("%Ln value(s)", "", len(lines))
        if repeated:
            words = self.tr("{values}, {repeated}").format(
                values=words, repeated=self.tr("%Ln of them repeated", "", repeated)
            )
        self.count.setText(words)
        self._once.setVisible(bool(repeated))

    def _remove_repeats(self) -> None:
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(dict.fromkeys(self.edit.lines())))


class ManyValues(QWidget):
    """A list in a row. `edited`: by the person, and `lines()` is what it is now."""

    edited = Signal()

    def __init__(self, known: Known = tuple, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._known = known
        self._lines: list[str] = []
        self.edit = LinesEdit(known, IN_ROW, self)
        self.edit.setPlaceholderText(self.tr("one value per line; paste many at once"))
        self.edit.textChanged.connect(self._text_changed)
        self.edit.too_many.connect(self._take)
        self.count = QLabel(self)
        self.count.setProperty("role", "help")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.edit.unread.connect(self.count.setText)
        self.open = QPushButton(self.tr("Edit the list…"), self)
        self.open.setProperty("role", "link")
        self.open.clicked.connect(self._open)
        self.add_known = QPushButton(self.tr("Choose…"), self)
        self.add_known.setProperty("role", "link")
        self.add_known.setToolTip(self.tr("Offers known values for the line that the cursor is in (Ctrl+Space)"))
        self.add_known.clicked.connect(self._add_known)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        links = TurningRow(self)
        links.add(self.add_known)
        links.add(self.open)
        row.addWidget(links, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edit)
        column.addLayout(row)
        self._show()

    def lines(self) -> list[str]:
        """The values as texts."""
        return self._lines

    def show_values(self, values: Sequence[JsonValue]) -> None:
        """Shows values; emits nothing."""
        lines = [as_text(each) for each in values]
        if lines != self._lines:
            self._put(lines)

    def show_offers(self) -> None:
        """Shows whether values of the field are known that can be chosen."""
        self.add_known.setVisible(self.edit.offers.any() and not self.edit.isHidden())

    def name(self, name: str) -> None:
        """Returns its name for a screen reader, and the title of its window."""
        self._title = name
        self.edit.setAccessibleName(name)
        self.open.setAccessibleName(self.tr("{name}: edit the list").format(name=name))
        self.add_known.setAccessibleName(self.tr("{name}: known values").format(name=name))

    def tab_stops(self) -> list[QWidget]:
        """The editor and the way to the window."""
        return [self.edit, self.add_known, self.open]

    def _text_changed(self) -> None:
        self._lines = self.edit.lines()
        self._show()
        self.edited.emit()

    def _take(self, lines: list[str]) -> None:
        had_focus = self.edit.hasFocus()
        self._put(lines)
        if had_focus and self.edit.isHidden():
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _put(self, lines: list[str]) -> None:
        # Who types more lines than that goes on typing: the editor is never taken away under the cursor.
        many = len(lines) > IN_ROW
        self._lines = lines
        self.edit.show_lines(() if many else lines)
        self.edit.setVisible(not many)
        self._show()

    def _add_known(self) -> None:
        """In a new line, unless the one that the cursor is in is empty."""
        cursor = self.edit.textCursor()
        if cursor.block().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText("\n")
            self.edit.setTextCursor(cursor)
        self.edit.show_all()

    def _open(self) -> None:
        dialog = ManyDialog(self._title, self._lines, self._known, self)
        dialog.accepted.connect(lambda: self._take(dialog.values))
        dialog.open()

    def _show(self) -> None:
        words = self.tr("%Ln value(s)", "", len(self._lines))
        if self.edit.isHidden():
            words = self.tr("{values}: {first}…").format(
                values=words, first=", ".join(each[:40] for each in self._lines[:_SHOWN_AT_ONCE])
            )
        self.count.setText(words)
        self.show_offers()
        line = math.ceil(QFontMetricsF(self.edit.font()).lineSpacing())  # Qt draws lines a whole pixel apart
        shown = min(max(self.edit.blockCount(), 2), _LINES_IN_ROW)
        self.edit.setFixedHeight(line * shown + 20)
