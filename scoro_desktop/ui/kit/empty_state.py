"""A page in the place of a list that has nothing to show: what will be there, or what to do."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.wrapped import make_even

_TEXT_WIDTH: Final = 440
_ICON_SIZE: Final = QSize(32, 32)


class EmptyState(QWidget):
    """An icon of `resources/icons`, a heading and a few sentences."""

    def __init__(self, icon: str, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel(self)
        self._buttons: list[QPushButton] = []
        self._title = title = QLabel(heading, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "heading")
        self._help = help_text = QLabel(text, self)
        help_text.setTextFormat(Qt.TextFormat.PlainText)
        help_text.setProperty("role", "help")
        help_text.setWordWrap(True)
        help_text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for label in (title, help_text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        centred = QHBoxLayout()  # an alignment of its own would keep the label from growing with its lines
        centred.addStretch()
        centred.addWidget(help_text)
        centred.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addStretch()
        for label in (self._icon, title):
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(centred)
        self._column.addStretch()
        self._draw_icon()

    def add_button(self, text: str) -> QPushButton:
        """Adds a way out below the text."""
        button = QPushButton(text, self)
        self._buttons.append(button)
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def minimumSizeHint(self) -> QSize:
        """Room for the heading and the ways out, without what is left out where there is no more."""
        margins, parts = self._column.contentsMargins(), (self._title, *self._buttons)
        height = sum(each.sizeHint().height() for each in parts) + self._column.spacing() * len(parts)
        return QSize(super().minimumSizeHint().width(), margins.top() + margins.bottom() + height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the picture, then the text, where there is no room for all of it."""
        super().resizeEvent(event)
        make_even(self._help, _TEXT_WIDTH)
        margins, spacing = self._column.contentsMargins(), self._column.spacing()
        room = self.height() - margins.top() - margins.bottom() - spacing
        for each in (self._title, *self._buttons):
            room -= each.sizeHint().height() + spacing
        for label, height in (
            (self._help, self._help.heightForWidth(self._help.width())),
            (self._icon, _ICON_SIZE.height()),
        ):
            room -= height + spacing
            label.setVisible(room >= 0)

    def changeEvent(self, event: QEvent) -> None:
        """Draws the icon anew in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._icon.setPixmap(assets.icon(self._icon_name, colour, times=2).pixmap(_ICON_SIZE))
