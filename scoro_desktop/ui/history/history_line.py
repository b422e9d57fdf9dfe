"""The line below the message that says what came of the last sends, and opens their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.disclosure import FoldButton
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from scoro_desktop.storage.history import SendLine
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

SHOWN: Final = 3
"""The sends that are named at most. Ours: what there is room for at 1280 pixels."""
LONGEST: Final = 60
"""Characters of one outcome; the rest of a long error stands in its row."""


class Outcome(QLabel):
    """The outcome of one send. `pressed`: by the mouse; the rows have the way by keyboard."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tells of the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mousePressEvent(event)


class HistoryLine(QWidget):
    """Names the newest sends, each with its time, its outcome in words and colour, and its count or error.

    `wanted(SendLine)`: a person wants to know more of one, or to use it again.
    """

    wanted = Signal(object)

    def __init__(self, rows: QAction, parent: QWidget | None = None) -> None:
        """`rows`: the command that shows the rows, checked while they are shown."""
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sends: list[SendLine] = []
        self._labels: list[Outcome] = []
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "muted")
        self._empty.setText(self.tr("Nothing sent yet"))
        self._empty.hide()
        self.toggle = FoldButton(self.tr("History (F8)"), self, opens_upwards=True)
        self.toggle.say(rows.text())
        self.toggle.setToolTip(rows.toolTip())
        self.toggle.setChecked(rows.isChecked())
        self.toggle.clicked.connect(rows.trigger)
        rows.changed.connect(lambda: self.toggle.setChecked(rows.isChecked()))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 12, 1)
        row.setSpacing(16)
        row.addWidget(self._empty)
        row.addStretch()
        row.addWidget(self.toggle)

    def begin(self, storage: AsyncStorage) -> None:
        """Reads the newest sends."""
        from scoro_desktop.storage.history import HistoryFilter
        from scoro_desktop.ui.runtime.async_storage import tolerate

        storage.read(self, lambda stores: stores.history.page(HistoryFilter(), 0, SHOWN), self._take, tolerate)

    def tell(self, send: SendLine) -> None:
        """Takes a send that began or was settled."""
        self._take([send])

    def _take(self, sends: Iterable[SendLine]) -> None:
        known = {each.id: each for each in (*self._sends, *sends)}
        self._sends = [known[number] for number in sorted(known, reverse=True)[:SHOWN]]
        self._empty.setVisible(not self._sends)
        while len(self._labels) < len(self._sends):
            label = self._label(len(self._labels))
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            self._row.insertWidget(len(self._labels), label)
            self._labels.append(label)
        for label, send in zip(self._labels, self._sends, strict=True):
            self._show(label, send)
        self._fit()

    def _show(self, label: QLabel, send: SendLine) -> None:
        from scoro_desktop.ui.words import outcome_words

        words = self.tr("{when} {outcome}").format(when=_when(send), outcome=outcome_words.line_word(send))
        if result := outcome_words.result_words(send):
            words = self.tr("{words}: {result}").format(words=words, result=result)
        if len(words) > LONGEST:
            words = f"{words[: LONGEST - 1].rstrip()}…"
        role = outcome_words.role_of(send)
        if label.property("role") != role:
            label.setProperty("role", role)
            restyle(label)
        label.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.toggle.sizeHint().width() - 44
        for number, label in enumerate(self._labels):
            room -= label.sizeHint().width() + self._row.spacing()
            label.setVisible(room >= 0 or number == 0)

    def _label(self, place: int) -> Outcome:
        label = Outcome(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setCursor(Qt.CursorShape.PointingHandCursor)
        label.setToolTip(tip(self.tr("Opens all that is known of this send, to use it again or correct it")))
        label.pressed.connect(lambda: self.wanted.emit(self._sends[place]))
        return label


def _when(send: SendLine) -> str:
    """The clock of today's, the date of another day's."""
    at = send.created_at.astimezone()
    date, locale = QDate(at.year, at.month, at.day), QLocale()
    if date != QDate.currentDate():
        return locale.toString(date, QLocale.FormatType.ShortFormat)
    from PySide6.QtCore import QTime

    return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
