"""A text to be read, of which a long one shows its beginning until the whole is asked for."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.text_edit import put_text

MOST_SHOWN: Final = 4_000
"""Characters of a text that are laid out unasked. Of 1 MB that takes Qt 100 to 600 ms, of a line of 64 KB 300."""
HIGHEST: Final = 8_000
"""Pixels of a text that was asked for as a whole; a longer one scrolls. Ours: Qt draws no widget above 32,767."""


class LongText(QWidget):
    """A box with a text that can be selected, and below it the way to the whole where that is longer.

    `beginning`: the text, or more than `MOST_SHOWN` characters of it; `whole` makes all of it, and is called only if
    it is wanted. `lines`: the box is as high as its text, until then no higher than so many lines, and scrolls with
    the page that it is in; None: the layout around it gives it its height, and it scrolls by itself.
    """

    def __init__(
        self,
        name: str,
        beginning: str,
        whole: Callable[[], str],
        parent: QWidget | None = None,
        *,
        lines: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self.box = QPlainTextEdit(self) if lines is None else FittingBox(lines, self)
        put_text(self.box, beginning[:MOST_SHOWN])
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        is_long = len(beginning) > MOST_SHOWN
        if is_long or lines is not None:
            way = self._way_to_the_whole(name)
            way.setVisible(is_long)
            column.addWidget(way)
            if isinstance(self.box, FittingBox):
                self.box.outgrown.connect(lambda is_cut: way.setVisible(is_cut or is_long))

    def _way_to_the_whole(self, name: str) -> QWidget:
        row = QWidget(self)
        said = QLabel(self.tr("This is only the beginning."), row)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setProperty("role", "muted")
        show = QPushButton(self.tr("Show all"), row)
        show.setProperty("role", "link")
        show.setAutoDefault(False)
        show.setAccessibleName(self.tr("Show all: {title}").format(title=name))
        show.clicked.connect(self._show_all)
        show.clicked.connect(row.hide)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(said)
        inside.addWidget(show)
        inside.addStretch()
        return row

    def _show_all(self) -> None:
        self.box.setFocus()  # the keyboard would be lost with the button
        put_text(self.box, self._whole())
        if isinstance(self.box, FittingBox):
            self.box.outgrown.disconnect()
            self.box.show_all()


class FittingBox(QPlainTextEdit):
    """A box as high as its text, or as `lines` of it. `outgrown(bool)`: its text is longer, or no longer so."""

    outgrown = Signal(bool)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._is_whole = self._is_cut = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_all(self) -> None:
        """Makes it as high as all of its text."""
        self._is_whole = True
        self._fit()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height that its text has in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page where it does not scroll by itself."""
        if self.verticalScrollBar().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        most = HIGHEST if self._is_whole else self._lines * self.fontMetrics().lineSpacing()
        layout, block = self.document().documentLayout(), self.document().firstBlock()
        needed = 0.0
        while block.isValid() and needed <= most:
            needed += layout.blockBoundingRect(block).height()
            block = block.next()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        self.setFixedHeight(round(min(needed, most) + around))
        if self._is_cut != (needed > most):
            self._is_cut = not self._is_cut
            self.outgrown.emit(self._is_cut)
