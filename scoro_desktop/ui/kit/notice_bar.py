"""A line that says what was just done, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.plain_text import held_together
from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Callable


class NoticeBar(QWidget):
    """Hidden until there is something to say; it stays until it is answered, closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._take: Callable[[], None] = lambda: None
        self._words = ""
        self._passes = False  # it says what is done, and nothing more is to be done about it
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.action = QPushButton(self)
        self.action.setProperty("role", "link")
        self.action.clicked.connect(self._taken)
        self.dismiss = QToolButton(self)
        self.dismiss.setText("×")
        self.dismiss.setProperty("role", "quiet")
        self.dismiss.setAccessibleName(self.tr("Close this notice"))
        self.dismiss.setToolTip(self.tr("Close this notice"))
        self.dismiss.clicked.connect(self.hide)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 8, 4)
        self._column.setSpacing(4)
        self._row = row = QHBoxLayout()
        row.setSpacing(12)
        self._column.addLayout(row)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.hide()

    def let_close(self, can_close: bool) -> None:
        """Shows its cross, or none where it goes by itself: what is on offer then ends where the other lines do."""
        self.dismiss.setVisible(can_close)
        self._column.setContentsMargins(16, 4, 8 if can_close else 12, 4)

    def add_widget(self, widget: QWidget) -> None:
        """Puts a widget between the text and what is on offer."""
        self._row.insertWidget(1, widget)

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget below the text."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, text: str, action: str, take: Callable[[], None]) -> None:
        """Says `text` and offers `action`; `take` is called if it is accepted."""
        self._write(text)
        self.action.setText(action)
        self._take = take
        self._passes = False
        self.action.show()
        self.show()

    def colour(self, role: str) -> None:
        """Writes in the colour that the style sheet has for the labels of a role."""
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            restyle(self._text)

    def add(self, text: str) -> None:
        """Says `text` as well: before what is on offer, if something is."""
        if self.isHidden():
            self.say(text)
        else:
            self._write(f"{text} {self._words}")
            self._passes = False

    def say(self, text: str) -> None:
        """Says `text`, with nothing to accept."""
        self.offer(text, "", lambda: None)
        self.action.hide()

    def say_done(self, text: str) -> None:
        """Says that something was done. It goes once another page is turned to."""
        self.say(text)
        self._passes = True

    def pass_by(self) -> None:
        """Takes away what was only told."""
        if self._passes:
            self.hide()

    def correct(self, before: str, after: str) -> None:
        """Says something else in the place of what it said: at any rate, also where that was closed meanwhile."""
        if self.holds(before):
            self._write(self._words.replace(before, after))
            self.show()
        else:
            self.add(after)

    def text(self) -> str:
        """Returns the text, empty while nothing is said."""
        return "" if self.isHidden() else self._words

    def holds(self, text: str) -> bool:
        """Tells whether `text` is in what it was given last, shown or not."""
        return text in self._words

    def _write(self, text: str) -> None:
        self._words = text
        self._text.setText(held_together(text))

    def _taken(self) -> None:
        self.hide()
        self._take()
