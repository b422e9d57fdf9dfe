"""A line of text with an arrow that opens what could be written there."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from scoro_desktop.ui.audience.builder.offers import Known, Offers
from scoro_desktop.ui.kit.one_line import LineEdit

_ARROW: Final = 22
"""As wide as that of a list to choose from."""


class OfferingLine(LineEdit):
    """Offers while it is typed in, and everything at a press of the arrow, of Down or of Ctrl+Space."""

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers = Offers(self, known)
        self.offers.taken.connect(self._take)
        self.arrow = QToolButton(self)
        self.arrow.setArrowType(Qt.ArrowType.DownArrow)
        self.arrow.setToolTip(self.tr("Known values (arrow down)"))
        self.arrow.setAccessibleName(self.tr("Known values"))
        self.arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key does the same where the keyboard is already
        self.arrow.setCursor(Qt.CursorShape.ArrowCursor)
        self.arrow.clicked.connect(self._show_all)
        self.textEdited.connect(self._propose)
        self.show_arrow()

    def show_arrow(self) -> None:
        """Shows the arrow while there is something to choose from."""
        some = self.offers.any()
        self.arrow.setVisible(some)
        self.setTextMargins(0, 0, _ARROW - 6 if some else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the row unless it is to choose; Down opens."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self.offers.keeps(event):
            event.ignore()
        elif asked or (plain and event.key() == Qt.Key.Key_Down):
            self._show_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrow stays at the end."""
        super().resizeEvent(event)
        self.arrow.setGeometry(self.width() - _ARROW, 0, _ARROW, self.height())

    def _propose(self, text: str) -> None:
        self.offers.propose(text.strip(), self.rect())

    def _show_all(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.offers.show_all(self.rect())

    def _take(self, text: str) -> None:
        self.selectAll()
        self.insert(text)  # as if it had been typed: it is told, and can be undone
        self.offers.hide()
